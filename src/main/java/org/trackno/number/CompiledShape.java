package org.trackno.number;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.number.Shape.Check;
import org.trackno.number.Shape.Variant;

/** A shape together with its check-digit rule. */
record CompiledShape(Shape shape, @Nullable CheckRule rule, byte[] checkPrefix) {

    /** Throws {@link IllegalArgumentException} when shape and rule are wrong or do not fit together. */
    static CompiledShape of(String shape, @Nullable String check, @Nullable String checkPrefix) {
        Shape parsed = Shape.parse(shape);
        CheckRule rule = check == null ? null : CheckRule.named(check);
        for (Variant variant : parsed.variants()) {
            if (rule != null && variant.checks().isEmpty()) {
                throw new IllegalArgumentException("check: the shape '" + shape + "' has no <check ..> part for it");
            }
            if (rule == null && checkPrefix != null) {
                throw new IllegalArgumentException("checkPrefix: no check rule is named");
            }
        }
        return new CompiledShape(parsed, rule, Characters.values(checkPrefix == null ? "" : checkPrefix));
    }

    /** The result for a canonical number, or empty when the shape does not fit. */
    Optional<CheckResult> match(String number) {
        byte[] values = Characters.values(number);
        CheckResult best = null;
        for (Variant variant : shape.variants()) {
            if (variant.length() == values.length && variant.accepts(values)) {
                CheckResult result = check(variant, values);
                best = best == null || result == CheckResult.PASS ? result : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Checks a number that the variant accepts. */
    CheckResult check(Variant variant, byte[] values) {
        if (rule == null) {
            return CheckResult.NONE;
        }
        for (Check check : variant.checks()) {
            int expected = expected(check, values);
            if (expected == CheckRule.UNDEFINED) {
                return CheckResult.NONE;
            }
            if (expected != values[check.at()]) {
                return CheckResult.FAIL;
            }
        }
        return CheckResult.PASS;
    }

    /** The first check digit that is wrong; throws when none is. */
    Check firstWrong(Variant variant, byte[] values) {
        return variant.checks().stream()
                .filter(check -> expected(check, values) != values[check.at()])
                .findFirst()
                .orElseThrow();
    }

    /** The check value that belongs to the number, or {@link CheckRule#UNDEFINED}. */
    int expected(Check check, byte[] values) {
        if (rule == null) {
            return CheckRule.UNDEFINED;
        }
        int from = check.from();
        int to = check.at();
        if (checkPrefix.length == 0) {
            return rule.expectedValue(values, from, to);
        }
        byte[] payload = new byte[checkPrefix.length + to - from];
        System.arraycopy(checkPrefix, 0, payload, 0, checkPrefix.length);
        System.arraycopy(values, from, payload, checkPrefix.length, to - from);
        return rule.expectedValue(payload, 0, payload.length);
    }
}
