package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.model.Carrier;
import org.trackno.model.EventTime;
import org.trackno.model.EventType;
import org.trackno.model.Place;
import org.trackno.model.Stage;
import org.trackno.model.Timeline;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.store.StoredParcel;
import org.trackno.store.StoredParcel.Piece;

/** A second before its time is over a parcel is fresh and nobody is asked; a second after it is not. */
class FreshnessPolicyTest {
    private static final ParcelKey KEY =
            new ParcelKey(new Carrier("test-post", "Test Post"), new TrackingNumber("TT417526304GB"));
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration AN_HOUR_AGO = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({
        "INFORMATION_RECEIVED, PT1H",
        "POSTED, PT30M",
        "IN_TRANSIT, PT30M",
        "OUT_FOR_DELIVERY, PT5M",
        "DELIVERY_ATTEMPTED, PT30M",
        "AVAILABLE_FOR_PICKUP, PT1H",
        "RETURN_STARTED, PT6H",
        "DELIVERED, PT24H",
        "LOST, PT24H"
    })
    void how_long_a_parcel_is_fresh_follows_from_its_stage(EventType latest, Duration fresh) {
        assertFreshFor(fresh, known(latest, AN_HOUR_AGO, Map.of()));
    }

    @Test
    void a_carrier_may_say_otherwise() {
        assertFreshFor(
                Duration.ofHours(2),
                known(EventType.IN_TRANSIT, AN_HOUR_AGO, Map.of(Stage.IN_TRANSIT, Duration.ofHours(2))));
    }

    @Test
    void a_parcel_that_nothing_happens_to_is_asked_for_once_a_day() {
        assertFreshFor(Duration.ofDays(1), known(EventType.IN_TRANSIT, Duration.ofDays(6), Map.of()));
    }

    @Test
    void what_was_delivered_long_ago_is_never_asked_for_again() {
        KnownParcel known = known(EventType.DELIVERED, Duration.ofDays(15), Map.of());

        assertThat(known.wantsRefresh(NOW.plus(Duration.ofDays(1_000)))).isFalse();
    }

    private static void assertFreshFor(Duration fresh, KnownParcel known) {
        Instant end = NOW.plus(fresh);
        assertThat(known.wantsRefresh(end.minusSeconds(1))).isFalse();
        assertThat(known.wantsRefresh(end.plusSeconds(1))).isTrue();
    }

    private static KnownParcel known(EventType latest, Duration ago, Map<Stage, Duration> hints) {
        EventTime at = EventTime.ofStated(NOW.minus(ago).atOffset(ZoneOffset.UTC));
        TrackingEvent event = new TrackingEvent(at, latest, "X", null, Place.ofCountry("GB"), false);
        assertThat(Timeline.of(List.of(event)).stage()).isNotEqualTo(Stage.UNKNOWN);
        Piece piece = new Piece("", null, Place.NOWHERE, Place.NOWHERE, null, null, null, List.of(event));
        return KnownParcel.of(
                        KEY,
                        new StoredParcel(KEY.carrier().id(), KEY.number(), List.of(piece), NOW, NOW, null, null),
                        hints)
                .orElseThrow();
    }
}
