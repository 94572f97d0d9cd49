package org.efcpreview.templating;

import java.net.URI;
import java.net.URISyntaxException;
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
import org.efcpreview.content.ContentMap;
import org.efcpreview.content.Decoration;
import org.efcpreview.content.HtmlText;
import org.efcpreview.content.Links;
import org.efcpreview.content.Tree;

/**
 * What templates call {@code cmsfn} (rules: {@code info.magnolia.templating.functions.TemplatingFunctions} of 6.2.45).
 * What is looked up by path or identifier comes neither escaped nor in the page's language, as in that version.
 *
 * <p>Magnolia has most functions twice, for nodes and for content maps. Here {@code content} is either, and a function
 * that gives such a thing gives what it was given. Null is an error, as it is where a name has two functions.
 */
public final class TemplatingFunctions {
    private final PageRequest request;
    private final AggregationState state;
    private final Links links;
    private final Decoration localised;
    private final Function<String, Optional<Renderable>> templates;

    /**
     * @param localised how nodes are read in the page's language
     * @param templates the definitions by identifier
     */
    public TemplatingFunctions(
            PageRequest request,
            AggregationState state,
            Links links,
            Decoration localised,
            Function<String, Optional<Renderable>> templates) {
        this.request = request;
        this.state = state;
        this.links = links;
        this.localised = localised;
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

    /** The child nodes, or those of a node type and of what extends it. */
    public List<?> children(Object content, String... nodeType) throws RepositoryException {
        return like(content, Tree.children(node(content), last(nodeType, null)));
    }

    /** The workspace's root, or the topmost ancestor of a node type; null if there is none. */
    public Object root(Object content, String... nodeType) throws RepositoryException {
        String type = last(nodeType, null);
        Node node = node(content);
        return like(content, type == null ? (Node) node.getAncestor(0) : Tree.root(node, type));
    }

    /** The parent, or the nearest ancestor of a node type; null if there is none. */
    public Object parent(Object content, String... nodeType) throws RepositoryException {
        return like(content, Tree.parent(node(content), last(nodeType, null)));
    }

    /** The page that the node is or belongs to; null if there is none. */
    public Object page(Object content) throws RepositoryException {
        return like(content, Tree.page(node(content)));
    }

    /** The ancestors, or those of a node type, from the top, without the root. */
    public List<?> ancestors(Object content, String... nodeType) throws RepositoryException {
        return like(content, Tree.ancestors(node(content), last(nodeType, null)));
    }

    /** The address of a node by identifier; null where the visitor sees none. */
    public String link(String workspace, String identifier) throws RepositoryException {
        Node node = nodeById(identifier, workspace);
        return node == null ? null : links.to(node);
    }

    /** The address of a node, context path and language included. */
    public String link(Object content) throws RepositoryException {
        return links.to(node(content));
    }

    /** What stands before the page's path in its address: context path and language. */
    public String linkPrefix(Object content) throws RepositoryException {
        return links.prefix(node(content));
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
        if (links.locales().locales().size() > 1) {
            Node page = Tree.page(node);
            for (Locale locale : links.locales().locales()) {
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
        boolean whole = address.isBlank() || address.contains("://") || address.startsWith("#");
        return HtmlText.escape(whole ? address.strip() : "http://" + address);
    }

    /** The title in a property, or else the address in another. */
    public String externalLinkTitle(Object content, String property, String titleProperty) throws RepositoryException {
        String title = JcrUtils.getStringProperty(node(content), titleProperty, "");
        return title.isEmpty() ? externalLink(content, property) : title;
    }

    /** Whether an editor is at work: on the author instance, and not in preview mode. */
    public boolean isEditMode() {
        return request.author() && !isPreviewMode();
    }

    /** Whether the page is shown as visitors see it. */
    public boolean isPreviewMode() {
        return state.isPreviewMode();
    }

    /** Whether this is the author instance. */
    public boolean isAuthorInstance() {
        return request.author();
    }

    /** Whether this is a public instance. */
    public boolean isPublicInstance() {
        return !request.author();
    }

    /** An attribute for an HTML tag, not escaped; empty where the value is. */
    public String createHtmlAttribute(String name, String value) {
        return StringUtils.isBlank(value) ? "" : name + "=\"" + value.trim() + "\"";
    }

    /** The node at a path, neither escaped nor in the page's language; null if there is none. Usually of the website. */
    public ContentMap contentByPath(String path, String... workspace) {
        return asContentMap(nodeByPath(path, workspace));
    }

    /** The node with an identifier, neither escaped nor in the page's language; null if there is none. */
    public ContentMap contentById(String identifier, String... workspace) {
        return asContentMap(nodeById(identifier, workspace));
    }

    /** As {@link #contentByPath}, as a node. */
    public Node nodeByPath(String path, String... workspace) {
        try {
            return request.sessions().session(last(workspace, "website")).getNode(new URI(path).getPath());
        } catch (URISyntaxException | RepositoryException e) {
            return null;
        }
    }

    /** As {@link #contentById}, as a node. */
    public Node nodeById(String identifier, String... workspace) {
        try {
            return request.sessions().session(last(workspace, "website")).getNodeByIdentifier(identifier);
        } catch (RepositoryException e) {
            return null;
        }
    }

    /** The node that a property refers to by identifier, escaped and in the page's language; null if there is none. */
    public Object contentByReference(Object content, String property, String workspace) throws RepositoryException {
        try {
            String identifier = JcrUtils.getStringProperty(node(content), property, null);
            Node found = identifier == null
                    ? null
                    : request.sessions().session(workspace).getNodeByIdentifier(identifier);
            return found == null ? null : like(content, Decoration.ESCAPED.of(localised.of(found)));
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

    /** The page above that has a template of a type, usually {@code home}; the workspace's root if there is none. */
    public Object siteRoot(Object content, String... templateType) throws RepositoryException {
        String type = last(templateType, "home");
        Node root = Tree.page(node(content));
        while (root.getDepth() > 0 && !hasTemplateOfType(root, type)) {
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

    /** What follows the last dot; empty if there is none. */
    public String fileExtension(String fileName) {
        return StringUtils.defaultString(StringUtils.substringAfterLast(fileName, "."));
    }

    /** An argument that may be left out. */
    private static String last(String[] argument, String otherwise) {
        if (argument.length > 1) {
            throw new IllegalArgumentException("cmsfn: there are too many arguments here: " + List.of(argument));
        }
        return argument.length == 0 || argument[0] == null ? otherwise : argument[0];
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
