package org.efcevents.desk;

import java.lang.System.Logger.Level;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.asset.AssetFolder;
import org.efcevents.undo.Editing;

/**
 * Changes to the archive that are made together or not at all, with the rights of who makes them.
 *
 * <p>They are made one after the other: what was looked at before it is written still holds then.
 */
public final class Changes {

    private static final System.Logger LOG = System.getLogger(Changes.class.getName());

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

    /** When all is changed. */
    Calendar now() {
        return GregorianCalendar.from(moment);
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
        return together(change, null);
    }

    /**
     * Makes a change with which files are put into a folder, too. They are saved first, and taken out again if the change cannot be saved.
     *
     * @param files null if there are none
     */
    public <T> T together(Change<T> change, AssetFolder files) throws ChangeRefused {
        synchronized (ONE_AFTER_THE_OTHER) {
            try {
                try {
                    session.refresh(false);
                    return save(change, files);
                } finally {
                    // What has been saved stays; what has not must not be saved with anything else.
                    session.refresh(false);
                }
            } catch (RepositoryException e) {
                throw ChangeRefused.of(e);
            }
        }
    }

    private <T> T save(Change<T> change, AssetFolder files) throws RepositoryException, ChangeRefused {
        boolean saved = false;
        try {
            T made = change.make(new Editing(session, user, now()));
            if (files != null) {
                files.save();
            }
            session.save();
            saved = true;
            return made;
        } finally {
            if (!saved && files != null) {
                takeOut(files);
            }
        }
    }

    private static void takeOut(AssetFolder files) {
        try {
            files.takeOut();
        } catch (RepositoryException e) {
            LOG.log(Level.WARNING, "Files of an import that was not made have stayed in " + files.path(), e);
        }
    }
}
