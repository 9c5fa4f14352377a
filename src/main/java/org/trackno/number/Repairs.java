package org.trackno.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tries the slips people make when they copy a number: one character taken for one that looks alike, or two neighbours
 * swapped. A change counts only when it leads to a committed answer with a right check digit.
 */
final class Repairs {
    private static final List<String> LOOK_ALIKES = List.of("0O", "1I", "5S", "8B", "2Z");
    /** More than this many ways out are no help. */
    private static final int MOST = 3;

    private final Function<String, Recognition> recogniser;

    Repairs(Function<String, Recognition> recogniser) {
        this.recogniser = recogniser;
    }

    /** The ways to mend a canonical number, or none when there are none or too many to choose from. */
    List<Repair> find(String number) {
        List<Repair> repairs = new ArrayList<>();
        for (int i = 0; i < number.length(); i++) {
            int at = i;
            char c = number.charAt(i);
            lookAlike(c).ifPresent(other -> attempt(
                            number.substring(0, at) + other + number.substring(at + 1),
                            "Character " + (at + 1) + " read as " + other + " instead of " + c + ".")
                    .ifPresent(repairs::add));
        }
        if (!repairs.isEmpty()) {
            return repairs.size() <= MOST ? List.copyOf(repairs) : List.of();
        }
        return swaps(number);
    }

    /** One swap in ten passes by accident, so only a single way counts. */
    private List<Repair> swaps(String number) {
        List<Repair> repairs = new ArrayList<>();
        for (int i = 1; i < number.length(); i++) {
            char first = number.charAt(i - 1);
            char second = number.charAt(i);
            if (first != second) {
                attempt(
                                number.substring(0, i - 1) + second + first + number.substring(i + 1),
                                "Characters " + i + " and " + (i + 1) + " swapped.")
                        .ifPresent(repairs::add);
            }
        }
        return repairs.size() == 1 ? repairs : List.of();
    }

    private Optional<Repair> attempt(String changed, String change) {
        return recogniser
                .apply(changed)
                .committed()
                .filter(candidate -> candidate.check() == CheckResult.PASS)
                .map(candidate -> new Repair(changed, change, candidate));
    }

    private static Optional<Character> lookAlike(char c) {
        for (String pair : LOOK_ALIKES) {
            int at = pair.indexOf(c);
            if (at >= 0) {
                return Optional.of(pair.charAt(1 - at));
            }
        }
        return Optional.empty();
    }
}
