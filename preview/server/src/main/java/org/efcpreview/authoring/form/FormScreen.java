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
import org.efcpreview.authoring.Datasource;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Paths;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;
import org.efcpreview.virtualuri.VirtualUris;

/**
 * The forms of content apps: {@code /app/<app>/detail?path=} edits an entry, {@code /app/<app>/detail?parent=} adds one, and
 * {@code /app/<app>/dialog/<id>?path=} is a dialog about one. An entry that is added has no node before it is saved.
 */
public final class FormScreen extends Editing {
    /** The address of what has no title of which one could be made. */
    private static final String UNTITLED = "untitled";

    /** What the sign-in session keeps of a form's address: what was made in it, for those who go back and save again. */
    private static final String MADE = "made ";

    private final Definition app;
    private final Datasource source;

    /** Whether it is the form of the entry itself. */
    private final boolean detail;

    private FormScreen(
            Request request,
            Definition app,
            EditForm form,
            boolean detail,
            Optional<Node> node,
            Optional<Node> parent) {
        super(request, "form/edit.ftl", form, node, parent);
        this.app = app;
        this.source = Datasource.of(app, detail(app));
        this.detail = detail;
    }

    /** As {@link Screen#answer}. */
    public static Optional<Reply> answer(Request request) throws RepositoryException {
        Optional<Definition> found = request.app();
        boolean detail = request.segment(2).equals("detail") && request.path().size() == 3;
        boolean dialog = request.segment(2).equals("dialog") && request.path().size() > 3;
        EditForms forms = EditForms.of(request);
        Optional<EditForm> form = found.flatMap(
                app -> detail ? forms.detail(app.name()) : dialog ? dialog(app, request, forms) : Optional.empty());
        if (form.isEmpty()) {
            return Optional.empty();
        }
        Definition app = found.get();
        Datasource source = Datasource.of(app, detail(app));
        Session session = request.sessions().session(source.workspace());
        Object made = request.servlet().getSession().getAttribute(MADE + request.parameter("new"));
        Optional<Node> again = made == null ? Optional.empty() : identified(source, session, made.toString());
        boolean adds = detail && again.isEmpty() && request.parameter("path").isEmpty();
        Optional<Node> node = adds || again.isPresent() ? again : edited(source, session, request);
        Optional<Node> parent = adds ? place(source, session, request.parameter("parent")) : Optional.empty();
        return new FormScreen(request, app, form.get(), detail, node, parent).answer(session, adds);
    }

    /** A dialog that an action of the app opens; any other would write to its entries what is none of theirs. */
    private static Optional<EditForm> dialog(Definition app, Request request, EditForms forms) {
        String id = String.join("/", request.path().subList(3, request.path().size()));
        return opens(app.values().get("subApps"), id) ? forms.dialog(id) : Optional.empty();
    }

    private static boolean opens(Object value, String dialog) {
        if (value instanceof Map<?, ?> map) {
            return dialog.equals(map.get("dialogId")) || map.values().stream().anyMatch(inner -> opens(inner, dialog));
        }
        return value instanceof List<?> list && list.stream().anyMatch(inner -> opens(inner, dialog));
    }

    private static Settings detail(Definition app) {
        return Settings.of(app).object("subApps/detail");
    }

    /** What is edited: found by its identifier where the form has been shown before, so also where someone has moved it. */
    private static Optional<Node> edited(Datasource source, Session session, Request request)
            throws RepositoryException {
        String identifier = request.submission().text("_node");
        return identifier.isEmpty()
                ? find(source, session, request.parameter("path"))
                : identified(source, session, identifier);
    }

