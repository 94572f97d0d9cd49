package org.efcevents.index;

import java.util.Set;
import java.util.UUID;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** What is kept of content and renewed when it changes. The sessions see everything. */
interface Renewable {

    /** Reads everything anew. */
    void readAll(Session all) throws RepositoryException;

    /**
     * Reads some anew, of which some may be new and others gone.
     *
     * @param changed the identifiers of events and speakers
     */
    void read(Session all, Set<UUID> changed) throws RepositoryException;
}
