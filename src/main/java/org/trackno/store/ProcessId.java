package org.trackno.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What tells this process from the others on the same database. */
@ApplicationScoped
class ProcessId {
    private final UUID id = UUID.randomUUID();

    UUID id() {
        return id;
    }
}
