package org.trackno.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.trackno.testkit.MadeUpNumbers;
import org.trackno.testkit.PackagedTrackno;

/** A million distinct numbers asked of a process with half a gigabyte of heap; every other one is known to its carrier. */
final class ManyDistinctNumbers implements Scenario {
    private static final long NUMBERS = Long.parseLong(System.getenv().getOrDefault("BENCH_NUMBERS", "1000000"));
    private static final int A_CALL = 100;
    private static final int CALLS_AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofMinutes(90);
    private static final int CACHED_AT_MOST = 100_000;

    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong troubled = new AtomicLong();

    @Override
    public List<Figure> run(Lab lab) throws Exception {
        lab.carriers().know(number -> Character.digit(number.charAt(9), 10) % 2 == 0);
        try (PackagedTrackno trackno =
                lab.trackno(Quotas.WIDE_OPEN, "-Xmx512m", "-XX:+ExitOnOutOfMemoryError")) {
            long begun = System.nanoTime();
            askForAll(lab, trackno, begun);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            double resident = trackno.process().isAlive()
                    ? Usage.residentMegabytes(trackno.process().pid())
                    : 0;
            return List.of(
                    Figure.atLeast("distinct numbers asked with -Xmx512m", NUMBERS, answered.get()),
                    Figure.atMost("distinct numbers: calls not answered with 200", 0, failed.get(), ""),
                    Figure.atMost(
                            "distinct numbers: process still serves after them (0 yes, 1 no)",
                            0,
                            serves(lab, trackno) ? 0 : 1,
                            ""),
                    Figure.atMost("distinct numbers: parcels in memory at the end", CACHED_AT_MOST, cached(lab, trackno), ""),
                    Figure.information(
                            "distinct numbers",
                            Figure.plain(took.toSeconds()) + " s, "
                                    + Figure.plain(answered.get() / Math.max(1.0, took.toMillis() / 1e3))
                                    + "/s, resident " + Figure.plain(resident) + " MB, "
                                    + troubled.get() + " answered that the carrier cannot be asked now"));
        } finally {
            lab.carriers().know(number -> true);
        }
    }

    private void askForAll(Lab lab, PackagedTrackno trackno, long begun) throws InterruptedException {
        Semaphore underWay = new Semaphore(CALLS_AT_ONCE);
        for (long from = 0; from < NUMBERS && trackno.process().isAlive(); from += A_CALL) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                break;
            }
            underWay.acquire();
            List<String> numbers = LongStream.range(from, Math.min(NUMBERS, from + A_CALL))
                    .mapToObj(serial -> MadeUpNumbers.ROYAL_MAIL.number(20_000_000 + serial))
                    .toList();
            HttpRequest call = Lab.post(trackno.root(), numbers);
            lab.http().sendAsync(call, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                underWay.release();
                count(numbers.size(), answer, failure);
            });
        }
        underWay.acquire(CALLS_AT_ONCE);
    }

    private void count(int numbers, HttpResponse<String> answer, Throwable failure) {
        if (failure != null || answer.statusCode() != 200) {
            failed.incrementAndGet();
            return;
        }
        answered.addAndGet(numbers);
        troubled.addAndGet(answer.body().split("\"FAILED\"", -1).length - 1L);
    }

    private static boolean serves(Lab lab, PackagedTrackno trackno) throws InterruptedException {
        try {
            return lab.getPatiently(trackno, Lab.path(MadeUpNumbers.ROYAL_MAIL.number(20_000_000)))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the process itself says of its cache. */
    private static double cached(Lab lab, PackagedTrackno trackno) throws IOException, InterruptedException {
        String metrics = new String(
                lab.get(trackno, "/metrics").body(), java.nio.charset.StandardCharsets.UTF_8);
        return metrics.lines()
                .filter(line -> line.startsWith("cache_size{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(Double.NaN);
    }
}
