package org.trackno.number;

/** What a check digit says about a number. */
public enum CheckResult {
    /** The check digit is right. */
    PASS,
    /** The check digit is wrong: most often a typing error. */
    FAIL,
    /** The format has no check digit, or none that is published. */
    NONE
}
