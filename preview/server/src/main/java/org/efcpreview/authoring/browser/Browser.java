package org.efcpreview.authoring.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.AccessDeniedException;
import javax.jcr.InvalidItemStateException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.KeyGenerator;
import org.efcpreview.authoring.Premises;
import org.efcpreview.authoring.Screen;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.Visit;
import org.efcpreview.authoring.version.VersionPages;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Upload;
import org.efcpreview.repository.BootstrapException;
import org.efcpreview.repository.UnpublishedParentException;
import org.efcpreview.repository.Versions;
import org.efcpreview.repository.YamlExport;

/**
 * The browsers of content apps: {@code /app/<app>} with the tree or list, and below it {@code item} (one item and all that
 * can be done with it), {@code confirm}, {@code move}, {@code import} and {@code versions}. A form sent to {@code
 * /app/<app>} names an {@code action} and the {@code item}s that it is for.
 */
public final class Browser implements Screen {
    /** Magnolia keeps three by default; it is a setting there. More is kinder to those who try things out. */
    private static final int MOST_VERSIONS = 50;

    private static final long LARGEST_IMPORT = 20L * 1024 * 1024;

    private final Premises premises;
    private final Views views;
    private final KeyGenerator keys = new KeyGenerator(MagnoliaFacts.read());
    private final Versions versions;
    private final Changes changes;

    /** @throws RepositoryException if the place for versions cannot be made */
    public Browser(Premises premises, Views views) throws RepositoryException {
        this.premises = premises;
        this.views = views;
        this.versions = new Versions(premises.content(), MOST_VERSIONS);
        this.changes = new Changes(premises.publication(), versions);
    }

    /** What does here what is asked for, for other screens. */
    public Changes changes() {
        return changes;
    }

    /** A visit to an app, with what all screens of the app need. */
    private final class Here {
        private final Visit visit;
        private final ContentApp app;
        private final Labels labels;
        private final UiTexts ui;
        private final Session session;
        private final Listing listing;
        private final Node root;

        Here(Visit visit, ContentApp app) throws RepositoryException {
            this.visit = visit;
            this.app = app;
            this.labels = new Labels(app.definition(), keys, premises.messages().get(), visit.language());
            this.ui = UiTexts.in(visit.language());
            this.session = visit.sessions().session(app.workspace());
            this.listing = new Listing(app, session, visit.language());
            this.root = listing.root().orElse(null);
        }

        private String address() {
            return "/app/" + app.name();
        }

        private Selection selection(List<Node> nodes) {
            return new Selection(app, root, nodes, visit.user().roles());
        }

        private String appLabel() {
            return labels.find("", "label").orElse(app.name());
        }

        // --- the tree and the list -----------------------------------------------------------------------------------

