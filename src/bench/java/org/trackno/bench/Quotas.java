package org.trackno.bench;

import java.util.Map;

/** Settings that let a load pass which no carrier's contract would allow. */
final class Quotas {
    /** No quota, but as many calls at once as the manifests say. */
    static final Map<String, String> LIFTED = Map.of(
            "TRACKNO_CARRIERS_LA_POSTE_LIMITS_PER_SECOND", "none",
            "TRACKNO_CARRIERS_UPS_LIMITS_PER_SECOND", "none",
            "TRACKNO_CARRIERS_USPS_LIMITS_PER_DAY", "none");

    /** As many calls to Royal Mail at once as a flood of numbers wants. */
    static final Map<String, String> WIDE_OPEN = Map.of("TRACKNO_CARRIERS_ROYAL_MAIL_LIMITS_CONCURRENCY", "64");

    private Quotas() {}
}
