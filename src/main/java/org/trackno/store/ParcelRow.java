package org.trackno.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Table {@code parcel}, for listing: one tracking number at one carrier. What is known of it, {@link ParcelStore} reads. */
@Entity
@Table(name = "parcel")
class ParcelRow {
    @Id
    long id;

    @Column(nullable = false)
    String carrier = "";

    @Column(name = "tracking_number", nullable = false)
    String trackingNumber = "";
}
