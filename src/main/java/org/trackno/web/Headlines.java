package org.trackno.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventType;
import org.trackno.model.Stage;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.EstimateView;
import org.trackno.tracking.Snapshot.EventView;

/** The sentence that matters: when, then what. */
final class Headlines {
    private final Wording words;
    private final Messages messages;
    private final Instant now;

    Headlines(Wording words, Instant now) {
        this.words = words;
        this.messages = words.messages();
        this.now = now;
    }

    /** The headline of a snapshot. */
    ParcelView.Headline of(Snapshot snapshot) {
        String what = what(snapshot);
        EstimateView estimate = snapshot.estimate();
        String delivered = snapshot.deliveredAt();
        if (delivered != null) {
            Moment at = Moment.of(delivered);
            List<String> notes = at.time() == null ? List.of() : List.of(messages.localTime());
            return new ParcelView.Headline(messages.deliveredOn(), words.moment(at, now), what, notes, "good");
        }
        if (snapshot.stage() == Stage.AVAILABLE_FOR_PICKUP) {
            return since(snapshot, messages.readySince(), what, tone(snapshot));
        }
        return estimate != null
                ? expected(snapshot, estimate, what)
                : since(snapshot, messages.latestNews(), what, tone(snapshot));
    }

    private String what(Snapshot snapshot) {
        String term = snapshot.eventType();
        return term == null
                ? messages.noNews()
                : words.events().title(EventType.ofTerm(term).orElse(EventType.UNMAPPED));
    }

    private static String tone(Snapshot snapshot) {
        return snapshot.problem() == null ? "plain" : "trouble";
    }

    private ParcelView.Headline expected(Snapshot snapshot, EstimateView estimate, String what) {
        Moment from = Moment.of(estimate.from());
        Moment to = Moment.of(estimate.to());
        boolean over = to.date().isBefore(Wording.today(to, now));
        List<String> notes = new ArrayList<>();
        if (from.time() != null) {
            notes.add(messages.localTime());
        }
        notes.add(
                switch (estimate.basis()) {
                    case CARRIER -> messages.basisCarrier(snapshot.carrier().name());
                    case LEARNED -> messages.basisLearned();
                    case PRIOR -> messages.basisPrior();
                });
        String kicker = over ? messages.wasExpected() : messages.expected();
        return new ParcelView.Headline(kicker, words.window(from, to, now), what, notes, tone(snapshot));
    }

    /** The moment of the event that the headline speaks of: the newest that says something of the parcel. */
    private ParcelView.Headline since(Snapshot snapshot, String kicker, String what, String tone) {
        EventView newest = newest(snapshot);
        if (newest == null) {
            return new ParcelView.Headline("", "", what, List.of(), tone);
        }
        String offset = newest.at().offset();
        Moment at = Moment.of(newest.at().local() + (offset == null ? "" : offset));
        return new ParcelView.Headline(kicker, words.moment(at, now), what, List.of(), tone);
    }

    private static @Nullable EventView newest(Snapshot snapshot) {
        return snapshot.events().stream()
                .filter(event -> !event.withdrawn() && event.type().equals(snapshot.eventType()))
                .findFirst()
                .orElse(null);
    }
}
