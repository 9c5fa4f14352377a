package org.trackno.number;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
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
    private final double[] specificityOfDigits = new double[Shape.MAX_LENGTH + 1];
    private final double[] specificity = new double[Shape.MAX_LENGTH + 1];

    CompiledFormat(Carrier carrier, NumberFormat format) {
        this.carrier = carrier;
        this.format = format;
        this.shape = CompiledShape.of(format.shape(), format.check(), format.checkPrefix());
        this.gain = shape.rule() == null ? 0 : shape.rule().gain();
        this.bias = Scoring.bias(format);
        this.role = format.carrierRole();
        this.checkRejects = format.checkRejects();
        for (int length = 0; length <= Shape.MAX_LENGTH; length++) {
            specificityOfDigits[length] = specificity(length, true);
            specificity[length] = specificity(length, false);
        }
    }

    /** A variant with the format it belongs to: what the index holds. */
    record Matcher(CompiledFormat owner, Variant variant) {
        CheckResult check(byte[] values) {
            return owner.shape.check(variant, values);
        }
    }

    List<Matcher> matchers() {
        return shape.shape().variants().stream()
                .map(variant -> new Matcher(this, variant))
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

    /** log10 of how many random strings of the length and alphabet of the number there are for one that fits. */
    double specificity(NumberText text) {
        return (text.digitsOnly() ? specificityOfDigits : specificity)[text.values().length];
    }

    List<Part> parts(Variant variant, String number) {
        List<Part> parts = new ArrayList<>();
        for (Span span : variant.spans()) {
            parts.add(new Part(span.name(), number.substring(span.from(), span.to())));
        }
        return parts;
    }

    NearMiss nearMiss(Variant variant, NumberText text) {
        int at = variant.checkAt();
        String number = text.value();
        char expected = Characters.character(shape.expected(variant, text.values()));
        String corrected = number.substring(0, at) + expected + number.substring(at + 1);
        String problem = "It has the shape of " + carrier.name() + " (" + format.title() + "), but the check digit is "
                + number.charAt(at) + " where the other characters ask for " + expected
                + ": a character may be mistyped.";
        return new NearMiss(format.id(), carrier, problem, String.valueOf(expected), corrected);
    }

    private double specificity(int length, boolean digitsOnly) {
        double share = shape.shape().variants().stream()
                .filter(variant -> variant.length() == length)
                .mapToDouble(variant -> variant.share(digitsOnly))
                .sum();
        return share == 0 ? 0 : Math.max(0, -Math.log10(share));
    }
}
