package org.trackno.cli;

import org.trackno.cli.CarriersRereadCommand.Sums;
import org.trackno.cli.Page.Tone;
import org.trackno.tracking.RereadParcel;
import org.trackno.tracking.RereadParcel.EventChange;

/** Writes for people what reading kept answers again changed. */
final class RereadText {
    private static final int INDENT = 2;

    private final Page page;

    RereadText(Page page) {
        this.page = page;
    }

    /** One parcel. */
    void print(RereadParcel parcel) {
        String number = parcel.trackingNumber();
        switch (parcel.outcome()) {
            case UNCHANGED ->
                page.paragraph(0, number + ": as before, " + parcel.stageAfter().title(), Tone.QUIET);
            case NO_ANSWERS -> page.paragraph(0, number + ": no answer is kept", Tone.QUIET);
            case UNREADABLE ->
                page.paragraph(
                        0, number + ": left as it was, an answer can no longer be read. " + parcel.detail(), Tone.BAD);
            case CHANGED -> printChanges(parcel);
        }
    }

    private void printChanges(RereadParcel parcel) {
        String stage = parcel.stageBefore() == parcel.stageAfter()
                ? "still " + parcel.stageAfter().title()
                : parcel.stageBefore().title() + " → " + parcel.stageAfter().title();
        page.paragraph(0, parcel.trackingNumber() + ": " + stage, Tone.STRONG);
        for (EventChange change : parcel.eventsChanged()) {
            page.paragraph(
                    INDENT,
                    Words.moment(change.at()) + "  " + change.code() + ": " + change.typeBefore() + " → "
                            + change.typeAfter(),
                    Tone.PLAIN);
        }
        if (parcel.eventsAdded() + parcel.eventsReplaced() > 0) {
            page.paragraph(
                    INDENT,
                    parcel.eventsAdded() + " events new, " + parcel.eventsReplaced() + " no longer read as they were",
                    Tone.PLAIN);
        }
    }

    /** The last line. */
    void print(Sums sums) {
        page.paragraph(
                0,
                sums.parcels() + " parcels read again: " + sums.changed() + " changed, " + sums.stagesChanged()
                        + " with another stage, " + sums.eventsChanged() + " events with another type; "
                        + sums.unreadable() + " unreadable.",
                Tone.STRONG);
        if (!sums.stillUnmapped().isEmpty()) {
            page.paragraph(0, "Still not listed: " + String.join(", ", sums.stillUnmapped()), Tone.WARNING);
        }
    }
}
