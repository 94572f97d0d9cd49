package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.Settings;

/** A field that can be repeated, whose entries are nodes ({@code jcrMultiField}). */
final class MultiNodes extends Multi {
    private static final String TEMPORARY = "__order__";

    private final Place place;
    private final String entryType;

    /** @param place where the entries lie */
    MultiNodes(Settings definition, Group fields, Place place, String entryType) {
        super(definition, fields);
        this.place = place;
        this.entryType = entryType;
    }

    @Override
    FormValues.Entries read(Node node) throws RepositoryException {
        List<FormValues.Entry> entries = new ArrayList<>();
        Optional<Node> parent = place.find(node);
        for (Node entry : parent.isPresent() ? JcrUtils.getChildNodes(parent.get()) : List.<Node>of()) {
            entries.add(new FormValues.Entry(entry.getIdentifier(), fields().read(entry)));
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

    /** Every entry of both: in this editor's order if that was changed here, else in the other's. */
    @Override
    FieldValue merge(Merge merge, String control) {
        Map<String, FormValues> before = byId(merge.base());
        Map<String, FormValues> others = byId(merge.theirs());
        Map<String, FormValues> mine = byId(merge.yours());
        List<String> order = mine.keySet().stream().filter(before::containsKey).toList();
        boolean moved =
                !order.equals(before.keySet().stream().filter(mine::containsKey).toList());
        List<FormValues.Entry> all = new ArrayList<>(
                (moved ? merge.yours() : merge.theirs()).asEntries().entries());
        (moved ? merge.theirs() : merge.yours())
                .asEntries().entries().stream()
                        .filter(entry -> !(moved ? mine : others).containsKey(entry.id()))
                        .forEach(all::add);
        List<FormValues.Entry> merged = new ArrayList<>();
        for (FormValues.Entry entry : all) {
            String id = entry.id();
            FormValues then = before.getOrDefault(id, FormValues.EMPTY);
            if (id.isEmpty() || !mine.containsKey(id) && !before.containsKey(id)) {
                merged.add(entry);
            } else if (mine.containsKey(id) && others.containsKey(id)) {
                String at = control(control, String.valueOf(merged.size()));
                Merge both = merge.of(then, others.get(id), mine.get(id));
                merged.add(new FormValues.Entry(id, fields().merge(both, at)));
            } else if (!then.equals(entry.values())) {
                // Removed by the one and changed by the other: it stays.
                boolean gone = mine.containsKey(id);
                merged.add(gone ? new FormValues.Entry("", entry.values()) : entry);
                merge.conflicts().put(control, gone ? List.of() : entry.values().allTexts());
            }
        }
        return new FormValues.Entries(merged);
    }

    private static Map<String, FormValues> byId(FieldValue entries) {
        Map<String, FormValues> byId = new LinkedHashMap<>();
        entries.asEntries().entries().stream()
                .filter(entry -> !entry.id().isEmpty())
                .forEach(entry -> byId.put(entry.id(), entry.values()));
        return byId;
    }
}