        private Reply browse(Query asked, int status, Optional<Trouble> trouble, Set<String> ticked)
                throws RepositoryException {
            Query query = asked;
            boolean searching = !query.first("q").isEmpty() || !query.filters().isEmpty();
            ContentApp.View view = searching ? app.list() : app.view(query.first("view"));
            query = query.with("view", view.name());
            String path = listing.node(query.first("path")).isPresent() ? query.first("path") : "";
            List<Listing.Item> items;
            Set<String> open = new LinkedHashSet<>();
            if (view.tree()) {
                open.addAll(query.all("open"));
                for (String up = path; app.holds(up); up = up.substring(0, up.lastIndexOf('/'))) {
                    open.add(up);
                }
                items = listing.tree(open);
            } else {
                items = listing.list(view, query);
            }
            int pages = Math.max(1, (items.size() + Listing.PAGE - 1) / Listing.PAGE);
            int page = view.tree() ? 1 : Math.min(query.page(), pages);
            List<Listing.Item> shown = view.tree()
                    ? items
                    : items.subList((page - 1) * Listing.PAGE, Math.min(items.size(), page * Listing.PAGE));
            Set<String> selected = new HashSet<>(ticked);
            if (query.first("select").equals("all")) {
                for (Listing.Item item : shown) {
                    selected.add(item.node().getPath());
                }
            }
            List<Row> rows = new ArrayList<>();
            for (Listing.Item item : shown) {
                rows.add(row(item, view, query, open, path, selected));
            }
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("title", appLabel());
            model.put("app", app.name());
            model.put("address", visit.address(address()));
            model.put("query", query.encoded());
            model.put("rows", rows);
            model.put("total", items.size());
            model.put("columns", columns(view, query));
            model.put("tree", view.tree());
            model.put("views", viewLinks(view, query));
            model.put("q", query.first("q"));
            model.put("searching", searching);
            model.put("search", app.search());
            model.put(
                    "clear",
                    visit.address(address()
                            + query.with(all -> {
                                all.keySet()
                                        .removeIf(name -> name.startsWith(Query.FILTER)
                                                || name.equals("q")
                                                || name.equals("page"));
                            })));
            model.put("selectAll", visit.address(address() + query.with("select", "all")));
            model.put("selectNone", visit.address(address() + query.with("select")));
            model.put("allSelected", !rows.isEmpty() && rows.stream().allMatch(Row::selected));
            model.put("pages", pageLinks(page, pages, query));
            model.put("page", page);
            model.put("sort", query.first("sort"));
            Optional<Node> current = listing.node(path);
            model.put("place", current.isPresent() ? app.title(current.get()) : "");
            model.put("placePath", path);
            model.put(
                    "here",
                    root == null ? List.of() : groups(selection(current.stream().toList()), query));
            model.put("several", root == null ? List.of() : severalActions());
            model.put("missing", root == null);
            trouble.ifPresent(found -> model.put("trouble", found));
            return views.page(visit, status, "browser/browse.ftl", model);
        }

        private Row row(
                Listing.Item item,
                ContentApp.View view,
                Query query,
                Set<String> open,
                String current,
                Set<String> selected)
                throws RepositoryException {
            Node node = item.node();
            String path = node.getPath();
            String toggle = "";
            if (view.tree() && item.folder()) {
                Set<String> others = new LinkedHashSet<>(open);
                if (item.open()) {
                    others.removeIf(opened -> opened.equals(path) || opened.startsWith(path + "/"));
                } else {
                    others.add(path);
                }
                boolean leaves = item.open() && (current.equals(path) || current.startsWith(path + "/"));
                toggle = visit.address(address()
                        + query.with(all -> {
                            all.put("open", List.copyOf(others));
                            all.put("path", leaves ? List.of() : current.isEmpty() ? List.of() : List.of(current));
                            all.remove("select");
                        }));
            }
            Action usual = app.actions().get(app.defaultAction());
            boolean edits = usual != null
                    && usual.kind() == Action.Kind.OPEN_DETAIL
                    && selection(List.of(node)).allows(usual);
            String more = visit.address(address() + "/item?path=" + Query.encode(path) + returning(query));
            Query there = view.tree() ? query.with("path", path) : query;
            String into = visit.address(address()
                    + query.with(all -> {
                        all.put("path", List.of(path));
                        all.keySet()
                                .removeIf(name -> name.startsWith(Query.FILTER)
                                        || List.of("q", "page", "select").contains(name));
                        app.views().stream()
                                .filter(ContentApp.View::tree)
                                .findFirst()
                                .ifPresent(tree -> all.put("view", List.of(tree.name())));
                    }));
            List<Row.Cell> cells = new ArrayList<>();
            for (Column column : view.columns()) {
                cells.add(listing.cell(node, column));
            }
            return new Row(
                    path,
                    app.title(node),
                    item.depth(),
                    item.folder(),
                    item.open(),
                    toggle,
                    edits ? visit.address(detail(usual, node, there)) : node.isNodeType("mgnl:folder") ? into : more,
                    more,
                    node.isNodeType("mgnl:deleted"),
                    path.equals(current),
                    selected.contains(path),
                    cells);
        }

