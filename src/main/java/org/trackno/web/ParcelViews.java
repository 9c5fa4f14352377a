package org.trackno.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventType;
import org.trackno.model.Owner;
import org.trackno.model.Stage;
import org.trackno.model.ZoneBasis;
import org.trackno.tracking.Audience;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.EventView;
import org.trackno.tracking.Snapshot.LegCarrier;
import org.trackno.tracking.Snapshot.LegView;
import org.trackno.tracking.Snapshot.PlaceView;
import org.trackno.tracking.Snapshot.ProblemView;
import org.trackno.tracking.Snapshot.ProofView;

/** Turns a snapshot, which holds only what its reader may see, into the texts of the page in one language. */
final class ParcelViews {
    private final Wording words;
    private final Messages messages;
    private final Instant now;

    /** Views in a language, at a moment. */
    ParcelViews(Wording words, Instant now) {
        this.words = words;
        this.messages = words.messages();
        this.now = now;
    }

    /**
     * The view of a snapshot.
     *
     * @param reading from where and with which right it is read
     * @param version tells the stream of changes what the page shows
     * @param explanation why nothing new is shown; null when all is well
     * @param carrierLanguage language of the carrier's own words, BCP 47; null when not known
     */
    ParcelView of(
            Snapshot snapshot,
            Reading reading,
            String version,
            @Nullable String explanation,
            @Nullable String carrierLanguage) {
        String number = String.valueOf(snapshot.trackingNumber());
        String carrier = snapshot.carrier().id();
        Stage stage = snapshot.stage();
        return new ParcelView(
                number,
                carrier,
                new Headlines(words, now).of(snapshot),
                steps(stage),
                notice(snapshot),
                fresh(snapshot.freshness()),
                explanation,
                carrier(snapshot),
                days(snapshot.events(), carrierLanguage),
                snapshot.events().stream().anyMatch(ParcelViews::hasUnknownZone),
                proof(snapshot, reading.audience()),
                stage == Stage.DELIVERED,
                stage.isFinal() ? null : reading.address().stream(version));
    }

    private List<ParcelView.Step> steps(Stage stage) {
        return StepBar.of(stage).steps().stream()
                .map(step -> new ParcelView.Step(
                        words.events().stage(step.stage()),
                        step.state().name().toLowerCase(Locale.ROOT),
                        switch (step.state()) {
                            case PASSED -> messages.stepPassed();
                            case HERE -> messages.stepHere();
                            case TROUBLE -> messages.stepTrouble();
                            case AHEAD -> messages.stepAhead();
                        }))
                .toList();
    }

    private ParcelView.@Nullable Notice notice(Snapshot snapshot) {
        ProblemView problem = snapshot.problem();
        if (problem != null) {
            EventType type = EventType.ofTerm(problem.type()).orElse(EventType.EXCEPTION);
            Moment since = Moment.of(problem.since());
            boolean act = problem.actionRequired() && problem.owner() == Owner.RECIPIENT;
            return new ParcelView.Notice(
                    act ? messages.whatToDo() : messages.whatGoesOn(),
                    words.events().title(type),
                    words.events().advice(type),
                    messages.since(words.dayInside(since.date(), Wording.today(since, now))),
                    act);
        }
        EventType current = current(snapshot);
        if (current == null) {
            return null;
        }
        String advice = words.events().advice(current);
        return advice.isEmpty()
                ? null
                : new ParcelView.Notice(messages.whatToDo(), words.events().title(current), advice, "", true);
    }

    private static @Nullable EventType current(Snapshot snapshot) {
        String term = snapshot.eventType();
        return term == null ? null : EventType.ofTerm(term).orElse(null);
    }

    private ParcelView.Fresh fresh(Snapshot.@Nullable FreshnessView freshness) {
        Instant checked = freshness == null || freshness.checkedAt() == null ? now : freshness.checkedAt();
        Instant scanned = freshness == null ? null : freshness.carrierReportedAt();
        Instant next = freshness == null ? null : freshness.nextCheckAt();
        String ahead = next == null ? null : words.ahead(next, now);
        boolean scannedBefore = scanned != null && !scanned.isAfter(now);
        return new ParcelView.Fresh(
                new ParcelView.Span(checked, messages.checked(words.ago(checked, now))),
                scannedBefore && scanned != null
                        ? new ParcelView.Span(scanned, messages.lastScan(words.ago(scanned, now)))
                        : null,
                next == null || ahead == null ? null : new ParcelView.Span(next, messages.nextCheck(ahead)),
                next == null ? messages.noMoreChecks() : ahead == null ? messages.beingChecked() : null);
    }

