package org.trackno.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.CarrierFolderException;
import org.trackno.carrier.TrackingQuery;
import org.trackno.carrier.format.AnswerFormat;
import org.trackno.carrier.format.UnreadableAnswerException;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.support.Json;

/**
 * The conformance test of a carrier folder: it loads; every sample reads exactly as its {@code .expected.json} says; the
 * scenarios every carrier must show are there; each code of a sample is mapped or expected to be unmapped; and an answer that
 * lost any of its top-level fields is still read or refused, never a crash.
 */
public final class FolderCheck {
    /** Samples every asked carrier must have; the name of a sample starts with its scenario. */
    private static final List<String> SCENARIOS = List.of("moving", "delivered", "not-found", "unreadable");

    private static final ObjectWriter GOLDEN = Json.MAPPER.writerWithDefaultPrettyPrinter();

    private final Path path;
    private final boolean accept;
    private final List<String> problems = new ArrayList<>();

    private FolderCheck(Path path, boolean accept) {
        this.path = path;
        this.accept = accept;
    }

    /**
     * What is wrong with a folder, each problem with its file; nothing when it is good.
     *
     * @param accept write what is read now as the expected readings instead of comparing
     */
    public static List<String> run(Path path, boolean accept) {
        FolderCheck check = new FolderCheck(path, accept);
        try {
            check.check(CarrierFolder.read(path.toAbsolutePath().normalize()));
        } catch (CarrierFolderException e) {
            check.problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            check.problems.add(path + ": " + e.getMessage());
        }
        return check.problems;
    }

    private void check(CarrierFolder folder) throws IOException {
        CarrierAdapter adapter = folder.adapter().orElse(null);
        if (adapter == null) {
            return;
        }
        for (String scenario : SCENARIOS) {
            if (folder.samples().stream().noneMatch(s -> s.startsWith("samples/" + scenario))) {
                problems.add("samples: no sample of the scenario '" + scenario + "'");
            }
        }
        AnswerFormat format = folder.manifest().response() == null
                ? AnswerFormat.JSON
                : folder.manifest().response().format();
        for (String sample : folder.samples()) {
            byte[] body = Files.readAllBytes(path.resolve(sample));
            checkGolden(sample, adapter, body);
            checkLosses(sample, adapter, format, body);
        }
    }

    private void checkGolden(String sample, CarrierAdapter adapter, byte[] body) throws IOException {
        TrackingOutcome outcome = adapter.read(CarrierAnswer.ofBody(body), TrackingQuery.EVERYTHING);
        MappedAnswer mapped = MappedAnswer.of(sample, adapter.carrier(), outcome);
        JsonNode actual = Json.MAPPER.readTree(Json.line(mapped));
        Path golden = path.resolve(sample.replaceAll("\\.[a-z0-9]+$", ".expected.json"));
        if (accept) {
            Files.writeString(golden, GOLDEN.writeValueAsString(actual) + "\n");
        } else if (!Files.exists(golden)) {
            problems.add(sample + ": no " + golden.getFileName() + " beside it; --accept writes it");
        } else if (!Json.MAPPER.readTree(Files.readString(golden)).equals(actual)) {
            problems.add(sample + ": reads differently from " + golden.getFileName());
        }
        if (!mapped.unmapped().isEmpty() && !sample.contains("unmapped")) {
            problems.add(sample + ": unmapped codes " + mapped.unmapped()
                    + "; list them in codes.csv, or name the sample unmapped-…");
        }
        if (outcome instanceof Found found && !found.setAside().isEmpty() && !sample.contains("set-aside")) {
            problems.add(sample + ": " + found.setAside());
        }
    }

    private void checkLosses(String sample, CarrierAdapter adapter, AnswerFormat format, byte[] body)
            throws IOException {
        JsonNode tree;
        try {
            tree = format.decode(body);
        } catch (UnreadableAnswerException e) {
            return;
        }
        if (!(tree instanceof ObjectNode whole)) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : whole.properties()) {
            ObjectNode poorer = whole.deepCopy();
            poorer.remove(field.getKey());
            try {
                adapter.read(CarrierAnswer.ofBody(encode(format, poorer)), TrackingQuery.EVERYTHING);
            } catch (RuntimeException e) {
                problems.add(sample + ": without '" + field.getKey() + "' reading fails with " + e);
            }
        }
    }

    private static byte[] encode(AnswerFormat format, JsonNode tree) throws IOException {
        return switch (format) {
            case JSON -> Json.MAPPER.writeValueAsBytes(tree);
            case XML -> new XmlMapper().writer().withRootName("answer").writeValueAsBytes(tree);
        };
    }
}
