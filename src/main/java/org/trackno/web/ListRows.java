package org.trackno.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.trackno.model.Owner;
import org.trackno.model.Stage;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.LookUpResult.Found;
import org.trackno.tracking.PrivacyConfiguration;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.SnapshotEncoder;
import org.trackno.web.ListPages.Asked;
import org.trackno.web.ListView.Row;

/** A look-up in one line of a list. */
@ApplicationScoped
class ListRows {
    private final LookUp lookUp;
    private final SnapshotEncoder snapshots;
    private final PrivacyConfiguration privacy;
    private final Clock clock;

    ListRows(LookUp lookUp, SnapshotEncoder snapshots, PrivacyConfiguration privacy, Clock clock) {
        this.lookUp = lookUp;
        this.snapshots = snapshots;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** The row of a result. */
    Row of(Asked asked, LookUpResult result, Wording words) {
        if (!(result instanceof Found found)) {
            return failed(
                    asked,
                    new Troubles(words, lookUp, List.of()).of(result).view().title());
        }
        Instant now = clock.instant();
        Snapshot snapshot = snapshots.snapshot(found.parcel(), privacy.level().audience(), now);
        ParcelView.Headline headline = new Headlines(words, now).of(snapshot);
        boolean act = snapshot.problem() != null
                && snapshot.problem().actionRequired()
                && snapshot.problem().owner() == Owner.RECIPIENT;
        return new Row(
                id(asked),
                asked.question().number(),
                asked.path(),
                snapshot.carrier().name(),
                act ? "act" : headline.tone(),
                bar(snapshot.stage()),
                headline.what(),
                headline.when().isEmpty() ? "" : headline.kicker() + ": " + headline.when());
    }

    /** The row of a parcel that has not answered yet. */
    Row waiting(Asked asked, Wording words) {
        return nothingKnown(asked, "waiting", words.messages().listWaiting());
    }

    /** The row of a parcel about which nothing is known. */
    Row failed(Asked asked, String why) {
        return nothingKnown(asked, "failed", why);
    }

    private static Row nothingKnown(Asked asked, String state, String what) {
        return new Row(id(asked), asked.question().number(), asked.path(), "", state, List.of(), what, "");
    }

    private static String id(Asked asked) {
        return "row-" + asked.place();
    }

    private static List<String> bar(Stage stage) {
        return StepBar.of(stage).steps().stream()
                .map(step -> step.state().name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
