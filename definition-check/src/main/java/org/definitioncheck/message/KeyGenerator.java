package org.definitioncheck.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;

/**
 * The message keys that Magnolia generates for apps, dialogs, templates and their parts: its {@code *KeyGenerator} classes,
 * one method here for each.
 */
public final class KeyGenerator {

    private static final String FIELD = "info.magnolia.ui.field.EditorPropertyDefinition";
    private static final String COMPLEX_FIELD = "info.magnolia.ui.field.ConfiguredComplexPropertyDefinition";
    private static final String MULTI_FIELD = "info.magnolia.ui.field.MultiFieldDefinition";
    private static final String SIMPLE_FIELD = "info.magnolia.ui.field.FieldDefinition";
    private static final String HIDDEN_FIELD = "info.magnolia.ui.field.HiddenFieldDefinition";
    private static final String STATIC_FIELD = "info.magnolia.ui.field.StaticFieldViewDefinition";
    private static final String VALIDATOR = "info.magnolia.ui.field.FieldValidatorDefinition";
    private static final String TAB = "info.magnolia.ui.framework.layout.TabDefinition";
    private static final String OPTION = "info.magnolia.ui.datasource.optionlist.Option";
    private static final String ACTION = "info.magnolia.ui.api.action.ActionDefinition";
    private static final String CONFIRMATION = "info.magnolia.ui.contentapp.action.ConfirmationActionDefinition";
    private static final String COLUMN = "info.magnolia.ui.contentapp.configuration.column.ColumnDefinition";
    private static final String SECTION = "info.magnolia.ui.actionbar.definition.ActionbarSectionDefinition";
    private static final String SUB_APP = "info.magnolia.ui.api.app.SubAppDescriptor";
    private static final String APP = "info.magnolia.ui.api.app.AppDescriptor";
    private static final String DIALOG = "info.magnolia.ui.dialog.DialogDefinition";
    private static final String TEMPLATE = "info.magnolia.rendering.template.RenderableDefinition";
    private static final String AREA = "info.magnolia.rendering.template.AreaDefinition";

    /** Texts of fields that are shown only if there is one, or for which Magnolia has one of its own. */
    private static final List<String> OPTIONAL_FIELD_TEXTS = List.of(
            "description",
            "placeholder",
            "buttonLabel",
            "leftColumnCaption",
            "rightColumnCaption",
            "emptySelectionCaption",
            "buttonSelectNewLabel",
            "buttonSelectAddLabel",
            "buttonSelectRemoveLabel",
            "requiredErrorMessage",
            "conversionErrorMessage",
            "itemCountErrorMessage");

    private static final List<String> CONFIRMATION_TEXTS =
            List.of("confirmationHeader", "confirmationMessage", "proceedLabel", "cancelLabel");
    private static final List<String> OPTIONAL_ACTION_TEXTS =
            List.of("description", "successMessage", "failureMessage", "errorMessage");

    private final MagnoliaFacts facts;

    /** @param facts which classes are fields, actions and so on */
    public KeyGenerator(MagnoliaFacts facts) {
        this.facts = facts;
    }

    /** Every text that the apps, dialogs and templates have or could have, in the order of the definitions. */
    public Collection<RequiredKey> requiredKeys(Definitions definitions) {
        List<RequiredKey> keys = new ArrayList<>();
        for (DefinitionType type : List.of(DefinitionType.APP, DefinitionType.DIALOG, DefinitionType.TEMPLATE)) {
            for (Definition definition : definitions.all(type)) {
                keys.addAll(keysOf(definition));
            }
        }
        return keys;
    }

    /** The texts of one app, dialog or template; nothing for a definition of another kind. */
    public List<RequiredKey> keysOf(Definition definition) {
        Walk walk = new Walk(definition);
        walk.visit(definition.values(), "", List.of());
        return walk.keys;
    }

    /** A typed part of a definition on the way from the top to another. */
    private record Part(String type, String name, Map<?, ?> values) {}

    private final class Walk {
        private final Definition definition;
        private final List<RequiredKey> keys = new ArrayList<>();

        Walk(Definition definition) {
            this.definition = definition;
        }

        void visit(Object value, String path, List<Part> above) {
            if (value instanceof List<?> list) {
                int index = 0;
                for (Object item : list) {
                    String name = item instanceof Map<?, ?> map && map.get("name") != null
                            ? map.get("name").toString()
                            : String.valueOf(index);
                    visit(item, join(path, name), above);
                    index++;
                }
            } else if (value instanceof Map<?, ?> map) {
                List<Part> within = above;
                if (map.get("class") != null) {
                    Object name = map.get("name");
                    Part part = new Part(map.get("class").toString(), name == null ? "" : name.toString(), map);
                    texts(part, path, above);
                    within = new ArrayList<>(above);
                    within.add(part);
                }
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    visit(entry.getValue(), join(path, entry.getKey().toString()), within);
                }
            }
        }

