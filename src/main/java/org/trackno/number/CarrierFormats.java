package org.trackno.number;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;

/**
 * The formats of one carrier. A post may have none: its S10 numbers are known from the list of posts.
 *
 * @param carrier whose numbers these are
 * @param formats in any order
 * @param carrierPage its public tracking page; links to the same domain are read as naming the carrier; null when unknown
 * @param trackingHosts further domains of such pages
 */
public record CarrierFormats(
        Carrier carrier, List<NumberFormat> formats, @Nullable String carrierPage, List<String> trackingHosts) {
    public CarrierFormats {
        formats = List.copyOf(formats);
        trackingHosts = List.copyOf(trackingHosts);
    }

    /** A carrier without a known tracking page. */
    public CarrierFormats(Carrier carrier, List<NumberFormat> formats) {
        this(carrier, formats, null, List.of());
    }
}
