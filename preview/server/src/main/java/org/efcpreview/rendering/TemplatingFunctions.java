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
import java.util.Set;
import java.util.function.Function;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.util.ISO8601;
import org.efcpreview.site.SiteLocales;

/**
 * What templates call {@code cmsfn} (rules: {@code info.magnolia.templating.functions.TemplatingFunctions} of 6.2.45).
 * What is looked up by path or identifier comes neither escaped nor in the page's language, as in that version. Null in
 * gives null out wherever it does there.
 */
public final class TemplatingFunctions {
    /** Functions of Magnolia's that this server does not have. */
    static final Set<String> MISSING = Set.of(
            "inherit",
            "inheritProperty",
            "inheritList",
            "search",
            "simpleSearch",
            "contentListByTemplateType",
            "contentListByTemplateId",
            "contentListByTemplateIds",
            "dump");

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

    /** The node of a content map, decorated as it is. */
    public Node asJCRNode(ContentMap content) {
        return content == null ? null : content.getJCRNode();
    }

    /** The node as a content map. */
    public ContentMap asContentMap(Node node) {
        return node == null ? null : new ContentMap(node, links);
    }

    /** The nodes as content maps. */
    public List<ContentMap> asContentMapList(Collection<Node> nodes) {
        return nodes == null
                ? null
                : nodes.stream().map(this::asContentMap).collect(ArrayList::new, List::add, List::addAll);
    }

    /** The content maps as nodes. */
    public List<Node> asNodeList(Collection<ContentMap> contents) {
        return contents == null
                ? null
                : contents.stream().map(this::asJCRNode).collect(ArrayList::new, List::add, List::addAll);
    }

    /** The child nodes. */
    public List<Node> children(Node node) throws RepositoryException {
        return node == null ? null : children(node, null, true);
    }

    /** The child nodes of a node type or one that extends it. */
    public List<Node> children(Node node, String nodeType) throws RepositoryException {
        return node == null ? null : children(node, nodeType, false);
    }

    /** The child nodes. */
    public List<ContentMap> children(ContentMap content) throws RepositoryException {
        return content == null ? null : asContentMapList(children(content.getJCRNode()));
    }

    /** The child nodes of a node type or one that extends it. */
    public List<ContentMap> children(ContentMap content, String nodeType) throws RepositoryException {
        return content == null ? null : asContentMapList(children(content.getJCRNode(), nodeType));
    }

    /** The workspace's root. */
    public Node root(Node node) throws RepositoryException {
        return root(node, null);
    }

    /** The topmost ancestor of a node type. */
    public Node root(Node node, String nodeType) throws RepositoryException {
        if (node == null) {
            return null;
        }
        if (nodeType == null) {
            return (Node) node.getAncestor(0);
        }
        if (node.getDepth() == 0 && node.isNodeType(nodeType)) {
            return node;
        }
        Node root = parent(node, nodeType);
        for (Node next = root; next != null; next = parent(next, nodeType)) {
            root = next;
        }
        return root;
    }

    /** The workspace's root. */
    public ContentMap root(ContentMap content) throws RepositoryException {
        return content == null ? null : asContentMap(root(content.getJCRNode()));
    }

    /** The topmost ancestor of a node type. */
    public ContentMap root(ContentMap content, String nodeType) throws RepositoryException {
        return content == null ? null : asContentMap(root(content.getJCRNode(), nodeType));
    }

    /** The parent; null for the root. */
    public Node parent(Node node) throws RepositoryException {
        return parent(node, null);
    }

    /** The nearest ancestor of a node type; null if there is none. */
    public Node parent(Node node, String nodeType) throws RepositoryException {
        if (node == null || node.getDepth() == 0) {
            return null;
        }
        Node parent = node.getParent();
        while (nodeType != null && !parent.isNodeType(nodeType)) {
            if (parent.getDepth() == 0) {
                return null;
            }
            parent = parent.getParent();
        }
        return parent;
    }

    /** The parent; null for the root. */
    public ContentMap parent(ContentMap content) throws RepositoryException {
        return content == null ? null : asContentMap(parent(content.getJCRNode()));
    }

    /** The nearest ancestor of a node type; null if there is none. */
    public ContentMap parent(ContentMap content, String nodeType) throws RepositoryException {
        return content == null ? null : asContentMap(parent(content.getJCRNode(), nodeType));
    }

    /** The page that the node is or belongs to. */
    public Node page(Node node) throws RepositoryException {
        return node == null || node.isNodeType("mgnl:page") ? node : parent(node, "mgnl:page");
    }

    /** The page that the node is or belongs to. */
    public ContentMap page(ContentMap content) throws RepositoryException {
        return content == null ? null : asContentMap(page(content.getJCRNode()));
    }

    /** The ancestors from the top, without the root. */
    public List<Node> ancestors(Node node) throws RepositoryException {
        return ancestors(node, null);
    }

