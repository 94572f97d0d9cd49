package org.definitioncheck.yaml;

import static org.definitioncheck.problem.Severity.SILENT;

import java.util.LinkedHashMap;
import java.util.Map;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.yaml.YamlNode.Entry;
import org.definitioncheck.yaml.YamlNode.Mapping;

/**
 * Lays one map over another, as {@code !include}, {@code !inherit} and decorations do (Magnolia:
 * {@code ConfigurationMapOverlay}): maps merge by key, lists are maps by name, the base's order stays, nothing laid over
 * something leaves it, and {@code !override} drops the keys that it does not name itself.
 */
public final class MapOverlay {

    private final Problems problems;

    /** @param problems takes what has no effect */
    public MapOverlay(Problems problems) {
        this.problems = problems;
    }

    /**
     * @param path where in the base the overlay belongs, such as {@code /form/properties}; {@code /} is the base itself.
     *     What the path names and the base lacks is made
     */
    public Mapping lay(Mapping base, Mapping over, String path) {
        try {
            return at(base, over, path, "/");
        } catch (YamlNode.NameTwiceException e) {
            problems.add(e.location(), SILENT, e.getMessage());
            return base;
        }
    }

    private Mapping at(Mapping base, Mapping over, String path, String here) {
        String prefix = here.equals("/") ? "/" : here + "/";
        Map<String, Entry> result = new LinkedHashMap<>();
        base.entries().forEach((key, entry) -> {
            YamlNode value = entry.value() instanceof YamlNode.Scalar
                    ? entry.value()
                    : at(YamlNode.toMap(entry.value()), over, path, prefix + key);
            result.put(key, new Entry(entry.key(), value));
        });
        Mapping merged = new Mapping(base.location(), result, false);
        if (path.equals(here)) {
            return merge(merged, over);
        }
        if (path.startsWith(prefix)) {
            String[] missing = path.substring(prefix.length()).split("/");
            YamlNode present = base.get(missing[0]);
            if (present == null) {
                Mapping built = over;
                for (int i = missing.length - 1; i > 0; i--) {
                    built = Mapping.empty(over.location()).with(missing[i], new Entry(over.location(), built));
                }
                return merged.with(missing[0], new Entry(over.location(), built));
            }
            if (present instanceof YamlNode.Scalar) {
                problems.add(
                        over.location(),
                        SILENT,
                        "is meant for '" + path.substring(1).replace('/', '.') + "', but '" + missing[0]
                                + "' is no map there; Magnolia would drop it silently");
            }
        }
        return merged;
    }

    private Mapping merge(Mapping base, Mapping over) {
        Map<String, Entry> result = new LinkedHashMap<>();
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
        return new Mapping(over.overriding() ? over.location() : base.location(), result, false);
    }

    private Entry merge(Entry base, Entry over) {
        if (over != null && (base == null || YamlNode.isNothing(base.value()))) {
            return over;
        }
        if (over == null || YamlNode.isNothing(over.value())) {
            return base;
        }
        if (base.value() instanceof YamlNode.Scalar) {
            return over;
        }
        if (over.value() instanceof YamlNode.Scalar scalar) {
            problems.add(
                    over.key(),
                    SILENT,
                    "'" + scalar.value()
                            + "' is laid over a map or a list, which Magnolia keeps: it has no effect; delete it");
            return base;
        }
        return new Entry(over.key(), merge(YamlNode.toMap(base.value()), YamlNode.toMap(over.value())));
    }
}
