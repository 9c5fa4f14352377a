package org.trackno.number;

import java.util.Locale;
import org.trackno.model.Carrier;

/**
 * Who issues S10 numbers with a certain suffix.
 *
 * @param suffix the last two letters of the number: an ISO 3166-1 country, or what a private carrier uses instead
 * @param carrier the designated operator
 * @param kind post of a UPU member or its territory, or a private carrier
 */
record PostOffice(String suffix, Carrier carrier, Kind kind) {
    enum Kind {
        POST,
        PRIVATE
    }

    /** The English name of the country. */
    String country() {
        return kind == Kind.PRIVATE
                ? suffix
                : new Locale.Builder().setRegion(suffix).build().getDisplayCountry(Locale.ENGLISH);
    }
}
