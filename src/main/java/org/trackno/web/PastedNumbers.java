package org.trackno.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.Catalogue;
import org.trackno.gateway.CarrierGateway;
import org.trackno.model.TrackingNumber;
import org.trackno.number.Candidate;
import org.trackno.number.Hints;
import org.trackno.number.NumbersInText;
import org.trackno.number.Recogniser;
import org.trackno.number.Recognition;

/** Finds what somebody wants to track in what they pasted: numbers, links, a whole e-mail. */
@ApplicationScoped
class PastedNumbers {
    /** More are not taken at once. */
    static final int MOST = 100;

    /** Longer texts are read up to here. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final int MOST_CANDIDATES = 6;

    private final Recogniser recogniser;
    private final NumbersInText texts;
    private final Hints hints;

    PastedNumbers(Recogniser recogniser, Catalogue catalogue, CarrierGateway gateway) {
        this.recogniser = recogniser;
        this.texts = new NumbersInText(recogniser);
        Set<String> configured = catalogue.list().stream()
                .map(folder -> folder.manifest().id())
                .filter(gateway::isConfigured)
                .collect(Collectors.toUnmodifiableSet());
        this.hints = new Hints(null, null, configured, null);
    }

    /**
     * A number with those whose it may be, likeliest first.
     *
     * @param number in canonical form
     * @param carriers may be empty
     */
    record Pasted(String number, List<Named> carriers) {}

    /** A carrier. */
    record Named(String id, String name) {}

    /** The numbers in the order of the text, each once. What stands alone in a line is taken even if nobody knows it. */
    List<Pasted> read(String text) {
        String read = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        List<Pasted> found = new ArrayList<>();
        for (String line : read.split("\\R", -1)) {
            Recognition alone =
                    line.isBlank() || isLinkAmongWords(line) ? null : recogniser.recognise(line.strip(), hints);
            if (alone != null
                    && alone.trackingNumber() != null
                    && !alone.candidates().isEmpty()) {
                add(found, alone);
            } else {
                List<NumbersInText.Find> finds = texts.find(line, NumbersInText.Mode.EAGER, hints);
                finds.forEach(find -> add(found, find.recognition()));
                if (finds.isEmpty() && alone != null && isOneWord(line)) {
                    add(found, alone);
                }
            }
        }
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    /** A line with a link is the link's number as a whole, whatever else stands in it. */
    private static boolean isLinkAmongWords(String line) {
        return line.indexOf('/') >= 0 && !isOneWord(line);
    }

    private static boolean isOneWord(String line) {
        return line.strip().chars().noneMatch(Character::isWhitespace);
    }

    private static void add(List<Pasted> found, Recognition recognition) {
        TrackingNumber number = recognition.trackingNumber();
        if (number != null && found.stream().noneMatch(known -> known.number().equals(number.value()))) {
            found.add(new Pasted(number.value(), carriers(recognition.candidates())));
        }
    }

    private static List<Named> carriers(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate ->
                        new Named(candidate.carrier().id(), candidate.carrier().name()))
                .distinct()
                .limit(MOST_CANDIDATES)
                .toList();
    }

    /** Whether a carrier that somebody chose can be one. */
    static @Nullable String chosen(@Nullable String id) {
        return id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*") ? null : id;
    }
}
