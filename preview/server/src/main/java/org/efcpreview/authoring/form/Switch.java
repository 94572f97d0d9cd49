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
final class Switch extends Composite {
    private final Choice selector;
    private final Map<String, Composite> forms;

    private Switch(Settings definition, Place place, Choice selector, Map<String, Composite> forms) {
        super(
                definition,
                definition.name(),
                place,
                new Fields(Stream.concat(Stream.of(selector), forms.values().stream())
                        .toList()));
        this.selector = selector;
        this.forms = forms;
    }

    static Optional<Switch> of(Settings definition, FieldReader reader) {
        List<Part> selectors = definition.has("field") ? reader.parts(definition.object("field")) : List.of();
        if (selectors.size() != 1 || !(selectors.get(0) instanceof Choice selector) || !selector.listed()) {
            reader.problem(definition.key() + "/field", "only an optionListDatasource without i18n is supported here");
            return Optional.empty();
        }
        Map<String, Composite> forms = new LinkedHashMap<>();
        for (Settings form : definition.objects("forms")) {
            forms.put(form.name(), new Composite(form, "form-" + form.name(), Place.CURRENT, reader.fields(form)));
        }
        Place place = Place.of(definition, reader, Optional.of(Place.CURRENT));
        return Optional.of(new Switch(definition, place, selector, forms));
    }

    private Optional<Composite> chosen(FormValues group) {
        return Optional.ofNullable(forms.get(group.texts(selector.name()).first()));
    }

    @Override
    Fields fields(FormValues group) {
        return new Fields(
                Stream.concat(Stream.of(selector), chosen(group).stream()).toList());
    }

    /**
     * Every form shows what the node has, also those that are not chosen: so a change of mind keeps the date. What another form
     * wrote under the same name may mean nothing to this one, as a month means nothing to a year.
     */
    @Override
    FormValues read(Node node) throws RepositoryException {
        FormValues values = super.read(node);
        Optional<Composite> chosen = chosen(values);
        for (Composite form : forms.values()) {
            FormValues held = values.group(form.name());
            for (Field field : form.fields().all()) {
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
                .flatMap(form -> form.fields().all().stream())
                .map(Field::name)
                .collect(Collectors.toSet());
        boolean changed = false;
        for (Composite form : forms.values()) {
            for (Field field : form.fields().all()) {
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
    FormValues merge(Merging merging, String control) {
        Merging group = merging.group(name());
        FormValues.Texts theirs = group.theirs().texts(selector.name());
        boolean same = Stream.of(group.base(), group.yours())
                .allMatch(values -> values.texts(selector.name()).equals(theirs));
        Optional<Composite> chosen = chosen(group.theirs());
        if (same && chosen.isPresent()) {
            return super.merge(merging, control);
        }
        Stream<String> held = chosen.stream()
                .flatMap(form -> group.theirs().group(form.name()).allTexts());
        merging.conflict(Names.control(control, selector.name()), Stream.concat(Stream.of(theirs.first()), held));
        return group.yours();
    }

    /** {@code forms} has one, maybe empty, for each that can be chosen. */
    @Override
    Map<String, Object> item(Showing showing, String within, FormValues values) throws RepositoryException {
        String control = Names.control(within, name());
        FormValues group = values.group(name());
        Map<String, Object> item = item(showing, "switch", control);
        item.put("selector", selector.item(showing, control, group));
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Map<String, Object> option : selector.options(showing, group.texts(selector.name()))) {
            Composite form = forms.get(option.get("value"));
            shown.add(Map.of(
                    "label",
                    option.get("label"),
                    "items",
                    form == null
                            ? List.of()
                            : form.item(showing, control, group).get("items")));
        }
        item.put("forms", shown);
        return item;
    }
}
