package org.definitioncheck.definition;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.resource.Resources;

/**
 * Whether what definitions name is there: scripts, dialogs, components, fields, actions, workspaces, content types. Magnolia
 * checks some of it at startup ({@code TemplateDefinitionValidator}, {@code ContentTypeRegistry}) and fails over the rest
 * only when somebody clicks.
 */
final class References {

    private static final String TEMPLATE = "info.magnolia.rendering.template.RenderableDefinition";
    private static final String COMPONENT = "info.magnolia.rendering.template.ComponentAvailability";
    private static final String ACTION_BAR = "info.magnolia.ui.actionbar.definition.ActionbarDefinition";
    private static final String LINK_FIELD = "info.magnolia.ui.field.LinkFieldDefinition";
    private static final String JCR_DATASOURCE = "info.magnolia.ui.datasource.jcr.JcrDatasourceDefinition";
    private static final String OPEN_DIALOG = "info.magnolia.ui.dialog.actions.OpenDialogActionDefinition";
    private static final String OPEN_DETAIL = "info.magnolia.ui.contentapp.action.OpenDetailSubappActionDefinition";
    private static final String CONFIRMATION = "info.magnolia.ui.contentapp.action.ConfirmationActionDefinition";
    private static final String ENDPOINT = "info.magnolia.rest.delivery.jcr.v2.ConfiguredJcrDeliveryEndpointDefinition";
    private static final String JCR_RESOLVER =
            "info.magnolia.rest.reference.jcr.ConfiguredJcrReferenceResolverDefinition";
    private static final String CONTENT_TYPE_APP = "info.magnolia.ui.contenttype.ContentTypeAppDescriptor";
    private static final String REGEXP = "info.magnolia.ui.field.RegexpValidatorDefinition";

    /** Content types' own types of properties, in lower case: Magnolia does not mind. */
    private static final Set<String> PROPERTY_TYPES =
            Set.of("string", "boolean", "decimal", "double", "long", "date", "richtext", "asset", "page");

    /** The actions that a form has without naming them. */
    private static final Set<String> FORM_ACTIONS = Set.of("commit", "cancel");

    private final Resources resources;
    private final Modules modules;
    private final MagnoliaFacts facts;
    private final Map<DefinitionType, Map<String, Shaped>> all;
    private final Map<String, Shaped> configs;
    private final List<Problem> problems;
    private final Deque<Shaped> around = new ArrayDeque<>();

    References(
            Resources resources,
            Modules modules,
            MagnoliaFacts facts,
            Map<DefinitionType, Map<String, Shaped>> all,
            Map<String, Shaped> configs,
            List<Problem> problems) {
        this.resources = resources;
        this.modules = modules;
        this.facts = facts;
        this.all = all;
        this.configs = configs;
        this.problems = problems;
    }

    void check() {
        all.forEach((type, definitions) -> definitions.values().forEach(definition -> {
            switch (type) {
                case CONTENT_TYPE -> contentType(definition);
                case VIRTUAL_URI_MAPPING -> virtualUri(definition);
                case THEME -> links(definition);
                default -> {
                    // What else there is to check hangs on the parts.
                }
            }
            visit(definition);
        }));
        launcher();
    }

    private void visit(Shaped part) {
        if (part.type() != null) {
            bean(part);
        }
        around.push(part);
        part.parts().values().forEach(this::visit);
        around.pop();
    }

