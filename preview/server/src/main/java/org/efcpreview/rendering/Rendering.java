package org.efcpreview.rendering;

import static java.util.Objects.requireNonNullElse;

import freemarker.core.ParseException;
import freemarker.ext.beans.MapModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.definitioncheck.message.Messages;
import org.efcpreview.content.ContentMap;
import org.efcpreview.content.Decoration;
import org.efcpreview.content.Links;
import org.efcpreview.content.PreviewObjectWrapper;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.templating.AggregationState;
import org.efcpreview.templating.AssetFunctions;
import org.efcpreview.templating.PageRequest;
import org.efcpreview.templating.PageResponse;
import org.efcpreview.templating.Renderable;
import org.efcpreview.templating.RenderingModel;
import org.efcpreview.templating.TemplateContext;
import org.efcpreview.templating.TemplatingFunctions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page being rendered: the page's template, the areas and the components in it (rules: {@code
 * info.magnolia.rendering.renderer.AbstractRenderer}, {@code info.magnolia.templating.elements.AreaElement}, {@code
 * ComponentElement}).
 */
final class Rendering {
    private static final Logger LOG = LoggerFactory.getLogger(Rendering.class);

    private final PageRenderer renderer;
    private final OpenSessions sessions;
    private final AggregationState state;
    private final TemplateContext context;
    private final Links links;
    private final Decoration localised;
    private final EditorComments comments;
    private final Map<String, Object> root = new HashMap<>();

    private final Deque<Frame> stack = new ArrayDeque<>();
    private RenderingModel model;

    private record Frame(Node content, Renderable definition) {}

    Rendering(PageRenderer renderer, PageRequest request, PageResponse response, String template) {
        this.renderer = renderer;
        sessions = request.sessions();
        state = new AggregationState(request, template);
        context = new TemplateContext(request, response, state);
        String contextPath = context.getContextPath();
        links = new Links(sessions, renderer.mappings(), renderer.locales(), state::getLocale, contextPath);
        localised = Decoration.localised(renderer.locales(), state::getLocale);
        Messages messages = renderer.messages();
        comments = new EditorComments(messages, request.visitor(), request.author(), request.previewMode());
        for (String part : request.selector().split("~")) {
            // AggregationState.setSelector: a part such as year=2014 is also an attribute of the request.
            String[] pair = part.split("=");
            if (pair.length == 2) {
                request.http().setAttribute(pair[0], pair[1]);
            }
        }
        PageRenderer.MISSING_FUNCTIONS.forEach((name, module) ->
                functions(name, new Object(), " (in Magnolia it comes with the module " + module + ")"));
        root.putAll(renderer.contextAttributes().objects());
        functions("cmsfn", new TemplatingFunctions(request, state, links, localised, renderer.templates()), "");
        functions("damfn", new AssetFunctions(sessions, contextPath), "");
        root.put("cms", CmsDirectives.of(this));
        root.put("ctx", new MapModel(context, PreviewObjectWrapper.INSTANCE));
        root.put("state", state);
        root.put("aggregationState", state);
        root.put("contextPath", contextPath);
        root.put("defaultBaseUrl", request.instance() + "/");
        root.put("i18n", messages.in(request.address().locale()));
        root.put("i18nAuthoring", messages.in(Locale.ENGLISH));
    }

    private void functions(String name, Object functions, String hint) {
        root.put(name, new PreviewObjectWrapper.Functions(name, functions, hint));
    }

    /**
     * Renders a node with a definition that has a script.
     *
     * @param content the node; null for an area that an editor has not made yet
     * @param more what this template is given beside what every one is
     */
    void render(Node content, Renderable definition, Map<String, Object> more, Writer out)
            throws TemplateException, IOException, RepositoryException {
        String script = definition
                .text("templateScript")
                .orElseThrow(() -> new TemplateModelException(
                        "No template script defined for the template definition [" + definition + "]"));
        Node modelContent = content == null ? null : localised.ensure(content);
        RenderingModel outer = model;
        Node before = state.getCurrentContentNode();
        model = new RenderingModel(modelContent == null ? null : map(modelContent), definition, outer);
        stack.push(new Frame(modelContent, definition));
        state.setCurrentContentNode(modelContent);
        try {
            Map<String, Object> given = new HashMap<>(root);
            given.put("content", modelContent == null ? null : map(Decoration.ESCAPED.ensure(modelContent)));
            given.put("def", definition);
            given.put("model", model);
            given.putAll(more);
            if (!context.getResponse().containsHeader("Content-Type")) {
                context.getResponse().setContentType("text/html");
            }
            renderer.freemarker().getTemplate(script, state.getLocale()).process(given, out);
        } catch (ParseException e) {
            throw new TemplateException(RenderingException.of(e).getMessage(), e, null);
        } finally {
            stack.pop();
            state.setCurrentContentNode(before);
            model = outer;
        }
    }

