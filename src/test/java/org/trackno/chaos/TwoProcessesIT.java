package org.trackno.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trackno.chaos.Visitor.Answer;
import org.trackno.support.Json;
import org.trackno.testkit.Aging;
import org.trackno.testkit.FakeCarriers;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;
import org.trackno.testkit.PostgresServer;

/** Two packaged processes on one database behave to carriers as one, whatever happens to one of them. */
@Tag("chaos")
class TwoProcessesIT {
    private static final MadeUpNumbers WITH_QUOTA = MadeUpNumbers.ROYAL_MAIL;
    private static final MadeUpNumbers WITHOUT = MadeUpNumbers.BRING;
    private static final int A_DAY = Extent.rounds(150, 1_000);
    private static final int FOR_PEOPLE = A_DAY / 5;
    private static final int READERS = Extent.rounds(100, 1_000);
    private static final int AT_ONCE = 16;
    private static final Duration USED_UP_WITHIN = Duration.ofSeconds(120);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(20);
    private static final Duration SHOWN_BY_THE_OTHER_WITHIN = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    private static PostgresServer database;
    private static FakeCarriers carriers;
    private static PackagedTrackno one;
    private static PackagedTrackno two;

    @BeforeAll
    static void prepare() {
        database = PostgresServer.start(folder);
        carriers = FakeCarriers.start();
        one = serve("one");
        two = serve("two");
        for (PackagedTrackno process : List.of(one, two)) {
            new Visitor(process.root()).awaitFound(WITHOUT, 61_000_000);
        }
    }

    @AfterAll
    static void cleanUp() {
        two.close();
        one.close();
        carriers.close();
        database.close();
    }

    @AfterEach
    void letCarriersAnswerAtOnce() {
        carriers.answerAfter(Duration.ZERO);
    }

