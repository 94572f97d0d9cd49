package org.efcpreview.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resources;
import org.efcpreview.authoring.AdminCentral;
import org.efcpreview.authoring.signin.FormLogin;
import org.efcpreview.authoring.signin.Passwords;
import org.efcpreview.http.Forms;
import org.efcpreview.http.Reply;
import org.efcpreview.rendering.ContextAttributes;
import org.efcpreview.rendering.PageRenderer;
import org.efcpreview.rendering.PageRequest;
import org.efcpreview.rendering.RenderingException;
import org.efcpreview.rendering.TemplateContext;
import org.efcpreview.rendering.WorkspaceMapping;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;
import org.efcpreview.site.SiteLocales;
import org.efcpreview.virtualuri.VirtualUris;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance, author or public, and what it answers to a request: Magnolia's chain of filters as far as it shows
 * outside. In order: who asks and whether the address is allowed ({@code URISecurityFilter}), the language ({@code
 * I18nContentSupportFilter}), virtual URIs ({@code VirtualUriFilter}), the servlets for files, assets and REST, and last
 * the page at the address ({@code RepositoryMappingFilter}, {@code AggregatorFilter}, {@code RenderingFilter}).
 */
final class Instance {
    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
    private static final int MOST_FORWARDS = 10;

    private final String contextPath;
    private final boolean author;
    private final ContentRepository repository;
    private final Users users;
    private final Credentials credentials;
    private final LiveModules modules;
    private final ModuleFiles moduleFiles;
    private final List<WorkspaceMapping> mappings;
    private final ContextAttributes contextAttributes;
    private final PageRenderer renderer;
    private Endpoints endpoints;
    private final Optional<AdminCentral> adminCentral;
    private final Optional<FormLogin> formLogin;
    private final SiteLocales locales = SiteLocales.ENGLISH_AND_FRENCH;

    /**
     * @param adminCentral the authoring UI; empty on a public instance
     * @param formLogin how members sign in; empty on an author instance
     * @param users of the instance
     * @param passwords checks their passwords
     */
    Instance(
            String contextPath,
            Optional<AdminCentral> adminCentral,
            Optional<FormLogin> formLogin,
            ContentRepository repository,
            Users users,
            Passwords passwords,
            LiveModules modules,
            Resources resources)
            throws RepositoryException {
        this.contextPath = contextPath;
        this.adminCentral = adminCentral;
        this.formLogin = formLogin;
        this.author = adminCentral.isPresent();
        this.repository = repository;
        this.users = users;
        this.credentials = new Credentials(users, passwords);
        this.modules = modules;
        this.moduleFiles = new ModuleFiles(resources);
        Session config = repository.login("config", User.SYSTEM);
        try {
            this.mappings = mappings(config);
            this.contextAttributes =
                    ContextAttributes.load(config, modules.current().modules().inOrder());
        } finally {
            config.logout();
        }
        this.endpoints = new Endpoints(modules.current().definitions(), locales, contextPath, author);
        this.renderer = new PageRenderer(
                resources,
                id -> modules.current().template(id),
                () -> modules.current().messages(),
                locales,
                () -> contextAttributes,
                mappings);
    }

    /** The modules' own template functions. */
    ContextAttributes contextAttributes() {
        return contextAttributes;
    }

    /** Empty, or {@code /author}. */
    String contextPath() {
        return contextPath;
    }

    /** The addresses of workspaces that modules configure; the longest prefix first, as Magnolia sorts them. */
    private static List<WorkspaceMapping> mappings(Session config) throws RepositoryException {
        List<WorkspaceMapping> mappings = new ArrayList<>();
        String path = "/server/URI2RepositoryMapping/mappings";
        if (config.nodeExists(path)) {
            for (NodeIterator nodes = config.getNode(path).getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (node.hasProperty("class")) {
                    throw new RepositoryException(
                            node.getPath() + " in config: a mapping with a class of its own is not supported here");
                }
                mappings.add(new WorkspaceMapping(
                        text(node, "URIPrefix"), text(node, "repository"), text(node, "handlePrefix")));
            }
        }
        mappings.add(WorkspaceMapping.WEBSITE);
        mappings.sort(Comparator.comparing(WorkspaceMapping::uriPrefix).reversed());
        return mappings;
    }

