package org.trackno.cli;

import java.util.stream.Collectors;
import org.trackno.cli.Page.Tone;
import org.trackno.support.SystemBeans;
import org.trackno.tracking.MappedAnswer;
import org.trackno.tracking.MappedAnswer.Failure;
import org.trackno.tracking.MappedAnswer.Outcome;

/** Writes for people what a saved answer was read as. */
final class MappedAnswerText {
    private static final int INDENT = 2;

    private final Page page;
    private final SnapshotText snapshots;

    MappedAnswerText(Page page) {
        this.page = page;
        this.snapshots = new SnapshotText(page, new SystemBeans().clock().instant());
    }

    /** File, outcome, parcels, and what was not understood. */
    void print(MappedAnswer mapped) {
        Tone tone = mapped.outcome() == Outcome.FOUND ? Tone.GOOD : Tone.BAD;
        page.paragraph(0, mapped.file() + ": " + mapped.outcome(), tone);
        Failure failure = mapped.failure();
        if (failure != null) {
            String kind = failure.kind() == null ? "" : failure.kind() + ": ";
            page.paragraph(INDENT, kind + failure.detail(), Tone.PLAIN);
        }
        if (!mapped.unmapped().isEmpty()) {
            String codes = mapped.unmapped().stream().collect(Collectors.joining(", "));
            page.paragraph(INDENT, "Codes that codes.csv does not list: " + codes, Tone.WARNING);
        }
        mapped.setAside().forEach(why -> page.paragraph(INDENT, "Set aside: " + why, Tone.WARNING));
        page.blankLine();
        mapped.snapshots().forEach(snapshots::print);
    }
}
