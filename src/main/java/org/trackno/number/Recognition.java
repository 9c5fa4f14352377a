package org.trackno.number;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;

/**
 * What is known about an input.
 *
 * @param input as it came
 * @param trackingNumber its canonical form, or null when it is no tracking number at all: then {@code problem} says why
 * @param candidates whose number it may be, best first; at most one per carrier
 * @param nearMisses formats that it almost has, most specific first
 * @param remarks further facts in English sentences, such as why a number looks made up
 * @param problem why it is no tracking number at all, or null
 */
public record Recognition(
        String input,
        @Nullable TrackingNumber trackingNumber,
        List<Candidate> candidates,
        List<NearMiss> nearMisses,
        List<String> remarks,
        @Nullable InputProblem problem) {

    /** Below this score a match says too little to be answered alone: one in a hundred random strings has it. */
    public static final double COMMIT_SCORE = 2.0;
    /** The lead a single answer needs: ten times likelier than the next carrier. */
    public static final double COMMIT_MARGIN = 1.0;

    public Recognition {
        candidates = List.copyOf(candidates);
        nearMisses = nearMisses instanceof LazyList ? nearMisses : List.copyOf(nearMisses);
        remarks = List.copyOf(remarks);
    }

    /** The best candidate, when it is likely in itself and clearly ahead of every other issuer. */
    public Optional<Candidate> committed() {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate best = candidates.get(0);
        boolean clear = candidates.stream()
                .skip(1)
                .allMatch(other -> other.role() == Role.PARTNER || best.score() - other.score() >= COMMIT_MARGIN);
        boolean sound = best.score() >= COMMIT_SCORE && best.check() != CheckResult.FAIL;
        return clear && sound ? Optional.of(best) : Optional.empty();
    }
}
