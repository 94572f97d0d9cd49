package org.efcpreview.authoring.form;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.problem.Problem;
import org.efcpreview.authoring.form.Field.Kind;
import org.efcpreview.authoring.form.Field.Model;

/**
 * Reads the fields of a form from its definition. What Magnolia would obey and a form here would not is a problem that names
 * the file and the place in it; what only changes the look (a height, a style name) is passed over.
 */
final class FieldReader {
    private static final String UI = "info.magnolia.ui.";
    private static final String COMPLEX = UI + "field.ConfiguredComplexPropertyDefinition";
    private static final String COMPOSITE = UI + "field.CompositeFieldDefinition";
    private static final String SWITCHABLE = UI + "field.ConfiguredSwitchableFieldDefinition";
    private static final String MULTI = UI + "field.MultiFieldDefinition";
    private static final String MULTI_NODES = UI + "field.JcrMultiFieldDefinition";
    private static final String MULTI_VALUES = UI + "field.JcrMultiValueFieldDefinition";
    private static final String STATIC = UI + "field.StaticFieldViewDefinition";
    private static final String CURRENT = UI + "editor.CurrentItemProviderDefinition";
    private static final String CHILD = UI + "editor.JcrChildNodeProviderDefinition";
    private static final String LINK = UI + "field.LinkFieldDefinition";
    private static final String DAM_LINK = "info.magnolia.dam.app.field.DamLinkFieldDefinition";
    private static final String PAGE_LINK = "info.magnolia.pages.app.field.PageLinkFieldDefinition";
    private static final String NOOP_NAMES = UI + "field.NoopNameDecorator";
    private static final String SAFE_HTML = UI + "field.SafeHtmlValidatorDefinition";
    private static final String CONTENT_NODE = "mgnl:contentNode";

    private static final String DATE_AS_TEXT = UI + "field.converter.DateConverter$WithFormattedStringModel";
    private static final String PATH_CONVERTER = UI + "editor.converter.JcrNodeToPathConverter";
    private static final String IDENTIFIER_CONVERTER = UI + "editor.converter.JcrNodeToIdentifierConverter";

    private static final Map<String, Model> NUMBERS = Map.of(
            "com.vaadin.data.converter.StringToLongConverter",
            Model.LONG,
            "com.vaadin.data.converter.StringToIntegerConverter",
            Model.LONG,
            "com.vaadin.data.converter.StringToDoubleConverter",
            Model.DOUBLE,
            "com.vaadin.data.converter.StringToBigDecimalConverter",
            Model.DECIMAL,
            UI + "field.converter.NonRoundingStringToDoubleConverter",
            Model.DOUBLE,
            UI + "field.converter.NonRoundingStringToBigDecimalConverter",
            Model.DECIMAL);

    /** What every field may say. */
    private static final Set<String> SIMPLE = Set.of(
            "class",
            "$type",
            "name",
            "label",
            "i18n",
            "description",
            "type",
            "required",
            "requiredErrorMessage",
            "conversionErrorMessage",
            "readOnly",
            "defaultValue",
            "styleName",
            "validators",
            "converterClass");

    private static final Set<String> OF_SELECT = Set.of("datasource", "filteringMode");
    private static final Set<String> OF_COMBO = Set.of(
            "datasource",
            "filteringMode",
            "emptySelectionAllowed",
            "emptySelectionCaption",
            "textInputAllowed",
            "pageLength",
            "placeholder",
            "popWidth",
            "scrollToSelectedItem");
    private static final Set<String> OF_LINK =
            Set.of("chooserId", "preview", "editable", "showOptions", "buttonSelectNewLabel");

    private final Definition definition;
    private final MagnoliaFacts facts;
    private final List<Problem> problems;

    /** @param problems what is found is added to it */
    FieldReader(Definition definition, MagnoliaFacts facts, List<Problem> problems) {
        this.definition = definition;
        this.facts = facts;
        this.problems = problems;
    }

