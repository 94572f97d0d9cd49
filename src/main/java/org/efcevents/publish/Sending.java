package org.efcevents.publish;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.PublishedState;
import org.jsoup.Jsoup;

/** One thing on its way to the public instances. */
final class Sending {

    private static final System.Logger LOG = System.getLogger(Sending.class.getName());

    private static final String LAST = "mgnl:lastActivated";

    /** What a node says of its publication ({@code info.magnolia.jcr.util.NodeTypes.Activatable}). */
    private static final List<String> MARKS = List.of(
            "mgnl:activationStatus",
            LAST,
            "mgnl:lastActivatedBy",
            "mgnl:lastActivatedVersion",
            "mgnl:lastActivatedVersionCreated");

    private final Publishable one;
    private final Publisher publisher;
    private final Session session;

    /**
     * What came of it.
     *
     * @param why what Magnolia says of it, if it has failed; else empty
     */
    record Result(Outcome outcome, String why) {

        private static Result of(Outcome outcome) {
            return new Result(outcome, "");
        }
    }

    /** @param session the editor's session of its workspace, with nothing in it that is not saved */
    Sending(Publishable one, Publisher publisher, Session session) {
        this.one = one;
        this.publisher = publisher;
        this.session = session;
    }

    /** Publishes it, and says of it what has been received, not what the command says. */
    Result send(String user) throws RepositoryException {
        Optional<Node> before = node();
        if (before.isEmpty()) {
            return Result.of(Outcome.GONE);
        }
        if (!publisher.hasReceiver()) {
            return Result.of(Outcome.UNRECEIVED);
        }
        Map<String, Value> marks = marks(before.get());
        Optional<Receipts> receipts = publisher.receipts();
        Exception failure = null;
        try {
            publisher.publish(one.workspace(), one.path(), one.id(), user);
        } catch (Exception e) {
            LOG.log(Level.WARNING, "Not published: " + one.workspace() + ":" + one.path(), e);
            failure = e;
        }
        Optional<Node> after = node();
        if (after.isEmpty()) {
            // Where it has been marked as deleted, the command publishes that.
            return Result.of(Outcome.GONE);
        }
        boolean received = receipts.isPresent() && hasReceived(receipts.get(), after.get());
        if (failure != null) {
            return failure(failure, received);
        }
        if (received || receipts.isEmpty() && says(after.get(), marks) && publisher.hasReceiver()) {
            return Result.of(state(after.get()) == PublishedState.CHANGED ? Outcome.CHANGED : Outcome.PUBLISHED);
        }
        if (!says(after.get(), marks)) {
            return Result.of(Outcome.PENDING);
        }
        putBack(after.get(), marks);
        return Result.of(Outcome.UNRECEIVED);
    }

    private Optional<Node> node() throws RepositoryException {
        session.refresh(false);
        try {
            return Optional.of(session.getNodeByIdentifier(one.id()));
        } catch (ItemNotFoundException gone) {
            return Optional.empty();
        }
    }

    /** It may have been moved since it was looked at. */
    private boolean hasReceived(Receipts receipts, Node node) throws RepositoryException {
        return receipts.have(one.workspace(), one.path()) || receipts.have(one.workspace(), node.getPath());
    }

    /** Whether it says that it has been published since then. */
    private static boolean says(Node node, Map<String, Value> marks) throws RepositoryException {
        return node.hasProperty(LAST)
                && (!marks.containsKey(LAST)
                        || node.getProperty(LAST)
                                        .getDate()
                                        .compareTo(marks.get(LAST).getDate())
                                != 0);
    }

    private static PublishedState state(Node node) {
        return new ContentNode(node, new ContentLanguages("en", "en")).publishedState();
    }

    private static Map<String, Value> marks(Node node) throws RepositoryException {
        Map<String, Value> marks = new HashMap<>();
        for (String name : MARKS) {
            if (node.hasProperty(name)) {
                marks.put(name, node.getProperty(name).getValue());
            }
        }
        return marks;
    }

    /** So that the apps show it, and the desk offers it, as what it is. */
    private void putBack(Node node, Map<String, Value> marks) {
        try {
            for (String name : MARKS) {
                if (marks.containsKey(name) || node.hasProperty(name)) {
                    node.setProperty(name, marks.get(name));
                }
            }
            session.save();
        } catch (RepositoryException e) {
            LOG.log(Level.WARNING, "Not published, and it says that it is: " + one.workspace() + ":" + one.path(), e);
        }
    }

    /** Magnolia's own words are HTML ({@code info.magnolia.publishing.util.PublicationUtil}). */
    private static Result failure(Exception e, boolean received) {
        return e instanceof AccessDeniedException
                ? Result.of(Outcome.FORBIDDEN)
                : new Result(
                        received ? Outcome.PARTLY : Outcome.FAILED,
                        Jsoup.parseBodyFragment(e.getMessage() == null ? e.toString() : e.getMessage())
                                .text());
    }
}
