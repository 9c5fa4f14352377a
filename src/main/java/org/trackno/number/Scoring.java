package org.trackno.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.number.CompiledFormat.Matcher;

/** What counts for and against a format that fits, in powers of ten. */
final class Scoring {
    static final double NAMED = 5.0;
    static final double CONFIGURED = 0.5;
    /** A storefront's parcels go with its own carriers, nine times in ten at least. */
    static final double USUAL = 1.0;

    private static final double COUNTRY_FITS = 0.7;
    private static final double COUNTRY_DIFFERS = -0.7;
    /** Decides between equals only: what is used everywhere comes first. */
    private static final double COUNTRY_UNKNOWN = -0.05;

    private static final double PARTNER = -2.0;
    private static final double ASSUMED_RULE_FAILED = -1.0;
    private static final double MOSTLY_UNCHECKED = -0.5;

    private Scoring() {}

    /** A candidate for a number that the matcher accepts; a wrong check digit must be of an assumed rule. */
    static Candidate candidate(Matcher matcher, double specificity, CheckResult check, NumberText text, Hints hints) {
        CompiledFormat owner = matcher.owner();
        NumberFormat format = owner.format();
        double score = specificity + owner.bias() + country(format, hints);
        score += check == CheckResult.PASS ? matcher.gain() : check == CheckResult.FAIL ? ASSUMED_RULE_FAILED : 0;
        return new Candidate(
                owner.carrier(),
                format.id(),
                check,
                score,
                new LazyList<>() {
                    @Override
                    List<String> workOut() {
                        return reasons(matcher, check, text, hints);
                    }
                },
                owner.role(),
                new LazyList<>() {
                    @Override
                    List<Part> workOut() {
                        return owner.parts(matcher.variant(), text.value());
                    }
                },
                owner.number(matcher.variant(), text),
                matcher.unchecked(check));
    }

    /** What a right check digit counts: less when it leaves most of the characters that are not fixed to chance. */
    static double gain(CompiledFormat owner, Unchecked besideCheck, Unchecked withoutCheck) {
        return owner.gain() + (2 * besideCheck.count() > withoutCheck.count() ? MOSTLY_UNCHECKED : 0);
    }

    /** What counts for a format whatever the number: how well it is known and whether the carrier issues it. */
    static double bias(NumberFormat format) {
        double confidence =
                switch (format.confidence()) {
                    case "high" -> 0;
                    case "low" -> -1;
                    case "doubtful" -> -2;
                    default -> -0.3;
                };
        return confidence + (format.carrierRole() == Role.PARTNER ? PARTNER : 0);
    }

    private static double country(NumberFormat format, Hints hints) {
        if (format.countries().isEmpty()) {
            return 0;
        }
        if (!hints.knowsCountry()) {
            return COUNTRY_UNKNOWN;
        }
        return fits(format, hints.destinationCountry()) || fits(format, hints.originCountry())
                ? COUNTRY_FITS
                : COUNTRY_DIFFERS;
    }

    private static boolean fits(NumberFormat format, @Nullable String country) {
        return country != null && format.countries().contains(country);
    }

    private static List<String> reasons(Matcher matcher, CheckResult check, NumberText text, Hints hints) {
        CompiledFormat owner = matcher.owner();
        NumberFormat format = owner.format();
        List<String> reasons = new ArrayList<>();
        reasons.add("It has the shape of " + owner.carrier().name() + ": " + format.title() + "; "
                + rarity(matcher.rarity().of(text)) + ".");
        reasons.add(check(owner.rule(), check, matcher, text));
        parts(owner, matcher, text).ifPresent(reasons::add);
        String number = owner.number(matcher.variant(), text).value();
        if (!number.equals(text.value())) {
            reasons.add("It is a barcode that holds more than the number: that is " + number + ".");
        }
        if (check == CheckResult.PASS && matcher.limits() != null) {
            reasons.add(matcher.limits());
        }
        if (format.carrierRole() == Role.PARTNER) {
            reasons.add(
                    "Another carrier issued the number; " + owner.carrier().name() + " takes part in the transport.");
        }
        double country = country(format, hints);
        if (country != 0 && hints.knowsCountry()) {
            reasons.add("The format is used in " + String.join(", ", format.countries())
                    + (country > 0 ? ", where the parcel comes from or goes to." : ", not in the countries given."));
        }
        if (!format.confidence().equals("high")) {
            reasons.add("The format is known with " + format.confidence() + " confidence (" + format.source() + ").");
        }
        return reasons;
    }

    private static String rarity(double specificity) {
        if (specificity < 0.05) {
            return "any string laid out like it has it";
        }
        if (specificity < 6) {
            return "one string laid out like it in " + Math.round(Math.pow(10, specificity)) + " has it";
        }
        return "hardly any other string has it";
    }

    private static String check(@Nullable CheckRule rule, CheckResult check, Matcher matcher, NumberText text) {
        if (rule == null || check == CheckResult.NONE) {
            return "No check digit is published for the format.";
        }
        List<Shape.Check> checks = matcher.variant().checks();
        boolean one = checks.size() == 1;
        StringBuilder which = new StringBuilder(one ? "The check digit " : "The check digits ");
        for (int i = 0; i < checks.size(); i++) {
            which.append(i == 0 ? "" : " and ")
                    .append(text.value().charAt(checks.get(i).at()));
        }
        return check == CheckResult.PASS
                ? which + (one ? " is" : " are") + " right (" + rule.title() + ")."
                : which + (one ? " does" : " do") + " not fit " + rule.title() + ", a rule that is not certain here.";
    }

    private static Optional<String> parts(CompiledFormat owner, Matcher matcher, NumberText text) {
        StringBuilder told = new StringBuilder();
        for (Part part : owner.parts(matcher.variant(), text.value())) {
            if (!part.role().equals(Shape.CHECK) && !part.role().equals("serial")) {
                told.append(told.isEmpty() ? "Its parts: " : ", ")
                        .append(part.role())
                        .append(' ')
                        .append(part.value());
            }
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(told.append('.').toString());
    }
}
