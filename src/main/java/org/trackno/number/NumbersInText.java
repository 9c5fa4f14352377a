package org.trackno.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.number.TextLabels.Label;
import org.trackno.number.TextWords.Word;

/**
 * Finds the tracking numbers in a text, such as an e-mail. The work grows with the length of the text and no faster: each
 * word begins at most {@value #MOST_GROUPS} numbers. Immutable and safe for many threads.
 */
public final class NumbersInText {
    /** Printed numbers come in so many groups at most. */
    static final int MOST_GROUPS = 10;
    /** An eager find is at least ten times likelier than chance. */
    private static final double LIKELY = 1.0;
    /** What the text itself calls a tracking number may look like anything; what it calls an order number must be striking. */
    private static final double CALLED_SO = -1.5;

    private static final double CALLED_OTHERWISE = 4.0;
    /** More numbers than this are not looked for. */
    static final int MOST_FINDS = 1_000;

    private final BiFunction<String, Hints, Recognition> recogniser;
    private final Function<String, @Nullable Carrier> linkedCarrier;

    /** What counts as a find. */
    public enum Mode {
        /** Only numbers with one clear carrier and a right check digit, or from a link to that carrier's page. */
        STRICT,
        /** Everything that is likelier a tracking number than not, whoever's it is. */
        EAGER
    }

    /**
     * A number in the text.
     *
     * @param start first character, counted from 0
     * @param end the character after the last
     * @param recognition what is known about it; its input is what stands between start and end
     */
    public record Find(int start, int end, Recognition recognition) {}

    public NumbersInText(Recogniser recogniser) {
        this(recogniser::recognise, recogniser::linkedCarrier);
    }

    NumbersInText(
            BiFunction<String, Hints, Recognition> recogniser, Function<String, @Nullable Carrier> linkedCarrier) {
        this.recogniser = recogniser;
        this.linkedCarrier = linkedCarrier;
    }

    /**
     * The numbers in the order of the text, each once, where it is likeliest; {@value #MOST_FINDS} at most. What the text calls
     * an order, invoice or phone number is left out unless it is strikingly a tracking number. Never fails, whatever the text.
     */
    public List<Find> find(String text, Mode mode, Hints hints) {
        Map<String, Find> finds = new LinkedHashMap<>();
        List<Word> words = TextWords.of(text);
        new Reading(text, words, mode, hints).addNumbers(0, words.size(), finds);
        return List.copyOf(finds.values());
    }

    /** The best number that begins with a word, or null, and how many groups it has. */
    private record Start(@Nullable Find find, int groups) {}

    /** A text while it is read; what begins with a word is worked out once. */
    private final class Reading {
        private final String text;
        private final List<Word> words;
        private final Mode mode;
        private final Hints hints;
        /** Of each word that was read, the best number of at most one group, of at most two, and so on. */
        private final Map<Integer, List<Start>> starts = new HashMap<>();

        Reading(String text, List<Word> words, Mode mode, Hints hints) {
            this.text = text;
            this.words = words;
            this.mode = mode;
            this.hints = hints;
        }

        /** Adds the numbers among the words from one to before another. */
        void addNumbers(int from, int to, Map<String, Find> finds) {
            for (int i = from; i < to && finds.size() < MOST_FINDS; ) {
                int other = otherWriting(text, words, i, TextWords.groupsFrom(words, i, MOST_GROUPS));
                i = other > 0 ? i + other : addNumber(i, to, finds);
            }
        }

        /**
         * Adds the number that begins with a word, if any, and gives the word behind it. Where a better one begins within it,
         * what stands before is read alone: mostly the carrier's name, but it can be a number that reads as one with the next.
         */
        private int addNumber(int word, int to, Map<String, Find> finds) {
            int better = betterStart(word, to);
            if (better > word) {
                addNumbers(word, better, finds);
                return better;
            }
            Start start = at(word, to);
            Find find = start.find();
            if (find != null) {
                finds.merge(number(find), find, (known, again) -> score(again) > score(known) ? again : known);
            }
            return word + start.groups();
        }

        /** The best number that begins with a word and ends before another. */
        private Start at(int word, int to) {
            List<Start> known = starts.computeIfAbsent(word, this::read);
            return known.get(Math.min(known.size(), to - word) - 1);
        }

        /** Where within the number that begins with a word a better one begins; the word itself where none does. */
        private int betterStart(int word, int to) {
            int best = word;
            for (int i = word + 1; i < word + at(word, to).groups(); i++) {
                Find find = at(i, to).find();
                Find sofar = at(best, to).find();
                best = find != null && sofar != null && score(find) > score(sofar) ? i : best;
            }
            return best;
        }

        private List<Start> read(int word) {
            Label label = TextLabels.before(text, words.get(word).start());
            int groups = TextWords.groupsFrom(words, word, MOST_GROUPS);
            Find best = null;
            int taken = 1;
            List<Start> read = new ArrayList<>(groups);
            for (int count = 1; count <= groups; count++) {
                int start = words.get(word).start();
                int end = words.get(word + count - 1).end();
                Find find = new Find(start, end, recogniser.apply(text.substring(start, end), hints));
                if (accepts(find, mode, label) && (best == null || score(find) > score(best))) {
                    best = find;
                    taken = count;
                }
                read.add(new Start(best, taken));
            }
            return read;
        }
    }

    /** How many words from there on are a date or a phone number together, or 0. */
    private static int otherWriting(String text, List<Word> words, int from, int groups) {
        for (int count = groups; count > 0; count--) {
            String written = text.substring(
                    words.get(from).start(), words.get(from + count - 1).end());
            if (Writing.reason(written).isPresent()) {
                return count;
            }
        }
        return 0;
    }

    private boolean accepts(Find find, Mode mode, Label label) {
        List<Candidate> candidates = find.recognition().candidates();
        if (candidates.isEmpty() || score(find) < least(label, mode)) {
            return false;
        }
        return mode == Mode.EAGER ? candidates.get(0).check() != CheckResult.FAIL : isProven(find.recognition());
    }

    private static double least(Label label, Mode mode) {
        return switch (label) {
            case OTHER -> CALLED_OTHERWISE;
            case TRACKING -> CALLED_SO;
            case NONE -> mode == Mode.EAGER ? LIKELY : Recognition.COMMIT_SCORE;
        };
    }

    private boolean isProven(Recognition recognition) {
        Optional<Candidate> committed = recognition.committed();
        return committed.isPresent()
                && (committed.get().check() == CheckResult.PASS
                        || committed.get().carrier().equals(linkedCarrier.apply(recognition.input())));
    }

    private static double score(Find find) {
        return find.recognition().candidates().get(0).score();
    }

    private static String number(Find find) {
        return String.valueOf(find.recognition().trackingNumber());
    }
}
