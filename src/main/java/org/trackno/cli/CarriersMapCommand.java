package org.trackno.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.TrackingQuery;
import org.trackno.model.TrackingOutcome;
import org.trackno.support.Json;
import org.trackno.tracking.MappedAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trackno carriers map ID FILE…}: reads saved answers of a carrier, offline. */
@Command(
        name = "map",
        description = "Read saved answers of a carrier into our shape, without server, database or network.",
        mixinStandardHelpOptions = true)
final class CarriersMapCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "Carrier id, like royal-mail.")
    private String carrierId;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Saved answers.")
    private List<Path> files;

    @Option(names = "--json", description = "One JSON object a file and line.")
    private boolean json;

    @Option(names = "--carriers", paramLabel = "DIR", description = "Read carrier folders from here instead.")
    private @Nullable Path carriers;

    @Override
    public Integer call() throws IOException {
        CarrierAdapter adapter = adapter();
        boolean allFound = true;
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new ParameterException(spec.commandLine(), "No such file to read: " + file);
            }
            TrackingOutcome outcome =
                    adapter.read(CarrierAnswer.ofBody(Files.readAllBytes(file)), TrackingQuery.EVERYTHING);
            MappedAnswer mapped = MappedAnswer.of(file.toString(), adapter.carrier(), outcome);
            print(mapped);
            allFound &= outcome instanceof TrackingOutcome.Found;
        }
        return allFound ? Main.OK : Main.FAILED;
    }

    private CarrierAdapter adapter() {
        Catalogue catalogue = carriers == null ? Catalogue.bundled() : Catalogue.read(carriers);
        CarrierFolder folder = catalogue
                .find(carrierId)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "No carrier '" + carrierId + "'. 'trackno carriers' lists them."));
        return folder.adapter()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Trackno only recognises numbers of '" + carrierId + "', it cannot read it."));
    }

    private void print(MappedAnswer mapped) {
        if (json) {
            spec.commandLine().getOut().println(Json.line(mapped));
        } else {
            new MappedAnswerText(Page.of(spec)).print(mapped);
        }
        spec.commandLine().getOut().flush();
    }
}
