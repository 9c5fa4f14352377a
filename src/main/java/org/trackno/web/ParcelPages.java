package org.trackno.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.Catalogue;
import org.trackno.geography.Gazetteer;
import org.trackno.limit.RefusedException;
import org.trackno.tracking.Audience;
import org.trackno.tracking.Diagnoser;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.LookUpResult.Found;
import org.trackno.tracking.PrivacyConfiguration;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.SnapshotEncoder;

/** Looks parcels up and writes their pages. */
@ApplicationScoped
class ParcelPages {
    private static final Logger LOG = Logger.getLogger(ParcelPages.class);

    private final LookUp lookUp;
    private final VisitorLookUp visitors;
    private final Diagnoser diagnoser;
    private final SnapshotEncoder snapshots;
    private final PrivacyConfiguration privacy;
    private final PageResponses responses;
    private final WrittenPages written;
    private final Geography geography;
    private final Catalogue catalogue;
    private final Clock clock;
    private final List<TroubleView.Choice> carriers;

    ParcelPages(
            LookUp lookUp,
            VisitorLookUp visitors,
            Diagnoser diagnoser,
            SnapshotEncoder snapshots,
            PrivacyConfiguration privacy,
            PageResponses responses,
            WrittenPages written,
            Geography geography,
            Catalogue catalogue,
            Clock clock) {
        this.lookUp = lookUp;
        this.visitors = visitors;
        this.diagnoser = diagnoser;
        this.snapshots = snapshots;
        this.privacy = privacy;
        this.responses = responses;
        this.written = written;
        this.geography = geography;
        this.catalogue = catalogue;
        this.clock = clock;
        this.carriers = catalogue.list().stream()
                .map(folder -> new TroubleView.Choice(
                        folder.manifest().id(), folder.manifest().name()))
                .sorted(Comparator.comparing(TroubleView.Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** How a page is read by whoever has only the number, or a sealed address of it. */
    Reading plain(Addresses.PageAddress address) {
        return Reading.plain(address, audience());
    }

    /** What the number alone shows. */
    Audience audience() {
        return privacy.level().audience();
    }

    /** The page of a number, or the page of why there is none; never fails. */
    Uni<Response> get(String number, @Nullable String carrier, Reading reading, Visit visit) {
        return visitors.track(number, carrier, visit)
                .flatMap(result -> page(result, reading, visit))
                .onFailure()
                .recoverWithItem(failure -> failed(failure, visit));
    }

    /** The page of what a look-up brought. */
    Uni<Response> page(LookUpResult result, Reading reading, Visit visit) {
        return result instanceof Found found
                ? found(found.parcel(), reading, visit)
                : Uni.createFrom().item(trouble(troubles(visit).of(result), reading.address(), visit));
    }

    /** The page when the visitor may not ask now, or PostgreSQL cannot be asked. */
    Response failed(Throwable failure, Visit visit) {
        Troubles troubles = troubles(visit);
        Addresses.PageAddress address = new Addresses.PageAddress("/", "");
        if (failure instanceof RefusedException refused) {
            return trouble(troubles.of(refused.refusal()), address, visit);
        }
        LOG.error("A page failed", failure);
        return trouble(troubles.store(), address, visit);
    }

    private Uni<Response> found(KnownParcel known, Reading reading, Visit visit) {
        Instant now = clock.instant();
        if (!reading.isCommon()) {
            return geography
                    .towns()
                    .map(towns -> responses.page(reading.status(), template(known, reading, visit, now, towns), visit));
        }
        WrittenPages.Key key = new WrittenPages.Key(
                known.key(),
                reading.address(),
                reading.audience(),
                visit.language(),
                visit.isChosen(),
                visit.storefront());
        return written.find(key, known, now)
                .map(page -> Uni.createFrom().item(page))
                .orElseGet(() -> geography
                        .towns()
                        .map(towns -> written.write(key, known, now, template(known, reading, visit, now, towns))))
                .map(page -> responses.page(page, visit));
    }

    private TemplateInstance template(KnownParcel known, Reading reading, Visit visit, Instant now, Gazetteer towns) {
        Wording words = Wording.in(visit.language());
        String explanation = new Explanations(words, now).of(diagnoser.cause(known), known);
        Snapshot snapshot = snapshots.snapshot(known, reading.audience(), now);
        ParcelView view = new ParcelViews(words, now)
                .of(snapshot, reading, PageStreams.version(known), explanation, language(known));
        PageExtras extras = PageExtras.of(snapshot, known, reading, words.messages(), towns);
        Frame frame =
                responses.frame(visit, reading.address().path(), view.headline().line());
        return Templates.parcel(frame, view, extras, share(reading, visit, words, now));
    }

    private @Nullable String language(KnownParcel known) {
        return catalogue
                .find(known.key().carrier().id())
                .map(folder -> folder.manifest().language())
                .orElse(null);
    }

    private static ShareView share(Reading reading, Visit visit, Wording words, Instant now) {
        Addresses.PageAddress address = reading.address();
        String path = visit.brand(address.path());
        Instant until = reading.sharedUntil();
        if (until == null) {
            String explanation = words.messages().sharePublic();
            return new ShareView(path, explanation, null, address.below("proof"), reading.proofProblem());
        }
        LocalDate end = LocalDate.ofInstant(until, ZoneOffset.UTC);
        String explanation = words.messages().shareFull(words.dayInside(end, LocalDate.ofInstant(now, ZoneOffset.UTC)));
        return new ShareView(path, explanation, address.below("end"), "", "");
    }

    private Troubles troubles(Visit visit) {
        return new Troubles(Wording.in(visit.language()), lookUp, carriers);
    }

    private Response trouble(Troubles.Trouble trouble, Addresses.PageAddress address, Visit visit) {
        return responses.trouble(trouble.status(), trouble.view(), address.path(), visit);
    }
}
