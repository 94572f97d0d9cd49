package org.efcevents.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.query.Query;
import org.efcevents.content.ContentException;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.content.Slugs;
import org.efcevents.index.EventNodes;
import org.efcevents.workpackage.WorkPackage;

/**
 * All queries to the repository. The session answers them with the rights of its reader.
 *
 * <p>Selection by type and property uses XPath rather than JCR-SQL2, because Jackrabbit 2 answers that from its index
 * alone.
 *
 * <p>Every query specifies an order even though results are sorted elsewhere: without one, Jackrabbit puts results into
 * document order ({@code respectDocumentOrder}, which Magnolia leaves on) by searching for each node among its
 * siblings, which took seconds for 2,000 events in one folder. Every query also specifies a limit, larger than any
 * result: without one, Jackrabbit fetches long results in several steps, and if the index is reorganised in between,
 * some nodes are returned twice and others not at all.
 */
final class ArchiveQueries {

    /**
     * Former addresses may be those of another site. They come from URLs and become part of queries, so they may not contain
     * anything that is syntax there.
     */
    private static final Pattern FORMER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,199}");

    /** Where work packages lie. */
    static final String WORK_PACKAGES = "/work-packages";

    private static final List<NodeType> CONTENT = List.of(NodeType.EVENT, NodeType.SPEAKER, NodeType.WORK_PACKAGE);

    private static final List<NodeType> EVENT_OR_NOTICE = List.of(NodeType.EVENT, NodeType.NOTICE);

    private final Session session;
    private final ContentLanguages languages;
    private final Slugs slugs;
    private final Map<String, ContentNode> shared;

    /** @param slugs gives what is found its slugs */
    ArchiveQueries(Session session, ContentLanguages languages, Slugs slugs) {
        this(session, languages, slugs, null);
    }

    /** @param shared the nodes that others have read and these will read, by identifier; null to keep none */
    private ArchiveQueries(Session session, ContentLanguages languages, Slugs slugs, Map<String, ContentNode> shared) {
        this.session = session;
        this.languages = languages;
        this.slugs = slugs;
        this.shared = shared;
    }

    /** The same in other languages, where nodes are read once for all that share them. */
    ArchiveQueries in(ContentLanguages others, Map<String, ContentNode> with) {
        return new ArchiveQueries(session, others, slugs, with);
    }

    Session session() {
        return session;
    }

    ContentLanguages languages() {
        return languages;
    }

    private ContentNode content(Node node) throws RepositoryException {
        ContentNode read = new ContentNode(node, languages, slugs);
        return shared == null
                ? read
                : shared.computeIfAbsent(node.getIdentifier(), id -> read).in(languages);
    }

    /**
     * Whether a readable node represents an event. Withdrawn events, which editors can read, do not, and a notice does
     * only if the reader cannot read the event itself.
     */
    boolean isShown(ContentNode node) {
        return EventNodes.isShown(node)
                && (!node.isA(NodeType.NOTICE) || node.parent().isEmpty());
    }

    /** The notices of withdrawn events and, for editors, the events themselves. */
    List<ContentNode> withdrawn() {
        return EVENT_OR_NOTICE.stream()
                .flatMap(type -> select("/jcr:root" + EventNodes.WITHDRAWN + "//element(*, " + type + ")").stream())
                .filter(EventNodes::tells)
                .toList();
    }

    /** What says of itself that it formerly had this slug, or that what had this identifier is part of it now. */
    List<ContentNode> formerlyAt(NodeType type, String slug) {
        return slug == null || !FORMER.matcher(slug).matches()
                ? List.of()
                : select("/jcr:root" + folder(type) + "//element(*, " + type + ")[@formerAddresses = '" + slug + "']")
                        .stream()
                        .filter(this::isShown)
                        .toList();
    }

    private static String folder(NodeType type) {
        return switch (type) {
            case SPEAKER -> "/speakers";
            case WORK_PACKAGE -> WORK_PACKAGES;
            default -> "/events";
        };
    }

    /** The identifiers of the events, speakers and work packages that name something by its identifier, or have parts that do. */
    Set<String> naming(String id) {
        return select("//element(*, nt:base)[jcr:contains(., '\"" + identifier(id) + "\"')]").stream()
                .flatMap(part -> Stream.iterate(
                                Optional.of(part), Optional::isPresent, above -> above.flatMap(ContentNode::parent))
                        .flatMap(Optional::stream)
                        .filter(above -> CONTENT.stream().anyMatch(above::isA))
                        .limit(1))
                .map(ContentNode::id)
                .collect(Collectors.toSet());
    }

    /** The events in which a speaker took part, without duplicates. */
    List<ContentNode> eventsOfSpeaker(String id) {
        Map<String, ContentNode> events = new LinkedHashMap<>();
        select("/jcr:root/events//element(*, " + NodeType.PARTICIPATION + ")[@speaker = '" + identifier(id) + "']")
                .stream()
                .map(ArchiveQueries::eventOf)
                .flatMap(Optional::stream)
                .filter(event -> !event.isDeleted())
                .filter(this::isShown)
                .forEach(event -> events.put(event.id(), event));
        return List.copyOf(events.values());
    }

    /**
     * The node that a component refers to, or what it has become part of; empty if the text is not an identifier or there is no such node for this
     * reader, for example because it is not published.
     *
     * @param nodeType the type that the node must have
     * @param folder the folder that it must lie in, at any depth
     */
    Optional<ContentNode> referred(NodeType nodeType, String folder, String id) {
        return ContentNode.isIdentifier(id)
                ? select("/jcr:root" + folder + "//element(*, " + nodeType + ")[@jcr:uuid = '" + id + "']").stream()
                        .findFirst()
                        .or(() -> formerlyAt(nodeType, id).stream().findFirst())
                : Optional.empty();
    }

    /**
     * What a component shows of the event that it refers to: the event itself or, if only that is readable, its notice.
     * Components store the identifier of the event, and the only way from there to the notice is a query, because
     * Jackrabbit checks access to the result of a query but not to the nodes on the path to it.
     */
    Optional<ContentNode> referredEvent(String id) {
        return referred(NodeType.EVENT, "/events", id)
                .or(() -> ContentNode.isIdentifier(id)
                        ? select("/jcr:root/events//element(*, " + NodeType.EVENT + ")[@jcr:uuid = '" + id
                                        + "']/element(*, " + NodeType.NOTICE + ")")
                                .stream()
                                .findFirst()
                        : Optional.empty())
                .filter(this::isShown);
    }

    /**
     * The event of a participation, which lies in {@code <event>/participations}; empty if this reader may not see it.
     */
    static Optional<ContentNode> eventOf(ContentNode participation) {
        return participation.parent().flatMap(ContentNode::parent);
    }

    List<ContentNode> workPackages() {
        return ask("work packages", () -> {
            List<ContentNode> found = new ArrayList<>();
            if (session.nodeExists(WORK_PACKAGES)) {
                addWorkPackagesBelow(session.getNode(WORK_PACKAGES), found);
            }
            return found;
        });
    }

    /**
     * Node by node: there are few, each page with events needs them, and a query may not know yet of a change that the
     * index of events knows of.
     */
    private void addWorkPackagesBelow(Node folder, List<ContentNode> found) throws RepositoryException {
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            ContentNode content = content(node);
            if (!content.isA(NodeType.WORK_PACKAGE)) {
                addWorkPackagesBelow(node, found);
            } else if (!content.isDeleted()) {
                found.add(content);
            }
        }
    }

    Optional<ContentNode> event(String slug) {
        return named(NodeType.EVENT, "/events", slug);
    }

    Optional<ContentNode> speaker(String slug) {
        return named(NodeType.SPEAKER, "/speakers", slug);
    }

    Optional<ContentNode> workPackage(String slug) {
        return named(NodeType.WORK_PACKAGE, WORK_PACKAGES, slug);
    }

    /** The node with this identifier; empty where the text is none, and where there is no such node for this reader. */
    Optional<ContentNode> content(String id) {
        if (!ContentNode.isIdentifier(id)) {
            return Optional.empty();
        }
        return ask("the node with the identifier " + id, () -> {
            try {
                return Optional.of(content(session.getNodeByIdentifier(id)));
            } catch (ItemNotFoundException absentOrForbidden) {
                return Optional.empty();
            }
        });
    }

    /**
     * The work package with this identifier; empty if there is none that this reader may read. Not by a query, which may not know yet of
     * a change that the index of events knows of.
     */
    Optional<WorkPackage> workPackageWith(String id) {
        return read(id, node -> Optional.of(node)
                .filter(there -> there.isA(NodeType.WORK_PACKAGE)
                        && there.path().startsWith(WORK_PACKAGES + "/")
                        && !there.isDeleted())
                .map(WorkPackage::of));
    }

    /** The event, speaker or work package with this identifier; empty if there is none that this reader may read. */
    Optional<ContentNode> shown(NodeType type, String id) {
        return read(
                id, node -> Optional.of(node).filter(there -> there.isA(type) && !there.isDeleted() && isShown(there)));
    }

    /** Whether this reader may add a node at a path. */
    boolean mayAdd(String path) {
        return ask("what may be added at " + path, () -> session.hasPermission(path, Session.ACTION_ADD_NODE));
    }

    /** Whether this reader may read what is at a path, or might if there were anything. */
    boolean mayRead(String path) {
        return ask("what may be read at " + path, () -> session.hasPermission(path, Session.ACTION_READ));
    }

    /**
     * Reads something of the node with this identifier; empty where there is no such node for this reader, also if it is removed
     * while it is read.
     */
    <T> Optional<T> read(String id, Function<ContentNode, Optional<T>> reader) {
        try {
            return content(id).flatMap(reader);
        } catch (ContentException perhapsRemoved) {
            // If it is there, it may be something that it leads to.
            return content(id).flatMap(reader);
        }
    }

    /** Reads something of a node; empty if it is removed while it is read. */
    <T> Optional<T> read(ContentNode found, Function<ContentNode, T> reader) {
        return read(found.id(), node -> Optional.of(reader.apply(node)));
    }

    /** Same as {@link Archive#id}. */
    String archiveId() {
        return ask("its identifier", () -> {
            ContentNode folder = new ContentNode(session.getNode("/events"), languages);
            String own = folder.rawText("archiveId");
            return own == null ? folder.id() : own;
        });
    }

    /** The node with this slug in the folder or, because editors may use subfolders, anywhere below it. */
    private Optional<ContentNode> named(NodeType nodeType, String folder, String slug) {
        if (slug == null) {
            return Optional.empty();
        }
        if (!Slugs.isAddress(slug)) {
            return shown(nodeType, slug).filter(node -> node.slug().equals(slug));
        }
        return ask("the node named " + slug + " below " + folder, () -> {
            String path = folder + "/" + slug;
            Optional<ContentNode> first = session.nodeExists(path)
                    ? Optional.of(content(session.getNode(path))).filter(node -> node.isA(nodeType) && isShown(node))
                    : Optional.empty();
            if (first.isPresent()) {
                return first;
            }
            String statement = "select * from [" + nodeType + "] as n where name(n) = '" + slug
                    + "' and isdescendantnode(n, '" + folder + "')";
            return run(statement, Query.JCR_SQL2).stream()
                    .filter(this::isShown)
                    .filter(node -> node.slug().equals(slug))
                    .findFirst();
        });
    }

    private List<ContentNode> select(String xpath) {
        return ask(xpath, () -> run(xpath + " order by @jcr:score", "xpath"));
    }

    private List<ContentNode> run(String statement, String queryLanguage) throws RepositoryException {
        Query query = session.getWorkspace().getQueryManager().createQuery(statement, queryLanguage);
        query.setLimit(Integer.MAX_VALUE);
        List<ContentNode> found = new ArrayList<>();
        for (NodeIterator nodes = query.execute().getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            ContentNode content = content(node);
            if (!content.isDeleted()) {
                found.add(content);
            }
        }
        return found;
    }

    private static String identifier(String id) {
        if (!ContentNode.isIdentifier(id)) {
            throw new IllegalArgumentException("Not a JCR identifier: " + id);
        }
        return id;
    }

    private static <T> T ask(String question, Question<T> ask) {
        try {
            return ask.answer();
        } catch (RepositoryException e) {
            throw new ContentException(
                    "The archive cannot be searched for " + question + " (workspace efc-events): " + e.getMessage(), e);
        }
    }

    private interface Question<T> {
        T answer() throws RepositoryException;
    }
}
