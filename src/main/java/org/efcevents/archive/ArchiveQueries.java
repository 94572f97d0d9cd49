package org.efcevents.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.efcevents.event.EventSummary;

/**
 * Every question that is put to the repository about the archive; the session answers for the reader it belongs to.
 *
 * <p>XPath and not JCR-SQL2 where nodes are selected by type and property: Jackrabbit 2 answers it from its index alone.
 *
 * <p>Every question says an order, though the answers are sorted elsewhere: what has none is put into document order
 * (Jackrabbit's {@code respectDocumentOrder}, which Magnolia leaves on), and for that each node is looked for among its
 * siblings again and again. Of 2,000 events in one folder that took seconds. And every question says a limit, beyond what
 * there can be: without, Jackrabbit asks its index several times for a long answer, and when that is reorganised in between,
 * some nodes come twice and others not at all.
 */
final class ArchiveQueries {

    /** A node name that may come from a URL: it is put into a query, so nothing that has a meaning there. */
    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,199}");

    /** A JCR identifier: from content, but put into a query all the same. */
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Fa-f-]{1,64}");

    private static final List<NodeType> EVENT_OR_NOTICE = List.of(NodeType.EVENT, NodeType.NOTICE);

    /** What lies here is shown to nobody; what the rest of the folders mean is said by access rights alone. */
    private static final String WITHDRAWN = "/events/withdrawn";

    private final Session session;
    private final ContentLanguages languages;

    ArchiveQueries(Session session, ContentLanguages languages) {
        this.session = session;
        this.languages = languages;
    }

    /** What the reader may know of each event: the event or, where that is denied but its notice is not, the notice. */
    List<ContentNode> events() {
        return eventsAndNotices("");
    }

    List<ContentNode> eventsOfWorkPackage(String id) {
        return eventsAndNotices("[@workPackages = '" + identifier(id) + "']");
    }

    private List<ContentNode> eventsAndNotices(String condition) {
        return EVENT_OR_NOTICE.stream()
                .flatMap(type -> select("/jcr:root/events//element(*, " + type + ")" + condition).stream())
                .filter(this::isShown)
                .toList();
    }

    /**
     * Whether a node that the reader can read stands for an event: not what is withdrawn, which editors can read; and a
     * notice only in place of an event that the reader cannot read.
     */
    boolean isShown(ContentNode node) {
        return !isWithdrawn(node)
                && (!node.isA(NodeType.NOTICE) || tells(node) && node.parent().isEmpty());
    }

    /** A notice without a title is none: there may be nothing in it, and it is there for its date alone. */
    private static boolean tells(ContentNode notice) {
        return notice.rawText("title") != null;
    }

    private static boolean isWithdrawn(ContentNode node) {
        return node.path().startsWith(WITHDRAWN + "/");
    }

    /** What tells of withdrawn events: their notices and, for editors, the events. */
    List<ContentNode> withdrawn() {
        return EVENT_OR_NOTICE.stream()
                .flatMap(type -> select("/jcr:root" + WITHDRAWN + "//element(*, " + type + ")").stream())
                .filter(node -> !node.isA(NodeType.NOTICE) || tells(node))
                .toList();
    }

    /** The events that had this slug before. */
    List<ContentNode> formerlyAt(String slug) {
        return slug == null || !SLUG.matcher(slug).matches()
                ? List.of()
                : select("/jcr:root/events//element(*, " + NodeType.EVENT + ")[@formerAddresses = '" + slug + "']")
                        .stream()
                        .filter(this::isShown)
                        .toList();
    }

    /** What people did at events; one that lies in an event marked as deleted is among them. */
    List<ContentNode> participations() {
        return select("/jcr:root/events//element(*, " + NodeType.PARTICIPATION + ")");
    }

    /** The events at which a speaker appeared, each once. */
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
     * Some of the events, or of the notices, that meet a condition, in the order of one of their properties, those marked as
     * deleted among them: as many as are asked for, unless there are no more. Lucene sorts them, and no other event is read.
     *
     * @param type that of events or that of notices
     * @param condition an XPath predicate without its brackets
     * @param order a property and its direction, such as {@code @start descending}
     * @param offset how many of the first to leave out
     */
    List<ContentNode> events(NodeType type, String condition, String order, long offset, int most) {
        String xpath = "/jcr:root/events//element(*, " + type + ")[" + condition + "] order by " + order;
        return ask(xpath, () -> {
            Query query = session.getWorkspace().getQueryManager().createQuery(xpath, "xpath");
            query.setOffset(offset);
            query.setLimit(most);
            List<ContentNode> found = new ArrayList<>();
            for (NodeIterator nodes = query.execute().getNodes(); nodes.hasNext(); ) {
                found.add(new ContentNode(nodes.nextNode(), languages));
            }
            return found;
        });
    }

    /**
     * The node that a component of a page refers to; empty where the text is no identifier, and where there is no such
     * node for this reader, for one because it is not published.
     *
     * @param nodeType what the node has to be
     * @param folder what it has to lie in, at whatever depth
     */
    Optional<ContentNode> referred(NodeType nodeType, String folder, String id) {
        return IDENTIFIER.matcher(id).matches()
                ? select("/jcr:root" + folder + "//element(*, " + nodeType + ")[@jcr:uuid = '" + id + "']").stream()
                        .findFirst()
                : Optional.empty();
    }

    /**
     * What a component shows of the event that it refers to: the event or, where that is denied but its notice is not, the
     * notice. A component keeps the identifier of the event, which the notice does not say: only a question can lead from the
     * one to the other, since Jackrabbit asks for the rights to what it answers with and not for those to the way there.
     */
    Optional<ContentNode> referredEvent(String id) {
        return referred(NodeType.EVENT, "/events", id)
                .or(() -> IDENTIFIER.matcher(id).matches()
                        ? select("/jcr:root/events//element(*, " + NodeType.EVENT + ")[@jcr:uuid = '" + id
                                        + "']/element(*, " + NodeType.NOTICE + ")")
                                .stream()
                                .findFirst()
                        : Optional.empty())
                .filter(this::isShown);
    }

    /** The event of a participation, which lies in {@code <event>/participations}; empty if not for this reader. */
    static Optional<ContentNode> eventOf(ContentNode participation) {
        return participation.parent().flatMap(ContentNode::parent);
    }

    List<ContentNode> speakers() {
        return select("/jcr:root/speakers//element(*, " + NodeType.SPEAKER + ")");
    }

    List<ContentNode> workPackages() {
        return select("/jcr:root/work-packages//element(*, " + NodeType.WORK_PACKAGE + ")");
    }

    /** The event or, where that is denied but its notice is not, the notice. */
    Optional<ContentNode> event(String slug) {
        return named(NodeType.EVENT, "/events", slug).filter(this::isShown).or(() -> notice(slug));
    }

    private Optional<ContentNode> notice(String slug) {
        return select("/jcr:root/events//element(*, " + NodeType.NOTICE + ")").stream()
                .filter(notice -> EventSummary.slugOfNotice(notice).equals(slug))
                .filter(this::isShown)
                .findFirst();
    }

    Optional<ContentNode> speaker(String slug) {
        return named(NodeType.SPEAKER, "/speakers", slug);
    }

    Optional<ContentNode> workPackage(String slug) {
        return named(NodeType.WORK_PACKAGE, "/work-packages", slug);
    }

    Optional<ContentNode> content(String id) {
        return ask("the node with the identifier " + id, () -> {
            try {
                return Optional.of(new ContentNode(session.getNodeByIdentifier(id), languages));
            } catch (ItemNotFoundException absentOrForbidden) {
                return Optional.empty();
            }
        });
    }

    /** See {@link Archive#id}. */
    String archiveId() {
        return ask("its identifier", () -> {
            ContentNode folder = new ContentNode(session.getNode("/events"), languages);
            String own = folder.rawText("archiveId");
            return own == null ? folder.id() : own;
        });
    }

    /** The node of that name in the folder or, since editors may sort a folder into further ones, anywhere below it. */
    private Optional<ContentNode> named(NodeType nodeType, String folder, String slug) {
        if (slug == null || !SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        return ask("the node named " + slug + " below " + folder, () -> {
            String path = folder + "/" + slug;
            if (session.nodeExists(path) && session.getNode(path).isNodeType(nodeType.jcrName())) {
                return Optional.of(new ContentNode(session.getNode(path), languages));
            }
            String statement = "select * from [" + nodeType + "] as n where name(n) = '" + slug
                    + "' and isdescendantnode(n, '" + folder + "')";
            return run(statement, Query.JCR_SQL2).stream().findFirst();
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
            ContentNode content = new ContentNode(node, languages);
            if (!content.isDeleted()) {
                found.add(content);
            }
        }
        return found;
    }

    private static String identifier(String id) {
        if (!IDENTIFIER.matcher(id).matches()) {
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
