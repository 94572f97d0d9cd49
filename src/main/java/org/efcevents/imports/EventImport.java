package org.efcevents.imports;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.content.NodeType;
import org.efcevents.date.StoredDate;
import org.efcevents.pagetext.Finding;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedFile;
import org.efcevents.source.StatedLink;
import org.efcevents.source.TextLanguage;
import org.efcevents.undo.Editing;

/**
 * Makes events of what a source states, with those of their people and work packages that the archive does not have, and changes those that are
 * there. Nothing is saved.
 */
public final class EventImport {

    /** The kind of step in which events are imported. */
    public static final String KIND = "import";

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)https?://\\S+");

    private final Editing editing;
    private final KeptPage page;
    private final NewNames names;
    private final EventWriter writer;
    private final FileImport files;

    /**
     * Begins.
     *
     * @param names those that events have already
     * @param contents what is there
     * @param zone of times that do not say theirs
     * @param files what events get of the files that came with their source
     * @param language in which it states its texts
     */
    public EventImport(
            Editing editing,
            KeptPage page,
            Set<String> names,
            Contents contents,
            ZoneId zone,
            FileImport files,
            TextLanguage language)
            throws RepositoryException {
        this.editing = editing;
        this.page = page;
        this.names = new NewNames(editing.session().getNode("/events"), "event", names);
        this.writer = new EventWriter(editing, contents, zone, language);
        this.files = files;
    }

    /**
     * Makes an event, which is not published, or changes the one that is there.
     *
     * @param proposal one that is right
     * @return what is to be kept of it
     */
    public MadeEvent carryOut(Proposal proposal) throws RepositoryException {
        return proposal.isChange() ? change(proposal) : make(proposal);
    }

    private MadeEvent make(Proposal proposal) throws RepositoryException {
        StatedEvent stated = proposal.stated();
        StoredDate date = proposal.stored().orElseThrow();
        String day = date.start() == null ? "" : date.start();
        Node event =
                editing.session().getNode("/events").addNode(names.of(proposal.title(), day), NodeType.EVENT.jcrName());
        editing.addMade(event);
        event.setProperty("status", "scheduled");
        for (String name : stated.fields().keySet()) {
            if (!name.equals(EventField.DATE.property())) {
                writer.write(event, name, stated.fields().get(name).value());
            }
        }
        // Every event has one in the site's first language; a title that an editor has put right is so in its own
        // language, too.
        for (String name : stated.fields().keySet()) {
            boolean own = !hasOwnTitle(stated)
                    && EventField.TITLE.isNamed(name)
                    && stated.fields().get(name).value().equals(stated.title());
            if (own) {
                writer.write(event, name, proposal.title());
            }
        }
        writer.write(event, EventField.TITLE.property(), proposal.title());
        writer.write(event, EventField.KIND.property(), proposal.kind());
        writer.write(event, date);
        writer.write(event, EventField.VENUE.property(), proposal.place().venue());
        writer.write(event, EventField.CITY.property(), proposal.place().city());
        writer.write(
                event, EventField.COUNTRY.property(), proposal.place().code().orElseThrow());
        writer.writePeople(event, proposal.people());
        files.write(editing, event, stated.files());
        writer.writeLinks(event, links(stated, event));
        event.setProperty("sourceTitle", page.title());
        if (!page.address().isEmpty() && !event.hasProperty("sourceUrl")) {
            event.setProperty("sourceUrl", page.address());
        }
        event.setProperty("sourcePosition", stated.position());
        // Every event has one, if empty: the form says why.
        event.addNode("publicNotice", NodeType.NOTICE.jcrName());
        return made(event, proposal, List.of());
    }

    private static boolean hasOwnTitle(StatedEvent stated) {
        Finding<String> own = stated.fields().get(EventField.TITLE.property());
        return own != null && !own.value().isEmpty();
    }

    private MadeEvent change(Proposal proposal) throws RepositoryException {
        KnownEvent known = proposal.known().orElseThrow();
        StatedEvent stated = proposal.stated();
        Node event = editing.session().getNodeByIdentifier(known.id());
        for (FieldChange change : known.changes()) {
            if (change.isTaken()) {
                if (EventField.TITLE.isNamed(change.name())
                        && !hasOwnTitle(stated)
                        && writer.texts()
                                .of(event)
                                .getOrDefault(EventField.TITLE.property(), "")
                                .equals(change.before())) {
                    // It was given the same in the site's first language, as nothing else was stated.
                    writer.write(event, EventField.TITLE.property(), change.after());
                }
                switch (EventField.named(change.name()).orElseThrow()) {
                    case PEOPLE -> writer.writePeople(event, proposal.people());
                    case LINKS -> writer.writeLinks(event, links(stated, event));
                    default -> writer.write(event, change.name(), change.after());
                }
            }
        }
        files.write(editing, event, known.missing());
        return made(event, proposal, known.changes());
    }

    /** What was not taken because somebody has edited it is kept as it was stated: it is not offered again before the source changes again. */
    private MadeEvent made(Node event, Proposal proposal, List<FieldChange> changes) throws RepositoryException {
        Map<String, String> present = writer.texts().of(event);
        Map<String, MadeEvent.Field> fields = new HashMap<>();
        StatedTexts.of(proposal.stated())
                .forEach((name, stated) -> fields.put(
                        name,
                        new MadeEvent.Field(
                                MadeEvent.digestOf(stated),
                                changes.stream()
                                                .anyMatch(
                                                        change -> change.name().equals(name) && !change.isTaken())
                                        ? "edited"
                                        : MadeEvent.digestOf(present.getOrDefault(name, "")))));
        return new MadeEvent(
                proposal.at(),
                event.getIdentifier(),
                proposal.digest(),
                proposal.stated().key(),
                "",
                fields);
    }

    /** Documents that the event does not have are led to where they were; nothing is fetched. */
    private List<StatedLink> links(StatedEvent stated, Node event) throws RepositoryException {
        boolean withFiles = event.hasNode("documents");
        List<StatedLink> links = new ArrayList<>();
        Stream.concat(
                        (stated.links() == null ? List.<StatedLink>of() : stated.links()).stream(),
                        stated.files().stream()
                                .filter(file ->
                                        file.kind() == StatedFile.Kind.DOCUMENT && !(withFiles && files.has(file)))
                                .map(file -> new StatedLink(file.title(), file.address(), file.words())))
                .forEach(link -> absolute(link.address(), page.address())
                        .filter(whole -> ELSEWHERE.matcher(whole).matches())
                        .ifPresent(whole -> links.add(new StatedLink(link.title(), whole, link.words()))));
        return links;
    }

    /** The whole of an address; empty if it is none, or if it is a part and nobody has said where the page was. */
    private static Optional<String> absolute(String address, String page) {
        try {
            URI whole = page.isEmpty() ? URI.create(address) : URI.create(page).resolve(address);
            return whole.isAbsolute() ? Optional.of(whole.toString()) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
