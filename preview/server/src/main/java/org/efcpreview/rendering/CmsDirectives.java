package org.efcpreview.rendering;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.content.ContentMap;
import org.efcpreview.repository.OpenSessions;

/**
 * The directives {@code [@cms.page]}, {@code [@cms.area]}, {@code [@cms.component]} and {@code [@cms.init]} (rules:
 * {@code info.magnolia.templating.freemarker.AbstractDirective} and those beside it). A parameter that Magnolia does not
 * know is an error, as there.
 */
final class CmsDirectives {
    private static final Set<String> ANYWHERE = Set.of("content", "workspace", "uuid", "path", "dialog");
    private static final Set<String> OF_COMPONENTS = Set.of("editable", "contextAttributes");
    private static final Set<String> OF_AREAS = Set.of(
            "name",
            "components",
            "type",
            "label",
            "description",
            "editable",
            "createAreaNode",
            "maxComponents",
            "contextAttributes");

    private CmsDirectives() {}

    static Set<String> names() {
        return Set.of("page", "area", "component", "init");
    }

    static Map<String, TemplateDirectiveModel> of(Rendering rendering) {
        // Comments for the page editor are all that page and init print; init's are of no use to that of 6.2.
        return Map.of(
                "page", new Directive(Set.of(), false, (call, env) -> rendering.page(call, env.getOut())),
                "init", new Directive(Set.of(), false, (call, env) -> {}),
                "component", new Directive(OF_COMPONENTS, true, (call, env) -> rendering.component(call, env.getOut())),
                "area", new Directive(OF_AREAS, true, (call, env) -> rendering.area(call, env.getOut())));
    }

    private static Object read(String name, TemplateModel value) throws TemplateModelException {
        if (value == null) {
            throw new TemplateModelException("The '" + name + "' parameter was passed but not or wrongly specified.");
        }
        return switch (name) {
            case "content" -> expect(ContentMap.class, "a content node", name, value);
            case "editable", "createAreaNode" -> expect(Boolean.class, "true or false", name, value);
            case "maxComponents" -> expect(Number.class, "a number", name, value);
            case "contextAttributes" -> expect(Map.class, "a hash", name, value);
            default -> value instanceof TemplateScalarModel text
                    ? text.getAsString()
                    : expect(String.class, "a text", name, value);
        };
    }

    private static Object expect(Class<?> type, String what, String name, TemplateModel value)
            throws TemplateModelException {
        Object read = DeepUnwrap.unwrap(value);
        if (!type.isInstance(read)) {
            throw new TemplateModelException("The '" + name + "' parameter must be " + what);
        }
        return read;
    }

    private interface Action {
        void run(Call call, Environment env) throws TemplateException, IOException, RepositoryException;
    }

    /** @param parameters what it knows beside what all do */
    private record Directive(Set<String> parameters, boolean body, Action action) implements TemplateDirectiveModel {
        @Override
        public void execute(
                Environment env,
                @SuppressWarnings("rawtypes") Map given,
                TemplateModel[] loopVariables,
                TemplateDirectiveBody content)
                throws TemplateException, IOException {
            if (content != null && !body) {
                throw new TemplateModelException("This directive does not support a body");
            }
            try {
                action.run(call(given), env);
            } catch (RepositoryException e) {
                throw new TemplateModelException(e.getMessage(), e);
            }
            if (content != null) {
                content.render(env.getOut());
            }
        }

        private Call call(Map<?, ?> given) throws TemplateModelException {
            Map<String, Object> values = new HashMap<>();
            Set<String> unknown = new TreeSet<>();
            for (Map.Entry<?, ?> entry : given.entrySet()) {
                String name = (String) entry.getKey();
                if (parameters.contains(name) || ANYWHERE.contains(name)) {
                    values.put(name, read(name, (TemplateModel) entry.getValue()));
                } else {
                    unknown.add(name);
                }
            }
            if (!unknown.isEmpty()) {
                throw new TemplateModelException("Unsupported parameter(s): " + String.join(", ", unknown));
            }
            return new Call(values);
        }
    }

    /** What a directive says; what was not said is null. */
    record Call(Map<String, Object> values) {
        String text(String name) {
            return (String) values.get(name);
        }

        Boolean flag(String name) {
            return (Boolean) values.get(name);
        }

        Integer number(String name) {
            return values.get(name) instanceof Number number ? number.intValue() : null;
        }

        /** The attributes of the request that hold within; empty if it says none. */
        Map<?, ?> contextAttributes() {
            return (Map<?, ?>) values.getOrDefault("contextAttributes", Map.of());
        }

        /** The node that it names; null if it names none. */
        Node content(OpenSessions sessions) throws TemplateModelException {
            if (values.get("content") instanceof ContentMap content) {
                return content.getJCRNode();
            }
            String workspace = text("workspace");
            if (StringUtils.isEmpty(workspace)) {
                return null;
            }
            String identifier = text("uuid");
            String path = text("path");
            if (identifier == null && path == null) {
                throw new TemplateModelException("Give uuid or path beside the workspace");
            }
            try {
                return identifier != null
                        ? sessions.session(workspace).getNodeByIdentifier(identifier)
                        : sessions.session(workspace).getNode(path);
            } catch (RepositoryException e) {
                throw new TemplateModelException("Cannot read the content of workspace [" + workspace + "] with "
                        + (identifier != null ? "identifier [" + identifier : "path [" + path) + "]");
            }
        }
    }
}
