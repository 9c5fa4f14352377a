package org.trackno.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trackno.model.EventType;
import org.trackno.tracking.LookUp;
import org.trackno.tracking.LookUpResult;
import org.trackno.tracking.LookUpResult.Found;
import org.trackno.tracking.PrivacyConfiguration;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.EstimateView;
import org.trackno.tracking.Snapshot.EventView;
import org.trackno.tracking.Snapshot.ProblemView;
import org.trackno.tracking.SnapshotEncoder;
import org.trackno.web.SealedQuestions.Question;

/**
 * The list as CSV (RFC 4180, UTF-8): one line a parcel, what its number alone shows, heads and words in the reader's language,
 * dates in ISO 8601. Begins with a byte-order mark, without which Excel takes the text for another encoding.
 */
@ApplicationScoped
class ListExport {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .build();

    private final LookUp lookUp;
    private final VisitorLookUp visitors;
    private final SnapshotEncoder snapshots;
    private final PrivacyConfiguration privacy;
    private final Clock clock;

    ListExport(
            LookUp lookUp,
            VisitorLookUp visitors,
            SnapshotEncoder snapshots,
            PrivacyConfiguration privacy,
            Clock clock) {
        this.lookUp = lookUp;
        this.visitors = visitors;
        this.snapshots = snapshots;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** The file, when all have answered; one that fails says why in its line. */
    Uni<Response> of(List<Question> questions, Visit visit) {
        Wording words = Wording.in(visit.language());
        if (questions.isEmpty()) {
            return Uni.createFrom().item(file(List.of(head(words.messages())), words));
        }
        return Uni.join()
                .all(questions.stream()
                        .map(question -> line(question, words, visit))
                        .toList())
                .andFailFast()
                .map(lines -> {
                    List<List<String>> all = new ArrayList<>(List.of(head(words.messages())));
                    all.addAll(lines);
                    return file(all, words);
                });
    }

    private static List<String> head(Messages messages) {
        return List.of(
                messages.trackingNumber(),
                messages.carrier(),
                messages.csvStage(),
                messages.latestNews(),
                messages.csvNewsAt(),
                messages.csvPlace(),
                messages.csvExpectedFrom(),
                messages.csvExpectedTo(),
                messages.deliveredOn(),
                messages.csvProblem(),
                messages.service(),
                messages.csvCheckedAt());
    }

    private Uni<List<String>> line(Question question, Wording words, Visit visit) {
        return visitors.track(question.number(), question.carrier(), visit)
                .map(result -> line(question, result, words))
                .onFailure()
                .recoverWithItem(failure -> failed(question, Troubles.title(failure, words)));
    }

    private List<String> line(Question question, LookUpResult result, Wording words) {
        if (!(result instanceof Found found)) {
            return failed(
                    question,
                    new Troubles(words, lookUp, List.of()).of(result).view().title());
        }
        Instant now = clock.instant();
        return line(snapshots.snapshot(found.parcel(), privacy.level().audience(), now), words, now);
    }

    private static List<String> line(Snapshot snapshot, Wording words, Instant now) {
        EstimateView estimate = snapshot.estimate();
        ProblemView problem = snapshot.problem();
        EventView newest = snapshot.events().stream()
                .filter(event -> !event.withdrawn())
                .findFirst()
                .orElse(null);
        return List.of(
                text(snapshot.trackingNumber()),
                snapshot.carrier().name(),
                words.events().stage(snapshot.stage()),
                title(snapshot.eventType(), words),
                newest == null ? "" : newest.at().local() + text(newest.at().offset()),
                newest == null ? "" : new ParcelViews(words, now).place(newest.place()),
                estimate == null ? "" : estimate.from(),
                estimate == null ? "" : estimate.to(),
                text(snapshot.deliveredAt()),
                problem == null ? "" : title(problem.type(), words),
                text(snapshot.service()),
                snapshot.freshness() == null ? "" : text(snapshot.freshness().checkedAt()));
    }

    private static List<String> failed(Question question, String why) {
        return List.of(question.number(), "", "", why, "", "", "", "", "", "", "", "");
    }

    private static String title(@Nullable String eventType, Wording words) {
        return eventType == null
                ? words.messages().noNews()
                : words.events().title(EventType.ofTerm(eventType).orElse(EventType.UNMAPPED));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static Response file(List<List<String>> lines, Wording words) {
        List<List<String>> cells = lines.stream()
                .map(line -> line.stream().map(CsvCell::of).toList())
                .toList();
        try {
            String csv = BYTE_ORDER_MARK
                    + CSV.writerFor(List.class)
                            .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                            .writeValueAsString(cells);
            return Response.ok(csv.getBytes(StandardCharsets.UTF_8))
                    .header("Content-Type", "text/csv;charset=utf-8;header=present")
                    .header("Content-Language", words.language().code())
                    .header("Content-Disposition", "attachment; filename=\"trackno.csv\"")
                    .header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cross-Origin-Resource-Policy", "same-origin")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list cannot be written", e);
        }
    }
}
