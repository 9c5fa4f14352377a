package org.trackno.docs;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.trackno.testkit.MarkdownPage.code;
import static org.trackno.testkit.MarkdownPage.table;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The text of docs/configuration.md: the properties that {@code application.properties} refers to and those of the
 * configuration mappings, with what each means.
 */
final class ConfigurationPage {
    private static final Path APPLICATION_PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(trackno\\.[^:}]+)(?::([^}]*))?}");

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            entry(
                    "trackno.cache.max-parcels",
                    "Parcels kept in memory. What does not fit is read from the database again. Without it as many as"
                            + " fit into a quarter of the heap."),
            entry(
                    "trackno.database.url",
                    "Your PostgreSQL, as `postgresql://host:5432/database`. Without it an embedded one is started."),
            entry("trackno.database.username", "Its user."),
            entry("trackno.database.password", "The user's password."),
            entry(
                    "trackno.limit.callers",
                    "Callers remembered at once, for the limits below; those who have not asked for longest are forgotten."),
            entry(
                    "trackno.limit.consecutive-numbers",
                    "Different numbers out of one run of consecutive ones that a caller may look up in a minute. 0: no limit."),
            entry(
                    "trackno.limit.exempt",
                    "Networks without limits, separated by commas: this machine, and storefronts that you trust."),
            entry("trackno.limit.ipv6-prefix", "Bits of an IPv6 address that make one caller, 1 to 64."),
            entry(
                    "trackno.limit.requests",
                    "Requests of a caller in a window; each number of `POST /v1/track` counts as one. Counted in each process,"
                            + " like all limits of callers. 0: no limit."),
            entry(
                    "trackno.limit.unknown-numbers",
                    "Different numbers that nobody knows that a caller may look up in a minute. 0: no limit."),
            entry(
                    "trackno.limit.walking-callers",
                    "Callers that walk through numbers within 5 minutes before the log warns of it: see"
                            + " [operations.md](operations.md#alarms). 0: it never does."),
            entry("trackno.limit.window", "How long a window is; `1M` is a minute, `30S` are seconds."),
            entry("trackno.log.json", "`true` writes each line of the log as a JSON object."),
            entry(
                    "trackno.overload.look-ups",
                    "Look-ups under way at once that memory cannot answer, half of them for one carrier. More are refused."),
            entry(
                    "trackno.proxy.header",
                    "Where your reverse proxy says who asks: `x-forwarded-for` or `forwarded`. The other is not read."),
            entry(
                    "trackno.proxy.trusted",
                    "Networks of your reverse proxies, separated by commas. Nobody else is believed about who asks."),
            entry(
                    "trackno.pages.links-last",
                    "How long a link lasts that shows everything about a parcel, after a right postcode."),
            entry(
                    "trackno.privacy.level",
                    "What a number alone shows. `standard`: stage, dates, towns of scans, our own wording. `strict`: no"
                            + " towns either from the day of delivery on."));

    private static final String INTRODUCTION =
            """
            # Configuration

            Everything has a default that works. Set what you want otherwise as an environment variable; each is also a Java system
            property under the name in the second column, and that one wins.

            This page is written by `ConfigurationDocTest` from the code. Change that, run the test, review the page and commit it.

            ## The server
            """;

    private static final String CARRIERS =
            """
            ## Carriers

            A carrier is asked when all its credentials are set, and only recognised otherwise. Names are made of the carrier's id
            and the credential's name in `authentication:` of its `carrier.yaml`; [carriers.md](carriers.md) lists all of them, and
            `GET /v1/carriers/{id}` names in `missingSettings` what is missing.

            | environment variable | property | default | meaning |
            |---|---|---|---|
            | `TRACKNO_CARRIERS_<ID>_<CREDENTIAL>` | `trackno.carriers.<id>.<credential>` |  | One for each credential of the carrier. |
            | `TRACKNO_CARRIERS_<ID>_BASE_URL` | `trackno.carriers.<id>.base-url` | in `carrier.yaml` | Where the carrier is asked: its test system, or a proxy of yours. http or https. |
            | `TRACKNO_CARRIERS_<ID>_LIMITS_PER_DAY` | `trackno.carriers.<id>.limits.per-day` | in `carrier.yaml` | Calls a day (UTC) that your account may make, over all processes; or `none`. A fifth is kept for people. |
            | `TRACKNO_CARRIERS_<ID>_LIMITS_PER_SECOND` | `trackno.carriers.<id>.limits.per-second` | in `carrier.yaml` | Calls a second, over all processes; `0.2` is one in 5 s; or `none`. |
            | `TRACKNO_CARRIERS_<ID>_LIMITS_CONCURRENCY` | `trackno.carriers.<id>.limits.concurrency` | in `carrier.yaml` | Calls of one process under way at once. More than 32 has no use: there are no more connections to a carrier. |

            In environment variables the id is in upper case, hyphens as underscores: `royal-mail` is `ROYAL_MAIL`.

            ## Storefronts

            Whose pages may embed parcels, and how pages look that are read on their behalf: see [embed.md](embed.md). A wrong
            value, or a setting that is none, stops the start.

            | environment variable | property | meaning |
            |---|---|---|
            | `TRACKNO_STOREFRONTS` | `trackno.storefronts` | Their names, separated by commas: lower-case letters, digits, hyphens. |
            | `TRACKNO_STOREFRONTS_<NAME>_NAME` | `trackno.storefronts.<name>.name` | What people call it. Without it its name here. |
            | `TRACKNO_STOREFRONTS_<NAME>_ORIGINS` | `trackno.storefronts.<name>.origins` | Origins that may embed, separated by commas: `https://shop.example`, `https://*.shop.example` for all hosts below, `http://localhost:*` for every port. |
            | `TRACKNO_STOREFRONTS_<NAME>_LOGO` | `trackno.storefronts.<name>.logo` | File of its logo: SVG, PNG, JPEG or GIF, up to 256 kB. |
            | `TRACKNO_STOREFRONTS_<NAME>_COLOURS_<COLOUR>` | `trackno.storefronts.<name>.colours.<colour>` | `accent`, `background`, `header`, and for the dark `dark-accent`, `dark-background`, `dark-header`, each as `#rrggbb`. What could not be read on them is refused. |
            | `TRACKNO_STOREFRONTS_<NAME>_LINKS_<LINK>` | `trackno.storefronts.<name>.links.<link>` | Addresses behind `shop` (the logo leads there too), `contact`, `returns`, `privacy`, `imprint`. |
            | `TRACKNO_STOREFRONTS_<NAME>_TEXTS_<LANGUAGE>_GREETING` | `trackno.storefronts.<name>.texts.<language>.greeting` | A line above every page, in `en`, `de`, `fr`, `es`, `pl` or `nl`. Languages without one show none. |
            | `TRACKNO_STOREFRONTS_<NAME>_TEXTS_<LANGUAGE>_NOTE` | `trackno.storefronts.<name>.texts.<language>.note` | A paragraph below every page, likewise. |

            ## Where it listens, and what it logs

            These belong to Quarkus, and so do [many more](https://quarkus.io/guides/all-config).

            | environment variable | default | meaning |
            |---|---|---|
            | `QUARKUS_HTTP_PORT` | `%s` | Port. `serve --port` wins. |
            | `QUARKUS_HTTP_HOST` | `0.0.0.0` | Address to listen on. |
            | `QUARKUS_LOG_LEVEL` | `INFO` | How much is logged, to standard output. |
            | `QUARKUS_HTTP_ACCESS_LOG_ENABLED` | `false` | `true` logs each request: method, status, size, time. |
            | `QUARKUS_OTEL_SDK_DISABLED` | `true` | `false` sends traces to the address in the next line. |
            | `QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT` | `http://localhost:4317/` | Collector of traces, OTLP over gRPC. |

            ## The command line

            | environment variable | default | meaning |
            |---|---|---|
            | `TRACKNO_DATA` | `data` in the repository | Directory of the embedded database. `--data` wins. |
            | `TRACKNO_SERVER` | the server that runs on the data directory | Address of the server that `track` asks. `--server` wins. |
            """;

    private ConfigurationPage() {}

    /**
     * A property.
     *
     * @param byDefault blank for none
     * @param values what it may be; empty for anything
     */
    record Property(String byDefault, List<String> values) {}

    static String text() {
        return String.join(
                "\n",
                INTRODUCTION,
                server(),
                CARRIERS.formatted(applicationProperties().get("quarkus.http.port")));
    }

    /** What each property means. */
    static Map<String, String> meanings() {
        return MEANINGS;
    }

    /** Every property of ours but those of the carriers, by name. */
    static SortedMap<String, Property> properties() {
        SortedMap<String, Property> properties = new TreeMap<>(placeholders());
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.trackno").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .forEach(mapping -> Arrays.stream(mapping.getDeclaredMethods())
                                .forEach(method -> properties.put(name(mapping, method), property(method))));
        return properties;
    }

    private static String server() {
        return table(
                List.of("environment variable", "property", "default", "meaning"),
                properties().entrySet().stream()
                        .map(property -> row(property.getKey(), property.getValue()))
                        .toList());
    }

    private static List<String> row(String name, Property property) {
        return List.of(
                code(Environment.variable(name)),
                code(name),
                code(property.byDefault()),
                MEANINGS.getOrDefault(name, ""));
    }

    private static Map<String, Property> placeholders() {
        return applicationProperties().values().stream()
                .flatMap(value -> PLACEHOLDER.matcher(value.toString()).results())
                .collect(toMap(
                        match -> match.group(1),
                        match -> new Property(match.group(2) == null ? "" : match.group(2), List.of()),
                        (one, same) -> one));
    }

    private static Properties applicationProperties() {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(APPLICATION_PROPERTIES)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String name(Class<?> mapping, Method method) {
        return mapping.getAnnotation(ConfigMapping.class).prefix() + "." + kebab(method.getName());
    }

    private static Property property(Method method) {
        WithDefault byDefault = method.getAnnotation(WithDefault.class);
        Class<?> type = method.getReturnType();
        List<String> values = type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(value -> ((Enum<?>) value)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                        .toList()
                : List.of();
        return new Property(byDefault == null ? "" : byDefault.value(), values);
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
