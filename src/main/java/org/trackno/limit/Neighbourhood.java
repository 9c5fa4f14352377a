package org.trackno.limit;

import java.text.Normalizer;

/**
 * Where a number lies among its neighbours. Its last nine digits are read as one serial; numbers that agree in all else and
 * whose serials fall into one block of 100,000 are neighbours. That is 10,000 parcels in a row where the last digit is a
 * check digit, as in S10 and most couriers' numbers, and no other digit has to be known to be one.
 *
 * <p>Blocks overlap by half, so that a walk across the border of one lies within another.
 *
 * @param number tells this number from others
 * @param block the block it lies in
 * @param overlapping the block, shifted by half, that it lies in too
 */
record Neighbourhood(long number, long block, long overlapping) {
    private static final int SERIAL_DIGITS = 9;
    private static final long BLOCK = 100_000;
    private static final long PRIME = 0x100000001B3L; // FNV-1a, 64 bits

    /** Of a number as it was typed; only letters and digits count, full-width ones too, as in recognition. */
    static Neighbourhood of(String input) {
        String text = isAscii(input) ? input : Normalizer.normalize(input, Normalizer.Form.NFKC);
        long all = 0xCBF29CE484222325L;
        long rest = all;
        long serial = 0;
        long weight = 1;
        int digits = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int c = Character.toUpperCase(text.charAt(i));
            boolean isDigit = c >= '0' && c <= '9';
            if (!isDigit && (c < 'A' || c > 'Z')) {
                continue;
            }
            all = (all ^ c) * PRIME;
            if (isDigit && digits < SERIAL_DIGITS) {
                digits++;
                serial += (c - '0') * weight;
                weight *= 10;
                rest = (rest ^ '#') * PRIME;
            } else {
                rest = (rest ^ c) * PRIME;
            }
        }
        return new Neighbourhood(
                all, mixed(rest, 2 * (serial / BLOCK)), mixed(rest, 2 * ((serial + BLOCK / 2) / BLOCK) + 1));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** One hash of two, whichever comes first. */
    static long mixed(long one, long other) {
        long hash = (one ^ other) * 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 32);
    }
}
