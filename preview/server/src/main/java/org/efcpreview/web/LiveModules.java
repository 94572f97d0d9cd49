package org.efcpreview.web;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.ServletRequest;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.Messages;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resources;
import org.efcpreview.authoring.browser.Unsupported;
import org.efcpreview.authoring.form.EditForms;
import org.efcpreview.templating.Renderable;
import org.efcpreview.virtualuri.VirtualUris;

/**
 * What the modules define, read anew as soon as a file has changed. While the files are broken every request is answered
 * with what is wrong in them.
 */
final class LiveModules {
    /** Read once: several servers may run one after the other. */
    private static final MagnoliaFacts FACTS = MagnoliaFacts.read();

    private final Resources resources;
    private final Definitions magnoliaDefinitions;
    private final Messages magnoliaMessages;
    /**
     * What was read at one moment.
     *
     * @param modules the modules, those that others depend on first
     * @param definitions everything they define, and what there is here of Magnolia's own modules
     * @param messages the messages of all of these
     */
    record State(
            Modules modules, Definitions definitions, VirtualUris virtualUris, Endpoints endpoints, Messages messages) {
        /** A template's definition; empty if there is none of that identifier. */
        Optional<Renderable> template(String id) {
            return definitions
                    .find(DefinitionType.TEMPLATE, id)
                    .map(definition -> Renderable.template(definition.id(), definition.values()));
        }
    }

    /** @param state what the files say; null while they are broken */
    private record Read(Object fingerprint, State state, ProblemsException broken) {}

    private volatile Read last;

    /** @throws ProblemsException if the files are not as Magnolia wants them */
    LiveModules(Resources resources) {
        this.resources = resources;
        try (Resources own = own()) {
            // Only Magnolia itself may use these ids, as each of them is told.
            Problems taken = new Problems();
            this.magnoliaDefinitions = Definitions.read(own, Modules.read(own, FACTS.modules(), taken), FACTS, taken);
            this.magnoliaMessages = Messages.load(own);
        }
        this.last = new Read(resources.fingerprint(), read(), null);
    }

    /** Where the preview's classes are: beside them lie what it has of Magnolia's own modules, such as the pages app. */
    private static Resources own() {
        try {
            return new Resources(
                    List.of(),
                    List.of(Path.of(LiveModules.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The preview's classes are at no place that has a path", e);
        }
    }

    /** The modules as their files are now. @throws ProblemsException while the files are broken */
    State current() {
        Object fingerprint = resources.fingerprint();
        Read present = last;
        if (!fingerprint.equals(present.fingerprint())) {
            // Several threads may do so at the same time.
            try {
                present = new Read(fingerprint, read(), null);
            } catch (ProblemsException e) {
                present = new Read(fingerprint, null, e);
            }
            last = present;
        }
        if (present.broken() != null) {
            throw present.broken();
        }
        return present.state();
    }

    /** The modules as their files were when this was first asked of a request: one answer is not of two. */
    State during(ServletRequest request) {
        String name = State.class.getName();
        if (request.getAttribute(name) == null) {
            request.setAttribute(name, current());
        }
        return (State) request.getAttribute(name);
    }

    private State read() {
        Modules modules = Modules.load(resources, FACTS.modules());
        Definitions definitions = Definitions.load(resources, modules, FACTS);
        List<Problem> problems = new ArrayList<>();
        definitions.all(DefinitionType.TEMPLATE).forEach(template -> refuse(template, problems));
        problems.addAll(Unsupported.in(definitions));
        Endpoints endpoints = new Endpoints(definitions, problems);
        problems.addAll(EditForms.problems(definitions, FACTS));
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new State(
                modules,
                definitions.and(magnoliaDefinitions),
                VirtualUris.of(definitions),
                endpoints,
                Messages.load(resources).and(magnoliaMessages));
    }

    /** What templates may say in Magnolia and would be passed over in silence here. */
    private static void refuse(Definition template, List<Problem> problems) {
        Consumer<String> refused = what -> problems.add(new Problem(template.file(), 0, what));
        template.text("modelClass")
                .ifPresent(type ->
                        refused.accept("modelClass " + type + " is not supported here: it is Java of Magnolia"));
        if (!template.map("variations").isEmpty()) {
            refused.accept("variations are not supported here");
        }
        template.text("renderType")
                .filter(type -> !List.of("", "freemarker", "site").contains(type))
                .ifPresent(type ->
                        refused.accept("renderType " + type + " is not supported here; use freemarker or site"));
        // It decides where the pages app offers a template; those of the module rendering decide as the one here does.
        Object availability = template.map("templateAvailability").get("class");
        if (availability != null && !availability.toString().startsWith("info.magnolia.rendering.")) {
            refused.accept("templateAvailability " + availability
                    + " is not supported here: there is no site's configuration");
        }
        refuse(Renderable.template(template.id(), template.values()), "area ", refused);
    }

    private static void refuse(Renderable holder, String within, Consumer<String> refused) {
        holder.areas().forEach((name, area) -> {
            area.unsupported().forEach(what -> refused.accept(within + name + ": " + what));
            refuse(area, within + name + "/", refused);
        });
    }
}
