package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.asset.Asset;

/** A field in which something is chosen: {@code comboBoxField}, {@code radioButtonGroupField}, {@code twinColSelectField}, links. */
final class Choice extends Input {
    /** {@code asset} where files of the asset app can be chosen. */
    private final String type;

    final Choices choices;
    private final boolean link;

    /** @param type {@code select}, {@code radio}, or {@code boxes} for several */
    Choice(Settings definition, Language language, FieldReader reader, String type) {
        super(definition, language, reader);
        this.choices = Choices.of(definition, reader);
        this.type = type.equals("select") && !choices.prefix().isEmpty() ? "asset" : type;
        this.link = reader.isLink(definition);
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
    boolean offers(Editing editing, FormValues.Texts chosen, FormValues.Texts before) throws RepositoryException {
        List<String> added = new ArrayList<>(chosen.texts());
        added.removeAll(before.texts());
        // Thousands may be offered, and are read only if something else is chosen than before.
        return added.isEmpty() || editing.choices(choices).keySet().containsAll(added);
    }

    @Override
    String type(String value) {
        return type;
    }

    @Override
    Map<String, String> shown(Editing editing) throws RepositoryException {
        return editing.choices(choices);
    }

    @Override
    Map<String, Object> item(Editing editing, String control, FieldValue value) throws RepositoryException {
        FormValues.Texts held = value.asTexts();
        Map<String, Object> item = super.item(editing, control, held);
        item.put("choices", options(editing, held));
        item.put("chosen", held.texts());
        // Without a value nothing is chosen, whatever the definition says of taking it back; a link can be cleared.
        boolean clearable =
                link || flag("emptySelectionAllowed") || held.texts().isEmpty();
        item.put("none", !flag("required") || clearable && !type.equals("radio"));
        String none = editing.text(path(), "emptySelectionCaption");
        item.put("noneLabel", none.isEmpty() ? editing.request.say("form.nothing-chosen") : none);
        boolean filtered = !definition().text("filteringMode").matches("|OFF");
        item.put("filter", filtered || flag("textInputAllowed"));
        if (type.equals("asset")) {
            Asset.find(editing.request.sessions().session(Asset.WORKSPACE), held.first())
                    .ifPresent(file -> item.put("file", file));
        }
        return item;
    }

    /**
     * What can be chosen, with what is stored and cannot be (any more): it stays until the editor chooses otherwise. What is chosen
     * comes first in its own order, so that it is sent back in it; then all else.
     *
     * @return what the editor reads, by what is stored
     */
    Map<String, String> options(Editing editing, FormValues.Texts held) throws RepositoryException {
        Map<String, String> offered = shown(editing);
        Map<String, String> all = new LinkedHashMap<>(held.texts().size() == 1 ? offered : Map.of());
        for (String value : held.texts()) {
            all.putIfAbsent(value, offered.getOrDefault(value, editing.request.say("form.unknown-choice", value)));
        }
        offered.forEach(all::putIfAbsent);
        return all;
    }
}