    private static String text(Node node, String property) throws RepositoryException {
        return node.hasProperty(property) ? node.getProperty(property).getString() : "";
    }

    /** How a reply is sent; the sessions it was read through are open until it has been. */
    interface Sender {
        void send(Reply reply) throws Exception;
    }

    /**
     * Answers a request. Whatever fails becomes an error page.
     *
     * @param body read only where forms are taken
     */
    void answer(PageRequest.Http http, RequestBody.Source body, Sender sender) throws Exception {
        String uri;
        try {
            uri = uri(http);
        } catch (IllegalArgumentException e) {
            sender.send(Reply.error(400, "Bad request", "The address or its query is not encoded properly."));
            return;
        }
        Optional<List<String>> screen = AdminCentral.path(uri);
        if (adminCentral.isPresent() && screen.isPresent()) {
            authoring(adminCentral.get(), http, screen.get(), body, sender);
            return;
        }
        if (formLogin.isPresent()) {
            Optional<Reply> reply = door(formLogin.get(), http, body);
            if (reply.isPresent()) {
                sender.send(reply.get());
                return;
            }
        }
        User user = users.anonymous();
        if (Credentials.areIn(http)) {
            Passwords.Attempt attempt = credentials.check(http);
            if (attempt.user().isEmpty()) {
                sender.send(refused(attempt));
                return;
            }
            user = attempt.user().get();
        } else if (adminCentral.isPresent()) {
            user = adminCentral.get().user(http).orElse(user);
        } else if (formLogin.isPresent()) {
            user = formLogin.get().user(http).orElse(user);
        }
        try (RequestSessions sessions = new RequestSessions(repository, user)) {
            Reply reply;
            try {
                reply = allowed(http, user, uri) ? route(new Exchange(http, http, user, sessions), 0) : refused(user);
            } catch (ProblemsException e) {
                reply = problems(e);
            } catch (RuntimeException | RepositoryException e) {
                reply = failure(http, e);
            }
            // SecurityCallbackFilter writes the form below any such page; here those have it that say nothing
            // themselves.
            boolean asks =
                    reply.status() == 403 && reply.length() == 0 && user.name().equals(Users.ANONYMOUS);
            sender.send(asks && formLogin.isPresent() ? formLogin.get().form(http) : reply);
        }
    }

    /** Members come in and go out at any page. */
    private static Optional<Reply> door(FormLogin login, PageRequest.Http http, RequestBody.Source source)
            throws Exception {
        Optional<Reply> out = login.signOut(http);
        if (out.isPresent() || !http.method().equals("POST")) {
            return out;
        }
        try (RequestBody body = source.read()) {
            return login.signIn(http, body.submission());
        } catch (RequestBody.Refused e) {
            return Optional.of(Reply.error(e.status(), "The form cannot be read", e.getMessage()));
        }
    }

    /** The authoring UI says itself who may come in, by a form and a session. */
    private void authoring(
            AdminCentral ui, PageRequest.Http http, List<String> path, RequestBody.Source source, Sender sender)
            throws Exception {
        Deque<RequestSessions> opened = new ArrayDeque<>();
        try (RequestBody body = source.read()) {
            Reply reply;
            try {
                reply = ui.answer(http, path, body.submission(), user -> {
                    opened.push(new RequestSessions(repository, user));
                    return opened.peek();
                });
            } catch (ProblemsException e) {
                reply = AdminCentral.safe(problems(e));
            } catch (RuntimeException | RepositoryException e) {
                reply = AdminCentral.safe(failure(http, e));
            }
            sender.send(reply);
        } catch (RequestBody.Refused e) {
            sender.send(AdminCentral.safe(Reply.error(
                    e.status(),
                    e.status() == 413 ? "Too large" : "The form cannot be read",
                    e.getMessage() + "\nNothing was changed. Go back: what you typed is still there.")));
        } finally {
            opened.forEach(RequestSessions::close);
        }
    }

    private static Reply problems(ProblemsException e) {
        return Reply.error(500, "The module's files have problems", e.getMessage());
    }

