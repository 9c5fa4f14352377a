package org.trackno.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trackno.number.CarrierFormats;
import org.trackno.number.Recogniser;

/** All carriers Trackno knows, by id. Immutable. */
public final class Catalogue {
    private static final String BUNDLE = "carriers";

    private final Map<String, CarrierFolder> byId;
    private final List<CarrierFolder> sorted;

    private Catalogue(Collection<CarrierFolder> folders) {
        sorted = folders.stream()
                .sorted(Comparator.comparing(f -> f.manifest().id()))
                .toList();
        byId = sorted.stream()
                .collect(Collectors.toUnmodifiableMap(f -> f.manifest().id(), Function.identity()));
    }

    /** The carriers that ship with Trackno. */
    public static Catalogue bundled() {
        return read(bundleRoot());
    }

    /**
     * The carriers whose folders lie below this one; names that start with an underscore are not carriers.
     *
     * @throws CarrierFolderException when a manifest cannot be used
     */
    public static Catalogue read(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return new Catalogue(folders.filter(Files::isDirectory)
                    .filter(f -> !f.getFileName().toString().startsWith("_"))
                    .map(CarrierFolder::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a carrier, if there is one. */
    public Optional<CarrierFolder> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Every carrier, by id. */
    public List<CarrierFolder> list() {
        return sorted;
    }

    /** A recogniser of these carriers' tracking numbers. */
    public Recogniser recogniser() {
        return new Recogniser(sorted.stream()
                .map(f -> new CarrierFormats(
                        f.carrier(),
                        f.manifest().formats(),
                        f.manifest().carrierPage(),
                        f.manifest().trackingHosts()))
                .toList());
    }

    private static Path bundleRoot() {
        try {
            URI source = Catalogue.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path location = Path.of(source);
            return Files.isDirectory(location) ? location.resolve(BUNDLE) : insideJar(location);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("The bundled carriers cannot be found", e);
        }
    }

    /** The file system stays open: folders read their files when they are needed. */
    private static Path insideJar(Path jar) throws IOException {
        URI inside = URI.create("jar:" + jar.toUri());
        try {
            return FileSystems.newFileSystem(inside, Map.of()).getPath("/" + BUNDLE);
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(inside).getPath("/" + BUNDLE);
        }
    }
}
