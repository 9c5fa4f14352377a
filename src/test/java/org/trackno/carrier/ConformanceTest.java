package org.trackno.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.carrier.codes.CodeTable.Code;
import org.trackno.model.ParcelReport;
import org.trackno.model.Place;
import org.trackno.model.TrackingEvent;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.tracking.FolderCheck;

/** What every carrier folder must hold to; the same check as {@code trackno carriers check}. */
class ConformanceTest {
    private static final Path CARRIERS = Path.of("carriers");
    private static final Set<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));

    private static List<CarrierFolder> folders;

    @BeforeAll
    static void readEveryFolder() {
        folders = Catalogue.read(CARRIERS).list();
    }

    static Stream<Path> everyFolder() throws IOException {
        try (Stream<Path> entries = Files.list(CARRIERS)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    static Stream<CarrierFolder> readableFolders() {
        return Catalogue.read(CARRIERS).list().stream()
                .filter(folder -> folder.adapter().isPresent());
    }

    @ParameterizedTest
    @MethodSource("everyFolder")
    void readsItsSamplesAsExpected(Path folder) {
        assertThat(FolderCheck.run(folder, false)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readableFolders")
    void tellsWhereEachFactComesFrom(CarrierFolder folder) {
        assertThat(folder.text("README.md")).contains("TRACKNO_CARRIERS_");
        assertThat(folder.codes().list()).isNotEmpty().extracting(Code::source).noneMatch(String::isBlank);
        assertThat(folder.manifest().verification()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("readableFolders")
    void givesPlausibleEvents(CarrierFolder folder) throws IOException {
        for (String sample : folder.samples()) {
            byte[] body =
                    Files.readAllBytes(CARRIERS.resolve(folder.manifest().id()).resolve(sample));
            TrackingOutcome outcome =
                    folder.adapter().orElseThrow().read(CarrierAnswer.ofBody(body), TrackingQuery.EVERYTHING);
            if (outcome instanceof Found found) {
                found.reports().forEach(report -> assertPlausible(sample, report));
            }
        }
    }

    @Test
    void thereAreEightCarriersThatCanBeAsked() {
        assertThat(folders.stream().filter(f -> f.adapter().isPresent()).map(f -> f.manifest()
                        .id()))
                .contains("usps", "royal-mail", "la-poste", "canada-post", "bring", "dhl", "ups", "dpd");
    }

    @Test
    void countriesAreOnesOfIso3166() {
        assertThat(folders).allSatisfy(folder -> assertThat(COUNTRIES)
                .as(folder.manifest().id())
                .containsAll(folder.manifest().countries()));
    }

    private static void assertPlausible(String sample, ParcelReport report) {
        assertThat(report.events())
                .as(sample)
                .extracting(event -> event.at().date().getYear())
                .allMatch(year -> year >= 2020 && year <= 2030);
        assertThat(report.events()).as("%s: no event twice", sample).doesNotHaveDuplicates();
        Stream.concat(
                        Stream.of(report.origin(), report.destination()),
                        report.events().stream().map(TrackingEvent::place))
                .map(Place::country)
                .filter(country -> country != null)
                .forEach(country -> assertThat(COUNTRIES).as(sample).contains(country));
    }
}
