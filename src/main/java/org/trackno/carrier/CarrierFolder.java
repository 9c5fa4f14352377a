package org.trackno.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trackno.carrier.codes.CodeTable;
import org.trackno.carrier.declarative.DeclarativeAdapter;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.carrier.manifest.ManifestReader;
import org.trackno.carrier.mapping.JsltMapping;
import org.trackno.model.Carrier;

/** One carrier's folder. The manifest is read at once; code table and mapping when they are first needed. */
public final class CarrierFolder {
    private static final String MANIFEST = "carrier.yaml";
    private static final String CODES = "codes.csv";
    private static final String MAPPING = "mapping.jslt";
    private static final String SAMPLES = "samples";

    private final Path folder;
    private final Manifest manifest;
    private final Carrier carrier;
    private final Supplier<CodeTable> codes;
    private final Supplier<Optional<CarrierAdapter>> adapter;

    private CarrierFolder(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        this.carrier = new Carrier(manifest.id(), manifest.name());
        this.codes = Memoized.of(() -> CodeTable.read(nameOf(CODES), text(CODES)));
        this.adapter = Memoized.of(this::makeAdapter);
    }

    /**
     * The folder at this path. A folder whose name begins with an underscore is a template and names a carrier of its choice.
     *
     * @throws CarrierFolderException when the manifest is missing or wrong, or names another carrier than the folder
     */
    public static CarrierFolder read(Path folder) {
        String name = String.valueOf(folder.getFileName()).replace("/", "");
        String file = name + "/" + MANIFEST;
        Manifest manifest = ManifestReader.read(file, readText(folder, MANIFEST));
        if (!name.startsWith("_") && !manifest.id().equals(name)) {
            throw new CarrierFolderException(file, 1, "id is '" + manifest.id() + "' but the folder is '" + name + "'");
        }
        return new CarrierFolder(folder, manifest);
    }

    /** What the manifest says. */
    public Manifest manifest() {
        return manifest;
    }

    /** Whose folder it is. */
    public Carrier carrier() {
        return carrier;
    }

    /** The code table. */
    public CodeTable codes() {
        return codes.get();
    }

    /** How the carrier is asked and understood; empty when it is only recognised. */
    public Optional<CarrierAdapter> adapter() {
        return adapter.get();
    }

    /** The text of a file of the folder. */
    public String text(String file) {
        return readText(folder, file);
    }

    /** The files below a sub-folder, as paths below the carrier's folder, sorted; none when there is no such sub-folder. */
    public List<String> list(String subFolder) {
        Path below = folder.resolve(subFolder);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(below)) {
            return files.map(f -> subFolder + "/" + f.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The samples of carrier answers, without their expected readings. */
    public List<String> samples() {
        return list(SAMPLES).stream().filter(f -> !f.endsWith(".expected.json")).toList();
    }

    private Optional<CarrierAdapter> makeAdapter() {
        Manifest.RequestSection request = manifest.request();
        Manifest.ResponseSection response = manifest.response();
        if (request == null || response == null) {
            return Optional.empty();
        }
        String body = request.body() == null ? null : text(request.body());
        JsltMapping mapping = JsltMapping.compile(nameOf(MAPPING), text(MAPPING));
        return Optional.of(new DeclarativeAdapter(manifest, request, response, body, codes(), mapping));
    }

    private String nameOf(String file) {
        return manifest.id() + "/" + file;
    }

    private static String readText(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CarrierFolderException(folder.getFileName() + "/" + file, 0, "cannot be read as UTF-8 text");
        }
    }

    /** Computed once, when first asked. */
    private static final class Memoized<T> implements Supplier<T> {
        private final Supplier<T> source;
        private volatile @org.jspecify.annotations.Nullable T value;

        private Memoized(Supplier<T> source) {
            this.source = source;
        }

        static <T> Supplier<T> of(Supplier<T> source) {
            return new Memoized<>(source);
        }

        @Override
        public T get() {
            T known = value;
            if (known == null) {
                synchronized (this) {
                    known = value;
                    if (known == null) {
                        known = source.get();
                        value = known;
                    }
                }
            }
            return known;
        }
    }
}
