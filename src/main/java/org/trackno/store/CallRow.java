package org.trackno.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.store.Sighting.LedgerEntry;

/** Table {@code carrier_call}: the ledger of calls, for reading; see {@link SightingWrites}. */
@Entity
@Table(name = "carrier_call")
class CallRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false)
    String carrier = "";

    @Column(name = "tracking_number", nullable = false)
    String trackingNumber = "";

    @Column(name = "started_at", nullable = false)
    Instant startedAt = Instant.EPOCH;

    @Column(name = "took_millis", nullable = false)
    long tookMillis;

    @Column(nullable = false)
    int attempts;

    @Column(name = "http_status")
    @Nullable
    Integer httpStatus;

    @Column(nullable = false)
    String outcome = "";

    @Column(nullable = false)
    String detail = "";

    LedgerEntry toEntry() {
        return new LedgerEntry(startedAt, tookMillis, attempts, httpStatus, outcome, detail);
    }
}
