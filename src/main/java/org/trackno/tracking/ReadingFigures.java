package org.trackno.tracking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.model.EventType;
import org.trackno.model.ParcelReport;
import org.trackno.model.Place;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingOutcome.Found;

/**
 * Counts what is read out of carriers' answers. A field that a carrier renamed is lost without a sound: here it is seen as a
 * share of parcels that falls to nothing.
 */
@Singleton
class ReadingFigures {
    private static final Map<String, Predicate<ParcelReport>> FIELDS = fields();

    private final MeterRegistry registry;
    private final Catalogue catalogue;
    private final Map<String, OfCarrier> byCarrier = new ConcurrentHashMap<>();

    ReadingFigures(MeterRegistry registry, Catalogue catalogue) {
        this.registry = registry;
        this.catalogue = catalogue;
    }

    /** Counts an answer. */
    void count(String carrierId, Found found) {
        byCarrier.computeIfAbsent(carrierId, OfCarrier::new).count(found);
    }

    private static Map<String, Predicate<ParcelReport>> fields() {
        Map<String, Predicate<ParcelReport>> fields = new LinkedHashMap<>();
        fields.put("service", report -> report.service() != null);
        fields.put("origin", report -> !report.origin().isNowhere());
        fields.put("destination", report -> !report.destination().isNowhere());
        fields.put("destination.postalCode", report -> report.destination().postalCode() != null);
        fields.put("estimate", report -> report.estimate() != null);
        fields.put("proofOfDelivery", report -> report.proofOfDelivery() != null);
        fields.put("events", report -> !report.events().isEmpty());
        fields.put("events.at.offset", anyEvent(event -> event.at().offset()));
        fields.put("events.code", anyEvent(TrackingEvent::code));
        fields.put("events.description", anyEvent(TrackingEvent::description));
        fields.put("events.place.locality", anyPlace(Place::locality));
        fields.put("events.place.country", anyPlace(Place::country));
        return fields;
    }

    private static Predicate<ParcelReport> anyEvent(java.util.function.Function<TrackingEvent, @Nullable Object> part) {
        return report -> report.events().stream().map(part).anyMatch(Objects::nonNull);
    }

    private static Predicate<ParcelReport> anyPlace(java.util.function.Function<Place, @Nullable Object> part) {
        return anyEvent(event -> part.apply(event.place()));
    }

    private record Field(Predicate<ParcelReport> isFilled, Counter counter) {}

    /** The counters of one carrier, all there from the first answer on, so that nothing is told from not yet. */
    private final class OfCarrier {
        private final String carrierId;
        private final Counter parcels;
        private final Counter events;
        private final Counter setAside;
        private final List<Field> fields;
        private final UnmappedCodes unmapped;

        OfCarrier(String carrierId) {
            this.carrierId = carrierId;
            this.parcels = counter("trackno.parcels.read", "Parcels read out of carriers' answers");
            this.events = counter("trackno.events.read", "Events read out of carriers' answers");
            this.setAside = counter("trackno.events.set.aside", "Events of carriers' answers that cannot be read");
            this.fields = FIELDS.entrySet().stream()
                    .map(field -> new Field(field.getValue(), filled(field.getKey())))
                    .toList();
            this.unmapped = new UnmappedCodes(catalogue
                    .find(carrierId)
                    .map(CarrierFolder::codes)
                    .map(codes -> codes.list().stream().map(code -> code.code()).toList())
                    .orElse(List.of()));
        }

        void count(Found found) {
            setAside.increment(found.setAside().size());
            found.reports().forEach(this::count);
        }

        private void count(ParcelReport report) {
            parcels.increment();
            events.increment(report.events().size());
            fields.stream().filter(field -> field.isFilled().test(report)).forEach(field -> field.counter()
                    .increment());
            report.events().stream()
                    .filter(event -> event.type() == EventType.UNMAPPED)
                    .forEach(event -> countUnmapped(Optional.ofNullable(event.code())));
        }

        private void countUnmapped(Optional<String> code) {
            Counter.builder("trackno.events.unmapped")
                    .description("Events whose code is not in the carrier's code table")
                    .tag("carrier", carrierId)
                    .tag("code", unmapped.label(code.orElse("")))
                    .register(registry)
                    .increment();
        }

        private Counter filled(String field) {
            return Counter.builder("trackno.parcels.filled")
                    .description("Parcels whose answer had the field")
                    .tag("carrier", carrierId)
                    .tag("field", field)
                    .register(registry);
        }

        private Counter counter(String name, String description) {
            return Counter.builder(name)
                    .description(description)
                    .tag("carrier", carrierId)
                    .register(registry);
        }
    }
}
