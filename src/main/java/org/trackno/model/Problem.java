package org.trackno.model;

/**
 * What is wrong with a parcel now. Orthogonal to the stage.
 *
 * @param type the event type that says it
 * @param owner who has it in hand
 * @param since when it was first reported in one run
 * @param actionRequired whether the parcel stays until the owner acts
 * @param advice what a shopper can do
 */
public record Problem(EventType type, Owner owner, EventTime since, boolean actionRequired, String advice) {}
