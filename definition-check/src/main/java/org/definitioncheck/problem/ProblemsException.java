package org.definitioncheck.problem;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A module cannot be used as it is. The message lists everything found, one problem a line. */
public class ProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one; sorted and freed of duplicates here */
    public ProblemsException(Collection<Problem> problems) {
        super(problems.stream().sorted().distinct().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().distinct().toList();
    }

    /** All of them, by file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
