package org.trackno.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.trackno.cli.Page.Tone;
import org.trackno.cli.TrackAnswer.Problem;

/** Writes what came of a number for people: the parcel, or why there is none and what to do. */
final class AnswerText {
    private static final int INDENT = 2;

    private final Page page;
    private final SnapshotText snapshots;

    /**
     * A writer.
     *
     * @param now for saying how long ago something was
     */
    AnswerText(Page page, Instant now) {
        this.page = page;
        this.snapshots = new SnapshotText(page, now);
    }

    /** The answer, with an empty line after it. */
    void print(TrackAnswer answer) {
        if (answer.snapshot() != null) {
            snapshots.print(answer.snapshot());
            return;
        }
        page.paragraph(0, answer.input(), Tone.STRONG);
        answer.problem().ifPresent(this::print);
        page.blankLine();
    }

    private void print(Problem problem) {
        page.paragraph(INDENT, problem.sentences(), Tone.BAD);
        for (JsonNode miss : problem.document().path("nearMisses")) {
            String corrected = miss.path("correctedNumber").asText("");
            String why = miss.path("problem").asText("");
            page.paragraph(INDENT, corrected.isBlank() ? why : "Did you mean " + corrected + "? " + why, Tone.WARNING);
        }
        for (JsonNode candidate : problem.document().path("candidates")) {
            page.paragraph(
                    INDENT,
                    "It may be a number of " + candidate.path("name").asText("") + " ("
                            + candidate.path("id").asText("") + ").",
                    Tone.PLAIN);
        }
        Optional<String> carrierPage = problem.find("carrierPage");
        carrierPage.ifPresent(address -> {
            page.paragraph(INDENT, "The carrier's own page:", Tone.PLAIN);
            page.paragraph(INDENT, address, Tone.PLAIN);
        });
    }
}
