package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.Messages;
import org.definitioncheck.problem.Problem;
import org.efcpreview.site.SiteLocales;

/** The forms of all apps and dialogs, as the modules' files are now. */
public final class EditForms {
    /** Where the form of an app stands in its definition, and that of a dialog in its. */
    private static final String OF_APP = "subApps/detail/form", OF_DIALOG = "form";

    private final Supplier<Definitions> definitions;
    private final Supplier<Messages> messages;
    private final MagnoliaFacts facts = MagnoliaFacts.read();
    private final SiteLocales locales;
    private final Map<String, EditForm> known = new HashMap<>();
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
        List<Problem> problems = new ArrayList<>();
        for (Definition app : definitions.all(DefinitionType.APP)) {
            problems.addAll(EditForm.problems(app, OF_APP, facts));
        }
        for (Definition dialog : definitions.all(DefinitionType.DIALOG)) {
            problems.addAll(EditForm.problems(dialog, OF_DIALOG, facts));
        }
        return problems;
    }

    private synchronized Optional<EditForm> form(DefinitionType type, String id, String path) {
        Definitions now = definitions.get();
        if (now != read) {
            known.clear();
            read = now;
        }
        String key = type + " " + id;
        EditForm form = known.get(key);
        if (form == null) {
            Optional<Definition> definition = now.find(type, id).filter(found -> EditForm.isIn(found, path));
            if (definition.isEmpty()) {
                return Optional.empty();
            }
            form = EditForm.of(definition.get(), path, facts, messages, locales);
            known.put(key, form);
        }
        return Optional.of(form);
    }
}