    @Test
    void readers_of_a_cold_number_at_both_cause_one_call() throws SQLException {
        String number = WITHOUT.number(62_000_000);
        carriers.answerAfter(Duration.ofMillis(500));
        long before = carriers.calls(WITHOUT.carrier());

        List<CompletableFuture<Answer>> readers = IntStream.range(0, READERS)
                .mapToObj(i -> visitor(i).ask(number))
                .toList();

        assertThat(readers).extracting(reader -> reader.join().status()).containsOnly(200);
        assertThat(carriers.calls(WITHOUT.carrier()) - before).isEqualTo(1);
        assertThat(database.count("parcel where tracking_number = '" + number + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_days_quota_is_kept_by_both_although_one_is_killed_and_a_fifth_is_for_people()
            throws SQLException, IOException {
        LocalDate today = today();
        carriers.answerAfter(Duration.ofMillis(20));
        List<String> known = find(63_000_000, A_DAY / 2);

        Aging.makeStale(database, known);
        Patience.await("background work has used its share", USED_UP_WITHIN, () -> {
            ask(known);
            return used() >= A_DAY - FOR_PEOPLE;
        });
        ask(known);
        int usedByBackground = used();
        long callsByBackground = carriers.calls(WITH_QUOTA.carrier());

        int found = 0;
        List<CompletableFuture<Answer>> underWay = new ArrayList<>();
        for (int i = 0; i < A_DAY; i++) {
            underWay.add(visitor(i).ask(WITH_QUOTA.number(64_000_000 + i)));
            if (i == FOR_PEOPLE / 2) {
                two.kill();
                two = serve("two");
            }
            if (underWay.size() == AT_ONCE) {
                found += countFound(underWay);
            }
        }
        found += countFound(underWay);

        long calls = carriers.calls(WITH_QUOTA.carrier());
        assertThat(today()).as("the day has not ended meanwhile").isEqualTo(today);
        assertThat(usedByBackground).isEqualTo(A_DAY - FOR_PEOPLE);
        assertThat(callsByBackground).isLessThanOrEqualTo(A_DAY - FOR_PEOPLE);
        assertThat(calls).isLessThanOrEqualTo(A_DAY);
        assertThat(used()).isEqualTo(A_DAY);
        // what was counted when a process died, or could not be called in time, is lost, not called twice
        assertThat(calls - callsByBackground).isBetween(FOR_PEOPLE / 2L, (long) FOR_PEOPLE);
        assertThat(found).isGreaterThanOrEqualTo(FOR_PEOPLE / 2);
    }

    @Test
    void what_one_learns_the_other_shows_within_a_second() throws SQLException {
        String number = WITHOUT.number(66_000_000);
        Visitor reader = new Visitor(two.root());
        Answer moving = reader.ask(number).join();
        carriers.sendOut(number);
        // untold, so that the other keeps its copy, which it need not ask about for a day
        change(
                "update parcel set checked_at = checked_at - interval '25 hours', tried_at = tried_at - interval '25 hours'"
                        + " where tracking_number = '" + number + "'");
        Answer kept = reader.ask(number).join();

        Answer sentOut = new Visitor(one.root()).ask(number).join();

        AtomicReference<Answer> shown = new AtomicReference<>();
        Patience.await("the other shows it", SHOWN_BY_THE_OTHER_WITHIN, () -> {
            shown.set(reader.ask(number).join());
            return !shown.get().etag().equals(moving.etag());
        });
        assertThat(moving.body()).contains("\"stage\":\"IN_TRANSIT\"");
        assertThat(kept.etag()).isNotBlank().isEqualTo(moving.etag());
        assertThat(sentOut.body()).contains("\"stage\":\"OUT_FOR_DELIVERY\"");
        assertThat(shown.get().body()).contains("\"stage\":\"OUT_FOR_DELIVERY\"");
        assertThat(shown.get().etag()).isEqualTo(sentOut.etag());
    }

    @Test
    void what_a_process_that_stood_still_brings_late_does_no_harm() throws SQLException, IOException {
        String number = WITHOUT.number(65_000_000);
        String undisturbed = WITHOUT.number(65_000_001);
        assertThat(visitor(0).ask(undisturbed).join().status()).isEqualTo(200);
        carriers.answerAfter(Duration.ofMillis(1_000));
        long before = carriers.calls(WITHOUT.carrier());
        CompletableFuture<Answer> late = new Visitor(one.root()).ask(number);
        Patience.await("the first asks", SHOWN_WITHIN, () -> carriers.calls(WITHOUT.carrier()) > before);
        signal(one, "STOP");
        try {
            carriers.answerAfter(Duration.ZERO);
            change("update fetch_lease set leased_until = '-infinity' where tracking_number = '" + number + "'");
            Answer taken = new Visitor(two.root()).ask(number).join();
            assertThat(taken.status()).isEqualTo(200);
        } finally {
            signal(one, "CONT");
        }

        assertThat(late.join().status()).isEqualTo(200);
        assertThat(carriers.calls(WITHOUT.carrier()) - before).isEqualTo(2);
        assertThat(database.count("parcel where tracking_number = '" + number + "'"))
                .isEqualTo(1);
        assertThat(database.countEvents(number)).isEqualTo(database.countEvents(undisturbed));
    }

    /** People who ask for one number after the other, until so many are found. */
    private static List<String> find(long firstSerial, int many) {
        List<String> found = new ArrayList<>();
        for (long serial = firstSerial; found.size() < many; serial += AT_ONCE) {
            List<String> numbers = LongStream.range(serial, serial + Math.min(AT_ONCE, many - found.size()))
                    .mapToObj(WITH_QUOTA::number)
                    .toList();
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            numbers.forEach(number -> answers.add(visitor(answers.size()).ask(number)));
            for (int i = 0; i < numbers.size(); i++) {
                if (answers.get(i).join().status() == 200) {
                    found.add(numbers.get(i));
                }
            }
        }
        return found;
    }

    /** People who look at parcels that are known, at either process. */
    private static void ask(List<String> numbers) {
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (String number : numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE))) {
                answers.add(visitor(answers.size()).ask(number));
            }
            assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(200);
        }
    }

    private static int countFound(List<CompletableFuture<Answer>> answers) {
        int found = (int)
                answers.stream().filter(answer -> answer.join().status() == 200).count();
        answers.clear();
        return found;
    }

    /** The calls of today that are counted, as a process tells. */
    private static int used() {
        Answer answer = new Visitor(one.root())
                .get("/v1/carriers/" + WITH_QUOTA.carrier())
                .join();
        try {
            JsonNode carrier = Json.MAPPER.readTree(answer.body());
            return carrier.at("/quota/day/used").asInt(-1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Visitor visitor(int i) {
        return new Visitor((i % 2 == 0 ? one : two).root());
    }

    private static void signal(PackagedTrackno process, String signal) throws IOException {
        try {
            int failed = new ProcessBuilder(
                            "kill",
                            "-" + signal,
                            String.valueOf(process.process().pid()))
                    .start()
                    .waitFor();
            assertThat(failed).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(connection.createStatement().executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static PackagedTrackno serve(String name) {
        Map<String, String> environment = new HashMap<>(carriers.environment());
        environment.putAll(database.environment());
        environment.put("TRACKNO_CARRIERS_ROYAL_MAIL_LIMITS_PER_DAY", String.valueOf(A_DAY));
        return PackagedTrackno.start(environment, folder.resolve(name + ".log"));
    }
}
