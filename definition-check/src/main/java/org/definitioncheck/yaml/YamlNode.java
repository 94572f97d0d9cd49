package org.definitioncheck.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.definitioncheck.problem.Location;

/** What a YAML file says, before it is known what it means, with the place of every part. */
public sealed interface YamlNode {

    /** Where it begins. */
    Location location();

    /**
     * A single value.
     *
     * @param value of the type that YAML 1.1 gives it; null where nothing stands
     */
    record Scalar(Location location, Object value) implements YamlNode {}

    /** A list. */
    record Sequence(Location location, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A map, in the order written.
     *
     * @param overriding marked {@code !override}: it keeps nothing of what it is laid over
     */
    record Mapping(Location location, Map<String, Entry> entries, boolean overriding) implements YamlNode {

        /** One with nothing in it. */
        public static Mapping empty(Location location) {
            return new Mapping(location, Map.of(), false);
        }

        /** What stands under a key; null if the key is not there. */
        public YamlNode get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** The text under a key; null if there is none or no single value. */
        public String text(String key) {
            return get(key) instanceof Scalar scalar && scalar.value() != null
                    ? scalar.value().toString()
                    : null;
        }

        /** The same with one more entry, or with another one under the key. */
        public Mapping with(String key, Entry entry) {
            Map<String, Entry> more = new LinkedHashMap<>(entries);
            more.put(key, entry);
            return new Mapping(location, more, overriding);
        }
    }

    /** A value and where its key is written. */
    record Entry(Location key, YamlNode value) {}

    /** Whether there is no value: no node at all, or a key with nothing behind it. */
    static boolean isNothing(YamlNode node) {
        return node == null || node instanceof Scalar scalar && scalar.value() == null;
    }

    /**
     * A map out of anything: a list becomes one by its items' {@code name}, or else their index; a single value becomes an
     * empty one (Magnolia: {@code ToMap}).
     *
     * @throws NameTwiceException if two items of a list have one name
     */
    static Mapping toMap(YamlNode node) {
        if (node instanceof Mapping map) {
            return map;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (node instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                YamlNode item = list.items().get(i);
                String name = item instanceof Mapping map ? map.text("name") : null;
                String key = name == null || name.isBlank() ? String.valueOf(i) : name;
                if (entries.putIfAbsent(key, new Entry(item.location(), item)) != null) {
                    throw new NameTwiceException(item.location(), key);
                }
            }
        }
        return new Mapping(node.location(), entries, false);
    }

    /** Two items of a list have one name, where the list has to become a map. */
    final class NameTwiceException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Location location;

        NameTwiceException(Location location, String name) {
            super("'" + name + "' stands twice in this list; Magnolia cannot merge it");
            this.location = location;
        }

        /** Where the second is written. */
        public Location location() {
            return location;
        }
    }
}
