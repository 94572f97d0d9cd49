package org.definitioncheck.definition;

import static org.definitioncheck.problem.Severity.MAJOR;
import static org.definitioncheck.problem.Severity.MINOR;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.Severity;
import org.definitioncheck.resource.Resources;

/**
 * Whether what definitions name is there: scripts, dialogs, components, fields, actions, workspaces, content types. Magnolia
 * checks some of it at startup ({@code TemplateDefinitionValidator}, {@code ContentTypeRegistry}) and fails over the rest
 * only when somebody clicks.
 */
final class DefinitionValidator {

    private static final String TEMPLATE = "info.magnolia.rendering.template.RenderableDefinition";
    private static final String COMPONENT = "info.magnolia.rendering.template.ComponentAvailability";
    private static final String ANY_FIELD = "info.magnolia.ui.editor.ConfiguredEditorPropertyDefinition";
    private static final String LINK_FIELD = "info.magnolia.ui.field.LinkFieldDefinition";
    private static final String JCR_DATASOURCE = "info.magnolia.ui.datasource.jcr.JcrDatasourceDefinition";
    private static final String ENDPOINT = "info.magnolia.rest.delivery.jcr.v2.ConfiguredJcrDeliveryEndpointDefinition";
    private static final String JCR_RESOLVER =
            "info.magnolia.rest.reference.jcr.ConfiguredJcrReferenceResolverDefinition";
    private static final String REGEXP = "info.magnolia.ui.field.RegexpValidatorDefinition";

    private final MagnoliaFacts facts;
    private final Map<DefinitionType, Map<String, BeanNode>> definitions;
    private final Map<String, BeanNode> configs;
    private final Problems problems;
    private final References references;
    private final TemplateValidator templates;
    private final AppValidator apps;
    private final Deque<BeanNode> around = new ArrayDeque<>();

    DefinitionValidator(
            Resources resources,
            Modules modules,
            MagnoliaFacts facts,
            ConfigurationSource source,
            Map<DefinitionType, Map<String, BeanNode>> definitions,
            Map<String, BeanNode> configs,
            Problems problems) {
        this.facts = facts;
        this.definitions = definitions;
        this.configs = configs;
        this.problems = problems;
        Map<String, BeanNode> contentTypes = definitions.get(DefinitionType.CONTENT_TYPE);
        this.references = new References(resources, modules, facts, source, contentTypes, problems);
        this.templates = new TemplateValidator(facts, references, problems);
        this.apps = new AppValidator(facts, references, definitions.get(DefinitionType.APP), problems);
    }

    void validate() {
        ContentTypeValidator contentTypes = new ContentTypeValidator(references, problems);
        definitions.get(DefinitionType.CONTENT_TYPE).values().forEach(contentTypes::validate);
        definitions.get(DefinitionType.VIRTUAL_URI_MAPPING).values().forEach(this::virtualUri);
        definitions.get(DefinitionType.THEME).values().forEach(templates::links);
        definitions.values().forEach(byId -> byId.values().forEach(this::visit));
        apps.launcher(configs.get("admincentral"));
    }

    private void visit(BeanNode part) {
        if (part.type() != null) {
            bean(part);
        }
        around.push(part);
        part.parts().values().forEach(this::visit);
        around.pop();
    }

    private void bean(BeanNode bean) {
        String type = bean.type();
        if (facts.isA(type, TEMPLATE)) {
            templates.template(bean, around.isEmpty() ? MAJOR : SILENT);
        }
        if (facts.isA(type, COMPONENT)) {
            references.definition(bean, "id", DefinitionType.TEMPLATE, "component", MAJOR);
        }
        if (type.equals(ANY_FIELD)) {
            problems.add(
                    bean.location(),
                    SILENT,
                    "a field needs a $type" + Problems.known(facts.aliases(type).keySet()));
        }
        if (facts.isA(type, LINK_FIELD)) {
            references.definition(bean, "chooserId", DefinitionType.DIALOG, "dialog", SILENT);
        }
        if (facts.isA(type, JCR_DATASOURCE) || facts.isA(type, ENDPOINT)) {
            references.required(bean, "workspace", SILENT);
            references.workspace(bean, "workspace");
            if (bean.at("properties") != null && bean.at("excludeProperties") != null) {
                problems.add(
                        bean.locationOf("excludeProperties"),
                        SILENT,
                        "excludeProperties and properties exclude each other; keep one");
            }
        }
        if (facts.isA(type, JCR_RESOLVER)) {
            references.workspace(bean, "targetWorkspace");
        }
        if (type.equals(REGEXP)) {
            references.required(bean, "pattern", SILENT);
            pattern(bean, "pattern", SILENT);
        }
        if (bean.at("layout", "tabs") != null && bean.at("properties") != null) {
            tabs(bean);
        }
        if (facts.hasProperty(type, "contentType")) {
            references.definition(bean, "contentType", DefinitionType.CONTENT_TYPE, "content type", SILENT);
        }
        apps.bean(bean, around);
    }

    /** That a form with tabs shows each of its fields once, and no other. */
    private void tabs(BeanNode form) {
        Set<String> fields = form.names("properties");
        Set<String> shown = new HashSet<>();
        for (BeanNode tab : form.all("layout", "tabs")) {
            for (BeanNode field : tab.all("fields")) {
                String name = field.text("name");
                if (!fields.contains(name)) {
                    problems.add(
                            field.location(),
                            SILENT,
                            "tab '" + tab.text("name") + "' shows the field '" + name + "', which is not in the form"
                                    + Problems.known(fields));
                } else if (!shown.add(name)) {
                    problems.add(
                            field.location(), SILENT, "the field '" + name + "' stands in the tabs twice; delete one");
                }
            }
        }
        form.at("properties").parts().forEach((key, field) -> {
            if (!shown.contains(field.name(key))) {
                problems.add(
                        field.location(),
                        SILENT,
                        "the field '" + field.name(key) + "' stands in no tab and would never be shown; add it to one");
            }
        });
    }

    private void pattern(BeanNode bean, String property, Severity severity) {
        try {
            Pattern.compile(bean.text(property) == null ? "" : bean.text(property));
        } catch (PatternSyntaxException e) {
            problems.add(
                    bean.locationOf(property), severity, property + " is no regular expression: " + e.getDescription());
        }
    }

    private void virtualUri(BeanNode mapping) {
        if (!facts.hasProperty(mapping.type(), "mappings")) {
            references.required(mapping, "fromUri", MINOR);
            references.required(mapping, "toUri", MINOR);
        }
        if (mapping.type().endsWith(".RegexpVirtualUriMapping")) {
            pattern(mapping, "fromUri", MAJOR);
        }
    }
}
