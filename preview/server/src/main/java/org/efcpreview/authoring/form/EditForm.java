package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.problem.Problem;
import org.efcpreview.authoring.Labels;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;
import org.efcpreview.repository.Stamps;
import org.efcpreview.site.SiteLocales;

/**
 * A form as an app's detail view or a dialog defines it. The way of a form: {@link #read} (or {@link #defaults}) and {@link
 * #view}; then {@link #parse}, perhaps {@link #act}, and {@link #write}.
 *
 * <p>Immutable, and good for as long as the definition is.
 */
public final class EditForm {
    /** The name of all buttons of a form; a button of its own for each {@link #act}. */
    static final String DO = "_do";

    private final Group fields;
    private final List<Group> tabs;
    private final Definition definition;

    /**
     * @param definition an app or a dialog
     * @param path where the form stands in it: {@code subApps/detail/form}, or {@code form} of a dialog
     * @param locales the languages of the site
     * @param problems what is not supported here is added to it
     */
    EditForm(Definition definition, String path, MagnoliaFacts facts, SiteLocales locales, Set<Problem> problems) {
        Settings form = Settings.of(definition).object(path);
        Settings layout = form.object("layout");
        List<Field> all = new FieldReader(definition.file(), facts, locales, problems).fields(form);
        if (layout.text("$type").equals("declarativeLayout")) {
            problems.add(new Problem(definition.file(), 0, layout.key() + ": declarativeLayout is not supported here"));
        }
        this.tabs = layout.text("$type").equals("tabbedLayout")
                ? layout.objects("tabs").stream()
                        .map(tab -> new Group(tab, named(all, tab.objects("fields"))))
                        .toList()
                : List.of(new Group(form, all));
        this.fields = new Group(
                form, tabs.stream().flatMap(tab -> tab.fields().stream()).toList());
        this.definition = definition;
    }

    private static List<Field> named(List<Field> all, List<Settings> names) {
        return names.stream()
                .flatMap(named ->
                        all.stream().filter(field -> field.definition().name().equals(named.name())))
                .toList();
    }

    /** Those of all tabs. */
    Group fields() {
        return fields;
    }

    /** What the form of a node that is still to be made holds. */
    public FormValues defaults() {
        return fields.initial();
    }

    FormValues read(Node node) throws RepositoryException {
        return fields.read(node);
    }

    /** What the browser sent: line ends are made LF, which is what a text area holds. */
    FormValues parse(Submission submission) {
        return fields.sent(submission, "");
    }

    /** What the form was opened with; {@link #defaults} if the browser sent nothing of the kind. */
    FormValues base(Submission submission) {
        try {
            return FormValues.decoded(submission.text("_base"));
        } catch (IllegalArgumentException e) {
            return defaults();
        }
    }

    /**
     * Does what a button within a form says: {@code add:participations}, {@code remove:participations/2}, {@code up:…},
     * {@code down:…}. Nothing is stored.
     *
     * @return empty if it is no such button
     */
    Optional<FormValues> act(FormValues values, String command) {
        String[] parts = command.split(":", 2);
        return parts.length < 2
                ? Optional.empty()
                : fields.act(values, parts[0], List.of(parts[1].split("/"))).map(FieldValue::asGroup);
    }

    /**
     * Writes values that have been checked to a node, renames it if the form has a field for that, and stamps what has
     * changed. Nothing is saved; that is left to the caller.
     *
     * @param user who does it
     * @return whether anything has changed
     * @throws javax.jcr.AccessDeniedException if the user may not (also when it is saved)
     */
    boolean write(Node node, FormValues values, String user) throws RepositoryException {
        Calendar now = Calendar.getInstance();
        boolean changed = fields.write(node, values, new Stamp(user, now));
        Optional<String> name = nodeName(values);
        if (name.isPresent() && !node.getName().equals(name.get())) {
            NodeNames.rename(node, name.get());
            Stamps.moved(node, user, now);
            changed = true;
        } else if (changed) {
            Stamps.modifiedWithin(node, user, now);
        }
        return changed;
    }

    /** The node's name that an editor typed, as Magnolia would write it; empty if the form has no such field or it is empty. */
    Optional<String> nodeName(FormValues values) {
        String typed = values.texts(Field.JCR_NAME).first();
        return hasNodeName() && !typed.isEmpty() ? Optional.of(NodeNames.valid(typed)) : Optional.empty();
    }

    boolean hasNodeName() {
        return fields.fields().stream().anyMatch(field -> field.name().equals(Field.JCR_NAME));
    }

    /**
     * The form as {@code form.ftl} prints it: all texts in the editor's language, nothing escaped.
     *
     * @param values what the fields hold
     * @param base what it was opened with
     */
    Map<String, Object> view(Editing editing, FormValues values, FormValues base) throws RepositoryException {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Group tab : tabs) {
            String id = "tab." + tab.definition().name();
            var items = tab.items(editing, "", values);
            String label = editing.text(tab.path(), "label");
            sections.add(Map.of("id", id, "label", label, "items", items, "wrong", editing.wrong(tab)));
        }
        return Map.of("base", base.encoded(), "sections", sections, "errors", editing.errors);
    }

    /** What an editor reads in it. */
    Labels labels(Request request) {
        return Labels.of(definition, request);
    }
}
