package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.codes.CodeTable;
import org.trackno.carrier.manifest.Manifest.TimeSection;
import org.trackno.model.Estimate;
import org.trackno.model.EventTime;
import org.trackno.model.ParcelReport;
import org.trackno.model.Partner;
import org.trackno.model.Place;
import org.trackno.model.ProofOfDelivery;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;

/**
 * The strict reader of our shape, as a mapping gives it: an array of reports
 *
 * <pre>
 * [{ number, piece, service, origin, destination, estimate{from,to}, proofOfDelivery{signedBy,leftAt,signature,photo},
 *    partner{number,carrier,name},
 *    events[{ at{local,offset,zone}, code, lookup[], description, withdrawn,
 *             place{name,locality,region,postalCode,country,latitude,longitude} }] }]
 * </pre>
 *
 * A field that is not listed here is refused, and so is an event without {@code at}: both mean that mapping and answer no
 * longer fit. {@code lookup} lists the spellings to try in the code table, {@code code} alone when it is missing. An event
 * with an impossible time is set aside with the reason; the others stay.
 */
public final class ReportReader {
    private static final JsonNode NOTHING = MissingNode.getInstance();
    private static final Set<String> ESTIMATE = Set.of("from", "to");
    private static final Set<String> PARTNER = Set.of("number", "carrier", "name");
    private static final Set<String> PROOF = Set.of("signedBy", "leftAt", "signature", "photo");

    private final CodeTable codes;
    private final TimeReader times;

    /** A reader for one carrier's code table and times. */
    public ReportReader(CodeTable codes, TimeSection time) {
        this.codes = codes;
        this.times = new TimeReader(time);
    }

    /**
     * What was found.
     *
     * @throws MappingException when it is not our shape, or holds no report, or none of its events can be read
     */
    public TrackingOutcome.Found read(JsonNode mapped) throws MappingException {
        if (!mapped.isArray() || mapped.isEmpty()) {
            throw new MappingException("the answer has no parcel where one should be");
        }
        List<ParcelReport> reports = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        for (JsonNode report : mapped) {
            reports.add(report(report, setAside));
        }
        if (!setAside.isEmpty() && reports.stream().allMatch(r -> r.events().isEmpty())) {
            throw new MappingException("no event can be read: " + setAside.get(0));
        }
        return new TrackingOutcome.Found(reports, setAside);
    }

