package org.trackno.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.Catalogue;
import org.trackno.gateway.CarrierGateway;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Candidate;
import org.trackno.number.Hints;
import org.trackno.number.LearntPrefixes;
import org.trackno.number.Recogniser;
import org.trackno.number.Recognition;

/**
 * Which parcels an input may be about: those of carriers that can be asked, the likeliest first, as the number says and as
 * carriers confirmed before.
 */
@Singleton
class LikelyParcels {
    /** So many carriers are asked about a number at most. */
    private static final int MOST_CARRIERS = 3;

    private static final int MOST_RECOGNISED = 10_000;

    private final Recogniser recogniser;
    private final LearntNumbers learnt;
    private final Set<String> configured;
    /** What was made of inputs lately: recognising is a large part of a read from memory. */
    private final Cache<String, Recognised> recognised =
            Caffeine.newBuilder().maximumSize(MOST_RECOGNISED).build();

    /**
     * What was made of an input.
     *
     * @param number null when it is none
     * @param likely the carriers, the likeliest first
     * @param first the parcel that is likeliest where nobody had the number before; null when none can be asked for
     * @param inside the numbers that carriers know where the input holds more
     * @param prefixes it holds as long as the same are known
     */
    private record Recognised(
            @Nullable TrackingNumber number,
            List<Carrier> likely,
            @Nullable ParcelKey first,
            Map<Carrier, TrackingNumber> inside,
            LearntPrefixes prefixes) {}

    LikelyParcels(Recogniser recogniser, Catalogue catalogue, CarrierGateway gateway, LearntNumbers learnt) {
        this.recogniser = recogniser;
        this.learnt = learnt;
        this.configured = catalogue.list().stream()
                .map(folder -> folder.manifest().id())
                .filter(gateway::isConfigured)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is known besides the number. */
    Hints hints(@Nullable String destination, @Nullable String origin, Set<String> usual, @Nullable String carrierId) {
        return new Hints(destination, origin, configured, usual, carrierId, learnt.prefixes());
    }

    /** The likeliest as far as memory tells, and else as the number says. */
    Optional<ParcelKey> guess(TrackingNumber number, List<Candidate> candidates) {
        return of(number, candidates, guessed(number, carriers(candidates))).stream()
                .findFirst();
    }

    /** The same of an input. */
    Optional<ParcelKey> guess(String input) {
        Recognised lately = recognised(input);
        TrackingNumber number = lately.number();
        return number == null ? Optional.empty() : first(lately, number, guessed(number, lately.likely()));
    }

    private List<Carrier> guessed(TrackingNumber number, List<Carrier> likely) {
        List<Carrier> remembered = learnt.remembered(number, likely);
        return remembered.isEmpty() ? likely : remembered;
    }

    /** The carriers of a recognised number, the one that had it before first. Never fails. */
    Uni<List<Carrier>> carriers(TrackingNumber number, List<Candidate> candidates) {
        return learnt.order(number, carriers(candidates));
    }

    /** The parcels that are worth asking these carriers for, in their order. */
    List<ParcelKey> of(TrackingNumber number, List<Candidate> candidates, List<Carrier> carriers) {
        return keys(number, inside(number, candidates), carriers);
    }

    /** The likeliest, told from memory alone; empty when the store has to be asked whose number it is. */
    Optional<ParcelKey> likeliestRemembered(String input) {
        Recognised lately = recognised(input);
        TrackingNumber number = lately.number();
        return number == null ? Optional.empty() : first(lately, number, learnt.remembered(number, lately.likely()));
    }

    /** The likeliest. Never fails. */
    Uni<Optional<ParcelKey>> likeliest(String input) {
        Recognised lately = recognised(input);
        TrackingNumber number = lately.number();
        return number == null
                ? Uni.createFrom().item(Optional.empty())
                : learnt.order(number, lately.likely()).map(carriers -> first(lately, number, carriers));
    }

    private Optional<ParcelKey> first(Recognised lately, TrackingNumber number, List<Carrier> carriers) {
        return Optional.ofNullable(
                carriers == lately.likely() ? lately.first() : first(number, lately.inside(), carriers));
    }

    private @Nullable ParcelKey first(
            TrackingNumber number, Map<Carrier, TrackingNumber> inside, List<Carrier> carriers) {
        List<ParcelKey> keys = keys(number, inside, carriers);
        return keys.isEmpty() ? null : keys.get(0);
    }

    private Recognised recognised(String input) {
        Recognised lately = recognised.getIfPresent(input);
        LearntPrefixes prefixes = learnt.prefixes();
        if (lately == null || lately.prefixes() != prefixes) {
            Recognition recognition = recogniser.recognise(input, hints(null, null, Set.of(), null));
            TrackingNumber number = recognition.trackingNumber();
            List<Carrier> likely = carriers(recognition.candidates());
            Map<Carrier, TrackingNumber> inside = inside(number, recognition.candidates());
            lately = new Recognised(
                    number, likely, number == null ? null : first(number, inside, likely), inside, prefixes);
            recognised.put(input, lately);
        }
        return lately;
    }

    private List<ParcelKey> keys(TrackingNumber number, Map<Carrier, TrackingNumber> inside, List<Carrier> carriers) {
        List<ParcelKey> keys = new ArrayList<>(MOST_CARRIERS);
        for (Carrier carrier : carriers) {
            if (keys.size() < MOST_CARRIERS && configured.contains(carrier.id())) {
                keys.add(new ParcelKey(carrier, inside.getOrDefault(carrier, number)));
            }
        }
        return keys;
    }

    /** The numbers that carriers know where a barcode was typed that holds more; mostly empty. */
    private static Map<Carrier, TrackingNumber> inside(@Nullable TrackingNumber typed, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.number().equals(typed))
                .collect(Collectors.toUnmodifiableMap(Candidate::carrier, Candidate::number));
    }

    private static List<Carrier> carriers(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::carrier).toList();
    }
}
