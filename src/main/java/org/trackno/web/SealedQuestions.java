package org.trackno.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.model.TrackingNumber;
import org.trackno.store.SealingKeys;
import org.trackno.support.Secrets;

/**
 * Addresses of pages about numbers, without the numbers in them: they go through logs, histories and referrers as sealed
 * text. All processes on one database open each other's.
 */
@ApplicationScoped
class SealedQuestions {
    private static final String KEY = "pages";

    private final SealingKeys keys;
    private final Secrets secrets;
    private volatile @Nullable Seal seal;

    SealedQuestions(SealingKeys keys, Secrets secrets) {
        this.keys = keys;
        this.secrets = secrets;
    }

    /** A number, and the carrier somebody named. */
    record Question(String number, @Nullable String carrier) {
        @Override
        public String toString() {
            return carrier == null ? number : number + ":" + carrier;
        }

        private static Question of(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Question(text, null)
                    : new Question(text.substring(0, colon), text.substring(colon + 1));
        }
    }

    /** The last segment of an address about these. */
    Uni<String> close(List<Question> questions) {
        String text = questions.stream().map(Question::toString).collect(Collectors.joining(" "));
        return seal().map(made -> made.close(text));
    }

    /** What an address is about; empty when it is none of ours. */
    Uni<Optional<List<Question>>> open(String sealed) {
        return seal().map(made -> made.open(sealed).map(SealedQuestions::questions));
    }

    /** Read when first wanted; a database that is away then is asked again. */
    private Uni<Seal> seal() {
        Seal made = seal;
        return made != null
                ? Uni.createFrom().item(made)
                : keys.get(KEY, secrets.bytes(Seal.KEY_LENGTH)).map(Seal::new).invoke(fresh -> seal = fresh);
    }

    private static List<Question> questions(String text) {
        List<Question> questions = new ArrayList<>();
        for (String one : text.split(" ", -1)) {
            Question question = Question.of(one);
            if (TrackingNumber.isCanonical(question.number())) {
                questions.add(question);
            }
        }
        return List.copyOf(questions);
    }
}
