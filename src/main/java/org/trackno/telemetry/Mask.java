package org.trackno.telemetry;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.trackno.support.TellingPath;

/** Takes out of texts and addresses what may tell who gets which parcel. A second wall: nothing should write it there. */
final class Mask {
    private static final int SHOWN = 4;
    /** Eight characters and more, six digits and more: no word, no number that a program counts to, no code of Hibernate's. */
    private static final Pattern NUMBER =
            Pattern.compile("\\b(?!HR\\d{6}\\b|HHH\\d{6}\\b)(?=(?:[A-Z]*\\d){6})[A-Z0-9]{8,40}\\b");
    /** PostgreSQL quotes the row that it complains of. */
    private static final Pattern ROW = Pattern.compile("=\\([^)]*\\)|(?<=: )\"[^\"]*\"");

    private static final Pattern PROOF = Pattern.compile("(?i)(postcode|postalcode|zip|[?&]number)=[^&\\s\"]+");

    private Mask() {}

    /**
     * A text with all but the last four characters of tracking numbers hidden. Of paths and queries of ours in it, which people
     * write in small letters and with blanks, neither numbers nor secrets nor postcodes are left at all.
     */
    static String text(String text) {
        String numbers = NUMBER.matcher(TellingPath.hide(text)).replaceAll(Mask::hidden);
        return PROOF.matcher(numbers).replaceAll("$1=…");
    }

    /** The message of an exception: also without the values of a database row. */
    static String message(String message) {
        return text(ROW.matcher(message).replaceAll("=(…)"));
    }

    /** Of a carrier's address only where it is: what stands behind differs with every number. */
    static String host(String url) {
        int path = url.indexOf('/', url.indexOf("://") + "://".length());
        return path < 0 ? url : url.substring(0, path);
    }

    private static String hidden(MatchResult number) {
        String value = number.group();
        return "*".repeat(value.length() - SHOWN) + value.substring(value.length() - SHOWN);
    }
}