    private ParcelView.CarrierBlock carrier(Snapshot snapshot) {
        return new ParcelView.CarrierBlock(
                snapshot.carrier().name(),
                snapshot.links().carrierPage(),
                snapshot.service(),
                place(snapshot.origin()),
                place(snapshot.destination()),
                snapshot.journey().stream().map(this::leg).toList());
    }

    private ParcelView.Leg leg(LegView leg) {
        LegCarrier carrier = leg.carrier();
        Stage stage = leg.stage();
        String about = Stream.of(
                        carrier == null ? "" : carrier.name(),
                        stage == null ? "" : words.events().stage(stage))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        boolean piece = leg.role() == LegView.Role.PIECE;
        return new ParcelView.Leg(
                switch (leg.role()) {
                    case PIECE -> messages.samePiece();
                    case SAME_NUMBER -> messages.sameNumber();
                    case PARTNER -> messages.partner();
                },
                leg.trackingNumber(),
                about,
                piece && carrier != null && carrier.id() != null
                        ? Addresses.parcel(leg.trackingNumber(), carrier.id())
                        : null,
                leg.carrierPage(),
                carrier == null ? "" : messages.carrierPage(carrier.name()));
    }

    private List<ParcelView.Day> days(List<EventView> events, @Nullable String language) {
        boolean abroad = countries(events) > 1;
        Map<LocalDate, List<ParcelView.Event>> byDay = new LinkedHashMap<>();
        for (EventView event : events) {
            LocalDate day = Moment.of(event.at().local()).date();
            byDay.computeIfAbsent(day, ignored -> new ArrayList<>()).add(event(event, abroad, language));
        }
        return byDay.entrySet().stream()
                .map(day -> new ParcelView.Day(
                        words.day(day.getKey(), Wording.today(new Moment(day.getKey(), null, null), now)),
                        List.copyOf(day.getValue())))
                .toList();
    }

    private static long countries(List<EventView> events) {
        return events.stream()
                .map(EventView::place)
                .filter(place -> place != null && place.country() != null)
                .map(PlaceView::country)
                .distinct()
                .count();
    }

    /** Within one country its name says nothing. */
    private String place(EventView event, boolean abroad) {
        PlaceView place = event.place();
        boolean alone = place != null && place.name() == null && place.locality() == null && place.region() == null;
        return place == null || abroad || alone
                ? place(place)
                : place(new PlaceView(
                        place.name(), place.locality(), place.region(), place.postalCode(), null, null, null));
    }

    private ParcelView.Event event(EventView event, boolean abroad, @Nullable String language) {
        Moment at = Moment.of(event.at().local());
        String offset = event.at().offset();
        EventType type = EventType.ofTerm(event.type()).orElse(EventType.UNMAPPED);
        return new ParcelView.Event(
                at.time() == null ? "" : words.time(at.time()),
                offset == null ? "" : "UTC" + offset,
                hasUnknownZone(event),
                event.at().local() + (offset == null ? "" : offset),
                words.events().title(type),
                place(event, abroad),
                ownWords(event),
                language,
                event.withdrawn());
    }

    private static @Nullable String ownWords(EventView event) {
        String description = event.description();
        boolean unmapped = event.type().equals(EventType.UNMAPPED.term());
        return description != null && !description.isBlank() ? description : unmapped ? event.code() : null;
    }

    private static boolean hasUnknownZone(EventView event) {
        return event.at().zoneBasis() == ZoneBasis.UNKNOWN && event.at().local().contains("T");
    }

    private ParcelView.ProofBlock proof(Snapshot snapshot, Audience audience) {
        ProofView proof = snapshot.proofOfDelivery();
        String carrier = snapshot.carrier().name();
        boolean entitled = audience == Audience.ENTITLED;
        List<String> held = proof == null
                ? List.of()
                : Stream.of(
                                proof.signature() ? messages.hasSignature(carrier) : "",
                                proof.photo() ? messages.hasPhoto(carrier) : "")
                        .filter(text -> !text.isEmpty())
                        .toList();
        String address = entitled ? place(snapshot.destination()) : "";
        return new ParcelView.ProofBlock(
                entitled,
                address.isEmpty() ? null : address,
                proof == null ? null : proof.signedBy(),
                proof == null ? null : proof.leftAt(),
                held);
    }

    /** A place: what is known of name, town, region and country. */
    String place(@Nullable PlaceView place) {
        return place == null
                ? ""
                : Stream.of(place.name(), town(place), place.region(), country(place.country()))
                        .filter(part -> part != null && !part.isBlank())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String town(PlaceView place) {
        return place.postalCode() == null || place.locality() == null
                ? place.locality() == null ? place.postalCode() : place.locality()
                : place.postalCode() + " " + place.locality();
    }

    private @Nullable String country(@Nullable String code) {
        return code == null
                ? null
                : new Locale("", code).getDisplayCountry(words.language().locale());
    }
}
