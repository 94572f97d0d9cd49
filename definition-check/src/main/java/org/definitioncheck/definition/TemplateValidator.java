package org.definitioncheck.definition;

import static org.definitioncheck.problem.Problems.known;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.List;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.Severity;

/** Whether the scripts, dialogs, templates and files that a template, an area or a theme names are there. */
final class TemplateValidator {

    private final MagnoliaFacts facts;
    private final References references;
    private final Problems problems;

    TemplateValidator(MagnoliaFacts facts, References references, Problems problems) {
        this.facts = facts;
        this.references = references;
        this.problems = problems;
    }

    /** @param severity of what it names and is not there: Magnolia looks at what a template names, not at its areas */
    void template(BeanNode template, Severity severity) {
        String script = template.text("templateScript");
        String renderType = template.text("renderType");
        if (renderType != null && !facts.renderers().contains(renderType)) {
            problems.add(
                    template.locationOf("renderType"),
                    severity,
                    "renderType " + renderType + " is unknown" + known(facts.renderers()));
        }
        if (script != null && !script.startsWith("/")) {
            problems.add(
                    template.locationOf("templateScript"), severity, "templateScript must start with /: " + script);
        } else {
            references.file(template, "templateScript", severity);
        }
        references.definition(template, "dialog", DefinitionType.DIALOG, "dialog", severity);
        template.all("autoGeneration", "content").forEach(this::generated);
        BeanNode parameters = template.at("parameters");
        if (parameters != null) {
            // A layout, for example, that scripts import.
            parameters.parts().keySet().stream()
                    .filter(name -> String.valueOf(parameters.text(name)).matches("/.+\\.ftl"))
                    .forEach(name -> references.file(parameters, name, SILENT));
        }
        links(template);
    }

    /** A node that is made with the page: it needs a node type, and its template has to be there. */
    private void generated(BeanNode node) {
        if (!node.parts().isEmpty()) {
            if (node.text("nodeType") == null) {
                problems.add(node.location(), SILENT, "a generated node needs a nodeType");
            }
            references.definition(node, "templateId", DefinitionType.TEMPLATE, "template", SILENT);
            node.parts().values().forEach(this::generated);
        }
    }

    /** The style sheets and scripts of a template or a theme. */
    void links(BeanNode bean) {
        for (String list : List.of("cssFiles", "jsFiles")) {
            for (BeanNode file : bean.all(list)) {
                String link = file.text("link");
                if (link != null && link.startsWith("/.resources/")) {
                    // A fingerprint, .../x~2024-01-01~cache.css, stands for the plain file.
                    String path = link.substring("/.resources".length()).replaceAll("~[^/]*~cache", "");
                    if (!references.isFile(path)) {
                        problems.add(file.locationOf("link"), SILENT, "link " + link + ": there is no file " + path);
                    }
                }
            }
        }
    }
}
