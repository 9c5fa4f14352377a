package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.number.NumbersInText.Find;
import org.trackno.number.NumbersInText.Mode;

class NumbersInTextTest {
    private static final Recogniser RECOGNISER = new Recogniser(CarrierFiles.read());
    private static final NumbersInText NUMBERS = new NumbersInText(RECOGNISER);
    private static final String UPS = withCheck("1Z", "8X4F11039205117", CheckRule.UPS_MOD10);
    private static final String POST = "RB" + withCheck("", "40718293", CheckRule.UPU_S10) + "NO";
    private static final String AMAZON = "TBA407182930415";

    @Test
    void theNameOfTheCarrierBeforeANumberIsNoPartOfIt() {
        String text = "Second parcel: UPS 1Z A1B 2C3 03 1234 567 3, thank you";

        for (Mode mode : Mode.values()) {
            assertThat(NUMBERS.find(text, mode, Hints.NONE)).singleElement().satisfies(find -> assertThat(
                            text.substring(find.start(), find.end()))
                    .isEqualTo("1Z A1B 2C3 03 1234 567 3"));
        }
    }

    @Test
    void aStrictReadingOfAnEmailFindsWhatACheckDigitOrALinkProves() {
        String text =
                """
                Hello Kari, your order 4071829304 of 23.11.2026 is on its way (%s).
                The second parcel, %s, comes by post: https://www.ups.com/track?loc=en&tracknum=%s.
                Questions? Call (555) 010-0123 or +47 22 01 02 03, or write to desk%s@shop.example.
                """
                        .formatted(UPS, POST, UPS, "40718293");

        assertThat(numbers(text, Mode.STRICT)).containsExactly(UPS, POST);
    }

    @Test
    void anEagerReadingAddsWhatOnlyLooksLikeANumber() {
        String text = "Parcels: " + AMAZON + ", " + POST + " and our order 40718293041.";

        assertThat(numbers(text, Mode.STRICT)).containsExactly(POST);
        assertThat(numbers(text, Mode.EAGER)).containsExactly(AMAZON, POST);
    }

    @Test
    void aNumberPrintedInGroupsIsOneNumber() {
        String groups = String.join(" ", UPS.split("(?<=\\G.{3})"));
        String text = "No. " + groups + "\nand " + POST.substring(0, 2) + " " + POST.substring(2, 11) + " NO.";

        List<Find> finds = NUMBERS.find(text, Mode.STRICT, Hints.NONE);

        assertThat(finds)
                .extracting(find -> find.recognition().trackingNumber().value())
                .containsExactly(UPS, POST);
        assertThat(text.substring(finds.get(0).start(), finds.get(0).end())).isEqualTo(groups);
    }

    @Test
    void aLinkToACarrierCountsWhereTheNumberAloneIsTooLittle() {
        String number = "TBA407182930415";
        String text = "<a href=\"https://www.amazon.com/progress-tracker/" + number + "\">here</a>";
        Recogniser amazonOnly = new Recogniser(CarrierFiles.read().stream()
                .map(one -> one.carrier().id().equals("amazon")
                        ? new CarrierFormats(one.carrier(), one.formats(), "https://www.amazon.com/{number}", List.of())
                        : one)
                .toList());

        assertThat(new NumbersInText(amazonOnly).find(text, Mode.STRICT, Hints.NONE))
                .singleElement()
                .satisfies(find ->
                        assertThat(find.recognition().trackingNumber().value()).isEqualTo(number));
        assertThat(numbers(number, Mode.STRICT)).isEmpty();
    }

    @Test
    void aForwardedHtmlMailGivesItsNumbersAndNoneOfItsOrdersAccountsAndPhones() {
        String fedex =
                "61234098765" + CheckRule.FEDEX_3_1_7.expected("61234098765").orElseThrow();
        String text =
                """
                -----Original Message-----
                From: Shop <orders%s@shop.example>
                Date: 23.11.2026 14:05

                <table><tr><td>Order no.:</td><td>1234098765</td></tr>
                <tr><td>Tracking number:</td><td><a href="https://shop.example/r?u=123456">%s</a></td></tr>
                <tr><td>Second parcel</td><td>RB 4175 2630 4 GB</td></tr></table>
                <a href="https://eur01.links.example/?url=https%%3A%%2F%%2Fwww.fedex.com%%2Ffedextrack%%2F%%3Ftrknbr%%3D%s&data=05">Track</a>
                Bestellnummer 302-1234567-7654321, Rechnungsnr. 2026110045, invoice 94055036993001242878
                Total: 1.234,56 EUR or $ 12,345.67. Tel. +49 30 90182045, phone 4930901820
                IBAN DE89 3704 0044 0532 0130 00
                """
                        .formatted("40718293", UPS, fedex);

        assertThat(numbers(text, Mode.STRICT)).containsExactly(UPS, "RB417526304GB", fedex);
        assertThat(numbers(text, Mode.EAGER)).containsExactly(UPS, "RB417526304GB", fedex);
    }

