package org.trackno.api;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.api.ProblemDocument.More;
import org.trackno.api.ProblemDocument.NearMissView;
import org.trackno.model.Carrier;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Candidate;
import org.trackno.number.CharacterRange;
import org.trackno.number.NearMiss;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.Snapshot.CarrierName;

/** Why a look-up found no parcel, as a problem document: one type a cause. */
final class LookUpProblems {
    private final LookUp lookUp;

    LookUpProblems(LookUp lookUp) {
        this.lookUp = lookUp;
    }

    /** The problem of a result that is not a parcel. */
    ProblemDocument of(LookUpResult result) {
        if (result instanceof LookUpResult.NotATrackingNumber nothing) {
            return ProblemDocument.of(
                    "not-a-tracking-number",
                    "Not a tracking number",
                    400,
                    nothing.problem().message());
        }
        if (result instanceof LookUpResult.Unrecognised unrecognised) {
            return unrecognised(unrecognised);
        }
        if (result instanceof LookUpResult.UnknownCarrier unknown) {
            return unknownCarrier(unknown.carrierId(), 400);
        }
        if (result instanceof LookUpResult.NotConfigured notConfigured) {
            return notConfigured(notConfigured);
        }
        if (result instanceof LookUpResult.NotFound notFound) {
            return notFound(notFound);
        }
        if (result instanceof LookUpResult.Unavailable unavailable) {
            return unavailable(unavailable);
        }
        throw new IllegalArgumentException("A parcel is no problem");
    }

    /** No carrier of this id. */
    static ProblemDocument unknownCarrier(String id, int status) {
        return ProblemDocument.of(
                "unknown-carrier",
                "No such carrier",
                status,
                "There is no carrier '" + shorten(id) + "'. GET /v1/carriers lists them.");
    }

    private static ProblemDocument unrecognised(LookUpResult.Unrecognised result) {
        List<NearMiss> misses = result.nearMisses();
        String detail = misses.isEmpty()
                ? "No carrier we know has numbers of this form. If you know the carrier, name it with ?carrier=."
                : "It nearly is a known number. " + misses.get(0).problem();
        More more = new More(
                result.number().value(),
                null,
                null,
                misses.stream().map(NearMissView::of).toList(),
                null,
                null,
                null,
                null);
        return new ProblemDocument(
                "/problems/unrecognised-number", "No carrier recognises this number", 404, detail, more);
    }

    private ProblemDocument notConfigured(LookUpResult.NotConfigured result) {
        Carrier carrier = result.carrier();
        String page = page(carrier, result.number());
        String detail = "This is a number of " + carrier.name() + ", which is not set up here."
                + (page == null ? "" : " Its own page knows more.");
        More more = new More(
                result.number().value(), name(carrier), names(result.candidates()), null, null, page, null, null);
        return new ProblemDocument("/problems/carrier-not-configured", "Carrier not configured", 424, detail, more);
    }

    private ProblemDocument notFound(LookUpResult.NotFound result) {
        String names = result.asked().stream().map(Carrier::name).collect(Collectors.joining(", "));
        Carrier first = result.asked().get(0);
        More more = new More(
                result.number().value(),
                name(first),
                null,
                null,
                result.unchecked(),
                page(first, result.number()),
                result.nextCheckAt().toString(),
                null);
        return new ProblemDocument(
                "/problems/parcel-not-found",
                "The carrier does not know this parcel (yet)",
                404,
                "There is nothing under this number at " + names + ". A new parcel can take a day to appear."
                        + toCompare(result.unchecked()),
                more);
    }

    private static String toCompare(List<CharacterRange> unchecked) {
        return unchecked.isEmpty()
                ? ""
                : " A slip in " + CharacterRange.words(unchecked)
                        + " would go unnoticed, for no check digit looks there: compare with what you were sent.";
    }

    private ProblemDocument unavailable(LookUpResult.Unavailable result) {
        Carrier carrier = result.carrier();
        FailureKind kind = result.kind();
        if (kind == FailureKind.INVALID_NUMBER) {
            return new ProblemDocument(
                    "/problems/number-refused",
                    "The carrier says this cannot be its number",
                    404,
                    carrier.name() + " refuses the number. Check it for typing errors.",
                    more(result, null));
        }
        Duration wait = result.retryAfter();
        Long seconds = wait == null ? null : Math.max(1, wait.toSeconds());
        return new ProblemDocument(
                "/problems/carrier-unavailable",
                "The carrier cannot be asked now",
                503,
                carrier.name() + " " + why(kind) + (seconds == null ? "" : " Try again in " + seconds + " s."),
                more(result, seconds));
    }

    private More more(LookUpResult.Unavailable result, @Nullable Long retryAfter) {
        return new More(
                result.number().value(),
                name(result.carrier()),
                null,
                null,
                null,
                page(result.carrier(), result.number()),
                null,
                retryAfter);
    }

    private static String why(FailureKind kind) {
        return switch (kind) {
            case REFUSED -> "refuses our access: whoever runs this service has to mend the credentials.";
            case OVER_QUOTA -> "lets us ask no more for now.";
            case TIMEOUT -> "did not answer in time.";
            case CIRCUIT_OPEN -> "failed so often that it is left alone for a moment.";
            case BUSY -> "is being asked about too many parcels at once.";
            case UNREADABLE, TOO_LARGE -> "answered something that cannot be understood.";
            case BAD_REQUEST -> "found fault with our request.";
            default -> "does not answer properly.";
        };
    }

    private @Nullable String page(Carrier carrier, TrackingNumber number) {
        return lookUp.carrierPage(carrier, number).orElse(null);
    }

    private static List<CarrierName> names(List<Candidate> candidates) {
        return candidates.stream().map(c -> name(c.carrier())).distinct().toList();
    }

    private static CarrierName name(Carrier carrier) {
        return new CarrierName(carrier.id(), carrier.name());
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
