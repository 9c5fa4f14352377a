package org.trackno.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trackno.model.Carrier;
import org.trackno.number.Collisions.Overlap;

class NumberFormatsDocTest {
    private static final Path PAGE = Path.of("docs", "number-formats.md");
    private static final Collisions COLLISIONS = new Collisions(CarrierFiles.read());

    @Test
    void thePageSaysWhatTheManifestsSay() throws IOException {
        String page = NumberFormatsPage.text(COLLISIONS);

        if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(page)) {
            Files.writeString(PAGE, page);
            fail("docs/number-formats.md was out of date and has been rewritten: review and commit");
        }
    }

    @Test
    void formatsThatCannotBeToldApartGiveAReason() {
        assertThat(COLLISIONS.overlaps())
                .filteredOn(NumberFormatsDocTest::isTie)
                .filteredOn(one -> one.reason().isBlank())
                .extracting(one -> one.first().format().id() + " and "
                        + one.other().format().id() + " accept the same numbers and rank alike: say why under `ties`")
                .isEmpty();
    }

    @Test
    void noReasonOutlivesItsTie() {
        List<String> tied = COLLISIONS.overlaps().stream()
                .filter(NumberFormatsDocTest::isTie)
                .flatMap(one -> List.of(
                        one.first().format().id() + " " + one.other().format().id(),
                        one.other().format().id() + " " + one.first().format().id())
                        .stream())
                .toList();

        assertThat(COLLISIONS.formats())
                .flatExtracting(one -> one.format().ties().keySet().stream()
                        .map(other -> one.format().id() + " " + other)
                        .toList())
                .isSubsetOf(tied);
    }

    @Test
    void aTieIsSeenAndARankedOrStricterFormatIsNone() {
        Collisions collisions = new Collisions(List.of(
                carrier("one", format("one", "d{12}", null)),
                carrier("two", format("two", "d{6} d{6}", null)),
                carrier("sure", format("sure", "<serial d{11}> <check d>", "mod7")),
                carrier("elsewhere", format("elsewhere", "XY d{10}", null))));

        assertThat(collisions.overlaps())
                .filteredOn(NumberFormatsDocTest::isTie)
                .extracting(one ->
                        one.first().format().id() + " " + one.other().format().id())
                .containsExactly("one two");
        assertThat(collisions.overlaps())
                .noneMatch(one -> one.first().format().id().equals("elsewhere")
                        || one.other().format().id().equals("elsewhere"));
    }

    private static boolean isTie(Overlap overlap) {
        return overlap.indistinguishable() && overlap.equallyRanked() && !overlap.separateCountries();
    }

    private static CarrierFormats carrier(String id, NumberFormat format) {
        return new CarrierFormats(new Carrier(id, id), List.of(format));
    }

    private static NumberFormat format(String id, String shape, String check) {
        return new NumberFormat(
                id, null, shape, check, null, null, null, List.of(), "high", "made up", List.of(), Map.of());
    }
}
