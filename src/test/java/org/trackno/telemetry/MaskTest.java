package org.trackno.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.support.TellingPath;

class MaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Refresh of RB417526304GB failed          | Refresh of *********04GB failed
                    at 1Z12345E0205271686, twice             | at **************1686, twice
                    GET /v1/track?postcode=SW1A1AA&lang=de   | GET /v1/track?postcode=…&lang=de
                    to /embed/rb417526304gb failed, error    | to /embed/{number} failed, error
                    at "http://a/embed/rb%204175/parcel"     | at "http://a/embed/{number}/parcel"
                    /shared/Cr5Fvqz-ySsX?lang=de             | /shared/{secret}?lang=de
                    /parcels/DJlSnNwGj0_A/list.csv           | /parcels/{sealed}/list.csv
                    /x//Track//rb4175                        | /x//track/{number}
                    /embed/try?lang=de&number=rb4175 and     | /embed/try?lang=de&number=… and
                    /embed/try17                             | /embed/{number}
                    /assets/style.css, /v1/carriers/dhl      | /assets/style.css, /v1/carriers/dhl
                    started in 136.344s on port 8080         | started in 136.344s on port 8080
                    HR000090 in org.trackno.store            | HR000090 in org.trackno.store
                    2026-11-24 18:05:09                      | 2026-11-24 18:05:09""")
    void numbers_and_postcodes_of_a_text_are_hidden_and_nothing_else(String text, String masked) {
        assertThat(Mask.text(text)).isEqualTo(masked);
    }

    @Test
    void the_row_that_the_database_complains_of_is_hidden() {
        assertThat(Mask.message("duplicate key, Key (carrier, name)=(dhl, Jane Canary) already exists"))
                .isEqualTo("duplicate key, Key (carrier, name)=(…) already exists");
        assertThat(Mask.message("invalid input syntax for type integer: \"Canary Lane\""))
                .doesNotContain("Canary");
    }

    @Test
    void an_exception_keeps_its_name_stack_and_causes() {
        Exception original = new IllegalStateException("RB417526304GB", new java.io.IOException("Key (a)=(Canary)"));

        Throwable masked = MaskedFailure.of(original);

        assertThat(masked).hasToString("java.lang.IllegalStateException: *********04GB");
        assertThat(masked.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(masked.getCause()).hasToString("java.io.IOException: Key (a)=(…)");
    }

    /** All but carriers and files, which everybody may know. */
    @Test
    void what_any_route_takes_from_its_path_is_hidden() {
        List<String> telling = routes().filter(
                        route -> route.contains("{") && !route.contains("{id}") && !route.contains("{file}"))
                .toList();

        assertThat(telling).contains("/embed/{number}/stream", "/shared/{secret}/end", "/parcels/{sealed}");
        assertThat(telling).allSatisfy(route -> {
            String asked = route.replaceAll("\\{\\w+}", "r%20b-4_a");
            assertThat(Mask.text(asked)).isEqualTo(route);
            assertThat(TellingPath.route(asked)).isEqualTo(route.replaceAll("}.*", "}"));
        });
    }

    @Test
    void what_tells_nothing_has_no_name_of_its_own_for_figures() {
        assertThat(List.of("/", "/track", "/embed/", "/embed/try", "/v1/carriers/dhl", "/x/track/rb4175"))
                .allSatisfy(path -> assertThat(TellingPath.route(path)).isEmpty());
        assertThat(TellingPath.route("/V1/TRACK/rb4175/made/up")).isEqualTo("/v1/track/{number}");
    }

    @Test
    void of_addresses_of_carriers_only_the_host_stays() {
        assertThat(Mask.host("https://api.example.com:8443/track/RB417526304GB?x=1"))
                .isEqualTo("https://api.example.com:8443");
    }

    /** The paths of all resources, with the names of what they take. */
    private static Stream<String> routes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.trackno").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream()
                                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                                .map(method -> path(type) + path(method)));
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated.isAnnotatedWith(Path.class)
                ? annotated.getAnnotationOfType(Path.class).value()
                : "";
    }
}
