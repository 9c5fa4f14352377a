package org.trackno.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.CarrierFolderException;
import org.trackno.carrier.TrackingQuery;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.model.EventType;
import org.trackno.model.ParcelReport;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.sandbox.SandboxFile.Entry;

/**
 * What a carrier folder holds for its simulation, checked: every scenario exists and every answer it can need has a template.
 *
 * @param carrierId whose folder it is
 * @param authentication as the manifest says
 * @param file {@code sandbox.yaml}
 * @param templates compiled
 * @param entries the tracking numbers
 * @param samples the folder's saved answers by the number they speak of
 */
record SandboxFolder(
        String carrierId,
        Authentication authentication,
        SandboxFile file,
        Map<AnswerKind, AnswerTemplate> templates,
        Map<String, Entry> entries,
        Map<String, String> samples) {
    private static final String FOLDER = "sandbox";
    private static final String FILE = FOLDER + "/sandbox.yaml";

    /** Whether the carrier can be simulated. */
    static boolean isIn(CarrierFolder folder) {
        return folder.list(FOLDER).contains(FILE);
    }

    /** Throws {@link CarrierFolderException} when something is missing or wrong. */
    static SandboxFolder read(CarrierFolder folder, Scenarios scenarios) {
        String id = folder.carrier().id();
        Authentication authentication = folder.manifest().authentication();
        if (authentication == null) {
            throw wrong(id, "the manifest does not say how to ask this carrier");
        }
        SandboxFile file = SandboxFile.read(id + "/" + FILE, folder.text(FILE));
        return new SandboxFolder(
                id,
                authentication,
                file,
                templates(folder, file),
                entries(id, file, scenarios),
                samples(folder, folder.adapter().orElseThrow()));
    }

    private static Map<AnswerKind, AnswerTemplate> templates(CarrierFolder folder, SandboxFile file) {
        Map<AnswerKind, AnswerTemplate> templates = new EnumMap<>(AnswerKind.class);
        file.answers().forEach((kind, answer) -> {
            String path = FOLDER + "/" + answer.template();
            templates.put(kind, AnswerTemplate.compile(folder.carrier().id() + "/" + path, folder.text(path)));
        });
        return templates;
    }

    private static Map<String, Entry> entries(String id, SandboxFile file, Scenarios scenarios) {
        file.events().keySet().stream()
                .filter(term -> EventType.ofTerm(term).isEmpty())
                .forEach(term -> {
                    throw wrong(id, "there is no event type " + term);
                });
        Map<String, Entry> entries = new HashMap<>();
        for (Entry entry : file.numbers()) {
            Scenario scenario = scenarios
                    .find(entry.scenario())
                    .orElseThrow(() -> wrong(id, "there is no scenario " + entry.scenario()));
            if (!TrackingNumber.isCanonical(entry.number()) || entries.put(entry.number(), entry) != null) {
                throw wrong(id, entry.number() + " is no tracking number or is listed twice");
            }
            if (!file.answers().containsKey(scenario.answer())) {
                throw wrong(id, "there is no template for " + scenario.answer());
            }
            if (scenario.answer() == AnswerKind.TRACKING) {
                scenarios.journeys(scenario).forEach(steps -> checkExpressed(id, file, entry, steps));
            }
        }
        return entries;
    }

    /** What a scenario is about is what has happened last: the carrier must have a word for that. */
    private static void checkExpressed(String id, SandboxFile file, Entry entry, List<Step> steps) {
        Step last = steps.stream()
                .filter(step -> !step.ago().isNegative())
                .min(Comparator.comparing(Step::ago))
                .orElseThrow(() -> wrong(id, entry.scenario() + " has no step yet"));
        if (!file.events().containsKey(last.type().term())) {
            throw wrong(id, "events has no " + last.type().term() + ", which " + entry.scenario() + " is about");
        }
    }

    /** Saved answers that are about one number; of several about the same the first by name. */
    private static Map<String, String> samples(CarrierFolder folder, CarrierAdapter adapter) {
        Map<String, String> samples = new TreeMap<>();
        for (String name : folder.samples()) {
            String body = folder.text(name);
            CarrierAnswer answer = CarrierAnswer.ofBody(body.getBytes(StandardCharsets.UTF_8));
            if (adapter.read(answer, TrackingQuery.EVERYTHING) instanceof TrackingOutcome.Found found) {
                List<TrackingNumber> numbers = found.reports().stream()
                        .map(ParcelReport::number)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
                if (numbers.size() == 1) {
                    samples.putIfAbsent(numbers.get(0).value(), body);
                }
            }
        }
        return samples;
    }

    private static CarrierFolderException wrong(String id, String problem) {
        return new CarrierFolderException(id + "/" + FILE, 0, problem);
    }
}
