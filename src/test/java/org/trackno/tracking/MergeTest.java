package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trackno.model.Carrier;
import org.trackno.model.EventTime;
import org.trackno.model.EventType;
import org.trackno.model.ParcelReport;
import org.trackno.model.Place;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.store.Sighting.PieceReport;
import org.trackno.store.StoredParcel;
import org.trackno.store.StoredParcel.Piece;

/** How a carrier's next answer joins what it told before. */
class MergeTest {
    private static final ParcelKey KEY =
            new ParcelKey(new Carrier("any-post", "Any Post"), new TrackingNumber("MADEUP0001"));
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    private static final TrackingEvent POSTED = scan(8, EventType.POSTED, "Accepted at the counter");
    private static final TrackingEvent MOVING = scan(10, EventType.DEPARTED_FACILITY, "Left the hub");
    private static final TrackingEvent ARRIVED = scan(12, EventType.ARRIVED_AT_FACILITY, "In the hub");

    @Test
    void theSameAnswerAgainChangesNothing() {
        StoredParcel known = after(Optional.empty(), POSTED, MOVING);

        Merge again = Merge.of(Optional.of(known), found("", MOVING, POSTED));

        assertThat(again.added()).isEmpty();
        assertThat(again.withdrawn()).isEmpty();
        assertThat(again.pieces()).isEqualTo(known.pieces());
    }

    @Test
    void aReportLeftOutInTheMiddleWasTakenBack() {
        StoredParcel known = after(Optional.empty(), POSTED, MOVING, ARRIVED);

        Merge merge = Merge.of(Optional.of(known), found("", POSTED, ARRIVED));

        assertThat(merge.withdrawn()).extracting(PieceReport::report).containsExactly(MOVING);
        assertThat(merge.pieces().get(0).reports()).contains(MOVING.withdraw()).doesNotContain(MOVING);
    }

    @Test
    void aReportToldAgainAfterItWasTakenBackCounts() {
        StoredParcel known = after(Optional.empty(), POSTED, MOVING, ARRIVED);
        StoredParcel without = after(Optional.of(known), POSTED, ARRIVED);

        Merge merge = Merge.of(Optional.of(without), found("", POSTED, MOVING, ARRIVED));

        assertThat(merge.added()).extracting(PieceReport::report).containsExactly(MOVING);
        assertThat(merge.pieces().get(0).reports()).containsExactlyInAnyOrder(POSTED, MOVING, ARRIVED);
    }

    @Test
    void whatACarrierCutsOffAtTheEndsStays() {
        StoredParcel known = after(Optional.empty(), POSTED, MOVING, ARRIVED);

        Merge merge = Merge.of(Optional.of(known), found("", MOVING));

        assertThat(merge.withdrawn()).isEmpty();
        assertThat(merge.pieces().get(0).reports()).containsExactly(POSTED, MOVING, ARRIVED);
    }

    @Test
    void aScanToldInOtherWordsWasNotTakenBack() {
        StoredParcel known = after(Optional.empty(), POSTED, MOVING, ARRIVED);
        TrackingEvent reworded = scan(10, EventType.DEPARTED_FACILITY, "Departed from the hub");

        Merge merge = Merge.of(Optional.of(known), found("", POSTED, reworded, ARRIVED));

        assertThat(merge.withdrawn()).isEmpty();
        assertThat(merge.added()).extracting(PieceReport::report).containsExactly(reworded);
    }

    @Test
    void piecesAreKeptApartAndReportsThatNothingTellsApartAreOne() {
        Found answer = new Found(List.of(report("a", POSTED), report("b", MOVING), report("b", ARRIVED)), List.of());

        Merge merge = Merge.of(Optional.empty(), answer);

        assertThat(merge.pieces()).extracting(Piece::piece).containsExactly("a", "b");
        assertThat(merge.pieces().get(1).reports()).containsExactly(MOVING, ARRIVED);
    }

    private static StoredParcel after(Optional<StoredParcel> known, TrackingEvent... told) {
        return Merge.of(known, found("", told)).parcel(KEY, NOW);
    }

    private static Found found(String piece, TrackingEvent... told) {
        return new Found(List.of(report(piece, told)), List.of());
    }

    private static ParcelReport report(String piece, TrackingEvent... told) {
        return new ParcelReport(
                KEY.number(), piece, null, Place.NOWHERE, Place.NOWHERE, null, null, null, Arrays.asList(told));
    }

    private static TrackingEvent scan(int hour, EventType type, String words) {
        EventTime at = EventTime.ofLocal(LocalDateTime.of(2026, 3, 4, hour, 0));
        return new TrackingEvent(at, type, type.term(), words, Place.NOWHERE, false);
    }
}
