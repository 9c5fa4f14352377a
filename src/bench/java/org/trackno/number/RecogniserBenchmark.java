package org.trackno.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many numbers a thread recognises in a second, with the formats of all carrier folders loaded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class RecogniserBenchmark {
    private static final int NUMBERS = 4_096;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** What is recognised: numbers of every format in turn, or strings that mean nothing. */
    @Param({"FORMATS", "RANDOM_DIGITS", "RANDOM_LETTERS_AND_DIGITS"})
    public Input input = Input.FORMATS;

    private Recogniser recogniser = new Recogniser(List.of());
    private List<String> numbers = List.of();
    private int next;

    /** The sets of numbers. */
    public enum Input {
        FORMATS,
        RANDOM_DIGITS,
        RANDOM_LETTERS_AND_DIGITS
    }

    /** Reads the folders and makes up the numbers, with a fixed seed. */
    @Setup
    public void prepare() {
        List<CarrierFormats> carriers = CarrierFiles.read();
        Random random = new Random(20_261_123);
        recogniser = new Recogniser(carriers);
        numbers = switch (input) {
            case FORMATS -> ofAllFormats(carriers);
            case RANDOM_DIGITS -> random(random, 10);
            case RANDOM_LETTERS_AND_DIGITS -> random(random, ALPHABET.length());
        };
        Collections.shuffle(numbers, random);
    }

    /** One number, candidates ranked, reasons unread. */
    @Benchmark
    public Recognition recognise() {
        return recogniser.recognise(nextNumber());
    }

    /** The same with the reasons of every candidate written. */
    @Benchmark
    public int recogniseWithReasons() {
        int reasons = 0;
        for (Candidate candidate : recogniser.recognise(nextNumber()).candidates()) {
            reasons += candidate.reasons().size();
        }
        return reasons;
    }

    private String nextNumber() {
        next = (next + 1) % NUMBERS;
        return numbers.get(next);
    }

    private static List<String> ofAllFormats(List<CarrierFormats> carriers) {
        List<NumberGenerator> generators = carriers.stream()
                .flatMap(one -> one.formats().stream())
                .map(format -> new NumberGenerator(format, 20_261_123))
                .toList();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            numbers.add(generators.get(i % generators.size()).next());
        }
        return numbers;
    }

    private static List<String> random(Random random, int alphabet) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            StringBuilder number = new StringBuilder();
            for (int length = 8 + i % 27; length > 0; length--) {
                number.append(ALPHABET.charAt(random.nextInt(alphabet)));
            }
            numbers.add(number.toString());
        }
        return numbers;
    }
}
