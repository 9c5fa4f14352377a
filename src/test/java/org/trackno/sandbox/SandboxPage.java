package org.trackno.sandbox;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The text of docs/sandbox.md, from the scenarios and the numbers of the carriers. */
final class SandboxPage {
    private static final String INTRODUCTION =
            """
            # Sandbox: simulated carriers

            `./trackno serve --sandbox` starts Trackno together with simulated carriers. Nothing has to be configured and no
            carrier is called: each simulated one answers over HTTP on this machine, wants to see the authentication that the
            real one wants, and words parcels and errors as the real one documents it. The tests use the same simulation.

            ```
            ./trackno serve --sandbox
            curl http://localhost:8080/v1/track/%s
            ```

            `GET /v1/carriers/{id}` lists a carrier's numbers while the sandbox runs; they are also below. Every other number is
            not found, except those of the saved answers in `carriers/<id>/samples/`: for them the saved answer is given.

            The time of a parcel's events counts from the full hour in which its number is first asked for. Asked again, the
            carrier tells the same events, and more of them as time passes: a parcel that is moving is out for delivery after
            17 to 18 hours and delivered five hours later. A new start begins new journeys; start with an empty `--data`
            directory, or the events of the last run are shown with those of this one.

            An `over-quota` number makes Trackno leave the carrier alone for as long as a real carrier would ask it to: until then
            the carrier's other numbers are not asked either.

            This page is written by `SandboxDocTest`. Change `scenarios.yaml` or a carrier's `sandbox/sandbox.yaml`, run the
            test, review the page and commit it.
            """;

    private static final String FILES =
            """
            ## How a carrier is simulated

            What happens is told once for all carriers, in `src/main/resources/org/trackno/sandbox/scenarios.yaml`: steps with an
            event type, how long ago it was and on which leg. A carrier adds only data, in `carriers/<id>/sandbox/`:

            | file | what |
            |---|---|
            | `sandbox.yaml` | time zone, where the number stands in a call, status and headers of each kind of answer, the places of the legs, the carrier's code and words for each event type, the numbers |
            | `tracking.json.hbs` or `.xml.hbs` | the answer about a parcel, as a [Handlebars](https://handlebarsjs.com/) template |
            | `not-found`, `refused`, `over-quota`, `server-error` | the other answers, and `token` and `token-refused` where the carrier has a log-in |

            Templates know `number`, `parcels` and `parcel` (the first of them). A parcel has `events` (newest first) and
            `oldestFirst`, `latest`, `origin`, `destination`, `deliveredAt` once it is and `estimate` while it is to be
            delivered; an event has `at`, `type`, `place` and whatever `sandbox.yaml` says of its type. Besides what Handlebars
            brings, `{{time at "yyyy-MM-dd HH:mm" zone="UTC"}}` writes a time (without `zone` in that of the place) and
            `{{json value}}` a quoted string or `null`. A step the carrier has no word for is left out. A carrier without a
            `sandbox/` folder is not simulated.
            """;

    private static final Map<String, String> MEANINGS = meanings();

    private SandboxPage() {}

    static String text(Sandbox sandbox) {
        String example = sandbox.numbers("usps").get(1).trackingNumber();
        return String.join("\n", INTRODUCTION.formatted(example), scenarios(), numbers(sandbox), FILES);
    }

    static Set<String> describedScenarios() {
        return MEANINGS.keySet();
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("announced", "The sender has announced the parcel; it is handed over eight hours later.");
        meanings.put("moving", "On its way; delivered the next day.");
        meanings.put("out-for-delivery", "In the delivery van; delivered within hours.");
        meanings.put("delivered", "Delivered two days ago.");
        meanings.put("failed-attempt-then-delivered", "Nobody was at home; delivered the next day.");
        meanings.put("available-for-pickup", "Waiting to be collected for some hours.");
        meanings.put("customs-hold", "From abroad and stopped by customs (Royal Mail: stopped on its way out).");
        meanings.put("return", "Not collected and on its way back.");
        meanings.put(
                "consignment-of-several", "One consignment of three parcels: delivered, out for delivery, moving.");
        meanings.put(
                "several-shipments-one-number",
                "A number that two divisions used: one parcel moves, one is delivered.");
        meanings.put("slow", "Answered after 20 seconds, later than anybody waits.");
        meanings.put("not-found", "The carrier does not know the number, or not yet.");
        meanings.put("carrier-down", "The carrier answers with status 503.");
        meanings.put("over-quota", "Asked too often: status 429 with `Retry-After`, or the carrier's own form.");
        return meanings;
    }

    private static String scenarios() {
        return MEANINGS.entrySet().stream()
                .map(e -> "| `" + e.getKey() + "` | " + e.getValue() + " |\n")
                .collect(joining("", "## Scenarios\n\n| scenario | what happens |\n|---|---|\n", ""));
    }

    private static String numbers(Sandbox sandbox) {
        return sandbox.carriers().stream()
                .map(id -> numbers(sandbox, id))
                .collect(joining(
                        "\n", "## Numbers\n\nMade up, in the carriers' formats and with right check digits.\n\n", ""));
    }

    private static String numbers(Sandbox sandbox, String carrierId) {
        Stream<SandboxNumber> numbers = sandbox.numbers(carrierId).stream();
        return numbers.map(n -> "| `" + n.trackingNumber() + "` | " + n.scenario() + " |\n")
                .collect(joining("", "| `" + carrierId + "` | scenario |\n|---|---|\n", ""));
    }

    static Set<String> usedScenarios(Sandbox sandbox) {
        Set<String> used = new TreeSet<>();
        sandbox.carriers().forEach(id -> sandbox.numbers(id).forEach(number -> used.add(number.scenario())));
        return used;
    }
}