    private void bean(Shaped bean) {
        String type = bean.type();
        if (facts.isA(type, TEMPLATE)) {
            template(bean);
        }
        if (facts.isA(type, COMPONENT)) {
            known(bean, "id", DefinitionType.TEMPLATE, "component");
        }
        if (facts.isA(type, LINK_FIELD)) {
            known(bean, "chooserId", DefinitionType.DIALOG, "dialog");
        }
        if (facts.isA(type, OPEN_DIALOG)) {
            known(bean, "dialogId", DefinitionType.DIALOG, "dialog");
            required(bean, "dialogId");
        }
        if (facts.isA(type, OPEN_DETAIL)) {
            openDetail(bean);
        }
        if (facts.isA(type, CONFIRMATION)) {
            action(bean, "successActionName", bean.text("successActionName"), actionsAround());
            action(bean, "cancelActionName", bean.text("cancelActionName"), actionsAround());
        }
        if (facts.isA(type, ACTION_BAR)) {
            actionBar(bean);
        }
        if (facts.isA(type, JCR_DATASOURCE)) {
            required(bean, "workspace");
            workspace(bean, "workspace");
        }
        if (facts.isA(type, ENDPOINT)) {
            required(bean, "workspace");
            workspace(bean, "workspace");
            if (bean.part("properties") != null && bean.part("excludeProperties") != null) {
                problems.add(bean.part("excludeProperties")
                        .place()
                        .problem("excludeProperties and properties exclude each other"));
            }
        }
        if (facts.isA(type, JCR_RESOLVER)) {
            workspace(bean, "targetWorkspace");
        }
        if (type.equals(REGEXP)) {
            pattern(bean, "pattern");
        }
        if (bean.part("layout") != null && bean.part("properties") != null) {
            layout(bean);
        }
        if (bean.text("contentType") != null && facts.properties(type).containsKey("contentType")) {
            known(bean, "contentType", DefinitionType.CONTENT_TYPE, "content type");
        }
    }

    // Templates

    private void template(Shaped template) {
        String script = template.text("templateScript");
        String renderType = template.text("renderType");
        if (renderType != null && !facts.renderers().contains(renderType)) {
            problems.add(template.part("renderType")
                    .place()
                    .problem("renderType " + renderType + " is unknown; known: "
                            + MagnoliaFacts.listed(facts.renderers())));
        }
        if (script != null && !script.startsWith("/")) {
            problems.add(
                    template.part("templateScript").place().problem("templateScript must start with /: " + script));
        } else if (script != null && resources.find(script).isEmpty()) {
            problems.add(
                    template.part("templateScript").place().problem("templateScript " + script + " does not exist"));
        }
        known(template, "dialog", DefinitionType.DIALOG, "dialog");
        generated(template.at("autoGeneration", "content"));
        links(template);
    }

    /** Nodes that are made with the page: each needs a node type, and its template has to be there. */
    private void generated(Shaped content) {
        if (content == null) {
            return;
        }
        for (Shaped node : content.parts().values()) {
            if (node.parts().isEmpty()) {
                continue;
            }
            if (node.text("nodeType") == null) {
                problems.add(node.place().problem("a generated node needs a nodeType"));
            }
            known(node, "templateId", DefinitionType.TEMPLATE, "template");
            generated(node);
        }
    }

    private void links(Shaped bean) {
        for (String list : List.of("cssFiles", "jsFiles")) {
            if (bean.part(list) == null) {
                continue;
            }
            for (Shaped file : bean.part(list).parts().values()) {
                String link = file.text("link");
                if (link != null && link.startsWith("/.resources/")) {
                    // A fingerprint, .../x~2024-01-01~cache.css, stands for the plain file.
                    String path = link.substring("/.resources".length()).replaceAll("~[^/]*~cache", "");
                    if (resources.find(path).isEmpty()) {
                        problems.add(file.part("link").place().problem("link " + link + ": there is no file " + path));
                    }
                }
            }
        }
    }

    // Forms

    private void layout(Shaped form) {
        Shaped tabs = form.at("layout", "tabs");
        if (tabs == null) {
            return;
        }
        Set<String> fields = new TreeSet<>(form.part("properties").names());
        Set<String> shown = new HashSet<>();
        for (Shaped tab : tabs.parts().values()) {
            if (tab.part("fields") == null) {
                continue;
            }
            for (Shaped field : tab.part("fields").parts().values()) {
                String name = field.text("name");
                if (!fields.contains(name)) {
                    problems.add(field.place()
                            .problem("tab '" + tab.text("name") + "' shows the field '" + name
                                    + "', which is not in the form; known: " + MagnoliaFacts.listed(fields)));
                } else if (!shown.add(name)) {
                    problems.add(field.place().problem("the field '" + name + "' stands in the tabs twice"));
                }
            }
        }
        form.part("properties").parts().forEach((key, field) -> {
            String name = field.text("name") == null ? key : field.text("name");
            if (!shown.contains(name)) {
                problems.add(
                        field.place().problem("the field '" + name + "' stands in no tab and would never be shown"));
            }
        });
    }

