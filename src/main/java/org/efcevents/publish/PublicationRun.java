package org.efcevents.publish;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.jsoup.Jsoup;

/**
 * What came of publishing several things one after the other, up to the first that could not be.
 *
 * @param published those that say since then that they were published
 * @param pending those that do not: something of the site's stands between the command and publishing, such as somebody's approval
 * @param failed the one that could not be published; null if there is none
 * @param why what Magnolia says of it; empty if the editor may not publish it
 * @param left those after it, which were left alone
 */
public record PublicationRun(
        List<Publishable> published,
        List<Publishable> pending,
        Publishable failed,
        String why,
        List<Publishable> left) {

    private static final System.Logger LOG = System.getLogger(PublicationRun.class.getName());

    /** Whether all of them are published, or will be. */
    public boolean isComplete() {
        return failed == null;
    }

    /**
     * Publishes.
     *
     * @param all in an order in which they can be published
     * @param archive the editor's session of the archive
     * @param files that of the workspace {@code dam}; null if none of them is there
     */
    public static PublicationRun of(
            List<Publishable> all, Publisher publisher, String user, Session archive, Session files)
            throws RepositoryException {
        List<Publishable> published = new ArrayList<>();
        List<Publishable> pending = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Publishable one = all.get(i);
            Session session = archive.getWorkspace().getName().equals(one.workspace()) ? archive : files;
            Optional<Calendar> before = published(session, one);
            try {
                publisher.publish(one.workspace(), one.path(), one.id(), user);
            } catch (Exception e) {
                LOG.log(Level.WARNING, "Not published: " + one.workspace() + ":" + one.path(), e);
                return new PublicationRun(published, pending, one, why(e), all.subList(i + 1, all.size()));
            }
            (published(session, one).equals(before) ? pending : published).add(one);
        }
        return new PublicationRun(published, pending, null, "", List.of());
    }

    private static Optional<Calendar> published(Session session, Publishable one) throws RepositoryException {
        session.refresh(false);
        Node node = session.getNodeByIdentifier(one.id());
        return node.hasProperty("mgnl:lastActivated")
                ? Optional.of(node.getProperty("mgnl:lastActivated").getDate())
                : Optional.empty();
    }

    /** Magnolia's own words are HTML ({@code info.magnolia.publishing.util.PublicationUtil}). */
    private static String why(Exception e) {
        return e instanceof AccessDeniedException
                ? ""
                : Jsoup.parseBodyFragment(e.getMessage() == null ? e.toString() : e.getMessage())
                        .text();
    }
}