    /** Says which page this is, to an editor's browser. */
    void page(CmsDirectives.Call call, Writer out) throws TemplateException, IOException, RepositoryException {
        Frame frame = stack.peek();
        Node content = call.content(sessions);
        comments.page(content == null ? frame.content() : content, frame.definition(), call, out);
    }

    /** Renders a node with the template that it names. */
    void component(CmsDirectives.Call call, Writer out) throws TemplateException, IOException, RepositoryException {
        Node content = call.content(sessions);
        if (content == null) {
            throw new TemplateModelException("cms.component: the 'content' or 'workspace' and 'path'"
                    + " attribute have to be set to render a component");
        }
        Renderable definition = assigned(content);
        boolean edited = isEdited(content);
        if (edited) {
            comments.beginComponent(content, definition, call, out);
        }
        within(call, () -> render(content, definition, Map.of(), out));
        if (edited) {
            comments.end("component", out);
        }
    }

    /** Renders an area of the current template; nothing if it is not defined or not enabled. */
    void area(CmsDirectives.Call call, Writer out) throws TemplateException, IOException, RepositoryException {
        Frame frame = stack.peek();
        Renderable definition = frame.definition().areas().get(call.text("name"));
        if (definition == null || !definition.flag("enabled", true)) {
            return;
        }
        boolean createNode = requireNonNullElse(call.flag("createAreaNode"), definition.flag("createAreaNode", true));
        Node content = call.content(sessions);
        if (content == null) {
            content = createNode ? areaNode(frame.content(), definition) : frame.content();
        }
        Area area = new Area(
                definition,
                content,
                frame.content(),
                requireNonNullElse(call.text("type"), definition.text("type").orElse("list")),
                requireNonNullElse(call.number("maxComponents"), definition.number("maxComponents", Integer.MAX_VALUE)),
                createNode);
        boolean edited = isEdited(content == null ? frame.content() : content);
        if (edited) {
            comments.beginArea(area, frame.definition(), call, out);
        }
        if (content != null || area.isOptional() && comments.isEditMode()) {
            within(call, () -> area(area, out));
        }
        if (edited) {
            comments.end("area", out);
        }
    }

    private void area(Area area, Writer out) throws TemplateException, IOException, RepositoryException {
        List<ContentMap> components = new ArrayList<>();
        for (Node component : area.components()) {
            components.add(map(component));
        }
        if (components.size() > area.most()) {
            LOG.warn(
                    "{} holds {} components; only {} are shown",
                    area.content().getPath(),
                    components.size(),
                    area.most());
            components = components.subList(0, area.most());
        }
        ContentMap first = components.isEmpty() ? null : components.get(0);
        if (area.definition().text("templateScript").isPresent()) {
            Map<String, Object> more = new HashMap<>();
            more.put(area.isSingle() ? "component" : "components", area.isSingle() ? first : components);
            render(area.content(), area.definition(), more, out);
            return;
        }
        // As Magnolia's NoScriptRenderer: the components one after the other.
        stack.push(new Frame(area.content(), area.definition()));
        try {
            for (ContentMap component : area.isSingle() && first != null ? List.of(first) : components) {
                component(new CmsDirectives.Call(Map.of("content", component)), out);
            }
        } finally {
            stack.pop();
        }
    }

    private boolean isEdited(Node content) throws RepositoryException {
        return comments.isEdited(state.getMainContentNode()) && comments.isEdited(content);
    }

    private Renderable assigned(Node content) throws RepositoryException, TemplateModelException {
        if (!content.hasProperty("mgnl:template")) {
            throw new TemplateModelException("The component " + content.getPath() + " has no mgnl:template");
        }
        String template = content.getProperty("mgnl:template").getString();
        return renderer.templates()
                .apply(template)
                .orElseThrow(() -> new TemplateModelException("There is no template " + template));
    }

    /** The area's node; Magnolia makes it when a page is first rendered, on a public instance too. */
    private Node areaNode(Node parent, Renderable area) throws RepositoryException {
        String name = area.name();
        if (parent.hasNode(name)) {
            return parent.getNode(name);
        }
        if (area.flag("optional", false)) {
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

    private interface Part {
        void render() throws TemplateException, IOException, RepositoryException;
    }

    /** Renders with the attributes of the request that a directive says. */
    private void within(CmsDirectives.Call call, Part part) throws TemplateException, IOException, RepositoryException {
        Map<String, Object> before = new HashMap<>();
        call.contextAttributes().forEach((key, value) -> {
            String name = (String) key;
            before.put(name, context.getRequest().getAttribute(name));
            context.setAttribute(name, value);
        });
        try {
            part.render();
        } finally {
            before.forEach(context::setAttribute);
        }
    }
}
