package org.efcpreview.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resources;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.efcpreview.authoring.AdminCentral;
import org.efcpreview.authoring.Premises;
import org.efcpreview.authoring.signin.FormLogin;
import org.efcpreview.authoring.signin.Passwords;
import org.efcpreview.http.Forms;
import org.efcpreview.http.Reply;
import org.efcpreview.rendering.ContextAttributes;
import org.efcpreview.rendering.PageRequest;
import org.efcpreview.rendering.TemplateCheck;
import org.efcpreview.repository.Home;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.RepositoryInUseException;
import org.efcpreview.repository.Users;

/**
 * The running server: the public instance at {@code /} and the author instance at {@code /author}. On 127.0.0.1 unless told
 * otherwise, and elsewhere only when nobody has a default password.
 * Content is kept in the home directory, of each instance in a directory of its own.
 */
public final class PreviewServer implements AutoCloseable {
    private static final String AUTHOR = "/author";

    private final Server server;
    private final ServerConnector connector;
    private final Deque<AutoCloseable> closing;

    private PreviewServer(Server server, ServerConnector connector, Deque<AutoCloseable> closing) {
        this.server = server;
        this.connector = connector;
        this.closing = closing;
    }

    /**
     * Starts a server; when this returns, it answers.
     *
     * @throws StartException if it cannot be started: the port is taken, the home is in use, or a module is not as
     *     Magnolia wants it. Nothing stays open then
     */
    public static PreviewServer start(Options options) throws StartException {
        return start(options, InstantSource.system());
    }

    /** As {@link #start(Options)}, with another idea of the time for sessions and passwords. */
    static PreviewServer start(Options options, InstantSource clock) throws StartException {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return start(options, clock, opened);
        } catch (BindException e) {
            close(opened);
            throw new StartException(
                    "The port " + options.port() + " of " + options.host()
                            + " is in use, or the address is not this machine's; choose another with --port (0 takes a free"
                            + " one) or --host",
                    e);
        } catch (RepositoryInUseException e) {
            close(opened);
            throw new StartException(
                    "The home " + options.home() + " is in use by another server; stop that one, or choose another home"
                            + " with --home",
                    e);
        } catch (StartException e) {
            close(opened);
            throw e;
        } catch (Exception e) {
            close(opened);
            throw new StartException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private static PreviewServer start(Options options, InstantSource clock, Deque<AutoCloseable> opened)
            throws Exception {
        Server server = new Server(threads());
        ServerConnector connector = connector(server, options);
        opened.push(server::stop);
        opened.push(connector::close);
        // Before anything is installed: whoever has typed the wrong port should know at once.
        // A proxy brings others, wherever it is itself.
        boolean loopback =
                !options.behindProxy() && InetAddress.getByName(options.host()).isLoopbackAddress();
        if (loopback) {
            open(connector);
        }

        Resources resources = resources(options);
        opened.push(resources);
        LiveModules modules = modules(resources);
        Installation.Content content = content(options, resources, modules, opened);
        Users authors = new Users(content.author());
        Users visitors = new Users(content.visible());
        if (!loopback) {
            refuseDefaultPasswords(options.host(), authors, visitors);
            open(connector);
        }
        Premises premises = new Premises(
                () -> modules.current().definitions(),
                () -> modules.current().messages(),
                content.author(),
                authors,
                new Publication(content.author(), content.visible()));
        // One for forms and HTTP Basic together, so that neither is a way around the other.
        Passwords passwords = new Passwords(authors, clock);
        Instance authoring = new Instance(
                AUTHOR,
                Optional.of(new AdminCentral(premises, passwords, clock)),
                Optional.empty(),
                content.author(),
                authors,
                passwords,
                modules,
                resources);
        Passwords visitorsPasswords = new Passwords(visitors, clock);
        Instance visiting = new Instance(
                "",
                Optional.empty(),
                Optional.of(new FormLogin(visitors, visitorsPasswords, clock)),
                content.visible(),
                visitors,
                visitorsPasswords,
                modules,
                resources);
        List<Problem> problems = new TemplateCheck(resources, visiting.contextAttributes()).problems(resources);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        Path uploads = Files.createTempDirectory("preview-uploads");
        opened.push(() -> deleteAll(uploads));
        server.setHandler(new Front(authoring, visiting, loopback, uploads));
        server.start();
        return new PreviewServer(server, connector, opened);
    }

    /** Nobody signs in from another machine with a password that everybody knows. */
    private static void refuseDefaultPasswords(String host, Users authors, Users visitors)
            throws RepositoryException, StartException {
        Set<String> names = new TreeSet<>(authors.withDefaultPassword());
        names.addAll(visitors.withDefaultPassword());
        if (!names.isEmpty()) {
            throw new StartException(
                    "The server does not listen on " + host + ", where other machines reach it, while "
                            + String.join(", ", names)
                            + " still has the default password; choose another with --password "
                            + names.iterator().next(),
                    null);
        }
    }

    /**
     * Gives a user a new password, on both instances. The server must not be running.
     *
     * @param options which home; a new one is installed first
     * @throws StartException if there is no such user, the password is not good enough, or the home cannot be opened
     */
    public static void setPassword(Options options, String user, String password) throws StartException {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            Resources resources = resources(options);
            opened.push(resources);
            Installation.Content content = content(options, resources, modules(resources), opened);
            boolean author = new Users(content.author()).setPassword(user, password);
            boolean visible = new Users(content.visible()).setPassword(user, password);
            if (!author && !visible) {
                throw new StartException("There is no user " + user, null);
            }
        } catch (StartException e) {
            throw e;
        } catch (Exception e) {
            throw new StartException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } finally {
            close(opened);
        }
    }

