package org.trackno.tracking;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** What is kept in memory. */
@ConfigMapping(prefix = "trackno.cache")
public interface CacheConfiguration {
    /**
     * Parcels kept in memory, 1 or more. What does not fit is read from the database again. Without it as many as fit into
     * a quarter of the heap.
     */
    OptionalInt maxParcels();
}
