package org.definitioncheck.definition;

import static org.definitioncheck.problem.Problems.known;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.Severity;
import org.definitioncheck.resource.Resources;

/** Whether what a property names is there: a definition, a workspace, a file. */
final class References {

    private final Resources resources;
    private final MagnoliaFacts facts;
    private final ConfigurationSource source;
    private final Problems problems;
    private final Set<String> workspaces = new TreeSet<>();

    References(
            Resources resources,
            Modules modules,
            MagnoliaFacts facts,
            ConfigurationSource source,
            Map<String, BeanNode> contentTypes,
            Problems problems) {
        this.resources = resources;
        this.facts = facts;
        this.source = source;
        this.problems = problems;
        modules.inOrder().forEach(module -> workspaces.addAll(module.workspaces()));
        contentTypes.values().forEach(type -> {
            BeanNode datasource = type.at("datasource");
            if (datasource != null
                    && "true".equals(datasource.text("autoCreate"))
                    && datasource.text("workspace") != null) {
                workspaces.add(datasource.text("workspace"));
            }
        });
    }

    /** A property that has to have a value. */
    void required(BeanNode bean, String property, Severity severity) {
        if (bean.text(property) == null || bean.text(property).isBlank()) {
            problems.add(bean.location(), severity, facts.shortName(bean.type()) + " needs '" + property + "'");
        }
    }

    boolean exists(DefinitionType type, String id) {
        return source.providers(type).containsKey(id) || facts.ids(type).contains(id);
    }

    /** The ids of the modules' own definitions, for a sentence. */
    Set<String> ids(DefinitionType type) {
        return source.providers(type).keySet();
    }

    /** @param what a word for the kind of definition */
    void definition(BeanNode bean, String property, DefinitionType type, String what, Severity severity) {
        String id = bean.text(property);
        if (id != null && !exists(type, id)) {
            problems.add(
                    bean.locationOf(property),
                    severity,
                    "there is no " + what + " " + id + "; known of these modules: " + Problems.listed(ids(type)));
        }
    }

    void workspace(BeanNode bean, String property) {
        String name = bean.text(property);
        if (name != null && !facts.workspaces().contains(name) && !workspaces.contains(name)) {
            problems.add(
                    bean.locationOf(property),
                    SILENT,
                    "there is no workspace '" + name + "'; a module's descriptor declares: "
                            + Problems.listed(workspaces));
        }
    }

    /** @param path absolute, of a resource */
    boolean isFile(String path) {
        return resources.find(path).isPresent();
    }

    void file(BeanNode bean, String property, Severity severity) {
        String path = bean.text(property);
        if (path != null && !isFile(path)) {
            problems.add(
                    bean.locationOf(property),
                    severity,
                    property + " " + path + " does not exist; a path begins with /module/");
        }
    }

    void action(BeanNode bean, String property, Set<String> actions) {
        String name = bean.text(property);
        if (name != null && !actions.contains(name)) {
            problems.add(bean.locationOf(property), SILENT, "there is no action '" + name + "'" + known(actions));
        }
    }
}
