package org.trackno.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the packaged application and prints a table: all quick scenarios, or those that are named. */
public final class Measurements {
    private static final Map<String, Scenario> QUICK = new LinkedHashMap<>();
    private static final Map<String, Scenario> LONG = new LinkedHashMap<>();

    static {
        QUICK.put("warm", new WarmReads());
        QUICK.put("sustained", new SustainedReads());
        QUICK.put("store", new StoreReads());
        QUICK.put("page", new WarmPages());
        QUICK.put("many", new ManyColdNumbers());
        QUICK.put("single", new OneColdNumber());
        QUICK.put("stale", new StaleReads());
        QUICK.put("unchanged", new UnchangedParcels());
        QUICK.put("events", new StoringEvents());
        QUICK.put("start", new StartUp());
        LONG.put("memory", new ManyDistinctNumbers());
    }

    private Measurements() {}

    /** Runs the named scenarios, separated by commas or blanks. */
    public static void main(String[] arguments) throws Exception {
        List<String> names = Arrays.stream(String.join(",", arguments).split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        Map<String, Scenario> chosen = choose(names);
        checkPreconditions();
        List<Figure> rows = new ArrayList<>();
        try (Lab lab = Lab.open()) {
            for (Map.Entry<String, Scenario> scenario : chosen.entrySet()) {
                long begun = System.nanoTime();
                rows.addAll(attempt(scenario.getKey(), scenario.getValue(), lab));
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                System.err.println(scenario.getKey() + ": " + took.toSeconds() + " s");
            }
        }
        System.out.println(Machine.inWords());
        System.out.println();
        System.out.print(Figure.table(rows));
        System.exit(rows.stream().anyMatch(row -> row.verdict() == Figure.Verdict.FAIL) ? 1 : 0);
    }

    private static List<Figure> attempt(String name, Scenario scenario, Lab lab) {
        try {
            return scenario.run(lab);
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(new Figure(name, "can be measured", String.valueOf(e.getMessage()), Figure.Verdict.FAIL));
        }
    }

    private static Map<String, Scenario> choose(List<String> names) {
        if (names.isEmpty()) {
            return QUICK;
        }
        Map<String, Scenario> all = new LinkedHashMap<>(QUICK);
        all.putAll(LONG);
        Map<String, Scenario> chosen = new LinkedHashMap<>();
        for (String name : names) {
            Scenario scenario = all.get(name);
            if (scenario == null) {
                fail("There is no scenario '" + name + "'. There are: " + String.join(", ", all.keySet()));
            }
            chosen.put(name, scenario);
        }
        return chosen;
    }

    private static void checkPreconditions() {
        if (!Wrk.isInstalled()) {
            fail("wrk is needed and not on the path. On Debian: apt install wrk");
        }
        if (!Files.exists(Path.of("target", "quarkus-app", "quarkus-run.jar"))) {
            fail("Trackno is not packaged. Run src/bench/run, which does that.");
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(2);
    }
}
