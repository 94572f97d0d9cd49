package org.efcpreview.authoring.form;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.KeyGenerator;
import org.definitioncheck.message.Messages;
import org.definitioncheck.message.RequiredKey;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Request;
import org.efcpreview.http.Submission;
import org.efcpreview.repository.Stamps;
import org.efcpreview.site.SiteLocales;

/**
 * A form as an app's detail view or a dialog defines it. The way of a form: {@link #read} (or {@link #defaults}) and {@link
 * #view}; then {@link #parse}, perhaps {@link #act}, {@link #check}, {@link #merge} and {@link #write}.
 *
 * <p>Immutable, and good for as long as the definition is.
 */
public final class EditForm {
    /** The control that sends back what the form was opened with: {@link FormView#base}. */
    public static final String BASE = "_base";

    /** The name of all buttons of a form; a button of its own for each {@link #act}. */
    public static final String DO = "_do";

    /** Below the control of an entry: the identifier of its node. */
    static final String ENTRY_ID = "_id";

    private final List<Field> fields;
    private final List<Tab> tabs;
    private final List<RequiredKey> keys;
    private final Supplier<Messages> messages;
    private final SiteLocales locales;
    private final NodeFields nodeFields;

    /** @param path where the tab stands in its definition; empty where there are none */
    private record Tab(String name, String path, List<Field> fields) {}

    private EditForm(
            List<Field> fields,
            List<Tab> tabs,
            List<RequiredKey> keys,
            Supplier<Messages> messages,
            SiteLocales locales) {
        this.fields = fields;
        this.tabs = tabs;
        this.keys = keys;
        this.messages = messages;
        this.locales = locales;
        this.nodeFields = new NodeFields(locales, ZoneId.systemDefault());
    }

    /**
     * The form of a definition.
     *
     * @param definition an app or a dialog
     * @param path where the form stands in it: {@code subApps/detail/form}, or {@code form} of a dialog
     * @param messages the modules' texts
     * @param locales the languages of the site
     * @throws ProblemsException if something in it is not supported here
     */
    public static EditForm of(
            Definition definition, String path, MagnoliaFacts facts, Supplier<Messages> messages, SiteLocales locales) {
        List<Problem> problems = new ArrayList<>();
        EditForm form = read(definition, path, facts, messages, locales, problems);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return form;
    }

    /** What {@link #of} would refuse; empty if it would not. */
    public static List<Problem> problems(Definition definition, String path, MagnoliaFacts facts) {
        List<Problem> problems = new ArrayList<>();
        read(definition, path, facts, () -> null, SiteLocales.ENGLISH_AND_FRENCH, problems);
        return problems;
    }

    private static EditForm read(
            Definition definition,
            String path,
            MagnoliaFacts facts,
            Supplier<Messages> messages,
            SiteLocales locales,
            List<Problem> problems) {
        Map<?, ?> form = at(definition, path);
        List<Field> fields =
                new FieldReader(definition, facts, problems).fields(form.get("properties"), path + "/properties");
        Map<String, Field> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        List<Tab> tabs = new ArrayList<>();
        if (form.get("layout") instanceof Map<?, ?> layout) {
            switch (FieldReader.text(layout, "$type")) {
                case "tabbedLayout" -> {
                    for (Object item : (List<?>) layout.get("tabs")) {
                        Map<?, ?> tab = (Map<?, ?>) item;
                        String name = FieldReader.text(tab, "name");
                        List<Field> shown = new ArrayList<>();
                        for (Object named : tab.get("fields") instanceof List<?> list ? list : List.of()) {
                            Field field = byName.get(FieldReader.text((Map<?, ?>) named, "name"));
                            if (field != null) {
                                shown.add(field);
                            }
                        }
                        tabs.add(new Tab(name, path + "/layout/tabs/" + name, shown));
                    }
                }
                case "declarativeLayout" -> problems.add(
                        new Problem(definition.file(), 0, path + "/layout: declarativeLayout is not supported here"));
                default -> tabs.add(new Tab("", "", fields));
            }
        } else {
            tabs.add(new Tab("", "", fields));
        }
        List<Field> shown = tabs.stream().flatMap(tab -> tab.fields().stream()).toList();
        return new EditForm(shown, tabs, new KeyGenerator(facts).keysOf(definition), messages, locales);
    }

    /** Whether a definition has a form there. */
    static boolean isIn(Definition definition, String path) {
        return !at(definition, path).isEmpty();
    }

