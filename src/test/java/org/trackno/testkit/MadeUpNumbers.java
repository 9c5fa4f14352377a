package org.trackno.testkit;

import java.util.Locale;
import java.util.function.LongFunction;

/** Made-up tracking numbers with the right check digit, as many as a load needs: one for each serial. */
public enum MadeUpNumbers {
    /** An S10 identifier of a registered item posted in Great Britain. */
    ROYAL_MAIL("royal-mail", MadeUpNumbers::s10),
    /** An online label. */
    USPS(
            "usps",
            serial -> withGs1Check("94001", "0123456%010d".formatted(serial).substring(1))),
    /** A 1Z number. */
    UPS("ups", MadeUpNumbers::oneZ),
    /** A package number. */
    BRING("bring", serial -> withGs1Check("", "37012345%09d".formatted(serial))),
    /** A Colissimo parcel; the product does not count for its check digit. */
    LA_POSTE("la-poste", serial -> withGs1Check("6A", "%010d".formatted(serial)));

    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private final String carrier;
    private final LongFunction<String> number;

    MadeUpNumbers(String carrier, LongFunction<String> number) {
        this.carrier = carrier;
        this.number = number;
    }

    /** Id of the carrier that they are recognised as. */
    public String carrier() {
        return carrier;
    }

    /**
     * The number of a serial.
     *
     * @param serial 0 to 99,999,999; for UPS to 9,999,999
     */
    public String number(long serial) {
        return number.apply(serial);
    }

    private static String s10(long serial) {
        String digits = "%08d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < S10_WEIGHTS.length; i++) {
            sum += S10_WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
        }
        int check = 11 - sum % 11;
        int digit = check == 10 ? 0 : check == 11 ? 5 : check;
        return "RB" + digits + digit + "GB";
    }

    private static String oneZ(long serial) {
        String body = "ABC12303%07d".formatted(serial).toUpperCase(Locale.ROOT);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : (c - '?') % 10;
            sum += i % 2 == 0 ? value : 2 * value;
        }
        return "1Z" + body + (10 - sum % 10) % 10;
    }

    /** Weights 3 and 1 in turn from the right; {@code uncounted} stands in front and does not count, unless it is digits. */
    private static String withGs1Check(String front, String digits) {
        String counted = front.chars().allMatch(Character::isDigit) ? front + digits : digits;
        int sum = 0;
        for (int i = 0; i < counted.length(); i++) {
            int digit = Character.digit(counted.charAt(counted.length() - 1 - i), 10);
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return front + digits + (10 - sum % 10) % 10;
    }
}
