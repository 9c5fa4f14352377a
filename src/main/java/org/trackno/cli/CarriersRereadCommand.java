package org.trackno.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.trackno.carrier.Catalogue;
import org.trackno.support.Json;
import org.trackno.tracking.Reread;
import org.trackno.tracking.RereadParcel;
import org.trackno.tracking.RereadParcel.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trackno carriers reread ID}: reads the kept answers of a carrier again, without calling it. */
@Command(
        name = "reread",
        description =
                "Read the kept answers of a carrier again after its mapping or code table changed, without calling"
                        + " it, and say what changed.",
        mixinStandardHelpOptions = true)
final class CarriersRereadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "Carrier id, like royal-mail.")
    private String carrierId;

    @Option(names = "--json", description = "One JSON object a parcel and line, and a last one with the sums.")
    private boolean json;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        boolean reads = Catalogue.bundled()
                .find(carrierId)
                .orElseThrow(() -> wrongUse("No carrier '" + carrierId + "'. 'trackno carriers' lists them."))
                .adapter()
                .isPresent();
        if (!reads) {
            throw wrongUse("Trackno only recognises numbers of '" + carrierId + "', it keeps no answers.");
        }
        try (Server application = Server.start(data.directory(), false, Server.WITHOUT_HTTP)) {
            return report(application.bean(Reread.class));
        }
    }

    private int report(Reread reread) {
        PrintWriter out = spec.commandLine().getOut();
        RereadText text = new RereadText(Page.of(spec));
        Sums sums = Sums.NONE;
        for (RereadParcel parcel : reread.run(carrierId).subscribe().asIterable()) {
            if (json) {
                out.println(Json.line(parcel));
            } else {
                text.print(parcel);
            }
            out.flush();
            sums = sums.plus(parcel);
        }
        if (json) {
            out.println(Json.line(Map.of("summary", sums)));
        } else {
            text.print(sums);
        }
        out.flush();
        return sums.unreadable() == 0 ? Main.OK : Main.FAILED;
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), CarrierText.clean(message));
    }

    /**
     * What came of all parcels.
     *
     * @param parcels read again
     * @param changed of them
     * @param unreadable of them: left as they were
     * @param stagesChanged parcels with another stage now
     * @param eventsChanged events of another type now
     * @param stillUnmapped codes that the code table does not list, in order
     */
    record Sums(
            int parcels,
            int changed,
            int unreadable,
            int stagesChanged,
            int eventsChanged,
            TreeSet<String> stillUnmapped) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, new TreeSet<>());

        Sums plus(RereadParcel parcel) {
            TreeSet<String> codes = new TreeSet<>(stillUnmapped);
            codes.addAll(parcel.stillUnmapped());
            return new Sums(
                    parcels + 1,
                    changed + (parcel.outcome() == Outcome.CHANGED ? 1 : 0),
                    unreadable + (parcel.outcome() == Outcome.UNREADABLE ? 1 : 0),
                    stagesChanged + (parcel.stageBefore() == parcel.stageAfter() ? 0 : 1),
                    eventsChanged + parcel.eventsChanged().size(),
                    codes);
        }
    }
}