    private ParcelReport report(JsonNode report, List<String> setAside) throws MappingException {
        TrackingNumber number = null;
        String piece = null;
        String service = null;
        Place origin = Place.NOWHERE;
        Place destination = Place.NOWHERE;
        JsonNode estimate = NOTHING;
        ProofOfDelivery proof = null;
        Partner partner = null;
        List<TrackingEvent> events = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : report.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "number" -> number = number(value);
                case "piece" -> piece = Texts.clean(value);
                case "service" -> service = Texts.clean(value);
                case "origin" -> origin = place(value);
                case "destination" -> destination = place(value);
                case "estimate" -> estimate = value;
                case "proofOfDelivery" -> proof = proof(value);
                case "partner" -> partner = partner(value);
                case "events" -> addEvents(value, events, setAside);
                default -> throw MappingException.ofField(field.getKey(), "report");
            }
        }
        return new ParcelReport(
                number,
                piece == null ? "" : piece,
                service,
                origin,
                destination,
                estimate(estimate, destination),
                proof,
                partner,
                events);
    }

    private void addEvents(JsonNode events, List<TrackingEvent> to, List<String> setAside) throws MappingException {
        for (JsonNode event : events) {
            TrackingEvent read = event(event, setAside);
            if (read != null) {
                to.add(read);
            }
        }
    }

    private @Nullable TrackingEvent event(JsonNode event, List<String> setAside) throws MappingException {
        JsonNode at = NOTHING;
        String code = null;
        JsonNode lookup = NOTHING;
        String description = null;
        Place place = Place.NOWHERE;
        boolean withdrawn = false;
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "at" -> at = value;
                case "code" -> code = Texts.clean(value);
                case "lookup" -> lookup = value;
                case "description" -> description = Texts.clean(value);
                case "place" -> place = place(value);
                case "withdrawn" -> withdrawn = value.asBoolean(false);
                default -> throw MappingException.ofField(field.getKey(), "event");
            }
        }
        if (at.isMissingNode() || at.isNull()) {
            throw new MappingException("an event has no time");
        }
        EventTime time;
        try {
            time = times.read(at, place);
        } catch (DateTimeException e) {
            setAside.add("event " + code + ": " + e.getMessage());
            return null;
        }
        return new TrackingEvent(time, codes.typeOf(spellings(lookup, code)), code, description, place, withdrawn);
    }

    private static List<String> spellings(JsonNode lookup, @Nullable String code) {
        if (!lookup.isArray()) {
            return code == null ? List.of() : List.of(code);
        }
        List<String> spellings = new ArrayList<>();
        lookup.forEach(spelling -> spellings.add(spelling.asText()));
        return spellings;
    }

    private static @Nullable TrackingNumber number(JsonNode number) {
        String text = Texts.clean(number);
        return text != null && TrackingNumber.isCanonical(text) ? new TrackingNumber(text) : null;
    }

    private static Place place(JsonNode place) throws MappingException {
        String name = null;
        String locality = null;
        String region = null;
        String postalCode = null;
        String country = null;
        Double latitude = null;
        Double longitude = null;
        for (Map.Entry<String, JsonNode> field : place.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "name" -> name = Texts.clean(value);
                case "locality" -> locality = Texts.clean(value);
                case "region" -> region = Texts.clean(value);
                case "postalCode" -> postalCode = Texts.clean(value);
                case "country" -> country = Texts.clean(value);
                case "latitude" -> latitude = degrees(value);
                case "longitude" -> longitude = degrees(value);
                default -> throw MappingException.ofField(field.getKey(), "place");
            }
        }
        return new Place(
                name,
                locality,
                region,
                postalCode,
                country == null ? null : Countries.find(country).orElse(null),
                latitude,
                longitude);
    }

    private static @Nullable Double degrees(JsonNode value) {
        String text = Texts.clean(value);
        if (text == null) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** An estimate that is no time is none: carriers fill the field with words. */
    private @Nullable Estimate estimate(JsonNode estimate, Place destination) throws MappingException {
        if (estimate.isMissingNode() || estimate.isNull()) {
            return null;
        }
        allow(estimate, ESTIMATE, "estimate");
        JsonNode from = estimate.hasNonNull("from") ? estimate.path("from") : estimate.path("to");
        JsonNode to = estimate.hasNonNull("to") ? estimate.path("to") : from;
        try {
            return new Estimate(times.read(from, destination), times.read(to, destination), Estimate.Basis.CARRIER);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable ProofOfDelivery proof(JsonNode proof) throws MappingException {
        if (proof.isMissingNode() || proof.isNull()) {
            return null;
        }
        allow(proof, PROOF, "proofOfDelivery");
        ProofOfDelivery read = new ProofOfDelivery(
                Texts.clean(proof.path("signedBy")),
                Texts.clean(proof.path("leftAt")),
                proof.path("signature").asBoolean(false),
                proof.path("photo").asBoolean(false));
        boolean empty = read.signedBy() == null && read.leftAt() == null && !read.signature() && !read.photo();
        return empty ? null : read;
    }

    private static @Nullable Partner partner(JsonNode partner) throws MappingException {
        if (partner.isMissingNode() || partner.isNull()) {
            return null;
        }
        allow(partner, PARTNER, "partner");
        TrackingNumber number = partnerNumber(partner.path("number"));
        String carrier = Texts.clean(partner.path("carrier"));
        String name = Texts.clean(partner.path("name"));
        return number == null && carrier == null && name == null ? null : new Partner(number, carrier, name);
    }

    /** Everybody sees it, so a word without a digit is none: it may be the name of a person or a firm. */
    private static @Nullable TrackingNumber partnerNumber(JsonNode number) {
        TrackingNumber read = number(number);
        return read != null && read.value().chars().anyMatch(c -> c >= '0' && c <= '9') ? read : null;
    }

    /** For what a report has once; what each event has is read and checked in one go. */
    private static void allow(JsonNode object, Set<String> fields, String what) throws MappingException {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!fields.contains(field.getKey())) {
                throw MappingException.ofField(field.getKey(), what);
            }
        }
    }
}
