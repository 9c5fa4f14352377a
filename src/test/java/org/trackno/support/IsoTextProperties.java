package org.trackno.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is written quickly is written as Java writes it. */
class IsoTextProperties {
    private static final long YEAR_MINUS_1000 = -93_692_592_000L;
    private static final long YEAR_11000 = 284_959_920_000L;

    @Property
    void aMomentIsWrittenAsJavaWritesIt(
            @ForAll @LongRange(min = YEAR_MINUS_1000, max = YEAR_11000) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll("precisions") ChronoUnit precision) {
        Instant moment = Instant.ofEpochSecond(second, nano).truncatedTo(precision);

        assertThat(IsoText.text(moment)).isEqualTo(moment.toString());
        assertThat(Json.line(moment)).isEqualTo('"' + moment.toString() + '"');
    }

    @Example
    void theLastMomentsAreWrittenAsJavaWritesThem() {
        assertThat(IsoText.text(Instant.MIN)).isEqualTo(Instant.MIN.toString());
        assertThat(IsoText.text(Instant.MAX)).isEqualTo(Instant.MAX.toString());
    }

    @Provide
    Arbitrary<ChronoUnit> precisions() {
        return Arbitraries.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS);
    }
}
