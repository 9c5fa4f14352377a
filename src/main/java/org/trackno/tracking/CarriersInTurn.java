package org.trackno.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trackno.model.Carrier;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.number.Candidate;
import org.trackno.number.CharacterRange;
import org.trackno.tracking.Finding.Known;
import org.trackno.tracking.Finding.Missing;
import org.trackno.tracking.Finding.Troubled;
import org.trackno.tracking.LookUpMetrics.Served;

/** Asks those who are likely to know a number, one after another, until one does. */
@Singleton
class CarriersInTurn {
    private final FindingCache cache;
    private final Refresh refresh;
    private final LookUpMetrics metrics;
    private final Clock clock;

    CarriersInTurn(FindingCache cache, Refresh refresh, LookUpMetrics metrics, Clock clock) {
        this.cache = cache;
        this.refresh = refresh;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What the first who knows the number says; else why there is nothing.
     *
     * @param keys the likeliest first; at least one
     * @param candidates what the number was recognised as
     * @param patience after that it is the likeliest carrier's timeout; who is asked then goes on, and that is stored
     */
    Uni<LookUpResult> ask(List<ParcelKey> keys, List<Candidate> candidates, Duration patience) {
        ParcelKey likeliest = keys.get(0);
        return ask(keys, candidates, 0, new ArrayList<>())
                .ifNoItem()
                .after(patience)
                .recoverWithItem(() -> new LookUpResult.Unavailable(
                        likeliest.number(), likeliest.carrier(), FailureKind.TIMEOUT, FreshnessPolicy.AFTER_FAILURE));
    }

    private Uni<LookUpResult> ask(List<ParcelKey> keys, List<Candidate> candidates, int index, List<Finding> sofar) {
        if (index == keys.size()) {
            metrics.count(keys.get(0).carrier(), Served.NONE);
            return Uni.createFrom().item(nobodyKnows(sofar, candidates));
        }
        ParcelKey key = keys.get(index);
        Optional<Finding> remembered = cache.find(key).filter(found -> !(found instanceof Finding.Unseen));
        Uni<Finding> finding = remembered.isPresent() ? Uni.createFrom().item(remembered.get()) : refresh.now(key);
        return finding.flatMap(found -> {
            if (found instanceof Known known) {
                metrics.count(key.carrier(), Served.CARRIER);
                return Uni.createFrom().item(new LookUpResult.Found(known.prepared()));
            }
            sofar.add(found);
            return ask(keys, candidates, index + 1, sofar);
        });
    }

    private static List<CharacterRange> unchecked(Carrier carrier, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.carrier().equals(carrier))
                .findFirst()
                .map(candidate -> candidate.unchecked().known())
                .orElse(List.of());
    }

    /** Trouble at the likeliest carrier outweighs that others do not know the number. */
    private LookUpResult nobodyKnows(List<Finding> findings, List<Candidate> candidates) {
        Finding first = findings.get(0);
        if (first instanceof Troubled troubled) {
            Failed failed = troubled.failed();
            Instant until = troubled.rememberedUntil();
            Duration wait = until == null ? failed.retryAfter() : Duration.between(clock.instant(), until);
            boolean helps = failed.kind().retryable();
            return new LookUpResult.Unavailable(
                    troubled.key().number(), troubled.key().carrier(), failed.kind(), helps ? wait : null);
        }
        List<Missing> missing = findings.stream()
                .filter(Missing.class::isInstance)
                .map(Missing.class::cast)
                .toList();
        Missing likeliest = missing.get(0);
        return new LookUpResult.NotFound(
                likeliest.key().number(),
                missing.stream().map(m -> m.key().carrier()).toList(),
                unchecked(likeliest.key().carrier(), candidates),
                likeliest.rememberedUntil());
    }
}
