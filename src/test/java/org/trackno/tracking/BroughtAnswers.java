package org.trackno.tracking;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.gateway.Fetched;
import org.trackno.model.ParcelReport;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.store.Sighting;
import org.trackno.store.StoredParcel;

/** For tests elsewhere that bring answers themselves: what {@link Refresh} makes of an answer once it has come. */
public final class BroughtAnswers {
    private BroughtAnswers() {}

    /** The change that an answer of these reports makes of what is known; asked for and read at one moment. */
    public static Function<Optional<StoredParcel>, Sighting> change(
            ParcelKey key, List<ParcelReport> told, Instant at) {
        CarrierAnswer raw = CarrierAnswer.ofBody(told.toString().getBytes(StandardCharsets.UTF_8));
        Fetched fetched = new Fetched(new Found(told, List.of()), raw, at, Duration.ZERO, 1);
        return known -> Sightings.of(key, known, fetched, at);
    }
}
