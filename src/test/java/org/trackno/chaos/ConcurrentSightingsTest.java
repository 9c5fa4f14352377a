package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.model.Carrier;
import org.trackno.model.ParcelReport;
import org.trackno.model.TrackingNumber;
import org.trackno.store.ParcelStore;
import org.trackno.store.StoreException;
import org.trackno.support.Detached;
import org.trackno.support.Json;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.Reply;
import org.trackno.testkit.Tables;
import org.trackno.testkit.TracknoUnderTest;
import org.trackno.tracking.BroughtAnswers;
import org.trackno.tracking.ParcelKey;

/**
 * However often, in whatever order and parts and by however many at once a parcel's events are brought, what is stored is what
 * one answer in order makes. Only what tells of the telling differs: when an event was first seen, how often the parcel was
 * written, and which of its pieces was told of last.
 */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
@Tag("chaos")
class ConcurrentSightingsTest {
    private static final Carrier CARRIER = new Carrier(MadeUpNumbers.ROYAL_MAIL.carrier(), "Royal Mail");
    private static final AtomicLong SERIAL = new AtomicLong(36_000_000);
    private static final int BATCHES = Extent.rounds(1, 250);
    private static final int BATCHES_WITH_HOLES = Extent.rounds(1, 25);
    private static final int STORIES_AT_ONCE = 4;
    private static final int DELIVERIES = 100;
    private static final int WORKERS = 8;
    private static final Duration STORED_WITHIN = Duration.ofSeconds(30);
    /** When all answers were asked for and came: none is older than what is known, which would tell it to be left aside. */
    private static final Instant AT = Instant.parse("2031-03-05T12:00:00Z");

    private static final ExecutorService POOL = Executors.newFixedThreadPool(WORKERS * STORIES_AT_ONCE);

    @Inject
    ParcelStore store;

    @Inject
    Detached detached;

    @Inject
    Tables tables;

    /** What is stored of a parcel, but for what differs from telling to telling. */
    private record Stored(Set<Map<String, Object>> events, Set<JsonNode> pieces, Object stage, Object reportedAt) {}

    /** Parcels that are told of at the same time, by their numbers. */
    private Map<String, MadeUpStory> stories(int batch) {
        return IntStream.range(0, STORIES_AT_ONCE)
                .boxed()
                .collect(Collectors.toMap(
                        i -> newNumber(), i -> MadeUpStory.of(new Random(batch * STORIES_AT_ONCE + i))));
    }

    static IntStream batches() {
        return IntStream.range(0, BATCHES);
    }

    static IntStream batchesWithHoles() {
        return IntStream.range(0, BATCHES_WITH_HOLES);
    }

    @AfterAll
    static void end() {
        POOL.shutdown();
    }

    @ParameterizedTest
    @MethodSource("batches")
    void what_is_brought_whole_and_cut_off_by_many_at_once_is_what_one_answer_makes(int batch) {
        Random chance = new Random(batch);
        Map<String, MadeUpStory> stories = stories(batch);
        Map<String, List<List<ParcelReport>>> answers = new HashMap<>();
        stories.forEach((number, story) -> answers.put(
                number,
                Stream.generate(() -> chance.nextBoolean() ? List.of(story.whole(chance)) : story.cutOff(chance))
                        .limit(DELIVERIES)
                        .flatMap(List::stream)
                        .toList()));

        bringAtOnce(answers);

        stories.forEach((number, story) -> {
            assertThat(stored(number)).isEqualTo(storedInOrder(story));
            assertThat((Long) tables.parcels(number).get(0).get("version"))
                    .as("no answer overwrote another")
                    .isGreaterThanOrEqualTo(answers.get(number).size());
        });
    }

