package org.definitioncheck.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One run of the command. */
record Run(int exitCode, String out, String err) {

    static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                DefinitionCheck.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode =
                command.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** What it prints, line by line, with files as they are called from a folder. */
    List<String> lines(Path folder) {
        return out.lines().map(line -> line.replace(folder + "/", "")).toList();
    }
}
