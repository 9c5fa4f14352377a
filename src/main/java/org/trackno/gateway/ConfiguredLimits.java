package org.trackno.gateway;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.manifest.Manifest.Limits;

/** A carrier's limits with the operator's figures in place of the manifest's: {@code trackno.carriers.<id>.limits.*}. */
final class ConfiguredLimits {
    private static final String NONE = "none";
    private static final String SOURCE = "configuration";

    private final Config config;
    private final String prefix;

    ConfiguredLimits(Config config, String carrierId) {
        this.config = config;
        this.prefix = "trackno.carriers." + carrierId + ".limits.";
    }

    /**
     * The limits in force.
     *
     * @throws IllegalArgumentException when a figure is none, with the property's name and what would be right
     */
    Limits over(Limits manifest) {
        Optional<String> perSecond = find("per-second");
        Optional<String> perDay = find("per-day");
        Optional<String> concurrency = find("concurrency");
        boolean ours = perSecond.isPresent() || perDay.isPresent() || concurrency.isPresent();
        return new Limits(
                perSecond.isPresent() ? perSecond("per-second", perSecond.get()) : manifest.perSecond(),
                perDay.isPresent() ? perDay("per-day", perDay.get()) : manifest.perDay(),
                concurrency.isPresent() ? wholeNumber("concurrency", concurrency.get(), "") : manifest.concurrency(),
                ours ? SOURCE : manifest.source());
    }

    private Optional<String> find(String name) {
        return config.getOptionalValue(prefix + name, String.class).map(String::strip);
    }

    private @Nullable Double perSecond(String name, String value) {
        if (value.equals(NONE)) {
            return null;
        }
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && number <= 10_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(name, "a number above 0 like 0.2 or 5, or none", value), e);
        }
        throw new IllegalArgumentException(wrong(name, "a number above 0 like 0.2 or 5, or none", value));
    }

    private @Nullable Integer perDay(String name, String value) {
        return value.equals(NONE) ? null : wholeNumber(name, value, ", or none");
    }

    private Integer wholeNumber(String name, String value, String otherwise) {
        String right = "a whole number above 0" + otherwise;
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(name, right, value), e);
        }
        throw new IllegalArgumentException(wrong(name, right, value));
    }

    private String wrong(String name, String right, String value) {
        return prefix + name + " must be " + right + ", not '" + value + "'";
    }
}
