package org.trackno.docs;

import static java.util.stream.Collectors.joining;
import static org.trackno.testkit.MarkdownPage.code;
import static org.trackno.testkit.MarkdownPage.table;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.manifest.Authentication;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.carrier.manifest.Manifest.RequestSection;
import org.trackno.carrier.manifest.Manifest.Verification.State;

/** The text of docs/carriers.md, from the manifests. */
final class CarriersPage {
    private static final Map<State, String> VERIFICATION = Map.of(
            State.DOCUMENTED, "documentation only",
            State.SAMPLES, "published answers",
            State.LIVE, "the carrier itself");

    private final List<Manifest> read;
    private final List<Manifest> recognised;

    CarriersPage(Catalogue catalogue) {
        List<Manifest> all =
                catalogue.list().stream().map(folder -> folder.manifest()).toList();
        read = all.stream().filter(manifest -> manifest.request() != null).toList();
        recognised = all.stream().filter(manifest -> manifest.request() == null).toList();
    }

    String text() {
        return String.join(
                "\n",
                """
                # Carriers

                Trackno reads %d carriers and recognises the numbers of %d more. A carrier that is read needs credentials of yours;
                without them it is recognised only, and the answer links to the carrier's own page. Numbers of the form S10
                (`RB417526304GB`) are recognised for every post office of the Universal Postal Union, listed here or not.

                This page is written by `CarriersDocTest` from the folders in [`carriers/`](../carriers/README.md). Change those, run
                the test, review the page and commit it.
                """
                        .formatted(read.size(), recognised.size()),
                "## Read\n",
                readTable(),
                """
                "Tried on" says how far the folder was checked: against documentation only, against answers that others published,
                or by asking the carrier. Limits are what the carrier allows, or a cautious guess; set yours in the
                [configuration](configuration.md#carriers). "Formats" counts the kinds of tracking numbers. Each carrier's `README.md` tells how to get
                credentials, what its terms say, and where every fact comes from.

                ## Their settings

                As environment variables; [configuration.md](configuration.md) explains the scheme.
                """,
                settings(),
                "## Recognised\n",
                recognisedTable());
    }

    private String readTable() {
        return table(
                List.of(
                        "carrier",
                        "id",
                        "countries",
                        "authentication",
                        "numbers a call",
                        "limits",
                        "tried on",
                        "formats"),
                read.stream().map(CarriersPage::readRow).toList());
    }

    private static List<String> readRow(Manifest manifest) {
        RequestSection request = request(manifest);
        return List.of(
                "[" + manifest.name() + "](../carriers/" + manifest.id() + "/README.md)",
                code(manifest.id()),
                String.join(" ", manifest.countries()),
                scheme(authentication(manifest)),
                request.batchSize().toString(),
                limits(manifest.limits()),
                manifest.verification() == null
                        ? "nothing"
                        : VERIFICATION.get(manifest.verification().state()),
                String.valueOf(manifest.formats().size()));
    }

    private String settings() {
        return read.stream().map(CarriersPage::settings).collect(joining());
    }

    private static String settings(Manifest manifest) {
        List<String> credentials = authentication(manifest).credentials();
        String needed = credentials.isEmpty()
                ? "needs nothing"
                : credentials.stream()
                        .map(name -> code(Environment.variable(property(manifest, name))))
                        .collect(joining(", "));
        return "- **" + manifest.name() + "**: " + needed + ". Asked at "
                + request(manifest).baseUrl() + ", or at " + code(Environment.variable(property(manifest, "base-url")))
                + ".\n";
    }

    private static String property(Manifest manifest, String name) {
        return "trackno.carriers." + manifest.id() + "." + name;
    }

    private String recognisedTable() {
        return table(
                List.of("carrier", "id", "countries", "formats"),
                recognised.stream()
                        .map(manifest -> List.of(
                                manifest.name(),
                                code(manifest.id()),
                                String.join(" ", manifest.countries()),
                                String.valueOf(manifest.formats().size())))
                        .toList());
    }

    private static String limits(Manifest.Limits limits) {
        String perSecond = limits.perSecond() == null ? "" : plain(limits.perSecond()) + " a second, ";
        String perDay = limits.perDay() == null ? "" : limits.perDay() + " a day, ";
        return perDay + perSecond + limits.concurrency() + " at once";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** The scheme's name in the manifest. */
    private static String scheme(Authentication authentication) {
        JsonSubTypes names = Authentication.class.getAnnotation(JsonSubTypes.class);
        return Arrays.stream(names.value())
                .filter(type -> type.value() == authentication.getClass())
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }

    private static RequestSection request(Manifest manifest) {
        return Objects.requireNonNull(manifest.request());
    }

    private static Authentication authentication(Manifest manifest) {
        return Objects.requireNonNull(manifest.authentication());
    }
}