    private void pattern(Shaped bean, String property) {
        String pattern = bean.text(property);
        if (pattern == null) {
            required(bean, property);
            return;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            problems.add(
                    bean.part(property).place().problem(property + " is no regular expression: " + e.getDescription()));
        }
    }

    // Apps

    private Set<String> actionsAround() {
        for (Shaped outer : around) {
            if (outer.type() != null && outer.part("actions") != null) {
                Set<String> actions = new TreeSet<>();
                outer.part("actions").parts().forEach((key, action) -> actions.add(key));
                if (outer.part("form") != null) {
                    actions.addAll(FORM_ACTIONS);
                }
                return actions;
            }
        }
        return Set.of();
    }

    private void actionBar(Shaped bar) {
        Set<String> actions = actionsAround();
        if (!isGeneratedWithoutDetail()) {
            action(bar, "defaultAction", bar.text("defaultAction"), actions);
        }
        for (Shaped section : parts(bar, "sections")) {
            for (Shaped group : parts(section, "groups")) {
                for (Shaped item : parts(group, "items")) {
                    action(item, "name", item.text("name"), actions);
                }
            }
        }
    }

    /** Magnolia's app for a content type without a model names a default action that it then does not make. */
    private boolean isGeneratedWithoutDetail() {
        Shaped app = around.peekLast();
        return app != null && facts.isA(app.type(), CONTENT_TYPE_APP) && app.at("subApps", "detail") == null;
    }

    private static Collection<Shaped> parts(Shaped bean, String list) {
        return bean.part(list) == null ? List.of() : bean.part(list).parts().values();
    }

    private void action(Shaped bean, String property, String name, Set<String> actions) {
        if (name != null && !actions.contains(name)) {
            Shaped part = bean.part(property);
            problems.add((part == null ? bean : part)
                    .place()
                    .problem("there is no action '" + name + "'; known: " + MagnoliaFacts.listed(actions)));
        }
    }

    private void openDetail(Shaped action) {
        String app = action.text("appName");
        if (app == null) {
            required(action, "appName");
            return;
        }
        Shaped target = all.get(DefinitionType.APP).get(app);
        if (target == null) {
            known(action, "appName", DefinitionType.APP, "app");
            return;
        }
        String subApp = action.text("subAppName");
        Set<String> subApps = target.part("subApps") == null
                ? Set.of()
                : target.part("subApps").parts().keySet();
        if (subApp != null && !subApps.contains(subApp)) {
            problems.add(action.part("subAppName")
                    .place()
                    .problem("app " + app + " has no sub-app '" + subApp + "'; known: "
                            + MagnoliaFacts.listed(subApps)));
        }
    }

    /** The groups of the app launcher name apps; Magnolia shows nothing for one that is not there. */
    private void launcher() {
        Shaped config = configs.get("admincentral");
        if (config == null) {
            return;
        }
        for (String layout : List.of("appLauncherLayout", "layout")) {
            if (config.at(layout, "groups") == null) {
                continue;
            }
            for (Shaped group : config.at(layout, "groups").parts().values()) {
                if (group.part("apps") == null) {
                    continue;
                }
                group.part("apps").parts().forEach((key, app) -> {
                    String name = app.text("name") == null ? key : app.text("name");
                    if (!all.get(DefinitionType.APP).containsKey(name)
                            && !facts.ids(DefinitionType.APP).contains(name)) {
                        problems.add(app.place()
                                .problem("the app launcher names the app '" + name + "', which does not exist; known: "
                                        + MagnoliaFacts.listed(
                                                all.get(DefinitionType.APP).keySet())));
                    }
                });
            }
        }
    }

    // Content types

