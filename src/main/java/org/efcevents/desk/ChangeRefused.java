package org.efcevents.desk;

import java.lang.System.Logger.Level;
import java.util.List;
import javax.jcr.AccessDeniedException;
import javax.jcr.InvalidItemStateException;
import javax.jcr.RepositoryException;

/** A change was not made, and nothing with it. */
public final class ChangeRefused extends Exception {

    private static final long serialVersionUID = 1;

    private static final System.Logger LOG = System.getLogger(ChangeRefused.class.getName());

    private final String message;
    private final transient List<Object> about;
    private final transient List<StepView.Entry> entries;

    /**
     * @param message the key of the message that says why
     * @param about what it is about, which stands in it as {@code {0}} and so on
     */
    public ChangeRefused(String message, Object... about) {
        this(message, null, List.of(about), List.of());
    }

    private ChangeRefused(String message, Throwable cause, List<Object> about, List<StepView.Entry> entries) {
        super(message + " " + about, cause);
        this.message = message;
        this.about = about;
        this.entries = entries;
    }

    /**
     * Something is in the way.
     *
     * @param message the key of the message that says so, with their number as {@code {0}}
     */
    static ChangeRefused because(String message, List<StepView.Entry> entries) {
        return new ChangeRefused(message, null, List.of(entries.size()), entries);
    }

    /** What a failure of the repository means to an editor. */
    static ChangeRefused of(RepositoryException failure) {
        if (failure instanceof AccessDeniedException) {
            return new ChangeRefused("efc.desk.refused.rights", failure, List.of(), List.of());
        }
        if (failure instanceof InvalidItemStateException) {
            return new ChangeRefused("efc.desk.refused.meanwhile", failure, List.of(), List.of());
        }
        LOG.log(Level.WARNING, "A change on the Archive desk has failed, and nothing was changed", failure);
        return new ChangeRefused("efc.desk.refused.failed", failure, List.of(), List.of());
    }

    /** The problem as a page prints it. */
    public Problem problem() {
        return new Problem("", message, about, entries);
    }
}