        private List<Heading> columns(ContentApp.View view, Query query) {
            List<Heading> headings = new ArrayList<>();
            for (Column column : view.columns()) {
                String sort = query.first("sort");
                String order = sort.equals(column.name())
                        ? "ascending"
                        : sort.equals("-" + column.name()) ? "descending" : "none";
                boolean sortable = column.sortable() && !view.tree();
                String next = order.equals("ascending") ? "-" + column.name() : column.name();
                List<Heading.Option> options = new ArrayList<>();
                if (column.filter().kind() == Column.FilterKind.STATUS) {
                    for (String status : List.of("published", "modified", "unpublished")) {
                        options.add(new Heading.Option(status, ui.get("browser.status." + status)));
                    }
                }
                for (Column.Option option : column.filter().options()) {
                    options.add(new Heading.Option(
                            option.value(), labels.find(option.key(), "label").orElse(option.value())));
                }
                headings.add(new Heading(
                        column.name(),
                        labels.get(column.key(), "label"),
                        sortable ? order : "",
                        sortable
                                ? visit.address(address()
                                        + query.with("sort", next).with("page").with("select"))
                                : "",
                        view.tree() ? "none" : column.filter().kind().name().toLowerCase(Locale.ROOT),
                        options,
                        query.first(Query.FILTER + column.name()),
                        column.broad()));
            }
            return headings;
        }

        private List<Link> viewLinks(ContentApp.View current, Query query) {
            List<Link> links = new ArrayList<>();
            if (app.views().size() > 1) {
                for (ContentApp.View view : app.views()) {
                    links.add(new Link(
                            ui.find("browser.view." + (view.tree() ? "tree" : "list"))
                                    .orElse(view.name()),
                            visit.address(address()
                                    + query.with(all -> {
                                        all.put("view", List.of(view.name()));
                                        all.keySet()
                                                .removeIf(name -> name.startsWith(Query.FILTER)
                                                        || List.of("q", "page", "select", "sort")
                                                                .contains(name));
                                    })),
                            view.equals(current)));
                }
            }
            return links;
        }

        private List<Link> pageLinks(int page, int pages, Query query) {
            List<Link> links = new ArrayList<>();
            for (int i = 1; i <= pages && pages > 1; i++) {
                links.add(new Link(
                        String.valueOf(i),
                        visit.address(address()
                                + query.with("page", String.valueOf(i)).with("select")),
                        i == page));
            }
            return links;
        }

        /** The actions for a selection, group by group; a link where nothing is changed, a button otherwise. */
        private List<List<Command>> groups(Selection selection, Query query) throws RepositoryException {
            List<List<Command>> groups = new ArrayList<>();
            Optional<ContentApp.Section> section = selection.section();
            if (section.isPresent()) {
                for (List<String> names : section.get().groups()) {
                    List<Command> group = new ArrayList<>();
                    for (String name : names) {
                        Action action = app.actions().get(name);
                        if (action != null && selection.allows(action)) {
                            group.add(command(action));
                        }
                    }
                    if (!group.isEmpty()) {
                        groups.add(group);
                    }
                }
            }
            return groups;
        }

        private Command command(Action action) {
            return new Command(
                    action.name(),
                    labels.get(action.key(), "label"),
                    labels.find(action.key(), "description").orElse(""),
                    action.kind() == Action.Kind.CONFIRM || action.kind() == Action.Kind.DELETE);
        }

        /** All that some selection of items has; the server says which of it fits the items that are ticked. */
        private List<Command> severalActions() {
            Set<String> names = new LinkedHashSet<>();
            for (ContentApp.Section section : app.sections()) {
                if (section.availability().nodes()) {
                    names.addAll(section.actions());
                }
            }
            return names.stream()
                    .map(app.actions()::get)
                    .filter(action -> action != null
                            && action.availability().nodes()
                            && action.availability().multiple()
                            && action.kind() != Action.Kind.OPEN_PAGE)
                    .map(this::command)
                    .toList();
        }

        // --- one item ------------------------------------------------------------------------------------------------

        private Optional<Reply> item() throws RepositoryException {
            Optional<Node> node = listing.node(visit.parameter("path"));
            if (node.isEmpty()) {
                return Optional.empty();
            }
            Query back = Query.of(visit.parameter("back"));
            Map<String, Object> model = page(app.title(node.get()), back);
            model.put("path", node.get().getPath());
            model.put("groups", groups(selection(List.of(node.get())), back));
            model.put("deleted", node.get().isNodeType("mgnl:deleted"));
            List<Fact> facts = new ArrayList<>();
            for (Column column : app.list().columns()) {
                facts.add(new Fact(labels.get(column.key(), "label"), listing.cell(node.get(), column)));
            }
            model.put("facts", facts);
            return Optional.of(views.page(visit, 200, "browser/item.ftl", model));
        }