    private static Map<?, ?> at(Definition definition, String path) {
        Map<?, ?> form = definition.values();
        for (String step : path.split("/")) {
            form = form.get(step) instanceof Map<?, ?> inner ? inner : Map.of();
        }
        return form;
    }

    /** What the form of a node that is still to be made holds. */
    public FormValues defaults() {
        return nodeFields.defaults(fields);
    }

    /** What a node holds. */
    public FormValues read(Node node) throws RepositoryException {
        return nodeFields.read(fields, node);
    }

    /** What the browser sent: line ends are made LF, which is what a text area holds. */
    public FormValues parse(Submission submission) {
        return new Sent(submission, nodeFields, locales).values(fields, "");
    }

    /** What the form was opened with; {@link #defaults} if the browser sent nothing of the kind. */
    public FormValues base(Submission submission) {
        if (!submission.has(BASE)) {
            return defaults();
        }
        try {
            return FormValues.decoded(submission.text(BASE));
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
    public Optional<FormValues> act(FormValues values, String command) {
        int colon = command.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : new Entries(nodeFields)
                        .act(
                                fields,
                                values,
                                command.substring(0, colon),
                                List.of(command.substring(colon + 1).split("/")));
    }

    /**
     * What is wrong with values.
     *
     * @param before what the form was opened with
     * @param node what is edited; empty while it is not made
     * @param parent the node in which a new one would lie; empty for one that is there
     */
    public List<FieldError> check(
            Request request, FormValues values, FormValues before, Optional<Node> node, Optional<Node> parent)
            throws RepositoryException {
        FormTexts texts = texts(request.language());
        return new Checks(locales, nodeFields, texts, new Choices(request.sessions(), texts), node, parent)
                .check(fields, values, before);
    }

    /**
     * Brings together what two people did to the same node.
     *
     * @param base what both began with
     * @param theirs what is stored now
     * @param yours what the browser sent
     */
    public Merge merge(FormValues base, FormValues theirs, FormValues yours) {
        return Merge.of(fields, nodeFields, locales, base, theirs, yours);
    }

    /**
     * Writes values that have been checked to a node, renames it if the form has a field for that, and stamps what has
     * changed. Nothing is saved; that is left to the caller.
     *
     * @param user who does it
     * @return whether anything has changed
     * @throws javax.jcr.AccessDeniedException if the user may not (also when it is saved)
     */
    public boolean write(Node node, FormValues values, String user) throws RepositoryException {
        Calendar now = Calendar.getInstance();
        boolean changed = nodeFields.write(fields, node, values, new NodeFields.Stamp(user, now));
        Optional<String> name = nodeName(values);
        if (name.isPresent() && !node.getName().equals(name.get())) {
            NodeNames.rename(node, name.get());
            Stamps.moved(node, user, now);
            changed = true;
        } else if (changed) {
            Stamps.modified(node, user, now);
        }
        return changed;
    }

    /** The node's name that an editor typed, as Magnolia would write it; empty if the form has no such field or it is empty. */
    public Optional<String> nodeName(FormValues values) {
        String typed = values.texts(Field.JCR_NAME).first();
        return hasNodeName() && !typed.isEmpty() ? Optional.of(NodeNames.valid(typed)) : Optional.empty();
    }

    /** Whether the form has a field for the node's name. */
    public boolean hasNodeName() {
        return fields.stream().anyMatch(field -> field.name().equals(Field.JCR_NAME));
    }

    /**
     * The form as a page shows it.
     *
     * @param values what the fields hold
     * @param base what it was opened with
     * @param errors of {@link #check}; none for a form that was just opened
     * @param theirs what others have stored meanwhile, by control: {@link Merge#conflicts}
     */
    public FormView view(
            Request request,
            FormValues values,
            FormValues base,
            List<FieldError> errors,
            Map<String, List<String>> theirs)
            throws RepositoryException {
        FormTexts texts = texts(request.language());
        Layout layout = new Layout(nodeFields, locales, texts, new Choices(request.sessions(), texts), errors, theirs);
        List<FormView.Section> sections = new ArrayList<>();
        for (Tab tab : tabs) {
            sections.add(layout.section(
                    "tab." + tab.name(),
                    tab.path().isEmpty() ? "" : texts.text(tab.path(), "label"),
                    tab.fields(),
                    values));
        }
        return new FormView(base.encoded(), sections, errors);
    }

    /** What the definition itself is called, such as a dialog; empty if it has no name. */
    public String label(Locale language) {
        return texts(language).found("label");
    }

    private FormTexts texts(Locale language) {
        return new FormTexts(keys, messages.get(), language);
    }
}
