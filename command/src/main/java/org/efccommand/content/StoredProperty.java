package org.efccommand.content;

import java.util.List;

/**
 * A property of a node.
 *
 * @param type as JCR names it, such as {@code String} or {@code Date}
 * @param values each as JCR writes it; of binary ones where their files are, see {@link StoredFiles}
 * @param digests of binary ones the SHA-256 of each; none of others
 */
public record StoredProperty(String name, String type, boolean multiple, List<String> values, List<String> digests) {

    /** The type whose values are files. */
    public static final String BINARY = "Binary";

    /** Makes defensive copies. */
    public StoredProperty {
        values = List.copyOf(values);
        digests = List.copyOf(digests);
    }

    /** One that is not binary. */
    public static StoredProperty of(String name, String type, boolean multiple, List<String> values) {
        return new StoredProperty(name, type, multiple, values, List.of());
    }

    /** Whether its values are files. */
    public boolean isBinary() {
        return type.equals(BINARY);
    }
}