        /** What every page below the browser has. */
        private Map<String, Object> page(String title, Query back) {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("title", title);
            model.put("address", visit.address(address()));
            model.put("query", back.encoded());
            model.put("back", visit.address(address() + back));
            model.put("nav", List.of(Map.of("href", visit.address(address() + back), "label", appLabel())));
            return model;
        }

        // --- actions -------------------------------------------------------------------------------------------------

        private Reply act() throws RepositoryException {
            Query back = Query.of(visit.submission().text("query"));
            Set<String> paths = new LinkedHashSet<>(visit.submission().texts("item"));
            paths.removeIf(String::isEmpty);
            Action action = app.actions().get(visit.submission().text("action"));
            if (action == null) {
                return browse(back, 422, Optional.of(new Trouble(ui.get("browser.noAction"))), paths);
            }
            List<Node> nodes = new ArrayList<>();
            for (String path : paths) {
                Optional<Node> node = listing.node(path);
                if (node.isEmpty()) {
                    return browse(back, 409, Optional.of(new Trouble(ui.get("browser.gone", path))), paths);
                }
                nodes.add(node.get());
            }
            Optional<Trouble> unfit = unfit(action, nodes);
            if (unfit.isPresent()) {
                return browse(back, 422, unfit, paths);
            }
            return guarded(back, paths, () -> run(action, nodes, back));
        }

        private Optional<Trouble> unfit(Action action, List<Node> nodes) throws RepositoryException {
            String label = labels.get(action.key(), "label");
            Optional<Availability.Obstacle> obstacle = root == null
                    ? Optional.of(Availability.Obstacle.NOTHING_SELECTED)
                    : selection(nodes).obstacle(action);
            if (obstacle.isEmpty()) {
                return Optional.empty();
            }
            if (obstacle.get() == Availability.Obstacle.PARENT_NOT_PUBLISHED) {
                for (Node node : nodes) {
                    Optional<Node> parent = Availability.unpublishedAncestor(node);
                    if (parent.isPresent()) {
                        return Optional.of(unpublishedParent(label, parent.get()));
                    }
                }
            }
            return Optional.of(new Trouble(ui.get(
                    "browser.unfit",
                    label,
                    ui.get("browser.unfit." + obstacle.get().name()))));
        }

        private Trouble unpublishedParent(String label, Node parent) throws RepositoryException {
            Optional<Command> offer = Optional.empty();
            for (List<Command> group : groups(selection(List.of(parent)), Query.of(""))) {
                for (Command command : group) {
                    Action action = app.actions().get(command.name());
                    if (action.kind() == Action.Kind.PUBLISH && !action.recursive() && offer.isEmpty()) {
                        offer = Optional.of(new Command(
                                command.name(), ui.get("browser.publishFirst", parent.getPath()), "", false));
                    }
                }
            }
            return new Trouble(ui.get("browser.parentNotPublished", label, parent.getPath()), offer, parent.getPath());
        }

