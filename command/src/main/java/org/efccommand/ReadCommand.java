package org.efccommand;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.efccommand.report.JsonReport;
import org.efccommand.report.Reading;
import org.efccommand.report.TextReport;
import org.efcevents.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads an old page, and says what it states. */
@Command(
        name = "read",
        description =
                "Reads an old page, as a browser saved it or as text, and tells the events that it states. Nothing is"
                        + " written, and nothing is fetched.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "what is read")
    private Path file;

    @Option(names = "--json", description = "for scripts: every value with its words, line, offset, rule and certainty")
    private boolean json;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Brussels",
            description = "of times that do not say theirs (default ${DEFAULT-VALUE})")
    private ZoneId zone;

    @Override
    public Integer call() throws Failure, IOException {
        Source source = Reading.of(file, zone);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(JsonReport.of(source)));
        } else {
            new TextReport(source, out).print();
        }
        out.flush();
        return source.events().isEmpty() ? Failure.NOT_RIGHT : 0;
    }
}
