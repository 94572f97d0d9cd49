package org.efcevents.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.event.DateProperties;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedLink;
import org.efcevents.source.StatedPerson;
import org.efcevents.source.TextLanguage;
import org.efcevents.undo.Stored;

/**
 * What events of the archive have in their fields, as texts in the notation of {@link EventField}: what a source states can be compared with it, and
 * tables are made of it. What has no notation there (the programme, pictures, documents, what only members read) is not among it.
 */
public final class EventTexts {

    /** What is read with it has no translations. */
    private static final ContentLanguages ANY = new ContentLanguages("en", "en");

    private final Session session;
    private final ZoneId zone;
    private final String suffix;
    private final Map<String, String> names = new HashMap<>();

    /**
     * Begins.
     *
     * @param session of an editor's
     * @param zone that of times which do not name theirs
     */
    public EventTexts(Session session, ZoneId zone) {
        this(session, zone, TextLanguage.NONE);
    }

    /**
     * Begins.
     *
     * @param session of an editor's
     * @param zone that of times which do not name theirs
     * @param language in which texts of participations are read where there are any
     */
    EventTexts(Session session, ZoneId zone, TextLanguage language) {
        this.session = session;
        this.zone = zone;
        this.suffix = language.suffix();
    }

    /** The fields of an event that have something in them, by their names: first those of {@link EventField} in its order. */
    public Map<String, String> of(Node event) throws RepositoryException {
        Map<String, String> found = new HashMap<>();
        for (PropertyIterator properties = event.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            Optional<EventField> field = EventField.named(property.getName());
            if (field.isPresent()) {
                found.put(property.getName(), text(property, field.get().notation()));
            }
        }
        found.put(EventField.DATE.property(), DateText.of(DateProperties.read(new ContentNode(event, ANY)), zone));
        found.put(EventField.WORK_PACKAGES.property(), workPackages(event));
        found.put(EventField.PEOPLE.property(), lines(event, "participations"));
        found.put(EventField.LINKS.property(), lines(event, "links"));
        Map<String, String> texts = new LinkedHashMap<>();
        for (EventField field : EventField.values()) {
            found.entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty()
                            && EventField.named(entry.getKey())
                                    .filter(field::equals)
                                    .isPresent())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
        }
        return texts;
    }

    private static String text(Property property, EventField.Notation notation) throws RepositoryException {
        String text = String.join(EventField.BETWEEN, Stored.of(property).values());
        return notation != EventField.Notation.FLAG ? text : Boolean.parseBoolean(text) ? EventField.YES : "";
    }

    private String workPackages(Node event) throws RepositoryException {
        List<String> codes = new ArrayList<>();
        for (String id : Stored.of(event, "workPackages").map(Stored::values).orElse(List.of())) {
            codes.add(name(id));
        }
        return String.join(EventField.BETWEEN, codes);
    }

    private String lines(Node event, String name) throws RepositoryException {
        List<String> lines = new ArrayList<>();
        if (event.hasNode(name)) {
            for (NodeIterator parts = event.getNode(name).getNodes(); parts.hasNext(); ) {
                lines.add(line(parts.nextNode()));
            }
        }
        return String.join("\n", lines);
    }

    /** What a participation or a link has. */
    String line(Node part) throws RepositoryException {
        return part.hasProperty("url") || !part.getParent().getName().equals("participations")
                ? StatedLink.line(text(part, "title", ""), text(part, "url", ""))
                : StatedPerson.line(
                        name(text(part, "speaker", "")),
                        // As it is read where none is stated.
                        text(part, "part", StatedPerson.OTHERWISE),
                        translated(part, "role"),
                        text(part, "organisation", ""),
                        translated(part, "panel"),
                        translated(part, "talkTitle"),
                        translated(part, "summary"));
    }

    private String translated(Node part, String property) throws RepositoryException {
        return text(part, property + suffix, text(part, property, ""));
    }

    /** The name of a speaker, the code of a work package; the identifier, if there is none that can be read. */
    private String name(String id) throws RepositoryException {
        String known = names.get(id);
        if (known == null) {
            // What names nobody is kept as it is, so that it comes back as it was.
            known = id;
            if (ContentNode.isIdentifier(id)) {
                try {
                    Node node = session.getNodeByIdentifier(id);
                    known = text(node, "fullName", text(node, "code", node.getName()));
                } catch (ItemNotFoundException noneOfTheArchive) {
                    // As above.
                }
            }
            names.put(id, known);
        }
        return known;
    }

    private static String text(Node node, String property, String otherwise) throws RepositoryException {
        return Stored.of(node, property)
                .map(stored -> String.join(EventField.BETWEEN, stored.values()))
                .orElse(otherwise);
    }
}
