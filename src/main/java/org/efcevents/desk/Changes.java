package org.efcevents.desk;

import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * Changes to the archive that are made together or not at all, with the rights of who makes them.
 *
 * <p>They are made one after the other: what was looked at before it is written still holds then.
 */
public final class Changes {

    private static final Object ONE_AFTER_THE_OTHER = new Object();

    private final Session session;
    private final Stamp stamp;

    /**
     * @param session that of the editor
     * @param user the editor's name
     * @param moment when they ask for it
     */
    public Changes(Session session, String user, ZonedDateTime moment) {
        this.session = session;
        this.stamp = new Stamp(user, GregorianCalendar.from(moment));
    }

    /** What is changed. */
    public interface Change<T> {

        /**
         * Changes nodes without saving. Whatever this throws, nothing is changed.
         *
         * @throws ChangeRefused if it cannot be, as a message says
         */
        T make(Session session, Stamp stamp) throws RepositoryException, ChangeRefused;
    }

    /**
     * What Magnolia keeps of every change; from it comes whether an item is shown as published, or as modified since.
     *
     * @param user who has made it
     * @param moment when; the same for all that is changed together
     */
    public record Stamp(String user, Calendar moment) {

        /** A node was made. */
        public void made(Node node) throws RepositoryException {
            node.setProperty("mgnl:created", moment);
            node.setProperty("mgnl:createdBy", user);
            changed(node);
        }

        /**
         * A node was changed, or one was added to it or removed, and with it all that it is a part of up to the event, speaker or work
         * package ({@code MgnlPropertySettingContentDecorator}).
         */
        public void changed(Node node) throws RepositoryException {
            Node part = node;
            while (part.getDepth() > 1
                    && !part.isNodeType("mgnl:content")
                    && !part.getParent().isNodeType("mgnl:folder")) {
                modified(part);
                part = part.getParent();
            }
            modified(part);
        }

        private void modified(Node node) throws RepositoryException {
            if (node.isNodeType("mgnl:lastModified")) {
                node.setProperty("mgnl:lastModified", moment);
                node.setProperty("mgnl:lastModifiedBy", user);
            }
        }
    }

    /**
     * Makes a change and saves it, in one step.
     *
     * @return what the change has given
     * @throws ChangeRefused if nothing has been changed: because the change says so, the editor may not, or somebody else has changed the
     *     same meanwhile
     */
    public <T> T together(Change<T> change) throws ChangeRefused {
        synchronized (ONE_AFTER_THE_OTHER) {
            try {
                try {
                    session.refresh(false);
                    T made = change.make(session, stamp);
                    session.save();
                    return made;
                } finally {
                    // What has been saved stays; what has not must not be saved with anything else.
                    session.refresh(false);
                }
            } catch (RepositoryException e) {
                throw ChangeRefused.of(e);
            }
        }
    }
}
