package org.trackno.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.Catalogue;
import org.trackno.number.Hints;
import org.trackno.number.LearntPrefixes;
import org.trackno.number.NumbersInText;
import org.trackno.number.NumbersInText.Find;
import org.trackno.number.NumbersInText.Mode;
import org.trackno.number.Recogniser;
import org.trackno.number.Recognition;
import org.trackno.support.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trackno detect NUMBER…|-}: whose number it may be, offline. */
@Command(
        name = "detect",
        description = "Say whose number it may be, without server, database or network.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every number may be some carrier's", "1:some number is nobody's", "2:wrong use"})
final class DetectCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private static final int MOST_BYTES_OF_TEXT = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NUMBER",
            description = "Tracking numbers as printed; or - alone for one a line of standard input (UTF-8), answered"
                    + " with one JSON object a line.")
    private List<String> numbers = List.of();

    @Option(names = "--json", description = "One JSON object a number and line.")
    private boolean json;

    @Option(
            names = "--text",
            description =
                    "Standard input (UTF-8) is a text, such as an e-mail: find the numbers in it that a check digit or"
                            + " a link proves.")
    private boolean text;

    @Option(names = "--eager", description = "With --text: find everything that is likely a number.")
    private boolean eager;

    @Option(
            names = "--to",
            paramLabel = "COUNTRY",
            converter = CountryConverter.class,
            description = "Where the parcel goes, like GB: ranks likely carriers higher.")
    private @Nullable String destination;

    @Option(
            names = "--from",
            paramLabel = "COUNTRY",
            converter = CountryConverter.class,
            description = "Where the parcel comes from, like CN.")
    private @Nullable String origin;

    @Option(
            names = "--carriers",
            paramLabel = "IDS",
            split = ",",
            description = "Whom the parcels usually go with, like dhl,ups: ranks them higher.")
    private List<String> usual = List.of();

    @Override
    public Integer call() throws IOException {
        boolean fromInput = numbers.contains(STANDARD_INPUT);
        if (text != numbers.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Give numbers, or - for one a line of standard input, or --text for a text.");
        }
        if (fromInput && numbers.size() > 1) {
            throw new ParameterException(spec.commandLine(), "Give either numbers or -, not both.");
        }
        Recogniser recogniser = Catalogue.bundled().recogniser();
        Hints hints = hints(recogniser);
        if (text) {
            return answerText(recogniser, hints) ? Main.OK : Main.FAILED;
        }
        return (fromInput ? answerInput(recogniser, hints) : answerAll(recogniser, hints)) ? Main.OK : Main.FAILED;
    }

    private Hints hints(Recogniser recogniser) {
        Set<String> ids = usual.stream()
                .map(id -> id.strip().toLowerCase(Locale.ROOT))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        for (String id : ids) {
            if (!recogniser.carrierIds().contains(id)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no carrier with the id '" + CarrierText.clean(id)
                                + "'; trackno carriers lists them.");
            }
        }
        return new Hints(destination, origin, Set.of(), ids, null, new LearntPrefixes());
    }

    private boolean answerAll(Recogniser recogniser, Hints hints) {
        boolean allRecognised = true;
        DetectionText terminal = new DetectionText(Page.of(spec));
        for (String number : numbers) {
            Recognition recognition = recogniser.recognise(number, hints);
            if (json) {
                spec.commandLine().getOut().println(Json.line(Detection.of(recognition)));
            } else {
                terminal.print(recognition);
            }
            allRecognised &= !recognition.candidates().isEmpty();
        }
        spec.commandLine().getOut().flush();
        return allRecognised;
    }

    private boolean answerText(Recogniser recogniser, Hints hints) throws IOException {
        String read = new String(System.in.readNBytes(MOST_BYTES_OF_TEXT), StandardCharsets.UTF_8);
        Mode mode = eager ? Mode.EAGER : Mode.STRICT;
        List<Find> finds = new NumbersInText(recogniser).find(read, mode, hints);
        DetectionText terminal = new DetectionText(Page.of(spec));
        for (Find find : finds) {
            if (json) {
                spec.commandLine().getOut().println(Json.line(Detection.of(find.recognition())));
            } else {
                terminal.print(find.recognition());
            }
        }
        spec.commandLine().getOut().flush();
        return !finds.isEmpty();
    }

    /** Each line is answered before the next is read; ends early when nobody reads the answers any more. */
    private boolean answerInput(Recogniser recogniser, Hints hints) throws IOException {
        boolean allRecognised = true;
        PrintWriter out = spec.commandLine().getOut();
        NumberLines lines =
                new NumberLines(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        for (String line = lines.next(); line != null && !out.checkError(); line = lines.next()) {
            Recognition recognition = recogniser.recognise(line, hints);
            out.println(Json.line(Detection.of(recognition)));
            out.flush();
            allRecognised &= !recognition.candidates().isEmpty();
        }
        return allRecognised;
    }
}
