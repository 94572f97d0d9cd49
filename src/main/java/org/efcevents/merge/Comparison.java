package org.efcevents.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import org.efcevents.content.LocalisedName;
import org.efcevents.content.NodeType;
import org.efcevents.undo.Editing;
import org.efcevents.undo.NodeContent;
import org.efcevents.undo.Stored;

/**
 * What two nodes of one type have, field by field, also in fields that a site has added.
 *
 * <p>Other spellings of a name, and former addresses, are not chosen: both are kept.
 */
final class Comparison {

    /** Names by which what is merged is found. */
    static final String SPELLINGS = "otherNames";

    /** Addresses that lead to the node, and identifiers of what was merged with it. */
    static final String FORMER_ADDRESSES = "formerAddresses";

    /** Magnolia's own, for the name of the node ({@code nodeNameProperty}). */
    private static final String NODE_NAME = "name";

    private static final Set<String> NOT_CHOSEN = Set.of(SPELLINGS, FORMER_ADDRESSES, NODE_NAME);

    /** What stands for nothing without another property. */
    private static final Map<String, String> LEADS = Map.of("portrait", "portrait", "portraitAlt", "portrait");

    private final Node kept;
    private final Node merged;
    private final List<ComparedField> fields;

    Comparison(Node kept, Node merged) throws RepositoryException {
        this.kept = kept;
        this.merged = merged;
        this.fields = compare();
    }

    private List<ComparedField> compare() throws RepositoryException {
        Map<String, Set<String>> properties = new TreeMap<>();
        for (Node node : List.of(kept, merged)) {
            for (PropertyIterator found = node.getProperties(); found.hasNext(); ) {
                String property = found.nextProperty().getName();
                String field = LocalisedName.of(property).field();
                if (NodeContent.isContent(property) && !NOT_CHOSEN.contains(field)) {
                    properties
                            .computeIfAbsent(LEADS.getOrDefault(field, field), first -> new TreeSet<>())
                            .add(property);
                }
            }
        }
        List<ComparedField> compared = new ArrayList<>();
        for (Map.Entry<String, Set<String>> field : properties.entrySet()) {
            compared.add(new ComparedField(
                    field.getKey(),
                    of(kept, field.getValue()),
                    of(merged, field.getValue()),
                    LEADS.get(field.getKey())));
        }
        return List.copyOf(compared);
    }

    private static Map<String, Stored> of(Node node, Set<String> properties) throws RepositoryException {
        Map<String, Stored> stored = new LinkedHashMap<>();
        for (String property : properties) {
            ComparedField.content(node, property).ifPresent(value -> stored.put(property, value));
        }
        return stored;
    }

    List<ComparedField> fields() {
        return fields;
    }

    /** How many entries of lists, such as links, the kept node gets from the other one. */
    int entries() throws RepositoryException {
        int count = 0;
        for (NodeIterator lists = merged.getNodes(); lists.hasNext(); ) {
            count += missing(lists.nextNode()).size();
        }
        return count;
    }

    /** Those of a list that the kept node does not have. */
    private List<Node> missing(Node list) throws RepositoryException {
        Set<String> there = new HashSet<>();
        if (kept.hasNode(list.getName())) {
            for (NodeIterator entries = kept.getNode(list.getName()).getNodes(); entries.hasNext(); ) {
                there.add(NodeContent.of(entries.nextNode()));
            }
        }
        List<Node> missing = new ArrayList<>();
        for (NodeIterator entries = list.getNodes(); entries.hasNext(); ) {
            Node entry = entries.nextNode();
            if (there.add(NodeContent.of(entry))) {
                missing.add(entry);
            }
        }
        return missing;
    }

    /**
     * Gives the kept node all that it gets from the other one.
     *
     * @param fromMerged the fields that are to say what the other one says
     * @param addresses what leads to the other one
     */
    void apply(Set<String> fromMerged, List<String> addresses, Editing editing) throws RepositoryException {
        List<String> spellings = Stream.of(
                        strings(kept, SPELLINGS), names(kept), strings(merged, SPELLINGS), names(merged))
                .flatMap(List::stream)
                .toList();
        for (ComparedField field : fields) {
            field.apply(fromMerged.contains(field.name()), kept, editing);
        }
        unite(SPELLINGS, spellings, Set.copyOf(names(kept)), editing);
        unite(FORMER_ADDRESSES, addresses, Set.of(kept.getName(), kept.getIdentifier()), editing);
        for (NodeIterator lists = merged.getNodes(); lists.hasNext(); ) {
            add(lists.nextNode(), editing);
        }
    }

    private void unite(String property, List<String> added, Set<String> without, Editing editing)
            throws RepositoryException {
        List<String> values = Stream.concat(strings(kept, property).stream(), added.stream())
                .filter(value -> !value.isBlank() && !without.contains(value))
                .distinct()
                .toList();
        if (!values.equals(strings(kept, property))) {
            editing.set(kept, property, Stored.texts(values));
        }
    }

    private void add(Node list, Editing editing) throws RepositoryException {
        List<Node> missing = missing(list);
        if (missing.isEmpty()) {
            return;
        }
        if (!kept.hasNode(list.getName())) {
            editing.addCopy(list, kept, list.getName());
            return;
        }
        Node own = kept.getNode(list.getName());
        int number = 0;
        for (Node entry : missing) {
            while (own.hasNode(list.getName() + number)) {
                number++;
            }
            editing.addCopy(entry, own, list.getName() + number);
        }
    }

    /** What a person, or a work package, is called. */
    private static List<String> names(Node node) throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (String property :
                node.isNodeType(NodeType.SPEAKER.jcrName()) ? List.of("fullName") : List.of("code", "title")) {
            names.addAll(strings(node, property));
        }
        return names;
    }

    static List<String> strings(Node node, String property) throws RepositoryException {
        return Stored.of(node, property).map(Stored::values).orElse(List.of());
    }
}
