package org.trackno.cli;

import java.util.List;
import java.util.Locale;
import org.trackno.cli.Page.Cell;
import org.trackno.cli.Page.Tone;
import org.trackno.number.Candidate;
import org.trackno.number.CharacterRange;
import org.trackno.number.InputProblem;
import org.trackno.number.NearMiss;
import org.trackno.number.Recognition;
import org.trackno.number.Role;

/** Writes a recognition for people. */
final class DetectionText {
    private static final int SCORE_WIDTH = 7;
    private static final int BULLET_WIDTH = 2;
    private static final int INDENT = 2;

    private final Page page;

    DetectionText(Page page) {
        this.page = page;
    }

    /** The number, what it nearly is, whose it may be and why. */
    void print(Recognition recognition) {
        InputProblem problem = recognition.problem();
        String number = recognition.trackingNumber() == null
                ? recognition.input()
                : recognition.trackingNumber().value();
        page.paragraph(0, number, Tone.STRONG);
        recognition.nearMisses().forEach(this::printNearMiss);
        if (problem != null) {
            page.paragraph(INDENT, "Not a tracking number. " + problem.message(), Tone.BAD);
        } else if (recognition.candidates().isEmpty()) {
            page.paragraph(INDENT, "No carrier we know has numbers of this form.", Tone.BAD);
        } else {
            printVerdict(recognition);
            recognition.candidates().forEach(this::printCandidate);
        }
        recognition.remarks().forEach(remark -> page.paragraph(INDENT, "Note: " + remark, Tone.PLAIN));
        page.blankLine();
    }

    private void printVerdict(Recognition recognition) {
        recognition
                .committed()
                .ifPresentOrElse(
                        candidate -> page.paragraph(
                                INDENT, "A number of " + candidate.carrier().name() + ".", Tone.GOOD),
                        () -> page.paragraph(INDENT, "It may be a number of:", Tone.WARNING));
    }

    private void printCandidate(Candidate candidate) {
        String role = candidate.role() == Role.PARTNER ? "partner, " : "";
        String check =
                switch (candidate.check()) {
                    case PASS ->
                        "check digit right" + except(candidate.unchecked().typed());
                    case FAIL -> "check digit doubtful";
                    case NONE -> "no check digit";
                };
        String title = candidate.carrier().name() + " (" + candidate.carrier().id() + "): " + role + check + ", format "
                + candidate.format();
        String score = String.format(Locale.ROOT, "%.1f", candidate.score());
        page.row(
                List.of(INDENT, SCORE_WIDTH, page.width() - INDENT - SCORE_WIDTH),
                List.of(Cell.EMPTY, new Cell(score, Tone.STRONG), new Cell(title, Tone.PLAIN)));
        candidate.reasons().forEach(this::printReason);
    }

    private static String except(List<CharacterRange> unchecked) {
        return unchecked.isEmpty() ? "" : ", but not over " + CharacterRange.words(unchecked);
    }

    private void printReason(String reason) {
        int indent = INDENT + SCORE_WIDTH;
        page.row(
                List.of(indent, BULLET_WIDTH, page.width() - indent - BULLET_WIDTH),
                List.of(Cell.EMPTY, new Cell("·", Tone.QUIET), new Cell(reason, Tone.QUIET)));
    }

    private void printNearMiss(NearMiss miss) {
        String whose = miss.carrier() == null ? "" : " (" + miss.carrier().name() + ")";
        String correction =
                miss.correction().map(number -> " Did you mean " + number + "?").orElse("");
        page.paragraph(INDENT, "Almost " + miss.format() + whose + ": " + miss.problem() + correction, Tone.WARNING);
    }
}
