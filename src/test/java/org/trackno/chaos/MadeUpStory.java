package org.trackno.chaos;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.trackno.model.EventTime;
import org.trackno.model.EventType;
import org.trackno.model.ParcelReport;
import org.trackno.model.Place;
import org.trackno.model.TrackingEvent;

/**
 * What happened to the parcels under a made-up number, and the ways in which a carrier tells it. Few days, hours and places, so
 * that moments and scans often meet.
 *
 * @param pieces one a parcel, its events oldest first
 */
record MadeUpStory(List<ParcelReport> pieces) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2031, 3, 1);
    private static final List<String> PLACES = List.of("North hub", "South hub");
    private static final List<EventType> TYPES = List.of(EventType.values());
    private static final int MOST_PIECES = 2;
    private static final int FEWEST_EVENTS = 3;
    private static final int MORE_EVENTS = 12;

    /** The story of a seed. */
    static MadeUpStory of(Random chance) {
        return new MadeUpStory(IntStream.rangeClosed(1, 1 + chance.nextInt(MOST_PIECES))
                .mapToObj(piece -> report("piece " + piece, events(chance)))
                .toList());
    }

    /** All of it, in any order, some of it twice. */
    List<ParcelReport> whole(Random chance) {
        return told(chance, UnaryOperator.identity());
    }

    /**
     * All of it, in two answers that come in any order: one is cut off somewhere at the end and one at the beginning. Neither
     * leaves out what lies between two events that it tells, which would take that back.
     */
    List<List<ParcelReport>> cutOff(Random chance) {
        double cut = chance.nextDouble();
        double overlap = cut * chance.nextDouble();
        List<List<ParcelReport>> answers = new ArrayList<>(List.of(
                told(chance, events -> events.subList(0, index(events, cut))),
                told(chance, events -> events.subList(index(events, overlap), events.size()))));
        Collections.shuffle(answers, chance);
        return answers;
    }

    /** Some of it, with anything left out. */
    List<ParcelReport> withHoles(Random chance) {
        return told(
                chance,
                events -> events.stream().filter(event -> chance.nextBoolean()).toList());
    }

    private List<ParcelReport> told(Random chance, UnaryOperator<List<TrackingEvent>> part) {
        List<ParcelReport> told = new ArrayList<>();
        for (ParcelReport piece : pieces) {
            List<TrackingEvent> events = new ArrayList<>(part.apply(piece.events()));
            events.addAll(events.subList(0, events.size() / 3));
            Collections.shuffle(events, chance);
            told.add(report(piece.piece(), events));
        }
        Collections.shuffle(told, chance);
        return told;
    }

    private static int index(List<TrackingEvent> events, double share) {
        return (int) Math.round(events.size() * share);
    }

    private static ParcelReport report(String piece, List<TrackingEvent> events) {
        return new ParcelReport(null, piece, "Parcel", Place.ofCountry("GB"), Place.NOWHERE, null, null, null, events);
    }

    private static List<TrackingEvent> events(Random chance) {
        TreeSet<TrackingEvent> events = new TreeSet<>(TrackingEvent.OLDEST_FIRST);
        int many = FEWEST_EVENTS + chance.nextInt(MORE_EVENTS);
        while (events.size() < many) {
            EventType type = TYPES.get(chance.nextInt(TYPES.size()));
            Place place = new Place(PLACES.get(chance.nextInt(PLACES.size())), null, null, null, null, null, null);
            String words = chance.nextBoolean() ? null : "told as " + type.term();
            events.add(new TrackingEvent(time(chance), type, type.term(), words, place, false));
        }
        return List.copyOf(events);
    }

    private static EventTime time(Random chance) {
        LocalDate day = FIRST_DAY.plusDays(chance.nextInt(3));
        LocalDateTime at = day.atTime(8 + chance.nextInt(3), 0);
        return switch (chance.nextInt(4)) {
            case 0 -> EventTime.ofDate(day);
            case 1 -> EventTime.ofLocal(at);
            default -> EventTime.ofStated(OffsetDateTime.of(at, ZoneOffset.ofHours(chance.nextInt(3))));
        };
    }
}
