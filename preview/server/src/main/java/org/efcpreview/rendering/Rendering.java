package org.efcpreview.rendering;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page being rendered: the page's template, the areas and the components in it (rules: {@code
 * info.magnolia.rendering.renderer.AbstractRenderer}, {@code info.magnolia.templating.elements.AreaElement}, {@code
 * ComponentElement}).
 */
final class Rendering {
    private static final Logger LOG = LoggerFactory.getLogger(Rendering.class);

    private final Configuration freemarker;
    private final Function<String, Optional<Renderable>> templates;
    private final AggregationState state;
    private final TemplateContext context;
    private final PageSessions sessions;
    private final Links links;
    private final Decoration localised;
    private final Map<String, Object> functions;
    private final boolean author;
    private final EditorComments comments;

    private final Deque<Frame> stack = new ArrayDeque<>();
    private RenderingModel model;

    private record Frame(Node content, Renderable definition) {}

    Rendering(
            Configuration freemarker,
            Function<String, Optional<Renderable>> templates,
            AggregationState state,
            TemplateContext context,
            PageSessions sessions,
            Links links,
            Decoration localised,
            Map<String, Object> functions,
            boolean author,
            EditorComments comments) {
        this.freemarker = freemarker;
        this.templates = templates;
        this.state = state;
        this.context = context;
        this.sessions = sessions;
        this.links = links;
        this.localised = localised;
        this.functions = new HashMap<>(functions);
        this.functions.put("cms", CmsDirectives.of(this));
        this.author = author;
        this.comments = comments;
    }

    /** Renders a node with a definition that has a script. */
    void render(Node content, Renderable definition, Map<String, Object> more, Writer out)
            throws TemplateException, IOException, RepositoryException {
        String script = definition
                .templateScript()
                .orElseThrow(() -> new TemplateModelException(
                        "No template script defined for the template definition [" + definition + "]"));
        if (definition.text("modelClass").isPresent()) {
            throw new TemplateModelException("The template " + definition + " has the modelClass "
                    + definition.text("modelClass").get()
                    + ": the preview server does not have Magnolia's Java models");
        }
        Node modelContent = content == null ? null : localised.ensure(content);
        RenderingModel outer = model;
        model = new RenderingModel(modelContent == null ? null : map(modelContent), definition, outer);
        Node before = state.getCurrentContentNode();
        stack.push(new Frame(modelContent, definition));
        state.setCurrentContentNode(modelContent);
        try {
            Map<String, Object> root = new HashMap<>(functions);
            root.put("content", modelContent == null ? null : map(Decoration.ESCAPED.ensure(modelContent)));
            root.put("def", definition);
            root.put("state", state);
            root.put("model", model);
            root.putAll(more);
            root.put("ctx", context);
            root.put("aggregationState", state);
            if (!context.getResponse().containsHeader("Content-Type")) {
                context.getResponse().setContentType("text/html");
            }
            freemarker.getTemplate(script, state.getLocale()).process(root, out);
        } catch (ParseException e) {
            throw new TemplateException(RenderingException.of(e).getMessage(), e, null);
        } finally {
            stack.pop();
            state.setCurrentContentNode(before);
            model = outer;
        }
    }

    /** Says which page this is, to an editor's browser. */
    void page(Node content, String dialog, Writer out) throws IOException, RepositoryException {
        Frame frame = stack.peek();
        comments.page(content == null ? frame.content() : content, frame.definition(), dialog, out);
    }

    /** What a component directive says; what is null was not said. */
    record ComponentCall(Node content, String dialog, Boolean editable, Map<String, Object> contextAttributes) {}

    /** Renders a node with the template that it names. */
    void component(ComponentCall call, Writer out) throws TemplateException, IOException, RepositoryException {
        Renderable definition = assigned(call.content());
        boolean edited = comments.isEdited(state.getMainContentNode()) && comments.isEdited(call.content());
        if (edited) {
            comments.beginComponent(call, definition, out);
        }
        Map<String, Object> saved = set(call.contextAttributes());
        try {
            render(call.content(), definition, Map.of(), out);
        } finally {
            restore(call.contextAttributes(), saved);
        }
        if (edited) {
            comments.endComponent(out);
        }
    }

    /** What an area directive says; what is null was not said. */
    record AreaCall(
            String name,
            String components,
            String type,
            String dialog,
            String label,
            Boolean editable,
            Node content,
            Boolean createAreaNode,
            Integer maxComponents,
            Map<String, Object> contextAttributes) {}

