package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.function.FailableFunction;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;

/**
 * Fields of one node, in the order in which they are shown: those of a form, of an entry, or of a field that is made of fields
 * ({@code compositeField}).
 */
class Group extends Field {
    private final Place place;
    private final List<Field> fields;

    Group(Settings definition, String name, Place place, List<? extends Field> fields) {
        super(definition, name);
        this.place = place;
        this.fields = List.copyOf(fields);
    }

    /** The fields of the very node at hand. */
    Group(Settings definition, List<? extends Field> fields) {
        this(definition, "", Place.CURRENT, fields);
    }

    final List<Field> fields() {
        return fields;
    }

    /** Those that count, given what they hold: all of them. */
    List<Field> fields(FormValues held) {
        return fields;
    }

    /** @param holding what a field holds; null for nothing at all */
    private <E extends Exception> FormValues values(FailableFunction<Field, FieldValue, E> holding) throws E {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.name(), holding.apply(field));
        }
        values.values().removeIf(Objects::isNull);
        return new FormValues(values);
    }

    @Override
    final FormValues empty() {
        return values(Field::empty);
    }

    @Override
    final FormValues initial() {
        return values(Field::initial);
    }

    @Override
    FormValues read(Node node) throws RepositoryException {
        Optional<Node> at = place.find(node);
        return at.isPresent() ? values(field -> field.read(at.get())) : empty();
    }

    @Override
    final FormValues sent(Submission submission, String control) {
        return values(field -> field.hidden() ? null : field.sent(submission, control(control, field.name())));
    }

    @Override
    final boolean write(Node node, FieldValue held, Stamp stamp) throws RepositoryException {
        FormValues group = held.asGroup();
        return place.write(node, group.equals(empty()), stamp, at -> writeAt(at, group, stamp));
    }

    boolean writeAt(Node node, FormValues group, Stamp stamp) throws RepositoryException {
        boolean changed = false;
        for (Field field : fields(group)) {
            if (field.hidden() || group.fields().containsKey(field.name())) {
                changed |= field.write(node, group.of(field.name()), stamp);
            }
        }
        return changed;
    }

    /** Another language is checked as soon as anything in it is changed, and not before. */
    @Override
    final void check(Editing editing, String control, FieldValue held, FieldValue before) throws RepositoryException {
        FormValues now = held.asGroup();
        FormValues then = before.asGroup();
        Set<String> languages = new HashSet<>(Set.of(""));
        for (Field field : fields(now)) {
            if (!now.of(field.name()).equals(then.of(field.name()))) {
                languages.add(field.language());
            }
        }
        for (Field field : fields(now)) {
            String name = field.name();
            if (languages.contains(field.language())) {
                field.check(editing, control(control, name), now.of(name), then.of(name));
            }
        }
    }

    @Override
    FormValues merge(Merge merge, String control) {
        FormValues yours = merge.yours().asGroup();
        Map<String, FieldValue> merged = new LinkedHashMap<>(yours.fields());
        for (Field field : fields(yours)) {
            String name = field.name();
            FieldValue before = merge.base().asGroup().fields().getOrDefault(name, field.empty());
            FieldValue others = merge.theirs().asGroup().fields().getOrDefault(name, field.empty());
            merged.computeIfPresent(name, (same, mine) -> {
                if (mine.equals(before)) {
                    return others;
                }
                return others.equals(before) || others.equals(mine)
                        ? mine
                        : field.merge(merge.of(before, others, mine), control(control, name));
            });
        }
        return new FormValues(merged);
    }

    @Override
    final Optional<FieldValue> act(FieldValue held, String verb, List<String> path) {
        FormValues group = held.asGroup();
        return fields.stream()
                .filter(field -> !path.isEmpty() && field.name().equals(path.get(0)))
                .findFirst()
                .flatMap(field -> field.act(group.of(field.name()), verb, path.subList(1, path.size()))
                        .map(changed -> group.with(field.name(), changed)));
    }

    @Override
    Map<String, Object> item(Editing editing, String control, FieldValue held) throws RepositoryException {
        Map<String, Object> item = item(editing, "group", control);
        item.put("items", items(editing, control, held.asGroup()));
        return item;
    }

    /** What {@code form.ftl} prints: items, and those beside each other that are one field in several languages. */
    final Collection<List<Map<String, Object>>> items(Editing editing, String control, FormValues held)
            throws RepositoryException {
        Map<String, List<Map<String, Object>>> items = new LinkedHashMap<>();
        for (Field field : fields) {
            if (!field.hidden()) {
                items.computeIfAbsent(field.path(), path -> new ArrayList<>())
                        .add(field.item(editing, control(control, field.name()), held.of(field.name())));
            }
        }
        return items.values();
    }
}
