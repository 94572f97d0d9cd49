package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.problem.Problem;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.form.Input.Language;
import org.efcpreview.site.SiteLocales;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/**
 * Reads the fields of a form from its definition. What Magnolia would obey and a form here would not is a problem that names
 * the file and the place in it; what only changes the look (a height, a style name) is passed over.
 *
 * @param file the definition's
 * @param problems what is found is added to it; each once, if it is a set
 */
record FieldReader(String file, MagnoliaFacts facts, SiteLocales locales, Collection<Problem> problems) {
    static final String UI = "info.magnolia.ui.";

    private static final String SAFE_HTML = UI + "field.SafeHtmlValidatorDefinition";

    /** What every field may say. */
    private static final String SIMPLE = "class $type name label i18n description type required requiredErrorMessage"
            + " conversionErrorMessage readOnly defaultValue styleName validators converterClass";

    /** What Vaadin's {@code EmailValidator} takes for an address. */
    private static final Pattern EMAIL = Pattern.compile("^([a-zA-Z0-9_\\.\\-+])+@[a-zA-Z0-9-.]+\\.[a-zA-Z0-9-]{2,}$");

    /** The fields of something that has {@code properties}. */
    List<Field> fields(Settings form) {
        return form.objects("properties").stream()
                .flatMap(field -> field(field).stream())
                .toList();
    }

    /** What a definition makes: a field, one in each language, or none if it is not supported here. */
    List<Field> field(Settings field) {
        if (!isA(field, UI + "field.ConfiguredComplexPropertyDefinition")) {
            Stream<Locale> languages = field.flag("i18n", false)
                    ? Stream.concat(Stream.of(locales.defaultLocale()), locales.locales().stream())
                            .distinct()
                    : Stream.of(locales.defaultLocale());
            return languages
                    .map(locale -> new Language(locale, locale.equals(locales.defaultLocale())))
                    .<Field>flatMap(language -> input(field, language).stream())
                    .toList();
        }
        return complex(field).<List<Field>>map(List::of).orElse(List.of());
    }

    private Optional<? extends Field> complex(Settings field) {
        if (field.flag("i18n", false)) {
            return problem(
                    field.key(),
                    "i18n of a field that is made of fields is not supported here; say it of the fields in it");
        }
        if (isA(field, UI + "field.StaticFieldViewDefinition")) {
            return Optional.of(new Group(field, field.name(), Place.CURRENT, List.of()) {
                @Override
                Map<String, Object> item(Editing editing, String control, FieldValue held) {
                    String text = Jsoup.clean(editing.text(path(), "value"), Safelist.basic());
                    return Map.of("type", "note", "text", text);
                }
            });
        }
        if (isA(field, UI + "field.MultiFieldDefinition")) {
            return Multi.of(field, this);
        }
        if (!field.text("propertyNameDecorator").matches("|\\Q" + UI + "field.NoopNameDecorator\\E")) {
            problem(field.key() + "/propertyNameDecorator", "is not supported here");
        }
        if (isA(field, UI + "field.ConfiguredSwitchableFieldDefinition")) {
            return Switch.of(field, this);
        }
        if (!isA(field, UI + "field.CompositeFieldDefinition")) {
            return unsupported(field);
        }
        known(
                field,
                "class $type name label description i18n styleName itemProvider properties layout propertyNameDecorator");
        return Optional.of(new Group(field, field.name(), Place.of(field, this, false), fields(field)));
    }

    private Optional<Input> input(Settings field, Language language) {
        String ofBox = "datasource filteringMode emptySelectionAllowed emptySelectionCaption textInputAllowed"
                + " pageLength placeholder popWidth scrollToSelectedItem";
        String ofGroup = "datasource filteringMode layout";
        return switch (isLink(field) ? "link" : field.text("$type")) {
            case "textField" -> input(
                    new TextField(field, language, this), "rows maxLength placeholder valueChangeTimeout");
            case "richTextField" -> input(
                    new TextField(field, language, this),
                    "alignment images lists source tables height colors fonts fontSizes linkFieldDefinitions");
            case "passwordField", "hiddenField" -> input(new TextField(field, language, this), "");
            case "checkBoxField" -> input(new CheckBox(field, language, this), "buttonLabel");
            case "dateField" -> input(
                    new DateField(field, language, this), "time dateFormat timeFormat inISO8061Format resolution");
            case "comboBoxField" -> input(new Choice(field, language, this, "select"), ofBox);
            case "link" -> input(
                    new Choice(field, language, this, "select"),
                    ofBox + " chooserId preview editable showOptions buttonSelectNewLabel");
            case "radioButtonGroupField" -> input(new Choice(field, language, this, "radio"), ofGroup);
            case "checkBoxGroupField", "listSelectField", "twinColSelectField" -> input(
                    new Choice(field, language, this, "boxes"), ofGroup + " rows leftColumnCaption rightColumnCaption");
            default -> unsupported(field);
        };
    }

