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
 * @param definition the endpoint's
 * @param locales the site's languages
 * @param locale the answer's; null: every property is shown as it is called
 * @param contextPath what comes before every address of the server; empty for nothing
 * @param sessions of the request's user
 */
record DeliveryContext(
        EndpointDefinition definition,
        SiteLocales locales,
        Locale locale,
        String contextPath,
        FailableFunction<String, Session, RepositoryException> sessions) {

    Session session(String workspace) throws RepositoryException {
        return sessions.apply(workspace);
    }

    /** A node of the endpoint's own, with no properties but those that the filter lets through. */
    NodeView view(Node node, Predicate<String> filter) throws RepositoryException {
        return view(
                node,
                definition.childNodeTypes(),
                definition.depth(),
                definition.propertyNames().and(filter));
    }

    /** A node that a property refers to: its sub-nodes are shown whatever their type. */
    NodeView view(Node node, NodeResolver resolver) throws RepositoryException {
        Predicate<String> names = EndpointDefinition.names(resolver.properties(), resolver.excludeProperties());
        return view(node, List.of(), resolver.depth(), names);
    }

    private NodeView view(Node node, List<String> childTypes, int depth, Predicate<String> names)
            throws RepositoryException {
        Predicate<String> properties = definition.systemPropertyNames().and(names);
        int deepest = depth < 0 ? Integer.MAX_VALUE : node.getDepth() + depth;
        return new NodeView(node, node.getName(), new NodeView.Scope(this, childTypes, deepest, properties));
    }
}
