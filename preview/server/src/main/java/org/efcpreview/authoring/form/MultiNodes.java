package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.Settings;

/** A field that can be repeated, whose entries are nodes ({@code jcrMultiField}). */
final class MultiNodes extends Multi {
    private static final String TEMPORARY = "__order__";

    private final Place place;
    private final String entryType;

    /**
     * @param place where the entries lie
     * @param entryType the node type of one
     */
    MultiNodes(Settings definition, Group fields, Place place, String entryType) {
        super(definition, fields);
        this.place = place;
        this.entryType = entryType;
    }

    @Override
    FormValues.Entries read(Node node) throws RepositoryException {
        List<FormValues.Entry> entries = new ArrayList<>();
        Node parent = place.find(node).orElse(null);
        if (parent != null) {
            for (Node entry : JcrUtils.getChildNodes(parent)) {
                entries.add(new FormValues.Entry(entry.getIdentifier(), fields().read(entry)));
            }
        }
        return new FormValues.Entries(entries);
    }

    @Override
    boolean write(Node node, FieldValue held, Stamp stamp) throws RepositoryException {
        List<FormValues.Entry> entries = held.asEntries().entries();
        return (!entries.isEmpty() || place.find(node).isPresent())
                && place.write(node, false, stamp, at -> write(at, entries, stamp));
    }

    private boolean write(Node parent, List<FormValues.Entry> entries, Stamp stamp) throws RepositoryException {
        Map<String, Node> there = new LinkedHashMap<>();
        for (Node node : JcrUtils.getChildNodes(parent)) {
            there.put(node.getIdentifier(), node);
        }
        List<Node> before = List.copyOf(there.values());
        List<Node> after = new ArrayList<>();
        boolean changed = false;
        for (FormValues.Entry entry : entries) {
            Node node = there.remove(entry.id());
            if (node == null) {
                node = stamp.added(parent, TEMPORARY + name() + "new" + after.size(), entryType);
                fields().write(node, entry.values(), stamp);
                changed = true;
            } else {
                changed |= stamp.modified(node, fields().write(node, entry.values(), stamp));
            }
            after.add(node);
        }
        for (Node gone : there.values()) {
            gone.remove();
        }
        changed |= !before.equals(after);
        if (changed) {
            order(parent, after);
        }
        return changed;
    }

    /**
     * Names the entries by their place, and puts them there: each keeps what its name has before the number ({@code
     * DefaultJcrNodeOrderHandler}), and a node that moved is the same node.
     */
    private void order(Node parent, List<Node> nodes) throws RepositoryException {
        List<String> now = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Node node : nodes) {
            String name = node.getName();
            String base = name.startsWith(TEMPORARY) ? name() : name.replaceFirst("[0-9]+$", "");
            now.add(name);
            names.add(base + names.size());
        }
        List<String> inOrder = new ArrayList<>();
        for (Node child : JcrUtils.getChildNodes(parent)) {
            inOrder.add(child.getName());
        }
        if (names.equals(now) && names.equals(inOrder)) {
            return;
        }
        String at = parent.getPath() + "/";
        for (int i = 0; i < nodes.size(); i++) {
            parent.getSession().move(nodes.get(i).getPath(), at + TEMPORARY + i);
        }
        for (int i = 0; i < nodes.size(); i++) {
            parent.getSession().move(at + TEMPORARY + i, at + names.get(i));
        }
    }

    @Override
    FieldValue merge(Merging merging, String control) {
        FormValues.Entries base = merging.base().asEntries();
        FormValues.Entries theirs = merging.theirs().asEntries();
        FormValues.Entries yours = merging.yours().asEntries();
        Map<String, FormValues> before = byId(base);
        Map<String, FormValues> others = byId(theirs);
        Map<String, FormValues> mine = byId(yours);
        List<FormValues.Entry> merged = new ArrayList<>();
        for (FormValues.Entry entry : ordered(base, theirs, yours)) {
            String id = entry.id();
            FormValues then = before.getOrDefault(id, FormValues.EMPTY);
            if (id.isEmpty()) {
                merged.add(entry);
            } else if (!mine.containsKey(id)) {
                // Theirs alone: new, or removed here.
                if (!before.containsKey(id)) {
                    merged.add(entry);
                } else if (!then.equals(entry.values())) {
                    merged.add(entry);
                    merging.conflict(control, entry.values().allTexts());
                }
            } else if (others.containsKey(id)) {
                String at = Names.control(control, String.valueOf(merged.size()));
                Merging both = new Merging(then, others.get(id), mine.get(id), merging.conflicts());
                merged.add(new FormValues.Entry(id, fields().merge(both, at)));
            } else if (!then.equals(mine.get(id))) {
                // Removed there: it stays if something was changed in it here.
                merged.add(new FormValues.Entry("", mine.get(id)));
                merging.conflict(control, Stream.empty());
            }
        }
        return new FormValues.Entries(merged);
    }

    /** Every entry of both: in this editor's order if that was changed here, else in the other's. */
    private static List<FormValues.Entry> ordered(
            FormValues.Entries base, FormValues.Entries theirs, FormValues.Entries yours) {
        Set<String> common = new HashSet<>(byId(yours).keySet());
        common.retainAll(byId(base).keySet());
        boolean moved = !ids(yours, common).equals(ids(base, common));
        FormValues.Entries first = moved ? yours : theirs;
        FormValues.Entries second = moved ? theirs : yours;
        List<FormValues.Entry> all = new ArrayList<>(first.entries());
        Set<String> known = byId(first).keySet();
        second.entries().stream().filter(entry -> !known.contains(entry.id())).forEach(all::add);
        return all;
    }

    private static List<String> ids(FormValues.Entries entries, Set<String> among) {
        return entries.entries().stream()
                .map(FormValues.Entry::id)
                .filter(among::contains)
                .toList();
    }

    private static Map<String, FormValues> byId(FormValues.Entries entries) {
        Map<String, FormValues> byId = new LinkedHashMap<>();
        entries.entries().stream()
                .filter(entry -> !entry.id().isEmpty())
                .forEach(entry -> byId.put(entry.id(), entry.values()));
        return byId;
    }
}