    private static Optional<Node> identified(Datasource source, Session session, String identifier)
            throws RepositoryException {
        try {
            return find(source, session, session.getNodeByIdentifier(identifier).getPath());
        } catch (RepositoryException e) {
            // There is none any more, or it is no identifier.
            if (session.isLive()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is marked as deleted is a shell that waits for its publication. */
    private static Optional<Node> find(Datasource source, Session session, String path) throws RepositoryException {
        Optional<Node> found = Paths.find(session, path);
        if (found.isEmpty() || found.get().isNodeType("mgnl:deleted")) {
            return Optional.empty();
        }
        String real = found.get().getPath();
        return real.equals(source.rootPath()) || source.holds(real) ? found : Optional.empty();
    }

    /** Where an entry can be made: not in a part of another one. */
    private static Optional<Node> place(Datasource source, Session session, String path) throws RepositoryException {
        Optional<Node> found = find(source, session, path);
        return found.isPresent() && found.get().isNodeType("mgnl:contentNode") ? Optional.empty() : found;
    }

    private Optional<Reply> answer(Session session, boolean adds) throws RepositoryException {
        Node where = parent.or(() -> node).orElse(null);
        if (where == null) {
            return request.sends() && !adds ? Optional.of(show(409, "gone")) : Optional.empty();
        }
        String type = nodeType();
        if (detail && (type.isEmpty() ? adds : where.isNodeType(type) == adds)) {
            return Optional.empty();
        }
        boolean may = adds
                ? session.hasPermission(Paths.within(where, "new"), Session.ACTION_ADD_NODE)
                : session.hasPermission(where.getPath(), Session.ACTION_SET_PROPERTY);
        if (!may && !request.sends()) {
            throw new AccessDeniedException(where.getPath());
        }
        try {
            return Optional.of(may ? answer(form.defaults(), true) : show(403, "refused"));
        } catch (AccessDeniedException e) {
            session.refresh(false);
            return Optional.of(show(403, "refused"));
        }
    }

    /** Of an entry; empty if the app can make none. */
    private String nodeType() {
        return detail(app).object("itemProvider").text("nodeType");
    }

    /** The property that tells one entry from another. */
    private String describedBy() {
        return FieldReader.or(source.settings().text("describeByProperty"), "title");
    }

    private String title(Node node) throws RepositoryException {
        return FieldReader.or(NodeTexts.first(node, describedBy()), node.getName());
    }

    /** With an address made of the title, where the editor has left that to us; it lacks only where no title can be had. */
    @Override
    protected FormValues completed(FormValues values) throws RepositoryException {
        String title = values.texts(describedBy()).first();
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
        String title = values.texts(describedBy()).first();
        String untyped = NodeNames.unique(folder, FieldReader.or(NodeNames.from(title), UNTITLED));
        return new Stamp(request.user().name(), Calendar.getInstance())
                .added(folder, form.nodeName(values).orElse(untyped), nodeType());
    }

    @Override
    protected Reply saved(Node written) throws RepositoryException {
        if (node.isEmpty() && !request.parameter("new").isEmpty()) {
            request.servlet().getSession().setAttribute(MADE + request.parameter("new"), written.getIdentifier());
        }
        boolean goOn = detail && request.submission().text(EditForm.DO).equals("go-on");
        return request.seeOther(
                goOn
                        ? Paths.address("/app/" + app.name() + "/detail", "path", written.getPath(), "back", back())
                        : browser(written),
                request.say("form.saved", title(written)));
    }

    /** What the browser of the app showed when somebody came from it: a query string; empty if they came otherwise. */
    private String back() {
        String back = request.parameter("back");
        return back.matches("[!-~&&[^#]]*") ? back : "";
    }

    /** Back to what somebody came from, with the entry open. */
    private String browser(Node node) throws RepositoryException {
        String browser = Paths.address("/app/" + app.name(), "path", node.getPath());
        return back().isEmpty() ? browser : browser + "&" + back();
    }

    @Override
    protected Map<String, Object> model(String remark) throws RepositoryException {
        String browser = "/app/" + app.name();
        String appLabel = request.message(app.name() + ".app.label");
        Optional<Node> where = node.or(() -> parent);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("detail", detail);
        model.put("title", heading(appLabel));
        model.put("nav", List.of(request.step(browser, appLabel)));
        model.put("cancel", request.address(where.isPresent() ? browser(where.get()) : browser));
        model.put("describedBy", describedBy());
        model.put("node", node.isPresent() ? node.get().getIdentifier() : "");
        model.put("page", node.isPresent() && detail ? page(node.get()) : "");
        model.put("published", node.isPresent() && Stamps.status(node.get()) != Stamps.Status.UNPUBLISHED);
        model.put("changed", node.isPresent() ? changed(node.get()) : List.of());
        model.put("gone", remark.equals("refused") || remark.equals("gone"));
        return model;
    }

    private String heading(String appLabel) throws RepositoryException {
        String entry = request.services()
                .messages()
                .get()
                .find(List.of(app.name() + ".detail.label"), request.language())
                .orElse(appLabel);
        if (detail) {
            return node.isPresent()
                    ? request.say("form.edit", title(node.get()))
                    : parent.isPresent() ? request.say("form.new", entry) : entry;
        }
        String label = labels.find("label").orElse("");
        return node.isPresent() && !label.isEmpty()
                ? request.say("form.about", label, title(node.get()))
                : FieldReader.or(label, entry);
    }

    /** By whom an entry was changed last, and when. */
    private List<String> changed(Node node) throws RepositoryException {
        Calendar when = JcrUtils.getDateProperty(node, "mgnl:lastModified", null);
        return List.of(
                JcrUtils.getStringProperty(node, "mgnl:lastModifiedBy", request.say("form.conflict.nobody")),
                when == null ? "?" : UiTexts.in(request.language()).moment(when.toInstant()));
    }

    /** The address of the entry's page; empty if it has none. */
    private String page(Node node) throws RepositoryException {
        VirtualUris uris = VirtualUris.of(request.definitions());
        String page = "/" + node.getPath().split("/")[1] + "/" + node.getName() + ".html";
        return node.isNodeType("mgnl:content") && uris.map(page, null).isPresent() ? page : "";
    }
}
