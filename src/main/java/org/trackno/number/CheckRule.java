package org.trackno.number;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The published check-digit rules. Formats name them ({@code check: gs1-mod10}); the arithmetic lives here, over
 * character values 0 to 9 for digits and 10 to 35 for A to Z.
 */
public enum CheckRule {
    /** Weights 8 6 4 2 3 5 9 7; 11 minus the sum modulo 11, where 10 becomes 0 and 11 becomes 5. */
    UPU_S10("upu-s10", "UPU S10", "UPU standard S10, Identification of postal items: 13-character identifier", 10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            if (to - from != 8) {
                return UNDEFINED;
            }
            int remainder = 11 - weighted(values, from, to, "86423597") % 11;
            return remainder == 10 ? 0 : remainder == 11 ? 5 : remainder;
        }
    },
    /** Weights 3 and 1 alternating from the right; distance to the next multiple of ten. */
    GS1_MOD10("gs1-mod10", "GS1 modulo 10", "GS1 General Specifications, standard check digit calculations", 10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int sum = 0;
            int weight = 3;
            for (int i = to - 1; i >= from; i--, weight = 4 - weight) {
                sum += weight * values[i];
            }
            return toNextTen(sum);
        }
    },
    /** Every second digit from the right doubled, its digits added. */
    LUHN("luhn", "Luhn", "ISO/IEC 7812-1 annex B", 10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int sum = 0;
            boolean twice = true;
            for (int i = to - 1; i >= from; i--, twice = !twice) {
                int product = twice ? 2 * values[i] : values[i];
                sum += product > 9 ? product - 9 : product;
            }
            return toNextTen(sum);
        }
    },
    /** The number before the check digit, as a whole, modulo 7. */
    MOD7("mod7", "modulo 7", "DHL Express waybill; Yamato and Sagawa slips use the same rule", 10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int remainder = 0;
            for (int i = from; i < to; i++) {
                remainder = (remainder * 10 + values[i]) % 7;
            }
            return remainder;
        }
    },
    /** Hybrid system over 36 characters, one check character. */
    ISO7064_MOD37_36("iso7064-mod37-36", "ISO 7064 MOD 37,36", "ISO/IEC 7064; DPD parcel label specification", 36.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int product = 36;
            for (int i = from; i < to; i++) {
                int sum = (product + values[i]) % 36;
                product = (sum == 0 ? 36 : sum) * 2 % 37;
            }
            return (37 - product) % 36;
        }

        @Override
        boolean takesLetters() {
            return true;
        }
    },
    /** Weights 1 and 2 alternating from the left without digit sums; a letter counts as (ASCII code - 3) modulo 10. */
    UPS_MOD10(
            "ups-mod10",
            "UPS modulo 10",
            "UPS 1Z number as described by UPS; OnTrac uses it with a leading 4 or 5",
            10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int sum = 0;
            int weight = 1;
            for (int i = from; i < to; i++, weight = 3 - weight) {
                int value = values[i] < 10 ? values[i] : (values[i] - 8) % 10;
                sum += weight * value;
            }
            return toNextTen(sum);
        }

        @Override
        boolean takesLetters() {
            return true;
        }
    },
    /** Weights 1, 3, 7 repeating from the right; the sum modulo 11, then modulo 10. */
    FEDEX_3_1_7("fedex-3-1-7", "FedEx 3-1-7", "FedEx Ground and Express label guides", 10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int sum = 0;
            for (int i = to - 1, place = 0; i >= from; i--, place++) {
                int weight = place % 3 == 0 ? 1 : place % 3 == 1 ? 3 : 7;
                sum += weight * values[i];
            }
            return sum % 11 % 10;
        }
    },
    /** Weights 4 and 9 alternating from the left; distance to the next multiple of ten. */
    DHL_4_9("dhl-4-9", "DHL 4-9 modulo 10", "DHL Paket, check digits of Identcode and Leitcode", 10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int sum = 0;
            int weight = 4;
            for (int i = from; i < to; i++, weight = 13 - weight) {
                sum += weight * values[i];
            }
            return toNextTen(sum);
        }
    },
    /** Weights 3 and 1 alternating from the left, plus one; distance to the next multiple of ten. */
    GLS("gls", "GLS modulo 10 plus 1", "GLS Uni-Box description", 10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int sum = 1;
            int weight = 3;
            for (int i = from; i < to; i++, weight = 4 - weight) {
                sum += weight * values[i];
            }
            return toNextTen(sum);
        }
    },
    /** Weights 2 to 7 repeating from the right; 11 minus the sum modulo 11, where 10 and 11 become 0. */
    MONDIAL_RELAY_MOD11(
            "mondial-relay-mod11",
            "Mondial Relay modulo 11",
            "Mondial Relay, label specification version 2.3: two control digits, one for each half of the barcode",
            10.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int sum = 0;
            int weight = 2;
            for (int i = to - 1; i >= from; i--, weight = weight == 7 ? 2 : weight + 1) {
                sum += weight * values[i];
            }
            int check = 11 - sum % 11;
            return check > 9 ? 0 : check;
        }
    },
    /** Sum of the ASCII codes modulo 23, into the letters of the Spanish identity card. */
    CORREOS_LETTER(
            "correos-letter",
            "Correos control letter",
            "Correos Annex XI (letters); the sum is read off one example",
            23.0) {
        @Override
        int compute(byte[] values, int from, int to) {
            int sum = 0;
            for (int i = from; i < to; i++) {
                sum += values[i] < 10 ? '0' + values[i] : 'A' + values[i] - 10;
            }
            return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(sum % 23) - 'A' + 10;
        }

        @Override
        boolean takesLetters() {
            return true;
        }
    };

    /** What {@link #compute} returns when the rule gives no check digit for a payload. */
    static final int UNDEFINED = -1;

    private final String ruleName;
    private final String title;
    private final String source;
    private final double gain;

    CheckRule(String ruleName, String title, String source, double odds) {
        this.ruleName = ruleName;
        this.title = title;
        this.source = source;
        this.gain = Math.log10(odds);
    }

    /** The name used in carrier manifests. */
    public String ruleName() {
        return ruleName;
    }

    /** The name under which the rule is published. */
    public String title() {
        return title;
    }

    /** The standard or document that defines the rule. */
    public String source() {
        return source;
    }

    /** How much a right check digit is worth: log10 of how many random numbers fail for one that passes. */
    public double gain() {
        return gain;
    }

    /** The rule of that name, or an {@link IllegalArgumentException} that lists the known ones. */
    public static CheckRule named(String ruleName) {
        return Arrays.stream(values())
                .filter(rule -> rule.ruleName.equals(ruleName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("check: unknown rule '" + ruleName + "', known are "
                        + Arrays.stream(values()).map(CheckRule::ruleName).collect(Collectors.joining(", "))));
    }

    /** The check character that belongs to the payload (A-Z, 0-9), or empty when the rule cannot be applied to it. */
    public Optional<Character> expected(String payload) {
        byte[] values = Characters.values(payload);
        int check = expectedValue(values, 0, values.length);
        return check == UNDEFINED ? Optional.empty() : Optional.of(Characters.character(check));
    }

    /** Compares a check character with the one that belongs to the payload; NONE when the rule cannot be applied. */
    public CheckResult check(String payload, char checkCharacter) {
        return expected(payload)
                .map(expected -> expected == checkCharacter ? CheckResult.PASS : CheckResult.FAIL)
                .orElse(CheckResult.NONE);
    }

    /** The check value over {@code values[from..to)}, or {@link #UNDEFINED}. */
    int expectedValue(byte[] values, int from, int to) {
        if (!takesLetters()) {
            for (int i = from; i < to; i++) {
                if (values[i] > 9) {
                    return UNDEFINED;
                }
            }
        }
        return compute(values, from, to);
    }

    abstract int compute(byte[] values, int from, int to);

    boolean takesLetters() {
        return false;
    }

    private static int toNextTen(int sum) {
        return (10 - sum % 10) % 10;
    }

    private static int weighted(byte[] values, int from, int to, String weights) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * (weights.charAt(i - from) - '0');
        }
        return sum;
    }
}
