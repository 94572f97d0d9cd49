package org.efcpreview.authoring.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.InvalidItemStateException;
import javax.jcr.ItemExistsException;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;
import org.efcpreview.site.SiteLocales;
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
        this.forms = new EditForms(services.definitions(), services.messages(), SiteLocales.ENGLISH_AND_FRENCH);
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
        if (!app.isFor(request.user().roles())) {
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
     * @param root below which its entries lie
     * @param nodeType of an entry; empty if the app can make none
     * @param describeBy the property that tells one entry from another; empty for its name
     * @param roles for whom the app is; none for everyone
     */
    private record App(
            String name, String workspace, String root, String nodeType, String describeBy, List<String> roles) {
        static App of(Definition definition) {
            Map<?, ?> detail = map(map(definition.values(), "subApps"), "detail");
            Map<?, ?> source = map(detail, "datasource");
            if (source.isEmpty()) {
                source = map(definition.values(), "datasource");
            }
            String root = FieldReader.text(source, "rootPath");
            Object named = map(definition.values(), "permissions").get("roles");
            List<String> roles = named instanceof Map<?, ?> map
                    ? map.values().stream().map(Object::toString).toList()
                    : named instanceof List<?> list
                            ? list.stream().map(Object::toString).toList()
                            : List.of();
            return new App(
                    definition.name(),
                    FieldReader.text(source, "workspace"),
                    root.isEmpty() ? "/" : root,
                    FieldReader.text(map(detail, "itemProvider"), "nodeType"),
                    FieldReader.text(source, "describeByProperty"),
                    roles);
        }

        private static Map<?, ?> map(Map<?, ?> map, String property) {
            return map.get(property) instanceof Map<?, ?> inner ? inner : Map.of();
        }

        /** {@code ConfiguredAccessDefinition}. */
        boolean isFor(java.util.Collection<String> theirs) {
            return roles.isEmpty()
                    || theirs.contains("superuser")
                    || roles.stream().anyMatch(theirs::contains);
        }

        boolean holds(Node node) throws RepositoryException {
            String path = node.getPath();
            return root.equals("/") || path.equals(root) || path.startsWith(root + "/");
        }
    }

    /** What stands above the fields. */
    private enum Remark {
        NONE,
        CONFLICT,
        REFUSED,
        GONE
    }

    /** One request to one form. */
    private final class Here {
        private final Request request;
        private final App app;
        private final EditForm form;
        private final boolean detail;
        private final UiTexts ui;
        private final Session session;

        Here(Request request, App app, EditForm form, boolean detail) throws RepositoryException {
            this.request = request;
            this.app = app;
            this.form = form;
            this.detail = detail;
            this.ui = UiTexts.in(request.language());
            this.session = request.sessions().session(app.workspace());
        }

        Optional<Reply> answer() throws RepositoryException {
            if (detail && request.parameter("path").isEmpty()) {
                return adding();
            }
            Optional<Node> node = node();
            if (node.isEmpty()) {
                return request.sends()
                        ? Optional.of(show(409, Remark.GONE, form.parse(request.submission()), base(), node, node))
                        : Optional.empty();
            }
            if (detail && !app.nodeType().isEmpty() && !node.get().isNodeType(app.nodeType())) {
                return Optional.empty();
            }
            if (!session.hasPermission(node.get().getPath(), Session.ACTION_SET_PROPERTY)) {
                return Optional.of(
                        request.sends()
                                ? show(403, Remark.REFUSED, form.parse(request.submission()), base(), node, node)
                                : views.problem(request, 403, "not-allowed"));
            }
            if (!request.sends()) {
                FormValues values = form.read(node.get());
                return Optional.of(show(200, Remark.NONE, values, values, node, Optional.empty()));
            }
            return Optional.of(sent(node, Optional.empty()));
        }

        private Optional<Reply> adding() throws RepositoryException {
            Optional<Node> parent = find(request.parameter("parent"));
            if (parent.isEmpty()
                    || app.nodeType().isEmpty()
                    || parent.get().isNodeType(app.nodeType())
                    || request.parameter("parent").isEmpty()) {
                return Optional.empty();
            }
            String at = parent.get().getPath();
            if (!session.hasPermission((at.equals("/") ? "" : at) + "/new", Session.ACTION_ADD_NODE)) {
                return Optional.of(
                        request.sends()
                                ? show(
                                        403,
                                        Remark.REFUSED,
                                        form.parse(request.submission()),
                                        base(),
                                        Optional.empty(),
                                        parent)
                                : views.problem(request, 403, "not-allowed"));
            }
            if (!request.sends()) {
                FormValues values = form.defaults();
                return Optional.of(show(200, Remark.NONE, values, values, Optional.empty(), parent));
            }
            return Optional.of(sent(Optional.empty(), parent));
        }

        private FormValues base() {
            return form.base(request.submission());
        }

        /** @param node what is edited; empty for one to be added to {@code parent} */
        private Reply sent(Optional<Node> node, Optional<Node> parent) throws RepositoryException {
            FormValues yours = form.parse(request.submission());
            FormValues base = base();
            String command = request.submission().text(EditForm.DO);
            if (request.again()) {
                return show(200, Remark.NONE, yours, base, node, parent);
            }
            Optional<FormValues> acted = form.act(yours, command);
            if (acted.isPresent()) {
                return show(200, Remark.NONE, acted.get(), base, node, parent);
            }
            try {
                return save(yours, base, node, parent, command.equals(GO_ON));
            } catch (AccessDeniedException e) {
                session.refresh(false);
                return show(403, Remark.REFUSED, yours, base, node, parent);
            } catch (InvalidItemStateException | ItemExistsException e) {
                // Someone else was faster by a moment: now their change can be seen.
                session.refresh(false);
                return save(yours, base, node, parent, command.equals(GO_ON));
            }
        }

        private Reply save(FormValues yours, FormValues base, Optional<Node> node, Optional<Node> parent, boolean goOn)
                throws RepositoryException {
            FormValues values = parent.isPresent() ? named(yours, parent.get()) : yours;
            FormValues before = base;
            if (node.isPresent()) {
                FormValues theirs = form.read(node.get());
                Merge merge = form.merge(base, theirs, yours);
                if (merge.changed()
                        && (!merge.conflicts().isEmpty() || !merge.values().equals(theirs))) {
                    return conflict(merge, theirs, node);
                }
                before = theirs;
            }
            List<FieldError> errors =
                    withoutConsequence(form.check(request, values, before, node, parent), yours, parent);
            if (!errors.isEmpty()) {
                return show(422, Remark.NONE, yours, before, errors, Map.of(), node, parent);
            }
            Node written = node.isPresent() ? node.get() : added(values, parent.get());
            form.write(written, values, request.user().name());
            session.save();
            String path = encoded(written.getPath());
            return request.seeOther(
                    goOn && detail
                            ? "/app/" + app.name() + "/detail?path=" + path
                                    + (back().isEmpty() ? "" : "&back=" + encoded(back()))
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
            return "/app/" + app.name() + "?" + (back().isEmpty() ? "path=" + encoded(node.getPath()) : back());
        }

        private Reply conflict(Merge merge, FormValues theirs, Optional<Node> node) throws RepositoryException {
            return show(
                    409, Remark.CONFLICT, merge.values(), theirs, List.of(), merge.conflicts(), node, Optional.empty());
        }

        /** With an address made of the title, where the editor has left that to us. */
        private FormValues named(FormValues values, Node parent) throws RepositoryException {
            if (!form.hasNodeName() || !values.texts(Field.JCR_NAME).texts().isEmpty()) {
                return values;
            }
            String name = NodeNames.from(values.texts(describedBy()).first());
            return name.isEmpty()
                    ? values
                    : values.with(Field.JCR_NAME, FormValues.Texts.of(NodeNames.unique(parent, name)));
        }

        /** An address that only lacks because the title does is no fault of its own. */
        private List<FieldError> withoutConsequence(List<FieldError> errors, FormValues yours, Optional<Node> parent) {
            boolean untitled = errors.stream().anyMatch(error -> error.control().equals(describedBy()));
            return parent.isPresent()
                            && untitled
                            && yours.texts(Field.JCR_NAME).texts().isEmpty()
                    ? errors.stream()
                            .filter(error -> !error.control().equals(Field.JCR_NAME))
                            .toList()
                    : errors;
        }

        private String describedBy() {
            return app.describeBy().isEmpty() ? "title" : app.describeBy();
        }

        private Node added(FormValues values, Node parent) throws RepositoryException {
            String name = form.nodeName(values).orElse("");
            if (name.isEmpty()) {
                String made = NodeNames.from(values.texts(describedBy()).first());
                name = NodeNames.unique(parent, made.isEmpty() ? "untitled" : made);
            }
            Node node = parent.addNode(name, app.nodeType());
            Stamps.created(node, request.user().name(), Calendar.getInstance());
            return node;
        }

        private Optional<Node> node() throws RepositoryException {
            String identifier = request.submission().text(NODE);
            if (!identifier.isEmpty()) {
                try {
                    return editable(session.getNodeByIdentifier(identifier));
                } catch (ItemNotFoundException e) {
                    return Optional.empty();
                }
            }
            return find(request.parameter("path"));
        }

        private Optional<Node> find(String path) throws RepositoryException {
            try {
                return path.startsWith("/") && session.nodeExists(path)
                        ? editable(session.getNode(path))
                        : Optional.empty();
            } catch (AccessDeniedException e) {
                throw e;
            } catch (RepositoryException e) {
                // What is no path at all names nothing either.
                return Optional.empty();
            }
        }

        /** What is marked as deleted is a shell that waits for its publication. */
        private Optional<Node> editable(Node node) throws RepositoryException {
            return app.holds(node) && !node.isNodeType("mgnl:deleted") ? Optional.of(node) : Optional.empty();
        }

        private Reply show(
                int status,
                Remark remark,
                FormValues values,
                FormValues base,
                Optional<Node> node,
                Optional<Node> parent)
                throws RepositoryException {
            return show(status, remark, values, base, List.of(), Map.of(), node, parent);
        }

        private Reply show(
                int status,
                Remark remark,
                FormValues values,
                FormValues base,
                List<FieldError> errors,
                Map<String, List<String>> theirs,
                Optional<Node> node,
                Optional<Node> parent)
                throws RepositoryException {
            return show(status, remark, form.view(request, values, base, errors, theirs), node, parent);
        }

        private Reply show(int status, Remark remark, FormView view, Optional<Node> node, Optional<Node> parent)
                throws RepositoryException {
            String browser = "/app/" + app.name();
            String appLabel = services.messages().get().get(app.name() + ".app.label", request.language());
            String entry = services.messages()
                    .get()
                    .find(List.of(app.name() + ".detail.label"), request.language())
                    .orElse(appLabel);
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("view", view);
            model.put("detail", detail);
            model.put("title", heading(node, parent, entry));
            model.put("nav", List.of(Map.of("href", request.address(browser), "label", appLabel)));
            Optional<Node> where = node.isPresent() ? node : parent;
            model.put("cancel", request.address(where.isPresent() ? browser(where.get()) : browser));
            model.put("describedBy", describedBy());
            model.put("unsaved", request.sends());
            model.put("node", node.isPresent() ? node.get().getIdentifier() : "");
            model.put("links", node.isPresent() && detail ? links(node.get()) : List.of());
            model.put("remark", remark(remark, node));
            model.put("gone", remark == Remark.GONE || remark == Remark.REFUSED);
            return views.page(request, status, "form/edit.ftl", model);
        }

        private String heading(Optional<Node> node, Optional<Node> parent, String entry) throws RepositoryException {
            if (!detail) {
                String label = form.label(request.language());
                return node.isPresent() && !label.isEmpty()
                        ? ui.get("form.about", label, title(node.get()))
                        : label.isEmpty() ? entry : label;
            }
            return node.isPresent()
                    ? ui.get("form.edit", title(node.get()))
                    : parent.isPresent() ? ui.get("form.new", entry) : entry;
        }

        /** A title and a text; both empty for nothing. */
        private Map<String, String> remark(Remark remark, Optional<Node> node) throws RepositoryException {
            return switch (remark) {
                case NONE -> Map.of("title", "", "text", "");
                case REFUSED -> Map.of("title", ui.get("form.refused"), "text", ui.get("form.refused.text"));
                case GONE -> Map.of("title", ui.get("form.gone"), "text", ui.get("form.gone.text"));
                case CONFLICT -> Map.of("title", ui.get("form.conflict"), "text", who(node.orElseThrow()));
            };
        }

        private String who(Node node) throws RepositoryException {
            String user = node.hasProperty("mgnl:lastModifiedBy")
                    ? node.getProperty("mgnl:lastModifiedBy").getString()
                    : ui.get("form.conflict.nobody");
            String when = node.hasProperty("mgnl:lastModified")
                    ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                            .withLocale(request.language())
                            .format(node.getProperty("mgnl:lastModified")
                                    .getDate()
                                    .toInstant()
                                    .atZone(ZoneId.systemDefault()))
                    : "?";
            return ui.get("form.conflict.who", user, when);
        }

        private String title(Node node) throws RepositoryException {
            String property = describedBy();
            return node.hasProperty(property) && !node.getProperty(property).isMultiple()
                    ? node.getProperty(property).getString()
                    : node.getName();
        }

        /** The entry's page as editors see it, and as visitors do if they can. */
        private List<Map<String, String>> links(Node node) throws RepositoryException {
            VirtualUris uris = VirtualUris.of(services.definitions().get());
            String top = node.getPath().split("/")[1];
            String page = "/" + top + "/" + node.getName() + ".html";
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

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
