package org.efcpreview.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.site.SiteLocales;

/**
 * The addresses of nodes, as {@code cmsfn.link} and the link markers of rich text give them (rules: {@code
 * info.magnolia.link.LinkUtil}, {@code AbsolutePathTransformer}, {@code URI2RepositoryManager}).
 *
 * @param mappings which addresses show which workspaces, the first that matches wins
 * @param locale the page's language at the moment
 * @param contextPath what every address begins with
 */
public record Links(
        OpenSessions sessions,
        List<WorkspaceMapping> mappings,
        SiteLocales locales,
        Supplier<Locale> locale,
        String contextPath) {
    private static final Pattern MARKER = Pattern.compile("\\$\\{link:\\{uuid:\\{([^}]*)},repository:\\{([^}]*)},"
            + "(workspace:\\{[^}]*},)?(path|handle):\\{([^}]*)}(,nodeData:\\{([^}]*)},extension:\\{([^}]*)})?}}"
            + "(#([^?\"]*))?(\\?([^\"]*))?");

    private static final Pattern IMAGE = Pattern.compile("<img [^>]*src *= *\"[^\"]*\"[^>]*>");
    private static final DateTimeFormatter FINGERPRINT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneId.systemDefault());

    /** The address of a node in the current language. */
    public String to(Node node) throws RepositoryException {
        return to(node, locale.get());
    }

    /** The address of a node in a language. */
    public String to(Node node, Locale language) throws RepositoryException {
        return contextPath + locales.localise(uri(node, "html"), language);
    }

    /** What stands before the path of a node in its address: context path and language. */
    public String prefix(Node node) throws RepositoryException {
        String address = to(node);
        String path = uri(node.getSession().getWorkspace().getName(), node.getPath(), "html");
        return address.substring(0, StringUtils.lastOrdinalIndexOf(address, "/", StringUtils.countMatches(path, '/')));
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
        String workspace = StringUtils.defaultIfEmpty(marker.group(2), "website");
        String extension = StringUtils.defaultIfEmpty(marker.group(8), "html");
        String suffix = (StringUtils.isEmpty(marker.group(10)) ? "" : "#" + marker.group(10))
                + (StringUtils.isEmpty(marker.group(12)) ? "" : "?" + marker.group(12));
        try {
            Node node = find(workspace, marker.group(1), marker.group(5));
            // As Magnolia: without a node the path of the time when the link was made.
            String uri = node == null ? uri(workspace, marker.group(5), extension) : uri(node, extension);
            String address = contextPath + locales.localise(uri + suffix, locale.get());
            return node != null && fingerprint ? withFingerprint(address, node) : address;
        } catch (RepositoryException e) {
            throw new IllegalStateException("Cannot read the target of " + marker.group() + ": " + e.getMessage(), e);
        }
    }

    /** {@code LinkUtil.addFingerprintToLink}: before the extension, in the time zone of the server. */
    private static String withFingerprint(String address, Node node) throws RepositoryException {
        Calendar changed = JcrUtils.getDateProperty(node, "mgnl:lastModified", null);
        return changed == null
                ? address
                : address.replaceFirst("(\\.[^./]*)?$", "." + FINGERPRINT.format(changed.toInstant()) + "$1");
    }

    /** The node with the identifier, or else at the path; null if there is none, or none to be seen. */
    private Node find(String workspace, String identifier, String path) {
        try {
            return sessions.session(workspace).getNodeByIdentifier(identifier);
        } catch (RepositoryException e) {
            // An identifier that is none is no node either.
        }
        try {
            return sessions.session(workspace).getNode(path);
        } catch (RepositoryException e) {
            // As Magnolia: nor is there one where the workspace is not there or the path is none.
            return null;
        }
    }

    private String uri(Node node, String extension) throws RepositoryException {
        String workspace = node.getSession().getWorkspace().getName();
        return workspace.equals("dam") ? file(node) : uri(workspace, node.getPath(), extension);
    }

    private String uri(String workspace, String path, String extension) {
        return mappings.stream()
                .filter(mapping -> mapping.workspace().equals(workspace) && path.startsWith(mapping.handlePrefix()))
                .findFirst()
                .orElse(WorkspaceMapping.WEBSITE)
                .uri(path, extension);
    }

    /** The address of an asset's file, without context path. */
    public static String file(Node asset) throws RepositoryException {
        return file("jcr:" + asset.getIdentifier(), JcrUtils.getStringProperty(asset, "jcr:content/fileName", ""));
    }

    /** The address of the file of an asset with a key, without context path. */
    public static String file(String key, String fileName) {
        try {
            return "/dam/" + key + "/" + new URI(null, null, fileName, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "/dam/" + key + "/" + fileName;
        }
    }
}
