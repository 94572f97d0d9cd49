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
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;

/** Fields of one node, in the order in which they are shown, with the notes among them. */
final class Fields {
    private final List<Part> parts;
    private final List<Field> fields;

    Fields(List<? extends Part> parts) {
        this.parts = List.copyOf(parts);
        this.fields = parts.stream()
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .toList();
    }

    List<Field> all() {
        return fields;
    }

    /** Those of the definitions that are named, in that order. */
    Fields named(List<Settings> names) {
        return new Fields(names.stream()
                .flatMap(named ->
                        parts.stream().filter(part -> part.definition().name().equals(named.name())))
                .toList());
    }

    /** All of several. */
    static Fields of(List<Fields> several) {
        return new Fields(several.stream().flatMap(each -> each.parts.stream()).toList());
    }

    /** What a field holds; null for nothing at all. */
    private interface Holding<E extends Exception> {
        FieldValue of(Field field) throws E;
    }

    private <E extends Exception> FormValues values(Holding<E> holding) throws E {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.name(), holding.of(field));
        }
        values.values().removeIf(Objects::isNull);
        return new FormValues(values);
    }

    FormValues empty() {
        return values(Field::empty);
    }

    FormValues initial() {
        return values(Field::initial);
    }

    FormValues read(Node node) throws RepositoryException {
        return values(field -> field.read(node));
    }

    FormValues sent(Submission submission, String within) {
        return values(field -> field.hidden() ? null : field.sent(submission, Names.control(within, field.name())));
    }

    boolean write(Node node, FormValues values, Stamp stamp) throws RepositoryException {
        boolean changed = false;
        for (Field field : fields) {
            changed |= field.write(node, values, stamp);
        }
        return changed;
    }

    /** Another language is checked as soon as anything in it is changed, and not before. */
    void check(Checks checks, String within, FormValues values, FormValues before) throws RepositoryException {
        Set<String> languages = new HashSet<>(Set.of(""));
        for (Field field : fields) {
            if (!values.texts(field.name()).equals(before.texts(field.name()))) {
                languages.add(field.language());
            }
        }
        for (Field field : fields) {
            if (languages.contains(field.language())) {
                field.check(checks, Names.control(within, field.name()), values, before);
            }
        }
    }

    FormValues merge(Merging merging, String within) {
        Map<String, FieldValue> merged = new LinkedHashMap<>(merging.yours().fields());
        for (Field field : fields) {
            String name = field.name();
            FieldValue before = merging.base().fields().getOrDefault(name, field.empty());
            FieldValue others = merging.theirs().fields().getOrDefault(name, field.empty());
            merged.computeIfPresent(name, (same, mine) -> {
                if (mine.equals(before)) {
                    return others;
                }
                return others.equals(before) || others.equals(mine)
                        ? mine
                        : field.merge(merging, Names.control(within, name));
            });
        }
        return new FormValues(merged);
    }

    /** As {@link Field#act}. */
    Optional<FormValues> act(FormValues values, String verb, List<String> path) {
        return fields.stream()
                .filter(field -> !path.isEmpty() && field.name().equals(path.get(0)))
                .findFirst()
                .flatMap(field -> field.act(values, verb, path.subList(1, path.size()))
                        .map(changed -> values.with(field.name(), changed)));
    }

    /** What {@code form.ftl} prints: items, and those beside each other that are one field in several languages. */
    Collection<List<Map<String, Object>>> items(Showing showing, String within, FormValues values)
            throws RepositoryException {
        Map<String, List<Map<String, Object>>> items = new LinkedHashMap<>();
        for (Part part : parts) {
            if (!(part instanceof Field field) || !field.hidden()) {
                items.computeIfAbsent(part.path(), path -> new ArrayList<>()).add(part.item(showing, within, values));
            }
        }
        return items.values();
    }
}
