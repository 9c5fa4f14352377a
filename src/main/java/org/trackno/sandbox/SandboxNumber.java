package org.trackno.sandbox;

/**
 * A tracking number that a simulated carrier knows what to answer to.
 *
 * @param trackingNumber in canonical form
 * @param scenario what happens to it, in kebab-case: {@code failed-attempt-then-delivered}
 */
public record SandboxNumber(String trackingNumber, String scenario) {}
