package org.efcpreview.authoring.form;

import java.util.Map;
import org.efcpreview.authoring.Settings;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** A text among the fields ({@code staticField}). */
final class Note extends Part {
    Note(Settings definition) {
        super(definition);
    }

    @Override
    Map<String, Object> item(Showing showing, String within, FormValues values) {
        return Map.of("type", "note", "text", Jsoup.clean(showing.texts().text(path(), "value"), Safelist.basic()));
    }
}