    /** The ancestors of a node type from the top, without the root. */
    public List<Node> ancestors(Node node, String nodeType) throws RepositoryException {
        if (node == null) {
            return null;
        }
        List<Node> ancestors = new ArrayList<>();
        for (int depth = 1; depth < node.getDepth(); depth++) {
            Node ancestor = (Node) node.getAncestor(depth);
            if (nodeType == null || ancestor.isNodeType(nodeType)) {
                ancestors.add(ancestor);
            }
        }
        return ancestors;
    }

    /** The ancestors from the top, without the root. */
    public List<ContentMap> ancestors(ContentMap content) throws RepositoryException {
        return ancestors(content, null);
    }

    /** The ancestors of a node type from the top, without the root. */
    public List<ContentMap> ancestors(ContentMap content, String nodeType) throws RepositoryException {
        return asContentMapList(ancestors(content.getJCRNode(), nodeType));
    }

    /** The node among those of its type. */
    public Siblings siblings(Node node) throws RepositoryException {
        return new Siblings(
                node, children(node.getParent(), node.getPrimaryNodeType().getName()));
    }

    /** The node among those of its type. */
    public Siblings siblings(ContentMap content) throws RepositoryException {
        return siblings(content.getJCRNode());
    }

    /** Always false: inheritance is not supported here, so no node is inherited. */
    public boolean isInherited(Node node) {
        return false;
    }

    /** Always false: inheritance is not supported here, so no node is inherited. */
    public boolean isInherited(ContentMap content) {
        return false;
    }

    /** Always true: inheritance is not supported here. */
    public boolean isFromCurrentPage(Node node) {
        return true;
    }

    /** Always true: inheritance is not supported here. */
    public boolean isFromCurrentPage(ContentMap content) {
        return true;
    }

    /** The address of a node by identifier; null where the visitor sees none. */
    public String link(String workspace, String identifier) {
        try {
            return links.to(workspace, identifier);
        } catch (RepositoryException e) {
            return null;
        }
    }

    /** The address of a node, context path and language included. */
    public String link(Node node) throws RepositoryException {
        return node == null ? null : links.to(node);
    }

    /** The address of a node, context path and language included. */
    public String link(ContentMap content) throws RepositoryException {
        return content == null ? null : links.to(content.getJCRNode());
    }

    /** What stands before the page's path in its address: context path and language. */
    public String linkPrefix(Node node) throws RepositoryException {
        String link = link(node);
        int end = link.length();
        for (long slashes = links.path(node).chars().filter(c -> c == '/').count(); slashes > 0; slashes--) {
            end = link.lastIndexOf('/', end - 1);
        }
        return link.substring(0, end);
    }

    /** What stands before the page's path in its address: context path and language. */
    public String linkPrefix(ContentMap content) throws RepositoryException {
        return linkPrefix(content.getJCRNode());
    }

