package org.trackno.web;

/** The plural forms that our languages tell apart, named as in Unicode CLDR. */
public enum Plural {
    /** One thing; in French none, too. */
    ONE,
    /** Polish for 2 to 4, 22 to 24 and so on. */
    FEW,
    /** All other counts. */
    OTHER;

    /** The form of a whole count from 0 on, by the CLDR rules for cardinals. */
    static Plural of(long count, Language language) {
        return switch (language) {
            case FRENCH -> count <= 1 ? ONE : OTHER;
            case POLISH -> count == 1 ? ONE : isFew(count) ? FEW : OTHER;
            default -> count == 1 ? ONE : OTHER;
        };
    }

    private static boolean isFew(long count) {
        long last = count % 10;
        long lastTwo = count % 100;
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14);
    }
}
