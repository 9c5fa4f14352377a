package org.trackno.cli;

import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A country on the command line, in either case. */
final class CountryConverter implements ITypeConverter<String> {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Override
    public String convert(String value) {
        String country = value.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new TypeConversionException(
                    "a country has two letters of ISO 3166-1, like GB; not '" + CarrierText.clean(value) + "'");
        }
        return country;
    }
}
