package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.efcpreview.authoring.Settings;

/** A field that can be repeated, whose entries are the values of one property ({@code jcrMultiValueField}). */
final class MultiValues extends Multi {
    private final String entry;

    /** @param entry what each value is typed into */
    MultiValues(Settings definition, Fields fields, Input entry) {
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
        List<String> texts = new ArrayList<>();
        if (node.hasProperty(name())) {
            for (Value value : Input.values(node.getProperty(name()))) {
                texts.add(value.getString());
            }
        }
        return texts;
    }

    @Override
    boolean write(Node node, FormValues values, Stamp stamp) throws RepositoryException {
        List<String> texts = values.entries(name()).entries().stream()
                .map(held -> held.values().texts(entry).first())
                .filter(text -> !text.isEmpty())
                .toList();
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
        merging.conflict(
                control, merging.theirs().entries(name()).entries().stream().flatMap(held -> held.values()
                        .allTexts()));
        return merging.yours().entries(name());
    }
}
