package org.definitioncheck.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.definitioncheck.problem.Problem;

/**
 * Lays one map over another, as {@code !include}, {@code !inherit} and decorations do (Magnolia:
 * {@code ConfigurationMapOverlay}): maps merge by key, lists are maps by name, the base's order stays, nothing laid over
 * something leaves it, and {@code !override} drops the keys that it does not name itself.
 */
final class Overlay {

    private final List<Problem> problems;

    Overlay(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * @param path where in the base the overlay belongs, such as {@code /form/properties}; {@code /} is the base itself.
     *     What the path names and the base lacks is made
     */
    Tree.Branch lay(Tree.Branch base, Tree.Branch over, String path) {
        try {
            return at(base, over, path, "/");
        } catch (Tree.TwiceNamed e) {
            problems.add(e.place().problem(e.getMessage()));
            return base;
        }
    }

    private Tree.Branch at(Tree.Branch base, Tree.Branch over, String path, String here) {
        Map<String, Tree.Entry> result = new LinkedHashMap<>();
        for (Map.Entry<String, Tree.Entry> entry : base.entries().entrySet()) {
            Tree value = entry.getValue().value();
            if (!(value instanceof Tree.Leaf)) {
                String below = here.equals("/") ? "/" + entry.getKey() : here + "/" + entry.getKey();
                value = at(Tree.toMap(value), over, path, below);
            }
            result.put(entry.getKey(), new Tree.Entry(entry.getValue().key(), value));
        }
        Tree.Branch merged = new Tree.Branch(base.place(), result, false);
        if (path.equals(here)) {
            return merge(merged, over);
        }
        if (path.startsWith(here.equals("/") ? "/" : here + "/")) {
            String[] missing =
                    path.substring(here.equals("/") ? 1 : here.length() + 1).split("/");
            Tree present = base.get(missing[0]);
            if (present == null) {
                Tree built = over;
                for (int i = missing.length - 1; i > 0; i--) {
                    built = Tree.Branch.empty(over.place()).with(missing[i], new Tree.Entry(over.place(), built));
                }
                result.put(missing[0], new Tree.Entry(over.place(), built));
            } else if (present instanceof Tree.Leaf) {
                problems.add(over.place()
                        .problem("is meant for '" + path.substring(1).replace('/', '.') + "', but '" + missing[0]
                                + "' is no map there; Magnolia would drop it silently"));
            }
        }
        return merged;
    }

    private Tree.Branch merge(Tree.Branch base, Tree.Branch over) {
        Map<String, Tree.Entry> result = new LinkedHashMap<>();
        if (!over.overriding()) {
            base.entries()
                    .forEach((key, entry) ->
                            result.put(key, merge(entry, over.entries().get(key))));
        }
        over.entries().forEach((key, entry) -> {
            if (!result.containsKey(key)) {
                result.put(key, merge(base.entries().get(key), entry));
            }
        });
        // An overriding map that is itself laid over something later has done its work here.
        return new Tree.Branch(over.overriding() ? over.place() : base.place(), result, false);
    }

    private Tree.Entry merge(Tree.Entry base, Tree.Entry over) {
        if (base == null || Tree.isNothing(base.value())) {
            return over;
        }
        if (over == null || Tree.isNothing(over.value())) {
            return base;
        }
        if (base.value() instanceof Tree.Leaf) {
            return over;
        }
        if (over.value() instanceof Tree.Leaf leaf) {
            problems.add(over.key()
                    .problem("'" + leaf.value()
                            + "' is laid over a map or a list, which Magnolia keeps: it has no effect"));
            return base;
        }
        return new Tree.Entry(over.key(), merge(Tree.toMap(base.value()), Tree.toMap(over.value())));
    }
}
