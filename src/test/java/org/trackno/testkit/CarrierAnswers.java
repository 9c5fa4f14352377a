package org.trackno.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trackno.support.Json;

/**
 * Answers of five carriers about any number: those of the samples in the carrier folders with another number in them, and for
 * Royal Mail a parcel with ten events that moved an hour ago.
 */
final class CarrierAnswers {
    /** The credentials that each of them wants. */
    static final Map<String, List<String>> CREDENTIALS = Map.of(
            "royal-mail", List.of("client-id", "client-secret"),
            "usps", List.of("client-id", "client-secret"),
            "ups", List.of("client-id", "client-secret"),
            "bring", List.of("uid", "key"),
            "la-poste", List.of("key"));

    static final String TOKEN =
            """
            {"access_token": "made-up", "token_type": "Bearer", "expires_in": 28799, "status": "approved"}""";
    static final String ROYAL_MAIL_KNOWS_NOTHING =
            """
            {"errors": [{"errorCode": "E1142", "errorDescription": "Made up: not known"}]}""";

    private static final String PLACEHOLDER = "NUMBER";
    private static final String MOVING = "moving";
    private static final List<String> WAY = List.of(
            "Truro DO", "Plymouth MC", "Exeter MC", "Bristol MC", "Swindon MC", "Oxford MC", "Leeds MC", "Carlisle MC");

    private final Map<String, String> templates;
    private final String bringSentOut;

    CarrierAnswers(Instant now) {
        templates = Map.of(
                "royal-mail", royalMail(now),
                "usps", sample("usps", MOVING, "/trackingNumber", ""),
                "ups", sample("ups", MOVING, "/trackResponse/shipment/0/inquiryNumber", ""),
                "bring", bring(MOVING),
                "la-poste", sample("la-poste", MOVING, "/shipment/idShip", ""));
        bringSentOut = bring("out-for-delivery");
    }

    /** The body of Bring about a parcel that went out for delivery after what {@link #about} tells. */
    String sentOut(String number) {
        return bringSentOut.replace(PLACEHOLDER, number);
    }

    /** The body about these numbers; only La Poste takes several. */
    String about(String carrier, List<String> numbers) {
        String template = templates.get(carrier);
        if (numbers.size() == 1) {
            return template.replace(PLACEHOLDER, numbers.get(0));
        }
        return numbers.stream()
                .map(number -> template.replace(PLACEHOLDER, number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String royalMail(Instant now) {
        RoyalMailAnswer answer = RoyalMailAnswer.about(PLACEHOLDER)
                .event("EVAIP", now.minus(Duration.ofHours(40)), "")
                .event("EVPPA", now.minus(Duration.ofHours(30)), "Falmouth");
        Instant at = now.minus(Duration.ofHours(25));
        for (String office : WAY) {
            at = at.plus(Duration.ofHours(3));
            answer = answer.event("EVIAV", at, office);
        }
        return answer.body();
    }

    private static String bring(String sample) {
        return sample(
                "bring", sample, "/consignmentSet/0/packageSet/0/packageNumber", "/consignmentSet/0/consignmentId");
    }

    private static String sample(String carrier, String name, String numberAt, String alsoAt) {
        try {
            String body = Files.readString(Path.of("carriers", carrier, "samples", name + ".json"));
            for (String pointer : List.of(numberAt, alsoAt)) {
                String number = Json.MAPPER.readTree(body).at(pointer).asText();
                if (number.isEmpty() != pointer.isEmpty()) {
                    throw new IllegalStateException("The sample of " + carrier + " has no number at " + pointer);
                }
                body = pointer.isEmpty() ? body : body.replace(number, PLACEHOLDER);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
