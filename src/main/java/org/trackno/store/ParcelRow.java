package org.trackno.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Table {@code parcel}: one tracking number at one carrier; {@code state} answers a read by itself. */
@Entity
@Table(name = "parcel")
class ParcelRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false, updatable = false)
    String carrier = "";

    @Column(name = "tracking_number", nullable = false, updatable = false)
    String trackingNumber = "";

    @Column(nullable = false)
    String state = "";

    @Column(name = "checked_at")
    @Nullable
    Instant checkedAt;

    @Column(name = "tried_at", nullable = false)
    Instant triedAt = Instant.EPOCH;

    @Nullable
    String failure;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt = Instant.EPOCH;
}
