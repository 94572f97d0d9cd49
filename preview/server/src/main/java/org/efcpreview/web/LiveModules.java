package org.efcpreview.web;

import freemarker.template.Configuration;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.ServletRequest;
import org.definitioncheck.bootstrap.BootstrapFiles;
import org.definitioncheck.bootstrap.NodeTypeNames;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.Messages;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Damage;
import org.definitioncheck.resource.LastGood;
import org.definitioncheck.resource.Resources;
import org.efcpreview.authoring.browser.Unsupported;
import org.efcpreview.authoring.form.EditForms;
import org.efcpreview.rendering.PageRenderer;
import org.efcpreview.templating.ContextAttributes;
import org.efcpreview.templating.Renderable;
import org.efcpreview.virtualuri.VirtualUris;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the modules define, read anew as soon as a file has changed. While the files are broken, all stays as it was
 * ({@link LastGood}).
 */
final class LiveModules {
    /** Read once: several servers may run one after the other. */
    private static final MagnoliaFacts FACTS = MagnoliaFacts.read();

    private static final Logger LOG = LoggerFactory.getLogger(LiveModules.class);

    private final Definitions magnoliaDefinitions;
    private final Messages magnoliaMessages;
    private volatile ContextAttributes functions = new ContextAttributes(Map.of(), Optional.empty());

    /**
     * What was read at one moment.
     *
     * @param files all files, with what was in them
     * @param scripts what renders those that are among the files
     * @param modules the modules, those that others depend on first
     * @param definitions everything they define, and what there is here of Magnolia's own modules
     * @param messages the messages of all of these
     */
    record State(
            Resources files,
            Configuration scripts,
            Modules modules,
            Definitions definitions,
            VirtualUris virtualUris,
            Endpoints endpoints,
            Messages messages) {
        /** A template's definition; empty if there is none of that identifier. */
        Optional<Renderable> template(String id) {
            return definitions
                    .find(DefinitionType.TEMPLATE, id)
                    .map(definition -> Renderable.template(definition.id(), definition.values()));
        }
    }

    private final LastGood<State> states;

    /** @throws ProblemsException if the files are not as Magnolia wants them: everything that is wrong at once */
    LiveModules(Resources resources) {
        try (Resources own = own()) {
            // Only Magnolia itself may use these ids, as each of them is told.
            Problems taken = new Problems();
            this.magnoliaDefinitions = Definitions.read(own, Modules.read(own, FACTS.modules(), taken), FACTS, taken);
            this.magnoliaMessages = Messages.load(own);
        }
        this.states = new LastGood<>(resources, this::read, LOG::warn);
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

    /** @param functions what scripts may call, too. @throws ProblemsException if one calls what is not there */
    void allow(ContextAttributes functions) {
        this.functions = functions;
        Problems problems = new Problems();
        PageRenderer.check(current().files(), functions, problems);
        problems.throwIfAny();
    }

    /** The modules as their files are now or, while those are broken, were when they were last in order. */
    State current() {
        return states.current();
    }

    /** The modules as their files were when this was first asked of a request: one answer is not of two. */
    State during(ServletRequest request) {
        String name = State.class.getName();
        if (request.getAttribute(name) == null) {
            request.setAttribute(name, current());
        }
        return (State) request.getAttribute(name);
    }

    private State read(Resources files, Resources before) {
        Problems wrong = new Problems();
        Damage.check(files, before, wrong);
        wrong.throwIfAny();
        Modules modules = Modules.load(files, FACTS.modules());
        Definitions definitions = Definitions.read(files, modules, FACTS, wrong);
        Problems untranslated = new Problems();
        Messages messages = Messages.read(files, wrong, untranslated);
        BootstrapFiles.check(files, wrong);
        NodeTypeNames.check(files, wrong);
        PageRenderer.check(files, functions, wrong);
        wrong.throwIfAny();
        new Installation(files, modules).check();
        List<Problem> problems = new ArrayList<>();
        definitions.all(DefinitionType.TEMPLATE).forEach(template -> refuse(template, problems));
        problems.addAll(Unsupported.in(definitions));
        Endpoints endpoints = new Endpoints(definitions, problems);
        problems.addAll(EditForms.problems(definitions, FACTS));
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        untranslated.all().forEach(problem -> LOG.warn("{}", problem));
        return new State(
                files,
                PageRenderer.configuration(files),
                modules,
                definitions.and(magnoliaDefinitions),
                VirtualUris.of(definitions),
                endpoints,
                messages.and(magnoliaMessages));
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
