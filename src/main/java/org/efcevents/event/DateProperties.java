package org.efcevents.event;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.content.ContentNode;
import org.efcevents.date.StoredDate;

/** The properties that have the date of an event, or of a notice of one. */
public final class DateProperties {

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
                node.flag("approximate"));
    }

    /** Gives a node all of them, and takes those away that the date has not. Nothing is saved. */
    public static void write(StoredDate date, Node node) throws RepositoryException {
        node.setProperty("precision", date.precision());
        node.setProperty("start", date.start());
        node.setProperty("end", date.end());
        node.setProperty("startTime", date.startTime());
        node.setProperty("endTime", date.endTime());
        node.setProperty("timeZone", date.timeZone());
        node.setProperty("partialDate", date.partialDate());
        if (date.approximate()) {
            node.setProperty("approximate", true);
        } else if (node.hasProperty("approximate")) {
            node.getProperty("approximate").remove();
        }
    }
}
