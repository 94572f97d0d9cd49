package org.efcpreview.authoring.page;

import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Paths;
import org.efcpreview.content.Tree;

/**
 * A page, or a part of it, that a screen is about.
 *
 * @param node the page, the component, or what the area is an area of
 * @param area the name of the area; empty for anything else
 * @param id where it is found in the editor of the page; empty for the page itself
 * @param label what the user reads for it
 */
record Part(Node node, String area, String id, String label) {
    static Part component(Node node, String label) throws RepositoryException {
        return new Part(node, "", node.getIdentifier(), label);
    }

    /** The page that it is, or is a part of. */
    Node page() throws RepositoryException {
        Node page = Tree.page(node);
        return page == null ? node : page;
    }

    /** The address of its page's editor, at the part. */
    String editor() throws RepositoryException {
        return Paths.address("/page", "path", page().getPath()) + (id.isEmpty() ? "" : "#" + id);
    }

    /** The address of a screen about it, with more parameters as {@link Paths#address} has them. */
    String screen(String name, String... more) throws RepositoryException {
        Stream<String> parameters = Stream.concat(Stream.of("path", node.getPath(), "area", area), Stream.of(more));
        return Paths.address("/page/" + name, parameters.toArray(String[]::new));
    }
}
