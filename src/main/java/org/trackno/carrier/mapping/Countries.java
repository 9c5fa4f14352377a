package org.trackno.carrier.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries as carriers write them, to ISO 3166-1 alpha-2. Source of codes and English names: the JDK's locale data. */
final class Countries {
    private static final Map<String, String> ALPHA_2_BY_SPELLING = spellings();

    private Countries() {}

    /** The alpha-2 code of an alpha-2 or alpha-3 code or an English name; empty when it is none of these. */
    static Optional<String> find(String spelling) {
        return Optional.ofNullable(ALPHA_2_BY_SPELLING.get(spelling.strip().toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            spellings.put(code, code);
            spellings.put(country.getISO3Country(), code);
            spellings.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
        }
        return Map.copyOf(spellings);
    }
}