    /** @param properties that the definition may have besides those that each may */
    private Optional<Input> input(Input input, String properties) {
        known(input.definition(), SIMPLE, properties);
        return Optional.of(input);
    }

    /** What the validators of a field ask. */
    List<Rule> rules(Settings field) {
        List<Rule> rules = new ArrayList<>();
        List<Settings> validators = field.objects("validators");
        validators.forEach(validator -> rule(validator).ifPresent(rules::add));
        if (field.text("$type").equals("richTextField")
                && validators.stream().noneMatch(rule -> rule.text("class").equals(SAFE_HTML))) {
            // UiFrameworkModule.defaultFieldValidators: each is left out where the field has one of the same class.
            rules.add(new Rule("", "form.error.html", SafeHtml.DEFAULT::isSafe));
        }
        return rules;
    }

    private Optional<Rule> rule(Settings validator) {
        String message = validator.key() + "/errorMessage";
        if (validator.text("class").equals(SAFE_HTML)) {
            known(
                    validator,
                    "class name errorMessage allowedTags allowedAttributes allowedProtocols globallyAllowedAttributes");
            return Optional.of(new Rule(message, "form.error.html", SafeHtml.of(validator)::isSafe));
        }
        return switch (validator.text("$type")) {
            case "regexpValidator" -> Optional.of(new Rule(message, "form.error.pattern", pattern(validator, "")));
            case "emailValidator" -> Optional.of(new Rule(message, "form.error.email", EMAIL.asMatchPredicate()));
            case "nodeNameValidator" -> {
                Rule.Naming naming = validator.text("mode").equals("ADD") ? Rule.Naming.CHILD : Rule.Naming.NODE;
                yield Optional.of(new Rule(message, "form.error.required", pattern(validator, ".+"), naming));
            }
            default -> problem(
                    validator.key(),
                    "only regexpValidator, emailValidator, nodeNameValidator and SafeHtmlValidatorDefinition are supported here");
        };
    }

    private Predicate<String> pattern(Settings validator, String unsaid) {
        try {
            return Pattern.compile(or(validator.text("pattern"), unsaid)).asMatchPredicate();
        } catch (IllegalArgumentException e) {
            problem(validator.key() + "/pattern", "is no regular expression: " + e.getMessage());
            return text -> true;
        }
    }

    /** Finds a problem in each property that is not in one of the lists; in a list there are spaces between. */
    void known(Settings settings, String... lists) {
        Set<String> known =
                Stream.of(lists).flatMap(list -> Stream.of(list.split(" "))).collect(Collectors.toSet());
        settings.values().keySet().stream()
                .filter(property -> !known.contains(property.toString()))
                .forEach(property -> problem(settings.key() + "/" + property, "is not supported here"));
    }

    boolean isA(Settings settings, String type) {
        return facts.isA(settings.text("class"), type);
    }

    boolean isLink(Settings field) {
        return isA(field, UI + "field.LinkFieldDefinition");
    }

    <T> Optional<T> unsupported(Settings field) {
        String type = or(field.text("$type"), field.text("class"));
        return problem(field.key(), "a field of type " + type + " is not supported here");
    }

    void unsupportedConverter(Settings field) {
        problem(field.key() + "/converterClass", field.text("converterClass") + " is not supported here");
    }

    /** Nothing that could be used, but a problem. */
    <T> Optional<T> problem(String path, String what) {
        problems.add(new Problem(file, 0, path + ": " + what));
        return Optional.empty();
    }

    static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
