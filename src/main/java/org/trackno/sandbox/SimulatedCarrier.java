package org.trackno.sandbox;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trackno.sandbox.SandboxFile.Answer;
import org.trackno.sandbox.SandboxFile.Entry;

/**
 * One carrier of the sandbox: lets calls in or refuses them, and answers in the carrier's format. Safe for many threads.
 *
 * <p>A journey begins when its number is first asked for, at the full hour: answers to later calls tell of the same events
 * at the same times, and of more of them as time passes.
 */
final class SimulatedCarrier {
    private final String prefix;
    private final SandboxFile file;
    private final Map<AnswerKind, AnswerTemplate> templates;
    private final Scenarios scenarios;
    private final Map<String, Entry> entries;
    private final Map<String, String> samples;
    private final AccessControl access;
    private final TokenIssuer tokens;
    private final Clock clock;
    private final Map<String, Instant> starts = new ConcurrentHashMap<>();

    SimulatedCarrier(SandboxFolder folder, Scenarios scenarios, Clock clock) {
        this.prefix = "/" + folder.carrierId();
        this.file = folder.file();
        this.templates = folder.templates();
        this.scenarios = scenarios;
        this.entries = folder.entries();
        this.samples = folder.samples();
        this.tokens = new TokenIssuer(folder.carrierId(), file.tokenLife(), clock);
        this.access = new AccessControl(folder.carrierId(), folder.authentication(), file.login(), tokens);
        this.clock = clock;
    }

    /** What tells this carrier's addresses from the others' in the sandbox. */
    String prefix() {
        return prefix;
    }

    RequestShape request() {
        return file.request();
    }

    AccessControl access() {
        return access;
    }

    List<SandboxNumber> numbers() {
        return file.numbers().stream()
                .map(entry -> new SandboxNumber(entry.number(), entry.scenario()))
                .toList();
    }

    /** The answer to a log-in call. */
    ResponseDefinition logIn(Request request) {
        if (!access.admitsLogin(request)) {
            return whole(AnswerKind.TOKEN_REFUSED, Map.of()).build();
        }
        String token = tokens.issue();
        return whole(
                        AnswerKind.TOKEN,
                        Map.of(
                                "token", token,
                                "life", tokens.life().toSeconds(),
                                "issuedAt", clock.millis(),
                                "expiresAt", clock.instant().plus(tokens.life()).atZone(file.zone())))
                .build();
    }

    /** The answer to a tracking call. */
    ResponseDefinition track(Request request) {
        if (!access.admits(request)) {
            return whole(AnswerKind.REFUSED, Map.of()).build();
        }
        if (!file.request().hasHeaders(request)) {
            return whole(AnswerKind.HEADER_MISSING, Map.of()).build();
        }
        List<String> numbers = file.request().numbers(request, prefix);
        Duration delay = numbers.stream()
                .map(number -> scenario(number).delay())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return answer(numbers).withFixedDelay((int) delay.toMillis()).build();
    }

    private ResponseDefinitionBuilder answer(List<String> numbers) {
        List<String> bodies = new ArrayList<>();
        for (String number : numbers) {
            AnswerKind kind = scenario(number).answer();
            if (numbers.size() == 1 || !kind.isAboutANumber()) {
                return samples.containsKey(number)
                        ? response(template(AnswerKind.TRACKING), body(number))
                        : whole(kind, values(number));
            }
            bodies.add(body(number));
        }
        return response(template(AnswerKind.TRACKING), "[" + String.join(",", bodies) + "]");
    }

    private String body(String number) {
        String sample = samples.get(number);
        return sample == null ? render(scenario(number).answer(), values(number)) : sample;
    }

    private Scenario scenario(String number) {
        Entry entry = entries.get(number);
        return entry == null
                ? samples.containsKey(number) ? Scenario.PARCEL : Scenario.UNKNOWN_NUMBER
                : scenarios.find(entry.scenario()).orElse(Scenario.UNKNOWN_NUMBER);
    }

    private Map<String, Object> values(String number) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", number);
        Entry entry = entries.get(number);
        if (entry != null && scenario(number).answer() == AnswerKind.TRACKING) {
            Instant now = clock.instant();
            Instant start = starts.computeIfAbsent(number, first -> now.truncatedTo(ChronoUnit.HOURS));
            List<Map<String, Object>> parcels = parcels(entry, new Journey(file, start, now));
            values.put("parcels", parcels);
            values.put("parcel", parcels.get(0));
        }
        return values;
    }

    private List<Map<String, Object>> parcels(Entry entry, Journey journey) {
        List<List<Step>> journeys = scenarios.journeys(scenario(entry.number()));
        List<Map<String, Object>> parcels = new ArrayList<>();
        for (int i = 0; i < journeys.size(); i++) {
            Map<String, String> attributes =
                    i < entry.parcels().size() ? entry.parcels().get(i) : Map.of();
            parcels.add(journey.parcel(journeys.get(i), attributes));
        }
        return parcels;
    }

    private ResponseDefinitionBuilder whole(AnswerKind kind, Map<String, Object> values) {
        return response(template(kind), render(kind, values));
    }

    private ResponseDefinitionBuilder response(Answer answer, String body) {
        String contentType = answer.contentType();
        ResponseDefinitionBuilder response = responseDefinition()
                .withStatus(answer.status())
                .withHeader("Content-Type", contentType == null ? file.contentType() : contentType)
                .withBody(body);
        answer.headers().forEach(response::withHeader);
        return response;
    }

    private String render(AnswerKind kind, Map<String, Object> values) {
        AnswerTemplate template = templates.get(kind);
        if (template == null) {
            throw new IllegalStateException(prefix + " has no answer for " + kind);
        }
        return template.render(values);
    }

    private Answer template(AnswerKind kind) {
        Answer answer = file.answers().get(kind);
        if (answer == null) {
            throw new IllegalStateException(prefix + " has no answer for " + kind);
        }
        return answer;
    }
}
