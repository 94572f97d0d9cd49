package org.efccommand.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.lang3.ObjectUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.function.FailableFunction;

/**
 * A node without those below it.
 *
 * @param path in its workspace
 * @param type its primary type
 * @param identifier empty if nodes of its type keep none
 * @param mixins in alphabetical order
 * @param properties in alphabetical order; not those that the repository itself sets
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoredNode(
        String path, String type, String identifier, List<String> mixins, List<StoredProperty> properties) {

    /** Puts in order what has none. */
    public StoredNode {
        identifier = ObjectUtils.defaultIfNull(identifier, "");
        mixins = ObjectUtils.defaultIfNull(mixins, List.<String>of()).stream()
                .sorted()
                .toList();
        properties = ObjectUtils.defaultIfNull(properties, List.<StoredProperty>of()).stream()
                .sorted(Comparator.comparing(StoredProperty::name))
                .toList();
    }

    /** The last part of its path, without the number that tells it from others of its name. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("\\[\\d+]$", "");
    }

    /** The path of the node that it lies in; {@code /} for the root. */
    public String parent() {
        int slash = path.lastIndexOf('/');
        return slash == 0 ? "/" : path.substring(0, slash);
    }

    /** How many nodes it lies in, the root among them. */
    public int depth() {
        return StringUtils.countMatches(path, '/');
    }

    /** The values of a property; none if it has none. */
    public List<String> values(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .flatMap(property -> property.values().stream())
                .toList();
    }

    /** The same with other properties. */
    public <E extends Exception> StoredNode with(FailableFunction<StoredProperty, StoredProperty, E> change) throws E {
        List<StoredProperty> changed = new ArrayList<>();
        for (StoredProperty property : properties) {
            changed.add(change.apply(property));
        }
        return new StoredNode(path, type, identifier, mixins, changed);
    }

    /** The same with digests in place of files. */
    public StoredNode withoutFiles() {
        return with(StoredProperty::withoutFiles);
    }
}
