package org.efcpreview.authoring.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.definitioncheck.message.Messages;
import org.definitioncheck.message.RequiredKey;
import org.efcpreview.authoring.UiTexts;

/** What an editor reads in a form: texts of the module where it has any, else the authoring UI's own. */
final class FormTexts {
    private final Map<String, RequiredKey> keys = new HashMap<>();
    private final Messages messages;
    private final Locale language;
    private final UiTexts ui;

    /** @param keys the texts of the definition */
    FormTexts(List<RequiredKey> keys, Messages messages, Locale language) {
        keys.forEach(key -> this.keys.put(key.path(), key));
        this.messages = messages;
        this.language = language;
        this.ui = UiTexts.in(language);
    }

    /** The text that a part of the definition has for one of its properties; empty if it has none. */
    String text(String path, String property) {
        return found(path, property).orElseGet(() -> {
            RequiredKey key = keys.get(path + "/" + property);
            return key == null ? "" : key.text(messages, language);
        });
    }

    private Optional<String> found(String path, String property) {
        RequiredKey key = keys.get(path + "/" + property);
        return key == null ? Optional.empty() : messages.find(key.candidates(), language);
    }

    /** The text of a property of the definition itself; empty if no module has one. */
    String found(String property) {
        RequiredKey key = keys.get(property);
        return key == null ? "" : messages.find(key.candidates(), language).orElse("");
    }

    String label(Field field) {
        return text(field.path(), "label");
    }

    /** The label with the language, for a field that has several. */
    String label(Field.Input input, Locale locale) {
        return input.i18n()
                ? ui.get("form.in-language", label(input), locale.getDisplayLanguage(language))
                : label(input);
    }

    /** A language's name, in the editor's. */
    String language(Locale locale) {
        return locale.getDisplayLanguage(language);
    }

    Locale language() {
        return language;
    }

    String own(String key, Object... arguments) {
        return ui.get(key, arguments);
    }

    /** What a button that adds an entry says. */
    String add(Field.Multi multi) {
        return found(multi.path(), "buttonSelectAddLabel").orElseGet(() -> ui.get("form.add"));
    }

    /** What one entry of several is called. */
    String entry(Field.Multi multi) {
        return found(multi.path() + "/field", "label").orElseGet(() -> label(multi));
    }

    String option(Field.Option option) {
        return text(option.path(), "label");
    }

    // Errors

    String required(Field field, String label) {
        return found(field.path(), "requiredErrorMessage").orElseGet(() -> ui.get("form.error.required", label));
    }

    String tooFew(Field.Multi multi, int least) {
        return found(multi.path(), "itemCountErrorMessage").orElseGet(() -> ui.get("form.error.too-few", least));
    }

    String tooMany(Field.Multi multi, int most) {
        return found(multi.path(), "itemCountErrorMessage").orElseGet(() -> ui.get("form.error.too-many", most));
    }

    String tooLong(String label, int most, int length) {
        return ui.get("form.error.too-long", label, most, length);
    }

    String noNumber(Field.Input input, String label) {
        return found(input.path(), "conversionErrorMessage").orElseGet(() -> ui.get("form.error.number", label));
    }

    String noDate(String label) {
        return ui.get("form.error.date", label);
    }

    String noChoice(String label) {
        return ui.get("form.error.choice", label);
    }

    String taken(String name) {
        return ui.get("form.error.taken", name);
    }

    String wrong(Field.Rule rule, String label) {
        return found(rule.path(), "errorMessage").orElseGet(() -> switch (rule.test()) {
            case PATTERN -> ui.get("form.error.pattern", label);
            case EMAIL -> ui.get("form.error.email", label);
            case NODE_NAME -> ui.get("form.error.required", label);
            case SAFE_HTML -> ui.get("form.error.html", label);
        });
    }
}