    private static Reply failure(PageRequest.Http http, Exception e) {
        LOG.error("Cannot answer {} {}", http.method(), http.path(), e);
        return Reply.error(500, "The request could not be answered", String.valueOf(e.getMessage()));
    }

    private record Exchange(PageRequest.Http original, PageRequest.Http http, User user, RequestSessions sessions) {}

    private boolean allowed(PageRequest.Http http, User user, String uri) throws RepositoryException {
        return isReading(http) ? users.mayRead(user, uri) : users.maySend(user, uri);
    }

    private static Reply refused(User user) {
        return user.name().equals(Users.ANONYMOUS)
                ? unauthorised()
                : Reply.error(403, "Not allowed", "The user " + user.name() + " may not open this address.");
    }

    private static Reply refused(Passwords.Attempt attempt) {
        return switch (attempt.outcome()) {
            case TOO_MANY -> Reply.error(
                            429,
                            "Too many attempts",
                            "Too many attempts to log in have failed. Try again in " + attempt.seconds() + " seconds.")
                    .with("Retry-After", Long.toString(attempt.seconds()));
            case DEFAULT_FROM_AFAR -> Reply.error(
                    403,
                    "Not allowed",
                    "The default password is good only on the machine on which the server runs. Choose another one.");
            default -> unauthorised();
        };
    }

    private static Reply unauthorised() {
        return Reply.error(401, "Please log in", "This address needs a user name and a password.")
                .with("WWW-Authenticate", "Basic realm=\"Magnolia preview\", charset=\"UTF-8\"");
    }

    private static boolean isReading(PageRequest.Http http) {
        return http.method().equals("GET") || http.method().equals("HEAD");
    }

    /** The decoded path, without parameters of its segments and without steps of one dot or two. */
    private static String uri(PageRequest.Http http) {
        return Forms.decode(java.net
                .URI
                .create(http.path().replaceAll(";[^/]*", ""))
                .normalize()
                .getRawPath());
    }

    private Reply route(Exchange exchange, int forwards) throws RepositoryException {
        LiveModules.State state = modules.current();
        PageRequest.Http http = exchange.http();
        String uri = uri(http);
        if (author && uri.equals("/")) {
            // As ui-admincentral maps it (virtualUriMappings/default).
            return redirect(302, http, AdminCentral.PREFIX);
        }
        Locale locale = locales.of(uri);
        String current = locales.withoutPrefix(uri, locale);
        Optional<VirtualUris.Mapping> mapping = state.virtualUris().map(current, http.query());
        if (mapping.isPresent()) {
            String target = mapping.get().target();
            switch (mapping.get().kind()) {
                case REDIRECT -> {
                    return redirect(302, http, target);
                }
                case PERMANENT -> {
                    return redirect(301, http, target);
                }
                case FORWARD -> {
                    if (forwards >= MOST_FORWARDS) {
                        return Reply.error(
                                500,
                                "Too many forwards",
                                mapping.get().definition() + " and others forward in a circle.");
                    }
                    return route(forwarded(exchange, target), forwards + 1);
                }
                default -> current = target;
            }
        }
        if (current.startsWith(ModuleFiles.PREFIX)) {
            return isReading(http)
                    ? moduleFiles.answer(http, current.substring(ModuleFiles.PREFIX.length()))
                    : Reply.methodNotAllowed();
        }
        if (current.startsWith(AssetFiles.PREFIX)) {
            return isReading(http)
                    ? AssetFiles.answer(http, current, exchange.sessions().session("dam"))
                    : Reply.methodNotAllowed();
        }
        if (current.equals(Endpoints.PREFIX) || current.startsWith(Endpoints.PREFIX + "/")) {
            // The whole address counts: no endpoint has the language before it.
            return isReading(http)
                    ? endpoints(state.definitions()).answer(http, uri, exchange.sessions())
                    : Reply.methodNotAllowed();
        }
        if (current.startsWith("/.")) {
            return Reply.notFound();
        }
        return isReading(http) ? page(exchange, current, locale) : Reply.methodNotAllowed();
    }

    private synchronized Endpoints endpoints(Definitions definitions) {
        if (!endpoints.isOf(definitions)) {
            endpoints = new Endpoints(definitions, locales, contextPath, author);
        }
        return endpoints;
    }

