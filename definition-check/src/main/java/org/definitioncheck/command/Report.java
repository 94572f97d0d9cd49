package org.definitioncheck.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Severity;

/**
 * What the command prints.
 *
 * @param modules names of those that have a descriptor
 * @param problems with files as whoever called the command finds them
 */
record Report(List<String> modules, List<Problem> problems) {

    /** How it can be printed. */
    enum Format {
        text,
        json
    }

    void print(Format format, PrintWriter out) {
        if (format == Format.json) {
            json(out);
        } else {
            problems.forEach(problem -> out.println(line(problem)));
            out.println(summary());
        }
        out.flush();
    }

    /** {@code file:line: SEVERITY: what}, in the form of compilers, so that editors find the place. */
    private static String line(Problem problem) {
        return problem.file() + (problem.line() > 0 ? ":" + problem.line() : "") + ": " + problem.severity() + ": "
                + problem.what();
    }

    private String summary() {
        Map<Severity, Long> counts = problems.stream()
                .collect(Collectors.groupingBy(Problem::severity, TreeMap::new, Collectors.counting()));
        return (counts.isEmpty()
                        ? "No problem"
                        : counts.entrySet().stream()
                                .map(count -> count.getValue() + " " + count.getKey())
                                .collect(Collectors.joining(", ")))
                + (modules.isEmpty() ? "" : " in " + String.join(", ", modules));
    }

    private void json(PrintWriter out) {
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
    }

    /** A file as it is called from the folder that the command runs in; what is in a jar stands behind a {@code !}. */
    static String name(Path file) {
        Path here = Path.of("").toAbsolutePath();
        if (file.getFileSystem() != FileSystems.getDefault()) {
            return name(Path.of(file.getFileSystem().toString())) + "!" + file;
        }
        Path whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(here) ? here.relativize(whole) : whole).toString();
    }
}