    /**
     * @param list what a definition says under {@code properties}
     * @param path where that stands
     */
    List<Field> fields(Object list, String path) {
        List<Field> fields = new ArrayList<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                Map<?, ?> map = (Map<?, ?>) item;
                field(map, path + "/" + text(map, "name")).ifPresent(fields::add);
            }
        }
        return fields;
    }

    private Optional<Field> field(Map<?, ?> map, String path) {
        String type = text(map, "class");
        if (!facts.isA(type, COMPLEX)) {
            return input(map, path).map(Field.class::cast);
        }
        if (isTrue(map, "i18n")) {
            problem(path, "i18n of a field that is made of fields is not supported here; say it of the fields in it");
            return Optional.empty();
        }
        if (facts.isA(type, STATIC)) {
            return Optional.of(new Field.Static(text(map, "name"), path));
        }
        if (facts.isA(type, MULTI)) {
            return multi(map, path);
        }
        String decorator = text(map, "propertyNameDecorator");
        if (!decorator.isEmpty() && !decorator.equals(NOOP_NAMES)) {
            problem(path + "/propertyNameDecorator", "is not supported here");
        }
        if (facts.isA(type, SWITCHABLE)) {
            return switchable(map, path);
        }
        if (facts.isA(type, COMPOSITE)) {
            return Optional.of(composite(map, path));
        }
        return unsupported(map, path);
    }

    private Field.Composite composite(Map<?, ?> map, String path) {
        known(
                map,
                path,
                Set.of(
                        "class",
                        "$type",
                        "name",
                        "label",
                        "description",
                        "i18n",
                        "styleName",
                        "itemProvider",
                        "properties",
                        "layout",
                        "propertyNameDecorator"));
        return new Field.Composite(
                text(map, "name"), path, place(map, path, true), fields(map.get("properties"), path + "/properties"));
    }

    private Optional<Field> switchable(Map<?, ?> map, String path) {
        if (!(map.get("field") instanceof Map<?, ?> field)) {
            problem(path, "needs 'field'");
            return Optional.empty();
        }
        Optional<Field.Input> selector = input(field, path + "/field");
        if (selector.isEmpty()) {
            return Optional.empty();
        }
        if (selector.get().source().filter(Field.Listed.class::isInstance).isEmpty()
                || selector.get().i18n()) {
            problem(path + "/field", "only an optionListDatasource without i18n is supported here");
            return Optional.empty();
        }
        Map<String, Field.Composite> forms = new LinkedHashMap<>();
        if (map.get("forms") instanceof List<?> list) {
            for (Object item : list) {
                Map<?, ?> form = (Map<?, ?>) item;
                String name = text(form, "name");
                String at = path + "/forms/" + name;
                forms.put(
                        name,
                        new Field.Composite(
                                name,
                                at,
                                new Field.Place(true, "", "", false),
                                fields(form.get("properties"), at + "/properties")));
            }
        }
        return Optional.of(new Field.Switch(
                text(map, "name"),
                path,
                place(map, path, true),
                selector.get(),
                forms,
                isTrue(map, "removePreviouslySelected")));
    }

    private Optional<Field> multi(Map<?, ?> map, String path) {
        String type = text(map, "class");
        boolean values = facts.isA(type, MULTI_VALUES);
        if (!values && !facts.isA(type, MULTI_NODES) || text(map, "$type").equals("jcrMultiLinkField")) {
            return unsupported(map, path);
        }
        if (!(map.get("field") instanceof Map<?, ?> inner)) {
            problem(path, "needs 'field'");
            return Optional.empty();
        }
        Map<?, ?> resolution = map.get("entryResolution") instanceof Map<?, ?> given ? given : Map.of();
        if (!resolution.isEmpty()) {
            problem(path + "/entryResolution", "is not supported here: only Magnolia's default is");
        }
        boolean ordered = true;
        if (map.get("orderHandler") instanceof Map<?, ?> handler) {
            ordered = !text(handler, "class").endsWith("$Noop");
            if (ordered && !text(handler, "class").equals(UI + "editor.DefaultJcrNodeOrderHandler$Definition")) {
                problem(path + "/orderHandler", "is not supported here: only Magnolia's default is");
            }
        }
        Optional<Field> entry = field(inner, path + "/field");
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (entry.get() instanceof Field.Multi
                || values && !(entry.get() instanceof Field.Input)
                || values && entry.get() instanceof Field.Input input && input.model() != Model.TEXT) {
            problem(path + "/field", "is not supported here within a field of type " + text(map, "$type"));
            return Optional.empty();
        }
        if (entry.get() instanceof Field.Input input && input.i18n() && values) {
            problem(path + "/field", "i18n is not supported here within a jcrMultiValueField");
        }
        String entryType = CONTENT_NODE;
        if (inner.get("itemProvider") instanceof Map<?, ?> provider
                && facts.isA(text(provider, "class"), CHILD)
                && !text(provider, "nodeType").isEmpty()) {
            entryType = text(provider, "nodeType");
        }
        return Optional.of(new Field.Multi(
                text(map, "name"),
                path,
                values ? new Field.Place(true, "", "", false) : place(map, path, false),
                entry.get(),
                values,
                entryType,
                isTrue(map, "required"),
                number(map, "minItems", 0),
                number(map, "maxItems", Integer.MAX_VALUE),
                !Boolean.FALSE.equals(map.get("canRemoveItems")),
                ordered));
    }

    /** @param currentIfUnsaid what Magnolia has if there is no {@code itemProvider} */
    private Field.Place place(Map<?, ?> map, String path, boolean currentIfUnsaid) {
        String name = text(map, "name");
        if (!(map.get("itemProvider") instanceof Map<?, ?> provider)) {
            return new Field.Place(currentIfUnsaid, name, CONTENT_NODE, true);
        }
        String type = text(provider, "class");
        if (facts.isA(type, CURRENT)) {
            if (!currentIfUnsaid) {
                problem(path + "/itemProvider", "a currentItemProvider is not supported here for entries");
            }
            return new Field.Place(true, "", "", false);
        }
        if (!facts.isA(type, CHILD) || Boolean.FALSE.equals(provider.get("supportI18N"))) {
            problem(path + "/itemProvider", "only currentItemProvider and jcrChildNodeProvider are supported here");
        }
        return new Field.Place(
                false,
                text(provider, "nodeName").isEmpty() ? name : text(provider, "nodeName"),
                text(provider, "nodeType").isEmpty() ? CONTENT_NODE : text(provider, "nodeType"),
                !Boolean.FALSE.equals(provider.get("removeIfEmpty")));
    }

    private Optional<Field.Input> input(Map<?, ?> map, String path) {
        String type = text(map, "class");
        if (facts.isA(type, DAM_LINK)) {
            known(map, path, SIMPLE, OF_COMBO, OF_LINK);
            converter(map, path, Set.of());
            return Optional.of(select(map, path, Kind.SELECT, new Field.Assets(), false));
        }
        if (facts.isA(type, LINK)) {
            known(map, path, SIMPLE, OF_COMBO, OF_LINK);
            converter(map, path, Set.of(PATH_CONVERTER, IDENTIFIER_CONVERTER));
            Object source = map.get("datasource");
            Field.Source nodes = facts.isA(type, PAGE_LINK) && source == null
                    ? new Field.Nodes("website", "/", List.of("mgnl:page"), "", Map.of(), isByPath(map))
                    : source(map, path);
            return Optional.of(select(map, path, Kind.SELECT, nodes, false));
        }
        return switch (text(map, "$type")) {
            case "textField" -> Optional.of(textField(map, path));
            case "passwordField" -> {
                known(map, path, SIMPLE);
                yield Optional.of(simple(map, path, Kind.PASSWORD, Model.TEXT));
            }
            case "hiddenField" -> {
                known(map, path, SIMPLE);
                yield Optional.of(simple(map, path, Kind.HIDDEN, model(map, path)));
            }
            case "checkBoxField" -> {
                known(map, path, SIMPLE, Set.of("buttonLabel"));
                yield Optional.of(simple(map, path, Kind.CHECK_BOX, Model.BOOLEAN));
            }
            case "richTextField" -> {
                richText(map, path);
                yield Optional.of(simple(map, path, Kind.RICH_TEXT, Model.TEXT));
            }
            case "dateField" -> Optional.of(dateField(map, path));
            case "comboBoxField" -> {
                known(map, path, SIMPLE, OF_COMBO);
                yield Optional.of(select(map, path, Kind.SELECT, source(map, path), false));
            }
            case "radioButtonGroupField" -> {
                known(map, path, SIMPLE, OF_SELECT, Set.of("layout"));
                yield Optional.of(select(map, path, Kind.RADIO, source(map, path), false));
            }
            case "checkBoxGroupField", "listSelectField", "twinColSelectField" -> {
                known(
                        map,
                        path,
                        SIMPLE,
                        OF_SELECT,
                        Set.of("layout", "rows", "leftColumnCaption", "rightColumnCaption"));
                yield Optional.of(select(map, path, Kind.CHECK_BOXES, source(map, path), true));
            }
            default -> {
                unsupported(map, path);
                yield Optional.empty();
            }
        };
    }

    private Field.Input textField(Map<?, ?> map, String path) {
        known(map, path, SIMPLE, Set.of("rows", "maxLength", "placeholder", "valueChangeTimeout"));
        return simple(map, path, Kind.TEXT, model(map, path));
    }

    /** By the converter: without one Magnolia stores the text, whatever {@code type} says. */
    private Model model(Map<?, ?> map, String path) {
        String converter = text(map, "converterClass");
        if (converter.isEmpty()) {
            String type = text(map, "type");
            if (!type.isEmpty() && !type.equals("java.lang.String")) {
                problem(path + "/type", "needs a converterClass: without one Magnolia cannot read " + type);
            }
            return Model.TEXT;
        }
        Model model = NUMBERS.get(converter);
        if (model == null) {
            problem(path + "/converterClass", converter + " is not supported here");
            return Model.TEXT;
        }
        return model;
    }

    private Field.Input dateField(Map<?, ?> map, String path) {
        known(map, path, SIMPLE, Set.of("time", "dateFormat", "timeFormat", "inISO8061Format", "resolution"));
        boolean time = isTrue(map, "time");
        Optional<DateTimeFormatter> format = Optional.empty();
        String converter = text(map, "converterClass");
        if (converter.equals(DATE_AS_TEXT)) {
            try {
                format = Optional.of(format(map, time));
            } catch (IllegalArgumentException e) {
                problem(path, "has no usable date format: " + e.getMessage());
            }
        } else if (!converter.isEmpty()) {
            problem(path + "/converterClass", converter + " is not supported here");
        }
        return simple(
                map,
                path,
                time ? Kind.DATE_TIME : Kind.DATE,
                format.isPresent() ? Model.TEXT : Model.DATE,
                Optional.empty(),
                format);
    }

    /** {@code DateFieldDefinition.produceDateTimeFormatter}. */
    private static DateTimeFormatter format(Map<?, ?> map, boolean time) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(or(text(map, "dateFormat"), "yyyy-MM-dd"));
        if (time) {
            builder.appendLiteral(isTrue(map, "inISO8061Format") ? 'T' : ' ')
                    .appendPattern(or(text(map, "timeFormat"), "HH:mm"));
        }
        return builder.toFormatter(Locale.ENGLISH);
    }

    private void richText(Map<?, ?> map, String path) {
        known(
                map,
                path,
                SIMPLE,
                Set.of(
                        "alignment",
                        "images",
                        "lists",
                        "source",
                        "tables",
                        "height",
                        "colors",
                        "fonts",
                        "fontSizes",
                        "linkFieldDefinitions"));
        for (String able : List.of("alignment", "images", "tables")) {
            if (isTrue(map, able)) {
                problem(path + "/" + able, "is not supported here: what it makes would not be shown to visitors");
            }
        }
        if (isTrue(map, "readOnly")) {
            problem(path + "/readOnly", "of formatted text is not supported here");
        }
    }

    private Field.Source source(Map<?, ?> map, String path) {
        Map<?, ?> source = map.get("datasource") instanceof Map<?, ?> given ? given : Map.of();
        String at = path + "/datasource";
        switch (text(source, "$type")) {
            case "optionListDatasource" -> {
                List<Field.Option> options = new ArrayList<>();
                if (source.get("options") instanceof List<?> list) {
                    for (Object item : list) {
                        Map<?, ?> option = (Map<?, ?>) item;
                        String name = text(option, "name");
                        options.add(new Field.Option(or(text(option, "value"), name), at + "/options/" + name));
                    }
                }
                return new Field.Listed(options);
            }
            case "jcrDatasource" -> {
                Map<String, Boolean> sortBy = new LinkedHashMap<>();
                if (source.get("sortBy") instanceof Map<?, ?> sort) {
                    sort.forEach((property, direction) -> sortBy.put(
                            property.toString(), !direction.toString().equalsIgnoreCase("DESCENDING")));
                }
                List<String> types = source.get("allowedNodeTypes") instanceof List<?> list
                        ? list.stream().map(Object::toString).toList()
                        : List.of();
                return new Field.Nodes(
                        text(source, "workspace"),
                        or(text(source, "rootPath"), "/"),
                        types,
                        text(source, "describeByProperty"),
                        sortBy,
                        isByPath(map));
            }
            case "assetDatasource" -> {
                return new Field.Assets();
            }
            default -> {
                problem(at, "only optionListDatasource, jcrDatasource and assetDatasource are supported here");
                return new Field.Listed(List.of());
            }
        }
    }

    private static boolean isByPath(Map<?, ?> map) {
        return text(map, "converterClass").equals(PATH_CONVERTER);
    }

    private void converter(Map<?, ?> map, String path, Set<String> supported) {
        String converter = text(map, "converterClass");
        if (!converter.isEmpty() && !supported.contains(converter)) {
            problem(path + "/converterClass", converter + " is not supported here");
        }
    }

    private Field.Input select(Map<?, ?> map, String path, Kind kind, Field.Source source, boolean several) {
        if (!facts.isA(text(map, "class"), LINK)) {
            converter(map, path, Set.of(PATH_CONVERTER, IDENTIFIER_CONVERTER));
        }
        return simple(map, path, kind, several ? Model.SEVERAL : Model.TEXT, Optional.of(source), Optional.empty());
    }

    private Field.Input simple(Map<?, ?> map, String path, Kind kind, Model model) {
        return simple(map, path, kind, model, Optional.empty(), Optional.empty());
    }

    private Field.Input simple(
            Map<?, ?> map,
            String path,
            Kind kind,
            Model model,
            Optional<Field.Source> source,
            Optional<DateTimeFormatter> format) {
        boolean link = facts.isA(text(map, "class"), LINK);
        return new Field.Input(
                text(map, "name"),
                path,
                kind,
                model,
                isTrue(map, "i18n"),
                isTrue(map, "required"),
                isTrue(map, "readOnly"),
                text(map, "defaultValue"),
                number(map, "rows", 1),
                number(map, "maxLength", -1),
                rules(map, path, kind),
                source,
                // A field for a link can be cleared, whatever it says.
                link || isTrue(map, "emptySelectionAllowed"),
                isTrue(map, "textInputAllowed")
                        || !or(text(map, "filteringMode"), "OFF").equals("OFF"),
                format);
    }

    private List<Field.Rule> rules(Map<?, ?> map, String path, Kind kind) {
        List<Field.Rule> rules = new ArrayList<>();
        if (map.get("validators") instanceof List<?> list) {
            int index = 0;
            for (Object item : list) {
                Map<?, ?> validator = (Map<?, ?>) item;
                String at = path + "/validators/" + or(text(validator, "name"), String.valueOf(index));
                index++;
                rule(validator, at).ifPresent(rules::add);
            }
        }
        if (kind == Kind.RICH_TEXT && rules.stream().noneMatch(rule -> rule.test() == Field.Test.SAFE_HTML)) {
            // UiFrameworkModule.defaultFieldValidators: each is left out where the field has one of the same class.
            rules.add(new Field.Rule("", SafeHtml.DEFAULT));
        }
        return rules;
    }

    private Optional<Field.Rule> rule(Map<?, ?> validator, String at) {
        if (text(validator, "class").equals(SAFE_HTML)) {
            return Optional.of(new Field.Rule(at, safeHtml(validator, at)));
        }
        switch (text(validator, "$type")) {
            case "regexpValidator" -> {
                return Optional.of(new Field.Rule(at, Field.Test.PATTERN, pattern(validator, at, ""), false));
            }
            case "emailValidator" -> {
                return Optional.of(new Field.Rule(at, Field.Test.EMAIL, Optional.empty(), false));
            }
            case "nodeNameValidator" -> {
                return Optional.of(new Field.Rule(
                        at,
                        Field.Test.NODE_NAME,
                        pattern(validator, at, ".+"),
                        text(validator, "mode").equals("ADD")));
            }
            default -> {
                problem(
                        at,
                        "only regexpValidator, emailValidator, nodeNameValidator and SafeHtmlValidatorDefinition are supported here");
                return Optional.empty();
            }
        }
    }

    private SafeHtml safeHtml(Map<?, ?> validator, String at) {
        known(
                validator,
                at,
                Set.of(
                        "class",
                        "name",
                        "errorMessage",
                        "allowedTags",
                        "allowedAttributes",
                        "allowedProtocols",
                        "globallyAllowedAttributes"));
        List<String> tags = texts(validator, "allowedTags");
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (String tag : tags) {
            List<String> allowed = new ArrayList<>(texts(validator, "globallyAllowedAttributes"));
            maps(validator, "allowedAttributes").stream()
                    .filter(some -> text(some, "tag").equals(tag))
                    .findFirst()
                    .ifPresent(some -> allowed.addAll(texts(some, "attributes")));
            attributes.put(tag, allowed);
        }
        List<SafeHtml.Addresses> addresses = maps(validator, "allowedProtocols").stream()
                .map(some ->
                        new SafeHtml.Addresses(text(some, "tag"), text(some, "attribute"), texts(some, "protocols")))
                .toList();
        return SafeHtml.of(tags, attributes, addresses);
    }

    private Optional<Pattern> pattern(Map<?, ?> validator, String at, String unsaid) {
        try {
            return Optional.of(Pattern.compile(or(text(validator, "pattern"), unsaid)));
        } catch (IllegalArgumentException e) {
            problem(at + "/pattern", "is no regular expression: " + e.getMessage());
            return Optional.empty();
        }
    }

    @SafeVarargs
    private void known(Map<?, ?> map, String path, Set<String>... properties) {
        for (Object property : map.keySet()) {
            boolean known = false;
            for (Set<String> some : properties) {
                known |= some.contains(property.toString());
            }
            if (!known) {
                problem(path + "/" + property, "is not supported here");
            }
        }
    }

    private <T> Optional<T> unsupported(Map<?, ?> map, String path) {
        problem(path, "a field of type " + or(text(map, "$type"), text(map, "class")) + " is not supported here");
        return Optional.empty();
    }

    private void problem(String path, String what) {
        problems.add(new Problem(definition.file(), 0, path + ": " + what));
    }

    private static List<String> texts(Map<?, ?> map, String property) {
        return map.get(property) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static List<Map<?, ?>> maps(Map<?, ?> map, String property) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object item : map.get(property) instanceof List<?> list ? list : List.of()) {
            maps.add((Map<?, ?>) item);
        }
        return maps;
    }

    static String text(Map<?, ?> map, String property) {
        Object value = map.get(property);
        return value == null ? "" : value.toString();
    }

    private static boolean isTrue(Map<?, ?> map, String property) {
        return Boolean.TRUE.equals(map.get(property));
    }

    private static int number(Map<?, ?> map, String property, int unsaid) {
        return map.get(property) instanceof Number number ? number.intValue() : unsaid;
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
