package org.trackno.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trackno.model.TrackingOutcome.Found;

/** A file with a carrier's answer: a sample of a carrier folder, or a longer one below {@code src/bench/answers/<carrier>}. */
public record AnswerFile(Path path) {
    private static final Path CARRIERS = Path.of("carriers");
    private static final String SAMPLES = "samples";

    /** Every sample of every carrier that can be read. */
    public static List<AnswerFile> samples() {
        return Catalogue.read(CARRIERS).list().stream()
                .filter(folder -> folder.adapter().isPresent())
                .flatMap(folder -> folder.samples().stream()
                        .map(sample -> new AnswerFile(
                                CARRIERS.resolve(folder.carrier().id()).resolve(sample))))
                .toList();
    }

    /** The id of the carrier that sent it. */
    public String carrierId() {
        Path folder = path.getParent();
        return (folder.endsWith(SAMPLES) ? folder.getParent() : folder)
                .getFileName()
                .toString();
    }

    /** What the file is about, as its name says. */
    public String scenario() {
        return path.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    /** The bundled adapter of that carrier. */
    public CarrierAdapter adapter() {
        return CarrierFolder.read(CARRIERS.resolve(carrierId())).adapter().orElseThrow();
    }

    /** How long the answer is. */
    public int bytes() {
        return read().length;
    }

    /** How many events are read from it. */
    public int events() {
        return adapter().read(CarrierAnswer.ofBody(read()), TrackingQuery.EVERYTHING) instanceof Found found
                ? found.reports().stream().mapToInt(r -> r.events().size()).sum()
                : 0;
    }

    /** The answer. */
    public byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
