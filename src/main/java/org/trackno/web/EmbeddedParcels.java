package org.trackno.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.limit.RefusedException;
import org.trackno.model.FailureKind;
import org.trackno.model.Stage;
import org.trackno.tracking.Diagnoser;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.LookUpResult.Found;
import org.trackno.tracking.PrivacyConfiguration;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.ProblemView;
import org.trackno.tracking.SnapshotEncoder;
import org.trackno.web.EmbeddedParcel.Event;
import org.trackno.web.EmbeddedParcel.Page;
import org.trackno.web.EmbeddedParcel.Trouble;

/** Looks parcels up for pages that embed them: never more than a number alone shows. */
@ApplicationScoped
class EmbeddedParcels {
    private static final Logger LOG = Logger.getLogger(EmbeddedParcels.class);
    private static final int AGAIN_SECONDS = 60;
    private static final int MOST_EVENTS = 5;

    private final LookUp lookUp;
    private final VisitorLookUp visitors;
    private final Diagnoser diagnoser;
    private final SnapshotEncoder snapshots;
    private final PrivacyConfiguration privacy;
    private final Clock clock;

    EmbeddedParcels(
            LookUp lookUp,
            VisitorLookUp visitors,
            Diagnoser diagnoser,
            SnapshotEncoder snapshots,
            PrivacyConfiguration privacy,
            Clock clock) {
        this.lookUp = lookUp;
        this.visitors = visitors;
        this.diagnoser = diagnoser;
        this.snapshots = snapshots;
        this.privacy = privacy;
        this.clock = clock;
    }

    /**
     * The parcel of a number, or why there is none; never fails.
     *
     * @param style properties of the storefront's colours; blank for ours
     */
    Uni<EmbeddedParcel> get(String number, @Nullable String carrier, Visit visit, String style) {
        Wording words = Wording.in(visit.language());
        Page page = new Page(
                visit.keep(Addresses.number(number, carrier).path()).substring(1),
                words.messages().details());
        Troubles troubles = new Troubles(words, lookUp, List.of());
        return visitors.track(number, carrier, visit)
                .map(result -> result instanceof Found found
                        ? parcel(found.parcel(), words, visit, style)
                        : trouble(number, reason(result), troubles.of(result), words, page, style))
                .onFailure()
                .recoverWithItem(failure -> {
                    if (failure instanceof RefusedException refused) {
                        String reason = refused.refusal().kind().id();
                        return trouble(number, reason, troubles.of(refused.refusal()), words, page, style);
                    }
                    LOG.error("An embedded parcel failed", failure);
                    return trouble(number, "store-unavailable", troubles.store(), words, page, style);
                });
    }

    private EmbeddedParcel parcel(KnownParcel known, Wording words, Visit visit, String style) {
        Instant now = clock.instant();
        Snapshot snapshot = snapshots.snapshot(known, privacy.level().audience(), now);
        Addresses.PageAddress address = Addresses.number(
                known.key().number().value(), known.key().carrier().id());
        String version = PageStreams.version(known);
        String explanation = new Explanations(words, now).of(diagnoser.cause(known), known);
        Reading reading = Reading.plain(address, privacy.level().audience());
        ParcelViews views = new ParcelViews(words, now);
        ParcelView view = views.of(snapshot, reading, version, explanation, null);
        ProblemView problem = snapshot.problem();
        boolean over = snapshot.stage().isFinal();
        return new EmbeddedParcel(
                view.number(),
                snapshot.carrier().id(),
                snapshot.carrier().name(),
                words.language().code(),
                label(view.number(), words),
                snapshot.stage(),
                snapshot.estimate(),
                snapshot.deliveredAt(),
                problem == null ? null : problem.type(),
                view.headline(),
                words.messages().steps(),
                view.steps(),
                view.notice(),
                events(view, words, now),
                explanation,
                null,
                new Page(
                        visit.keep(address.path()).substring(1),
                        words.messages().details()),
                over ? null : version,
                over ? null : AGAIN_SECONDS,
                style);
    }

    private static List<Event> events(ParcelView view, Wording words, Instant now) {
        return view.days().stream()
                .flatMap(day -> day.events().stream())
                .filter(event -> !event.withdrawn())
                .limit(MOST_EVENTS)
                .map(event ->
                        new Event(words.moment(Moment.of(event.iso()), now), event.iso(), event.title(), event.place()))
                .toList();
    }

    private static EmbeddedParcel trouble(
            String number, String reason, Troubles.Trouble trouble, Wording words, Page page, String style) {
        TroubleView view = trouble.view();
        return new EmbeddedParcel(
                number,
                null,
                null,
                words.language().code(),
                label(number, words),
                Stage.UNKNOWN,
                null,
                null,
                null,
                null,
                "",
                List.of(),
                null,
                List.of(),
                null,
                new Trouble(reason, view.title(), view.text()),
                page,
                null,
                view.again(),
                style);
    }

    private static String label(String number, Wording words) {
        return words.messages().trackingNumber() + " " + number;
    }

    /** As the problem types of the HTTP interface end. */
    private static String reason(LookUpResult result) {
        if (result instanceof LookUpResult.Unavailable unavailable) {
            return unavailable.kind() == FailureKind.INVALID_NUMBER ? "number-refused" : "carrier-unavailable";
        }
        if (result instanceof LookUpResult.NotFound) {
            return "parcel-not-found";
        }
        if (result instanceof LookUpResult.NotConfigured) {
            return "carrier-not-configured";
        }
        if (result instanceof LookUpResult.Unrecognised) {
            return "unrecognised-number";
        }
        return result instanceof LookUpResult.UnknownCarrier ? "unknown-carrier" : "not-a-tracking-number";
    }
}
