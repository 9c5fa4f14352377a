package org.trackno.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.Catalogue;
import org.trackno.tracking.Audience;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.PrivacyConfiguration;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.SnapshotWriter;

/** Looks parcels up and writes their pages. */
@ApplicationScoped
class ParcelPages {
    private static final Logger LOG = Logger.getLogger(ParcelPages.class);

    private final LookUp lookUp;
    private final PrivacyConfiguration privacy;
    private final PageResponses responses;
    private final Clock clock;
    private final List<TroubleView.Choice> carriers;

    ParcelPages(
            LookUp lookUp, PrivacyConfiguration privacy, PageResponses responses, Catalogue catalogue, Clock clock) {
        this.lookUp = lookUp;
        this.privacy = privacy;
        this.responses = responses;
        this.clock = clock;
        this.carriers = catalogue.list().stream()
                .map(folder -> new TroubleView.Choice(
                        folder.manifest().id(), folder.manifest().name()))
                .sorted(Comparator.comparing(TroubleView.Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The page of a number, or the page of why there is none; never fails. */
    Uni<Response> get(String number, @Nullable String carrier, Visit visit) {
        String named = carrier == null || carrier.isBlank() ? null : carrier.strip();
        return lookUp.track(number, named, null)
                .map(result -> result instanceof LookUpResult.Found found
                        ? found(found.parcel(), visit)
                        : trouble(troubles(visit).of(result), visit))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.error("A page failed", failure);
                    return trouble(troubles(visit).store(), visit);
                });
    }

    private Response found(KnownParcel known, Visit visit) {
        Language language = visit.language();
        Wording words = Wording.in(language);
        Audience audience = privacy.level().audience();
        ParcelView view = view(known, audience, words);
        String path = Addresses.parcel(view.number(), view.carrierId());
        ShareView share = new ShareView(path, words.messages().sharePublic(), null, "", "");
        Frame frame = responses.frame(visit, path, view.headline().line());
        return responses.page(200, Templates.parcel(frame, view, share), language);
    }

    private ParcelView view(KnownParcel known, Audience audience, Wording words) {
        Instant now = clock.instant();
        return new ParcelViews(words, now).of(snapshot(known, audience, now), audience, null, null);
    }

    private Snapshot snapshot(KnownParcel known, Audience audience, Instant now) {
        Snapshot.Links links = new Snapshot.Links(
                lookUp.carrierPage(known.key().carrier(), known.key().number()).orElse(""), null);
        return new SnapshotWriter(audience).write(known.parcel(), known.others(), known.freshness(now), links);
    }

    private Troubles troubles(Visit visit) {
        return new Troubles(Wording.in(visit.language()), lookUp, carriers);
    }

    private Response trouble(Troubles.Trouble trouble, Visit visit) {
        TroubleView view = trouble.view();
        String path = view.number() == null ? "/" : "/track/" + view.number();
        Frame frame = responses.frame(visit, path, view.title());
        return responses.page(trouble.status(), Templates.trouble(frame, view), visit.language());
    }
}
