package org.trackno.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trackno.carrier.Catalogue;
import org.trackno.cli.Page.Cell;
import org.trackno.cli.Page.Tone;
import org.trackno.support.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trackno carriers}: what carriers there are, and work on their folders. */
@Command(
        name = "carriers",
        description = "List the carriers, without server, database or network; or work on their folders.",
        mixinStandardHelpOptions = true,
        subcommands = {CarriersMapCommand.class, CarriersCheckCommand.class, CarriersRereadCommand.class})
final class CarriersCommand implements Callable<Integer> {
    private static final int GAP = 2;
    private static final int READS_WIDTH = 17;
    private static final int FORMATS_WIDTH = 8;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object a carrier and line.")
    private boolean json;

    @Override
    public Integer call() {
        List<ListedCarrier> carriers =
                Catalogue.bundled().list().stream().map(ListedCarrier::of).toList();
        if (json) {
            carriers.forEach(carrier -> spec.commandLine().getOut().println(Json.line(carrier)));
        } else {
            print(carriers, Page.of(spec));
        }
        spec.commandLine().getOut().flush();
        return Main.OK;
    }

    private static void print(List<ListedCarrier> carriers, Page page) {
        int idWidth = GAP + widest(carriers, ListedCarrier::id);
        int nameWidth = GAP + widest(carriers, ListedCarrier::name);
        List<Integer> widths = List.of(idWidth, nameWidth, READS_WIDTH, FORMATS_WIDTH);
        page.row(widths, cells(Tone.STRONG, "ID", "NAME", "", "FORMATS"));
        for (ListedCarrier carrier : carriers) {
            String reads = carrier.reads() ? "reads" : "recognises only";
            String formats = String.valueOf(carrier.formats());
            page.row(widths, cells(Tone.PLAIN, carrier.id(), carrier.name(), reads, formats));
            page.paragraph(idWidth, details(carrier), Tone.QUIET);
        }
    }

    private static String details(ListedCarrier carrier) {
        String countries = String.join(" ", carrier.countries());
        Integer batch = carrier.batchSize();
        return batch == null
                ? countries
                : countries + "; " + carrier.authentication() + "; " + (batch == 1 ? "1 number" : batch + " numbers")
                        + " a call";
    }

    private static int widest(List<ListedCarrier> carriers, Function<ListedCarrier, String> cell) {
        return carriers.stream().map(cell).mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private static List<Cell> cells(Tone tone, String... texts) {
        return Stream.of(texts).map(text -> new Cell(text, tone)).toList();
    }
}
