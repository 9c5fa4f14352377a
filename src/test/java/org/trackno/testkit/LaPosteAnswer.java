package org.trackno.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Answers of La Poste. */
public final class LaPosteAnswer {
    private LaPosteAnswer() {}

    /** Handed to a partner, which La Poste names in its own words and which has a number of its own for it. */
    public static String handedOver(String number, String partner, String reference, Instant at) {
        return """
                {"lang": "fr_FR", "scope": "open", "returnCode": 200, "shipment": {
                  "idShip": "NUMBER", "product": "colissimo", "isFinal": false,
                  "event": [{"code": "ET1", "label": "L'envoi circule dans notre réseau.", "date": "DATE"}],
                  "contextData": {"originCountry": "FR", "arrivalCountry": "IE",
                    "partner": {"name": "PARTNER", "reference": "REFERENCE"}}}}
                """
                .replace("NUMBER", number)
                .replace("PARTNER", partner)
                .replace("REFERENCE", reference)
                .replace("DATE", date(at));
    }

    private static String date(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }
}
