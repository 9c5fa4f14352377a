package org.trackno.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./trackno}: every command but {@code serve} and {@code track} runs without the server's machinery. */
@QuarkusMain
@Command(
        name = "trackno",
        description = "Parcel tracking: every carrier, one stage model.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = {ServeCommand.class, CarriersCommand.class},
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

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
            return FAILED;
        });
        return commandLine;
    }
}
