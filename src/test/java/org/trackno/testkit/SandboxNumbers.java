package org.trackno.testkit;

import static java.util.stream.Collectors.toMap;

import java.util.Map;

/** The numbers that the sandbox offers to try. */
public final class SandboxNumbers {
    private SandboxNumbers() {}

    /** A carrier's numbers by scenario, as {@code GET /v1/carriers/{id}} lists them. */
    public static Map<String, String> of(String carrier) {
        return Reply.items(new TracknoClient()
                        .get("/v1/carriers/" + carrier)
                        .json()
                        .path("sandboxNumbers"))
                .collect(toMap(n -> n.path("scenario").asText(), n -> n.path("trackingNumber")
                        .asText()));
    }

    /** A carrier's number of a scenario. */
    public static String of(String carrier, String scenario) {
        return of(carrier).get(scenario);
    }
}
