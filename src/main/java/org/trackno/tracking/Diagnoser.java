package org.trackno.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.model.EventType;
import org.trackno.model.FailureKind;
import org.trackno.model.Freshness;
import org.trackno.model.Owner;
import org.trackno.model.Problem;
import org.trackno.model.Stage;
import org.trackno.model.Timeline;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.store.ParcelStore;
import org.trackno.store.Sighting.LedgerEntry;
import org.trackno.support.Detached;
import org.trackno.tracking.Diagnosis.CallView;
import org.trackno.tracking.Diagnosis.Cause;

/** Finds out why a parcel is, or is not, updating, from its timeline, its freshness and the ledger of calls. */
@ApplicationScoped
public class Diagnoser {
    private static final int CALLS_SHOWN = 10;
    private static final Duration QUIET_AFTER = Duration.ofDays(3);

    private final ParcelStore store;
    private final Detached detached;
    private final Clock clock;

    Diagnoser(ParcelStore store, Detached detached, Clock clock) {
        this.store = store;
        this.detached = detached;
        this.clock = clock;
    }

    /** A cause with its two sentences. */
    private record Verdict(Cause cause, @Nullable Owner owner, String shopper, String agent) {}

    /** The diagnosis of a look-up; empty when the look-up never got to a carrier. */
    public Uni<Optional<Diagnosis>> diagnose(LookUpResult result) {
        Instant now = clock.instant();
        if (result instanceof LookUpResult.Found found) {
            KnownParcel known = found.parcel();
            Freshness freshness = known.freshness(now);
            Stage stage = known.parcel().timeline().stage();
            Verdict verdict = ofParcel(known, now);
            return diagnosis(known.key().carrier(), known.key().number(), verdict, stage, freshness.nextCheckAt());
        }
        if (result instanceof LookUpResult.NotFound missing) {
            Carrier carrier = missing.asked().get(0);
            Verdict verdict = new Verdict(
                    Cause.UNKNOWN_TO_CARRIER,
                    Owner.SENDER,
                    carrier.name() + " does not know the parcel yet. New parcels can take a day to appear.",
                    "Ask the sender whether it was handed over, and compare the number with the label.");
            return diagnosis(carrier, missing.number(), verdict, Stage.UNKNOWN, missing.nextCheckAt());
        }
        if (result instanceof LookUpResult.Unavailable trouble) {
            Verdict verdict = ofFailure(trouble.carrier(), trouble.kind());
            Instant next = trouble.retryAfter() == null ? null : clock.instant().plus(trouble.retryAfter());
            return diagnosis(trouble.carrier(), trouble.number(), verdict, Stage.UNKNOWN, next);
        }
        if (result instanceof LookUpResult.NotConfigured missing) {
            Verdict verdict = ofFailure(missing.carrier(), FailureKind.NOT_CONFIGURED);
            return diagnosis(missing.carrier(), missing.number(), verdict, Stage.UNKNOWN, null);
        }
        return Uni.createFrom().item(Optional.empty());
    }

    /** The cause alone, which needs no ledger. */
    public Cause cause(KnownParcel known) {
        return ofParcel(known, clock.instant()).cause();
    }

    private Uni<Optional<Diagnosis>> diagnosis(
            Carrier carrier, TrackingNumber number, Verdict verdict, Stage stage, @Nullable Instant next) {
        return detached.run(() -> store.listCalls(carrier.id(), number, CALLS_SHOWN))
                .map(calls -> Optional.of(diagnosis(carrier, number, verdict, stage, next, calls)));
    }

    private static Diagnosis diagnosis(
            Carrier carrier,
            TrackingNumber number,
            Verdict verdict,
            Stage stage,
            @Nullable Instant next,
            List<LedgerEntry> calls) {
        return new Diagnosis(
                number.value(),
                new Snapshot.CarrierName(carrier.id(), carrier.name()),
                verdict.cause(),
                stage,
                verdict.owner(),
                verdict.shopper(),
                verdict.agent(),
                calls.stream().map(Diagnoser::call).toList(),
                next);
    }

    private static CallView call(LedgerEntry entry) {
        return new CallView(
                entry.startedAt(), entry.tookMillis(), entry.attempts(), entry.httpStatus(), entry.outcome());
    }

