package org.efcpreview.authoring.form;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Settings;

/** A field that can be repeated, whose entries are the values of one property ({@code jcrMultiValueField}). */
final class MultiValues extends Multi {
    private final Input entry;

    /** @param entry what each value is typed into */
    MultiValues(Settings definition, Group fields, Input entry) {
        super(definition, fields);
        this.entry = entry;
    }

    @Override
    FormValues.Entries read(Node node) throws RepositoryException {
        List<String> texts = node.hasProperty(name()) ? entry.texts(node.getProperty(name())) : List.of();
        return new FormValues.Entries(texts.stream()
                .map(text -> new FormValues.Entry("", FormValues.EMPTY.with(entry.name(), FormValues.Texts.of(text))))
                .toList());
    }

    private List<String> texts(FieldValue held) {
        return held.asEntries().entries().stream()
                .map(one -> one.values().texts(entry.name()).first())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    boolean write(Node node, FieldValue held, Stamp stamp) throws RepositoryException {
        List<String> texts = texts(held);
        boolean same = node.hasProperty(name())
                ? node.getProperty(name()).isMultiple()
                        && entry.texts(node.getProperty(name())).equals(texts)
                : texts.isEmpty();
        if (!same) {
            entry.put(node, name(), texts, true);
        }
        return !same;
    }

    @Override
    FieldValue merge(Merge merge, String control) {
        merge.conflicts().put(control, texts(merge.theirs()));
        return merge.yours();
    }
}
