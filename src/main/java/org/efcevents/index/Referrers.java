package org.efcevents.index;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.query.Query;

/**
 * The events, speakers and work packages that refer to something by its identifier: as its speaker, its work package or its file, or
 * by a link in a text ({@code ${link:{uuid:{…}}}}).
 *
 * <p>They are found by the repository's search for words, in which an identifier is a phrase, whatever property it is in. A reference to
 * a file is a word of its own: {@code jcr:<identifier>}.
 */
final class Referrers {

    private final Session all;
    private final ChangedContent content;

    /** @param all a session that sees everything */
    Referrers(Session all) {
        this.all = all;
        this.content = new ChangedContent(all);
    }

    Set<UUID> of(UUID id) throws RepositoryException {
        return having("jcr:contains(., '\"" + id + "\" OR \"jcr:" + id + "\"')");
    }

    /** Those that refer to something in other workspaces. */
    Set<UUID> ofOtherWorkspaces() throws RepositoryException {
        return having("jcr:like(@image, 'jcr:%') or jcr:like(@asset, 'jcr:%') or jcr:like(@portrait, 'jcr:%')"
                + " or jcr:contains(., '\"repository dam\" OR \"repository website\"')");
    }

    private Set<UUID> having(String condition) throws RepositoryException {
        Query query = all.getWorkspace()
                .getQueryManager()
                .createQuery("//element(*, nt:base)[" + condition + "] order by @jcr:score", "xpath");
        // Without a limit Jackrabbit fetches in steps, between which something may be lost.
        query.setLimit(Integer.MAX_VALUE);
        Set<UUID> found = new HashSet<>();
        for (NodeIterator nodes = query.execute().getNodes(); nodes.hasNext(); ) {
            try {
                Optional<UUID> owner = content.at(nodes.nextNode().getPath());
                owner.ifPresent(found::add);
            } catch (RepositoryException e) {
                ChangingNode.absent(e);
            }
        }
        return found;
    }
}
