package org.trackno.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.number.Candidate;
import org.trackno.number.CheckResult;
import org.trackno.number.InputProblem;
import org.trackno.number.NearMiss;
import org.trackno.number.Part;
import org.trackno.number.Recognition;
import org.trackno.number.Role;
import org.trackno.number.Unchecked;

/**
 * What {@code detect} answers in JSON.
 *
 * @param input as it came
 * @param trackingNumber its canonical form; null when it is no tracking number
 * @param committed id of the carrier it surely is of; null when there is doubt
 * @param candidates whose number it may be, best first
 * @param nearMisses what it almost is
 * @param remarks what else is odd about it
 * @param problem why it is no tracking number at all; null when it may be one
 */
record Detection(
        String input,
        @Nullable String trackingNumber,
        @Nullable String committed,
        List<CandidateView> candidates,
        List<NearMissView> nearMisses,
        List<String> remarks,
        @Nullable String problem) {

    /** A carrier whose number it may be. */
    record CandidateView(
            String carrier,
            String format,
            CheckResult check,
            double score,
            Role role,
            List<Part> parts,
            String trackingNumber,
            Unchecked unchecked,
            List<String> reasons) {
        static CandidateView of(Candidate candidate) {
            return new CandidateView(
                    candidate.carrier().id(),
                    candidate.format(),
                    candidate.check(),
                    rounded(candidate.score()),
                    candidate.role(),
                    candidate.parts(),
                    candidate.number().value(),
                    candidate.unchecked(),
                    candidate.reasons());
        }

        private static double rounded(double score) {
            return Math.round(score * 1000) / 1000.0;
        }
    }

    /** A format it almost has; {@code carrier} is an id. */
    record NearMissView(
            String format,
            @Nullable String carrier,
            String problem,
            @Nullable String expectedCheckDigit,
            @Nullable String correctedNumber) {
        static NearMissView of(NearMiss miss) {
            return new NearMissView(
                    miss.format(),
                    miss.carrier() == null ? null : miss.carrier().id(),
                    miss.problem(),
                    miss.expectedCheckDigit(),
                    miss.correctedNumber());
        }
    }

    static Detection of(Recognition recognition) {
        InputProblem problem = recognition.problem();
        return new Detection(
                recognition.input(),
                recognition.trackingNumber() == null
                        ? null
                        : recognition.trackingNumber().value(),
                recognition
                        .committed()
                        .map(candidate -> candidate.carrier().id())
                        .orElse(null),
                recognition.candidates().stream().map(CandidateView::of).toList(),
                recognition.nearMisses().stream().map(NearMissView::of).toList(),
                recognition.remarks(),
                problem == null ? null : problem.message());
    }
}
