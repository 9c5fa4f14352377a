package org.trackno.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the pages. */
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch"),
    FRENCH("fr", "Français"),
    SPANISH("es", "Español"),
    POLISH("pl", "Polski"),
    DUTCH("nl", "Nederlands");

    private static final int LONGEST_HEADER = 200;
    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    private final Locale locale;
    private final String ownName;

    Language(String code, String ownName) {
        this.locale = Locale.forLanguageTag(code);
        this.ownName = ownName;
    }

    /** Its locale, without a country. */
    public Locale locale() {
        return locale;
    }

    /** ISO 639-1. */
    public String code() {
        return locale.getLanguage();
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The language of a code, if it is one of ours. */
    static Optional<Language> ofCode(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** The best of our languages for an {@code Accept-Language} header; English where it says nothing we can use. */
    static Language accepted(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        try {
            Locale best = Locale.lookup(LanguageRange.parse(header), LOCALES);
            return best == null ? ENGLISH : ofCode(best.getLanguage()).orElse(ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }
}
