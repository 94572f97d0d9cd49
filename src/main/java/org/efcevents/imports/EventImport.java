package org.efcevents.imports;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.Contents;
import org.efcevents.content.NodeType;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.StoredDate;
import org.efcevents.event.DateProperties;
import org.efcevents.migration.BodyText;
import org.efcevents.migration.EncodingDamage;
import org.efcevents.migration.FoundPlace;
import org.efcevents.migration.ReadEvent;
import org.efcevents.pagetext.Finding;
import org.efcevents.participant.FoundPerson;
import org.efcevents.undo.Editing;

/**
 * Makes events of what was read of a page, with those of their people and work packages that the archive does not have. Nothing is saved, and
 * nothing that is there is changed.
 */
public final class EventImport {

    /** The kind of step in which events are imported. */
    public static final String KIND = "import";

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)https?://\\S+");

    private final Editing editing;
    private final KeptPage page;
    private final NewNames events;
    private final NewNames packages;
    private final SpeakerImport speakers;
    private final KnownNames workPackages;
    private final EncodingDamage damage = new EncodingDamage();

    /**
     * Begins.
     *
     * @param names those that events have already
     * @param contents what is there
     */
    public EventImport(Editing editing, KeptPage page, Set<String> names, Contents contents)
            throws RepositoryException {
        this.editing = editing;
        this.page = page;
        Session session = editing.session();
        this.events = new NewNames(session.getNode("/events"), "event", names);
        this.packages = new NewNames(session.getNode("/work-packages"), "work-package", Set.of());
        this.speakers = new SpeakerImport(editing, contents, damage);
        this.workPackages = KnownNames.of(NodeType.WORK_PACKAGE, contents, editing.session());
    }

    /**
     * Makes an event, which is not published.
     *
     * @param proposal one that is right
     */
    public Node make(Proposal proposal) throws RepositoryException {
        ReadEvent read = proposal.read();
        StoredDate date = proposal.stored().orElseThrow();
        String title = damage.repaired(proposal.title());
        Node event = add("/events", events.of(title, date.start() == null ? "" : date.start()), NodeType.EVENT);
        event.setProperty("title", title);
        set(event, "kind", proposal.kind());
        DateProperties.write(date, event);
        event.setProperty("status", "scheduled");
        if (read.place().isPresent()) {
            put(event, read.place().get());
        }
        if (read.closed().isPresent()) {
            event.setProperty("closed", true);
            event.setProperty("attendance", damage.repaired(read.closed().get().value()));
        }
        set(event, read.announcement().isPresent() ? "description" : "report", repaired(read.body()));
        set(event, "credit", damage.repaired(read.credit().map(Finding::value).orElse("")));
        if (read.attachments().photographs() > 0) {
            event.setProperty("photographCount", read.attachments().photographs());
        }
        addWorkPackages(event, read);
        addPeople(event, read);
        addLinks(event, read);
        event.setProperty("sourceTitle", page.title());
        set(event, "sourceUrl", page.address());
        event.setProperty("sourcePosition", read.position());
        // Every event has one, if empty: the form says why.
        event.addNode("publicNotice", NodeType.NOTICE.jcrName());
        editing.addMade(event);
        return event;
    }

    private Node add(String folder, String name, NodeType type) throws RepositoryException {
        return editing.session().getNode(folder).addNode(name, type.jcrName());
    }

    private static void set(Node node, String property, String value) throws RepositoryException {
        if (!value.isEmpty()) {
            node.setProperty(property, value);
        }
    }

    private void put(Node event, FoundPlace place) throws RepositoryException {
        set(event, "city", damage.repaired(place.city().map(Finding::value).orElse("")));
        set(event, "country", place.country().map(Finding::value).orElse(""));
        set(event, "venue", damage.repaired(place.venue().map(Finding::value).orElse("")));
    }

    private String repaired(BodyText text) {
        return damage.repaired(text.html());
    }

    private void addWorkPackages(Node event, ReadEvent read) throws RepositoryException {
        List<String> ids = new ArrayList<>();
        for (Finding<String> code : read.workPackages()) {
            Optional<Node> known = workPackages.named(code.value());
            if (known.isEmpty()) {
                Node made = add("/work-packages", packages.of(code.value(), ""), NodeType.WORK_PACKAGE);
                made.setProperty("code", code.value());
                editing.addMade(made);
                workPackages.add(code.value(), made);
                known = Optional.of(made);
            }
            ids.add(known.get().getIdentifier());
        }
        if (!ids.isEmpty()) {
            event.setProperty("workPackages", ids.toArray(String[]::new));
        }
    }

    private void addPeople(Node event, ReadEvent read) throws RepositoryException {
        if (read.people().isEmpty()) {
            return;
        }
        Node participations = event.addNode("participations", "mgnl:contentNode");
        for (int i = 0; i < read.people().size(); i++) {
            FoundPerson person = read.people().get(i);
            Node part = participations.addNode("participations" + i, "efc:participation");
            part.setProperty("speaker", speakers.of(person).getIdentifier());
            part.setProperty("part", OpenEnum.wordOf(person.part().value()));
            set(part, "role", words(person.role()));
            set(part, "organisation", words(person.organisation()));
            set(part, "panel", words(person.panel()));
            set(part, "summary", repaired(read.talks().get(i)));
        }
    }

    private String words(Optional<Finding<String>> found) {
        return damage.repaired(found.map(Finding::value).orElse(""));
    }

    private void addLinks(Node event, ReadEvent read) throws RepositoryException {
        List<Finding<String>> all = new ArrayList<>(read.attachments().links());
        all.addAll(read.attachments().documents());
        Node links = null;
        for (Finding<String> link : all) {
            Optional<String> address = absolute(link.value(), page.address())
                    .filter(whole -> ELSEWHERE.matcher(whole).matches());
            if (address.isPresent()) {
                links = links == null ? event.addNode("links", "mgnl:contentNode") : links;
                Node made = links.addNode("links" + links.getNodes().getSize(), "mgnl:contentNode");
                made.setProperty("url", address.get());
                set(
                        made,
                        "title",
                        damage.repaired(link.words().get(0).in(read.entry().text())));
            }
        }
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