        private Reply run(Action action, List<Node> nodes, Query back) throws RepositoryException, Changes.Refusal {
            Node first = nodes.isEmpty() ? root : nodes.get(0);
            return switch (action.kind()) {
                case OPEN_DETAIL -> visit.seeOther(detail(action, first, back));
                case OPEN_DIALOG -> visit.seeOther(address() + "/dialog/"
                        + Query.encode(Values.text(action.values(), "dialogId")).replace("%3A", ":") + "?path="
                        + Query.encode(first.getPath())
                        + returning(back));
                case OPEN_PAGE -> {
                    String parameter = Values.text(action.values(), "parameter");
                    String page = parameter.substring(0, parameter.lastIndexOf(':'));
                    yield Reply.empty(303)
                            .with("Location", visit.http().contextPath() + page + ".html?mgnlPreview=true");
                }
                case VERSIONS -> visit.seeOther(address() + "/versions?path=" + Query.encode(first.getPath()));
                case IMPORT -> visit.seeOther(address() + "/import?" + step(action, nodes, back));
                case MOVE -> visit.seeOther(address() + "/move?" + step(action, nodes, back));
                case CONFIRM -> visit.seeOther(address() + "/confirm?" + step(action, nodes, back));
                case EXPORT -> Reply.of(
                                200, "application/yaml", YamlExport.of(first).getBytes(StandardCharsets.UTF_8))
                        .with(
                                "Content-Disposition",
                                "attachment; filename=\""
                                        + YamlExport.fileName(first).replaceAll("[^\\w.-]", "_") + "\"")
                        .with("Cache-Control", "no-store");
                case DUPLICATE -> done(
                        back,
                        "duplicated",
                        changes.duplicate(app, nodes, visit.user()).size());
                case DELETE -> {
                    changes.delete(nodes, visit.user());
                    yield done(back, "deleted", nodes.size());
                }
                case PUBLISH -> {
                    boolean deletion = true;
                    for (Node node : nodes) {
                        deletion &= node.isNodeType("mgnl:deleted");
                    }
                    int published = changes.publish(nodes, action.recursive(), action.versioned(), visit.user());
                    yield done(back, deletion ? "removed" : "published", published);
                }
                case UNPUBLISH -> {
                    changes.unpublish(nodes, visit.user());
                    yield done(back, "unpublished", nodes.size());
                }
                case RESTORE_PREVIOUS -> {
                    changes.restorePrevious(nodes, visit.user());
                    yield done(back, "restored", nodes.size());
                }
                case UNSUPPORTED -> throw new IllegalStateException(
                        "The action " + action.name() + " of " + app.name() + " was refused when the server started");
            };
        }

        private String step(Action action, List<Node> nodes, Query back) throws RepositoryException {
            StringBuilder query = new StringBuilder("action=").append(Query.encode(action.name()));
            for (Node node : nodes) {
                query.append("&item=").append(Query.encode(node.getPath()));
            }
            return query.append("&back=").append(Query.encode(back.encoded())).toString();
        }

        private Reply done(Query back, String what, int count) {
            return visit.seeOther(address() + back.with("select"), ui.get("browser.done." + what, count));
        }

        private interface Work {
            Reply run() throws RepositoryException, Changes.Refusal;
        }

        /** Does something; if it fails, nothing of it stays, and the browser says why. */
        private Reply guarded(Query back, Set<String> paths, Work work) throws RepositoryException {
            Trouble trouble;
            int status = 422;
            try {
                return work.run();
            } catch (Changes.Refusal e) {
                trouble = new Trouble(ui.get(e.key(), e.arguments()));
            } catch (UnpublishedParentException e) {
                Optional<Node> parent = listing.node(e.parent());
                trouble = parent.isPresent()
                        ? unpublishedParent(ui.get("browser.publishing"), parent.get())
                        : new Trouble(ui.get("browser.parentNotPublished", ui.get("browser.publishing"), e.parent()));
            } catch (AccessDeniedException e) {
                status = 403;
                trouble = new Trouble(ui.get("browser.denied"));
            } catch (InvalidItemStateException e) {
                status = 409;
                trouble = new Trouble(ui.get("browser.changed"));
            } catch (BootstrapException e) {
                trouble = new Trouble(ui.get("browser.import.broken", "", e.getMessage()));
            }
            session.refresh(false);
            return browse(back, status, Optional.of(trouble), paths);
        }

        private String detail(Action action, Node node, Query back) throws RepositoryException {
            String app = Values.text(action.values(), "appName");
            String path = Query.encode(node.getPath());
            String base = "/app/" + (app.isEmpty() ? this.app.name() : app) + "/detail?";
            return Values.text(action.values(), "viewType").equals("add")
                    ? base + "parent=" + path + "&add=" + Query.encode(action.name()) + returning(back)
                    : base + "path=" + path + returning(back);
        }

        /** Lets a form lead back to what the user sees now. */
        private static String returning(Query back) {
            return back.encoded().isEmpty() ? "" : "&back=" + Query.encode(back.encoded());
        }

