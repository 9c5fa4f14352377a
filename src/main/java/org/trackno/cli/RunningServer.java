package org.trackno.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the server that runs on a data directory. It leaves its address in a file there; one that a dead server left behind
 * is seen through by asking. The sandbox has a directory of its own, so both can run side by side.
 */
final class RunningServer {
    private static final String SANDBOX = "sandbox";
    private static final String FILE = "server";

    private RunningServer() {}

    /** Where a server leaves its address. */
    static Address addressOn(Path data, boolean sandbox) {
        return new Address((sandbox ? data.resolve(SANDBOX) : data).resolve(FILE));
    }

    /**
     * The server on a data directory that answers, if one does.
     *
     * @param sandboxOnly whether only one with simulated carriers will do; else the real one is preferred
     */
    static Optional<URI> find(Path data, boolean sandboxOnly) {
        Optional<URI> real = sandboxOnly ? Optional.empty() : live(addressOn(data, false));
        return real.or(() -> live(addressOn(data, true)));
    }

    private static Optional<URI> live(Address address) {
        return address.read().filter(url -> new TracknoClient(url).isLive());
    }

    /** The file with the base address of a server. */
    record Address(Path file) {
        /** Leaves the address for others to find. */
        void announce(URI url) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, url + "\n");
        }

        /** Takes it away; nothing happens when it is not there. */
        void withdraw() {
            file.toFile().delete();
        }

        private Optional<URI> read() {
            try {
                return Optional.of(URI.create(Files.readString(file).strip()));
            } catch (IOException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
