package org.trackno.gateway;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.store.CarrierAccount;
import org.trackno.store.CarrierQuotas;
import org.trackno.store.CarrierQuotas.Wish;
import org.trackno.store.QuotaCount;
import org.trackno.store.QuotaDecision;
import org.trackno.store.QuotaDecision.Granted;
import org.trackno.store.QuotaDecision.Refused;
import org.trackno.store.QuotaLimits;
import org.trackno.support.Gathering;

/** One carrier's quota. Calls take their share before they are made; those of a carrier without limits are not counted. */
final class CallQuota {
    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration DATABASE_COME_BACK = Duration.ofSeconds(5);
    /** Longer background work does not keep a call's place for a limit a second: a person may want it. */
    private static final Duration BACKGROUND_WAIT = Duration.ofSeconds(1);

    private static final int MOST_IN_A_ROUND = 100;
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);

    private final CarrierQuotas quotas;
    private final CarrierAccount account;
    private final QuotaLimits limits;
    private final Clock clock;
    /** One round at a time: the next begins with what this one left. */
    private final Gathering<Wish, QuotaDecision> wishes =
            new Gathering<>(1, MOST_IN_A_ROUND, this::take, failure -> false);

    private volatile QuotaCount latest;
    private volatile Instant readAt = Instant.MIN;

    CallQuota(CarrierQuotas quotas, CarrierAccount account, Manifest.Limits limits, Clock clock) {
        this.quotas = quotas;
        this.account = account;
        this.limits = new QuotaLimits(limits.perSecond(), limits.perDay());
        this.clock = clock;
        this.latest = QuotaCount.none(clock.instant());
    }

    /**
     * Counts a call, and ends when it may be made. Fails with {@link CallFailure} when there is none left, or not before the
     * deadline, or when the database that counts does not answer.
     */
    Uni<Void> take(Priority priority, Deadline deadline) {
        if (limits.isUnlimited()) {
            return Uni.createFrom().voidItem();
        }
        boolean person = priority == Priority.PERSON;
        Instant now = clock.instant();
        Instant patience = person ? deadline.lastStart() : earlier(deadline.lastStart(), now.plus(BACKGROUND_WAIT));
        return wishes.ask(new Wish(now, patience, person))
                .ifNoItem()
                .after(DATABASE_TIMEOUT)
                .fail()
                .onFailure()
                .transform(
                        failure -> refused("calls cannot be counted: the database does not answer", DATABASE_COME_BACK))
                .flatMap(this::atItsTime);
    }

    private Uni<List<QuotaDecision>> take(List<Wish> round) {
        return quotas.take(account, limits, latest, round)
                .invoke(decisions -> learn(decisions.get(decisions.size() - 1).count()));
    }

    /** What is used, as this process last saw it. */
    CarrierQuota known() {
        return CarrierQuota.of(limits, latest, clock.instant());
    }

    /** What is used by all processes; as last seen when the database does not answer. Never fails. */
    Uni<CarrierQuota> read() {
        if (limits.isUnlimited()) {
            return Uni.createFrom().item(known());
        }
        readAt = clock.instant();
        return quotas.find(account)
                .ifNoItem()
                .after(DATABASE_TIMEOUT)
                .fail()
                .invoke(found -> found.ifPresent(this::learn))
                .map(found -> known())
                .onFailure()
                .recoverWithItem(this::known);
    }

    /** What is used, for those who cannot wait: as last seen, and read again for the next time when that is some seconds ago. */
    CarrierQuota recent() {
        if (clock.instant().isAfter(readAt.plus(READ_AGAIN_AFTER))) {
            read().subscribe().with(used -> {});
        }
        return known();
    }

    private Uni<Void> atItsTime(QuotaDecision decision) {
        if (decision instanceof Granted granted) {
            Duration wait = Duration.between(clock.instant(), granted.slot());
            return wait.isNegative() || wait.isZero()
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().voidItem().onItem().delayIt().by(wait);
        }
        Refused refused = (Refused) decision;
        String what = refused.window() == QuotaDecision.Window.DAY
                ? "the calls we may make a day are used up"
                : "the calls we may make a second are used up";
        return Uni.createFrom().failure(refused(what, Duration.between(clock.instant(), refused.until())));
    }

    private void learn(QuotaCount count) {
        latest = count;
    }

    private static CallFailure refused(String detail, Duration retryAfter) {
        return CallFailure.refused(new Failed(FailureKind.OVER_QUOTA, detail, retryAfter));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
