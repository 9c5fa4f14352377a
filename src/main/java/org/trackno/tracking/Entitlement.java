package org.trackno.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;
import org.trackno.store.ProofAttempts;
import org.trackno.support.Detached;

/**
 * Proof that somebody may see everything about a parcel: its destination postcode, at most five wrong ones a parcel and day
 * over all callers.
 */
@ApplicationScoped
public class Entitlement {
    /** Wrong postcodes a parcel and day (UTC). */
    public static final int MOST_WRONG = 5;

    private static final int ZIP_DIGITS = 5;

    private final ProofAttempts attempts;
    private final Detached detached;
    private final Clock clock;

    Entitlement(ProofAttempts attempts, Detached detached, Clock clock) {
        this.attempts = attempts;
        this.detached = detached;
        this.clock = clock;
    }

    /** What came of a proof. */
    public enum Verdict {
        /** It is right. */
        GRANTED,
        /** It is wrong. */
        WRONG,
        /** There were too many wrong ones today; right ones are refused too. */
        LOCKED,
        /** The carrier never told the destination postcode, so nothing can prove it. */
        IMPOSSIBLE
    }

    /** Whether a postcode is the parcel's. */
    public Uni<Verdict> prove(KnownParcel parcel, String postcode) {
        String expected = normalise(parcel.parcel().destination().postalCode());
        if (expected.isEmpty()) {
            return Uni.createFrom().item(Verdict.IMPOSSIBLE);
        }
        String carrier = parcel.key().carrier().id();
        TrackingNumber number = parcel.key().number();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean right = matches(expected, normalise(postcode));
        return detached.run(
                () -> attempts.take(carrier, number, today, MOST_WRONG).flatMap(taken -> {
                    if (!taken) {
                        return Uni.createFrom().item(Verdict.LOCKED);
                    }
                    return right
                            ? attempts.giveBack(carrier, number, today).replaceWith(Verdict.GRANTED)
                            : Uni.createFrom().item(Verdict.WRONG);
                }));
    }

    /** A ZIP+4 and its ZIP prove each other: people know five digits. */
    private static boolean matches(String expected, String given) {
        return expected.equals(given)
                || (isZip(expected) && isZip(given) && zip(expected).equals(zip(given)));
    }

    private static boolean isZip(String code) {
        boolean digits = code.chars().allMatch(Character::isDigit);
        return digits && (code.length() == ZIP_DIGITS || code.length() == ZIP_DIGITS + 4);
    }

    private static String zip(String code) {
        return code.substring(0, ZIP_DIGITS);
    }

    private static String normalise(@Nullable String postcode) {
        return postcode == null ? "" : postcode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
