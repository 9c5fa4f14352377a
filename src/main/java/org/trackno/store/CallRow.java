package org.trackno.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;
import org.trackno.store.Sighting.LedgerEntry;

/** Table {@code carrier_call}: the ledger of calls. */
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

    static CallRow of(String carrierId, TrackingNumber number, LedgerEntry entry) {
        CallRow row = new CallRow();
        row.carrier = carrierId;
        row.trackingNumber = number.value();
        row.startedAt = entry.startedAt();
        row.tookMillis = entry.tookMillis();
        row.attempts = entry.attempts();
        row.httpStatus = entry.httpStatus();
        row.outcome = entry.outcome();
        row.detail = entry.detail();
        return row;
    }

    LedgerEntry toEntry() {
        return new LedgerEntry(startedAt, tookMillis, attempts, httpStatus, outcome, detail);
    }
}
