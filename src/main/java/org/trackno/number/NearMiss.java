package org.trackno.number;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;

/**
 * A format that the number almost has: most often a typing error.
 *
 * @param format id of the format
 * @param carrier whose format it is, or null when no carrier is known (an S10 number of an unknown country)
 * @param problem what is wrong, in one English sentence
 * @param expectedCheckDigit the check digit that the other digits ask for, or null
 * @param correctedNumber the number with that check digit, or null
 */
public record NearMiss(
        String format,
        @Nullable Carrier carrier,
        String problem,
        @Nullable String expectedCheckDigit,
        @Nullable String correctedNumber) {

    /** The number with the right check digit, where that would mend it. */
    public Optional<String> correction() {
        return Optional.ofNullable(correctedNumber);
    }
}
