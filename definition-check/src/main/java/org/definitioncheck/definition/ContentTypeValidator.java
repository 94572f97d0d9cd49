package org.definitioncheck.definition;

import static org.definitioncheck.problem.Problems.known;
import static org.definitioncheck.problem.Severity.MINOR;
import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.Severity;

/** Whether a content type's workspace, references and types of properties are there. */
final class ContentTypeValidator {

    /** In lower case: Magnolia does not mind. */
    private static final Set<String> PROPERTY_TYPES =
            Set.of("string", "boolean", "decimal", "double", "long", "date", "richtext", "asset", "page");

    private final References references;
    private final Problems problems;

    ContentTypeValidator(References references, Problems problems) {
        this.references = references;
        this.problems = problems;
    }

    void validate(BeanNode contentType) {
        BeanNode datasource = contentType.at("datasource");
        if (datasource == null) {
            problems.add(contentType.location(), SILENT, "a content type needs a datasource");
        } else {
            references.required(datasource, "workspace", SILENT);
            references.workspace(datasource, "workspace");
            references.file(datasource, "nodeTypeDefinition", SILENT);
        }
        BeanNode model = contentType.at("model");
        if (model == null) {
            return;
        }
        Set<String> subModels = new TreeSet<>();
        for (BeanNode subModel : model.all("subModels")) {
            if (subModel.text("name") != null) {
                subModels.add(subModel.text("name").toLowerCase(Locale.ROOT));
            }
            if (subModel.at("subModels") != null) {
                problems.add(
                        subModel.locationOf("subModels"),
                        MINOR,
                        "Magnolia does not support sub-models of sub-models; put all beside each other");
            }
        }
        properties(model, subModels, SEVERE);
        // Magnolia looks at references of the content type itself only.
        model.all("subModels").forEach(subModel -> properties(subModel, subModels, SILENT));
    }

    private void properties(BeanNode model, Set<String> subModels, Severity noReference) {
        Set<String> names = new HashSet<>();
        for (BeanNode property : model.all("properties")) {
            String name = property.text("name");
            if (name != null && !names.add(name)) {
                problems.add(
                        property.location(),
                        SILENT,
                        "the property '" + name + "' stands twice in the model; rename or delete one");
            }
            String type = property.text("type");
            if (type == null) {
                continue;
            }
            Location place = property.locationOf("type");
            if (type.startsWith("reference:")) {
                String target = type.substring("reference:".length());
                if (!references.exists(DefinitionType.CONTENT_TYPE, target)) {
                    problems.add(
                            place,
                            noReference,
                            "refers to the content type " + target + ", which does not exist"
                                    + known(references.ids(DefinitionType.CONTENT_TYPE)));
                }
            } else if (!PROPERTY_TYPES.contains(type.toLowerCase(Locale.ROOT))
                    && !subModels.contains(type.toLowerCase(Locale.ROOT))) {
                problems.add(
                        place,
                        SILENT,
                        "the type " + type + " is unknown; known: String, Boolean, Decimal, Double, Long, Date,"
                                + " richText, asset, page, reference:<content type>"
                                + (subModels.isEmpty() ? "" : ", or a sub-model: " + Problems.listed(subModels)));
            }
        }
    }
}
