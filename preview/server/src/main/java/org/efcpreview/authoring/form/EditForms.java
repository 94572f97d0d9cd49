package org.efcpreview.authoring.form;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.Messages;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.efcpreview.site.SiteLocales;

/** The forms of all apps and dialogs, as the modules' files are now. */
public final class EditForms {
    /** Where the form of an app stands in its definition, and that of a dialog in its. */
    private static final String OF_APP = "subApps/detail/form", OF_DIALOG = "form";

    private final Supplier<Definitions> definitions;
    private final Supplier<Messages> messages;
    private final MagnoliaFacts facts = MagnoliaFacts.read();
    private final SiteLocales locales;
    private final Map<Definition, EditForm> known = new IdentityHashMap<>();
    private Definitions read;

    /** @param locales the languages of the site */
    public EditForms(Supplier<Definitions> definitions, Supplier<Messages> messages, SiteLocales locales) {
        this.definitions = definitions;
        this.messages = messages;
        this.locales = locales;
    }

    /**
     * The form in which an app shows one entry.
     *
     * @param app such as {@code efc-events}
     * @return empty if there is no such app, or it has no such form
     */
    public Optional<EditForm> detail(String app) {
        return form(DefinitionType.APP, app, OF_APP);
    }

    /**
     * The form of a dialog.
     *
     * @param id such as {@code efc-events:pages/archive}
     * @return empty if there is no such dialog, or it has no form; Magnolia's own dialogs are not here
     */
    public Optional<EditForm> dialog(String id) {
        return form(DefinitionType.DIALOG, id, OF_DIALOG);
    }

    /** Everything in apps and dialogs that Magnolia would obey and the forms here would not; empty if there is nothing. */
    public static List<Problem> problems(Definitions definitions, MagnoliaFacts facts) {
        Set<Problem> problems = new LinkedHashSet<>();
        Map.of(DefinitionType.APP, OF_APP, DefinitionType.DIALOG, OF_DIALOG).forEach((type, path) -> definitions
                .all(type)
                .forEach(definition ->
                        new EditForm(definition, path, facts, () -> null, SiteLocales.only(Locale.ENGLISH), problems)));
        return problems.stream().sorted().toList();
    }

    private synchronized Optional<EditForm> form(DefinitionType type, String id, String path) {
        Definitions now = definitions.get();
        if (now != read) {
            known.clear();
            read = now;
        }
        return now.find(type, id)
                .filter(found -> EditForm.isIn(found, path))
                .map(found -> known.computeIfAbsent(found, definition -> form(definition, path)));
    }

    private EditForm form(Definition definition, String path) {
        Set<Problem> problems = new LinkedHashSet<>();
        EditForm form = new EditForm(definition, path, facts, messages, locales, problems);
        if (!problems.isEmpty()) {
            throw new ProblemsException(List.copyOf(problems));
        }
        return form;
    }
}
