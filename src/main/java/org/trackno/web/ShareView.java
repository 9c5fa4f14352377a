package org.trackno.web;

import org.jspecify.annotations.Nullable;

/**
 * What a parcel's page says about its own link, and about proofs.
 *
 * @param path of the link to give away
 * @param explanation what whoever has it sees
 * @param endPath where the link is ended; null when it cannot be, as it shows nothing that has to be proved
 * @param proofPath where a postcode is sent
 * @param proofProblem why the last postcode proved nothing; blank when there was none
 */
record ShareView(String path, String explanation, @Nullable String endPath, String proofPath, String proofProblem) {}
