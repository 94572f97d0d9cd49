package org.definitioncheck.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Takes down what is found in the course of a check. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Takes down one more. */
    public void add(Location place, Severity severity, String what) {
        found.add(new Problem(place.file(), place.line(), severity, what));
    }

    /** Whether nothing was found so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far, each once, by file and line. */
    public List<Problem> all() {
        return List.copyOf(new TreeSet<>(found));
    }

    /** @throws ProblemsException with all of them if there is any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemsException(found);
        }
    }

    /** For the end of a sentence: {@code ; known: a, b}, in order, each once. */
    public static String known(Iterable<String> names) {
        return "; known: " + listed(names);
    }

    /** Names in order, each once, for a sentence. */
    public static String listed(Iterable<String> names) {
        TreeSet<String> sorted = new TreeSet<>();
        names.forEach(sorted::add);
        return sorted.isEmpty() ? "nothing" : String.join(", ", sorted);
    }
}
