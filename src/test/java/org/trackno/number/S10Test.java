package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class S10Test {
    private static final Recogniser RECOGNISER = new Recogniser(List.of());

    @ParameterizedTest
    @MethodSource("posts")
    void everyPostIsRecognisedByItsSuffix(PostOffice post) {
        Recognition recognition = RECOGNISER.recognise(number("RR", "50817203", post.suffix()));

        assertThat(recognition.committed()).isPresent().get().satisfies(candidate -> {
            assertThat(candidate.carrier()).isEqualTo(post.carrier());
            assertThat(candidate.check()).isEqualTo(CheckResult.PASS);
            assertThat(candidate.reasons()).anyMatch(reason -> reason.contains("registered"));
            assertThat(candidate.reasons().get(0))
                    .contains(post.country())
                    .contains(post.carrier().name());
        });
    }

    static Stream<PostOffice> posts() {
        return PostOffices.load(Map.of()).list().stream();
    }

    @Test
    void theListHasEveryCountryOfTheWorldThatHasAPost() {
        List<String> withoutPost = List.of("AQ", "BV", "HM", "TF", "UM");

        assertThat(posts().map(PostOffice::suffix))
                .containsAll(Stream.of(Locale.getISOCountries())
                        .filter(code -> !withoutPost.contains(code))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "US, usps",
        "PR, usps",
        "GB, royal-mail",
        "FR, la-poste",
        "CA, canada-post",
        "NO, bring",
        "DE, dhl",
        "TW, chunghwa-post",
        "MO, ctt-macau",
        "JE, jersey-post",
        "FO, posta-faroe-islands",
        "GI, royal-gibraltar-post"
    })
    void thePostsThatAreCarriersHaveTheirIds(String suffix, String carrier) {
        assertThat(RECOGNISER.recognise(number("CP", "20304050", suffix)).candidates())
                .extracting(candidate -> candidate.carrier().id())
                .containsExactly(carrier);
    }

    @Test
    void aWrongCheckDigitIsANearMissWithTheRightNumber() {
        String right = number("EE", "60718293", "NL");
        String wrong = right.replace(right.charAt(10) + "NL", (right.charAt(10) - '0' + 1) % 10 + "NL");

        Recognition recognition = RECOGNISER.recognise(wrong);

        assertThat(recognition.candidates()).isEmpty();
        assertThat(recognition.nearMisses()).singleElement().satisfies(miss -> {
            assertThat(miss.correctedNumber()).isEqualTo(right);
            assertThat(miss.expectedCheckDigit()).isEqualTo(right.substring(10, 11));
            assertThat(miss.problem()).contains("PostNL").contains("mistyped");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "QQ", "AQ", "ZZ"})
    void anUnknownCountryIsRefusedWithTheReason(String suffix) {
        Recognition recognition = RECOGNISER.recognise(number("RR", "50817203", suffix));

        assertThat(recognition.candidates()).isEmpty();
        assertThat(recognition.nearMisses()).singleElement().satisfies(miss -> {
            assertThat(miss.problem()).contains(suffix + " is no country with a post");
            assertThat(miss.carrier()).isNull();
        });
    }

    @Test
    void privateLookAlikesAreToldApart() {
        Recognition recognition = RECOGNISER.recognise(number("UJ", "30415263", "YP"));

        assertThat(recognition.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.carrier().id()).isEqualTo("yanwen");
            assertThat(candidate.reasons().get(0)).contains("private");
        });
    }

    @Test
    void thePostOfTheDestinationIsALaterCandidate() {
        Recognition recognition = RECOGNISER.recognise(number("LV", "80706051", "CN"), Hints.toCountry("SE"));

        assertThat(recognition.candidates())
                .extracting(candidate -> candidate.carrier().id() + " " + candidate.role())
                .containsExactly("china-post ISSUER", "postnord PARTNER");
        assertThat(recognition.committed()).isPresent();
    }

    @Test
    void aServiceIndicatorThatIsNotAssignedCostsScore() {
        double assigned = score(number("RR", "50817203", "FI"));
        double unassigned = score(number("XR", "50817203", "FI"));

        assertThat(unassigned).isLessThan(assigned);
    }

    private static double score(String number) {
        return RECOGNISER.recognise(number).candidates().get(0).score();
    }

    private static String number(String service, String serial, String suffix) {
        return service + serial + CheckRule.UPU_S10.expected(serial).orElseThrow() + suffix;
    }
}
