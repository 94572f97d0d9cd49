package org.efcevents.event;

import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;

/**
 * A picture in an event's gallery.
 *
 * @param asset its DAM key, {@code jcr:<uuid>}
 * @param alt its text alternative; empty if the editor entered none
 * @param caption its caption; null if there is none
 * @param fallbacks which of {@code alt} and {@code caption} are in another language
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
