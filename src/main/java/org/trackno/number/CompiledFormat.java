package org.trackno.number;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Shape.Check;
import org.trackno.number.Shape.Span;
import org.trackno.number.Shape.Variant;

/** A format of a carrier, ready to be matched: what does not depend on the number is worked out once. */
final class CompiledFormat {
    private final Carrier carrier;
    private final NumberFormat format;
    private final CompiledShape shape;
    private final double gain;
    private final double bias;
    private final Role role;
    private final boolean checkRejects;

    CompiledFormat(Carrier carrier, NumberFormat format) {
        this.carrier = carrier;
        this.format = format;
        this.shape = CompiledShape.of(format.shape(), format.check(), format.checkPrefix());
        this.gain = shape.rule() == null ? 0 : shape.rule().gain() * checkDigits(shape);
        this.bias = Scoring.bias(format);
        this.role = format.carrierRole();
        this.checkRejects = format.checkRejects();
    }

    private static int checkDigits(CompiledShape shape) {
        return shape.shape().variants().get(0).checks().size();
    }

    /**
     * A variant with the format it belongs to: what the index holds.
     *
     * @param gain what a right check digit counts in it
     * @param limits what a right check digit does not tell, in words; null when it tells all
     */
    record Matcher(
            CompiledFormat owner,
            Variant variant,
            Rarity rarity,
            Unchecked besideCheck,
            Unchecked withoutCheck,
            double gain,
            @Nullable String limits) {
        static Matcher of(CompiledFormat owner, Variant variant, Rarity rarity) {
            Unchecked beside = Unchecked.of(variant, true);
            Unchecked without = Unchecked.of(variant, false);
            double gain = Scoring.gain(owner, beside, without);
            return new Matcher(owner, variant, rarity, beside, without, gain, beside.words());
        }

        /** Where a slip goes unnoticed, given what the check digit says. */
        Unchecked unchecked(CheckResult check) {
            return check == CheckResult.NONE ? withoutCheck : besideCheck;
        }

        CheckResult check(byte[] values) {
            return owner.shape.check(variant, values);
        }
    }

    List<Matcher> matchers() {
        List<Variant> variants = shape.shape().variants();
        return variants.stream()
                .map(variant -> Matcher.of(this, variant, Rarity.of(variant, variants)))
                .toList();
    }

    Carrier carrier() {
        return carrier;
    }

    NumberFormat format() {
        return format;
    }

    /** What the check digit is worth when it is right. */
    double gain() {
        return gain;
    }

    @Nullable
    CheckRule rule() {
        return shape.rule();
    }

    /** What counts for the format whatever the number. */
    double bias() {
        return bias;
    }

    Role role() {
        return role;
    }

    boolean checkRejects() {
        return checkRejects;
    }

    List<Part> parts(Variant variant, String number) {
        List<Part> parts = new ArrayList<>();
        for (Span span : variant.spans()) {
            parts.add(new Part(span.name(), number.substring(span.from(), span.to())));
        }
        return parts;
    }

    /** The number that the carrier knows, which may be wrapped in a longer barcode. */
    TrackingNumber number(Variant variant, NumberText text) {
        Span number = variant.number();
        return number.to() - number.from() == variant.length()
                ? text.known()
                : new TrackingNumber(text.value().substring(number.from(), number.to()));
    }

    NearMiss nearMiss(Variant variant, NumberText text) {
        Check wrong = shape.firstWrong(variant, text.values());
        int at = wrong.at();
        String number = text.value();
        char expected = Characters.character(shape.expected(wrong, text.values()));
        String corrected = number.substring(0, at) + expected + number.substring(at + 1);
        String problem = "It has the shape of " + carrier.name() + " (" + format.title() + "), but the check digit is "
                + number.charAt(at) + " where the other characters ask for " + expected
                + ": a character may be mistyped.";
        return new NearMiss(format.id(), carrier, problem, String.valueOf(expected), corrected);
    }
}
