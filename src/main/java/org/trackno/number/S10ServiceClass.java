package org.trackno.number;

/** What the two letters in front of an S10 number say about the service. */
final class S10ServiceClass {
    private static final String UNASSIGNED = "a service indicator that UPU S10 does not assign";

    private S10ServiceClass() {}

    /** Whether UPU S10 assigns the indicator. */
    static boolean isAssigned(char first, char second) {
        return !describe(first, second).equals(UNASSIGNED);
    }

    /** The class in words. */
    static String describe(char first, char second) {
        return switch (first) {
            case 'C' -> "a parcel";
            case 'E' -> "EMS, the posts' express service";
            case 'H' -> "an e-commerce parcel";
            case 'L' -> "an express or tracked letter or small packet";
            case 'M' -> "a bag of printed matter (M bag)";
            case 'Q' -> second <= 'M' ? "an international business reply item" : UNASSIGNED;
            case 'R' -> "a registered letter or packet";
            case 'U' -> "a letter or packet with a customs form, seldom tracked on the way";
            case 'V' -> "an insured letter or packet";
            case 'B', 'D', 'N', 'P', 'Z' -> "an item of a domestic or bilateral service";
            case 'A' -> second >= 'V' ? "an item of a domestic or bilateral service" : UNASSIGNED;
            case 'G' -> second == 'A' || second == 'D' ? "an item of a domestic or bilateral service" : UNASSIGNED;
            default -> UNASSIGNED;
        };
    }
}
