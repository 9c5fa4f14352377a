package org.trackno.geography;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A town's name as carriers write it: any case, with or without accents, often with what stands there. */
record TownName(List<String> words) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that carriers put beside a town for the place in it where they scan. */
    private static final Set<String> FACILITIES = Set.of(
            ("do mc dc ndc rdc isc usps hub depot office center centre terminal sorting distribution network parcel mail"
                            + " delivery post facility gateway regional international worldwide processing service unit"
                            + " paketzentrum zustellbasis")
                    .split(" "));

    /** From what a carrier wrote. */
    static TownName of(String written) {
        String plain = plain(written);
        return new TownName(plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" ")));
    }

    /** Small letters without accents, one blank between words. */
    static String plain(String written) {
        if (isPlain(written)) {
            return written;
        }
        String small = written.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace("æ", "ae");
        String bare =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(bare).replaceAll(" ").strip();
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    String text() {
        return String.join(" ", words);
    }

    String last() {
        return words.get(words.size() - 1);
    }

    boolean isOneWord() {
        return words.size() < 2;
    }

    boolean beginsWithFacility() {
        return FACILITIES.contains(words.get(0));
    }

    boolean endsWithFacility() {
        return FACILITIES.contains(last());
    }

    TownName withoutFirst() {
        return new TownName(words.subList(1, words.size()));
    }

    TownName withoutLast() {
        return new TownName(words.subList(0, words.size() - 1));
    }
}