        // --- confirm, move, import -----------------------------------------------------------------------------------

        /** The items of a screen that an action led to; empty if one is gone or the action does not fit any more. */
        private Optional<List<Node>> items(Action action, List<String> paths) throws RepositoryException {
            List<Node> nodes = new ArrayList<>();
            for (String path : paths) {
                Optional<Node> node = listing.node(path);
                if (node.isEmpty()) {
                    return Optional.empty();
                }
                nodes.add(node.get());
            }
            return action != null && root != null && selection(nodes).allows(action)
                    ? Optional.of(nodes)
                    : Optional.empty();
        }

        private List<String> asked(String name) {
            return visit.sends()
                    ? visit.submission().texts(name)
                    : visit.http().parameters().getOrDefault(name, List.of());
        }

        private String askedFirst(String name) {
            return asked(name).stream().findFirst().orElse("");
        }

        private Query back() {
            return Query.of(visit.sends() ? visit.submission().text("query") : visit.parameter("back"));
        }

        private Action action(Action.Kind kind) {
            Action action = app.actions().get(askedFirst("action"));
            return action != null && action.kind() == kind ? action : null;
        }

        private Reply unfitAnymore() throws RepositoryException {
            return browse(back(), 409, Optional.of(new Trouble(ui.get("browser.noFit"))), new HashSet<>(asked("item")));
        }

        private Reply confirm() throws RepositoryException {
            Action action = action(Action.Kind.CONFIRM);
            Optional<List<Node>> nodes = items(action, asked("item"));
            if (nodes.isEmpty()) {
                return unfitAnymore();
            }
            Query back = back();
            Map<String, Object> model = page(
                    labels.find(action.key(), "confirmationHeader").orElse(labels.get(action.key(), "label")), back);
            model.put(
                    "message", labels.find(action.key(), "confirmationMessage").orElse(""));
            model.put("proceed", labels.find(action.key(), "proceedLabel").orElse(labels.get(action.key(), "label")));
            model.put("cancel", labels.find(action.key(), "cancelLabel").orElse(ui.get("browser.cancel")));
            model.put("action", action.successAction());
            model.put("items", items(nodes.get()));
            return views.page(visit, 200, "browser/confirm.ftl", model);
        }

        private List<Named> items(List<Node> nodes) throws RepositoryException {
            List<Named> items = new ArrayList<>();
            for (Node node : nodes) {
                items.add(new Named(app.title(node), node.getPath()));
            }
            return items;
        }

        private Reply move() throws RepositoryException {
            Action action = action(Action.Kind.MOVE);
            Optional<List<Node>> nodes = items(action, asked("item"));
            if (nodes.isEmpty() || nodes.get().isEmpty()) {
                return unfitAnymore();
            }
            if (!visit.sends()) {
                return moveForm(action, nodes.get(), 200, "");
            }
            Optional<Changes.Place> place = List.of(Changes.Place.values()).stream()
                    .filter(candidate ->
                            candidate.name().equalsIgnoreCase(visit.submission().text("place")))
                    .findFirst();
            String path = visit.submission().text("target");
            Optional<Node> target = path.equals(app.rootPath()) ? Optional.of(root) : listing.node(path);
            if (place.isEmpty() || target.isEmpty()) {
                return moveForm(action, nodes.get(), 422, ui.get("browser.move.choose"));
            }
            try {
                changes.move(app, app.view(back().first("view")), nodes.get(), target.get(), place.get(), visit.user());
            } catch (Changes.Refusal e) {
                session.refresh(false);
                return moveForm(action, nodes.get(), 422, ui.get(e.key(), e.arguments()));
            } catch (AccessDeniedException e) {
                session.refresh(false);
                return moveForm(action, nodes.get(), 403, ui.get("browser.denied"));
            } catch (InvalidItemStateException e) {
                session.refresh(false);
                return moveForm(action, nodes.get(), 409, ui.get("browser.changed"));
            }
            // What was moved may lie elsewhere now: back to where it went.
            Query back = back();
            String inside = place.get() == Changes.Place.INSIDE
                    ? target.get().getPath()
                    : target.get().getParent().getPath();
            return done(
                    app.holds(inside) ? back.with("path", inside) : back.with("path"),
                    "moved",
                    nodes.get().size());
        }

