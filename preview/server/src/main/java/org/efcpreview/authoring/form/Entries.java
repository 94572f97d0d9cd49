package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Adds, removes and moves entries of fields that can be repeated. */
final class Entries {
    private final NodeFields nodeFields;

    Entries(NodeFields nodeFields) {
        this.nodeFields = nodeFields;
    }

    Optional<FormValues> act(List<Field> fields, FormValues values, String verb, List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String name = path.get(0);
        List<String> rest = path.subList(1, path.size());
        for (Field field : fields) {
            if (!field.name().equals(name)) {
                continue;
            }
            if (field instanceof Field.Composite composite) {
                return act(composite.fields(), values.group(name), verb, rest).map(group -> values.with(name, group));
            }
            if (field instanceof Field.Switch choice && !rest.isEmpty()) {
                for (Field.Composite form : choice.forms().values()) {
                    String key = Names.form(form.name());
                    if (key.equals(rest.get(0))) {
                        FormValues group = values.group(name);
                        return act(form.fields(), group.group(key), verb, rest.subList(1, rest.size()))
                                .map(changed -> values.with(name, group.with(key, changed)));
                    }
                }
            }
            if (field instanceof Field.Multi multi) {
                return entries(multi, values.entries(name), verb, rest).map(changed -> values.with(name, changed));
            }
        }
        return Optional.empty();
    }

    private Optional<FormValues.Entries> entries(
            Field.Multi multi, FormValues.Entries entries, String verb, List<String> path) {
        List<FormValues.Entry> list = new ArrayList<>(entries.entries());
        if (path.isEmpty()) {
            if (!verb.equals("add")) {
                return Optional.empty();
            }
            list.add(new FormValues.Entry("", nodeFields.defaults(multi.fields())));
            return Optional.of(new FormValues.Entries(list));
        }
        int index = path.get(0).matches("[0-9]{1,6}") ? Integer.parseInt(path.get(0)) : -1;
        if (index < 0 || index >= list.size()) {
            return Optional.empty();
        }
        if (path.size() > 1) {
            FormValues.Entry entry = list.get(index);
            return act(multi.fields(), entry.values(), verb, path.subList(1, path.size()))
                    .map(changed -> {
                        list.set(index, new FormValues.Entry(entry.id(), changed));
                        return new FormValues.Entries(list);
                    });
        }
        switch (verb) {
            case "remove" -> list.remove(index);
            case "up" -> Collections.swap(list, index, Math.max(0, index - 1));
            case "down" -> Collections.swap(list, index, Math.min(list.size() - 1, index + 1));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(new FormValues.Entries(list));
    }
}
