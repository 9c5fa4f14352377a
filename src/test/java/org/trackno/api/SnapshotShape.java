package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.trackno.testkit.Reply;

/** The names in a snapshot, which are promised: all of them are there, and no others. */
final class SnapshotShape {
    private static final Set<String> TOP = Set.of(
            "trackingNumber",
            "carrier",
            "stage",
            "eventType",
            "title",
            "service",
            "origin",
            "destination",
            "problem",
            "estimate",
            "deliveredAt",
            "proofOfDelivery",
            "events",
            "journey",
            "freshness",
            "links");
    private static final Set<String> PLACE =
            Set.of("name", "locality", "region", "postalCode", "country", "latitude", "longitude");
    private static final Map<String, Set<String>> PARTS = Map.of(
            "carrier", Set.of("id", "name"),
            "origin", PLACE,
            "destination", PLACE,
            "problem", Set.of("type", "owner", "since", "actionRequired", "advice"),
            "estimate", Set.of("from", "to", "basis"),
            "freshness", Set.of("state", "checkedAt", "carrierReportedAt", "nextCheckAt", "reason"),
            "links", Set.of("carrierPage", "self"));
    private static final Set<String> EVENT =
            Set.of("at", "stage", "type", "title", "description", "code", "place", "withdrawn");
    private static final Set<String> AT = Set.of("local", "offset", "zoneBasis", "instant");

    private SnapshotShape() {}

    static void assertFits(JsonNode snapshot) {
        assertThat(Reply.names(snapshot)).isEqualTo(TOP);
        PARTS.forEach((name, parts) -> assertNames(snapshot.path(name), parts));
        assertThat(snapshot.path("events")).allSatisfy(event -> {
            assertThat(Reply.names(event)).isEqualTo(EVENT);
            assertThat(Reply.names(event.path("at"))).isEqualTo(AT);
            assertNames(event.path("place"), PLACE);
        });
    }

    private static void assertNames(JsonNode part, Set<String> names) {
        if (!part.isNull()) {
            assertThat(Reply.names(part)).isEqualTo(names);
        }
    }
}