    @ParameterizedTest
    @MethodSource("batchesWithHoles")
    void what_answers_with_holes_take_back_is_told_alike_everywhere_until_it_is_told_again(int batch) {
        Random chance = new Random(batch);
        Map<String, MadeUpStory> stories = stories(batch);
        Map<String, List<List<ParcelReport>>> answers = new HashMap<>();
        stories.forEach((number, story) -> answers.put(
                number,
                Stream.generate(() -> story.withHoles(chance)).limit(DELIVERIES).toList()));

        bringAtOnce(answers);

        stories.forEach((number, story) -> {
            assertThat(reportsInRows(number)).isEqualTo(reportsInState(number));
            bring(number, story.whole(chance));
            assertThat(stored(number)).isEqualTo(storedInOrder(story));
        });
    }

    /** Eight workers a parcel share its answers. */
    private void bringAtOnce(Map<String, List<List<ParcelReport>>> answers) {
        List<CompletableFuture<Void>> working = new ArrayList<>();
        answers.forEach((number, ofParcel) -> {
            Queue<List<ParcelReport>> left = new ConcurrentLinkedQueue<>(ofParcel);
            for (int i = 0; i < WORKERS; i++) {
                working.add(CompletableFuture.runAsync(() -> bringAll(number, left), POOL));
            }
        });
        working.forEach(CompletableFuture::join);
    }

    private void bringAll(String number, Queue<List<ParcelReport>> left) {
        for (List<ParcelReport> told = left.poll(); told != null; told = left.poll()) {
            bring(number, told);
        }
    }

    /** Who lost against the others too often brings it again, as a carrier is asked again. */
    private void bring(String number, List<ParcelReport> told) {
        ParcelKey key = new ParcelKey(CARRIER, new TrackingNumber(number));
        for (long begun = System.nanoTime(); ; ) {
            try {
                detached.run(() -> store.record(CARRIER.id(), key.number(), BroughtAnswers.change(key, told, AT), AT))
                        .await()
                        .atMost(STORED_WITHIN);
                return;
            } catch (StoreException e) {
                assertThat(Patience.since(begun)).as(e.getMessage()).isLessThan(STORED_WITHIN);
            }
        }
    }

    private Stored storedInOrder(MadeUpStory story) {
        String number = newNumber();
        bring(number, story.pieces());
        Stored stored = stored(number);
        assertThat(stored.events())
                .hasSize(story.pieces().stream()
                        .mapToInt(piece -> piece.events().size())
                        .sum());
        return stored;
    }

    private Stored stored(String number) {
        Map<String, Object> parcel = tables.parcels(number).get(0);
        List<Map<String, Object>> rows = tables.events(number).stream()
                .map(row -> {
                    Map<String, Object> event = new HashMap<>(row);
                    event.keySet().removeAll(Set.of("parcel_id", "first_seen_at"));
                    return event;
                })
                .toList();
        assertThat(rows).doesNotHaveDuplicates();
        assertThat(reportsInRows(number)).isEqualTo(reportsInState(number));
        return new Stored(
                new HashSet<>(rows),
                pieces(parcel).collect(Collectors.toSet()),
                parcel.get("stage"),
                parcel.get("reported_at"));
    }

    private Set<List<Object>> reportsInRows(String number) {
        return tables.events(number).stream()
                .map(row -> {
                    ObjectNode report = (ObjectNode) json(row.get("report"));
                    report.put("withdrawn", row.get("withdrawn_at") != null);
                    return List.of(row.get("piece"), report);
                })
                .collect(Collectors.toSet());
    }

    private Set<List<Object>> reportsInState(String number) {
        return pieces(tables.parcels(number).get(0))
                .flatMap(piece -> Reply.items(piece.path("reports"))
                        .map(report -> List.<Object>of(piece.path("piece").asText(), report)))
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> pieces(Map<String, Object> parcel) {
        return Reply.items(json(parcel.get("state")).path("pieces"));
    }

    private static JsonNode json(Object column) {
        try {
            return Json.MAPPER.readTree((String) column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newNumber() {
        return MadeUpNumbers.ROYAL_MAIL.number(SERIAL.incrementAndGet());
    }
}
