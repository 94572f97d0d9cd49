package org.efcpreview.authoring.form;

import java.util.Map;
import javax.jcr.RepositoryException;
import org.efcevents.content.RichText;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.form.Input.Language;

/** Formatted text ({@code richTextField}). */
final class RichTextField extends Input {
    RichTextField(Settings definition, Language language, FieldReader reader) {
        super(
                definition,
                language,
                reader,
                "alignment images lists source tables height colors fonts fontSizes linkFieldDefinitions");
        for (String able : new String[] {"alignment", "images", "tables"}) {
            if (flag(able)) {
                reader.problem(
                        path() + "/" + able, "is not supported here: what it makes would not be shown to visitors");
            }
        }
        if (flag("readOnly")) {
            reader.problem(path() + "/readOnly", "of formatted text is not supported here");
        }
    }

    @Override
    String type(String value) {
        return RichText.of(value).html().equals(value) ? "rich" : "area";
    }

    @Override
    Map<String, Object> item(Showing showing, String control, FieldValue held) throws RepositoryException {
        Map<String, Object> item = super.item(showing, control, held);
        item.put("rows", 10);
        return item;
    }
}
