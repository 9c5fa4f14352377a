package org.trackno.number;

import java.util.List;
import org.trackno.model.Carrier;

/**
 * The formats of one carrier. A post may have none: its S10 numbers are known from the list of posts.
 *
 * @param carrier whose numbers these are
 * @param formats in any order
 */
public record CarrierFormats(Carrier carrier, List<NumberFormat> formats) {
    public CarrierFormats {
        formats = List.copyOf(formats);
    }
}
