package org.efcpreview.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
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
import org.efcpreview.http.Forms;
import org.efcpreview.http.Reply;
import org.efcpreview.rendering.ContextAttributes;
import org.efcpreview.rendering.PageRequest;
import org.efcpreview.rendering.TemplateCheck;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.RepositoryInUseException;
import org.efcpreview.repository.Users;
import org.efcpreview.resource.Problem;
import org.efcpreview.resource.ProblemsException;
import org.efcpreview.resource.Resources;

/**
 * The running server: the public instance at {@code /} and the author instance at {@code /author}, on 127.0.0.1 only.
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
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return start(options, opened);
        } catch (BindException e) {
            close(opened);
            throw new StartException(
                    "The port " + options.port() + " is in use; choose another with --port (0 takes a free one)", e);
        } catch (RepositoryInUseException e) {
            close(opened);
            throw new StartException(
                    "The home " + options.home() + " is in use by another server; stop that one, or choose another home"
                            + " with --home",
                    e);
        } catch (Exception e) {
            close(opened);
            throw new StartException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private static PreviewServer start(Options options, Deque<AutoCloseable> opened) throws Exception {
        Server server = new Server(threads());
        ServerConnector connector = connector(server, options.port());
        opened.push(server::stop);
        opened.push(connector::close);
        // Before anything is installed: whoever has typed the wrong port should know at once.
        open(connector);

        Resources resources = new Resources(
                Files.isDirectory(options.light()) || !options.light().equals(Options.DEFAULT.light())
                        ? List.of(options.light())
                        : List.of(),
                List.of(options.module()));
        opened.push(resources);
        LiveModules modules = modules(resources);
        if (options.fresh()) {
            delete(options.home());
        }
        Installation installation =
                new Installation(resources, modules.current().modules());
        Installation.Content content = installation.open(options.home());
        opened.push(content);
        if (installation.install(content)) {
            // Jackrabbit lists properties in another order while it still has in memory what was just written. Read
            // from
            // the disk, they come in the order that every later start, and Magnolia, gives them.
            opened.removeFirst().close();
            content = installation.open(options.home());
            opened.push(content);
        }
        Premises premises = new Premises(
                () -> modules.current().definitions(),
                () -> modules.current().messages(),
                content.author(),
                new Users(content.author()),
                new Publication(content.author(), content.visible()));
        Instance authoring =
                new Instance(AUTHOR, Optional.of(new AdminCentral(premises)), content.author(), modules, resources);
        Instance visiting = new Instance("", Optional.empty(), content.visible(), modules, resources);
        List<Problem> problems = new TemplateCheck(resources, visiting.contextAttributes()).problems(resources);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        server.setHandler(new Front(authoring, visiting));
        server.start();
        return new PreviewServer(server, connector, opened);
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

    private static ServerConnector connector(Server server, int port) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        return connector;
    }

    /** Deletes what earlier servers kept in a home, and nothing else that may lie in it. */
    private static void delete(Path home) throws IOException, RepositoryException {
        for (String instance : List.of("author", "public")) {
            Path directory = home.resolve(instance);
            if (Files.isDirectory(directory)) {
                // Opening it tells whether another server has it.
                ContentRepository.open(directory).close();
                try (Stream<Path> files = Files.walk(directory)) {
                    for (Path file :
                            files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** The address of the public instance, such as {@code http://127.0.0.1:8080/}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
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

        Front(Instance author, Instance visible) {
            this.author = author;
            this.visible = visible;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = request.getHttpURI().getPath();
            String canonical = request.getHttpURI().getCanonicalPath();
            if (canonical.equals(AUTHOR)) {
                send(Reply.empty(302).with("Location", AUTHOR + "/"), request, response);
            } else {
                boolean toAuthor = canonical.startsWith(AUTHOR + "/");
                Instance instance = toAuthor ? author : visible;
                String within = toAuthor ? path.substring(path.indexOf(AUTHOR) + AUTHOR.length()) : path;
                PageRequest.Http http = http(request, instance.contextPath(), within);
                if (http == null) {
                    send(Reply.error(400, "Bad request", "The query is not encoded properly."), request, response);
                } else {
                    instance.answer(http, reply -> send(reply, request, response));
                }
            }
            callback.succeeded();
            return true;
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
