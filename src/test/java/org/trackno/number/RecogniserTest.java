package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.model.Carrier;

class RecogniserTest {
    private static final Recogniser RECOGNISER = new Recogniser(CarrierFiles.read());

    @Test
    void theCarriersOfAStorefrontRankHigherAndSaySo() {
        String number = "70392815640273";
        Recognition plain = RECOGNISER.recognise(number);
        Recognition known = RECOGNISER.recognise(number, Hints.usual(Set.of("jadlog")));

        assertThat(plain.candidates().get(0).carrier().id()).isNotEqualTo("jadlog");
        assertThat(known.candidates().get(0).carrier().id()).isEqualTo("jadlog");
        assertThat(known.candidates().get(0).reasons())
                .contains("Jadlog is one of the carriers that the parcels usually go with.");
        assertThat(known.candidates()).hasSameSizeAs(plain.candidates());
        assertThat(known.committed()).isEmpty();
    }

    @Test
    void aBarcodeThatHoldsMoreNamesTheNumberInside() {
        String number =
                "61234098765" + CheckRule.FEDEX_3_1_7.expected("61234098765").orElseThrow();

        Candidate candidate = RECOGNISER
                .recognise("1004071829304151234500" + number)
                .candidates()
                .get(0);

        assertThat(candidate.carrier().id()).isEqualTo("fedex");
        assertThat(candidate.number().value()).isEqualTo(number);
        assertThat(candidate.reasons()).anyMatch(reason -> reason.contains("that is " + number));
        assertThat(candidate.unchecked()).isEqualTo(new Unchecked(List.of(new CharacterRange(1, 20)), List.of()));
        assertThat(candidate.reasons())
                .contains(
                        "The check digit does not cover characters 1 to 20: a slip there goes unnoticed, but leaves the"
                                + " number itself right.");
        String item = "940010987654321098765"
                + CheckRule.GS1_MOD10.expected("940010987654321098765").orElseThrow();
        assertThat(RECOGNISER
                        .recognise("42010001" + item)
                        .candidates()
                        .get(0)
                        .number()
                        .value())
                .isEqualTo(item);
    }

    @Test
    void aNumberSaysWhereASlipGoesUnnoticed() {
        NumberFormat partly = format("partly-1", "AB <service dd> C ^ <serial d{8}> <check d>", "mod7");
        NumberFormat loose = format("loose-1", "LO d{6} [AB]", null);
        Recogniser recogniser =
                new Recogniser(List.of(new CarrierFormats(new Carrier("one", "One"), List.of(partly, loose))));

        Candidate checked = recogniser.recognise("AB07C100000003").candidates().get(0);
        Candidate unchecked = recogniser.recognise("LO473920A").candidates().get(0);

        assertThat(checked.unchecked().typed()).containsExactly(new CharacterRange(3, 4));
        assertThat(checked.unchecked().known()).isEqualTo(checked.unchecked().typed());
        assertThat(checked.reasons())
                .contains("The check digit does not cover characters 3 to 4: a slip there goes unnoticed.");
        assertThat(unchecked.unchecked().typed()).containsExactly(new CharacterRange(3, 9));
    }

    @Test
    void aWrongCheckDigitNeverFallsThroughToALooserFormatOfAnotherCarrier() {
        NumberFormat strict = format("strict-1", "AB ^ <serial d{8}> <check d>", "mod7");
        NumberFormat loose = format("loose-1", "a{2} x{9}", null);
        Recogniser recogniser = new Recogniser(List.of(
                new CarrierFormats(new Carrier("strict", "Strict"), List.of(strict)),
                new CarrierFormats(new Carrier("loose", "Loose"), List.of(loose))));

        Recognition wrong = recogniser.recognise("AB100000004");
        Recognition right = recogniser.recognise("AB100000003");

        assertThat(wrong.candidates()).isEmpty();
        assertThat(wrong.nearMisses()).singleElement().satisfies(miss -> {
            assertThat(miss.correctedNumber()).isEqualTo("AB100000003");
            assertThat(miss.expectedCheckDigit()).isEqualTo("3");
        });
        assertThat(right.candidates()).extracting(one -> one.carrier().id()).containsExactly("strict", "loose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00340434", "00370123", "00123456", "00894210"})
    void aValidShippingContainerCodeIsNeverUsps(String start) {
        for (int i = 0; i < 200; i++) {
            String payload = start.substring(2) + String.format("%011d", 7_919L * (i + 1));
            String number =
                    "00" + payload + CheckRule.GS1_MOD10.expected(payload).orElseThrow();

            assertThat(RECOGNISER.recognise(number).candidates())
                    .extracting(one -> one.carrier().id())
                    .doesNotContain("usps");
        }
    }

