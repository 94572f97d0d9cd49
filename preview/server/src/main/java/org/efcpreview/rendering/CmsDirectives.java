package org.efcpreview.rendering;

import freemarker.core.Environment;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * The directives {@code [@cms.page]}, {@code [@cms.area]}, {@code [@cms.component]} and {@code [@cms.init]} (rules:
 * {@code info.magnolia.templating.freemarker.AbstractDirective} and those beside it). A parameter that Magnolia does not
 * know is an error, as there.
 */
final class CmsDirectives {
    /** The directives' names. */
    static final Set<String> NAMES = Set.of("page", "area", "component", "init");

    private static final Set<String> CONTENT = Set.of("content", "workspace", "uuid", "path");

    private CmsDirectives() {}

    static Map<String, TemplateDirectiveModel> of(Rendering rendering) {
        Map<String, TemplateDirectiveModel> directives = new HashMap<>();
        // Comments for the page editor are all that these two print; init's are of no use to that of 6.2.
        directives.put(
                "page",
                directive(
                        Set.of("dialog"),
                        false,
                        (call, env) -> rendering.page(call.content(rendering), call.string("dialog"), env.getOut())));
        directives.put("init", directive(Set.of("dialog"), false, (call, env) -> {}));
        directives.put("component", directive(Set.of("dialog", "editable", "contextAttributes"), true, (call, env) -> {
            Node content = call.content(rendering);
            if (content == null) {
                throw new TemplateModelException("cms.component: the 'content' or 'workspace' and 'path'"
                        + " attribute have to be set to render a component");
            }
            rendering.component(
                    new Rendering.ComponentCall(
                            content, call.string("dialog"), call.bool("editable"), call.map("contextAttributes")),
                    env.getOut());
        }));
        directives.put(
                "area",
                directive(
                        Set.of(
                                "name",
                                "components",
                                "dialog",
                                "type",
                                "label",
                                "description",
                                "editable",
                                "createAreaNode",
                                "maxComponents",
                                "contextAttributes"),
                        true,
                        (call, env) -> rendering.area(
                                new Rendering.AreaCall(
                                        call.string("name"),
                                        call.string("components"),
                                        call.string("type"),
                                        call.string("dialog"),
                                        call.string("label"),
                                        call.bool("editable"),
                                        call.content(rendering),
                                        call.bool("createAreaNode"),
                                        call.integer("maxComponents"),
                                        call.map("contextAttributes")),
                                env.getOut())));
        return directives;
    }

    private interface Action {
        void run(Call call, Environment env) throws TemplateException, IOException, RepositoryException;
    }

    private static TemplateDirectiveModel directive(Set<String> parameters, boolean body, Action action) {
        return new TemplateDirectiveModel() {
            @Override
            public void execute(
                    Environment env,
                    @SuppressWarnings("rawtypes") Map given,
                    TemplateModel[] loopVariables,
                    TemplateDirectiveBody content)
                    throws TemplateException, IOException {
                Map<String, TemplateModel> values = new LinkedHashMap<>();
                for (Map.Entry<?, ?> parameter : ((Map<?, ?>) given).entrySet()) {
                    values.put((String) parameter.getKey(), (TemplateModel) parameter.getValue());
                }
                Set<String> unknown = new TreeSet<>(values.keySet());
                unknown.removeAll(parameters);
                unknown.removeAll(CONTENT);
                if (!unknown.isEmpty()) {
                    throw new TemplateModelException("Unsupported parameter(s): " + String.join(", ", unknown));
                }
                if (content != null && !body) {
                    throw new TemplateModelException("This directive does not support a body");
                }
                try {
                    action.run(new Call(values), env);
                } catch (RepositoryException e) {
                    throw new TemplateModelException(e.getMessage(), e);
                }
                if (content != null) {
                    content.render(env.getOut());
                }
            }
        };
    }

    private record Call(Map<String, TemplateModel> values) {
        String string(String name) throws TemplateModelException {
            TemplateScalarModel value = value(name, TemplateScalarModel.class, "a text");
            return value == null ? null : value.getAsString();
        }

        Boolean bool(String name) throws TemplateModelException {
            TemplateBooleanModel value = value(name, TemplateBooleanModel.class, "true or false");
            return value == null ? null : value.getAsBoolean();
        }

        Integer integer(String name) throws TemplateModelException {
            TemplateNumberModel value = value(name, TemplateNumberModel.class, "a number");
            return value == null ? null : value.getAsNumber().intValue();
        }

        Map<String, Object> map(String name) throws TemplateModelException {
            TemplateModel value = value(name, TemplateModel.class, "a hash");
            Map<String, Object> map = new LinkedHashMap<>();
            if (value != null) {
                if (!(DeepUnwrap.unwrap(value) instanceof Map<?, ?> entries)) {
                    throw new TemplateModelException("The '" + name + "' parameter must be a hash");
                }
                entries.forEach((key, entry) -> map.put((String) key, entry));
            }
            return map;
        }

        Node content(Rendering rendering) throws TemplateModelException {
            ContentMapModel content = value("content", ContentMapModel.class, "a content node");
            if (content != null) {
                return ((ContentMap) content.getAdaptedObject(ContentMap.class)).getJCRNode();
            }
            String workspace = string("workspace");
            return workspace == null || workspace.isEmpty()
                    ? null
                    : rendering.find(workspace, string("uuid"), string("path"));
        }

        private <T extends TemplateModel> T value(String name, Class<T> type, String what)
                throws TemplateModelException {
            if (!values.containsKey(name)) {
                return null;
            }
            TemplateModel value = values.get(name);
            if (value == null) {
                throw new TemplateModelException(
                        "The '" + name + "' parameter was passed but not or wrongly specified.");
            }
            if (!type.isInstance(value)) {
                throw new TemplateModelException("The '" + name + "' parameter must be " + what);
            }
            return type.cast(value);
        }
    }
}
