package org.trackno.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trackno.carrier.Catalogue;
import org.trackno.model.Carrier;
import org.trackno.model.EventTime;
import org.trackno.model.EventType;
import org.trackno.model.Parcel;
import org.trackno.model.Partner;
import org.trackno.model.Place;
import org.trackno.model.Timeline;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.tracking.Snapshot.LegCarrier;
import org.trackno.tracking.Snapshot.LegView;

/** Who is told which partner of a hand-over. */
class LegsTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final Legs LEGS = new Legs(CATALOGUE, CATALOGUE.recogniser());
    private static final TrackingNumber THERE = new TrackingNumber("QX7VB9N");
    private static final String UNKNOWN_HERE = "X Logistics GmbH";

    @Test
    void aNameInTheCarriersWordsIsForTheEntitled() {
        Parcel parcel = abroad(new Partner(THERE, null, UNKNOWN_HERE));

        LegView entitled = partner(parcel, Audience.ENTITLED);

        assertThat(entitled.trackingNumber()).isEqualTo(THERE.value());
        assertThat(entitled.carrier()).isEqualTo(new LegCarrier(null, UNKNOWN_HERE));
        for (Audience audience : List.of(Audience.PUBLIC, Audience.STRICT)) {
            assertThat(partner(parcel, audience).trackingNumber()).isEqualTo(THERE.value());
            assertThat(partner(parcel, audience).carrier()).isNull();
        }
    }

    @Test
    void oneOfOurCarriersIsNamedToEverybody() {
        Parcel parcel = abroad(new Partner(THERE, null, "AN POST"));

        assertThat(Audience.values())
                .allSatisfy(audience -> assertThat(partner(parcel, audience).carrier())
                        .isEqualTo(new LegCarrier("an-post", "An Post")));
    }

    @Test
    void aNameThatTheNumberBearsOutIsOneOfOurs() {
        assertThat(partner(abroad(new Partner(null, null, "DHL Paket GmbH")), Audience.PUBLIC)
                        .carrier())
                .isEqualTo(new LegCarrier("dhl", "DHL"));
    }

    @Test
    void whereANameIsToldNoPostIsGuessed() {
        Parcel parcel = abroad(new Partner(null, null, UNKNOWN_HERE));

        LegView entitled = partner(parcel, Audience.ENTITLED);

        assertThat(entitled.trackingNumber()).isEqualTo(parcel.number().value());
        assertThat(entitled.carrier()).isEqualTo(new LegCarrier(null, UNKNOWN_HERE));
        assertThat(entitled.carrierPage()).isNull();
        assertThat(LEGS.of(parcel, List.of(), Audience.PUBLIC)).isEmpty();
    }

    @Test
    void whereNothingIsToldItIsTheOtherPostOfTheNumber() {
        assertThat(partner(abroad(null), Audience.PUBLIC).carrier()).isEqualTo(new LegCarrier("dhl", "DHL"));
    }

    private static LegView partner(Parcel parcel, Audience audience) {
        List<LegView> legs = LEGS.of(parcel, List.of(), audience);
        assertThat(legs).hasSize(1);
        return legs.get(0);
    }

    /** A parcel of Royal Mail that left for Germany. */
    private static Parcel abroad(@Nullable Partner partner) {
        EventTime at = EventTime.ofLocal(LocalDateTime.of(2026, 3, 4, 8, 0));
        TrackingEvent left =
                new TrackingEvent(at, EventType.DEPARTED_ORIGIN_COUNTRY, "EVHOE", null, Place.NOWHERE, false);
        return new Parcel(
                new Carrier("royal-mail", "Royal Mail"),
                new TrackingNumber("RB417526922GB"),
                "",
                null,
                Place.ofCountry("GB"),
                Place.ofCountry("DE"),
                null,
                null,
                partner,
                Timeline.of(List.of(left)));
    }
}
