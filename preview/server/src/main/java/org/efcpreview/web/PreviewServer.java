package org.efcpreview.web;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
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
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.session.DefaultSessionIdManager;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.efcpreview.authoring.AdminCentral;
import org.efcpreview.authoring.Premises;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.signin.FormLogin;
import org.efcpreview.authoring.signin.Passwords;
import org.efcpreview.authoring.signin.Sessions;
import org.efcpreview.rendering.ContextAttributes;
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

    /** How long a client may send nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For requests that are being answered when the server is stopped. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** For connections that are open then, and over which nothing is sent. */
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(200);

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
        return start(options, clock, PATIENCE);
    }

    /** As {@link #start(Options)}, with another idea of the time, and of how long a client may send nothing. */
    static PreviewServer start(Options options, InstantSource clock, Duration patience) throws StartException {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return start(options, clock, patience, opened);
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

    private static PreviewServer start(
            Options options, InstantSource clock, Duration patience, Deque<AutoCloseable> opened) throws Exception {
        // A proxy brings others, wherever it is itself.
        boolean loopback =
                !options.behindProxy() && InetAddress.getByName(options.host()).isLoopbackAddress();
        Server server = new Server(threads());
        Views views = new Views();
        server.setErrorHandler(new ServerErrors(views));
        server.setStopTimeout(LONGEST_STOP.toMillis());
        ServerConnector connector = connector(server, options, loopback);
        connector.setIdleTimeout(patience.toMillis());
        opened.push(server::stop);
        opened.push(connector::close);
        // Before anything is installed: whoever has typed the wrong port should know at once.
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
        int port = connector.getLocalPort();
        Path uploads = emptyDirectory(options.home().resolve("uploads"));
        // One for forms and HTTP Basic together, so that neither is a way around the other.
        Passwords passwords = new Passwords(authors, clock);
        Sessions sessions = new Sessions(authors, clock);
        Instance authoring = new Instance(
                AUTHOR,
                Optional.of(new AdminCentral(premises, passwords, sessions, views)),
                Optional.empty(),
                content.author(),
                authors,
                passwords,
                sessions,
                views,
                modules,
                resources,
                port,
                uploads);
        Passwords visitorsPasswords = new Passwords(visitors, clock);
        Sessions visitorsSessions = new Sessions(visitors, clock);
        Instance visiting = new Instance(
                "",
                Optional.empty(),
                Optional.of(new FormLogin(visitorsPasswords, visitorsSessions, views)),
                content.visible(),
                visitors,
                visitorsPasswords,
                visitorsSessions,
                views,
                modules,
                resources,
                port,
                uploads);
        List<Problem> problems = new TemplateCheck(resources, visiting.contextAttributes()).problems(resources);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        server.addBean(sessionIds(server), true);
        server.setHandler(new GracefulHandler(new ContextHandlerCollection(
                authoring.context().getCoreContextHandler(), visiting.context().getCoreContextHandler())));
        server.start();
        return new PreviewServer(server, connector, opened);
    }

    private static DefaultSessionIdManager sessionIds(Server server) {
        DefaultSessionIdManager ids = new DefaultSessionIdManager(server, new SecureRandom()) {
            @Override
            public String newSessionId(long seed) {
                // Of 252 random bits in place of 126.
                return super.newSessionId(seed) + super.newSessionId(seed);
            }
        };
        ids.setWorkerName(null);
        return ids;
    }

    /** Without what a server that was killed has left in it. */
    private static Path emptyDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            deleteAll(directory);
        }
        return Files.createDirectories(directory);
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

    private static ServerConnector connector(Server server, Options options, boolean loopback) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        if (options.behindProxy()) {
            configuration.addCustomizer(new ForwardedRequestCustomizer());
        }
        if (loopback) {
            configuration.addCustomizer((request, headers) -> {
                // A name of somebody else's that leads to this machine lets pages of theirs read what is here.
                if (!isOfThisMachine(Request.getServerName(request))) {
                    throw new HttpException.RuntimeException(HttpStatus.MISDIRECTED_REQUEST_421);
                }
                return request;
            });
        }
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setShutdownIdleTimeout(LONGEST_SILENCE.toMillis());
        server.addConnector(connector);
        return connector;
    }

    private static boolean isOfThisMachine(String host) {
        return host == null
                || host.equalsIgnoreCase("localhost")
                || host.toLowerCase(Locale.ROOT).endsWith(".localhost")
                || Passwords.isLoopback(host);
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
}
