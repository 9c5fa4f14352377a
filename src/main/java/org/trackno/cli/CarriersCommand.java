package org.trackno.cli;

import picocli.CommandLine.Command;

/** {@code trackno carriers}: what carriers there are, and work on their folders. */
@Command(
        name = "carriers",
        description = "Work on carrier folders.",
        mixinStandardHelpOptions = true,
        subcommands = {CarriersMapCommand.class, CarriersCheckCommand.class})
final class CarriersCommand {}
