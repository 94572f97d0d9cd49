package org.efcpreview.authoring.form;

import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.jcr.AccessDeniedException;
import javax.jcr.InvalidItemStateException;
import javax.jcr.ItemExistsException;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;
import org.efcpreview.virtualuri.VirtualUris;

/**
 * The forms of content apps: {@code /app/<app>/detail?path=} edits an entry, {@code /app/<app>/detail?parent=} adds one, and
 * {@code /app/<app>/dialog/<id>?path=} is a dialog about one. An entry that is added has no node before it is saved.
 */
public final class FormScreen implements Screen {
    /** Sends back which node is edited, so that it is found where someone has moved it. */
    private static final String NODE = "_node";

    private static final Pattern IDENTIFIER = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** What {@link EditForm#DO} says to come back to the form. */
    private static final String GO_ON = "go-on";

    private final Services services;
    private final Views views;
    private final EditForms forms;

    /**
     * @param services what the forms are read from
     * @param views of the authoring UI
     */
    public FormScreen(Services services, Views views) {
        this.services = services;
        this.views = views;
        this.forms = new EditForms(services.definitions(), services.messages(), services.locales());
    }

    @Override
    public Optional<Reply> answer(Request request) throws RepositoryException {
        Optional<Definition> definition = services.definitions().get().find(DefinitionType.APP, request.segment(1));
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        App app = App.of(definition.get());
        boolean detail = request.segment(2).equals("detail") && request.path().size() == 3;
        boolean dialog = request.segment(2).equals("dialog") && request.path().size() > 3;
        Optional<EditForm> form =
                detail ? forms.detail(app.name()) : dialog ? dialog(definition.get(), request) : Optional.empty();
        if (form.isEmpty() || app.workspace().isEmpty()) {
            return Optional.empty();
        }
        if (!app.settings().object("permissions").opensTo(request.user().roles())) {
            throw new AccessDeniedException("The user " + request.user().name() + " may not open " + app.name());
        }
        return new Here(request, app, form.get(), detail).answer();
    }

    /** A dialog that an action of the app opens; any other would write to its entries what is none of theirs. */
    private Optional<EditForm> dialog(Definition app, Request request) {
        String id = String.join("/", request.path().subList(3, request.path().size()));
        return opens(app.values().get("subApps"), id) ? forms.dialog(id) : Optional.empty();
    }

    private static boolean opens(Object value, String dialog) {
        if (value instanceof Map<?, ?> map) {
            return dialog.equals(map.get("dialogId")) || map.values().stream().anyMatch(inner -> opens(inner, dialog));
        }
        return value instanceof List<?> list && list.stream().anyMatch(inner -> opens(inner, dialog));
    }

    /**
     * What the forms need to know of an app.
     *
     * @param settings of the app
     * @param source where its entries lie
     */
    private record App(String name, Settings settings, Settings source) {
        static App of(Definition definition) {
            Settings settings = Settings.of(definition);
            Settings own = detail(settings).object("datasource");
            return new App(definition.name(), settings, own.values().isEmpty() ? settings.object("datasource") : own);
        }

        private static Settings detail(Settings settings) {
            return settings.object("subApps").object("detail");
        }

        String workspace() {
            return source.text("workspace");
        }

        /** Of an entry; empty if the app can make none. */
        String nodeType() {
            return detail(settings).object("itemProvider").text("nodeType");
        }

        /** The property that tells one entry from another. */
        String describedBy() {
            return FieldReader.or(source.text("describeByProperty"), "title");
        }

        /** What is marked as deleted is a shell that waits for its publication. */
        boolean edits(Node node) throws RepositoryException {
            String root = FieldReader.or(source.text("rootPath"), "/");
            return (root.equals("/") || Paths.isWithin(node.getPath(), root)) && !node.isNodeType("mgnl:deleted");
        }

        boolean isEntry(Node node) throws RepositoryException {
            return !nodeType().isEmpty() && node.isNodeType(nodeType());
        }
    }

    /** One request to one form. */
    private final class Here {
        private final Request request;
        private final App app;
        private final EditForm form;
        private final boolean detail;
        private final UiTexts ui;
        private final Session session;
        private final FormValues yours;
        private final FormValues base;

        /** What is edited; empty for an entry that is still to be made. */
        private final Optional<Node> node;

        /** In what one is to be made; empty for one that is there. */
        private final Optional<Node> parent;

        Here(Request request, App app, EditForm form, boolean detail) throws RepositoryException {
            this.request = request;
            this.app = app;
            this.form = form;
            this.detail = detail;
            this.ui = UiTexts.in(request.language());
            this.session = request.sessions().session(app.workspace());
            this.yours = form.parse(request.submission());
            this.base = form.base(request.submission());
            this.node = adds() ? Optional.empty() : edited();
            this.parent = adds() ? place() : Optional.empty();
        }

        private boolean adds() {
            return detail && request.parameter("path").isEmpty();
        }

        private Optional<Node> edited() throws RepositoryException {
            String identifier = request.submission().text(NODE);
            if (identifier.isEmpty()) {
                return find(request.parameter("path"));
            }
            if (!IDENTIFIER.matcher(identifier).matches()) {
                return Optional.empty();
            }
            try {
                Node found = session.getNodeByIdentifier(identifier);
                return app.edits(found) ? Optional.of(found) : Optional.empty();
            } catch (ItemNotFoundException e) {
                return Optional.empty();
            }
        }

        /** Where an entry can be made: not in a part of another one. */
        private Optional<Node> place() throws RepositoryException {
            Optional<Node> found = find(request.parameter("parent"));
            return found.isPresent() && found.get().isNodeType("mgnl:contentNode") ? Optional.empty() : found;
        }

        private Optional<Node> find(String path) throws RepositoryException {
            Optional<Node> found = Paths.find(session, path);
            return found.isPresent() && app.edits(found.get()) ? found : Optional.empty();
        }

        Optional<Reply> answer() throws RepositoryException {
            Node where = parent.or(() -> node).orElse(null);
            if (where == null) {
                return request.sends() && !adds() ? Optional.of(show(409, "gone", yours)) : Optional.empty();
            }
            if (detail && !app.nodeType().isEmpty() && app.isEntry(where) == adds()
                    || adds() && app.nodeType().isEmpty()) {
                return Optional.empty();
            }
            boolean may = adds()
                    ? session.hasPermission(Paths.within(where, "new"), Session.ACTION_ADD_NODE)
                    : session.hasPermission(where.getPath(), Session.ACTION_SET_PROPERTY);
            if (request.sends()) {
                return Optional.of(may ? sent() : show(403, "refused", yours));
            }
            FormValues values = adds() ? form.defaults() : form.read(where);
            return Optional.of(
                    may
                            ? show(200, "", values, values, List.of(), Map.of())
                            : views.problem(request, 403, "not-allowed"));
        }

        private Reply sent() throws RepositoryException {
            Optional<FormValues> acted = form.act(yours, request.submission().text(EditForm.DO));
            if (request.again() || acted.isPresent()) {
                return show(200, "", request.again() ? yours : acted.get());
            }
            try {
                return save();
            } catch (AccessDeniedException e) {
                session.refresh(false);
                return show(403, "refused", yours);
            } catch (InvalidItemStateException | ItemExistsException e) {
                // Someone else was faster by a moment: now their change can be seen.
                session.refresh(false);
                return save();
            }
        }

        private Reply save() throws RepositoryException {
            FormValues before = base;
            if (node.isPresent()) {
                before = form.read(node.get());
                Merge merge = form.merge(base, before, yours);
                if (merge.changed()
                        && (!merge.conflicts().isEmpty() || !merge.values().equals(before))) {
                    return show(409, "conflict", merge.values(), before, List.of(), merge.conflicts());
                }
            }
            FormValues values = parent.isPresent() ? named(parent.get()) : yours;
            List<FieldError> errors = withoutConsequence(form.check(request, values, before, node, parent));
            if (!errors.isEmpty()) {
                return show(422, "", yours, before, errors, Map.of());
            }
            Node written = node.isPresent() ? node.get() : added(values, parent.get());
            form.write(written, values, request.user().name());
            session.save();
            boolean goOn = detail && request.submission().text(EditForm.DO).equals(GO_ON);
            return request.seeOther(
                    goOn
                            ? Paths.address("/app/" + app.name() + "/detail", "path", written.getPath(), "back", back())
                            : browser(written),
                    ui.get("form.saved", title(written)));
        }

        /** What the browser of the app showed when somebody came from it: a query string; empty if they came otherwise. */
        private String back() {
            String back = request.parameter("back");
            return back.matches("[!-~&&[^#]]*") ? back : "";
        }

        /** Back to what somebody came from, else to where the entry lies. */
        private String browser(Node node) throws RepositoryException {
            String browser = "/app/" + app.name();
            return back().isEmpty() ? Paths.address(browser, "path", node.getPath()) : browser + "?" + back();
        }

        /** With an address made of the title, where the editor has left that to us. */
        private FormValues named(Node parent) throws RepositoryException {
            String name = nameOfTitle(yours);
            return name.isEmpty() || !form.hasNodeName() || hasName()
                    ? yours
                    : yours.with(Field.JCR_NAME, FormValues.Texts.of(NodeNames.unique(parent, name)));
        }

        private boolean hasName() {
            return !yours.texts(Field.JCR_NAME).first().isEmpty();
        }

        private String nameOfTitle(FormValues values) {
            return NodeNames.from(values.texts(app.describedBy()).first());
        }

        /** An address that only lacks because the title does is no fault of its own. */
        private List<FieldError> withoutConsequence(List<FieldError> errors) {
            boolean untitled = errors.stream().anyMatch(error -> error.control().equals(app.describedBy()));
            return errors.stream()
                    .filter(error -> node.isPresent()
                            || !untitled
                            || hasName()
                            || !error.control().equals(Field.JCR_NAME))
                    .toList();
        }

        private Node added(FormValues values, Node parent) throws RepositoryException {
            String untyped = NodeNames.unique(parent, FieldReader.or(nameOfTitle(values), "untitled"));
            return new Stamp(request.user().name(), Calendar.getInstance())
                    .added(parent, form.nodeName(values).orElse(untyped), app.nodeType());
        }

        private Reply show(int status, String remark, FormValues values) throws RepositoryException {
            return show(status, remark, values, base, List.of(), Map.of());
        }

        /** @param remark what stands above the fields: {@code gone}, {@code refused}, {@code conflict} or nothing */
        private Reply show(
                int status,
                String remark,
                FormValues values,
                FormValues before,
                List<FieldError> errors,
                Map<String, List<String>> theirs)
                throws RepositoryException {
            String browser = "/app/" + app.name();
            String appLabel = services.messages().get().get(app.name() + ".app.label", request.language());
            Optional<Node> where = node.or(() -> parent);
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("view", form.view(request, values, before, errors, theirs));
            model.put("detail", detail);
            model.put("title", heading(appLabel));
            model.put("nav", List.of(Map.of("href", request.address(browser), "label", appLabel)));
            model.put("cancel", request.address(where.isPresent() ? browser(where.get()) : browser));
            model.put("describedBy", app.describedBy());
            model.put("unsaved", request.sends());
            model.put("node", node.isPresent() ? node.get().getIdentifier() : "");
            model.put("links", node.isPresent() && detail ? links(node.get()) : List.of());
            model.put("remark", remark);
            model.put("changed", node.isPresent() ? changed(node.get()) : List.of());
            model.put("gone", status == 403 || remark.equals("gone"));
            return views.page(request, status, "form/edit.ftl", model);
        }

        private String heading(String appLabel) throws RepositoryException {
            String entry = services.messages()
                    .get()
                    .find(List.of(app.name() + ".detail.label"), request.language())
                    .orElse(appLabel);
            if (detail) {
                return node.isPresent()
                        ? ui.get("form.edit", title(node.get()))
                        : parent.isPresent() ? ui.get("form.new", entry) : entry;
            }
            String label = form.label(request);
            return node.isPresent() && !label.isEmpty()
                    ? ui.get("form.about", label, title(node.get()))
                    : FieldReader.or(label, entry);
        }

        /** By whom an entry was changed last, and when. */
        private List<String> changed(Node node) throws RepositoryException {
            Calendar when = JcrUtils.getDateProperty(node, "mgnl:lastModified", null);
            return List.of(
                    JcrUtils.getStringProperty(node, "mgnl:lastModifiedBy", ui.get("form.conflict.nobody")),
                    when == null ? "?" : ui.moment(when.toInstant()));
        }

        private String title(Node node) throws RepositoryException {
            return FieldReader.or(Choices.text(node, app.describedBy()), node.getName());
        }

        /** The entry's page as editors see it, and as visitors do if they can. */
        private List<Map<String, String>> links(Node node) throws RepositoryException {
            VirtualUris uris = VirtualUris.of(services.definitions().get());
            String page = "/" + node.getPath().split("/")[1] + "/" + node.getName() + ".html";
            if (uris.map(page).isEmpty()) {
                return List.of();
            }
            Map<String, String> author =
                    Map.of("href", request.http().contextPath() + page, "label", ui.get("form.page.author"));
            return Stamps.status(node) == Stamps.Status.UNPUBLISHED
                    ? List.of(author)
                    : List.of(author, Map.of("href", page, "label", ui.get("form.page.public")));
        }
    }
}
