package org.trackno.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;

/** Collects what fits one number, then ranks it: one use, one thread. */
final class Findings {
    /** From this specificity on a wrong check digit is worth telling: about one in a hundred strings has the shape. */
    private static final double TELLING = 1.9;

    private record Missed(@Nullable Carrier carrier, Supplier<NearMiss> nearMiss, double specificity) {
        boolean isTelling() {
            return specificity >= TELLING;
        }
    }

    private static final Comparator<Candidate> BEST_FIRST = (one, other) -> Double.compare(other.score(), one.score());

    private final Hints hints;
    private final String number;
    private final @Nullable String degenerate;
    /** Whether the number is all that is known, and not odd either. */
    private final boolean plain;

    private final List<Candidate> found = new ArrayList<>(10);
    /** What the number itself says for each of them; a looser format must not catch what failed a stricter one. */
    private double[] evidence = new double[10];

    private final List<Missed> missed = new ArrayList<>(0);
    private final List<String> remarks = new ArrayList<>(0);

    /** @param input as it came: how a number is written tells something too */
    Findings(NumberText text, String input, Hints hints) {
        this.hints = hints;
        this.number = text.value();
        this.degenerate =
                Degeneracy.reason(text.values()).or(() -> Writing.reason(input)).orElse(null);
        if (degenerate != null) {
            remarks.add(degenerate);
        }
        this.plain = degenerate == null && hints.saysNothingOfCarriers();
    }

    Hints hints() {
        return hints;
    }

    /** Whether nothing fits and nothing almost fits. */
    boolean isEmpty() {
        return found.isEmpty() && missed.isEmpty();
    }

    void addRemark(String remark) {
        remarks.add(remark);
    }

    /** @param specificity of the shape alone, without check digit and hints */
    void addCandidate(Candidate candidate, double specificity) {
        if (found.size() == evidence.length) {
            evidence = Arrays.copyOf(evidence, 2 * evidence.length);
        }
        evidence[found.size()] = specificity + (candidate.check() == CheckResult.PASS ? 1 : 0);
        found.add(candidate);
    }

    /** Whether a wrong check digit is worth telling: of a rare shape, or of a format that is surely known. */
    boolean wantsNearMiss(CompiledFormat format, double specificity) {
        return specificity >= TELLING || (format.bias() == 0 && degenerate == null);
    }

    /**
     * Notes a near miss. One of a rare shape keeps looser formats from catching the number; one of a common shape, which
     * nine in ten numbers of that length are, is only told when no check digit is right.
     *
     * @param carrier whose format it is, or null
     * @param specificity of the shape that the number has but for the problem
     */
    void addNearMiss(@Nullable Carrier carrier, double specificity, Supplier<NearMiss> nearMiss) {
        missed.add(new Missed(carrier, nearMiss, specificity));
    }

    Recognition recognition(String input, TrackingNumber number) {
        double barrier = 0;
        for (Missed miss : missed) {
            barrier = Math.max(barrier, miss.isTelling() ? miss.specificity() : 0);
        }
        List<Candidate> candidates = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            if (evidence[i] >= barrier) {
                addBestOfCarrier(candidates, ranked(found.get(i)));
            }
        }
        if (candidates.size() > 1) {
            putPartnersBehindIssuers(candidates);
            candidates.sort(BEST_FIRST);
        }
        return new Recognition(input, number, candidates, nearMisses(candidates), remarks, null);
    }

    private List<NearMiss> nearMisses(List<Candidate> candidates) {
        if (missed.isEmpty()) {
            return List.of();
        }
        boolean proven = hasRightCheckDigit(candidates);
        return new LazyList<>() {
            @Override
            List<NearMiss> workOut() {
                return missed.stream()
                        .filter(miss -> miss.isTelling() ? !isSettled(miss, candidates) : !proven)
                        .sorted(Comparator.comparingDouble(Missed::specificity).reversed())
                        .map(miss -> miss.nearMiss().get())
                        .toList();
            }
        };
    }

    private static boolean hasRightCheckDigit(List<Candidate> candidates) {
        for (Candidate one : candidates) {
            if (one.check() == CheckResult.PASS) {
                return true;
            }
        }
        return false;
    }

    /** Whether the number is a right one of the same carrier: then the near miss is only another reading of it. */
    private static boolean isSettled(Missed miss, List<Candidate> candidates) {
        return candidates.stream()
                .anyMatch(one -> one.carrier().equals(miss.carrier()) && one.check() == CheckResult.PASS);
    }

    /** A partner may know the number, but who issued it is asked first; unless the partner was named. */
    private void putPartnersBehindIssuers(List<Candidate> candidates) {
        double bestIssuer = Double.NEGATIVE_INFINITY;
        boolean partners = false;
        for (Candidate one : candidates) {
            if (one.role() == Role.ISSUER) {
                bestIssuer = Math.max(bestIssuer, one.score());
            } else {
                partners = true;
            }
        }
        if (!partners || bestIssuer == Double.NEGATIVE_INFINITY) {
            return;
        }
        double ceiling = bestIssuer - Recognition.COMMIT_MARGIN;
        candidates.replaceAll(one -> one.role() == Role.ISSUER
                        || one.score() <= ceiling
                        || one.carrier().id().equals(hints.namedCarrier())
                ? one
                : one.with(ceiling, one.reasons()));
    }

    /** The formats of one carrier come one after the other; only the numbers of posts come from elsewhere, and last. */
    private static void addBestOfCarrier(List<Candidate> candidates, Candidate candidate) {
        int first = candidate.format().startsWith(S10.FORMAT) ? 0 : Math.max(0, candidates.size() - 1);
        for (int i = first; i < candidates.size(); i++) {
            if (candidates.get(i).carrier().equals(candidate.carrier())) {
                if (candidates.get(i).score() < candidate.score()) {
                    candidates.set(i, candidate);
                }
                return;
            }
        }
        candidates.add(candidate);
    }

    private Candidate ranked(Candidate candidate) {
        if (plain) {
            return candidate;
        }
        boolean named = candidate.carrier().id().equals(hints.namedCarrier());
        boolean configured =
                hints.configuredCarriers().contains(candidate.carrier().id());
        boolean usual = hints.usualCarriers().contains(candidate.carrier().id());
        int confirmed = hints.learnt().confirmed(candidate, number);
        if (!named && !configured && !usual && confirmed == 0 && degenerate == null) {
            return candidate;
        }
        double score = candidate.score();
        score += named ? Scoring.NAMED : 0;
        score += configured ? Scoring.CONFIGURED : 0;
        score += usual ? Scoring.USUAL : 0;
        score += LearntPrefixes.gain(confirmed);
        score = degenerate == null ? score : Degeneracy.sunk(score);
        return candidate.with(score, new LazyList<>() {
            @Override
            List<String> workOut() {
                List<String> all = new ArrayList<>();
                if (degenerate != null) {
                    all.add(degenerate);
                }
                all.addAll(candidate.reasons());
                if (named) {
                    all.add(candidate.carrier().name() + " was named as the carrier.");
                }
                if (confirmed > 0) {
                    all.add(candidate.carrier().name() + " confirmed " + confirmed
                            + (confirmed == 1 ? " number" : " numbers") + " that began alike.");
                }
                if (usual) {
                    all.add(candidate.carrier().name() + " is one of the carriers that the parcels usually go with.");
                }
                if (configured) {
                    all.add(candidate.carrier().name() + " is one of the configured carriers.");
                }
                return all;
            }
        });
    }
}
