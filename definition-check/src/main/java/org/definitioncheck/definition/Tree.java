package org.definitioncheck.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a YAML file says, before it is known what it means, with the place of every part. */
sealed interface Tree {

    Place place();

    /** A scalar of the type that YAML 1.1 gives it; the value is null where nothing stands. */
    record Leaf(Place place, Object value) implements Tree {}

    /** A sequence. */
    record Items(Place place, List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A map, in the order written.
     *
     * @param overriding marked {@code !override}: it keeps nothing of what it is laid over
     */
    record Branch(Place place, Map<String, Entry> entries, boolean overriding) implements Tree {

        static Branch empty(Place place) {
            return new Branch(place, new LinkedHashMap<>(), false);
        }

        Tree get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** The text under a key, or null if there is none or no scalar. */
        String text(String key) {
            return get(key) instanceof Leaf leaf && leaf.value() != null ? Objects.toString(leaf.value()) : null;
        }

        Branch with(String key, Entry entry) {
            Map<String, Entry> more = new LinkedHashMap<>(entries);
            more.put(key, entry);
            return new Branch(place, more, overriding);
        }
    }

    /** A value and where its key is written. */
    record Entry(Place key, Tree value) {}

    static boolean isNothing(Tree tree) {
        return tree == null || tree instanceof Leaf leaf && leaf.value() == null;
    }

    /**
     * A map out of anything: a list becomes one by its items' {@code name}, or else their index; a scalar becomes an empty
     * one (Magnolia: {@code ToMap}).
     */
    static Branch toMap(Tree tree) {
        if (tree instanceof Branch branch) {
            return branch;
        }
        if (tree instanceof Items list) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            int index = 0;
            for (Tree item : list.items()) {
                String name = item instanceof Branch branch ? branch.text("name") : null;
                String key = name == null || name.isBlank() ? String.valueOf(index) : name;
                if (entries.putIfAbsent(key, new Entry(item.place(), item)) != null) {
                    throw new TwiceNamed(item.place(), key);
                }
                index++;
            }
            return new Branch(list.place(), entries, false);
        }
        return Branch.empty(tree.place());
    }

    /** Two items of a list have one name, where the list has to become a map. */
    final class TwiceNamed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        TwiceNamed(Place place, String name) {
            super("'" + name + "' stands twice in this list; Magnolia cannot merge it");
            this.place = place;
        }

        Place place() {
            return place;
        }
    }
}