        private Reply moveForm(Action action, List<Node> nodes, int status, String problem) throws RepositoryException {
            Query back = back();
            Map<String, Object> model = page(labels.get(action.key(), "label"), back);
            Set<String> open = new LinkedHashSet<>(asked("open"));
            for (Node node : nodes) {
                for (String up = node.getPath(); app.holds(up); up = up.substring(0, up.lastIndexOf('/'))) {
                    open.add(up);
                }
            }
            Set<String> moved = new HashSet<>();
            for (Node node : nodes) {
                moved.add(node.getPath());
            }
            List<Target> targets = new ArrayList<>();
            targets.add(new Target(app.rootPath(), ui.get("browser.root", appLabel()), 0, ""));
            for (Listing.Item item : listing.tree(open)) {
                String path = item.node().getPath();
                boolean own = moved.stream().anyMatch(other -> (path + "/").startsWith(other + "/"));
                if (!own) {
                    String opener = item.folder() && !item.open()
                            ? visit.address(address() + "/move?" + step(action, nodes, back)) + "&open="
                                    + Query.encode(path)
                            : "";
                    targets.add(new Target(path, app.title(item.node()), item.depth() + 1, opener));
                }
            }
            model.put("action", action.name());
            model.put("items", items(nodes));
            model.put("targets", targets);
            model.put("target", visit.submission().text("target"));
            model.put("problem", problem);
            return views.page(visit, status, "browser/move.ftl", model);
        }

        private Reply importing() throws RepositoryException {
            Action action = action(Action.Kind.IMPORT);
            Optional<List<Node>> nodes = items(action, asked("item"));
            if (nodes.isEmpty()) {
                return unfitAnymore();
            }
            Node parent = nodes.get().isEmpty() ? root : nodes.get().get(0);
            if (!visit.sends()) {
                return importForm(action, nodes.get(), 200, "");
            }
            Optional<Upload> upload = visit.submission().uploads().getOrDefault("file", List.of()).stream()
                    .findFirst();
            if (upload.isEmpty()) {
                return importForm(action, nodes.get(), 422, ui.get("browser.import.noFile"));
            }
            String name = upload.get().fileName();
            if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(yaml|xml)")) {
                return importForm(action, nodes.get(), 422, ui.get("browser.import.kind", name));
            }
            if (upload.get().size() > LARGEST_IMPORT) {
                return importForm(action, nodes.get(), 422, ui.get("browser.import.tooLarge", name));
            }
            boolean replace = visit.submission().text("existing").equals("replace");
            try (InputStream in = upload.get().content().open()) {
                List<String> names = changes.add(parent, name, in.readAllBytes(), replace, visit.user());
                return visit.seeOther(
                        address() + back().with("select"),
                        ui.get("browser.done.imported", names.size(), String.join(", ", names)));
            } catch (Changes.Refusal e) {
                session.refresh(false);
                return importForm(action, nodes.get(), 422, ui.get(e.key(), e.arguments()));
            } catch (AccessDeniedException e) {
                session.refresh(false);
                return importForm(action, nodes.get(), 403, ui.get("browser.denied"));
            } catch (RepositoryException e) {
                // Whatever the repository does not take is in the file.
                session.refresh(false);
                return importForm(
                        action,
                        nodes.get(),
                        422,
                        ui.get("browser.import.broken", name, String.valueOf(e.getMessage())));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the uploaded file " + name, e);
            }
        }

        private Reply importForm(Action action, List<Node> nodes, int status, String problem)
                throws RepositoryException {
            Map<String, Object> model = page(labels.get(action.key(), "label"), back());
            model.put("action", action.name());
            model.put("items", items(nodes));
            model.put("into", nodes.isEmpty() ? ui.get("browser.root", appLabel()) : app.title(nodes.get(0)));
            model.put("replace", visit.submission().text("existing").equals("replace"));
            model.put("problem", problem);
            return views.page(visit, status, "browser/import.ftl", model);
        }

        // --- versions ------------------------------------------------------------------------------------------------

