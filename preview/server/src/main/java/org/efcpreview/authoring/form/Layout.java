package org.efcpreview.authoring.form;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.RepositoryException;
import org.efcevents.content.RichText;
import org.efcpreview.site.SiteLocales;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** Makes of fields and what they hold what a page shows. */
final class Layout {
    private final NodeFields nodeFields;
    private final SiteLocales locales;
    private final FormTexts texts;
    private final Choices choices;
    private final Map<String, String> errors = new HashMap<>();
    private final Map<String, List<String>> theirs;
    private int wrong;

    Layout(
            NodeFields nodeFields,
            SiteLocales locales,
            FormTexts texts,
            Choices choices,
            List<FieldError> errors,
            Map<String, List<String>> theirs) {
        this.nodeFields = nodeFields;
        this.locales = locales;
        this.texts = texts;
        this.choices = choices;
        errors.forEach(error -> this.errors.merge(error.control(), error.message(), (one, more) -> one + " " + more));
        this.theirs = theirs;
    }

    FormView.Section section(String id, String label, List<Field> fields, FormValues values)
            throws RepositoryException {
        wrong = 0;
        List<FormView.Item> items = items(fields, "", values);
        return new FormView.Section(id, label, items, wrong);
    }

    private List<FormView.Item> items(List<Field> fields, String within, FormValues values) throws RepositoryException {
        List<FormView.Item> items = new ArrayList<>();
        for (Field field : fields) {
            String control = Names.control(within, field.name());
            if (field instanceof Field.Input input) {
                if (input.kind() != Field.Kind.HIDDEN) {
                    items.add(input(input, within, values));
                }
            } else if (field instanceof Field.Static text) {
                items.add(new FormView.Note(Jsoup.clean(texts.text(text.path(), "value"), Safelist.basic())));
            } else if (field instanceof Field.Composite composite) {
                items.add(new FormView.Group(
                        Names.id(control),
                        texts.label(composite),
                        description(composite),
                        items(composite.fields(), control, values.group(composite.name()))));
            } else if (field instanceof Field.Switch choice) {
                items.add(choice(choice, control, values.group(choice.name())));
            } else if (field instanceof Field.Multi multi) {
                items.add(repeat(multi, control, values.entries(multi.name())));
            }
        }
        return items;
    }

    private String description(Field field) {
        return texts.text(field.path(), "description");
    }

    private FormView.Item input(Field.Input input, String within, FormValues values) throws RepositoryException {
        List<FormView.Line> lines = new ArrayList<>();
        for (Locale locale : nodeFields.languages(input)) {
            lines.add(line(input, within, values, locale));
        }
        return lines.size() == 1 ? lines.get(0) : new FormView.Languages(texts.label(input), lines);
    }

    private FormView.Line line(Field.Input input, String within, FormValues values, Locale locale)
            throws RepositoryException {
        String name = Names.in(input.name(), locale, locales);
        String control = Names.control(within, name);
        FormValues.Texts held = values.texts(name);
        Map<String, String> options =
                input.source().isPresent() ? choices.of(input.source().get()) : Map.of();
        List<String> others = new ArrayList<>();
        if (theirs.containsKey(control)) {
            theirs.get(control).forEach(text -> others.add(options.getOrDefault(text, text)));
            if (others.isEmpty()) {
                others.add(texts.own("form.theirs.empty"));
            }
        }
        boolean isDefault = locale.equals(locales.defaultLocale());
        return new FormView.Line(
                type(input, held.first()),
                control,
                Names.id(control),
                texts.label(input),
                input.i18n() ? locale.toLanguageTag() : "",
                input.i18n() ? texts.language(locale) : "",
                isDefault ? description(input) : "",
                texts.text(input.path(), "placeholder"),
                held.first(),
                input.required() && isDefault,
                input.readOnly(),
                Math.max(input.rows(), input.kind() == Field.Kind.RICH_TEXT ? 10 : 3),
                Math.max(0, input.maxLength()),
                choices(options, held),
                input.kind() == Field.Kind.RADIO ? !input.required() : canBeEmpty(input, held),
                emptyLabel(input),
                input.filter(),
                error(control),
                choices.file(input, held.first()).orElse(null),
                others);
    }

    /** Without a value nothing is chosen, whatever the definition says of taking a choice back. */
    private static boolean canBeEmpty(Field.Input input, FormValues.Texts held) {
        return input.emptyAllowed() || held.texts().isEmpty() || !input.required();
    }

