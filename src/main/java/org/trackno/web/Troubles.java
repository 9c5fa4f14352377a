package org.trackno.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.limit.Refusal;
import org.trackno.limit.RefusedException;
import org.trackno.model.Carrier;
import org.trackno.model.FailureKind;
import org.trackno.model.TrackingNumber;
import org.trackno.number.CharacterRange;
import org.trackno.number.NearMiss;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;

/** Why there is no parcel to show, in words for a shopper. */
final class Troubles {
    private static final int SOON = 10;
    private static final int LATER = 60;

    private final Messages messages;
    private final LookUp lookUp;
    private final List<TroubleView.Choice> carriers;

    Troubles(Wording words, LookUp lookUp, List<TroubleView.Choice> carriers) {
        this.messages = words.messages();
        this.lookUp = lookUp;
        this.carriers = carriers;
    }

    /** A page with its status. */
    record Trouble(int status, TroubleView view) {}

    /** The trouble of a result that is not a parcel. */
    Trouble of(LookUpResult result) {
        if (result instanceof LookUpResult.Unrecognised unrecognised) {
            return new Trouble(404, unrecognised(unrecognised));
        }
        if (result instanceof LookUpResult.NotConfigured missing) {
            Carrier carrier = missing.carrier();
            String title = messages.notConfiguredTitle(carrier.name());
            String text = messages.notConfiguredText(carrier.name());
            return new Trouble(424, about(carrier, missing.number(), title, text, List.of(), null));
        }
        if (result instanceof LookUpResult.NotFound missing) {
            Carrier carrier = missing.asked().get(0);
            String title = messages.notFoundTitle(carrier.name());
            String text = messages.notFoundText() + toCompare(missing.unchecked());
            return new Trouble(404, about(carrier, missing.number(), title, text, carriers, LATER));
        }
        if (result instanceof LookUpResult.Unavailable unavailable) {
            return unavailable(unavailable);
        }
        if (result instanceof LookUpResult.UnknownCarrier) {
            return new Trouble(404, TroubleView.of(messages.noPageTitle(), messages.noPageText()));
        }
        if (result instanceof LookUpResult.NotATrackingNumber) {
            return new Trouble(400, TroubleView.of(messages.notANumberTitle(), messages.notANumberText()));
        }
        throw new IllegalArgumentException("A parcel is no trouble");
    }

    /** The trouble of a visitor who may not ask now. */
    Trouble of(Refusal refusal) {
        int wait = (int) refusal.waitSeconds();
        return new Trouble(
                429,
                TroubleView.of(messages.tooManyTitle(), messages.tooManyWait(wait))
                        .again(wait));
    }

    /** In a few words why a look-up failed: the visitor may not ask now, or PostgreSQL cannot be asked. */
    static String title(Throwable failure, Wording words) {
        return failure instanceof RefusedException
                ? words.messages().tooManyTitle()
                : words.messages().storeTitle();
    }

    /** The trouble when PostgreSQL cannot be asked. */
    Trouble store() {
        TroubleView view =
                new TroubleView(null, messages.storeTitle(), messages.storeText(), null, "", null, List.of(), SOON);
        return new Trouble(503, view);
    }

    private TroubleView unrecognised(LookUpResult.Unrecognised result) {
        String number = result.number().value();
        TroubleView.Suggestion suggestion = result.nearMisses().stream()
                .map(NearMiss::correctedNumber)
                .filter(corrected -> corrected != null && TrackingNumber.isCanonical(corrected))
                .findFirst()
                .map(corrected -> new TroubleView.Suggestion(messages.didYouMean(corrected), "/track/" + corrected))
                .orElse(null);
        return new TroubleView(
                number,
                messages.unrecognisedTitle(),
                messages.unrecognisedText(),
                null,
                "",
                suggestion,
                carriers,
                null);
    }

    /** Where a slip may be the reason that nobody knows the number: {@code 1–2, 12–13}. */
    private String toCompare(List<CharacterRange> unchecked) {
        String places = unchecked.stream()
                .map(one -> one.first() == one.last() ? "" + one.first() : one.first() + "–" + one.last())
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : " " + messages.notFoundCompare(places);
    }

    private Trouble unavailable(LookUpResult.Unavailable result) {
        Carrier carrier = result.carrier();
        FailureKind kind = result.kind();
        if (kind == FailureKind.INVALID_NUMBER) {
            String title = messages.refusedTitle(carrier.name());
            return new Trouble(404, about(carrier, result.number(), title, messages.notANumberText(), carriers, null));
        }
        if (kind == FailureKind.REFUSED || kind == FailureKind.NOT_CONFIGURED || kind == FailureKind.BAD_REQUEST) {
            String title = messages.noAccessTitle(carrier.name());
            return new Trouble(503, about(carrier, result.number(), title, messages.noAccessText(), List.of(), null));
        }
        Duration wait = result.retryAfter();
        int again = wait == null
                ? LATER
                : (int) Math.max(
                        SOON, Math.min(wait.toSeconds(), Duration.ofHours(1).toSeconds()));
        String title = messages.unavailableTitle(carrier.name());
        return new Trouble(503, about(carrier, result.number(), title, messages.unavailableText(), List.of(), again));
    }

    private TroubleView about(
            Carrier carrier,
            TrackingNumber number,
            String title,
            String text,
            List<TroubleView.Choice> choices,
            @Nullable Integer again) {
        return new TroubleView(
                number.value(),
                title,
                text,
                lookUp.carrierPage(carrier, number).orElse(null),
                messages.carrierPage(carrier.name()),
                null,
                choices,
                again);
    }
}
