package org.efccommand.content;

import java.util.List;
import java.util.Optional;

/**
 * A node without those below it.
 *
 * @param path in its workspace
 * @param type its primary type
 * @param identifier empty if nodes of its type keep none
 * @param mixins in alphabetical order
 * @param properties in alphabetical order; not those that the repository itself sets
 */
public record StoredNode(
        String path, String type, String identifier, List<String> mixins, List<StoredProperty> properties) {

    /** Makes defensive copies. */
    public StoredNode {
        mixins = List.copyOf(mixins);
        properties = List.copyOf(properties);
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
        return (int) path.chars().filter(letter -> letter == '/').count();
    }

    /** Its property of a name. */
    public Optional<StoredProperty> property(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    /** The only, or first, value of a property; empty if it has none. */
    public String text(String name) {
        return property(name)
                .filter(property -> !property.values().isEmpty())
                .map(property -> property.values().get(0))
                .orElse("");
    }

    /** All of it as one text, which is another for whatever differs; not where its files are, but what is in them. */
    public String whole() {
        StringBuilder text = new StringBuilder(path + "\n" + type + "\n" + identifier + "\n" + mixins);
        for (StoredProperty property : properties) {
            text.append('\n')
                    .append(property.name())
                    .append('\n')
                    .append(property.type())
                    .append(property.multiple())
                    .append(property.isBinary() ? property.digests() : property.values());
        }
        return text.toString();
    }
}
