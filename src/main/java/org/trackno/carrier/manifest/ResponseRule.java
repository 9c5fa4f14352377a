package org.trackno.carrier.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an answer is no parcel. All conditions that are given must hold.
 *
 * @param status HTTP statuses; empty for any
 * @param at JSON pointer to a value that must be there; null for none
 * @param in what the value at {@code at} must be one of, as text; empty for anything but null
 * @param outcome {@code NOT_FOUND} or the name of a {@link org.trackno.model.FailureKind}
 * @param detail JSON pointer to the carrier's explanation; null for none
 */
public record ResponseRule(
        List<Integer> status,
        @Nullable JsonPointer at,
        List<String> in,
        @JsonProperty(required = true) String outcome,
        @Nullable JsonPointer detail) {

    /** The outcome that is no failure. */
    public static final String NOT_FOUND = "NOT_FOUND";

    public ResponseRule {
        status = status == null ? List.of() : List.copyOf(status);
        in = in == null ? List.of() : List.copyOf(in);
        if (status.isEmpty() && at == null) {
            throw new IllegalArgumentException("a response rule needs status or at");
        }
        if (!outcome.equals(NOT_FOUND)) {
            org.trackno.model.FailureKind.valueOf(outcome);
        }
    }

    /** Whether the rule decides this answer. */
    public boolean fits(int answerStatus, JsonNode tree) {
        if (!status.isEmpty() && !status.contains(answerStatus)) {
            return false;
        }
        if (at == null) {
            return true;
        }
        JsonNode value = tree.at(at);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        return in.isEmpty() || in.contains(value.asText());
    }

    /** The carrier's explanation; blank when it gives none. */
    public String detailOf(JsonNode tree) {
        return detail == null ? "" : tree.at(detail).asText("");
    }
}
