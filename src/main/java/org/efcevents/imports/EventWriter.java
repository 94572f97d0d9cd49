package org.efcevents.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.content.NodeType;
import org.efcevents.date.StoredDate;
import org.efcevents.event.DateProperties;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedLink;
import org.efcevents.source.StatedPerson;
import org.efcevents.source.TextLanguage;
import org.efcevents.undo.Editing;
import org.efcevents.undo.Stored;

/** Gives events what their fields are to have, in the notation of {@link EventField}. Nothing is saved. */
final class EventWriter {

    private static final Stored TRUE = new Stored(PropertyType.BOOLEAN, false, List.of("true"));

    private final Editing editing;
    private final EventTexts texts;
    private final ZoneId zone;
    private final String suffix;
    private final SpeakerImport speakers;
    private final KnownNames workPackages;
    private final NewNames packageNames;

    EventWriter(Editing editing, Contents contents, ZoneId zone, TextLanguage language) throws RepositoryException {
        this.editing = editing;
        this.zone = zone;
        this.texts = new EventTexts(editing.session(), zone, language);
        this.suffix = language.suffix();
        this.speakers = new SpeakerImport(editing, contents, suffix);
        this.workPackages = KnownNames.of(NodeType.WORK_PACKAGE, contents, editing.session());
        this.packageNames = new NewNames(editing.session().getNode("/work-packages"), "work-package", Set.of());
    }

    /** What events have now. */
    EventTexts texts() {
        return texts;
    }

    /**
     * Gives an event what one of its fields is to have; people and links have methods of their own.
     *
     * @param name as {@link EventField#named} has it
     * @param text empty to take away what is there
     */
    void write(Node event, String name, String text) throws RepositoryException {
        switch (EventField.named(name).orElseThrow()) {
            case DATE -> write(event, DateText.parse(text, zone).orElseThrow());
            case WORK_PACKAGES -> writeWorkPackages(event, EventField.listed(text));
            default -> editing.set(event, name, text.isEmpty() ? null : stored(name, text));
        }
    }

    private static Stored stored(String name, String text) {
        return switch (EventField.named(name).orElseThrow().notation()) {
            case NUMBER -> new Stored(PropertyType.LONG, false, List.of(text));
            case FLAG -> TRUE;
            case LIST -> Stored.texts(EventField.listed(text));
            default -> Stored.text(text);
        };
    }

    /** Gives an event its date. */
    void write(Node event, StoredDate date) throws RepositoryException {
        for (Map.Entry<String, String> text : DateProperties.texts(date).entrySet()) {
            editing.set(event, text.getKey(), text.getValue() == null ? null : Stored.text(text.getValue()));
        }
        editing.set(event, DateProperties.APPROXIMATE, date.approximate() ? TRUE : null);
    }

    private void writeWorkPackages(Node event, List<String> codes) throws RepositoryException {
        List<String> ids = new ArrayList<>();
        for (String code : codes) {
            Optional<Node> known = workPackages.named(code);
            if (known.isEmpty()) {
                Node made = editing.session()
                        .getNode("/work-packages")
                        .addNode(packageNames.of(code, ""), NodeType.WORK_PACKAGE.jcrName());
                editing.addMade(made);
                made.setProperty("code", code);
                workPackages.add(code, made);
                known = Optional.of(made);
            }
            ids.add(known.get().getIdentifier());
        }
        editing.set(event, "workPackages", ids.isEmpty() ? null : Stored.texts(ids));
    }

    /** Gives an event its people. Whoever is there already, with the same, stays as they are. */
    void writePeople(Node event, List<StatedPerson> people) throws RepositoryException {
        List<PartWriting> parts = new ArrayList<>();
        for (StatedPerson person : people) {
            Node speaker = speakers.of(person);
            String line =
                    person.named(speaker.getProperty("fullName").getString()).line();
            parts.add(new PartWriting(line, "speaker", speaker.getIdentifier(), part -> {
                part.setProperty("speaker", speaker.getIdentifier());
                set(part, "part", person.part());
                set(part, "role" + suffix, person.role());
                set(part, "organisation", person.organisation());
                set(part, "panel" + suffix, person.panel());
                set(part, "talkTitle" + suffix, person.talkTitle());
                set(part, "summary" + suffix, person.summary());
            }));
        }
        rewrite(event, "participations", "efc:participation", parts);
    }

    /** Gives an event its links. */
    void writeLinks(Node event, List<StatedLink> links) throws RepositoryException {
        List<PartWriting> parts = new ArrayList<>();
        for (StatedLink link : links) {
            parts.add(new PartWriting(link.line(), "url", link.address(), part -> {
                set(part, "url", link.address());
                set(part, "title", link.title());
            }));
        }
        rewrite(event, "links", "mgnl:contentNode", parts);
    }

    /**
     * A part of an event that is to be.
     *
     * @param line what it has, as {@link EventTexts#line} tells it
     * @param property the one that says who or what it is of
     * @param value of that
     * @param writing what gives a node its content
     */
    private record PartWriting(String line, String property, String value, Editing.Writing writing) {}

    private void rewrite(Node event, String name, String type, List<PartWriting> parts) throws RepositoryException {
        if (parts.isEmpty() && !event.hasNode(name)) {
            return;
        }
        editing.rewrite(event, name, all -> {
            List<Node> before = new ArrayList<>();
            for (NodeIterator there = all.getNodes(); there.hasNext(); ) {
                before.add(there.nextNode());
            }
            int number = before.size();
            Map<PartWriting, Node> same = new IdentityHashMap<>();
            for (PartWriting part : parts) {
                Node node = taken(part.line(), before);
                if (node != null) {
                    same.put(part, node);
                }
            }
            for (PartWriting part : parts) {
                Node node = same.containsKey(part) ? same.get(part) : ofSame(part, before);
                if (node == null) {
                    while (all.hasNode(name + number)) {
                        number++;
                    }
                    node = all.addNode(name + number++, type);
                } else {
                    // To the end, after what came before it.
                    all.orderBefore(node.getName(), null);
                }
                if (!same.containsKey(part)) {
                    part.writing().write(node);
                }
            }
            for (Node gone : before) {
                gone.remove();
            }
        });
    }

    /** Takes the first of the nodes that has a line; null if none has. */
    private Node taken(String line, List<Node> nodes) throws RepositoryException {
        for (Node node : nodes) {
            if (texts.line(node).equals(line)) {
                nodes.remove(node);
                return node;
            }
        }
        return null;
    }

    /** Takes the first of the nodes that is of the same person or page, and has translations of its own; null if none is. */
    private static Node ofSame(PartWriting part, List<Node> nodes) throws RepositoryException {
        for (Node node : nodes) {
            if (node.hasProperty(part.property())
                    && node.getProperty(part.property()).getString().equals(part.value())) {
                nodes.remove(node);
                return node;
            }
        }
        return null;
    }

    private static void set(Node node, String property, String value) throws RepositoryException {
        if (!value.isEmpty() || node.hasProperty(property)) {
            node.setProperty(property, value.isEmpty() ? null : value);
        }
    }
}
