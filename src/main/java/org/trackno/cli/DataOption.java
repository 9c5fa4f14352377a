package org.trackno.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --data} of every command that keeps parcels. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TRACKNO_DATA:-data}",
            description = "Where parcels are kept; TRACKNO_DATA by default, else ./data.")
    private Path directory;

    /** The directory, which may not exist yet. */
    Path directory() {
        return directory;
    }
}
