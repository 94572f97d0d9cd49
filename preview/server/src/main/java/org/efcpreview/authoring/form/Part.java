package org.efcpreview.authoring.form;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Settings;

/** What a form is made of: a {@link Field}, or a {@link Note} among them. */
abstract class Part {
    private final Settings definition;

    Part(Settings definition) {
        this.definition = definition;
    }

    final Settings definition() {
        return definition;
    }

    /** Where it stands in its definition, as in {@link org.definitioncheck.message.RequiredKey#path}. */
    final String path() {
        return definition.key();
    }

    /**
     * What {@code form.ftl} prints, by the names that its macros say.
     *
     * @param within the control in which the fields lie; empty for the form itself
     * @param values what these fields hold
     */
    abstract Map<String, Object> item(Showing showing, String within, FormValues values) throws RepositoryException;

    /** What is told of every part; {@code type} is the macro that prints it. */
    final Map<String, Object> item(Showing showing, String type, String control) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", type);
        item.put("control", control);
        item.put("id", Names.id(control));
        item.put("label", showing.texts().text(path(), "label"));
        item.put("description", showing.texts().text(path(), "description"));
        return item;
    }
}
