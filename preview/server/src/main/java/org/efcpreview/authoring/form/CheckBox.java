package org.efcpreview.authoring.form;

import java.util.List;
import javax.jcr.PropertyType;
import org.efcpreview.authoring.Settings;

/** Yes or no ({@code checkBoxField}): {@code true} or {@code false}. */
final class CheckBox extends Input {
    CheckBox(Settings definition, Language language, FieldReader reader) {
        super(definition, language, reader);
    }

    @Override
    int storedAs() {
        return PropertyType.BOOLEAN;
    }

    @Override
    FormValues.Texts empty() {
        return held(List.of());
    }

    @Override
    FormValues.Texts initial() {
        return held(List.of(definition().text("defaultValue")));
    }

    @Override
    FormValues.Texts held(List<String> texts) {
        return FormValues.Texts.of(String.valueOf(texts.contains("true")));
    }

    @Override
    String type(String value) {
        return "box";
    }
}
