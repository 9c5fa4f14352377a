package org.trackno.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trackno.limit.Refusal;
import org.trackno.testkit.MarkdownPage;
import org.trackno.tracking.Diagnosis;
import org.trackno.tracking.Snapshot;

/** docs/api.md is written by hand; here it is held to the code. */
class ApiDocTest {
    private static final Path API = Path.of("src/main/java/org/trackno/api");
    private static final Pattern TYPE_IN_CODE =
            Pattern.compile("\"/problems/([a-z-]+)\"|ProblemDocument\\s*\\.of\\(\\s*\"([a-z-]+)\"");
    private static final Pattern TYPE_ON_PAGE = Pattern.compile("(?m)^\\| `/problems/([a-z-]+)` \\|");

    private final String page = new MarkdownPage("api.md").text();

    @Test
    void thePageExplainsEveryProblemTypeAndNoOther() {
        assertThat(matches(TYPE_ON_PAGE, page)).isEqualTo(typesInCode()).isNotEmpty();
    }

    @Test
    void thePageNamesEveryFieldOfASnapshot() {
        assertThat(fields(Snapshot.class)).allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
    }

    @Test
    void thePageNamesEveryFieldAndCauseOfADiagnosis() {
        assertThat(fields(Diagnosis.class)).allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
        assertThat(Diagnosis.Cause.values())
                .allSatisfy(cause -> assertThat(page).contains("`" + cause + "`"));
    }

    private static Set<String> typesInCode() {
        Stream<String> refusals = Arrays.stream(Refusal.Kind.values()).map(Refusal.Kind::id);
        try (Stream<Path> files = Files.walk(API)) {
            Stream<String> inSources = files.filter(Files::isRegularFile)
                    .map(ApiDocTest::read)
                    .flatMap(source -> matches(TYPE_IN_CODE, source).stream());
            return Stream.concat(inSources, refusals).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1) == null && matcher.groupCount() > 1 ? matcher.group(2) : matcher.group(1));
        }
        return found;
    }

    /** The names of a record's components and of those of the records inside it. */
    private static Set<String> fields(Class<?> record) {
        Set<String> fields = new TreeSet<>();
        Stream.concat(
                        Stream.of(record),
                        Arrays.stream(record.getDeclaredClasses()).filter(Class::isRecord))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .forEach(fields::add);
        return fields;
    }
}