    private static Resources resources(Options options) {
        return new Resources(
                Files.isDirectory(options.light()) || !options.light().equals(Options.DEFAULT.light())
                        ? List.of(options.light())
                        : List.of(),
                List.of(options.module()));
    }

    /** The content of both instances, installed if it is not yet. */
    private static Installation.Content content(
            Options options, Resources resources, LiveModules modules, Deque<AutoCloseable> opened)
            throws RepositoryException {
        Home home = Home.enter(options.home());
        opened.push(home);
        if (options.fresh()) {
            home.clear();
        }
        Installation.Content content =
                new Installation(resources, modules.current().modules()).open(home);
        opened.push(content);
        return content;
    }

    private static void open(ServerConnector connector) throws IOException {
        try {
            connector.open();
        } catch (IOException e) {
            throw e.getCause() instanceof BindException bind ? bind : e;
        }
    }

    /** The modules, or everything that is wrong in their definitions and scripts at once. */
    private static LiveModules modules(Resources resources) {
        List<Problem> scripts = new TemplateCheck(
                        resources, new ContextAttributes(Map.of(), java.util.Optional.empty()))
                .problems(resources);
        try {
            LiveModules modules = new LiveModules(resources);
            if (scripts.isEmpty()) {
                return modules;
            }
        } catch (ProblemsException e) {
            throw new ProblemsException(
                    Stream.concat(e.problems().stream(), scripts.stream()).toList());
        }
        throw new ProblemsException(scripts);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("preview");
        return threads;
    }

    private static ServerConnector connector(Server server, Options options) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        if (options.behindProxy()) {
            configuration.addCustomizer(new ForwardedRequestCustomizer());
        }
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(options.host());
        connector.setPort(options.port());
        server.addConnector(connector);
        return connector;
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The address of the public instance at this machine, such as {@code http://127.0.0.1:8080/}. */
    public URI address() {
        String host = connector.getHost().replaceAll("[\\[\\]]", "");
        String name = host.equals("0.0.0.0") || host.equals("::")
                ? "127.0.0.1"
                : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + connector.getLocalPort() + "/");
    }

