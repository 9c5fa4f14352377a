package org.trackno.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trackno.cli.TracknoClient.Question;
import org.trackno.cli.TracknoClient.TracknoException;
import org.trackno.support.Json;
import org.trackno.support.SystemBeans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trackno track NUMBER…}: where parcels are, asked of a server or of the application inside this process. */
@Command(
        name = "track",
        description = {
            "Say where parcels are.",
            "Asks the server named by --server or TRACKNO_SERVER, else the one that runs on the data directory, else starts"
                    + " the application for this one command."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all found", "1:some not found, or failed", "2:wrong use"})
final class TrackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NUMBER", description = "Tracking numbers as printed.")
    private List<String> numbers;

    @Option(names = "--carrier", paramLabel = "ID", description = "Carrier of all of them, like royal-mail.")
    private @Nullable String carrier;

    @Option(
            names = "--to",
            paramLabel = "COUNTRY",
            converter = CountryConverter.class,
            description = "Where the parcels go, like GB: helps to tell carriers apart.")
    private @Nullable String destination;

    @Option(
            names = "--carriers",
            paramLabel = "IDS",
            split = ",",
            description =
                    "Whom the parcels usually go with, like dhl,ups: asked earlier where the numbers leave doubt.")
    private @Nullable List<String> usual;

    @Option(
            names = "--postcode",
            paramLabel = "POSTCODE",
            description = "Destination postcode: proves that you may see everything.")
    private @Nullable String postcode;

    @Option(
            names = "--json",
            description = "One JSON object a number and line: the snapshot, or the outcome when none.")
    private boolean json;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:TRACKNO_SERVER}",
            description = "Address of a Trackno server.")
    private @Nullable String server;

    @Option(names = "--sandbox", description = "Ask simulated carriers.")
    private boolean sandbox;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        try {
            Optional<URI> known = server();
            if (known.isPresent()) {
                return ask(known.get());
            }
            try (Server own = Server.start(data.directory(), sandbox, Server.PRIVATE)) {
                return ask(own.url());
            }
        } catch (TracknoException e) {
            String message = CarrierText.clean(String.valueOf(e.getMessage()));
            PrintWriter err = spec.commandLine().getErr();
            err.println(spec.commandLine().getColorScheme().errorText(message));
            return e.isWrongUse() ? Main.WRONG_USE : Main.FAILED;
        }
    }

    private Optional<URI> server() {
        if (server != null && !server.isBlank()) {
            return Optional.of(address(server.strip()));
        }
        return RunningServer.find(data.directory(), sandbox);
    }

    private URI address(String text) {
        if (!text.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A server's address looks like http://localhost:8080, not '" + CarrierText.clean(text) + "'.");
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "No address: " + CarrierText.clean(text), e);
        }
    }

    private int ask(URI url) {
        List<TrackAnswer> answers =
                new TracknoClient(url).track(new Question(numbers, carrier, destination, usual, postcode));
        Page page = Page.of(spec);
        AnswerText text = new AnswerText(page, new SystemBeans().clock().instant());
        for (TrackAnswer answer : answers) {
            if (json) {
                spec.commandLine().getOut().println(Json.line(answer.printed()));
            } else {
                text.print(answer);
            }
        }
        page.flush();
        return answers.stream().allMatch(answer -> answer.snapshot() != null) ? Main.OK : Main.FAILED;
    }
}
