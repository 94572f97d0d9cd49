package org.efcpreview.authoring;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;

/** Paths of nodes, in a workspace and within the addresses of screens. */
public final class Paths {
    private Paths() {}

    /** The node at a path that came from a browser; empty if there is none that the user may read, or it is no path. */
    public static Optional<Node> find(Session session, String path) throws RepositoryException {
        try {
            return path.startsWith("/")
                    ? Optional.ofNullable(JcrUtils.getNodeIfExists(path, session))
                    : Optional.empty();
        } catch (RepositoryException | IllegalArgumentException e) {
            // What is no path leads nowhere; Jackrabbit has the latter for one that leads above the root.
            if (session.isLive()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The path that a node of that name has, or would have, in another. */
    public static String within(Node parent, String name) throws RepositoryException {
        return (parent.getDepth() == 0 ? "" : parent.getPath()) + "/" + name;
    }

    /** Whether a path is another one or lies below it; neither ends in a slash. */
    public static boolean isWithin(String path, String other) {
        return (path + "/").startsWith(other + "/");
    }

    /**
     * The address of a screen with parameters.
     *
     * @param screen such as {@code /app/efc-events}
     * @param parameters names and values in turn; one without a value is left out
     */
    public static String address(String screen, String... parameters) {
        List<String> query = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            if (!parameters[i + 1].isEmpty()) {
                query.add(parameters[i] + "=" + encode(parameters[i + 1]));
            }
        }
        return query.isEmpty() ? screen : screen + "?" + String.join("&", query);
    }

    /** A text as it stands in a query; slashes and colons, which may stand there, stay readable. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("%3A", ":");
    }
}
