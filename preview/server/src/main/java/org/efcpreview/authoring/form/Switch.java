package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Settings;

/**
 * A choice that decides which fields follow ({@code switchableField}): a field made of the choice and, for each that can be
 * chosen, a group of its own, all on the same node.
 */
final class Switch extends Group {
    private final Choice selector;
    private final Map<String, Group> forms;

    private Switch(Settings definition, Place place, Choice selector, Map<String, Group> forms) {
        super(
                definition,
                definition.name(),
                place,
                Stream.concat(Stream.of(selector), forms.values().stream()).toList());
        this.selector = selector;
        this.forms = forms;
    }

    static Optional<Switch> of(Settings definition, FieldReader reader) {
        List<Field> selectors = definition.has("field") ? reader.field(definition.object("field")) : List.of();
        if (selectors.size() != 1 || !(selectors.get(0) instanceof Choice selector) || !selector.choices.listed()) {
            return reader.problem(
                    definition.key() + "/field", "only an optionListDatasource without i18n is supported here");
        }
        Map<String, Group> forms = new LinkedHashMap<>();
        for (Settings form : definition.objects("forms")) {
            forms.put(form.name(), new Group(form, "form-" + form.name(), Place.CURRENT, reader.fields(form)));
        }
        return Optional.of(new Switch(definition, Place.of(definition, reader, false), selector, forms));
    }

    private Optional<Group> chosen(FormValues group) {
        return Optional.ofNullable(forms.get(group.texts(selector.name()).first()));
    }

    @Override
    List<Field> fields(FormValues held) {
        return Stream.concat(Stream.of(selector), chosen(held).stream()).toList();
    }

    /**
     * Every form shows what the node has, also those that are not chosen: so a change of mind keeps the date. What another form
     * wrote under the same name may mean nothing to this one, as a month means nothing to a year.
     */
    @Override
    FormValues read(Node node) throws RepositoryException {
        FormValues values = super.read(node);
        Optional<Group> chosen = chosen(values);
        for (Group form : forms.values()) {
            FormValues held = values.of(form.name()).asGroup();
            for (Field field : form.fields()) {
                if (!chosen.equals(Optional.of(form))
                        && field instanceof Input input
                        && !input.takes(held.texts(input.name()).first())) {
                    held = held.with(input.name(), input.empty());
                }
            }
            values = values.with(form.name(), held);
        }
        return values;
    }

    @Override
    boolean writeAt(Node node, FormValues group, Stamp stamp) throws RepositoryException {
        boolean changed = definition().flag("removePreviouslySelected", false) && removeOthers(node, group);
        return super.writeAt(node, group, stamp) | changed;
    }

    private boolean removeOthers(Node node, FormValues group) throws RepositoryException {
        Set<String> kept = chosen(group).stream()
                .flatMap(form -> form.fields().stream())
                .map(Field::name)
                .collect(Collectors.toSet());
        boolean changed = false;
        for (Group form : forms.values()) {
            for (Field field : form.fields()) {
                String name = field.name();
                boolean other = !kept.contains(name);
                if (other && node.hasProperty(name)) {
                    node.getProperty(name).remove();
                    changed = true;
                }
                if (other && !(field instanceof Input) && node.hasNode(name)) {
                    node.getNode(name).remove();
                    changed = true;
                }
            }
        }
        return changed;
    }

    /** A date of one precision and a date of another do not mix. */
    @Override
    FormValues merge(Merge merge, String control) {
        FormValues theirs = merge.theirs().asGroup();
        FormValues.Texts other = theirs.texts(selector.name());
        boolean same = Stream.of(merge.base(), merge.yours())
                .allMatch(values -> values.asGroup().texts(selector.name()).equals(other));
        Optional<Group> chosen = chosen(theirs);
        if (same && chosen.isPresent()) {
            return super.merge(merge, control);
        }
        Stream<String> held = chosen.stream().flatMap(form -> theirs.of(form.name()).asGroup().allTexts().stream());
        merge.conflicts()
                .put(
                        control(control, selector.name()),
                        Stream.concat(Stream.of(other.first()), held).toList());
        return merge.yours().asGroup();
    }

    /** {@code forms} has one, maybe empty, for each that can be chosen. */
    @Override
    Map<String, Object> item(Editing editing, String control, FieldValue held) throws RepositoryException {
        FormValues group = held.asGroup();
        FormValues.Texts choice = group.texts(selector.name());
        Map<String, Object> item = item(editing, "switch", control);
        item.put("selector", selector.item(editing, control(control, selector.name()), choice));
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Map.Entry<String, String> option :
                selector.options(editing, choice).entrySet()) {
            Group form = forms.getOrDefault(option.getKey(), new Group(definition(), List.of()));
            FormValues values = group.of(form.name()).asGroup();
            var items = form.items(editing, control(control, form.name()), values);
            shown.add(Map.of("label", option.getValue(), "items", items));
        }
        item.put("forms", shown);
        return item;
    }
}
