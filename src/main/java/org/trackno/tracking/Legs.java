package org.trackno.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.model.Carrier;
import org.trackno.model.EventType;
import org.trackno.model.Parcel;
import org.trackno.model.Partner;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Candidate;
import org.trackno.number.Hints;
import org.trackno.number.Recogniser;
import org.trackno.number.Recognition;
import org.trackno.tracking.Snapshot.LegCarrier;
import org.trackno.tracking.Snapshot.LegView;

/** The legs of a journey beside the parcel that is shown: the others under its number, and the partner of a hand-over. */
final class Legs {
    /** What tells that another post has the parcel, or had it. */
    private static final Set<EventType> BETWEEN_POSTS = Set.of(
            EventType.HANDED_TO_PARTNER, EventType.DEPARTED_ORIGIN_COUNTRY, EventType.ARRIVED_IN_DESTINATION_COUNTRY);

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_WORD = 3;
    /** Words in the names of many carriers. */
    private static final Set<String> TELLS_NOTHING = Set.of("post", "express", "logistics", "parcel", "group");

    private final Catalogue catalogue;
    private final Recogniser recogniser;

    Legs(Catalogue catalogue, Recogniser recogniser) {
        this.catalogue = catalogue;
        this.recogniser = recogniser;
    }

    /**
     * The legs of a journey. A partner that the carrier names in its own words, and that Trackno does not know, is named to
     * the entitled only. Who the number points to stands in its place only where the name bears that out.
     */
    List<LegView> of(Parcel parcel, List<Parcel> others, Audience audience) {
        List<LegView> legs = new ArrayList<>();
        others.forEach(other -> legs.add(other(other)));
        partner(parcel, audience).ifPresent(legs::add);
        return legs;
    }

    /** The partner as the carrier told it, nothing looked up. */
    static List<LegView> asTold(Parcel parcel) {
        Partner partner = parcel.partner();
        if (partner == null) {
            return List.of();
        }
        String name = partner.name() == null ? partner.carrierId() : partner.name();
        LegCarrier carrier = name == null ? null : new LegCarrier(partner.carrierId(), name);
        return List.of(partner(numberAt(partner, parcel), carrier, null));
    }

    /** A piece that has a number of its own can be asked for by it. */
    private LegView other(Parcel other) {
        boolean ownNumber = TrackingNumber.isCanonical(other.piece());
        String number = ownNumber ? other.piece() : other.number().value();
        Carrier carrier = other.carrier();
        return new LegView(
                number,
                new LegCarrier(carrier.id(), carrier.name()),
                ownNumber ? LegView.Role.PIECE : LegView.Role.SAME_NUMBER,
                other.piece(),
                other.timeline().stage(),
                ownNumber
                        ? catalogue
                                .find(carrier.id())
                                .map(it -> page(it, number))
                                .orElse(null)
                        : null);
    }

    private Optional<LegView> partner(Parcel parcel, Audience audience) {
        Partner told = parcel.partner();
        if (told != null) {
            return told(told, parcel, audience);
        }
        return isBetweenPosts(parcel)
                ? otherPost(parcel).map(post -> partner(parcel.number(), post))
                : Optional.empty();
    }

    private Optional<LegView> told(Partner told, Parcel parcel, Audience audience) {
        TrackingNumber number = numberAt(told, parcel);
        Optional<CarrierFolder> known =
                named(told).or(() -> byNumber(number, parcel).filter(folder -> canBe(folder, told.name())));
        if (known.isPresent()) {
            CarrierFolder folder = known.get();
            boolean itself = folder.carrier().equals(parcel.carrier()) && number.equals(parcel.number());
            return itself ? Optional.empty() : Optional.of(partner(number, folder));
        }
        String name = audience == Audience.ENTITLED ? told.name() : null;
        boolean saysNothing = name == null && number.equals(parcel.number());
        return saysNothing
                ? Optional.empty()
                : Optional.of(partner(number, name == null ? null : new LegCarrier(null, name), null));
    }

    private Optional<CarrierFolder> named(Partner partner) {
        String id = partner.carrierId();
        String name = partner.name();
        if (id != null) {
            return catalogue.find(id);
        }
        return name == null
                ? Optional.empty()
                : catalogue.list().stream()
                        .filter(folder -> folder.carrier().name().equalsIgnoreCase(name))
                        .findFirst();
    }

    /** Whether a carrier may be meant by a name: "Posten Norge" is Posten/Bring. */
    private static boolean canBe(CarrierFolder folder, @Nullable String name) {
        return name == null
                || !Collections.disjoint(words(name), words(folder.carrier().name()));
    }

    private static Set<String> words(String name) {
        return NO_WORD.splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD && !TELLS_NOTHING.contains(word))
                .collect(Collectors.toSet());
    }

    /** Who the partner is as far as the number tells: a guess, which a told name must bear out. */
    private Optional<CarrierFolder> byNumber(TrackingNumber number, Parcel parcel) {
        return number.equals(parcel.number()) ? otherPost(parcel) : recognised(number, parcel);
    }

    /** Whose number a partner's is; nobody's when that is not clear. */
    private Optional<CarrierFolder> recognised(TrackingNumber number, Parcel parcel) {
        return recognise(number, parcel)
                .committed()
                .map(Candidate::carrier)
                .filter(carrier -> !carrier.equals(parcel.carrier()))
                .flatMap(carrier -> catalogue.find(carrier.id()));
    }

    /**
     * The other post that shares the number: the sender's when the destination's was asked, and the other way round. UPU
     * standard S10.
     */
    private Optional<CarrierFolder> otherPost(Parcel parcel) {
        return recognise(parcel.number(), parcel).candidates().stream()
                .filter(Candidate::isOfPosts)
                .map(Candidate::carrier)
                .filter(carrier -> !carrier.equals(parcel.carrier()))
                .findFirst()
                .flatMap(carrier -> catalogue.find(carrier.id()));
    }

    private Recognition recognise(TrackingNumber number, Parcel parcel) {
        String country = parcel.destination().country();
        return recogniser.recognise(number.value(), country == null ? Hints.NONE : Hints.toCountry(country));
    }

    private static boolean isBetweenPosts(Parcel parcel) {
        return parcel.timeline().newestFirst().stream()
                .anyMatch(event -> !event.withdrawn() && BETWEEN_POSTS.contains(event.type()));
    }

    private static TrackingNumber numberAt(Partner partner, Parcel parcel) {
        TrackingNumber number = partner.number();
        return number == null ? parcel.number() : number;
    }

    private static String page(CarrierFolder folder, String number) {
        return folder.manifest().carrierPage(number);
    }

    private static LegView partner(TrackingNumber number, CarrierFolder folder) {
        LegCarrier carrier =
                new LegCarrier(folder.carrier().id(), folder.carrier().name());
        return partner(number, carrier, page(folder, number.value()));
    }

    private static LegView partner(TrackingNumber number, @Nullable LegCarrier carrier, @Nullable String page) {
        return new LegView(number.value(), carrier, LegView.Role.PARTNER, "", null, page);
    }
}
