package org.definitioncheck.problem;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something wrong in a module's file, in one sentence that names the place.
 *
 * @param file the resource path such as {@code /efc-events/apps/events.yaml}, or a file's path; never null
 * @param line counted from 1; 0 when the whole file is meant
 * @param severity how bad it is; never null
 * @param what what is wrong and, where that helps, what would be right; never null
 */
public record Problem(String file, int line, Severity severity, String what) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::what)
            .thenComparing(Problem::severity);

    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(what, "what");
    }

    /** Of something that Magnolia may well read and that whoever looks at it here does not support. */
    public Problem(String file, int line, String what) {
        this(file, line, Severity.UNCHECKED, what);
    }

    /** By file, then line, then text. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line: what}, as compilers write it. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + what : file + ": " + what;
    }
}
