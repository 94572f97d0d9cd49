package org.efcpreview.rendering;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.site.SiteLocales;

/**
 * The addresses of nodes, as {@code cmsfn.link} and the link markers of rich text give them (rules: {@code
 * info.magnolia.link.LinkUtil}, {@code AbsolutePathTransformer}, {@code URI2RepositoryManager}).
 */
final class Links {
    private static final Pattern MARKER = Pattern.compile("\\$\\{link:\\{uuid:\\{([^}]*)},repository:\\{([^}]*)},"
            + "(workspace:\\{[^}]*},)?(path|handle):\\{([^}]*)}(,nodeData:\\{([^}]*)},extension:\\{([^}]*)})?}}"
            + "(#([^?\"]*))?(\\?([^\"]*))?");

    private static final Pattern IMAGE = Pattern.compile("<img [^>]*src *= *\"[^\"]*\"[^>]*>");
    private static final DateTimeFormatter FINGERPRINT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneId.systemDefault());

    private final PageSessions sessions;
    private final List<WorkspaceMapping> mappings;
    private final SiteLocales locales;
    private final Supplier<Locale> locale;
    private final String contextPath;

    Links(
            PageSessions sessions,
            List<WorkspaceMapping> mappings,
            SiteLocales locales,
            Supplier<Locale> locale,
            String contextPath) {
        this.sessions = sessions;
        this.mappings = mappings;
        this.locales = locales;
        this.locale = locale;
        this.contextPath = contextPath;
    }

    /** The address of a node in the current language. */
    String to(Node node) throws RepositoryException {
        return to(node, locale.get());
    }

    /** The address of a node in a language. */
    String to(Node node, Locale language) throws RepositoryException {
        String workspace = node.getSession().getWorkspace().getName();
        if (workspace.equals("dam")) {
            return contextPath + locales.localise(Asset.downloadPath(node), language);
        }
        return contextPath + locales.localise(uri(workspace, node.getPath(), "html"), language);
    }

    /** The address of the node with an identifier; throws where the visitor sees no such node. */
    String to(String workspace, String identifier) throws RepositoryException {
        return to(sessions.session(workspace).getNodeByIdentifier(identifier));
    }

    /** The path of a node's address without context path, extension and language. */
    String path(Node node) throws RepositoryException {
        return uri(node.getSession().getWorkspace().getName(), node.getPath(), "html");
    }

    /** The text with every link marker of the editor's rich text field turned into an address. */
    String resolve(String text) {
        if (!text.contains("${link:{uuid:{")) {
            return text;
        }
        // The source of an image says when the image was changed last, so that caches may keep it.
        String withImages =
                IMAGE.matcher(text).replaceAll(image -> Matcher.quoteReplacement(resolve(image.group(), true)));
        return resolve(withImages, false);
    }

    private String resolve(String text, boolean fingerprint) {
        return MARKER.matcher(text).replaceAll(marker -> Matcher.quoteReplacement(address(marker, fingerprint)));
    }

    private String address(MatchResult marker, boolean fingerprint) {
        String workspace = marker.group(2).isEmpty() ? "website" : marker.group(2);
        String suffix = (isSet(marker.group(10)) ? "#" + marker.group(10) : "")
                + (isSet(marker.group(12)) ? "?" + marker.group(12) : "");
        String extension = isSet(marker.group(8)) ? marker.group(8) : "html";
        try {
            Node node = find(workspace, marker.group(1), marker.group(5));
            if (node == null) {
                // As Magnolia: the path of the time when the link was made.
                return contextPath
                        + locales.localise(uri(workspace, marker.group(5), extension) + suffix, locale.get());
            }
            String uri = workspace.equals("dam") ? Asset.downloadPath(node) : uri(workspace, node.getPath(), extension);
            String address = contextPath + locales.localise(uri + suffix, locale.get());
            return fingerprint ? withFingerprint(address, node) : address;
        } catch (RepositoryException e) {
            throw new IllegalStateException("Cannot read the target of " + marker.group() + ": " + e.getMessage(), e);
        }
    }

    /** {@code LinkUtil.addFingerprintToLink}: before the extension, in the time zone of the server. */
    private static String withFingerprint(String address, Node node) throws RepositoryException {
        if (!node.hasProperty("mgnl:lastModified")) {
            return address;
        }
        String changed = FINGERPRINT.format(
                node.getProperty("mgnl:lastModified").getDate().toInstant());
        int dot = address.lastIndexOf('.');
        return dot > address.lastIndexOf('/')
                ? address.substring(0, dot) + "." + changed + address.substring(dot)
                : address + "." + changed;
    }

    private Node find(String workspace, String identifier, String path) {
        try {
            return sessions.session(workspace).getNodeByIdentifier(identifier);
        } catch (RepositoryException e) {
            // Not there or not to be seen; an identifier that is none is no node either.
            return findByPath(workspace, path);
        }
    }

    private Node findByPath(String workspace, String path) {
        try {
            return sessions.session(workspace).getNode(path);
        } catch (RepositoryException e) {
            // As Magnolia: nor is there one where the workspace is not there or the path is none.
            return null;
        }
    }

    private String uri(String workspace, String path, String extension) {
        for (WorkspaceMapping mapping : mappings) {
            if (mapping.workspace().equals(workspace) && path.startsWith(mapping.handlePrefix())) {
                return mapping.uri(path, extension);
            }
        }
        return WorkspaceMapping.WEBSITE.uri(path, extension);
    }

    private static boolean isSet(String text) {
        return text != null && !text.isEmpty();
    }

    /** A file name as it stands in an address. */
    static String encode(String fileName) {
        try {
            return new URI(null, null, fileName, null).toASCIIString();
        } catch (URISyntaxException e) {
            return fileName;
        }
    }
}