    private void contentType(Shaped definition) {
        Shaped datasource = definition.part("datasource");
        if (datasource == null) {
            problems.add(definition.place().problem("a content type needs a datasource"));
        } else {
            required(datasource, "workspace");
            if (!datasource.isTrue("autoCreate")) {
                workspace(datasource, "workspace");
            }
            String nodeTypes = datasource.text("nodeTypeDefinition");
            if (nodeTypes != null && resources.find(nodeTypes).isEmpty()) {
                problems.add(datasource
                        .part("nodeTypeDefinition")
                        .place()
                        .problem("nodeTypeDefinition " + nodeTypes + " does not exist"));
            }
        }
        Shaped model = definition.part("model");
        if (model == null) {
            return;
        }
        Set<String> subModels = new TreeSet<>();
        for (Shaped subModel : parts(model, "subModels")) {
            if (subModel.text("name") != null) {
                subModels.add(subModel.text("name").toLowerCase(Locale.ROOT));
            }
            if (subModel.part("subModels") != null) {
                problems.add(subModel.part("subModels")
                        .place()
                        .problem("Magnolia does not support sub-models of sub-models"));
            }
        }
        properties(model, subModels);
        parts(model, "subModels").forEach(subModel -> properties(subModel, subModels));
    }

    private void properties(Shaped model, Set<String> subModels) {
        Set<String> names = new HashSet<>();
        for (Shaped property : parts(model, "properties")) {
            String name = property.text("name");
            if (name != null && !names.add(name)) {
                problems.add(property.place().problem("the property '" + name + "' stands twice in the model"));
            }
            String type = property.text("type");
            if (type == null) {
                continue;
            }
            if (type.startsWith("reference:")) {
                String target = type.substring("reference:".length());
                if (!all.get(DefinitionType.CONTENT_TYPE).containsKey(target)
                        && !facts.ids(DefinitionType.CONTENT_TYPE).contains(target)) {
                    problems.add(property.part("type")
                            .place()
                            .problem("refers to the content type " + target + ", which does not exist; known: "
                                    + MagnoliaFacts.listed(
                                            all.get(DefinitionType.CONTENT_TYPE).keySet())));
                }
            } else if (!PROPERTY_TYPES.contains(type.toLowerCase(Locale.ROOT))
                    && !subModels.contains(type.toLowerCase(Locale.ROOT))) {
                problems.add(property.part("type")
                        .place()
                        .problem("the type " + type
                                + " is unknown; known: String, Boolean, Decimal, Double, Long, Date,"
                                + " richText, asset, page, reference:<content type>"
                                + (subModels.isEmpty() ? "" : ", or a sub-model: " + MagnoliaFacts.listed(subModels))));
            }
        }
    }

    // Virtual URIs

    private void virtualUri(Shaped mapping) {
        boolean hosts = mapping.part("mappings") != null
                || facts.properties(mapping.type()).containsKey("mappings");
        if (!hosts) {
            required(mapping, "fromUri");
            required(mapping, "toUri");
        }
        if (mapping.type().endsWith(".RegexpVirtualUriMapping") && mapping.text("fromUri") != null) {
            pattern(mapping, "fromUri");
        }
    }

    // Common

    private void required(Shaped bean, String property) {
        if (bean.text(property) == null || bean.text(property).isBlank()) {
            problems.add(bean.place().problem(facts.shortName(bean.type()) + " needs '" + property + "'"));
        }
    }

    private void known(Shaped bean, String property, DefinitionType type, String what) {
        String id = bean.text(property);
        if (id == null || all.get(type).containsKey(id) || facts.ids(type).contains(id)) {
            return;
        }
        problems.add(bean.part(property)
                .place()
                .problem("there is no " + what + " " + id + "; known of these modules: "
                        + MagnoliaFacts.listed(all.get(type).keySet())));
    }

    private void workspace(Shaped bean, String property) {
        String name = bean.text(property);
        if (name == null || facts.workspaces().contains(name)) {
            return;
        }
        Set<String> declared = new TreeSet<>();
        modules.inOrder().forEach(module -> declared.addAll(module.workspaces()));
        Optional<String> created = all.get(DefinitionType.CONTENT_TYPE).values().stream()
                .map(type -> type.part("datasource"))
                .filter(source -> source != null && source.isTrue("autoCreate"))
                .map(source -> source.text("workspace"))
                .filter(name::equals)
                .findFirst();
        if (!declared.contains(name) && created.isEmpty()) {
            problems.add(bean.part(property)
                    .place()
                    .problem("there is no workspace '" + name + "'; a module's descriptor declares: "
                            + MagnoliaFacts.listed(declared)));
        }
    }
}
