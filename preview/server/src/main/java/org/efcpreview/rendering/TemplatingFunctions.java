package org.efcpreview.rendering;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.commons.JcrUtils;
import org.apache.jackrabbit.util.ISO8601;
import org.efcpreview.site.SiteLocales;

/**
 * What templates call {@code cmsfn} (rules: {@code info.magnolia.templating.functions.TemplatingFunctions} of 6.2.45).
 * What is looked up by path or identifier comes neither escaped nor in the page's language, as in that version.
 *
 * <p>Magnolia has most functions twice, for nodes and for content maps. Here {@code content} is either, and a function
 * that gives such a thing gives what it was given. Null is an error, as it is where a name has two functions.
 */
public final class TemplatingFunctions {
    private final AggregationState state;
    private final PageSessions sessions;
    private final Links links;
    private final SiteLocales locales;
    private final Decoration localised;
    private final boolean author;
    private final Function<String, Optional<Renderable>> templates;

    TemplatingFunctions(
            AggregationState state,
            PageSessions sessions,
            Links links,
            SiteLocales locales,
            Decoration localised,
            boolean author,
            Function<String, Optional<Renderable>> templates) {
        this.state = state;
        this.sessions = sessions;
        this.links = links;
        this.locales = locales;
        this.localised = localised;
        this.author = author;
        this.templates = templates;
    }

    /** The node of a content map, decorated as it is; null for null. */
    public Node asJCRNode(ContentMap content) {
        return content == null ? null : content.getJCRNode();
    }

    /** The node as a content map; null for null. */
    public ContentMap asContentMap(Node node) {
        return node == null ? null : new ContentMap(node, links);
    }

    /** The nodes as content maps; null for null. */
    public List<ContentMap> asContentMapList(Collection<Node> nodes) {
        return nodes == null ? null : nodes.stream().map(this::asContentMap).toList();
    }

    /** The content maps as nodes; null for null. */
    public List<Node> asNodeList(Collection<ContentMap> contents) {
        return contents == null ? null : contents.stream().map(this::asJCRNode).toList();
    }

