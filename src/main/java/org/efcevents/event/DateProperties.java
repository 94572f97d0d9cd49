package org.efcevents.event;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.content.ContentNode;
import org.efcevents.date.StoredDate;

/** The properties that have the date of an event, or of a notice of one. */
public final class DateProperties {

    /** The one that is a flag; the others are texts. */
    public static final String APPROXIMATE = "approximate";

    private DateProperties() {}

    /** What a node has of them. */
    public static StoredDate read(ContentNode node) {
        return new StoredDate(
                node.rawText("precision"),
                node.rawText("start"),
                node.rawText("end"),
                node.rawText("startTime"),
                node.rawText("endTime"),
                node.rawText("timeZone"),
                node.rawText("partialDate"),
                node.flag(APPROXIMATE));
    }

    /** The texts of a date, by the names of their properties; null where it has none. */
    public static Map<String, String> texts(StoredDate date) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("precision", date.precision());
        texts.put("start", date.start());
        texts.put("end", date.end());
        texts.put("startTime", date.startTime());
        texts.put("endTime", date.endTime());
        texts.put("timeZone", date.timeZone());
        texts.put("partialDate", date.partialDate());
        return texts;
    }

    /** Gives a node all of them, and takes those away that the date has not. Nothing is saved. */
    public static void write(StoredDate date, Node node) throws RepositoryException {
        for (Map.Entry<String, String> text : texts(date).entrySet()) {
            node.setProperty(text.getKey(), text.getValue());
        }
        if (date.approximate()) {
            node.setProperty(APPROXIMATE, true);
        } else if (node.hasProperty(APPROXIMATE)) {
            node.getProperty(APPROXIMATE).remove();
        }
    }
}
