package org.trackno.number;

import java.util.Map;

/** Bank account numbers, ISO 13616: a country, two check digits (modulo 97) and a length that the country fixes. */
final class Iban {
    private static final int SHORTEST = 15;
    private static final int LONGEST_WRITTEN = 44;
    /** The countries whose numbers are met in mails to shoppers; the list of SWIFT, the registrar, is longer. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("AT", 20),
            Map.entry("BE", 16),
            Map.entry("BG", 22),
            Map.entry("CH", 21),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("EE", 20),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("GR", 27),
            Map.entry("HU", 28),
            Map.entry("IE", 22),
            Map.entry("IT", 27),
            Map.entry("LT", 20),
            Map.entry("LU", 20),
            Map.entry("LV", 21),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PL", 28),
            Map.entry("PT", 25),
            Map.entry("RO", 24),
            Map.entry("SE", 24),
            Map.entry("SI", 19),
            Map.entry("SK", 24),
            Map.entry("TR", 26));

    private Iban() {}

    /** Whether the input, with or without spaces, is one with right check digits. */
    static boolean is(String input) {
        if (input.length() < SHORTEST || input.length() > LONGEST_WRITTEN || !hasBeginning(input)) {
            return false;
        }
        Integer length = LENGTHS.get(input.substring(0, 2));
        if (length == null) {
            return false;
        }
        String compact = input.replace(" ", "");
        return compact.length() == length && remainder(compact.substring(4) + compact.substring(0, 4)) == 1;
    }

    private static boolean hasBeginning(String input) {
        return Characters.value(input.charAt(0)) > 9
                && Characters.value(input.charAt(1)) > 9
                && isDigit(input.charAt(2))
                && isDigit(input.charAt(3));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int remainder(String turned) {
        int remainder = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Characters.value(turned.charAt(i));
            if (value < 0) {
                return -1;
            }
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
