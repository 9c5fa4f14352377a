package org.trackno.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trackno.store.ShareLinks;
import org.trackno.store.ShareLinks.Shared;
import org.trackno.support.Secrets;
import org.trackno.tracking.Entitlement;
import org.trackno.tracking.KnownParcel;
import org.trackno.tracking.LookUpResult.Found;

/**
 * Turns a right postcode into a link that shows everything. Neither the postcode nor the number is in its address, no cookie
 * is needed to go on reading, and it can be given away or ended.
 */
@ApplicationScoped
class Proofs {
    private static final int SECRET_BYTES = 24;

    private final VisitorLookUp lookUp;
    private final Entitlement entitlement;
    private final ShareLinks links;
    private final Secrets secrets;
    private final ParcelPages pages;
    private final PagesConfiguration configuration;
    private final Clock clock;

    Proofs(
            VisitorLookUp lookUp,
            Entitlement entitlement,
            ShareLinks links,
            Secrets secrets,
            ParcelPages pages,
            PagesConfiguration configuration,
            Clock clock) {
        this.lookUp = lookUp;
        this.entitlement = entitlement;
        this.links = links;
        this.secrets = secrets;
        this.pages = pages;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** A redirect to a new link, or the page with why the postcode proves nothing; never fails. */
    Uni<Response> prove(
            String number, @Nullable String carrier, @Nullable String postcode, Reading reading, Visit visit) {
        return lookUp.track(number, carrier, visit)
                .flatMap(result -> result instanceof Found found
                        ? judge(found, postcode == null ? "" : postcode, reading, visit)
                        : pages.page(result, reading, visit))
                .onFailure()
                .recoverWithItem(failure -> pages.failed(failure, visit));
    }

    /** What a link shows; empty when it is over or never was. */
    Uni<Optional<Shared>> find(String secret) {
        return links.find(secret, clock.instant());
    }

    /** Ends a link. */
    Uni<Void> end(String secret) {
        return links.end(secret);
    }

    private Uni<Response> judge(Found found, String postcode, Reading reading, Visit visit) {
        Messages messages = Wording.in(visit.language()).messages();
        return entitlement.prove(found.parcel(), postcode).flatMap(verdict -> switch (verdict) {
            case GRANTED -> link(found.parcel(), visit);
            case WRONG -> refusal(found, reading.refused(messages.proofWrong(), 403), visit);
            case LOCKED -> refusal(found, reading.refused(messages.proofLocked(), 429), visit);
            case IMPOSSIBLE -> refusal(found, reading.refused(messages.proofImpossible(), 403), visit);
        });
    }

    private Uni<Response> refusal(Found found, Reading reading, Visit visit) {
        return pages.page(found, reading, visit);
    }

    private Uni<Response> link(KnownParcel parcel, Visit visit) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.bytes(SECRET_BYTES));
        Instant now = clock.instant();
        Shared shared =
                new Shared(parcel.key().carrier().id(), parcel.key().number(), now.plus(configuration.linksLast()));
        return links.create(secret, shared, now)
                .map(created -> PageResponses.seeOther(visit.keep(Addresses.shared(secret))));
    }
}
