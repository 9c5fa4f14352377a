package org.trackno.api;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.limit.Refusals;
import org.trackno.support.SystemBeans.Jitter;
import org.trackno.tracking.Audience;
import org.trackno.tracking.ColdWork;
import org.trackno.tracking.Entitlement;
import org.trackno.tracking.Entitlement.Verdict;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.PreparedParcel;
import org.trackno.tracking.PrivacyConfiguration;

/** Looks a number up for a caller: the parcel with what the caller may see of it, or the problem document. */
@ApplicationScoped
class Tracker {
    private static final Logger LOG = Logger.getLogger(Tracker.class);
    private static final long STORE_RETRY_SECONDS = 5;
    private static final int OVERLOAD_RETRY_SECONDS = 4;

    private final LookUp lookUp;
    private final Entitlement entitlement;
    private final PrivacyConfiguration privacy;
    private final Refusals refusals;
    private final Jitter jitter;
    private final Clock clock;
    private final LookUpProblems problems;

    Tracker(
            LookUp lookUp,
            Entitlement entitlement,
            PrivacyConfiguration privacy,
            Refusals refusals,
            Jitter jitter,
            Clock clock) {
        this.lookUp = lookUp;
        this.entitlement = entitlement;
        this.privacy = privacy;
        this.refusals = refusals;
        this.jitter = jitter;
        this.clock = clock;
        this.problems = new LookUpProblems(lookUp);
    }

    /**
     * What is asked about one number.
     *
     * @param input as somebody typed it
     * @param carrier id; null to recognise it
     * @param destination ISO 3166-1 alpha-2; null when unknown
     * @param usual ids of the carriers that the caller ships with; empty when unknown
     * @param postcode proof of entitlement; null for none
     */
    record Question(
            String input,
            @Nullable String carrier,
            @Nullable String destination,
            Set<String> usual,
            @Nullable String postcode) {}

    /** Either a parcel for an audience, or a problem. */
    record Reply(@Nullable PreparedParcel prepared, Audience audience, @Nullable ProblemDocument problem) {
        static Reply of(ProblemDocument problem) {
            return new Reply(null, Audience.PUBLIC, problem);
        }

        Optional<PreparedParcel> found() {
            return Optional.ofNullable(prepared);
        }
    }

    /** The reply; never fails. */
    Uni<Reply> track(Question question) {
        return lookUp.track(
                        question.input(),
                        blankToNull(question.carrier()),
                        blankToNull(question.destination()),
                        question.usual())
                .flatMap(result -> result instanceof LookUpResult.Found found
                        ? reply(found.prepared(), blankToNull(question.postcode()))
                        : Uni.createFrom().item(Reply.of(problems.of(result))))
                .onFailure()
                .recoverWithItem(failure -> Reply.of(problem(failure)));
    }

    /** The problem when a look-up could not be done for a reason of ours. */
    ProblemDocument problem(Throwable failure) {
        if (failure instanceof ColdWork.OverloadedException) {
            return overloaded();
        }
        LOG.error("A look-up failed", failure);
        return storeUnavailable();
    }

    /** The problem when too much is under way; those who are refused together do not come back together. */
    ProblemDocument overloaded() {
        refusals.count(Refusals.Reason.OVERLOAD);
        long seconds = 1 + (long) (jitter.next() * OVERLOAD_RETRY_SECONDS);
        return ProblemDocument.later(
                "/problems/overloaded",
                "Too much to do now",
                503,
                "Too many look-ups are under way. Try again in " + seconds + " s.",
                seconds);
    }

    /** The problem when PostgreSQL cannot be asked. */
    static ProblemDocument storeUnavailable() {
        return ProblemDocument.later(
                "/problems/store-unavailable",
                "The store cannot be asked now",
                503,
                "Our database does not answer. Try again in " + STORE_RETRY_SECONDS + " s.",
                STORE_RETRY_SECONDS);
    }

    private Uni<Reply> reply(PreparedParcel prepared, @Nullable String postcode) {
        if (postcode == null) {
            return Uni.createFrom().item(new Reply(prepared, privacy.level().audience(), null));
        }
        return entitlement.prove(prepared.parcel(), postcode).map(verdict -> switch (verdict) {
            case GRANTED -> new Reply(prepared, Audience.ENTITLED, null);
            case WRONG, IMPOSSIBLE -> Reply.of(refused(verdict));
            case LOCKED -> Reply.of(locked());
        });
    }

    private static ProblemDocument refused(Verdict verdict) {
        String detail = verdict == Verdict.WRONG
                ? "This is not the postcode the parcel goes to. Leave postcode out for the public view."
                : "The carrier did not tell the destination postcode, so it proves nothing. Leave it out.";
        return ProblemDocument.of("proof-refused", "The proof is not right", 403, detail);
    }

    private ProblemDocument locked() {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        long seconds = Duration.between(
                        clock.instant(), tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant())
                .toSeconds();
        return ProblemDocument.later(
                "/problems/too-many-proofs",
                "Too many wrong postcodes",
                429,
                "There were " + Entitlement.MOST_WRONG
                        + " wrong postcodes for this parcel today. Try again tomorrow (UTC),"
                        + " or leave postcode out for the public view.",
                seconds);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