    /** The query string and fragment of an address, with their {@code ?} and {@code #}; empty if it is no address. */
    public String queryStringAndFragment(String url) {
        try {
            URI uri = new URI(url);
            return (isSet(uri.getQuery()) ? "?" + uri.getQuery() : "")
                    + (isSet(uri.getFragment()) ? "#" + uri.getFragment() : "");
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** The old name of {@link #queryStringAndFragment}. */
    public String getQueryStringAndFragment(String url) {
        return queryStringAndFragment(url);
    }

    /** The page's language, such as {@code en}. */
    public String language() {
        return state.getLocale().toString();
    }

    /** Whether the page is rendered in a language. */
    public boolean isCurrentLocale(String language) {
        return state.getLocale().toString().equals(language);
    }

    /** The addresses of the current page by language; the selector is kept. */
    public Map<String, String> localizedLinks() throws RepositoryException {
        return localizedLinks(state.getCurrentContentNode());
    }

    /** The addresses of a node's page by language; the selector is kept. Empty where there is one language only. */
    public Map<String, String> localizedLinks(Node node) throws RepositoryException {
        Map<String, String> addresses = new LinkedHashMap<>();
        if (locales.locales().size() > 1) {
            Node page = page(node);
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
                : address.substring(0, address.length() - ".html".length()) + "~" + selector + "~.html";
    }

    /** The address in a property, with {@code http://} where it names no protocol, escaped; empty if there is none. */
    public String externalLink(Node node, String property) throws RepositoryException {
        String address = string(node, property);
        if (address == null || address.isBlank()) {
            return "";
        }
        return HtmlText.escape(address.contains("://") || address.startsWith("#") ? address : "http://" + address);
    }

    /** The address in a property, with {@code http://} where it names no protocol, escaped; empty if there is none. */
    public String externalLink(ContentMap content, String property) throws RepositoryException {
        return externalLink(content.getJCRNode(), property);
    }

    /** The title in a property, or else the address in another. */
    public String externalLinkTitle(Node node, String property, String titleProperty) throws RepositoryException {
        String title = string(node, titleProperty);
        return isSet(title) ? title : externalLink(node, property);
    }

    /** The title in a property, or else the address in another. */
    public String externalLinkTitle(ContentMap content, String property, String titleProperty)
            throws RepositoryException {
        return externalLinkTitle(content.getJCRNode(), property, titleProperty);
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
        return value == null || value.isBlank() ? "" : name + "=\"" + value.trim() + "\"";
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

    /** The old name of {@link #nodeByPath(String)}. */
    public Node content(String path) {
        return nodeByPath(path);
    }

    /** The old name of {@link #nodeByPath(String, String)}. */
    public Node content(String workspace, String path) {
        return nodeByPath(path, workspace);
    }

    /** The old name of {@link #nodeById(String)}. */
    public Node contentByIdentifier(String identifier) {
        return nodeById(identifier);
    }

    /** The old name of {@link #nodeById(String, String)}. */
    public Node contentByIdentifier(String workspace, String identifier) {
        return nodeById(identifier, workspace);
    }

    /** The node that a property refers to by identifier, escaped and in the page's language; null if there is none. */
    public Node contentByReference(Node node, String property, String workspace) throws RepositoryException {
        if (!node.hasProperty(property)) {
            return null;
        }
        try {
            return encode(wrapForI18n(sessions.session(workspace)
                    .getNodeByIdentifier(node.getProperty(property).getString())));
        } catch (ItemNotFoundException e) {
            return null;
        }
    }

    /** The node that a property refers to by identifier, escaped and in the page's language; null if there is none. */
    public ContentMap contentByReference(ContentMap content, String property, String workspace)
            throws RepositoryException {
        return asContentMap(contentByReference(content.getJCRNode(), property, workspace));
    }

    /** The node without its HTML escaping. */
    public Node decode(Node node) {
        return Decoration.ESCAPED.removeFrom(node);
    }

    /** The node without its HTML escaping. */
    public ContentMap decode(ContentMap content) {
        return asContentMap(decode(content.getJCRNode()));
    }

    /** The node with HTML escaping; an error if it has it already, as in 6.2.45. */
    public Node encode(Node node) {
        return node == null ? null : Decoration.ESCAPED.of(node);
    }

    /** The node with HTML escaping; an error if it has it already, as in 6.2.45. */
    public ContentMap encode(ContentMap content) {
        return content == null ? null : asContentMap(encode(content.getJCRNode()));
    }

    /** The text escaped, line breaks as {@code <br/>}. */
    public String encode(String text) {
        return HtmlText.escapeContent(text);
    }

    /** The text with entities turned back into characters. */
    public String unescapeXss(String text) {
        return HtmlText.unescape(text);
    }

    /** The node in the page's language; an error if it is already, as in 6.2.45. */
    public Node wrapForI18n(Node node) {
        return node == null ? null : localised.of(node);
    }

    /** The node in the page's language; an error if it is already, as in 6.2.45. */
    public ContentMap wrapForI18n(ContentMap content) {
        return content == null ? null : asContentMap(wrapForI18n(content.getJCRNode()));
    }

    /** One of Magnolia's own properties, by its name {@code mgnl:…}; a date as ISO 8601; null if it is not set. */
    public String metaData(Node node, String property) throws RepositoryException {
        return switch (property) {
            case "mgnl:created", "mgnl:lastActivated", "mgnl:deleted" -> date(node, property);
            case "mgnl:lastModified" -> node.hasProperty(property) ? date(node, property) : date(node, "mgnl:created");
            case "mgnl:createdBy", "mgnl:template", "mgnl:lastActivatedBy", "mgnl:deletedBy", "mgnl:comment" -> string(
                    node, property);
            case "mgnl:lastModifiedBy" -> node.hasProperty(property)
                    ? string(node, property)
                    : string(node, "mgnl:createdBy");
            case "mgnl:activationStatus" -> Integer.toString(activationStatus(node));
            default -> throw new IllegalArgumentException("cmsfn.metaData knows no property '" + property
                    + "'; use mgnl:created, mgnl:createdBy, mgnl:lastModified, mgnl:lastModifiedBy, mgnl:template,"
                    + " mgnl:lastActivated, mgnl:lastActivatedBy, mgnl:activationStatus, mgnl:deleted, mgnl:deletedBy"
                    + " or mgnl:comment");
        };
    }

    /** One of Magnolia's own properties, by its name {@code mgnl:…}; a date as ISO 8601; null if it is not set. */
    public String metaData(ContentMap content, String property) throws RepositoryException {
        return metaData(content.getJCRNode(), property);
    }

    /** The page above that has a template of the type {@code home}; the workspace's root if there is none. */
    public Node siteRoot(Node node) throws RepositoryException {
        return siteRoot(node, "home");
    }

    /** The page above that has a template of a type; the workspace's root if there is none. */
    public Node siteRoot(Node node, String templateType) throws RepositoryException {
        Node page = page(node);
        Node root = parentWithTemplateType(page, templateType == null ? "home" : templateType);
        return root == null ? (Node) page.getAncestor(0) : root;
    }

    /** The page above that has a template of the type {@code home}; the workspace's root if there is none. */
    public ContentMap siteRoot(ContentMap content) throws RepositoryException {
        return siteRoot(content, "home");
    }

    /** The page above that has a template of a type; the workspace's root if there is none. */
    public ContentMap siteRoot(ContentMap content, String templateType) throws RepositoryException {
        return asContentMap(siteRoot(content.getJCRNode(), templateType));
    }

    /** The page or the nearest one above that has a template of a type; null if there is none. */
    public Node parentWithTemplateType(Node page, String templateType) throws RepositoryException {
        for (Node next = page; next != null && next.getDepth() > 0; next = next.getParent()) {
            if (hasTemplateOfType(next, templateType)) {
                return next;
            }
        }
        return null;
    }

    /** The page or the nearest one above that has a template of a type; null if there is none. */
    public ContentMap parentWithTemplateType(ContentMap page, String templateType) throws RepositoryException {
        return asContentMap(parentWithTemplateType(page.getJCRNode(), templateType));
    }

    /** The type of the page's template; {@code content} where it says none. */
    public String templateType(Node page) throws RepositoryException {
        return ofTemplate(page, "type").orElse("content");
    }

    /** The type of the page's template; {@code content} where it says none. */
    public String templateType(ContentMap page) throws RepositoryException {
        return templateType(page.getJCRNode());
    }

    /** The subtype of the page's template; {@code content} where it says none. */
    public String templateSubtype(Node page) throws RepositoryException {
        return ofTemplate(page, "subtype").orElse("content");
    }

    /** The subtype of the page's template; {@code content} where it says none. */
    public String templateSubtype(ContentMap page) throws RepositoryException {
        return templateSubtype(page.getJCRNode());
    }

    /** Whether the page's template says it is of a type. */
    public boolean hasTemplateOfType(Node page, String templateType) throws RepositoryException {
        return ofTemplate(page, "type").filter(templateType::equals).isPresent();
    }

    /** Whether the page's template says it is of a type. */
    public boolean hasTemplateOfType(ContentMap page, String templateType) throws RepositoryException {
        return hasTemplateOfType(page.getJCRNode(), templateType);
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
        if (text.charAt(end) != ' ' && cut.contains(" ")) {
            cut = cut.substring(0, cut.lastIndexOf(' '));
        }
        return cut + suffix;
    }

    /** What follows the last dot; empty if there is none. */
    public String fileExtension(String fileName) {
        return fileName == null || !fileName.contains(".") ? "" : fileName.substring(fileName.lastIndexOf('.') + 1);
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

    private static List<Node> children(Node node, String nodeType, boolean withoutJcr) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node child = nodes.nextNode();
            boolean hidden = withoutJcr && child.getName().startsWith("jcr:");
            if (!hidden && (nodeType == null || child.isNodeType(nodeType))) {
                children.add(child);
            }
        }
        return children;
    }

    private Optional<String> ofTemplate(Node page, String key) throws RepositoryException {
        String template = page == null ? null : string(page, "mgnl:template");
        return Optional.ofNullable(template).flatMap(templates).flatMap(definition -> definition.text(key));
    }

    /** 0 is not published or no node, 1 changed since, 2 published ({@code NodeTypes.Activatable.getActivationStatus}). */
    static int activationStatus(Node node) throws RepositoryException {
        boolean published = node != null
                && node.hasProperty("mgnl:activationStatus")
                && Boolean.parseBoolean(
                        node.getProperty("mgnl:activationStatus").getString());
        if (!published) {
            return 0;
        }
        Calendar modified = calendar(node, "mgnl:lastModified");
        Calendar activated = calendar(node, "mgnl:lastActivatedVersionCreated");
        activated = activated == null ? calendar(node, "mgnl:lastActivated") : activated;
        return modified != null && activated != null && modified.after(activated) ? 1 : 2;
    }

    private static Calendar calendar(Node node, String property) throws RepositoryException {
        return node.hasProperty(property) ? node.getProperty(property).getDate() : null;
    }

    private static String date(Node node, String property) throws RepositoryException {
        Calendar date = calendar(node, property);
        return date == null ? null : ISO8601.format(date);
    }

    private static String string(Node node, String property) throws RepositoryException {
        return node.hasProperty(property) ? node.getProperty(property).getString() : null;
    }

    private static boolean isSet(String text) {
        return text != null && !text.isEmpty();
    }
}
