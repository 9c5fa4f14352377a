package org.trackno.number;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trackno.number.Shape.Variant;

/** The short answer of docs/number-formats.md: what a length or a beginning tells. */
final class FormatsAtAGlance {
    private final List<CompiledFormat> formats;

    FormatsAtAGlance(List<CompiledFormat> formats) {
        this.formats = formats.stream().filter(one -> one.role() == Role.ISSUER).toList();
    }

    String text() {
        return """

                ## At a glance

                Numbers of digits alone. The check digit names the carriers in the third column; the others in the last are told
                apart by how the number begins, by country, or not at all.

                | digits | carriers | with a check digit | without |
                |---|---|---|---|
                """
                + byLength()
                + """

                Beginnings with a letter that belong to one carrier or few. Two letters, nine digits and two letters are a number of
                the world's posts, whatever the beginning: the last two letters name the country.

                | begins | carriers |
                |---|---|
                """
                + byBeginning();
    }

    private String byLength() {
        Map<Integer, Set<String>> checked = new TreeMap<>();
        Map<Integer, Set<String>> unchecked = new TreeMap<>();
        for (CompiledFormat format : formats) {
            for (Variant variant : Shape.parse(format.format().shape()).variants()) {
                if (variant.share(true) > 0) {
                    boolean check = format.rule() != null && format.checkRejects();
                    (check ? checked : unchecked)
                            .computeIfAbsent(variant.length(), length -> new TreeSet<>())
                            .add(format.carrier().name());
                }
            }
        }
        Set<Integer> lengths = new TreeSet<>(checked.keySet());
        lengths.addAll(unchecked.keySet());
        return lengths.stream()
                .map(length -> lengthRow(
                        length, checked.getOrDefault(length, Set.of()), unchecked.getOrDefault(length, Set.of())))
                .collect(joining());
    }

    private static String lengthRow(int length, Set<String> checked, Set<String> unchecked) {
        Set<String> only = unchecked.stream()
                .filter(name -> !checked.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        return "| " + length + " | " + (checked.size() + only.size()) + " | " + String.join(", ", checked) + " | "
                + String.join(", ", only) + " |\n";
    }

    private String byBeginning() {
        Map<String, Set<String>> carriers = new TreeMap<>();
        for (CompiledFormat format : formats) {
            for (Variant variant : Shape.parse(format.format().shape()).variants()) {
                String beginning = beginning(variant);
                if (beginning.length() >= 2 && beginning.chars().anyMatch(Character::isLetter)) {
                    carriers.computeIfAbsent(beginning, one -> new TreeSet<>())
                            .add(format.carrier().name());
                }
            }
        }
        return carriers.entrySet().stream()
                .map(one -> "| `" + one.getKey() + "` | " + String.join(", ", one.getValue()) + " |\n")
                .collect(joining());
    }

    /** The characters in front that are always the same. */
    private static String beginning(Variant variant) {
        StringBuilder beginning = new StringBuilder();
        for (long mask : variant.masks()) {
            if (Long.bitCount(mask) != 1) {
                break;
            }
            beginning.append(Characters.character(Long.numberOfTrailingZeros(mask)));
        }
        return beginning.toString();
    }
}
