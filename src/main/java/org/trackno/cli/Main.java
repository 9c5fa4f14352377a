package org.trackno.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./trackno}: every command but {@code serve} and {@code track} runs without the server's machinery. */
@QuarkusMain
@Command(
        name = "trackno",
        description = "Parcel tracking: every carrier, one stage model.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = {ServeCommand.class, TrackCommand.class, DetectCommand.class, CarriersCommand.class},
        footerHeading = "%nData:%n",
        footer = {
            "Parcels are kept in ./data. Started as ./trackno, that is the folder data of",
            "the repository, wherever you are; TRACKNO_DATA or --data name another."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good", "1:not found, or failed", "2:wrong use"})
public final class Main {
    /** Good. */
    static final int OK = CommandLine.ExitCode.OK;
    /** Not found, or failed. */
    static final int FAILED = CommandLine.ExitCode.SOFTWARE;
    /** Wrong use. */
    static final int WRONG_USE = CommandLine.ExitCode.USAGE;

    private Main() {}

    /** Runs a command and exits with its code. Writes UTF-8 whatever the locale: JSON is, and so is every terminal today. */
    public static void main(String[] arguments) {
        CommandLine commandLine = commandLine()
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .setUsageHelpAutoWidth(true);
        int code = commandLine.execute(arguments);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        System.exit(code);
    }

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExpandAtFiles(false); // what people paste may begin with an @
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            command.getErr().println(command.getColorScheme().errorText(CarrierText.clean(message)));
            return FAILED;
        });
        return commandLine;
    }

    private static PrintWriter writer(FileDescriptor to) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8));
    }
}
