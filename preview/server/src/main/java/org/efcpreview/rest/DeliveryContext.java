package org.efcpreview.rest;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.lang3.function.FailableFunction;
import org.efcpreview.rest.EndpointDefinition.NodeResolver;
import org.efcpreview.site.SiteLocales;

/**
 * What holds while one request is answered.
 *
 * @param locales the site's
 * @param locale the answer's; null: every property is shown as it is called
 * @param contextPath what comes before every address of the server; empty for nothing
 */
record DeliveryContext(
        EndpointDefinition definition,
        SiteLocales locales,
        Locale locale,
        String contextPath,
        FailableFunction<String, Session, RepositoryException> sessions) {

    /** A node of the endpoint's own, with no properties but those that the filter lets through. */
    NodeView view(Node node, Predicate<String> filter) throws RepositoryException {
        Predicate<String> names = definition.shown().and(filter);
        return view(node, definition.childNodeTypes(), definition.depth(), names);
    }

    /** A node that a property refers to: its sub-nodes are shown whatever their type. */
    NodeView view(Node node, NodeResolver resolver) throws RepositoryException {
        return view(node, List.of(), resolver.depth(), resolver.shown());
    }

    private NodeView view(Node node, List<String> childTypes, int depth, Predicate<String> names)
            throws RepositoryException {
        Predicate<String> properties = definition.systemPropertyNames().and(names);
        int deepest = depth < 0 ? Integer.MAX_VALUE : node.getDepth() + depth;
        return new NodeView(node, node.getName(), this, childTypes, deepest, properties);
    }
}