    @ParameterizedTest
    @CsvSource({"0034043420406080103, dhl", "0037010203040506070, bring"})
    void theCompanyPrefixTellsWhoIssuedAContainerCode(String start, String carrier) {
        String number = start + CheckRule.GS1_MOD10.expected(start.substring(2)).orElseThrow();

        assertThat(RECOGNISER.recognise(number).committed())
                .map(one -> one.carrier().id())
                .contains(carrier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000",
                "1111111111",
                "12345678901234",
                "9876543210",
                "20261123154500",
                "23112026",
                "23-11-2026",
                "2026-11-23",
                "1.2.2026",
                "(555) 010-0123",
                "(030) 901820 45",
                "TBA000000000000"
            })
    void numbersThatLookMadeUpSinkWithTheReason(String number) {
        Recognition recognition = RECOGNISER.recognise(number);

        assertThat(recognition.committed()).isEmpty();
        assertThat(recognition.remarks()).singleElement().asString().matches(".*(made up|a date|a phone number).*");
        assertThat(recognition.candidates())
                .allSatisfy(one -> assertThat(one.score()).isNegative())
                .allSatisfy(one -> assertThat(one.reasons().get(0))
                        .isEqualTo(recognition.remarks().get(0)));
    }

    @ParameterizedTest
    @CsvSource({"+49 30 90182045, phone number", "+1 (555) 010-0123, phone number", "23/11/2026, date"})
    void phoneNumbersAndDatesWithCharactersThatNoCarrierPrintsAreNamed(String input, String kind) {
        Recognition recognition = RECOGNISER.recognise(input);

        assertThat(recognition.problem()).isNotNull();
        assertThat(recognition.remarks()).singleElement().asString().contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234-5678-9024", "(00)340434204060801034", "2026-11-2345", "31.31.2026.44", "99-31-2026"})
    void separatorsAloneMakeNeitherDateNorPhoneNumber(String number) {
        assertThat(RECOGNISER.recognise(number).remarks()).isEmpty();
    }

    @Test
    void aFormatThatFitsEverythingIsNeverCommitted() {
        assertThat(RECOGNISER.recognise("70392815640273").committed()).isEmpty();
    }

    @Test
    void whatTheCallerKnowsChangesTheRanking() {
        String number = "70392815640273";

        Recognition named = RECOGNISER.recognise(number, Hints.named("dpd"));
        Recognition configured = RECOGNISER.recognise(number, new Hints(null, null, Set.of("dpd"), null));

        assertThat(named.candidates().get(0).carrier().id()).isEqualTo("dpd");
        assertThat(named.committed()).isPresent();
        assertThat(named.candidates().get(0).reasons()).anyMatch(reason -> reason.contains("named"));
        assertThat(configured.candidates().get(0).carrier().id()).isEqualTo("dpd");
        assertThat(configured.candidates().get(0).reasons()).anyMatch(reason -> reason.contains("configured"));
    }

    @Test
    void aPartnerComesAfterTheIssuer() {
        String payload = "A1B2C3YW0408162";
        Recognition recognition = RECOGNISER.recognise(
                "1Z" + payload + CheckRule.UPS_MOD10.expected(payload).orElseThrow());

        assertThat(recognition.candidates())
                .extracting(one -> one.carrier().id() + " " + one.role())
                .startsWith("ups ISSUER", "usps PARTNER");
        assertThat(recognition.committed()).isPresent();
    }

    @Test
    void theCandidateExplainsItself() {
        Candidate candidate =
                RECOGNISER.recognise("1z a1b2c3 03 1234567 3").candidates().get(0);

        assertThat(candidate.format()).isEqualTo("ups-1z");
        assertThat(candidate.parts()).contains(new Part("shipper", "A1B2C3"), new Part("service", "03"));
        assertThat(candidate.reasons()).anyMatch(reason -> reason.contains("check digit 3 is right (UPS modulo 10)"));
    }

    @ParameterizedTest
    @CsvSource({
        "1ZA1B2C30312345673, 1ZA1B2C3O312345673, Character 9 read as 0 instead of O.",
        "1ZA1B2C30312345673, IZA1B2C30312345673, Character 1 read as 1 instead of I."
    })
    void aLookAlikeCharacterIsOfferedAsRepair(String right, String typed, String change) {
        Recognition recognition = RECOGNISER.recognise(typed);

        assertThat(RECOGNISER.repairs(recognition))
                .filteredOn(repair -> repair.trackingNumber().equals(right))
                .singleElement()
                .satisfies(repair -> {
                    assertThat(repair.change()).isEqualTo(change);
                    assertThat(repair.candidate().carrier().id()).isEqualTo("ups");
                });
    }

    @Test
    void aNumberWithACandidateIsNotRepaired() {
        assertThat(RECOGNISER.repairs(RECOGNISER.recognise("1ZA1B2C30312345673")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.ups.com/track?loc=en_US&tracknum=1ZA1B2C30312345673&requester=WT/trackdetails",
                "https://parcels.example.org/follow/1ZA1B2C30312345673",
                " www.ups.com/track?tracknum=1ZA1B2C30312345673 "
            })
    void theNumberIsFoundInAPastedLink(String link) {
        Recognition recognition = RECOGNISER.recognise(link);

        assertThat(recognition.input()).isEqualTo(link);
        assertThat(recognition.trackingNumber()).hasToString("1ZA1B2C30312345673");
        assertThat(recognition.committed()).map(one -> one.carrier().id()).contains("ups");
        assertThat(recognition.remarks()).anyMatch(remark -> remark.contains("link"));
    }

    @Test
    void theHostOfALinkNamesTheCarrier() {
        Recognition recognition = RECOGNISER.recognise("https://tracking.dpd.de/status/en_US/parcel/70392815640273");

        assertThat(recognition.committed()).map(one -> one.carrier().id()).contains("dpd");
    }

    @ParameterizedTest
    @CsvSource({
        "https://track.dpd.co.uk/parcels/15503928564027, dpd",
        "https://gls-group.eu/DE/de/paketverfolgung?match=50739281656, gls",
        "https://mydhl.express.dhl/gb/en/tracking.html#/results?id=4387193823, dhl",
        "https://www.mondialrelay.com/fr-fr/suivi-de-colis?numeroExpedition=73928165, mondial-relay"
    })
    void theNationalHostsOfACarrierNameItToo(String link, String carrier) {
        assertThat(RECOGNISER.recognise(link).candidates().get(0).carrier().id())
                .isEqualTo(carrier);
    }

    @Test
    void aHostThatCarriersShareNamesNone() {
        CarrierFormats one = new CarrierFormats(
                new Carrier("one", "One"),
                List.of(format("one-1", "d{12}", null)),
                "https://track.example.org/{number}",
                List.of());
        CarrierFormats two = new CarrierFormats(
                new Carrier("two", "Two"), List.of(format("two-1", "d{12}", null)), null, List.of("two.example.org"));
        Recogniser recogniser = new Recogniser(List.of(one, two));

        assertThat(recogniser.recognise("https://www.example.org/739281656402").candidates())
                .hasSize(2)
                .allSatisfy(candidate -> assertThat(candidate.score()).isLessThan(Recognition.COMMIT_SCORE));
    }

    @Test
    void ofTheOddPartsOfALinkTheNearestToANumberIsTaken() {
        Recognition recognition = RECOGNISER.recognise(
                "https://tools.usps.com/go/TrackConfirmAction?text28777=&tLabels=9400111899561234567890");

        assertThat(recognition.trackingNumber()).hasToString("9400111899561234567890");
        assertThat(recognition.nearMisses()).isNotEmpty();
    }

    @Test
    void aContainerCodeOfAnUnknownCompanyIsExplained() {
        String payload = "19900001234567890";
        String number = "00" + payload + CheckRule.GS1_MOD10.expected(payload).orElseThrow();

        assertThat(RECOGNISER.recognise(number).candidates()).isEmpty();
        assertThat(RECOGNISER.recognise(number).remarks()).anyMatch(remark -> remark.contains("SSCC"));
    }

    @Test
    void anInputThatIsNoNumberComesBackWithTheProblem() {
        Recognition recognition = RECOGNISER.recognise("<script>");

        assertThat(recognition.trackingNumber()).isNull();
        assertThat(recognition.problem()).extracting(InputProblem::characters).isEqualTo(List.of("<", ">"));
    }

    @Test
    void twoFormatsOfOneNameAreRefused() {
        CarrierFormats one = new CarrierFormats(new Carrier("one", "One"), List.of(format("same", "d{9}", null)));

        assertThatThrownBy(() -> new Recogniser(List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
    }

    private static NumberFormat format(String id, String shape, @Nullable String check) {
        return new NumberFormat(
                id, null, shape, check, null, null, null, List.of(), "high", "made up", List.of(), Map.of());
    }
}
