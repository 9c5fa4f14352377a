package org.trackno.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.Snapshot;

/**
 * What the HTTP interface answers about one number.
 *
 * @param input the number as it was sent
 * @param json the whole outcome as it came
 * @param snapshot the parcel; null when there is none
 */
record TrackAnswer(String input, ObjectNode json, @Nullable Snapshot snapshot) {
    /** Why there is no parcel: a problem document. */
    Optional<Problem> problem() {
        JsonNode problem = json.path("problem");
        return problem.isObject() ? Optional.of(new Problem(problem)) : Optional.empty();
    }

    /** What {@code --json} prints: the snapshot as it came, or the whole outcome when there is none. */
    JsonNode printed() {
        return snapshot == null ? json : json.path("snapshot");
    }

    /** A problem document, RFC 9457, with the members that Trackno adds. */
    record Problem(JsonNode document) {
        /** Title and detail as sentences. */
        String sentences() {
            String title = document.path("title").asText("Something went wrong");
            String detail = document.path("detail").asText("");
            return title + (title.endsWith(".") ? "" : ".") + (detail.isBlank() ? "" : " " + detail);
        }

        /** The member's text, if it is there. */
        Optional<String> find(String member) {
            return Optional.ofNullable(document.path(member).asText(null));
        }
    }
}