        private static String join(String path, String name) {
            return path.isEmpty() ? name : path + "/" + name;
        }

        private void texts(Part part, String path, List<Part> above) {
            String type = part.type();
            if (facts.isA(type, FIELD)) {
                field(part, path, above);
            } else if (facts.isA(type, VALIDATOR)) {
                add(part, path, "errorMessage", validator(part, above), false);
            } else if (facts.isA(type, TAB)) {
                add(
                        part,
                        path,
                        "label",
                        suffixed("label", root() + ".tabs." + part.name(), "tabs." + part.name()),
                        false);
            } else if (facts.isA(type, OPTION)) {
                add(part, path, "label", option(part, above), false);
            } else if (facts.isA(type, ACTION)) {
                action(part, path, above);
            } else if (facts.isA(type, COLUMN)) {
                add(part, path, "label", column(part, above), false);
            } else if (facts.isA(type, SECTION)) {
                add(part, path, "label", section(part, above), false);
            } else if (facts.isA(type, SUB_APP)) {
                add(part, path, "label", suffixed("label", root() + "." + part.name(), root() + ".app"), false);
            } else if (facts.isA(type, APP)) {
                add(part, path, "label", suffixed("label", part.name() + ".app"), false);
                add(part, path, "icon", suffixed("icon", part.name() + ".app"), true);
            } else if (facts.isA(type, DIALOG) && above.isEmpty()) {
                add(part, path, "label", dialog("label"), false);
            } else if (facts.isA(type, TEMPLATE)) {
                add(part, path, "title", template(part, above, "title"), !above.isEmpty());
                add(part, path, "description", template(part, above, "description"), true);
            }
        }

        private void add(Part part, String path, String property, List<String> generated, boolean optional) {
            Set<String> candidates = new LinkedHashSet<>();
            Optional<String> written =
                    Optional.ofNullable(part.values().get(property)).map(Object::toString);
            written.ifPresent(candidates::add);
            candidates.addAll(generated);
            keys.add(new RequiredKey(
                    definition,
                    join(path, property),
                    List.copyOf(candidates),
                    written,
                    // A written text that is a key must lead somewhere; an icon is a name, no text.
                    optional && (written.isEmpty() || property.equals("icon"))));
        }

        /** The app's name, or the id with dots, of the definition that all is in. */
        private String root() {
            String id = definition.type() == DefinitionType.APP ? definition.name() : definition.id();
            return id.replace(':', '.').replace('/', '.');
        }

        private String module() {
            return definition.id().contains(":")
                    ? definition.id().substring(0, definition.id().indexOf(':'))
                    : "";
        }

        private String idWithoutModule() {
            return definition.id().substring(definition.id().indexOf(':') + 1).replace('/', '.');
        }

        /** Each with the suffix; {@code .label} is then tried without as well. */
        private static List<String> suffixed(String suffix, String... keys) {
            Set<String> all = new LinkedHashSet<>();
            for (String key : keys) {
                all.add(key + "." + suffix);
                if (suffix.equals("label")) {
                    all.add(key);
                }
            }
            return List.copyOf(all);
        }

        private static String dashed(String name) {
            return name.replace(':', '-');
        }

        private void field(Part part, String path, List<Part> above) {
            boolean inner = !above.isEmpty()
                    && facts.isA(above.get(above.size() - 1).type(), MULTI_FIELD)
                    && path.endsWith("/field");
            boolean filter =
                    !above.isEmpty() && facts.isA(above.get(above.size() - 1).type(), COLUMN);
            boolean hidden = filter || facts.isA(part.type(), HIDDEN_FIELD);
            add(part, path, "label", field(part, above, "label"), inner || hidden);
            for (String text : OPTIONAL_FIELD_TEXTS) {
                if (text.equals("description")
                        || part.values().get(text) != null
                        || facts.hasProperty(part.type(), text)) {
                    add(part, path, text, field(part, above, text), true);
                }
            }
            if (facts.isA(part.type(), STATIC_FIELD)) {
                add(part, path, "value", field(part, above, "value"), false);
            }
        }

        /** The definition, the composite fields around, the field: each name once. */
        private List<String> field(Part field, List<Part> above, String suffix) {
            Set<String> names = new LinkedHashSet<>();
            names.add(root());
            for (Part outer : above) {
                if (facts.isA(outer.type(), COMPLEX_FIELD)) {
                    names.add(dashed(outer.name()));
                }
            }
            return suffixed(
                    suffix, String.join(".", names) + "." + dashed(field.name()), "fields." + dashed(field.name()));
        }

