package org.efcevents.event;

import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;

/**
 * A picture of an event's gallery.
 *
 * @param asset its DAM key, {@code jcr:<uuid>}
 * @param alt its text alternative; empty where the editor gave none
 * @param caption what is written below it; null where there is none
 * @param fallbacks which of {@code alt} and {@code caption} are in the default language only
 */
public record Picture(String asset, String alt, String caption, Fallbacks fallbacks) {

    static List<Picture> of(ContentNode event) {
        return event.entries("gallery").stream()
                .filter(picture -> picture.rawText("image") != null)
                .map(picture -> {
                    String alt = picture.text("alt");
                    return new Picture(
                            picture.rawText("image"),
                            alt == null ? "" : alt,
                            picture.text("caption"),
                            picture.fallbacks("alt", "caption"));
                })
                .toList();
    }
}
