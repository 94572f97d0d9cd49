package org.efccommand;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.efccommand.report.JsonReport;
import org.efccommand.report.TextReport;
import org.efccommand.source.Reading;
import org.efcevents.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a file, and says what it states. */
@Command(
        name = "read",
        description = "Reads an old page, a calendar or a table, and tells the events that it states. Nothing is"
                + " written, and nothing is fetched.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "what is read")
    private Path file;

    @Option(names = "--json", description = "for scripts: every value with its words, line, offset, rule and certainty")
    private boolean json;

    @Mixin
    private ReadingOptions how;

    @Override
    public Integer call() throws Failure, IOException {
        Reading.Read read = how.reading().of(file);
        Source source = read.source();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonReport.of(source));
        } else {
            read.lines().forEach(out::println);
            new TextReport(source, out).print();
        }
        out.flush();
        return source.events().isEmpty() ? Failure.NOT_RIGHT : 0;
    }
}
