package org.efcpreview.rendering;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.lang3.StringUtils;
import org.definitioncheck.message.Messages;
import org.efcpreview.content.Tree;
import org.efcpreview.repository.User;
import org.efcpreview.templating.Renderable;

/**
 * The HTML comments by which a page editor finds the page, its areas and its components on an author instance (rules:
 * {@code info.magnolia.templating.elements} and the attributes that {@code templating/config.yaml} of 6.2.45 names, in
 * that order). The page's is always there, the others only in edit mode and where the reader may write.
 */
record EditorComments(Messages messages, User visitor, boolean author, boolean previewMode) {
    /** What looks like a message key and not like a text. */
    private static final Pattern KEY = Pattern.compile("[^ ]*\\.[^ ]*[^ .]");

    /** Whether an editor is at work: on the author instance, and not in preview mode. */
    boolean isEditMode() {
        return author && !previewMode;
    }

    /** Whether comments are printed for what is in this node. */
    boolean isEdited(Node node) throws RepositoryException {
        return isEditMode() && node.getSession().hasPermission(node.getPath(), Session.ACTION_SET_PROPERTY);
    }

    void page(Node page, Renderable definition, CmsDirectives.Call call, Writer out)
            throws IOException, RepositoryException {
        if (author) {
            Comment comment = new Comment("page");
            comment.add("content", place(page));
            comment.add("dialog", said(call.text("dialog"), definition, "dialog"));
            comment.begin(out);
            end("page", out);
        }
    }

    void beginArea(Area area, Renderable page, CmsDirectives.Call call, Writer out)
            throws IOException, RepositoryException {
        Renderable definition = area.definition();
        boolean there = area.content() != null;
        int number = area.components().size();
        boolean open = there && !area.type().equals("noComponent") && !(area.isSingle() && number > 0);
        Comment comment = new Comment("area");
        comment.add("content", there ? place(area.content()) : place(area.parent()) + "/" + definition.name());
        comment.add("name", definition.name());
        comment.add(
                "availableComponents",
                StringUtils.isEmpty(call.text("components"))
                        ? String.join(",", definition.availableComponents(visitor.roles()))
                        : call.text("components").replace(" ", ""));
        comment.add("type", area.type());
        comment.add("dialog", said(call.text("dialog"), definition, "dialog"));
        comment.add(
                "label",
                translated(said(call.text("label"), definition, "title"), "templates.areas." + definition.name())
                        .orElse(StringUtils.capitalize(definition.name())));
        comment.add("inherit", false);
        comment.add("editable", said(call.flag("editable"), definition, "editable"));
        comment.add("optional", area.isOptional());
        comment.add("created", area.isOptional() && there ? true : null);
        comment.add("createdAreaNode", area.createNode());
        comment.add("showAddButton", open && number < area.most());
        comment.add("showNewComponentArea", open);
        // The page's, as AreaElement hands on the template and not the area.
        comment.add("description", templateText(page, "description").orElse(null));
        comment.add("activationStatus", Tree.activationStatus(area.content()));
        comment.begin(out);
    }

    void beginComponent(Node component, Renderable definition, CmsDirectives.Call call, Writer out)
            throws IOException, RepositoryException {
        Comment comment = new Comment("component");
        comment.add("content", place(component));
        comment.add("editable", said(call.flag("editable"), definition, "editable"));
        comment.add("dialog", said(call.text("dialog"), definition, "dialog"));
        for (String property : List.of("moveable", "deletable", "writable")) {
            comment.add(property, said(null, definition, property));
        }
        comment.add("label", templateText(definition, "title").orElse(definition.name()));
        comment.add("description", templateText(definition, "description").orElse(null));
        comment.add("activationStatus", Tree.activationStatus(component));
        comment.begin(out);
    }

    /** What the directive says, or else the definition; null if neither does. */
    private static String said(Object directive, Renderable definition, String property) {
        return directive == null ? definition.text(property).orElse(null) : directive.toString();
    }

    private Optional<String> templateText(Renderable template, String property) {
        String suffix = property.equals("title") ? "" : "." + property;
        int colon = template.id().indexOf(':');
        String path = "templates." + template.id().substring(colon + 1).replace('/', '.') + suffix;
        return translated(template.text(property).orElse(null), template.id().substring(0, colon) + "." + path, path);
    }

    /** What a bundle has for what is written or for the generated keys, or else what is written if it is a text. */
    private Optional<String> translated(String written, String... generated) {
        List<String> keys =
                Stream.concat(Stream.ofNullable(written), Stream.of(generated)).toList();
        return messages.find(keys, Locale.ENGLISH).or(() -> Optional.ofNullable(written)
                .filter(text -> !KEY.matcher(text).matches()));
    }

    private static String place(Node node) throws RepositoryException {
        return node.getSession().getWorkspace().getName() + ":" + node.getPath();
    }

    void end(String element, Writer out) throws IOException {
        out.write("<!-- /cms:" + element + " -->\n");
    }

    /** An opening comment; values are not escaped, and those that are null are left out, as in Magnolia. */
    private static final class Comment {
        private String text;

        Comment(String element) {
            text = "<!-- cms:" + element;
        }

        void add(String attribute, Object value) {
            text += value == null ? "" : " " + attribute + "=\"" + value + '"';
        }

        void begin(Writer out) throws IOException {
            out.write(text + " -->\n");
        }
    }
}
