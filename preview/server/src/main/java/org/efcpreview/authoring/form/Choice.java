package org.efcpreview.authoring.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Settings;

/** A field in which something is chosen: {@code comboBoxField}, {@code radioButtonGroupField}, {@code twinColSelectField}, links. */
final class Choice extends Input {
    private static final String OF_SELECT = "datasource filteringMode layout";
    private static final String OF_COMBO = "datasource filteringMode emptySelectionAllowed emptySelectionCaption"
            + " textInputAllowed pageLength placeholder popWidth scrollToSelectedItem";
    private static final String OF_LINK = " chooserId preview editable showOptions buttonSelectNewLabel";

    /** {@code asset} where files of the asset app can be chosen. */
    private final String type;

    private final Choices choices;
    private final boolean link;

    /** @param type {@code select}, {@code radio}, or {@code boxes} for several */
    Choice(Settings definition, Language language, FieldReader reader, String type) {
        super(definition, language, reader, properties(type) + (reader.isLink(definition) ? OF_LINK : ""));
        this.choices = Choices.of(definition, reader);
        this.type = type.equals("select") && choices instanceof Choices.Files ? "asset" : type;
        this.link = reader.isLink(definition);
    }

    private static String properties(String type) {
        return switch (type) {
            case "radio" -> OF_SELECT;
            case "boxes" -> OF_SELECT + " rows leftColumnCaption rightColumnCaption";
            default -> OF_COMBO;
        };
    }

    /** Whether the definition itself names the options. */
    boolean listed() {
        return choices instanceof Choices.Listed;
    }

    @Override
    boolean several() {
        return type.equals("boxes");
    }

    @Override
    FormValues.Texts held(List<String> texts) {
        return several()
                ? new FormValues.Texts(
                        texts.stream().filter(text -> !text.isEmpty()).toList())
                : super.held(texts);
    }

    @Override
    boolean offers(FormTexts words, FormValues.Texts chosen, FormValues.Texts before) throws RepositoryException {
        Map<String, String> offered = words.choices(choices);
        return chosen.texts().stream().allMatch(text -> before.texts().contains(text) || offered.containsKey(text));
    }

    @Override
    String type(String value) {
        return type;
    }

    @Override
    Map<String, String> shown(Showing showing) throws RepositoryException {
        return showing.texts().choices(choices);
    }

    @Override
    Map<String, Object> item(Showing showing, String control, FieldValue value) throws RepositoryException {
        FormValues.Texts held = value.asTexts();
        Map<String, Object> item = super.item(showing, control, held);
        item.put("choices", options(showing, held));
        // Without a value nothing is chosen, whatever the definition says of taking a choice back; a link can be
        // cleared.
        item.put(
                "none",
                !flag("required")
                        || !type.equals("radio")
                                && (link
                                        || flag("emptySelectionAllowed")
                                        || held.texts().isEmpty()));
        item.put(
                "noneLabel",
                FieldReader.or(
                        showing.texts().text(path(), "emptySelectionCaption"),
                        showing.texts().own("form.nothing-chosen")));
        item.put(
                "filter",
                flag("textInputAllowed") || !definition().text("filteringMode").matches("|OFF"));
        if (type.equals("asset")) {
            showing.texts().assets().find(held.first()).ifPresent(file -> item.put("file", file));
        }
        return item;
    }

    /**
     * What can be chosen, with what is stored and cannot be (any more): it stays until the editor chooses otherwise. What is chosen
     * comes first in its own order, so that it is sent back in it; then all else.
     */
    List<Map<String, Object>> options(Showing showing, FormValues.Texts held) throws RepositoryException {
        Map<String, String> offered = shown(showing);
        Map<String, String> all = new LinkedHashMap<>(held.texts().size() == 1 ? offered : Map.of());
        for (String value : held.texts()) {
            String unknown = showing.texts().own("form.unknown-choice", value);
            all.putIfAbsent(value, offered.getOrDefault(value, unknown));
        }
        offered.forEach(all::putIfAbsent);
        return all.entrySet().stream()
                .map(option -> Map.<String, Object>of(
                        "value",
                        option.getKey(),
                        "label",
                        option.getValue(),
                        "chosen",
                        held.texts().contains(option.getKey())))
                .toList();
    }
}