    /** The address of the author instance, such as {@code http://127.0.0.1:8080/author/}. */
    public URI authorAddress() {
        return address().resolve(AUTHOR.substring(1) + "/");
    }

    /** Waits until the server is closed. */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Lets running requests end, then closes the repositories. Closing it again does nothing. */
    @Override
    public synchronized void close() {
        close(closing);
    }

    private static void close(Deque<AutoCloseable> opened) {
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            // The server comes first, though it was opened first: nothing may be closed under a running request.
            AutoCloseable next = opened.removeLast();
            try {
                next.close();
            } catch (Exception e) {
                first = first == null
                        ? new IllegalStateException("Cannot close the server: " + e.getMessage(), e)
                        : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Hands each request to its instance and sends what that answers. */
    private static final class Front extends Handler.Abstract {
        private final Instance author;
        private final Instance visible;
        private final boolean loopback;
        private final Path uploads;

        Front(Instance author, Instance visible, boolean loopback, Path uploads) {
            this.author = author;
            this.visible = visible;
            this.loopback = loopback;
            this.uploads = uploads;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = request.getHttpURI().getPath();
            String canonical = request.getHttpURI().getCanonicalPath();
            if (loopback && !isOfThisMachine(Request.getServerName(request))) {
                // A name of somebody else's that leads to this machine lets pages of theirs read what is here.
                send(
                        Reply.error(
                                421,
                                "Misdirected request",
                                "This server answers to 127.0.0.1 and localhost only, not to the name in the address."),
                        request,
                        response);
            } else if (canonical.equals(AUTHOR)) {
                send(Reply.empty(302).with("Location", AUTHOR + "/"), request, response);
            } else {
                boolean toAuthor = canonical.startsWith(AUTHOR + "/");
                Instance instance = toAuthor ? author : visible;
                String within = toAuthor ? path.substring(path.indexOf(AUTHOR) + AUTHOR.length()) : path;
                PageRequest.Http http = http(request, instance.contextPath(), within);
                if (http == null) {
                    send(Reply.error(400, "Bad request", "The query is not encoded properly."), request, response);
                } else {
                    instance.answer(
                            http, () -> RequestBody.read(request, uploads), reply -> send(reply, request, response));
                }
            }
            callback.succeeded();
            return true;
        }

        private static boolean isOfThisMachine(String host) {
            return host == null
                    || host.equalsIgnoreCase("localhost")
                    || host.toLowerCase(Locale.ROOT).endsWith(".localhost")
                    || Passwords.isLoopback(host);
        }

        private static PageRequest.Http http(Request request, String contextPath, String path) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.computeIfAbsent(field.getName(), name -> new java.util.ArrayList<>())
                        .add(field.getValue());
            }
            String query = request.getHttpURI().getQuery();
            try {
                return new PageRequest.Http(
                        request.getMethod(),
                        request.getConnectionMetaData().getProtocol(),
                        request.getHttpURI().getScheme(),
                        Request.getServerName(request),
                        Request.getServerPort(request),
                        Request.getRemoteAddr(request),
                        contextPath,
                        path,
                        query,
                        Forms.parse(query),
                        headers);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private static void send(Reply reply, Request request, Response response) throws IOException {
            response.setStatus(reply.status());
            reply.headers()
                    .forEach((name, values) ->
                            values.forEach(value -> response.getHeaders().add(name, value)));
            boolean bodiless = reply.status() == 304 || reply.status() == 204;
            if (!bodiless) {
                response.getHeaders().put("Content-Length", Long.toString(reply.length()));
            }
            if (!bodiless && !request.getMethod().equals("HEAD") && reply.length() > 0) {
                try (InputStream in = reply.body().open();
                        OutputStream out = Content.Sink.asOutputStream(response)) {
                    in.transferTo(out);
                }
            }
        }
    }
}
