package org.trackno.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel's page, ready to be written: every text is in the reader's language and holds only what the reader may see.
 *
 * @param number the tracking number
 * @param carrierId for the addresses of the forms
 * @param headline what matters, date first
 * @param steps the bar
 * @param notice what to do or what is wrong; null when nothing is
 * @param freshness how recent all this is
 * @param explanation why nothing new is shown; null when all is well
 * @param carrier who carries it
 * @param days the history, newest first
 * @param unknownZone whether a time of it is of an unknown zone
 * @param proof what only the entitled see, or the way there
 * @param delivered whether the advice for missing deliveries is worth showing
 * @param live address of its event stream; null when nothing more is expected
 */
record ParcelView(
        String number,
        String carrierId,
        Headline headline,
        List<Step> steps,
        @Nullable Notice notice,
        Fresh freshness,
        @Nullable String explanation,
        CarrierBlock carrier,
        List<Day> days,
        boolean unknownZone,
        ProofBlock proof,
        boolean delivered,
        @Nullable String live) {

    /**
     * The headline.
     *
     * @param kicker what the date is: expected, delivered, latest news; blank when there is no date
     * @param when the date, with the time of day where it is known; blank when there is none
     * @param what what happened last
     * @param notes how the date is known, in which zone it is told
     * @param tone good, plain or trouble: names of style classes
     */
    record Headline(String kicker, String when, String what, List<String> notes, String tone) {
        /** The same in one line, for titles. */
        String line() {
            return when.isEmpty() ? what : when + " · " + what;
        }
    }

    /** A step: its name, how it stands as a style class and in words. */
    record Step(String name, String state, String stateName) {}

    /** What is wrong: a heading, a sentence, since when, and whether the reader has to act. */
    record Notice(String heading, String title, String advice, String since, boolean act) {}

    /** Moments the line of freshness speaks of, each with its words; parts that do not apply are null. */
    record Fresh(Span checked, @Nullable Span scanned, @Nullable Span next, @Nullable String nextWords) {}

    /** A span of time from or to a moment, in words. */
    record Span(Instant at, String words) {}

    /** The carrier: name, its page, the service in its words, the way from and to, other numbers of the journey. */
    record CarrierBlock(String name, String page, @Nullable String service, String from, String to, List<Leg> legs) {}

    /**
     * Another leg of the journey.
     *
     * @param about who has it and how far along it is; blank when neither is known
     * @param path of its page here; null when it has none
     * @param carrierPage its carrier's own; null when it has none
     * @param carrierPageName what the link there is called
     */
    record Leg(
            String role,
            String number,
            String about,
            @Nullable String path,
            @Nullable String carrierPage,
            String carrierPageName) {}

    /** A day of the history. */
    record Day(String name, List<Event> events) {}

    /**
     * An event.
     *
     * @param time of day; blank for a whole day
     * @param offset from UTC as {@code UTC+01:00}; blank when not known
     * @param unknownZone whether the time is of an unknown zone
     * @param iso for machines
     * @param place in words; blank when unknown
     * @param words the carrier's own; null when there are none or the reader may not see them
     */
    record Event(
            String time,
            String offset,
            boolean unknownZone,
            String iso,
            String title,
            String place,
            @Nullable String words,
            @Nullable String language,
            boolean withdrawn) {}

    /** What only the entitled see; {@code entitled} says whether the reader is. */
    record ProofBlock(
            boolean entitled,
            @Nullable String address,
            @Nullable String signedBy,
            @Nullable String leftAt,
            List<String> held) {}
}
