package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.JsonNode;
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
    private static final Set<String> REPORT = Set.of(
            "number", "piece", "service", "origin", "destination", "estimate", "proofOfDelivery", "partner", "events");
    private static final Set<String> EVENT = Set.of("at", "code", "lookup", "description", "place", "withdrawn");
    private static final Set<String> AT = Set.of("local", "offset", "zone");
    private static final Set<String> PLACE =
            Set.of("name", "locality", "region", "postalCode", "country", "latitude", "longitude");
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
        allow(report, REPORT, "report");
        Place destination = place(report.path("destination"));
        List<TrackingEvent> events = new ArrayList<>();
        for (JsonNode event : report.path("events")) {
            TrackingEvent read = event(event, setAside);
            if (read != null) {
                events.add(read);
            }
        }
        String piece = Texts.clean(report.path("piece"));
        return new ParcelReport(
                number(report.path("number")),
                piece == null ? "" : piece,
                Texts.clean(report.path("service")),
                place(report.path("origin")),
                destination,
                estimate(report.path("estimate"), destination),
                proof(report.path("proofOfDelivery")),
                partner(report.path("partner")),
                events);
    }

    private @Nullable TrackingEvent event(JsonNode event, List<String> setAside) throws MappingException {
        allow(event, EVENT, "event");
        JsonNode at = event.path("at");
        if (at.isMissingNode() || at.isNull()) {
            throw new MappingException("an event has no time");
        }
        allow(at, AT, "at");
        Place place = place(event.path("place"));
        String code = Texts.clean(event.path("code"));
        EventTime time;
        try {
            time = times.read(at, place);
        } catch (DateTimeException e) {
            setAside.add("event " + code + ": " + e.getMessage());
            return null;
        }
        return new TrackingEvent(
                time,
                codes.typeOf(spellings(event.path("lookup"), code)),
                code,
                Texts.clean(event.path("description")),
                place,
                event.path("withdrawn").asBoolean(false));
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
        if (place.isMissingNode() || place.isNull()) {
            return Place.NOWHERE;
        }
        allow(place, PLACE, "place");
        String country = Texts.clean(place.path("country"));
        return new Place(
                Texts.clean(place.path("name")),
                Texts.clean(place.path("locality")),
                Texts.clean(place.path("region")),
                Texts.clean(place.path("postalCode")),
                country == null ? null : Countries.find(country).orElse(null),
                degrees(place.path("latitude")),
                degrees(place.path("longitude")));
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

    private static void allow(JsonNode object, Set<String> fields, String what) throws MappingException {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!fields.contains(field.getKey())) {
                throw new MappingException(
                        "the mapping gives '" + field.getKey() + "', which " + what + " does not have");
            }
        }
    }
}
