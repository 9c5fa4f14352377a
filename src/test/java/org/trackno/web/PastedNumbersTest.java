package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.TracknoUnderTest;

/** What people paste: a number, many, links, a whole e-mail. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class PastedNumbersTest {
    @Inject
    PastedNumbers pasted;

    @Test
    void numbers_in_lines_are_taken_as_written() {
        assertThat(numbers("RB 4175 2630 4 GB\n\n1z12345e0205271688\n")).isEqualTo("RB417526304GB 1Z12345E0205271688");
    }

    @Test
    void a_mail_gives_its_numbers_once() {
        assertThat(
                        numbers(
                                """
                        Dear customer, your order 1234567 of 2026-11-20 was sent.
                        Track it: https://www.royalmail.com/track-your-item#/tracking-results/RB417526304GB
                        Your number is RB417526304GB. Call us: +44 20 7946 0000
                        """))
                .isEqualTo("RB417526304GB");
    }

    @Test
    void a_link_hides_no_other_number_of_its_line() {
        assertThat(numbers("RB417526304GB and https://www.dhl.de/?piececode=00340434161094042557 too"))
                .isEqualTo("RB417526304GB 00340434161094042557");
    }

    @Test
    void what_nobody_knows_is_kept_when_it_stands_alone() {
        assertThat(numbers("QQQ1111QQQ")).isEqualTo("QQQ1111QQQ");
        assertThat(numbers("hello there")).isEmpty();
        assertThat(numbers("")).isEmpty();
    }

    @Test
    void no_more_are_taken_than_fit() {
        String many = IntStream.range(0, 150)
                .mapToObj(i -> "QQQ" + (10_000 + i) + "Q")
                .collect(Collectors.joining("\n"));

        assertThat(pasted.read(many)).hasSize(PastedNumbers.MOST);
    }

    @Test
    void each_comes_with_whose_it_may_be() {
        assertThat(pasted.read("RB417526304GB").get(0).carriers().get(0).id()).isEqualTo("royal-mail");
    }

    private String numbers(String text) {
        return pasted.read(text).stream().map(PastedNumbers.Pasted::number).collect(Collectors.joining(" "));
    }
}
