package org.efcpreview.authoring.form;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Settings;

/** A field that can be repeated, whose entries are the values of one property ({@code jcrMultiValueField}). */
final class MultiValues extends Multi {
    private final String entry;

    /** @param entry what each value is typed into */
    MultiValues(Settings definition, Group fields, Input entry) {
        super(definition, fields);
        this.entry = entry.name();
    }

    @Override
    FormValues.Entries read(Node node) throws RepositoryException {
        return new FormValues.Entries(texts(node).stream()
                .map(text -> new FormValues.Entry("", FormValues.EMPTY.with(entry, FormValues.Texts.of(text))))
                .toList());
    }

    private List<String> texts(Node node) throws RepositoryException {
        return node.hasProperty(name()) ? NodeTexts.all(node.getProperty(name())) : List.of();
    }

    private List<String> texts(FieldValue held) {
        return held.asEntries().entries().stream()
                .map(one -> one.values().texts(entry).first())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    boolean write(Node node, FieldValue held, Stamp stamp) throws RepositoryException {
        List<String> texts = texts(held);
        if (!node.hasProperty(name())) {
            if (!texts.isEmpty()) {
                node.setProperty(name(), texts.toArray(String[]::new));
            }
            return !texts.isEmpty();
        }
        Property property = node.getProperty(name());
        if (property.isMultiple() && texts(node).equals(texts)) {
            return false;
        }
        if (texts.isEmpty() || !property.isMultiple()) {
            property.remove();
        }
        if (!texts.isEmpty()) {
            node.setProperty(name(), texts.toArray(String[]::new));
        }
        return true;
    }

    @Override
    FieldValue merge(Merging merging, String control) {
        merging.conflict(control, texts(merging.theirs()).stream());
        return merging.yours();
    }
}
