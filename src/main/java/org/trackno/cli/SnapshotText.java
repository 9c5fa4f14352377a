package org.trackno.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trackno.cli.Page.Cell;
import org.trackno.cli.Page.Tone;
import org.trackno.model.EventType;
import org.trackno.model.Stage;
import org.trackno.model.ZoneBasis;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.EventView;
import org.trackno.tracking.Snapshot.FreshnessView;
import org.trackno.tracking.Snapshot.ProblemView;

/** Writes a snapshot for people: where the parcel is, what is wrong, how sure that is, and its timeline. */
final class SnapshotText {
    private static final int INDENT = 2;
    private static final int LABEL_WIDTH = 12;
    /** A moment to the minute, the mark of an unknown zone and a gap. */
    private static final int TIME_WIDTH = 20;

    private static final int PLACE_GAP = 2;
    private static final int LEAST_PLACE_WIDTH = 10;
    private static final String UNKNOWN_ZONE = "*";

    private final Page page;
    private final Instant now;

    /**
     * A writer.
     *
     * @param now for saying how long ago something was
     */
    SnapshotText(Page page, Instant now) {
        this.page = page;
        this.now = now;
    }

    /** The whole snapshot, with an empty line after it. */
    void print(Snapshot snapshot) {
        printHeader(snapshot);
        printFacts(snapshot);
        printTimeline(snapshot.events());
        page.blankLine();
    }

    private void printHeader(Snapshot snapshot) {
        String header = Stream.of(snapshot.trackingNumber(), snapshot.carrier().name(), snapshot.service())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
        page.paragraph(0, header, Tone.STRONG);
        StageBar bar = StageBar.of(snapshot.stage());
        Tone tone = bar.isTrouble() ? Tone.WARNING : Tone.PLAIN;
        bar.lines(page.width() - INDENT).forEach(line -> page.paragraph(INDENT, line, tone));
        page.blankLine();
    }

    private void printFacts(Snapshot snapshot) {
        page.paragraph(INDENT, snapshot.title(), tone(snapshot));
        if (snapshot.deliveredAt() != null) {
            printFact("Delivered", Words.moment(snapshot.deliveredAt()));
        }
        if (snapshot.proofOfDelivery() != null) {
            printFact("Proof", Words.proof(snapshot.proofOfDelivery()));
        }
        if (snapshot.estimate() != null) {
            printFact("Expected", Words.estimate(snapshot.estimate()));
        }
        printFact("From", Words.place(snapshot.origin()));
        printFact("To", Words.place(snapshot.destination()));
        snapshot.journey().forEach(leg -> printFact("Also", Words.leg(leg)));
        ProblemView problem = snapshot.problem();
        if (problem != null) {
            printFact("Problem", problem(problem));
            printFact("Advice", problem.advice());
        }
        FreshnessView freshness = snapshot.freshness();
        if (freshness != null) {
            printFact("Freshness", Words.freshness(freshness, now));
        }
        printFact("Carrier", snapshot.links().carrierPage());
    }

    private void printFact(String label, String value) {
        if (!value.isBlank()) {
            page.row(
                    List.of(INDENT, LABEL_WIDTH, page.width() - INDENT - LABEL_WIDTH),
                    List.of(Cell.EMPTY, new Cell(label, Tone.QUIET), new Cell(value, Tone.PLAIN)));
        }
    }

    private static String problem(ProblemView problem) {
        String title = EventType.ofTerm(problem.type()).map(EventType::title).orElse(problem.type());
        String act = problem.actionRequired()
                ? "the " + Words.lower(problem.owner()) + " has to act"
                : "with the " + Words.lower(problem.owner());
        return title + ", since " + Words.moment(problem.since()) + "; " + act;
    }

    private static Tone tone(Snapshot snapshot) {
        if (snapshot.problem() != null) {
            return snapshot.problem().actionRequired() ? Tone.BAD : Tone.WARNING;
        }
        return snapshot.stage() == Stage.DELIVERED ? Tone.GOOD : Tone.STRONG;
    }

    private void printTimeline(List<EventView> events) {
        if (events.isEmpty()) {
            return;
        }
        page.blankLine();
        int placeWidth = placeWidth(events);
        List<Integer> widths = List.of(INDENT, TIME_WIDTH, placeWidth, page.width() - INDENT - TIME_WIDTH - placeWidth);
        events.forEach(event -> printEvent(event, widths));
        if (events.stream().anyMatch(SnapshotText::hasUnknownZone)) {
            page.paragraph(INDENT, UNKNOWN_ZONE + " The carrier does not say in which time zone.", Tone.QUIET);
        }
    }

    private void printEvent(EventView event, List<Integer> widths) {
        Tone tone = event.withdrawn() ? Tone.QUIET : Tone.PLAIN;
        String when = Words.moment(event.at().local()) + (hasUnknownZone(event) ? UNKNOWN_ZONE : "");
        String title = event.title() + (event.withdrawn() ? " (taken back by the carrier)" : "");
        Cell place = new Cell(Words.place(event.place()), tone);
        page.row(widths, List.of(Cell.EMPTY, new Cell(when, tone), place, new Cell(title, tone)));
        String words = words(event);
        if (!words.isBlank()) {
            Cell quoted = new Cell("“" + words + "”", Tone.QUIET);
            page.row(widths, List.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, quoted));
        }
    }

    /** The carrier's own words; of an event we have no word for, at least its code. */
    private static String words(EventView event) {
        String description = event.description() == null ? "" : event.description();
        boolean unmapped = event.type().equals(EventType.UNMAPPED.term());
        String words = description.isBlank() && unmapped && event.code() != null ? event.code() : description;
        return CarrierText.clean(words);
    }

    private static boolean hasUnknownZone(EventView event) {
        return event.at().zoneBasis() == ZoneBasis.UNKNOWN && event.at().local().contains("T");
    }

    /** As wide as the widest place, up to a third of the page. */
    private int placeWidth(List<EventView> events) {
        int widest = events.stream()
                .mapToInt(event -> DisplayWidth.of(CarrierText.clean(Words.place(event.place()))))
                .max()
                .orElse(0);
        return Math.max(LEAST_PLACE_WIDTH, Math.min(widest, page.width() / 3)) + PLACE_GAP;
    }
}
