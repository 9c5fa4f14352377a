package org.trackno.gateway;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.model.TrackingOutcome;

/**
 * What came of asking a carrier for one number, with what the ledger wants to know.
 *
 * @param outcome what the carrier says
 * @param answer as it came; null when there was none
 * @param startedAt when the call began
 * @param took until the last byte, tries and waiting included
 * @param attempts how often the carrier was called about it; 0 when a guard refused or the log-in failed
 */
public record Fetched(
        TrackingOutcome outcome, @Nullable CarrierAnswer answer, Instant startedAt, Duration took, int attempts) {}