    @Test
    void whatTheTextCallsATrackingNumberIsTakenEagerlyAndAnOrderNumberIsNot() {
        assertThat(numbers("Your parcel number is 15509182736450.", Mode.EAGER)).containsExactly("15509182736450");
        assertThat(numbers("Sendungsnummer: 15509182736450", Mode.EAGER)).containsExactly("15509182736450");
        assertThat(numbers("15509182736450", Mode.EAGER)).isEmpty();
        assertThat(numbers("Sendungsnummer: 15509182736450", Mode.STRICT)).isEmpty();
        assertThat(numbers("Order number: 1550918273, invoice no. 98157092846315", Mode.EAGER))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"14285 70360, 27182 81828", "561234 098765, 612340 987654"})
    void ofTwoNumbersSideBySideThatReadAsOneBothAreFound(String one, String other) {
        Map<String, Double> scores = Map.of(one, 2.0, one + " " + other, 3.0, other, 4.0);

        assertThat(written(one + " " + other, scores)).containsExactly(one, other);
    }

    @Test
    void ofFourNumbersOnOneLineNoneIsLost() {
        String a = "14285 70360";
        String b = "27182 81828";
        String c = "561234 098765";
        String d = "612340 987654";
        Map<String, Double> scores =
                Map.of(a, 2.0, join(a, b), 2.5, b, 3.0, join(a, b, c), 4.0, c, 4.5, join(c, d), 4.6, d, 4.7);

        assertThat(written(join(a, b, c, d), scores)).containsExactly(a, b, c, d);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No number at all.",
                "Call +49 30 90182045 or (030) 901820 45",
                "from 23-11-2026 to 24/11/2026, 20261123",
                "write to 1Z8X4F110392051170@shop.example",
                "1111111111 000000000000 12345678901234"
            })
    void whatIsNoTrackingNumberIsNotFound(String text) {
        assertThat(NUMBERS.find(text, Mode.EAGER, Hints.NONE)).isEmpty();
    }

    @Property(tries = 200)
    void everyTextIsAnswered(@ForAll @StringLength(max = 10_240) String text, @ForAll Mode mode) {
        assertThat(NUMBERS.find(text, mode, Hints.NONE)).allSatisfy(find -> {
            assertThat(find.recognition().input()).isEqualTo(text.substring(find.start(), find.end()));
            assertThat(find.recognition().candidates()).isNotEmpty();
        });
    }

    @Property(tries = 100)
    void theWorkGrowsWithTheTextAndNoFaster(
            @ForAll
                    @StringLength(max = 10_240)
                    @Chars({' ', '-', '.', '(', '+', '/', 'A', ':'})
                    @CharRange(from = '0', to = '9')
                    String text) {
        int[] calls = {0};
        long[] characters = {0};
        NumbersInText counted = new NumbersInText(
                (written, hints) -> {
                    calls[0]++;
                    characters[0] += written.length();
                    return RECOGNISER.recognise(written, hints);
                },
                RECOGNISER::linkedCarrier);

        counted.find(text, Mode.EAGER, Hints.NONE);

        assertThat(calls[0]).isLessThanOrEqualTo(NumbersInText.MOST_GROUPS * (text.length() / 2 + 1));
        assertThat(characters[0]).isLessThanOrEqualTo(60L * (text.length() + 1));
    }

    private static List<String> numbers(String text, Mode mode) {
        return NUMBERS.find(text, mode, Hints.NONE).stream()
                .map(find -> find.recognition().trackingNumber().value())
                .toList();
    }

    /** What is found where only these writings are numbers, with these scores. */
    private static List<String> written(String text, Map<String, Double> scores) {
        NumbersInText scored = new NumbersInText((written, hints) -> scored(written, scores), link -> null);
        return scored.find(text, Mode.EAGER, Hints.NONE).stream()
                .map(find -> find.recognition().input())
                .toList();
    }

    private static Recognition scored(String written, Map<String, Double> scores) {
        Double score = scores.get(written);
        if (score == null) {
            return new Recognition(written, null, List.of(), List.of(), List.of(), null);
        }
        TrackingNumber number = new TrackingNumber(written.replace(" ", ""));
        Candidate candidate = new Candidate(
                new Carrier("any-carrier", "Any Carrier"),
                "any-format",
                CheckResult.PASS,
                score,
                List.of(),
                Role.ISSUER,
                List.of(),
                number,
                new Unchecked(List.of(), List.of()));
        return new Recognition(written, number, List.of(candidate), List.of(), List.of(), null);
    }

    private static String join(String... numbers) {
        return String.join(" ", numbers);
    }

    private static String withCheck(String start, String payload, CheckRule rule) {
        return start + payload + rule.expected(payload).orElseThrow();
    }
}
