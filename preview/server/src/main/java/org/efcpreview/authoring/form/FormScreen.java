package org.efcpreview.authoring.form;

import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Settings;
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

    /** What {@link EditForm#DO} says to come back to the form. */
    private static final String GO_ON = "go-on";

    /** The address of what has no title of which one could be made. */
    private static final String UNTITLED = "untitled";

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
        boolean adds = detail && request.parameter("path").isEmpty();
        Session session = request.sessions().session(app.workspace());
        Optional<Node> node = adds ? Optional.empty() : edited(app, session, request);
        Optional<Node> parent = adds ? app.place(session, request.parameter("parent")) : Optional.empty();
        return new Entry(request, app, form.get(), detail, node, parent).answer(session, adds);
    }

    /** What is edited: found by its identifier where the form has been shown before. */
    private static Optional<Node> edited(App app, Session session, Request request) throws RepositoryException {
        String identifier = request.submission().text(NODE);
        if (identifier.isEmpty()) {
            return app.find(session, request.parameter("path"));
        }
        try {
            Node found = session.getNodeByIdentifier(identifier);
            return app.edits(found) ? Optional.of(found) : Optional.empty();
        } catch (RepositoryException e) {
            // There is none any more, or it is no identifier.
            if (session.isLive()) {
                return Optional.empty();
            }
            throw e;
        }
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

        Optional<Node> find(Session session, String path) throws RepositoryException {
            Optional<Node> found = Paths.find(session, path);
            return found.isPresent() && edits(found.get()) ? found : Optional.empty();
        }

        /** Where an entry can be made: not in a part of another one. */
        Optional<Node> place(Session session, String path) throws RepositoryException {
            Optional<Node> found = find(session, path);
            return found.isPresent() && found.get().isNodeType("mgnl:contentNode") ? Optional.empty() : found;
        }

        boolean isEntry(Node node) throws RepositoryException {
            return !nodeType().isEmpty() && node.isNodeType(nodeType());
        }

        String title(Node node) throws RepositoryException {
            return FieldReader.or(NodeTexts.first(node, describedBy()), node.getName());
        }
    }

    /** A form of an app, and what it is about. */
    private final class Entry extends Editing {
        private final App app;
        private final boolean detail;

        /** @param detail whether it is the form of the entry itself */
        Entry(Request request, App app, EditForm form, boolean detail, Optional<Node> node, Optional<Node> parent) {
            super(request, views, "form/edit.ftl", form, node, parent);
            this.app = app;
            this.detail = detail;
        }

        Optional<Reply> answer(Session session, boolean adds) throws RepositoryException {
            Node where = parent.or(() -> node).orElse(null);
            if (where == null) {
                return request.sends() && !adds ? Optional.of(show(409, "gone")) : Optional.empty();
            }
            if (detail && !app.nodeType().isEmpty() && app.isEntry(where) == adds
                    || adds && app.nodeType().isEmpty()) {
                return Optional.empty();
            }
            boolean may = adds
                    ? session.hasPermission(Paths.within(where, "new"), Session.ACTION_ADD_NODE)
                    : session.hasPermission(where.getPath(), Session.ACTION_SET_PROPERTY);
            if (!may) {
                return Optional.of(request.sends() ? show(403, "refused") : views.problem(request, 403, "not-allowed"));
            }
            try {
                return Optional.of(answer(form.defaults(), true));
            } catch (AccessDeniedException e) {
                session.refresh(false);
                return Optional.of(show(403, "refused"));
            }
        }

        /** With an address made of the title, where the editor has left that to us; it lacks only where no title can be had. */
        @Override
        protected FormValues completed(FormValues values) throws RepositoryException {
            String title = values.texts(app.describedBy()).first();
            String name = title.isBlank() ? UNTITLED : NodeNames.from(title);
            return parent.isEmpty()
                            || name.isEmpty()
                            || !form.hasNodeName()
                            || form.nodeName(values).isPresent()
                    ? values
                    : values.with(Field.JCR_NAME, FormValues.Texts.of(NodeNames.unique(parent.get(), name)));
        }

        @Override
        protected Node made(FormValues values) throws RepositoryException {
            Node folder = parent.orElseThrow();
            String title = values.texts(app.describedBy()).first();
            String untyped = NodeNames.unique(folder, FieldReader.or(NodeNames.from(title), UNTITLED));
            return new Stamp(request.user().name(), Calendar.getInstance())
                    .added(folder, form.nodeName(values).orElse(untyped), app.nodeType());
        }

        @Override
        protected Reply saved(Node written) throws RepositoryException {
            boolean goOn = detail && request.submission().text(EditForm.DO).equals(GO_ON);
            return request.seeOther(
                    goOn
                            ? Paths.address("/app/" + app.name() + "/detail", "path", written.getPath(), "back", back())
                            : browser(written),
                    request.say("form.saved", app.title(written)));
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

        @Override
        protected Map<String, Object> model(String remark) throws RepositoryException {
            String browser = "/app/" + app.name();
            String appLabel = services.messages().get().get(app.name() + ".app.label", request.language());
            Optional<Node> where = node.or(() -> parent);
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("detail", detail);
            model.put("title", heading(appLabel));
            model.put("nav", List.of(request.step(browser, appLabel)));
            model.put("cancel", request.address(where.isPresent() ? browser(where.get()) : browser));
            model.put("describedBy", app.describedBy());
            model.put("node", node.isPresent() ? node.get().getIdentifier() : "");
            model.put("links", node.isPresent() && detail ? links(node.get()) : List.of());
            model.put("changed", node.isPresent() ? changed(node.get()) : List.of());
            model.put("gone", remark.equals("refused") || remark.equals("gone"));
            return model;
        }

        private String heading(String appLabel) throws RepositoryException {
            String entry = services.messages()
                    .get()
                    .find(List.of(app.name() + ".detail.label"), request.language())
                    .orElse(appLabel);
            if (detail) {
                return node.isPresent()
                        ? request.say("form.edit", app.title(node.get()))
                        : parent.isPresent() ? request.say("form.new", entry) : entry;
            }
            String label = form.label(request);
            return node.isPresent() && !label.isEmpty()
                    ? request.say("form.about", label, app.title(node.get()))
                    : FieldReader.or(label, entry);
        }

        /** By whom an entry was changed last, and when. */
        private List<String> changed(Node node) throws RepositoryException {
            Calendar when = JcrUtils.getDateProperty(node, "mgnl:lastModified", null);
            return List.of(
                    JcrUtils.getStringProperty(node, "mgnl:lastModifiedBy", request.say("form.conflict.nobody")),
                    when == null ? "?" : request.ui().moment(when.toInstant()));
        }

        /** The entry's page as editors see it, and as visitors do if they can. */
        private List<Map<String, String>> links(Node node) throws RepositoryException {
            VirtualUris uris = VirtualUris.of(services.definitions().get());
            String page = "/" + node.getPath().split("/")[1] + "/" + node.getName() + ".html";
            if (!node.isNodeType("mgnl:content") || uris.map(page).isEmpty()) {
                return List.of();
            }
            Map<String, String> author =
                    Map.of("href", request.http().contextPath() + page, "label", request.say("form.page.author"));
            return Stamps.status(node) == Stamps.Status.UNPUBLISHED
                    ? List.of(author)
                    : List.of(author, Map.of("href", page, "label", request.say("form.page.public")));
        }
    }
}
