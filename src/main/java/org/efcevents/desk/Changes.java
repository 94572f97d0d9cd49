package org.efcevents.desk;

import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.undo.Editing;

/**
 * Changes to the archive that are made together or not at all, with the rights of who makes them.
 *
 * <p>They are made one after the other: what was looked at before it is written still holds then.
 */
public final class Changes {

    private static final Object ONE_AFTER_THE_OTHER = new Object();

    private final Session session;
    private final String user;
    private final ZonedDateTime moment;

    /**
     * @param session that of the editor
     * @param user the editor's name
     * @param moment when they ask for it
     */
    public Changes(Session session, String user, ZonedDateTime moment) {
        this.session = session;
        this.user = user;
        this.moment = moment;
    }

    /** What is changed. */
    public interface Change<T> {

        /**
         * Changes nodes without saving. Whatever this throws, nothing is changed.
         *
         * @throws ChangeRefused if it cannot be, as a message says
         */
        T make(Editing editing) throws RepositoryException, ChangeRefused;
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
                    T made = change.make(new Editing(session, user, GregorianCalendar.from(moment)));
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