    /** Renders an area of the current template; nothing if it is not defined or not enabled. */
    void area(AreaCall call, Writer out) throws TemplateException, IOException, RepositoryException {
        Frame frame = stack.peek();
        Renderable area =
                call.name() == null ? null : frame.definition().areas().get(call.name());
        if (area == null || !area.flag("enabled", true)) {
            return;
        }
        boolean optional = area.flag("optional", false);
        boolean createNode = call.createAreaNode() == null ? area.flag("createAreaNode", true) : call.createAreaNode();
        Node content = call.content();
        if (content == null) {
            content = createNode ? areaNode(frame.content(), area.name(), optional) : frame.content();
        }
        String type = call.type() == null ? area.text("type").orElse("list") : call.type();
        int most =
                call.maxComponents() == null ? area.number("maxComponents", Integer.MAX_VALUE) : call.maxComponents();
        boolean edited = comments.isEdited(state.getMainContentNode())
                && comments.isEdited(content == null ? frame.content() : content);
        if (edited) {
            comments.beginArea(
                    call,
                    area,
                    new EditorComments.Resolved(content, frame.content(), type, most, optional, createNode),
                    frame.definition(),
                    out);
        }
        if (content != null || optional && author && !state.isPreviewMode()) {
            components(call, area, content, type, most, out);
        }
        if (edited) {
            comments.endArea(out);
        }
    }

    /** Renders what is in an area; null where an editor has not made the area yet. */
    private void components(AreaCall call, Renderable area, Node content, String type, int most, Writer out)
            throws TemplateException, IOException, RepositoryException {
        List<ContentMap> components = components(content, most);
        Map<String, Object> more = new HashMap<>();
        if (type.equals("single")) {
            more.put("component", components.isEmpty() ? null : components.get(0));
        } else {
            more.put("components", components);
        }
        Map<String, Object> saved = set(call.contextAttributes());
        try {
            if (area.templateScript().isPresent()) {
                render(content, area, more, out);
            } else {
                List<ContentMap> shown =
                        type.equals("single") && components.size() > 1 ? components.subList(0, 1) : components;
                // As Magnolia's NoScriptRenderer: the components one after the other.
                stack.push(new Frame(content, area));
                try {
                    for (ContentMap component : shown) {
                        component(new ComponentCall(component.getJCRNode(), null, null, Map.of()), out);
                    }
                } finally {
                    stack.pop();
                }
            }
        } finally {
            restore(call.contextAttributes(), saved);
        }
    }

    /** A node that a directive names by workspace and path or identifier. */
    Node find(String workspace, String identifier, String path) throws TemplateModelException {
        try {
            if (identifier != null) {
                return sessions.session(workspace).getNodeByIdentifier(identifier);
            }
            if (path != null) {
                return sessions.session(workspace).getNode(path);
            }
        } catch (RepositoryException e) {
            throw new TemplateModelException("Cannot read the content of workspace [" + workspace + "] with "
                    + (identifier != null ? "identifier [" + identifier : "path [" + path) + "]");
        }
        throw new TemplateModelException("Give uuid or path beside the workspace");
    }

    private Renderable assigned(Node content) throws RepositoryException, TemplateModelException {
        if (!content.hasProperty("mgnl:template")) {
            throw new TemplateModelException("The component " + content.getPath() + " has no mgnl:template");
        }
        String template = content.getProperty("mgnl:template").getString();
        return templates
                .apply(template)
                .orElseThrow(() -> new TemplateModelException("There is no template " + template));
    }

    private List<ContentMap> components(Node area, int most) throws RepositoryException {
        List<ContentMap> components = new ArrayList<>();
        if (area != null) {
            for (NodeIterator nodes = area.getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (node.isNodeType("mgnl:component")) {
                    components.add(map(node));
                }
            }
        }
        if (components.size() > most) {
            LOG.warn("{} holds {} components; only {} are shown", area.getPath(), components.size(), most);
            return components.subList(0, most);
        }
        return components;
    }

    /** The area's node; Magnolia makes it when a page is first rendered, on a public instance too. */
    private Node areaNode(Node parent, String name, boolean optional) throws RepositoryException {
        if (parent.hasNode(name)) {
            return parent.getNode(name);
        }
        if (optional) {
            return null;
        }
        Node stored = sessions.system(parent.getSession().getWorkspace().getName())
                .getNodeByIdentifier(parent.getIdentifier());
        if (!stored.hasNode(name)) {
            stored.addNode(name, "mgnl:area");
            stored.getSession().save();
        }
        parent.refresh(true);
        return parent.getNode(name);
    }

    private ContentMap map(Node node) {
        return new ContentMap(node, links);
    }

    private Map<String, Object> set(Map<String, Object> values) {
        Map<String, Object> saved = new HashMap<>();
        values.forEach((name, value) -> {
            saved.put(name, context.getRequest().getAttribute(name));
            context.setAttribute(name, value);
        });
        return saved;
    }

    private void restore(Map<String, Object> values, Map<String, Object> saved) {
        values.keySet().forEach(name -> context.setAttribute(name, saved.get(name)));
    }
}
