package org.efcevents.event;

import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;

/**
 * A document attached to an event.
 *
 * @param asset its DAM key, {@code jcr:<uuid>}
 * @param title its title; null to use the asset's own
 * @param fallbacks whether the {@code title} is in another language
 * @param language ISO 639 code of the language it is written in; null if unknown
 */
public record Document(String asset, String title, Fallbacks fallbacks, String language) {

    /**
     * Reads the documents of an event or of its members' section.
     *
     * @param event the node that contains them
     */
    public static List<Document> of(ContentNode event) {
        return event.entries("documents").stream()
                .filter(document -> document.rawText("asset") != null)
                .map(document -> new Document(
                        document.rawText("asset"),
                        document.text("title"),
                        document.fallbacks("title"),
                        document.rawText("language")))
                .toList();
    }
}
