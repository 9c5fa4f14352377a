package org.trackno.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trackno.tracking.FolderCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trackno carriers check DIR…}: the conformance test over carrier folders. */
@Command(
        name = "check",
        description = "Check carrier folders: manifest, codes, mapping, and every sample against its expected reading.",
        mixinStandardHelpOptions = true)
final class CarriersCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Carrier folders, like carriers/usps.")
    private List<Path> folders;

    @Option(
            names = "--accept",
            description =
                    "Write what is read now as the expected readings. Review the difference before you commit it.")
    private boolean accept;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(spec.commandLine(), "No such folder: " + folder);
            }
            List<String> problems = FolderCheck.run(folder, accept);
            out.println(folder + (problems.isEmpty() ? ": good" : ": " + problems.size() + " to mend"));
            problems.forEach(problem -> out.println("  " + problem));
            good &= problems.isEmpty();
        }
        out.flush();
        return good ? Main.OK : Main.FAILED;
    }
}