    private String emptyLabel(Field.Input input) {
        String given = texts.text(input.path(), "emptySelectionCaption");
        return given.isEmpty() ? texts.own("form.nothing-chosen") : given;
    }

    private String error(String control) {
        String error = errors.getOrDefault(control, "");
        if (!error.isEmpty() || theirs.containsKey(control)) {
            wrong++;
        }
        return error;
    }

    /** A control that lets the value through as it is: a browser's date field drops what is no date, a line its line ends. */
    private static String type(Field.Input input, String value) {
        return switch (input.kind()) {
            case TEXT -> {
                if (input.rows() > 1 || value.contains("\n")) {
                    yield "area";
                }
                yield input.model() == Field.Model.LONG ? "number" : "text";
            }
            case DATE -> value.isEmpty() || isDate(value, 10) ? "date" : "text";
            case DATE_TIME -> value.isEmpty() || isDate(value, 30) ? "date-time" : "text";
            case RICH_TEXT -> RichText.of(value).html().equals(value) ? "rich" : "area";
            case PASSWORD -> "password";
            case CHECK_BOX -> "box";
            case SELECT -> input.source().filter(Field.Assets.class::isInstance).isPresent() ? "asset" : "select";
            case RADIO -> "radio";
            case CHECK_BOXES -> "boxes";
            case HIDDEN -> throw new IllegalArgumentException("A hidden field is not shown");
        };
    }

    private static boolean isDate(String value, int longest) {
        try {
            NodeFields.dateTime(value);
            return value.length() <= longest;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What is chosen comes first in its own order, so that it is sent back in it; then all else. */
    private List<FormView.Choice> choices(Map<String, String> options, FormValues.Texts held) {
        Map<String, FormView.Choice> all = new LinkedHashMap<>();
        if (held.texts().size() > 1) {
            held.texts().forEach(value -> all.put(value, chosen(options, value)));
        }
        options.forEach((value, label) -> all.putIfAbsent(
                value, new FormView.Choice(value, label, held.texts().contains(value))));
        held.texts().forEach(value -> all.putIfAbsent(value, chosen(options, value)));
        return options.isEmpty() && held.texts().isEmpty() ? List.of() : List.copyOf(all.values());
    }

    /** What is stored and cannot be chosen (any more) stays until the editor chooses otherwise. */
    private FormView.Choice chosen(Map<String, String> options, String value) {
        return new FormView.Choice(value, options.getOrDefault(value, texts.own("form.unknown-choice", value)), true);
    }

    private FormView.Switch choice(Field.Switch choice, String control, FormValues values) throws RepositoryException {
        FormView.Line selector = line(choice.selector(), control, values, locales.defaultLocale());
        List<FormView.Form> forms = new ArrayList<>();
        int number = 0;
        for (FormView.Choice option : selector.choices()) {
            number++;
            Field.Composite form = choice.forms().get(option.value());
            if (form == null) {
                forms.add(new FormView.Form(number, option.label(), option.chosen(), List.of()));
            } else {
                String name = Names.form(option.value());
                forms.add(new FormView.Form(
                        number,
                        option.label(),
                        option.chosen(),
                        items(form.fields(), Names.control(control, name), values.group(name))));
            }
        }
        return new FormView.Switch(Names.id(control), texts.label(choice), description(choice), selector, forms);
    }

    private FormView.Repeat repeat(Field.Multi multi, String control, FormValues.Entries held)
            throws RepositoryException {
        List<FormView.Entry> entries = new ArrayList<>();
        int count = held.entries().size();
        for (int i = 0; i < count; i++) {
            FormValues.Entry entry = held.entries().get(i);
            String at = Names.control(control, String.valueOf(i));
            entries.add(new FormView.Entry(
                    at,
                    Names.id(at),
                    entry.id(),
                    texts.own("form.entry", texts.entry(multi), i + 1),
                    items(multi.fields(), at, entry.values()),
                    multi.removable(),
                    multi.ordered() && i > 0,
                    multi.ordered() && i < count - 1));
        }
        String others = "";
        if (theirs.containsKey(control)) {
            others = theirs.get(control).isEmpty()
                    ? texts.own("form.theirs.removed")
                    : String.join(", ", theirs.get(control));
        }
        return new FormView.Repeat(
                Names.id(control),
                control,
                texts.label(multi),
                description(multi),
                entries,
                count < multi.max() ? texts.add(multi) : "",
                multi.required(),
                error(control),
                others);
    }
}
