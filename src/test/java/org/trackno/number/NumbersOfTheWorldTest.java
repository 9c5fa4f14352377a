package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Made-up numbers of carriers all over the world, with right check digits: whose they are, and how surely that is seen. */
class NumbersOfTheWorldTest {
    private static final Recogniser RECOGNISER = new Recogniser(CarrierFiles.read());

    /** Where the carrier stands, once the country is known if one is given. */
    enum Rank {
        FIRST,
        LISTED
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/numbers-of-the-world.csv", numLinesToSkip = 1)
    void theCarrierIsFoundWhereItShouldBe(String carrier, String number, @Nullable String country, Rank rank) {
        List<String> carriers = ids(number, country);

        if (rank == Rank.FIRST) {
            assertThat(carriers.get(0)).isEqualTo(carrier);
        } else {
            assertThat(carriers).contains(carrier);
        }
    }

    private static List<String> ids(String number, @Nullable String country) {
        Hints hints = country == null ? Hints.NONE : Hints.toCountry(country);
        return RECOGNISER.recognise(number, hints).candidates().stream()
                .map(candidate -> candidate.carrier().id())
                .toList();
    }
}