        private List<String> validator(Part validator, List<Part> above) {
            List<String> found = new ArrayList<>();
            Part parent = above.isEmpty() ? null : above.get(above.size() - 1);
            if (parent != null && facts.isA(parent.type(), SIMPLE_FIELD)) {
                found.add(root() + "." + parent.name() + ".validation.errorMessage");
                found.add(parent.name() + ".validation.errorMessage");
            }
            found.add("validators." + validator.name() + ".errorMessage");
            return found;
        }

        private List<String> option(Part option, List<Part> above) {
            List<String> found = new ArrayList<>();
            for (int i = above.size() - 1; i >= 0; i--) {
                if (facts.isA(above.get(i).type(), FIELD)) {
                    for (String key : field(above.get(i), above.subList(0, i), "options")) {
                        found.add(key + "." + option.name());
                    }
                    break;
                }
            }
            return found;
        }

        private Optional<Part> subApp(List<Part> above) {
            return above.stream()
                    .filter(part -> facts.isA(part.type(), SUB_APP))
                    .findFirst();
        }

        private List<String> column(Part column, List<Part> above) {
            List<String> prefixes = new ArrayList<>();
            String name = dashed(column.name());
            subApp(above).ifPresent(subApp -> prefixes.add(root() + "." + subApp.name() + ".views." + name));
            prefixes.add(root() + ".views." + name);
            prefixes.add("views." + name);
            return suffixed("label", prefixes.toArray(String[]::new));
        }

        private List<String> section(Part section, List<Part> above) {
            List<String> owners = definition.type() == DefinitionType.APP
                    ? List.of(root() + "." + subApp(above).map(Part::name).orElse(""), root())
                    : List.of(root(), idWithoutModule());
            List<String> prefixes = new ArrayList<>();
            for (String of : owners) {
                prefixes.add(of + ".actionbar.sections." + section.name());
                prefixes.add(of + ".actionbar." + section.name());
            }
            prefixes.add("actionbar.sections." + section.name());
            return suffixed("label", prefixes.toArray(String[]::new));
        }

        private void action(Part part, String path, List<Part> above) {
            boolean shown = above.isEmpty() || isShown(part.name(), above.get(above.size() - 1));
            add(part, path, "label", action(part, above, "label"), !shown);
            if (facts.isA(part.type(), CONFIRMATION)) {
                for (String text : CONFIRMATION_TEXTS) {
                    add(part, path, text, action(part, above, text), !shown);
                }
            }
            for (String text : OPTIONAL_ACTION_TEXTS) {
                add(part, path, text, action(part, above, text), true);
            }
        }

        /** A form shows all its actions as buttons; a browser those in its action bar. */
        private boolean isShown(String action, Part owner) {
            if (!(owner.values().get("actionbar") instanceof Map<?, ?> bar)) {
                return true;
            }
            Set<String> named = new HashSet<>();
            collectItems(bar, named);
            return named.contains(action);
        }

        private static void collectItems(Object value, Set<String> named) {
            if (value instanceof Map<?, ?> map) {
                if (map.get("items") instanceof List<?> items) {
                    items.forEach(item -> {
                        if (item instanceof Map<?, ?> entry && entry.get("name") != null) {
                            named.add(entry.get("name").toString());
                        }
                    });
                }
                map.values().forEach(child -> collectItems(child, named));
            } else if (value instanceof List<?> list) {
                list.forEach(child -> collectItems(child, named));
            }
        }

        private List<String> action(Part action, List<Part> above, String suffix) {
            String general = "actions." + action.name();
            if (definition.type() == DefinitionType.APP) {
                String owner = subApp(above)
                        .map(subApp -> root() + "." + subApp.name())
                        .orElse(root());
                return suffixed(suffix, owner + "." + general, general);
            }
            // The dialog's own first key is cut at .label only; other texts keep their suffix in the middle.
            String dialog = dialog(suffix).get(0);
            int cut = dialog.indexOf(".label");
            return suffixed(suffix, (cut < 0 ? dialog : dialog.substring(0, cut)) + "." + general, general);
        }

        private List<String> dialog(String suffix) {
            return suffixed(suffix, module() + "." + idWithoutModule(), "dialogs." + idWithoutModule());
        }

        private List<String> template(Part template, List<Part> above, String suffix) {
            List<String> prefixes = above.isEmpty()
                    ? List.of(module() + ".templates." + idWithoutModule(), "templates." + idWithoutModule())
                    : List.of("templates." + (facts.isA(template.type(), AREA) ? "areas." : "components.")
                            + template.name());
            // A title's key has no suffix.
            return prefixes.stream()
                    .map(prefix -> suffix.equals("title") ? prefix : prefix + "." + suffix)
                    .toList();
        }
    }
}
