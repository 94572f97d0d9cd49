package org.efcpreview.definition;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.efcpreview.resource.Problem;

final class ContentTypeApp {
    private final List<Problem> problems;
    private final Tree.Branch written;

    ContentTypeApp(Function<String, Optional<String>> workspaceOf, Tree.Branch written, List<Problem> problems) {
        this.problems = problems;
        this.written = written;
    }

    Optional<Tree.Branch> app(Definition contentType) {
        problems.add(written.place().problem("!content-type: is not supported yet"));
        return Optional.empty();
    }
}
