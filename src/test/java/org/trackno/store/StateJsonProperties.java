package org.trackno.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.trackno.model.EventTime;
import org.trackno.model.EventType;
import org.trackno.model.Place;
import org.trackno.model.TrackingEvent;

/** What is stored is read back as it was. */
class StateJsonProperties {
    @Property
    void everyTimeIsReadBackExactly(
            @ForAll @IntRange(min = -3_000_000, max = 3_000_000) int day,
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll boolean hasFraction) {
        LocalDateTime local = LocalDateTime.of(
                LocalDate.ofEpochDay(day), LocalTime.ofSecondOfDay(second).withNano(hasFraction ? nano : 0));
        TrackingEvent report = new TrackingEvent(
                EventTime.ofStated(local.atOffset(ZoneOffset.ofHours(2))),
                EventType.IN_TRANSIT,
                "A",
                null,
                Place.NOWHERE,
                false);

        assertThat(StateJson.readReport(StateJson.write(report))).isEqualTo(report);
    }
}
