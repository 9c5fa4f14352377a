package org.trackno.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;

/**
 * Numbers of the world's posts, UPU standard S10: two letters for the service, eight digits, a check digit, two letters
 * for the country of the post that issued it. The issuer is not proof of who delivers.
 */
final class S10 {
    static final String FORMAT = "upu-s10";
    static final String DESTINATION_FORMAT = "upu-s10-destination";

    private static final int LENGTH = 13;
    private static final int CHECK_AT = 10;
    /** What an unassigned service indicator or a private suffix costs. */
    private static final double ODDITY = 1.0;

    private final PostOffices posts;
    private final double specificity;

    S10(Map<String, Carrier> known) {
        this.posts = PostOffices.load(known);
        double suffixes = (double) posts.list().size() / (26 * 26);
        double layout = Math.pow(26, 4) * Math.pow(10, 9) / Math.pow(Characters.COUNT, LENGTH);
        this.specificity = -Math.log10(suffixes) - Rarity.LAYOUT * Math.log10(layout);
    }

    /** Whether the characters are laid out as S10 says. */
    static boolean hasShape(byte[] values) {
        if (values.length != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean letterExpected = i < 2 || i > CHECK_AT;
            if (values[i] > 9 != letterExpected) {
                return false;
            }
        }
        return true;
    }

    PostOffices posts() {
        return posts;
    }

    /** Adds what is known about a number that {@linkplain #hasShape has the shape}. */
    void recognise(NumberText text, Findings findings) {
        String number = text.value();
        int expected = CheckRule.UPU_S10.expectedValue(text.values(), 2, CHECK_AT);
        boolean right = expected == text.values()[CHECK_AT];
        PostOffice issuer = posts.find(number.substring(11));
        if (right && issuer != null) {
            addCandidates(text, issuer, findings);
        } else {
            findings.addNearMiss(
                    issuer == null ? null : issuer.carrier(),
                    specificity,
                    () -> nearMiss(number, issuer, right, expected));
        }
    }

    private void addCandidates(NumberText text, PostOffice issuer, Findings findings) {
        String number = text.value();
        double score = specificity + CheckRule.UPU_S10.gain();
        score -= S10ServiceClass.isAssigned(number.charAt(0), number.charAt(1)) ? 0 : ODDITY;
        score -= issuer.kind() == PostOffice.Kind.PRIVATE ? ODDITY : 0;
        List<Part> parts = List.of(
                new Part("service", number.substring(0, 2)),
                new Part("serial", number.substring(2, CHECK_AT)),
                new Part(Shape.CHECK, number.substring(CHECK_AT, 11)),
                new Part("origin", number.substring(11)));
        findings.addCandidate(
                new Candidate(
                        issuer.carrier(),
                        FORMAT,
                        CheckResult.PASS,
                        score,
                        new LazyList<>() {
                            @Override
                            List<String> workOut() {
                                return reasons(number, issuer);
                            }
                        },
                        Role.ISSUER,
                        parts,
                        text.known(),
                        Unchecked.S10),
                specificity);
        String destination = findings.hints().destinationCountry();
        PostOffice deliverer = destination == null ? null : posts.find(destination);
        if (deliverer != null && !deliverer.carrier().equals(issuer.carrier())) {
            findings.addCandidate(delivererCandidate(deliverer, issuer, score, parts, text.known()), specificity);
        }
    }

    private static Candidate delivererCandidate(
            PostOffice deliverer, PostOffice issuer, double score, List<Part> parts, TrackingNumber number) {
        String reason = "The parcel goes to " + deliverer.country() + ": "
                + deliverer.carrier().name() + " takes it over from "
                + issuer.carrier().name() + " and usually knows the same number.";
        return new Candidate(
                deliverer.carrier(),
                DESTINATION_FORMAT,
                CheckResult.PASS,
                score - Recognition.COMMIT_MARGIN - 1,
                List.of(reason),
                Role.PARTNER,
                parts,
                number,
                Unchecked.S10);
    }

    private static List<String> reasons(String number, PostOffice issuer) {
        List<String> reasons = new ArrayList<>();
        if (issuer.kind() == PostOffice.Kind.PRIVATE) {
            reasons.add("It looks like a number of a post (UPU S10), but " + issuer.suffix() + " is no country: "
                    + issuer.carrier().name() + ", a private carrier, uses that suffix.");
        } else {
            reasons.add("It is an S10 number of the world's posts, issued by "
                    + issuer.carrier().name() + " (" + issuer.country() + ").");
        }
        reasons.add("The check digit " + number.charAt(CHECK_AT) + " is right (" + CheckRule.UPU_S10.title()
                + "); it covers the digits, not the letters.");
        reasons.add("The letters " + number.substring(0, 2) + " stand for "
                + S10ServiceClass.describe(number.charAt(0), number.charAt(1)) + ".");
        if (issuer.kind() == PostOffice.Kind.POST) {
            reasons.add(
                    "The suffix tells who issued the number, not who delivers: abroad the post of the destination does.");
        }
        return reasons;
    }

    private static NearMiss nearMiss(String number, @Nullable PostOffice issuer, boolean right, int expected) {
        String digit = String.valueOf(expected);
        String country = number.substring(11);
        String problem;
        if (issuer == null) {
            problem = "It is laid out as an S10 number of a post, but " + country + " is no country with a post"
                    + (right ? "." : " and the check digit would be " + digit + ".");
            return new NearMiss(FORMAT, null, problem, right ? null : digit, null);
        }
        problem = "It is laid out as an S10 number of " + issuer.carrier().name() + ", but the check digit is "
                + number.charAt(CHECK_AT) + " where the other digits ask for " + digit
                + ": a character may be mistyped.";
        String corrected = number.substring(0, CHECK_AT) + digit + country;
        return new NearMiss(FORMAT, issuer.carrier(), problem, digit, corrected);
    }
}
