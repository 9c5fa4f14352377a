package org.trackno.number;

import java.util.Random;
import java.util.stream.IntStream;
import org.trackno.number.Shape.Check;
import org.trackno.number.Shape.Variant;

/** Makes up numbers of a format. */
final class NumberGenerator {
    private final CompiledShape shape;
    private final Random random;

    NumberGenerator(NumberFormat format, long seed) {
        this.shape = CompiledShape.of(format.shape(), format.check(), format.checkPrefix());
        this.random = new Random(seed);
    }

    /** A number with the right check digit and at least one digit: letters alone are taken for a word. */
    String next() {
        String number = any();
        while (number.chars().noneMatch(Character::isDigit)) {
            number = any();
        }
        return number;
    }

    private String any() {
        Variant variant = shape.shape()
                .variants()
                .get(random.nextInt(shape.shape().variants().size()));
        byte[] values = new byte[variant.length()];
        for (int i = 0; i < values.length; i++) {
            int[] allowed = allowed(variant.masks()[i]);
            values[i] = (byte) allowed[random.nextInt(allowed.length)];
        }
        for (Check check : variant.checks()) {
            int expected = shape.expected(check, values);
            if (expected != CheckRule.UNDEFINED) {
                values[check.at()] = (byte) expected;
            }
        }
        StringBuilder number = new StringBuilder();
        for (byte value : values) {
            number.append(Characters.character(value));
        }
        return number.toString();
    }

    /** The number with another digit in one place; letters stay. */
    String mistyped(String number) {
        int at;
        do {
            at = random.nextInt(number.length());
        } while (!Character.isDigit(number.charAt(at)));
        int digit = (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
        return number.substring(0, at) + digit + number.substring(at + 1);
    }

    private static int[] allowed(long mask) {
        return IntStream.range(0, Characters.COUNT)
                .filter(value -> (mask >>> value & 1) != 0)
                .toArray();
    }
}