    private static Verdict ofParcel(KnownParcel known, Instant now) {
        Carrier carrier = known.key().carrier();
        Timeline timeline = known.parcel().timeline();
        Stage stage = timeline.stage();
        FailureKind failure = known.failure();
        if (stage.isFinal()) {
            return new Verdict(
                    Cause.FINISHED,
                    null,
                    "The journey is over: " + stage.title().toLowerCase(java.util.Locale.ROOT) + ".",
                    "Nothing more is expected from " + carrier.name() + ".");
        }
        if (failure != null) {
            return ofFailure(carrier, failure);
        }
        Optional<Problem> problem = timeline.problem();
        if (problem.isPresent()) {
            return ofProblem(problem.get());
        }
        return ofStage(carrier, timeline, now);
    }

    private static Verdict ofProblem(Problem problem) {
        String act = problem.actionRequired() ? " has to act" : " has it in hand";
        return new Verdict(
                Cause.PROBLEM,
                problem.owner(),
                problem.type().title() + ". " + problem.advice(),
                problem.type().title() + " since " + problem.since().iso() + "; the "
                        + problem.owner().name().toLowerCase(java.util.Locale.ROOT) + act + ".");
    }

    private static Verdict ofStage(Carrier carrier, Timeline timeline, Instant now) {
        Stage stage = timeline.stage();
        if (stage == Stage.ANNOUNCED) {
            return new Verdict(
                    Cause.NOT_HANDED_OVER,
                    Owner.SENDER,
                    "The sender has announced the parcel, but " + carrier.name() + " has not got it yet.",
                    "Only the announcement is there: ask the sender when it was handed over.");
        }
        if (stage == Stage.AVAILABLE_FOR_PICKUP) {
            return new Verdict(
                    Cause.WAITING_FOR_RECIPIENT,
                    Owner.RECIPIENT,
                    "It waits to be collected.",
                    "Delivered to a pickup point: the recipient has to collect it.");
        }
        if (timeline.newestFirst().stream()
                .findFirst()
                .filter(e -> e.type() == EventType.UNMAPPED)
                .isPresent()) {
            return new Verdict(
                    Cause.UNREADABLE_CODES,
                    null,
                    "There is news that we cannot read yet; " + carrier.name() + "'s own page may say more.",
                    "The newest code is not in the code table: see the events of type unmapped.");
        }
        if (stage == Stage.UNKNOWN) {
            return new Verdict(
                    Cause.UNKNOWN_TO_CARRIER,
                    Owner.SENDER,
                    carrier.name() + " knows the number, but has reported nothing about the parcel yet.",
                    "The carrier's answer holds no event that says where the parcel is: ask the sender about the hand-over.");
        }
        Optional<Duration> quiet = timeline.latest()
                .map(TrackingEvent::at)
                .flatMap(at -> at.instant())
                .map(at -> Duration.between(at, now));
        if (quiet.isPresent() && quiet.get().compareTo(QUIET_AFTER) > 0) {
            long days = quiet.get().toDays();
            return new Verdict(
                    Cause.NO_NEW_SCANS,
                    Owner.CARRIER,
                    carrier.name() + " has scanned nothing for " + days + " days. Ask it if this goes on.",
                    "The carrier answers, but its last scan is " + days + " days old: open an inquiry with it.");
        }
        return new Verdict(
                Cause.MOVING,
                null,
                "All is well: it is on its way.",
                "The last scan is recent and the carrier answers.");
    }

    private static Verdict ofFailure(Carrier carrier, FailureKind kind) {
        String name = carrier.name();
        return switch (kind) {
            case NOT_CONFIGURED ->
                new Verdict(
                        Cause.NOT_CONFIGURED,
                        null,
                        "We cannot ask " + name + "; its own page knows more.",
                        "No credentials are configured for " + name + ": see GET /v1/carriers/" + carrier.id() + ".");
            case REFUSED, BAD_REQUEST ->
                new Verdict(
                        Cause.CREDENTIALS_REFUSED,
                        null,
                        "We cannot ask " + name + " at the moment; what is shown may be old.",
                        name + " refuses our access: renew the credentials.");
            case OVER_QUOTA, BUSY ->
                new Verdict(
                        Cause.OVER_QUOTA,
                        null,
                        "We ask " + name + " again a little later; what is shown may be old.",
                        "The limit of calls to " + name + " is used up for now.");
            case INVALID_NUMBER ->
                new Verdict(
                        Cause.NUMBER_REFUSED,
                        Owner.SENDER,
                        name + " says this cannot be its number. Check it for typing errors.",
                        "The carrier calls the number malformed: compare it with the label.");
            default ->
                new Verdict(
                        Cause.CARRIER_DOWN,
                        Owner.CARRIER,
                        name + " does not answer at the moment; what is shown may be old.",
                        name + " fails (" + kind + "): see the last calls. It is asked again by itself.");
        };
    }
}
