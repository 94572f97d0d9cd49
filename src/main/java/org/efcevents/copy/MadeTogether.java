package org.efcevents.copy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.query.Query;

/**
 * Events that somebody has made in one step. Nothing is kept of that but what Magnolia keeps of every node: they were made by the same
 * person in the same millisecond, which no two steps are.
 *
 * @param moment when
 * @param user by whom
 */
public record MadeTogether(Instant moment, String user) {

    /** The only form of a moment that queries take. */
    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Those of them that are still there, in no order. */
    public List<Node> events(Session session) throws RepositoryException {
        String made = "/jcr:root/events//element(*, efc:event)[@mgnl:created = xs:dateTime('" + LITERAL.format(moment)
                + "')] order by @jcr:score";
        Query query = session.getWorkspace().getQueryManager().createQuery(made, "xpath");
        query.setLimit(Integer.MAX_VALUE);
        List<Node> events = new ArrayList<>();
        for (NodeIterator found = query.execute().getNodes(); found.hasNext(); ) {
            Node node = found.nextNode();
            if (node.hasProperty("mgnl:createdBy")
                    && node.getProperty("mgnl:createdBy").getString().equals(user)) {
                events.add(node);
            }
        }
        return events;
    }

    /** Whether one of them is as it was made: nobody has changed, moved, published or deleted it. */
    public boolean isUntouched(Node event) throws RepositoryException {
        return !event.hasProperty("mgnl:lastActivated")
                && !event.isNodeType("mgnl:deleted")
                && event.hasProperty("mgnl:lastModified")
                && event.getProperty("mgnl:lastModified").getDate().toInstant().equals(moment);
    }
}
