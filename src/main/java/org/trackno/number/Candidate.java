package org.trackno.number;

import java.util.List;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;

/**
 * A carrier whose number it may be.
 *
 * @param carrier the carrier
 * @param format id of the format that fits best
 * @param check what the check digit says
 * @param score log10 of how much likelier this is than chance; comparable within one recognition
 * @param reasons why, in English sentences, most telling first; written when first read
 * @param role issuer, or a partner that may know the number too
 * @param parts what the parts of the number are, in order
 * @param number as the carrier knows it: what was typed, or the number inside a barcode that holds more
 * @param unchecked where a slip goes unnoticed
 */
public record Candidate(
        Carrier carrier,
        String format,
        CheckResult check,
        double score,
        List<String> reasons,
        Role role,
        List<Part> parts,
        TrackingNumber number,
        Unchecked unchecked) {

    /** Whether it is a number of the world's posts, which the post of the destination knows too (UPU standard S10). */
    public boolean isOfPosts() {
        return format.equals(S10.FORMAT) || format.equals(S10.DESTINATION_FORMAT);
    }

    /** The same with another score and the reasons for it. */
    Candidate with(double newScore, List<String> newReasons) {
        return new Candidate(carrier, format, check, newScore, newReasons, role, parts, number, unchecked);
    }
}
