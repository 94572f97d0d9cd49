package org.efcevents.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.channel.ChannelResponse;
import org.efcevents.channel.CsvChannel;
import org.efcevents.content.ContentException;
import org.efcevents.content.NodeType;
import org.efcevents.health.CheckedNode;
import org.efcevents.imports.EventTexts;
import org.efcevents.source.EventField;

/**
 * All events as a table that can be imported again: each field of {@link EventField} has a column of its name, with what tells the event and its
 * version from others before them. What has no field (the programme, pictures, documents, what only members read) stays in the archive.
 */
final class EventsTable {

    private static final String ID = "id";
    private static final String MODIFIED = "modified";
    private static final String LAST_MODIFIED = "mgnl:lastModified";

    private EventsTable() {}

    static ChannelResponse of(DeskRequest request) {
        try {
            return CsvChannel.table("all-events.csv", rows(request));
        } catch (RepositoryException e) {
            throw new ContentException("The events cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<List<String>> rows(DeskRequest request) throws RepositoryException {
        List<String> names = names(request.languages());
        Session session = request.archive().desk().session();
        EventTexts texts = new EventTexts(session, request.timeZone());
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of(ID, MODIFIED), names.stream()).toList());
        for (CheckedNode event : request.archive().desk().contents().all(NodeType.EVENT)) {
            Node node = session.getNodeByIdentifier(event.id());
            Map<String, String> fields = texts.of(node);
            List<String> row = new ArrayList<>();
            row.add(event.id());
            row.add(
                    node.hasProperty(LAST_MODIFIED)
                            ? node.getProperty(LAST_MODIFIED).getString()
                            : "");
            names.forEach(name -> row.add(fields.getOrDefault(name, "")));
            rows.add(row);
        }
        return rows;
    }

    /** The names of all fields, those with translations in each language of the site. */
    private static List<String> names(List<Locale> languages) {
        return Arrays.stream(EventField.values())
                .flatMap(field -> Stream.concat(
                        Stream.of(field.property()),
                        field.isTranslated() ? languages.stream().skip(1).map(field::property) : Stream.empty()))
                .toList();
    }
}
