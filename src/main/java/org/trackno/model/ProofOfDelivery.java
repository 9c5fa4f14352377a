package org.trackno.model;

import org.jspecify.annotations.Nullable;

/**
 * How a delivery is proved. Images are never kept, only whether the carrier has them.
 *
 * @param signedBy the name the carrier gives; personal, shown with proof only
 * @param leftAt where it was left, in the carrier's words; shown with proof only
 * @param signature whether the carrier holds a signature
 * @param photo whether the carrier holds a photo
 */
public record ProofOfDelivery(@Nullable String signedBy, @Nullable String leftAt, boolean signature, boolean photo) {}