    /** The child nodes. */
    public List<?> children(Object content) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (Node child : JcrUtils.getChildNodes(node(content))) {
            if (!child.getName().startsWith("jcr:")) {
                children.add(child);
            }
        }
        return like(content, children);
    }

    /** The child nodes of a node type or one that extends it. */
    public List<?> children(Object content, String nodeType) throws RepositoryException {
        return like(content, Tree.children(node(content), nodeType));
    }

    /** The workspace's root. */
    public Object root(Object content) throws RepositoryException {
        return like(content, (Node) node(content).getAncestor(0));
    }

    /** The topmost ancestor of a node type; null if there is none. */
    public Object root(Object content, String nodeType) throws RepositoryException {
        return nodeType == null ? root(content) : like(content, Tree.root(node(content), nodeType));
    }

    /** The parent; null for the root. */
    public Object parent(Object content) throws RepositoryException {
        return parent(content, null);
    }

    /** The nearest ancestor of a node type; null if there is none. */
    public Object parent(Object content, String nodeType) throws RepositoryException {
        return like(content, Tree.parent(node(content), nodeType));
    }

    /** The page that the node is or belongs to; null if there is none. */
    public Object page(Object content) throws RepositoryException {
        return like(content, Tree.page(node(content)));
    }

    /** The ancestors from the top, without the root. */
    public List<?> ancestors(Object content) throws RepositoryException {
        return ancestors(content, null);
    }

    /** The ancestors of a node type from the top, without the root. */
    public List<?> ancestors(Object content, String nodeType) throws RepositoryException {
        return like(content, Tree.ancestors(node(content), nodeType));
    }

    /** The node among those of its type. */
    public Siblings siblings(Object content) throws RepositoryException {
        Node node = node(content);
        return new Siblings(
                node, Tree.children(node.getParent(), node.getPrimaryNodeType().getName()));
    }

    /** The address of a node by identifier; null where the visitor sees none. */
    public String link(String workspace, String identifier) {
        try {
            return links.to(sessions.session(workspace).getNodeByIdentifier(identifier));
        } catch (RepositoryException e) {
            return null;
        }
    }

    /** The address of a node, context path and language included. */
    public String link(Object content) throws RepositoryException {
        return links.to(node(content));
    }

    /** What stands before the page's path in its address: context path and language. */
    public String linkPrefix(Object content) throws RepositoryException {
        return links.prefix(node(content));
    }

    /** The query string and fragment of an address, with their {@code ?} and {@code #}; empty if it is no address. */
    public String queryStringAndFragment(String url) {
        try {
            URI uri = new URI(url);
            return (StringUtils.isEmpty(uri.getQuery()) ? "" : "?" + uri.getQuery())
                    + (StringUtils.isEmpty(uri.getFragment()) ? "" : "#" + uri.getFragment());
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** The page's language, such as {@code en}. */
    public String language() {
        return state.getLocale().toString();
    }

    /** Whether the page is rendered in a language. */
    public boolean isCurrentLocale(String language) {
        return language().equals(language);
    }

    /** The addresses of the current page by language; the selector is kept. */
    public Map<String, String> localizedLinks() throws RepositoryException {
        return localizedLinks(state.getCurrentContentNode());
    }

    /** The addresses of a node's page by language; the selector is kept. Empty where there is one language only. */
    public Map<String, String> localizedLinks(Node node) throws RepositoryException {
        Map<String, String> addresses = new LinkedHashMap<>();
        if (locales.locales().size() > 1) {
            Node page = Tree.page(node);
            for (Locale locale : locales.locales()) {
                addresses.put(locale.toString(), withSelector(links.to(page, locale)));
            }
        }
        return addresses;
    }

    private String withSelector(String address) {
        String selector = state.getSelector();
        return selector.isBlank() || !address.endsWith(".html")
                ? address
                : StringUtils.removeEnd(address, ".html") + "~" + selector + "~.html";
    }

    /** The address in a property, with {@code http://} where it names no protocol, escaped; empty if there is none. */
    public String externalLink(Object content, String property) throws RepositoryException {
        String address = JcrUtils.getStringProperty(node(content), property, "");
        if (address.isBlank()) {
            return "";
        }
        return HtmlText.escape(address.contains("://") || address.startsWith("#") ? address : "http://" + address);
    }

    /** The title in a property, or else the address in another. */
    public String externalLinkTitle(Object content, String property, String titleProperty) throws RepositoryException {
        String title = JcrUtils.getStringProperty(node(content), titleProperty, "");
        return title.isEmpty() ? externalLink(content, property) : title;
    }

    /** Whether an editor is at work: on the author instance, and not in preview mode. */
    public boolean isEditMode() {
        return author && !isPreviewMode();
    }

    /** Whether the page is shown as visitors see it. */
    public boolean isPreviewMode() {
        return state.isPreviewMode();
    }

    /** Whether this is the author instance. */
    public boolean isAuthorInstance() {
        return author;
    }

    /** Whether this is a public instance. */
    public boolean isPublicInstance() {
        return !author;
    }

    /** An attribute for an HTML tag, not escaped; empty where the value is. */
    public String createHtmlAttribute(String name, String value) {
        return StringUtils.isBlank(value) ? "" : name + "=\"" + value.trim() + "\"";
    }

    /** The node at a path of the website, neither escaped nor in the page's language; null if there is none. */
    public ContentMap contentByPath(String path) {
        return contentByPath(path, "website");
    }

    /** The node at a path, neither escaped nor in the page's language; null if there is none. */
    public ContentMap contentByPath(String path, String workspace) {
        return asContentMap(nodeByPath(path, workspace));
    }

    /** The node of the website with an identifier, neither escaped nor in the page's language; null if none. */
    public ContentMap contentById(String identifier) {
        return contentById(identifier, "website");
    }

    /** The node with an identifier, neither escaped nor in the page's language; null if there is none. */
    public ContentMap contentById(String identifier, String workspace) {
        return asContentMap(nodeById(identifier, workspace));
    }

    /** As {@link #contentByPath(String)}, as a node. */
    public Node nodeByPath(String path) {
        return nodeByPath(path, "website");
    }

    /** As {@link #contentByPath(String, String)}, as a node. */
    public Node nodeByPath(String path, String workspace) {
        try {
            return sessions.session(workspace).getNode(new URI(path).getPath());
        } catch (URISyntaxException | RepositoryException e) {
            return null;
        }
    }

    /** As {@link #contentById(String)}, as a node. */
    public Node nodeById(String identifier) {
        return nodeById(identifier, "website");
    }

    /** As {@link #contentById(String, String)}, as a node. */
    public Node nodeById(String identifier, String workspace) {
        try {
            return sessions.session(workspace).getNodeByIdentifier(identifier);
        } catch (RepositoryException e) {
            return null;
        }
    }

    /** The node that a property refers to by identifier, escaped and in the page's language; null if there is none. */
    public Object contentByReference(Object content, String property, String workspace) throws RepositoryException {
        Node node = node(content);
        if (!node.hasProperty(property)) {
            return null;
        }
        String identifier = node.getProperty(property).getString();
        try {
            Node found = sessions.session(workspace).getNodeByIdentifier(identifier);
            return like(content, Decoration.ESCAPED.of(localised.of(found)));
        } catch (ItemNotFoundException e) {
            return null;
        }
    }

    /** The node without its HTML escaping. */
    public Object decode(Object content) {
        return like(content, Decoration.ESCAPED.removeFrom(node(content)));
    }

    /**
     * The node with HTML escaping, an error if it has it already, as in 6.2.45; or the text escaped, line breaks as {@code
     * <br/>}.
     */
    public Object encode(Object content) {
        return content instanceof String text
                ? HtmlText.escapeContent(text)
                : like(content, Decoration.ESCAPED.of(node(content)));
    }

    /** The text with entities turned back into characters. */
    public String unescapeXss(String text) {
        return HtmlText.unescape(text);
    }

    /** The node in the page's language; an error if it is already, as in 6.2.45. */
    public Object wrapForI18n(Object content) {
        return like(content, localised.of(node(content)));
    }

    /** One of Magnolia's own properties, by its name {@code mgnl:…}; a date as ISO 8601; null if it is not set. */
    public String metaData(Object content, String property) throws RepositoryException {
        Node node = node(content);
        return switch (property) {
            case "mgnl:created", "mgnl:lastActivated", "mgnl:deleted" -> date(node, property);
            case "mgnl:lastModified" -> date(node, node.hasProperty(property) ? property : "mgnl:created");
            case "mgnl:createdBy", "mgnl:template", "mgnl:lastActivatedBy", "mgnl:deletedBy", "mgnl:comment" -> JcrUtils
                    .getStringProperty(node, property, null);
            case "mgnl:lastModifiedBy" -> JcrUtils.getStringProperty(
                    node, node.hasProperty(property) ? property : "mgnl:createdBy", null);
            case "mgnl:activationStatus" -> Integer.toString(Tree.activationStatus(node));
            default -> throw new IllegalArgumentException("cmsfn.metaData knows no property '" + property
                    + "'; use mgnl:created, mgnl:createdBy, mgnl:lastModified, mgnl:lastModifiedBy, mgnl:template,"
                    + " mgnl:lastActivated, mgnl:lastActivatedBy, mgnl:activationStatus, mgnl:deleted, mgnl:deletedBy"
                    + " or mgnl:comment");
        };
    }

    private static String date(Node node, String property) throws RepositoryException {
        Calendar date = JcrUtils.getDateProperty(node, property, null);
        return date == null ? null : ISO8601.format(date);
    }

    /** The page above that has a template of the type {@code home}; the workspace's root if there is none. */
    public Object siteRoot(Object content) throws RepositoryException {
        return siteRoot(content, "home");
    }

    /** The page above that has a template of a type; the workspace's root if there is none. */
    public Object siteRoot(Object content, String templateType) throws RepositoryException {
        Node root = Tree.page(node(content));
        while (root.getDepth() > 0 && !hasTemplateOfType(root, templateType == null ? "home" : templateType)) {
            root = root.getParent();
        }
        return like(content, root);
    }

    /** The type of the page's template; {@code content} where it says none. */
    public String templateType(Object page) throws RepositoryException {
        return ofTemplate(page, "type").orElse("content");
    }

    /** The subtype of the page's template; {@code content} where it says none. */
    public String templateSubtype(Object page) throws RepositoryException {
        return ofTemplate(page, "subtype").orElse("content");
    }

    /** Whether the page's template says it is of a type. */
    public boolean hasTemplateOfType(Object page, String templateType) throws RepositoryException {
        return ofTemplate(page, "type").filter(templateType::equals).isPresent();
    }

    private Optional<String> ofTemplate(Object page, String key) throws RepositoryException {
        return Optional.ofNullable(JcrUtils.getStringProperty(node(page), "mgnl:template", null))
                .flatMap(templates)
                .flatMap(definition -> definition.text(key));
    }

    /** The text cut at a word, with {@code ...} for what is left out. */
    public String abbreviateString(String text, int length) {
        return abbreviateString(text, length, " ...");
    }

    /** The text cut at a word, with something for what is left out. */
    public String abbreviateString(String text, int length, String suffix) {
        if (text == null || text.length() <= length) {
            return text;
        }
        int end = length - suffix.length();
        String cut = text.substring(0, Math.max(end, 0));
        return (text.charAt(end) == ' ' ? cut : StringUtils.substringBeforeLast(cut, " ")) + suffix;
    }

    /** What follows the last dot; empty if there is none. */
    public String fileExtension(String fileName) {
        return StringUtils.defaultString(StringUtils.substringAfterLast(fileName, "."));
    }

    /** A size such as {@code 1 KB}, rounded down. */
    public String readableFileSize(long bytes) {
        String[] units = {"bytes", "KB", "MB", "GB", "TB", "PB", "EB"};
        int unit = 0;
        long size = bytes;
        while (size >= 1024) {
            size /= 1024;
            unit++;
        }
        return size + " " + units[unit];
    }

    private static Node node(Object content) {
        if (content instanceof ContentMap map) {
            return map.getJCRNode();
        }
        if (content instanceof Node node) {
            return node;
        }
        throw new IllegalArgumentException("cmsfn: a node or a content map is expected here, not " + content);
    }

    /** The node as the function's argument was given; null for null. */
    private Object like(Object content, Node node) {
        return content instanceof ContentMap ? asContentMap(node) : node;
    }

    private List<?> like(Object content, List<Node> nodes) {
        return content instanceof ContentMap ? asContentMapList(nodes) : nodes;
    }
}
