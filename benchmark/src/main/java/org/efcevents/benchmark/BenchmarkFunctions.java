package org.efcevents.benchmark;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.query.Query;

/** What the pages that are compared know as {@code benchmarkfn}. */
public final class BenchmarkFunctions {

    private static final String NEWEST = "SELECT * FROM [efc:event] AS event WHERE ISCHILDNODE(event, '/events')"
            + " AND event.start IS NOT NULL ORDER BY event.start DESC";

    private volatile Object held;

    /** What {@link #hold} was given; null before. */
    public Object held() {
        return held;
    }

    /** Keeps the values of a page for all later requests. */
    public void hold(Object values) {
        held = values;
    }

    /**
     * The events that began last, as a template's model class would ask for them.
     *
     * @param folder any node of the workspace
     */
    public List<Node> newest(Node folder, int count) throws RepositoryException {
        Query query = folder.getSession().getWorkspace().getQueryManager().createQuery(NEWEST, Query.JCR_SQL2);
        query.setLimit(count);
        List<Node> found = new ArrayList<>();
        for (NodeIterator nodes = query.execute().getNodes(); nodes.hasNext(); ) {
            found.add(nodes.nextNode());
        }
        return found;
    }
}
