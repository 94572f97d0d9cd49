package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;

/**
 * A field with one control, kept in one property; one that has several languages is such a field in each.
 *
 * <p>As in {@code JcrItemInteractionStrategyImpl}; but a field of which nothing is left leaves no property behind, and what did
 * not change is not written.
 */
abstract class Input extends Field {
    private final Language language;
    private final List<Rule> rules;

    /** @param isDefault whether it is the site's default language, in which properties have no suffix */
    record Language(Locale locale, boolean isDefault) {}

    /** @param own rules, which come before those of the definition */
    Input(Settings definition, Language language, FieldReader reader, Rule... own) {
        super(definition, language.isDefault() ? definition.name() : definition.name() + "_" + language.locale());
        this.language = language;
        this.rules = new ArrayList<>(List.of(own));
        rules.addAll(reader.rules(definition));
        if (isNodeName() && rules.stream().allMatch(rule -> rule.naming() == Rule.Naming.NOTHING)) {
            // Magnolia lets it through and then fails to write.
            rules.add(new Rule("", "", text -> true, Rule.Naming.NODE));
        }
    }

    @Override
    final String language() {
        return language.isDefault() ? "" : language.locale().toLanguageTag();
    }

    private boolean isNodeName() {
        return definition().name().equals(JCR_NAME);
    }

    final boolean flag(String property) {
        return definition().flag(property, false);
    }

    /** Whether it holds as many texts as are chosen. */
    boolean several() {
        return false;
    }

    /** As what it is stored: a {@link PropertyType}. */
    int storedAs() {
        return PropertyType.STRING;
    }

    @Override
    FormValues.Texts empty() {
        return FormValues.Texts.NONE;
    }

    @Override
    FormValues.Texts initial() {
        return FormValues.Texts.of(definition().text("defaultValue"));
    }

    // On a node

    @Override
    final FormValues.Texts read(Node node) throws RepositoryException {
        if (isNodeName()) {
            return FormValues.Texts.of(node.getName());
        }
        return node.hasProperty(name()) ? held(texts(node.getProperty(name()))) : empty();
    }

    /** What a property holds, as an editor types it. */
    final List<String> texts(Property property) throws RepositoryException {
        List<String> texts = new ArrayList<>();
        for (Value value : values(property)) {
            texts.add(text(value));
        }
        return texts;
    }

    /** The values of a property, be it one. */
    static List<Value> values(Property property) throws RepositoryException {
        return property.isMultiple() ? List.of(property.getValues()) : List.of(property.getValue());
    }

    /** What it holds of texts that a node has or a browser sent. */
    FormValues.Texts held(List<String> texts) {
        return FormValues.Texts.of(
                texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse(""));
    }

    /** A value as an editor types it. */
    String text(Value value) throws RepositoryException {
        return withLineFeeds(value.getString());
    }

    /** The reverse of {@link #text}, for a text that {@link #takes} would take. */
    Value value(String text, ValueFactory factory) throws RepositoryException {
        return factory.createValue(storedAs() == PropertyType.STRING ? text : text.strip(), storedAs());
    }

    @Override
    final boolean write(Node node, FieldValue held, Stamp stamp) throws RepositoryException {
        boolean there = node.hasProperty(name());
        // What an editor cannot change keeps what is stored, and starts with its default.
        boolean fixed = flag("readOnly") || hidden();
        if (isNodeName() || fixed && (there || !node.isNew())) {
            return false;
        }
        FormValues.Texts wanted = fixed ? initial() : held.asTexts();
        if (wanted.texts().isEmpty() ? !there : there && wanted.equals(read(node))) {
            return false;
        }
        put(node, name(), wanted.texts(), several());
        return true;
    }