    /** The request that a forward makes of one ({@code RequestDispatcher.forward}). */
    private static Exchange forwarded(Exchange exchange, String target) {
        PageRequest.Http from = exchange.http();
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? from.query() : target.substring(mark + 1);
        PageRequest.Http to = new PageRequest.Http(
                from.method(),
                from.protocol(),
                from.scheme(),
                from.serverName(),
                from.serverPort(),
                from.remoteAddress(),
                from.contextPath(),
                path,
                query,
                mark < 0 ? from.parameters() : Forms.merge(Forms.parse(query), from.parameters()),
                from.headers());
        return new Exchange(exchange.original(), to, exchange.user(), exchange.sessions());
    }

    private Reply redirect(int status, PageRequest.Http http, String target) {
        boolean internal = !target.startsWith("http://") && !target.startsWith("https://");
        String location = internal && !(status == 302 && !contextPath.isEmpty() && target.startsWith(contextPath))
                ? contextPath + target
                : target;
        // RequestDispatchUtil: a permanent redirect names the whole address.
        if (internal && status == 301) {
            location = http.url("").substring(0, http.url("").length() - contextPath.length()) + location;
        }
        return Reply.empty(status).with("Location", location.replaceAll("[\\r\\n]", ""));
    }

    private Reply page(Exchange exchange, String currentUri, Locale locale) throws RepositoryException {
        int tilde = currentUri.indexOf('~', currentUri.lastIndexOf('/'));
        int lastTilde = currentUri.lastIndexOf('~');
        String path = tilde < 0 ? currentUri : currentUri.substring(0, tilde) + currentUri.substring(lastTilde + 1);
        String selector = tilde < 0 || tilde == lastTilde ? "" : currentUri.substring(tilde + 1, lastTilde);
        try {
            selector = Forms.decode(selector);
        } catch (IllegalArgumentException e) {
            return Reply.error(400, "Bad request", "The address is not encoded properly.");
        }
        WorkspaceMapping mapping = mappings.stream()
                .filter(candidate -> candidate.matches(currentUri))
                .findFirst()
                .orElse(WorkspaceMapping.WEBSITE);
        String handle = mapping.handle(path);
        Node node = node(exchange.sessions().session(mapping.workspace()), handle);
        if (node == null || !node.hasProperty("mgnl:template") || node.isNodeType("mgnl:deleted")) {
            return Reply.notFound();
        }
        PageRequest.Http http = exchange.http();
        PageRequest request = new PageRequest(
                http,
                exchange.original().path(),
                exchange.original().query(),
                currentUri,
                mapping.workspace(),
                handle,
                selector,
                extension(exchange.original().path()),
                locale,
                author,
                // MultiChannelFilter: edit mode has to be asked for, as the page editor does.
                !author
                        || Boolean.parseBoolean(http.parameters()
                                .getOrDefault("mgnlPreview", List.of("true"))
                                .get(0)));
        try {
            PageRenderer.RenderedPage page = renderer.render(
                    request,
                    node,
                    exchange.sessions(),
                    new TemplateContext.Visitor(
                            exchange.user().name(), exchange.user().roles()));
            Reply reply = Reply.of(page.status(), page.contentType(), page.body());
            Map<String, List<String>> headers = new java.util.LinkedHashMap<>(reply.headers());
            headers.putAll(page.headers());
            return new Reply(reply.status(), headers, reply.length(), reply.body());
        } catch (RenderingException e) {
            LOG.warn("Cannot render {}{}: {}", contextPath, currentUri, e.getMessage());
            return Reply.error(500, "The page could not be rendered", e.getMessage());
        }
    }

    private static Node node(Session session, String path) {
        try {
            return !path.equals("/") && !path.matches(".*[\\[\\]*|].*") && session.nodeExists(path)
                    ? session.getNode(path)
                    : null;
        } catch (RepositoryException e) {
            // What is no path of a repository is no page either.
            return null;
        }
    }

    private static String extension(String rawPath) {
        String file = rawPath.replaceAll(";[^/]*", "");
        file = file.substring(file.lastIndexOf('/') + 1);
        return file.lastIndexOf('.') > 0 ? file.substring(file.lastIndexOf('.') + 1) : "";
    }
}
