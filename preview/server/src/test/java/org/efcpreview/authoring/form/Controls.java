package org.efcpreview.authoring.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the controls of a form hold when a browser sends it. */
final class Controls {

    private Controls() {}

    /** Of what is shown, by the names of the controls; can be changed. */
    static Map<String, List<String>> of(FormValues shown) {
        Map<String, List<String>> controls = new LinkedHashMap<>();
        put(controls, "", shown);
        return controls;
    }

    private static void put(Map<String, List<String>> controls, String control, FieldValue value) {
        if (value instanceof FormValues.Texts texts) {
            controls.put(control, texts.texts());
        } else if (value instanceof FormValues group) {
            group.fields().forEach((name, field) -> put(controls, Field.control(control, name), field));
        } else if (value instanceof FormValues.Entries entries) {
            for (int i = 0; i < entries.entries().size(); i++) {
                String entry = Field.control(control, String.valueOf(i));
                controls.put(entry + "/_id", List.of(entries.entries().get(i).id()));
                put(controls, entry, entries.entries().get(i).values());
            }
        }
    }
}
