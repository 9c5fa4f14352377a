package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierRequest;
import org.trackno.carrier.TrackingQuery;
import org.trackno.model.Carrier;
import org.trackno.model.EventTime;
import org.trackno.model.EventType;
import org.trackno.model.FailureKind;
import org.trackno.model.ParcelReport;
import org.trackno.model.Place;
import org.trackno.model.Stage;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.store.Sighting;
import org.trackno.store.Sighting.RawAnswer;
import org.trackno.store.StoredParcel;
import org.trackno.tracking.RereadParcel.EventChange;
import org.trackno.tracking.RereadParcel.Outcome;

class ReplayTest {
    private static final ParcelKey KEY =
            new ParcelKey(new Carrier("test-post", "Test Post"), new TrackingNumber("TT417526304GB"));
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private final CodeList codes = new CodeList();

    @Test
    void aCodeThatIsListedNowMovesTheParcel() {
        StoredParcel before = live("1 A|2 B");
        codes.put("B", EventType.DELIVERED);

        Sighting sighting = reread(before, "1 A|2 B");

        RereadParcel report = RereadParcel.of(KEY, before, sighting.parcel());
        assertThat(report.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(report.stageBefore()).isEqualTo(Stage.IN_TRANSIT);
        assertThat(report.stageAfter()).isEqualTo(Stage.DELIVERED);
        assertThat(report.eventsChanged())
                .containsExactly(new EventChange("2026-05-02T10:00:00", "B", "unmapped", "delivered"));
        assertThat(report.newlyMapped()).containsExactly("B");
        assertThat(report.stillUnmapped()).isEmpty();
        assertThat(sighting.added()).extracting(added -> added.report().code()).containsExactly("B");
        assertThat(sighting.withdrawn()).isEmpty();
    }

    @Test
    void nothingChangesWithTheSameCodes() {
        StoredParcel before = live("1 A|2 B", "1 A|2 B|3 A");

        Sighting sighting = reread(before, "1 A|2 B", "1 A|2 B|3 A");

        assertThat(RereadParcel.of(KEY, before, sighting.parcel()).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(sighting.added()).isEmpty();
        assertThat(sighting.withdrawn()).isEmpty();
    }

    @Test
    void whenTheCarrierWasHeardStaysAsItWas() {
        StoredParcel before = live("1 A");
        codes.put("A", EventType.COLLECTED);

        StoredParcel after = reread(before, "1 A").parcel();

        assertThat(after.checkedAt()).isEqualTo(before.checkedAt());
        assertThat(after.triedAt()).isEqualTo(before.triedAt());
    }

    @Test
    void whatTheCarrierTookBackStaysTakenBack() {
        StoredParcel before = live("1 A|2 B|3 A", "1 A|3 A");
        codes.put("B", EventType.DELIVERED);

        StoredParcel after = reread(before, "1 A|2 B|3 A", "1 A|3 A").parcel();

        assertThat(after.pieces().get(0).reports())
                .filteredOn(TrackingEvent::withdrawn)
                .extracting(TrackingEvent::type)
                .containsExactly(EventType.DELIVERED);
        assertThat(RereadParcel.of(KEY, before, after).stageAfter()).isEqualTo(Stage.IN_TRANSIT);
    }

    @Test
    void whatNoAnswerYieldsAnyMoreGoesButWhatCameInBetweenStays() {
        StoredParcel before = live("1 A|2 OLD");
        StoredParcel now = live("1 A|2 OLD", "1 A|2 OLD|3 A");

        Sighting sighting = replay("1 A|2 B").sighting(before, now);

        assertThat(sighting.parcel().pieces().get(0).reports())
                .extracting(TrackingEvent::code)
                .containsExactly("A", "B", "A");
        assertThat(sighting.withdrawn())
                .extracting(gone -> gone.report().code())
                .containsOnly("OLD");
    }

    @Test
    void anAnswerThatIsNoLongerUnderstoodChangesNothing() {
        Replay.Result result = Replay.of(KEY, codes, List.of(answer("1 A"), answer("?")));

        assertThat(result.replay()).isNull();
        assertThat(result.failure()).isEqualTo("UNREADABLE: no such answer");
    }

    @Test
    void aNewAnswerAfterTheCodesChangedTakesNothingBack() {
        StoredParcel before = live("1 A|2 B|3 A");
        codes.put("B", EventType.DELIVERED);

        Merge merge = Merge.of(Optional.of(before), codes.found("1 A|2 B|3 A"));

        assertThat(merge.withdrawn()).isEmpty();
        assertThat(merge.pieces().get(0).reports())
                .extracting(TrackingEvent::type)
                .containsExactly(EventType.IN_TRANSIT, EventType.DELIVERED, EventType.IN_TRANSIT);
    }

    @Test
    void aScanToldInOtherWordsIsNotTakenBack() {
        StoredParcel before = live("1 A|2 B|3 A");

        Merge merge = Merge.of(Optional.of(before), codes.found("1 A|2 B more|3 A"));

        assertThat(merge.withdrawn()).isEmpty();
        assertThat(merge.added()).hasSize(1);
    }

    private StoredParcel live(String... answers) {
        StoredParcel parcel = new StoredParcel(KEY.carrier().id(), KEY.number(), List.of(), NOW, NOW, null, null);
        for (String answer : answers) {
            parcel = Merge.of(Optional.of(parcel), codes.found(answer)).parcel(KEY, NOW);
        }
        return parcel;
    }

    private Sighting reread(StoredParcel before, String... answers) {
        return replay(answers).sighting(before, before);
    }

    private Replay replay(String... answers) {
        List<RawAnswer> raw = Arrays.stream(answers).map(ReplayTest::answer).toList();
        Replay replay = Replay.of(KEY, codes, raw).replay();
        assertThat(replay).isNotNull();
        return replay;
    }

    private static RawAnswer answer(String text) {
        return new RawAnswer(200, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A carrier that answers {@code day code words|day code words|…}; A is listed as in transit. */
    private static final class CodeList implements CarrierAdapter {
        private final Map<String, EventType> types = new HashMap<>(Map.of("A", EventType.IN_TRANSIT));

        void put(String code, EventType type) {
            types.put(code, type);
        }

        TrackingOutcome.Found found(String text) {
            List<TrackingEvent> events =
                    Arrays.stream(text.split("\\|")).map(this::event).toList();
            return new TrackingOutcome.Found(
                    List.of(new ParcelReport(null, "", null, Place.NOWHERE, Place.NOWHERE, null, null, null, events)),
                    List.of());
        }

        private TrackingEvent event(String text) {
            String[] parts = text.split(" ", 3);
            EventTime at = EventTime.ofStated(OffsetDateTime.parse("2026-05-0" + parts[0] + "T10:00:00+01:00"));
            EventType type = types.getOrDefault(parts[1], EventType.UNMAPPED);
            return new TrackingEvent(
                    at, type, parts[1], parts.length > 2 ? parts[2] : null, Place.ofCountry("GB"), false);
        }

        @Override
        public Carrier carrier() {
            return KEY.carrier();
        }

        @Override
        public List<CarrierRequest> requests(TrackingQuery query) {
            return List.of();
        }

        @Override
        public Function<TrackingQuery, TrackingOutcome> reading(CarrierAnswer answer) {
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            return query -> text.equals("?")
                    ? new TrackingOutcome.Failed(FailureKind.UNREADABLE, "no such answer")
                    : found(text);
        }
    }
}
