package org.trackno.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.NotFound;

/** A sample reads the same with the HTTP status it really comes with as it does from a file. */
class ResponseStatusTest {

    @ParameterizedTest
    @CsvSource({
        "usps, not-found, 400, NOT_FOUND",
        "usps, not-found, 404, NOT_FOUND",
        "usps, refused, 401, REFUSED",
        "usps, over-quota, 429, OVER_QUOTA",
        "usps, unavailable, 503, UNAVAILABLE",
        "usps, bad-request, 400, BAD_REQUEST",
        "usps, bad-request, 502, UNAVAILABLE",
        "royal-mail, not-found, 404, NOT_FOUND",
        "royal-mail, invalid-number-not-tracked, 404, INVALID_NUMBER",
        "royal-mail, refused, 401, REFUSED",
        "royal-mail, over-quota, 429, OVER_QUOTA",
        "royal-mail, unavailable, 500, UNAVAILABLE",
        "royal-mail, bad-request-terms-header, 400, BAD_REQUEST",
        "la-poste, not-found, 404, NOT_FOUND",
        "la-poste, not-found-list, 404, NOT_FOUND",
        "la-poste, not-found-list, 207, NOT_FOUND",
        "la-poste, invalid-number, 400, INVALID_NUMBER",
        "la-poste, refused, 401, REFUSED",
        "la-poste, over-quota, 429, OVER_QUOTA",
        "bring, not-found, 200, NOT_FOUND",
        "bring, not-found, 404, NOT_FOUND",
        "bring, invalid-number, 400, INVALID_NUMBER",
        "bring, refused, 401, REFUSED",
        "bring, over-quota, 503, OVER_QUOTA",
        "bring, over-quota-unwrapped, 503, OVER_QUOTA",
        "bring, unavailable, 500, UNAVAILABLE"
    })
    void readsTheSampleWithItsStatus(String carrier, String sample, int status, String expected) throws IOException {
        Path folder = Path.of("carriers", carrier);
        byte[] body = Files.readAllBytes(folder.resolve("samples/" + sample + ".json"));
        CarrierAdapter adapter = CarrierFolder.read(folder).adapter().orElseThrow();

        TrackingOutcome outcome = adapter.read(new CarrierAnswer(status, body, null), TrackingQuery.EVERYTHING);

        assertThat(nameOf(outcome)).isEqualTo(expected);
    }

    private static String nameOf(TrackingOutcome outcome) {
        if (outcome instanceof NotFound) {
            return "NOT_FOUND";
        }
        return outcome instanceof Failed failed ? failed.kind().name() : "FOUND";
    }
}
