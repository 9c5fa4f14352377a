package org.trackno.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Time is honest, and its order is one. */
@Domain(Events.class)
@Domain(DomainContext.Global.class)
class EventTimeProperties {
    private static final ZoneId ZONE = ZoneId.of("America/St_Johns");

    @Property
    void anOffsetIsShownOnlyWhereItIsKnown(@ForAll EventTime time) {
        boolean known = time.zoneBasis() != ZoneBasis.UNKNOWN;

        assertThat(time.instant().isPresent()).isEqualTo(known);
        assertThat(time.offset() != null).isEqualTo(known);
        assertThat(time.iso().equals(time.local())).isEqualTo(!known);
        assertThat(time.iso()).doesNotContain("Z");
    }

    @Property
    void aDateStaysADate(@ForAll EventTime time) {
        EventTime date = EventTime.ofDate(time.date());

        assertThat(date.in(ZONE, ZoneBasis.FROM_PLACE)).isEqualTo(date);
        assertThat(date.iso()).isEqualTo(time.date().toString());
        assertThat(date.instant()).isEmpty();
    }

    @Property
    void aZoneFoundLaterChangesNeitherTheClockNorAKnownOffset(@ForAll EventTime time) {
        EventTime zoned = time.in(ZONE, ZoneBasis.FROM_PLACE);

        assertThat(zoned.local()).isEqualTo(time.local());
        if (time.zoneBasis() != ZoneBasis.UNKNOWN || time.time() == null) {
            assertThat(zoned).isEqualTo(time);
        } else {
            assertThat(zoned.zoneBasis()).isEqualTo(ZoneBasis.FROM_PLACE);
        }
    }

    @Property
    void itIsWrittenAsIso8601WithSeconds(
            @ForAll @IntRange(min = -3_000_000, max = 3_000_000) int day,
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll("precisions") ChronoUnit precision) {
        LocalTime time = LocalTime.ofSecondOfDay(second).withNano(nano).truncatedTo(precision);
        LocalDateTime local = LocalDate.ofEpochDay(day).atTime(time);

        assertThat(EventTime.ofLocal(local).local()).isEqualTo(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));
    }

    @Provide
    Arbitrary<ChronoUnit> precisions() {
        return Arbitraries.of(ChronoUnit.NANOS, ChronoUnit.MILLIS, ChronoUnit.SECONDS, ChronoUnit.MINUTES);
    }

    @Property
    void theOrderIsTotal(@ForAll EventTime a, @ForAll EventTime b, @ForAll EventTime c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a).isLessThanOrEqualTo(c);
        }
    }

    @Property
    void knownInstantsKeepTheirOrder(@ForAll @Size(2) List<EventTime> times) {
        EventTime one = times.get(0);
        EventTime other = times.get(1);

        if (one.instant().isPresent() && other.instant().isPresent()) {
            int byInstant =
                    one.instant().orElseThrow().compareTo(other.instant().orElseThrow());
            assertThat(byInstant == 0 || Integer.signum(one.compareTo(other)) == Integer.signum(byInstant))
                    .isTrue();
        }
    }

    @Property
    void theOrderOfEventsIsTotal(@ForAll TrackingEvent a, @ForAll TrackingEvent b, @ForAll TrackingEvent c) {
        var order = TrackingEvent.OLDEST_FIRST;

        assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
        assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
            assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }
}
