package org.efcpreview.rendering;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.definitioncheck.message.Messages;

/**
 * The HTML comments by which a page editor finds the page, its areas and its components on an author instance (rules:
 * {@code info.magnolia.templating.elements} and the attributes that {@code templating/config.yaml} of 6.2.45 names, in
 * that order). The page's is always there, the others only in edit mode and where the reader may write.
 */
final class EditorComments {
    /** What looks like a message key and not like a text. */
    private static final Pattern KEY = Pattern.compile("[^ ]*\\.[^ ]*[^ .]");

    private final Messages messages;
    private final TemplateContext.Visitor visitor;
    private final boolean author;
    private final boolean previewMode;

    EditorComments(Messages messages, TemplateContext.Visitor visitor, boolean author, boolean previewMode) {
        this.messages = messages;
        this.visitor = visitor;
        this.author = author;
        this.previewMode = previewMode;
    }

    /**
     * An area as the directive and the definition together have it.
     *
     * @param content its node; null where it is optional and not made yet
     * @param parent the node that it belongs to
     */
    record Resolved(Node content, Node parent, String type, int most, boolean optional, boolean createNode) {}

    /** Whether comments are printed for what is in this node. */
    boolean isEdited(Node node) throws RepositoryException {
        return author && !previewMode && node.getSession().hasPermission(node.getPath(), Session.ACTION_SET_PROPERTY);
    }

    void page(Node page, Renderable definition, String dialog, Writer out) throws IOException, RepositoryException {
        if (author) {
            Comment comment = new Comment("page");
            comment.add("content", place(page));
            comment.add("dialog", dialog == null ? definition.text("dialog").orElse(null) : dialog);
            comment.begin(out);
            end("page", out);
        }
    }

    void beginArea(Rendering.AreaCall call, Renderable area, Resolved is, Renderable page, Writer out)
            throws IOException, RepositoryException {
        boolean there = is.content() != null;
        long number = there ? components(is.content()) : 0;
        boolean open = there && !is.type().equals("noComponent") && !(is.type().equals("single") && number > 0);
        Comment comment = new Comment("area");
        comment.add("content", there ? place(is.content()) : place(is.parent()) + "/" + area.name());
        comment.add("name", area.name());
        comment.add(
                "availableComponents",
                call.components() == null || call.components().isEmpty()
                        ? String.join(",", area.availableComponents(visitor.getAllRoles()))
                        : call.components().replace(" ", ""));
        comment.add("type", is.type());
        comment.add("dialog", call.dialog() == null ? area.text("dialog").orElse(null) : call.dialog());
        comment.add("label", areaLabel(call, area));
        comment.add("inherit", false);
        comment.add("editable", call.editable() == null ? area.text("editable").orElse(null) : call.editable());
        comment.add("optional", is.optional());
        comment.add("created", is.optional() && there ? true : null);
        comment.add("createdAreaNode", is.createNode());
        comment.add("showAddButton", open && number < is.most());
        comment.add("showNewComponentArea", open);
        // The page's, as AreaElement hands on the template and not the area.
        comment.add("description", templateText(page, "description").orElse(null));
        comment.add("activationStatus", TemplatingFunctions.activationStatus(is.content()));
        comment.begin(out);
    }

    void endArea(Writer out) throws IOException {
        end("area", out);
    }

    void beginComponent(Rendering.ComponentCall call, Renderable definition, Writer out)
            throws IOException, RepositoryException {
        Comment comment = new Comment("component");
        comment.add("content", place(call.content()));
        comment.add(
                "editable",
                call.editable() == null ? definition.text("editable").orElse(null) : call.editable());
        comment.add("dialog", call.dialog() == null ? definition.text("dialog").orElse(null) : call.dialog());
        comment.add("moveable", definition.text("moveable").orElse(null));
        comment.add("deletable", definition.text("deletable").orElse(null));
        comment.add("writable", definition.text("writable").orElse(null));
        comment.add("label", templateText(definition, "title").orElse(definition.name()));
        comment.add("description", templateText(definition, "description").orElse(null));
        comment.add("activationStatus", TemplatingFunctions.activationStatus(call.content()));
        comment.begin(out);
    }

    void endComponent(Writer out) throws IOException {
        end("component", out);
    }

    private String areaLabel(Rendering.AreaCall call, Renderable area) {
        List<String> keys = List.of("templates.areas." + area.name());
        String name = area.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + area.name().substring(1);
        return translated(call.label() == null ? area.text("title").orElse(null) : call.label(), keys)
                .orElse(name);
    }

    private Optional<String> templateText(Renderable template, String property) {
        String suffix = property.equals("title") ? "" : "." + property;
        int colon = template.id().indexOf(':');
        String path = "templates." + template.id().substring(colon + 1).replace('/', '.') + suffix;
        return translated(
                template.text(property).orElse(null), List.of(template.id().substring(0, colon) + "." + path, path));
    }

    /** What is written if it is a text, or else what a bundle has for it or for the generated keys. */
    private Optional<String> translated(String written, List<String> generated) {
        List<String> keys = new ArrayList<>(generated);
        if (written != null) {
            keys.add(0, written);
        }
        return messages.find(keys, Locale.ENGLISH).or(() -> Optional.ofNullable(written)
                .filter(text -> !KEY.matcher(text).matches()));
    }

    private static String place(Node node) throws RepositoryException {
        return node.getSession().getWorkspace().getName() + ":" + node.getPath();
    }

    private static long components(Node area) throws RepositoryException {
        long number = 0;
        for (NodeIterator nodes = area.getNodes(); nodes.hasNext(); ) {
            number += nodes.nextNode().isNodeType("mgnl:component") ? 1 : 0;
        }
        return number;
    }

    private static void end(String element, Writer out) throws IOException {
        out.write("<!-- /cms:" + element + " -->\n");
    }

    /** An opening comment; values are not escaped, and those that are null are left out, as in Magnolia. */
    private static final class Comment {
        private final StringBuilder text;

        Comment(String element) {
            text = new StringBuilder("<!-- cms:").append(element);
        }

        void add(String attribute, Object value) {
            if (value != null) {
                text.append(' ').append(attribute).append("=\"").append(value).append('"');
            }
        }

        void begin(Writer out) throws IOException {
            out.write(text.append(" -->\n").toString());
        }
    }
}
