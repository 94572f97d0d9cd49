package org.efcpreview.web;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.RepositoryException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.session.DefaultSessionIdManager;
import org.eclipse.jetty.util.IO;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.signin.Accounts;
import org.efcpreview.authoring.signin.FormLogin;
import org.efcpreview.authoring.signin.Passwords;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.Publication;
import org.efcpreview.site.SiteLocales;

/**
 * The running server: the public instance at {@code /} and the author instance at {@code /author}. On 127.0.0.1 unless told
 * otherwise, and elsewhere only when nobody has a default password.
 * Content is kept in the home directory, of each instance in a directory of its own.
 */
public final class PreviewServer implements AutoCloseable {
    private static final String AUTHOR = "/author";

    private final Server server = new Server();
    private final ServerConnector connector;
    private Installed installed;

    private PreviewServer(Options options, boolean loopback, Duration patience) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.addCustomizer((request, headers) -> {
            headers.put("X-Content-Type-Options", "nosniff");
            return request;
        });
        if (options.behindProxy()) {
            configuration.addCustomizer(new NearestProxy());
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
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(patience.toMillis());
        // When the server is stopped: for connections with nothing to send, and for requests that are being answered.
        connector.setShutdownIdleTimeout(200);
        server.setStopTimeout(Duration.ofSeconds(10).toMillis());
        server.addConnector(connector);
        DefaultSessionIdManager ids = new DefaultSessionIdManager(server, new SecureRandom()) {
            @Override
            public String newSessionId(long seed) {
                // Of 252 random bits in place of 126.
                return super.newSessionId(seed) + super.newSessionId(seed);
            }
        };
        ids.setWorkerName(null);
        server.addBean(ids, true);
    }

    private static boolean isOfThisMachine(String host) {
        return host == null
                || ("." + host.toLowerCase(Locale.ROOT)).endsWith(".localhost")
                || Passwords.isLoopback(host);
    }

    /**
     * Starts a server; when this returns, it answers.
     *
     * @throws StartException if it cannot be started: the port is taken, the home is in use, or a module is not as
     *     Magnolia wants it. Nothing stays open then
     */
    public static PreviewServer start(Options options) throws StartException {
        return start(options, InstantSource.system(), Duration.ofSeconds(30));
    }

    /** As {@link #start(Options)}, with another idea of the time, and of how long a client may send nothing. */
    static PreviewServer start(Options options, InstantSource clock, Duration patience) throws StartException {
        PreviewServer started = null;
        try {
            // A proxy brings others, wherever it is itself.
            boolean loopback = !options.behindProxy()
                    && InetAddress.getByName(options.host()).isLoopbackAddress();
            started = new PreviewServer(options, loopback, patience);
            if (loopback) {
                // Before anything is installed: whoever has typed the wrong port should know at once.
                started.connector.open();
            }
            started.installed = Installed.open(options);
            if (!loopback) {
                Set<String> names = started.installed.withDefaultPassword();
                if (!names.isEmpty()) {
                    String open =
                            "The server does not listen on %s, where other machines reach it, while %s still has the"
                                    + " default password; choose another with --password %s";
                    String first = names.iterator().next();
                    throw new StartException(open.formatted(options.host(), String.join(", ", names), first), null);
                }
                started.connector.open();
            }
            Path uploads = options.home().resolve("uploads");
            // What a server that was killed has left in it.
            IO.delete(uploads);
            started.serve(started.installed, clock, Files.createDirectories(uploads));
            return started;
        } catch (Exception e) {
            if (started != null) {
                started.close();
            }
            throw StartException.of(e, options);
        }
    }

    private void serve(Installed shown, InstantSource clock, Path uploads) throws Exception {
        Views views = new Views();
        Instance.Shared shared = new Instance.Shared(shown.modules(), views, connector.getLocalPort(), uploads);
        Accounts authors = new Accounts(shown.authors(), clock);
        SiteLocales locales;
        try (OpenSessions sessions = OpenSessions.ofSystem(shown.content().author())) {
            locales = SiteLocales.read(sessions.session("config"));
        }
        Services services = new Services(
                () -> shown.modules().current().definitions(),
                () -> shown.modules().current().messages(),
                locales,
                shown.content().author(),
                shown.authors(),
                new Publication(shown.content().author(), shown.content().visible()),
                views);
        Instance authoring = Instance.of(
                AUTHOR,
                shown.content().author(),
                authors,
                Optional.of(new AdminCentral(services, authors)),
                Optional.empty(),
                shared);
        Accounts visitors = new Accounts(shown.visitors(), clock);
        Instance visiting = Instance.of(
                "",
                shown.content().visible(),
                visitors,
                Optional.empty(),
                Optional.of(new FormLogin(visitors, views)),
                shared);
        shown.modules().allow(visiting.contextAttributes());
        server.setErrorHandler(new ServerErrors(views));
        Handler instances = new ContextHandlerCollection(
                authoring.context().getCoreContextHandler(), visiting.context().getCoreContextHandler());
        server.setHandler(new GracefulHandler(new WholeBodies(instances, uploads)));
        server.start();
    }

    /** Gives a user a new password on both instances, which a new home gets first. The server must not be running. */
    public static void setPassword(Options options, String user, String password) throws StartException {
        try (Installed installed = Installed.open(options)) {
            boolean author = installed.authors().setPassword(user, password);
            boolean visible = installed.visitors().setPassword(user, password);
            if (!author && !visible) {
                throw new StartException("There is no user " + user, null);
            }
        } catch (RepositoryException | RuntimeException e) {
            throw StartException.of(e, options);
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
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot close the server: " + e.getMessage(), e);
        } finally {
            if (installed != null) {
                installed.close();
                installed = null;
            }
        }
    }
}
