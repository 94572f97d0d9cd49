package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.math.NumberUtils;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;

/** A field that can be repeated. */
abstract class Multi extends Field {
    private final Group fields;

    /** @param fields those of an entry */
    Multi(Settings definition, Group fields) {
        super(definition, definition.name());
        this.fields = fields;
    }

    /** The field of a definition; empty if something in it is not supported here. */
    static Optional<Multi> of(Settings definition, FieldReader reader) {
        boolean values = reader.isA(definition, FieldReader.UI + "field.JcrMultiValueFieldDefinition");
        if (!values && !reader.isA(definition, FieldReader.UI + "field.JcrMultiFieldDefinition")
                || definition.text("$type").equals("jcrMultiLinkField")) {
            return reader.unsupported(definition);
        }
        if (!definition.object("entryResolution").values().isEmpty()) {
            reader.problem(definition.key() + "/entryResolution", "is not supported here: only Magnolia's default is");
        }
        Settings handler = definition.object("orderHandler");
        if (definition.has("orderHandler")
                && ordered(definition)
                && !handler.text("class").equals(FieldReader.UI + "editor.DefaultJcrNodeOrderHandler$Definition")) {
            reader.problem(handler.key(), "is not supported here: only Magnolia's default is");
        }
        if (!definition.has("field")) {
            return reader.problem(definition.key(), "needs 'field'");
        }
        Settings inner = definition.object("field");
        List<Field> entry = reader.field(inner);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (values) {
            if (entry.size() > 1) {
                reader.problem(inner.key(), "i18n is not supported here within a jcrMultiValueField");
            }
            if (entry.get(0) instanceof Input input && !input.several() && input.storedAs() == PropertyType.STRING) {
                return Optional.of(new MultiValues(definition, new Group(inner, entry), input));
            }
        } else if (!(entry.get(0) instanceof Multi)) {
            boolean plain = entry.get(0) instanceof Group && !(entry.get(0) instanceof Switch);
            return Optional.of(new MultiNodes(
                    definition,
                    new Group(inner, plain ? ((Group) entry.get(0)).fields() : entry),
                    Place.of(definition, reader, true),
                    Place.entryType(inner, reader)));
        }
        return reader.problem(inner.key(), "is not supported here within a field of type " + definition.text("$type"));
    }

    final Group fields() {
        return fields;
    }

    private static boolean ordered(Settings definition) {
        return !definition.object("orderHandler").text("class").endsWith("$Noop");
    }

    @Override
    final FormValues.Entries empty() {
        return FormValues.Entries.NONE;
    }

    @Override
    final FormValues.Entries initial() {
        return FormValues.Entries.NONE;
    }

    @Override
    final FormValues.Entries sent(Submission submission, String control) {
        Pattern id = Pattern.compile(Pattern.quote(control) + "/([0-9]{1,6})/_id");
        // A number may be missing: that of an entry that a script has taken away.
        return new FormValues.Entries(submission.fields().keySet().stream()
                .map(id::matcher)
                .filter(Matcher::matches)
                .sorted(Comparator.comparing(found -> Integer.valueOf(found.group(1))))
                .map(found -> new FormValues.Entry(
                        submission.text(found.group()), fields.sent(submission, control(control, found.group(1)))))
                .toList());
    }

    @Override
    final void check(Editing editing, String control, FieldValue held, FieldValue before) throws RepositoryException {
        List<FormValues.Entry> entries = held.asEntries().entries();
        int count = entries.size();
        int least = definition().number("minItems", 0);
        String label = editing.text(path(), "label");
        String itemCount = path() + "/itemCountErrorMessage";
        if (definition().flag("required", false) && count == 0) {
            editing.refuse(control, label, path() + "/requiredErrorMessage", "form.error.required", label);
        } else if (count < least) {
            editing.refuse(control, label, itemCount, "form.error.too-few", least);
        } else if (count > most()) {
            editing.refuse(control, label, itemCount, "form.error.too-many", most());
        }
        for (int i = 0; i < count; i++) {
            FormValues.Entry entry = entries.get(i);
            // What has no node is the same if it holds the same.
            FormValues then = before.asEntries().entries().stream()
                    .filter(other -> entry.id().isEmpty()
                            ? other.equals(entry)
                            : other.id().equals(entry.id()))
                    .map(FormValues.Entry::values)
                    .findFirst()
                    .orElseGet(fields::empty);
            fields.check(editing, control(control, String.valueOf(i)), entry.values(), then);
        }
    }

    private int most() {
        return definition().number("maxItems", Integer.MAX_VALUE);
    }

    @Override
    final Optional<FieldValue> act(FieldValue held, String verb, List<String> path) {
        List<FormValues.Entry> entries = new ArrayList<>(held.asEntries().entries());
        if (path.isEmpty()) {
            entries.add(new FormValues.Entry("", fields.initial()));
            return verb.equals("add") ? Optional.of(new FormValues.Entries(entries)) : Optional.empty();
        }
        int index = NumberUtils.toInt(path.get(0), -1);
        if (index < 0 || index >= entries.size()) {
            return Optional.empty();
        }
        if (path.size() > 1) {
            FormValues.Entry entry = entries.get(index);
            return fields.act(entry.values(), verb, path.subList(1, path.size()))
                    .map(changed -> {
                        entries.set(index, new FormValues.Entry(entry.id(), changed.asGroup()));
                        return new FormValues.Entries(entries);
                    });
        }
        switch (verb) {
            case "remove" -> entries.remove(index);
            case "up" -> Collections.swap(entries, index, Math.max(0, index - 1));
            case "down" -> Collections.swap(entries, index, Math.min(entries.size() - 1, index + 1));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(new FormValues.Entries(entries));
    }

    @Override
    final Map<String, Object> item(Editing editing, String control, FieldValue value) throws RepositoryException {
        List<FormValues.Entry> held = value.asEntries().entries();
        Map<String, Object> item = item(editing, "repeat", control);
        String label = editing.labels
                .find(path() + "/field/label")
                .orElse(item.get("label").toString());
        List<Map<String, Object>> entries = new ArrayList<>();
        for (FormValues.Entry entry : held) {
            String at = control(control, String.valueOf(entries.size()));
            entries.add(Map.of(
                    "control",
                    at,
                    "id",
                    id(at),
                    "key",
                    entry.id(),
                    "items",
                    fields.items(editing, at, entry.values())));
        }
        item.put("entries", entries);
        item.put("entryLabel", label);
        item.put("removable", definition().flag("canRemoveItems", true));
        item.put("ordered", ordered(definition()));
        String add =
                editing.labels.find(path() + "/buttonSelectAddLabel").orElseGet(() -> editing.request.say("form.add"));
        item.put("addLabel", held.size() < most() ? add : "");
        item.put("required", definition().flag("required", false));
        item.put("error", editing.error(control));
        item.put("theirs", String.join(", ", editing.theirs(control, "form.theirs.removed", Map.of())));
        return item;
    }
}