        private Optional<Reply> versions() throws RepositoryException {
            Optional<Node> node = listing.node(askedFirst(visit.sends() ? "item" : "path"));
            if (node.isEmpty() || root == null) {
                return Optional.empty();
            }
            Selection selection = selection(List.of(node.get()));
            boolean mayList = false;
            boolean mayRestore = false;
            for (Action action : app.actions().values()) {
                if (action.kind() == Action.Kind.VERSIONS && selection.allows(action)) {
                    mayList = true;
                    mayRestore |= Values.text(action.values(), "dialogId").endsWith(":restoreVersion");
                }
            }
            if (!mayList || visit.sends() && !mayRestore) {
                return Optional.of(unfitAnymore());
            }
            VersionPages pages = new VersionPages(visit, views, versions, labelsOf());
            if (!visit.sends()) {
                Map<String, Object> model = page(ui.get("version.title", app.title(node.get())), Query.of(""));
                model.put("mayRestore", mayRestore);
                return pages.show(node.get(), askedFirst("version"), model);
            }
            String version = askedFirst("version");
            Node restored = node.get();
            return Optional.of(guarded(back(), Set.of(restored.getPath()), () -> {
                changes.restore(restored, version, visit.user());
                return visit.seeOther(
                        address() + Query.of("").with("path", restored.getPath()), ui.get("version.restored", version));
            }));
        }

        /** What users read for properties: the labels of the form's fields. */
        private Map<String, String> labelsOf() {
            Map<String, String> names = new LinkedHashMap<>();
            app.definition().map("subApps").forEach((name, value) -> {
                if (value instanceof Map<?, ?> subApp && Values.type(subApp).equals("DetailDescriptor")) {
                    for (Map<?, ?> field : Values.maps(Values.map(subApp, "form"), "properties")) {
                        String property = Values.text(field, "name");
                        labels.find("subApps/" + name + "/form/properties/" + property, "label")
                                .ifPresent(label -> names.put(property, label));
                    }
                }
            });
            return names;
        }
    }

    /** A heading of a column. */
    public record Heading(
            String name,
            String label,
            String order,
            String sort,
            String filter,
            List<Option> options,
            String value,
            boolean broad) {
        /** Something to filter by. */
        public record Option(String value, String label) {}
    }

    /** A link among others like it. */
    public record Link(String label, String href, boolean current) {}

    /** An action as a button. */
    public record Command(String name, String label, String description, boolean careful) {}

    /** Something said of an item. */
    public record Fact(String label, Row.Cell cell) {}

    /** An item by name. */
    public record Named(String title, String path) {}

    /** Where something may be moved to. */
    public record Target(String path, String title, int depth, String opener) {}

    /**
     * Why something was not done.
     *
     * @param offer what would help
     * @param offeredFor the item that the offer is for
     */
    public record Trouble(String text, Optional<Command> offer, String offeredFor) {
        Trouble(String text) {
            this(text, Optional.empty(), "");
        }
    }

    @Override
    public Optional<Reply> answer(Visit visit) throws RepositoryException {
        Optional<Definition> definition = premises.definitions().get().find(DefinitionType.APP, visit.segment(1));
        if (definition.isEmpty()
                || !ContentApp.is(definition.get())
                || visit.path().size() > 3) {
            return Optional.empty();
        }
        ContentApp app = ContentApp.of(definition.get());
        if (!app.isFor(visit.user().roles())) {
            throw new AccessDeniedException("The user " + visit.user().name() + " may not open " + app.name());
        }
        Here here = new Here(visit, app);
        return switch (visit.segment(2)) {
            case "" -> Optional.of(
                    visit.sends()
                            ? here.act()
                            : here.browse(
                                    Query.of(visit),
                                    200,
                                    Optional.empty(),
                                    new HashSet<>(visit.http().parameters().getOrDefault("item", List.of()))));
            case "item" -> visit.sends() ? Optional.empty() : here.item();
            case "confirm" -> visit.sends() ? Optional.empty() : Optional.of(here.confirm());
            case "move" -> Optional.of(here.move());
            case "import" -> Optional.of(here.importing());
            case "versions" -> here.versions();
            default -> Optional.empty();
        };
    }
}
