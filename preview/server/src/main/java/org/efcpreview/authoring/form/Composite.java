package org.efcpreview.authoring.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;

/** A field made of fields ({@code compositeField}). */
class Composite extends Field {
    private final Place place;
    private final Fields fields;

    Composite(Settings definition, String name, Place place, Fields fields) {
        super(definition, name);
        this.place = place;
        this.fields = fields;
    }

    Composite(Settings definition, FieldReader reader) {
        this(
                definition,
                definition.name(),
                Place.of(definition, reader, Optional.of(Place.CURRENT)),
                reader.fields(definition));
        reader.known(
                definition,
                "class $type name label description i18n styleName itemProvider properties layout propertyNameDecorator");
    }

    final Fields fields() {
        return fields;
    }

    /** Those that count, given what they hold: all of them. */
    Fields fields(FormValues values) {
        return fields;
    }

    @Override
    final FormValues empty() {
        return fields.empty();
    }

    @Override
    final FormValues initial() {
        return fields.initial();
    }

    @Override
    FormValues read(Node node) throws RepositoryException {
        Optional<Node> at = place.find(node);
        return at.isPresent() ? fields.read(at.get()) : empty();
    }

    @Override
    final boolean write(Node node, FormValues values, Stamp stamp) throws RepositoryException {
        FormValues group = values.group(name());
        return place.write(node, group.equals(empty()), stamp, at -> writeAt(at, group, stamp));
    }

    boolean writeAt(Node node, FormValues group, Stamp stamp) throws RepositoryException {
        return fields(group).write(node, group, stamp);
    }

    @Override
    final FormValues sent(Submission submission, String control) {
        return fields.sent(submission, control);
    }

    @Override
    final void check(Checks checks, String control, FormValues values, FormValues before) throws RepositoryException {
        FormValues group = values.group(name());
        fields(group).check(checks, control, group, before.group(name()));
    }

    @Override
    FormValues merge(Merging merging, String control) {
        Merging group = merging.group(name());
        return fields(group.yours()).merge(group, control);
    }

    @Override
    final Optional<FieldValue> act(FormValues values, String verb, List<String> path) {
        return fields.act(values.group(name()), verb, path).map(FieldValue.class::cast);
    }

    @Override
    Map<String, Object> item(Showing showing, String within, FormValues values) throws RepositoryException {
        String control = Names.control(within, name());
        Map<String, Object> item = item(showing, "group", control);
        item.put("items", fields.items(showing, control, values.group(name())));
        return item;
    }
}
