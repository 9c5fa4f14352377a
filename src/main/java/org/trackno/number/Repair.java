package org.trackno.number;

/**
 * A number that one small change makes right.
 *
 * @param trackingNumber with the change
 * @param change what was changed, in one English sentence
 * @param candidate whose number it then is
 */
public record Repair(String trackingNumber, String change, Candidate candidate) {}
