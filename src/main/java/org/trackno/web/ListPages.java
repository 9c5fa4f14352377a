package org.trackno.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.trackno.web.ListView.Row;
import org.trackno.web.SealedQuestions.Question;

/** Many parcels on one page: what is known at once, the rest as it comes. One that fails holds up no other. */
@ApplicationScoped
class ListPages {
    /** As long as the page waits before it shows what there is. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private final VisitorLookUp lookUp;
    private final ListRows rows;
    private final SealedQuestions sealed;
    private final PageResponses responses;

    ListPages(VisitorLookUp lookUp, ListRows rows, SealedQuestions sealed, PageResponses responses) {
        this.lookUp = lookUp;
        this.rows = rows;
        this.sealed = sealed;
        this.responses = responses;
    }

    /** A question with its place in the list and the address of its own page. */
    record Asked(int place, Question question, String path) {}

    /** The page, with what is known after a moment. */
    Uni<Response> get(List<Question> questions, String segment, Visit visit) {
        Wording words = Wording.in(visit.language());
        return asked(questions, visit)
                .flatMap(all -> Uni.join()
                        .all(all.stream()
                                .map(asked -> atOnce(asked, words, visit))
                                .toList())
                        .andFailFast())
                .map(found -> page(found, segment, visit, words));
    }

    /** The rows as lines of HTML, each as soon as it is known. */
    Multi<String> rows(List<Question> questions, Visit visit) {
        Wording words = Wording.in(visit.language());
        AtomicInteger done = new AtomicInteger();
        return asked(questions, visit)
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUni(asked -> row(asked, words, visit))
                .merge(PastedNumbers.MOST)
                .map(row -> line(row, words.messages().listProgress(done.incrementAndGet(), questions.size()), visit));
    }

    private Uni<List<Asked>> asked(List<Question> questions, Visit visit) {
        if (questions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(questions.stream()
                        .map(question -> sealed.close(List.of(question)))
                        .toList())
                .andFailFast()
                .map(segments -> IntStream.range(0, questions.size())
                        .mapToObj(i -> new Asked(i, questions.get(i), visit.keep(Addresses.sealed(segments.get(i)))))
                        .toList());
    }

    /** The carriers go on being asked: whoever asks next finds their answers. */
    private Uni<Row> atOnce(Asked asked, Wording words, Visit visit) {
        return row(asked, words, visit).ifNoItem().after(AT_ONCE).recoverWithItem(() -> rows.waiting(asked, words));
    }

    private Uni<Row> row(Asked asked, Wording words, Visit visit) {
        return lookUp.track(asked.question().number(), asked.question().carrier(), visit)
                .map(result -> rows.of(asked, result, words))
                .onFailure()
                .recoverWithItem(failure -> rows.failed(asked, Troubles.title(failure, words)));
    }

    private Response page(List<Row> found, String segment, Visit visit, Wording words) {
        int done = (int)
                found.stream().filter(row -> !row.state().equals("waiting")).count();
        String path = Addresses.sealed(segment);
        ListView view = new ListView(
                found,
                words.messages().listProgress(done, found.size()),
                done < found.size(),
                visit.keep(path + "/rows"),
                path + "/list.csv");
        Frame frame = responses.frame(visit, path, words.messages().listTitle());
        return responses.page(200, Templates.list(frame, view), visit);
    }

    private static String line(Row row, String progress, Visit visit) {
        String html = Templates.row(row, progress)
                .setLocale(visit.language().locale())
                .render();
        return html.replace('\n', ' ') + "\n";
    }
}
