package org.efcpreview.authoring.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Settings;
import org.efcpreview.site.SiteLocales;

/**
 * The forms of all apps and dialogs.
 *
 * @param locales the languages of the site
 */
public record EditForms(Definitions definitions, SiteLocales locales) {
    private static final MagnoliaFacts FACTS = MagnoliaFacts.read();

    /** Where the form of an app stands in its definition, and that of a dialog in its. */
    private static final String OF_APP = "subApps/detail/form", OF_DIALOG = "form";

    /** Those that there are now. */
    public static EditForms of(Request request) {
        return new EditForms(request.definitions(), request.services().locales());
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
                .forEach(found -> new EditForm(found, path, facts, SiteLocales.only(Locale.ENGLISH), problems)));
        return problems.stream().sorted().toList();
    }

    private Optional<EditForm> form(DefinitionType type, String id, String path) {
        Set<Problem> problems = new LinkedHashSet<>();
        Optional<EditForm> form = definitions
                .find(type, id)
                .filter(found -> !Settings.of(found).object(path).values().isEmpty())
                .map(found -> new EditForm(found, path, FACTS, locales, problems));
        if (!problems.isEmpty()) {
            throw new ProblemsException(List.copyOf(problems));
        }
        return form;
    }
}