    /** Makes a property hold texts, or not be there if there are none. */
    final void put(Node node, String property, List<String> texts, boolean many) throws RepositoryException {
        if (node.hasProperty(property)
                && (texts.isEmpty() || node.getProperty(property).isMultiple() != many)) {
            node.getProperty(property).remove();
        }
        List<Value> values = new ArrayList<>();
        for (String text : texts) {
            values.add(value(text, node.getSession().getValueFactory()));
        }
        if (many && !texts.isEmpty()) {
            node.setProperty(property, values.toArray(Value[]::new));
        } else if (!texts.isEmpty()) {
            node.setProperty(property, values.get(0));
        }
    }

    // From a browser

    @Override
    final FormValues.Texts sent(Submission submission, String control) {
        return held(submission.texts(control).stream()
                .map(Input::withLineFeeds)
                .distinct()
                .toList());
    }

    private static String withLineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Whether it takes a text, whatever the node; one that is empty it does. */
    final boolean takes(String text) {
        return text.isEmpty()
                || !isTooLong(text)
                        && rules.stream().allMatch(rule -> rule.test().test(text));
    }

    private boolean isTooLong(String text) {
        return maxLength() >= 0 && text.length() > maxLength();
    }

    int rows() {
        return definition().number("rows", 1);
    }

    private int maxLength() {
        return definition().number("maxLength", -1);
    }

    @Override
    final void check(Editing editing, String control, FieldValue held, FieldValue before) throws RepositoryException {
        if (flag("readOnly") || hidden()) {
            return;
        }
        String plain = editing.text(path(), "label");
        String label = flag("i18n") ? editing.request.say("form.in-language", plain, languageName(editing)) : plain;
        FormValues.Texts texts = held.asTexts();
        String text = texts.first();
        if (flag("required") && (text.isBlank() || texts.equals(empty()))) {
            editing.refuse(control, label, path() + "/requiredErrorMessage", "form.error.required", label);
        } else if (isTooLong(text)) {
            // What else is wrong with it may well be because of that.
            editing.refuse(control, label, "", "form.error.too-long", label, maxLength(), text.length());
        } else if (!texts.equals(empty())) {
            if (!offers(editing, texts, before.asTexts())) {
                editing.refuse(control, label, "", "form.error.choice", label);
            }
            for (Rule rule : rules) {
                if (!rule.test().test(text)) {
                    editing.refuse(control, label, rule.message(), rule.key(), label);
                } else if (editing.isTaken(text, rule.naming())) {
                    editing.refuse(control, label, "", "form.error.taken", text);
                }
            }
        }
    }

    /** Whether what is chosen can be, or was so before. */
    boolean offers(Editing editing, FormValues.Texts chosen, FormValues.Texts before) throws RepositoryException {
        return true;
    }

    @Override
    final FieldValue merge(Merge merge, String control) {
        merge.conflicts().put(control, merge.theirs().asTexts().texts());
        return merge.yours();
    }

    // On the screen

    /** A control that lets the value through as it is: a browser's date field drops what is no date, a line its line ends. */
    abstract String type(String value);

    @Override
    Map<String, Object> item(Editing editing, String control, FieldValue held) throws RepositoryException {
        String value = held.asTexts().first();
        Map<String, Object> item = item(editing, type(value), control);
        item.put("language", flag("i18n") ? language.locale().toLanguageTag() : "");
        item.put("languageName", languageName(editing));
        if (!language.isDefault()) {
            item.put("description", "");
        }
        item.put("placeholder", editing.text(path(), "placeholder"));
        item.put("value", value);
        item.put("required", flag("required") && language.isDefault());
        item.put("readOnly", flag("readOnly"));
        item.put("rows", Math.max(rows(), 3));
        item.put("most", Math.max(maxLength(), 0));
        item.put("error", editing.error(control));
        item.put("theirs", editing.theirs(control, "form.theirs.empty", shown(editing)));
        return item;
    }

    /** The language's name, in the editor's; empty where it has none. */
    private String languageName(Editing editing) {
        return flag("i18n") ? language.locale().getDisplayLanguage(editing.request.language()) : "";
    }

    /** What the editor reads for what is stored, where that is something else. */
    Map<String, String> shown(Editing editing) throws RepositoryException {
        return Map.of();
    }
}
