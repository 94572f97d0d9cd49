package org.efcpreview.authoring.form;

import java.util.List;
import java.util.Map;
import org.efcpreview.authoring.Settings;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** A text among the fields ({@code staticField}), which holds nothing. */
final class Note extends Group {
    Note(Settings definition) {
        super(definition, definition.name(), Place.CURRENT, List.of());
    }

    @Override
    Map<String, Object> item(Showing showing, String control, FieldValue held) {
        return Map.of("type", "note", "text", Jsoup.clean(showing.text(path(), "value"), Safelist.basic()));
    }
}
