package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.CookieManager;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/** A Magnolia with the module in it, in a servlet container of this JVM. It can be stopped and started again. */
final class Magnolia {

    /** The module's jar as the build has made it. */
    static final Path JAR = Path.of(System.getProperty("module.jar"));

    private final WebApplication application;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, HttpClient> browsers = new HashMap<>();
    private WebServer server;
    private InsideMagnolia inside;
    private URI base;
    private int loggedBefore;

    private Magnolia(WebApplication application) {
        this.application = application;
    }

    /**
     * Not yet started, with nothing in its repository: it installs everything when it starts. Without light modules, so
     * with the module's own plain look.
     */
    static Magnolia author() {
        return fresh("author", true, true, Path.of(System.getProperty("magnolia.test.home"), "no-light-modules"));
    }

    /** The same beside others, from which {@code name} tells it, and with the light modules of this project. */
    static Magnolia author(String name) {
        return fresh(name, true, true, Path.of(System.getProperty("magnolia.test.light")));
    }

    /** As {@link #author}, for visitors, and with the light modules of this project. */
    static Magnolia visible() {
        return visible("public");
    }

    /** The same, beside others. */
    static Magnolia visible(String name) {
        return fresh(name, false, true, Path.of(System.getProperty("magnolia.test.light")));
    }

    /** As {@link #visible}, without the samples. */
    static Magnolia withoutSamples() {
        return fresh("empty", false, false, Path.of(System.getProperty("magnolia.test.light")));
    }

    /** One of the files that the guides give to be imported. */
    static Path example(String name) {
        return Path.of("examples", name);
    }

    private static Magnolia fresh(String name, boolean author, boolean samples, Path lightModules) {
        return new Magnolia(WebApplication.copy(
                Path.of(System.getProperty("magnolia.test.webapp")).toAbsolutePath(),
                Path.of(System.getProperty("magnolia.test.home")).resolve(name),
                lightModules,
                author,
                samples));
    }

    /**
     * Starts it; it has installed or updated what there is when this returns.
     *
     * @param jar the module's jar
     * @param contextPath empty, or a path that begins with a slash
     */
    void start(Path jar, String contextPath) {
        application.install(jar);
        loggedBefore = application.logged().size();
        // What Maven hands on to this JVM: a system property outdoes Magnolia's own, and it has one of this name.
        System.clearProperty("magnolia.webapp");
        Path work = application.home().resolveSibling("tomcat");
        server = container();
        int port = server.start(
                work,
                application.folder(),
                contextPath,
                Map.of("magnolia.initialization.file", application.properties()));
        inside = new InsideMagnolia(server.classes());
        base = URI.create("http://127.0.0.1:" + port + contextPath);
    }

    /** Stops it if it runs. Its repository stays. */
    void stop() {
        if (server != null) {
            server.stop();
            server = null;
            // Nobody is signed in any more.
            browsers.clear();
        }
    }

    /** The address of its pages, without a slash at the end. */
    URI base() {
        return base;
    }

    InsideMagnolia inside() {
        return inside;
    }

    /** What it keeps in the sessions of those who use it. */
    List<Object> kept() {
        return server.kept();
    }

    /** The key by which those to whom it publishes know it; it makes one when it first starts. */
    String publicKey() {
        try (InputStream file = Files.newInputStream(application.home().resolve("activation.properties"))) {
            Properties keys = new Properties();
            keys.load(file);
            return keys.getProperty("key.public");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has logged since it was last started, an event a line, the level first. */
    List<String> logged() {
        return application.logged().subList(loggedBefore, application.logged().size());
    }

    /** Asks until it is so: Magnolia reads its configuration anew some time after it was changed. */
    static void until(BooleanSupplier question) {
        for (int tries = 0; !question.getAsBoolean(); tries++) {
            assertThat(tries).isLessThan(1000);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Whether a line of the log is a warning, or worse, that names the module, its files or its content. */
    static boolean complainsOfTheModule(String line) {
        return line.matches("(WARN|ERROR|FATAL)\\s.*efc.*");
    }

    /**
     * Asks over HTTP.
     *
     * @param user whose password is the name, as Magnolia's own users have it; null for a visitor who has not signed in
     * @param target path and query below the context path
     */
    HttpResponse<String> get(String user, String target) {
        return send(client, user, target, HttpRequest.newBuilder(URI.create(base + target)));
    }

    /**
     * Asks as a visitor whom a proxy has sent here.
     *
     * @param host the name by which visitors know the proxy
     * @param known the entity tags of what the visitor has; null for nothing
     */
    HttpResponse<String> through(String host, String target, String known) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + target)).header("Host", host);
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return send(client, null, target, request);
    }

    /** The same, in the user's browser, in which they have signed in with Magnolia's form. */
    HttpResponse<String> open(String user, String target) {
        return send(browser(user), null, target, HttpRequest.newBuilder(URI.create(base + target)));
    }

    /**
     * Sends a form from the user's browser.
     *
     * @param origin the site that the form was on
     */
    HttpResponse<String> post(String user, String target, Map<String, String> fields, String origin) {
        return post(browser(user), target, fields, origin);
    }

    private HttpResponse<String> post(HttpClient browser, String target, Map<String, String> fields, String origin) {
        String form = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                browser,
                null,
                target,
                HttpRequest.newBuilder(URI.create(base + target))
                        .header("Origin", origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /**
     * Sends a form with a file from the user's browser (RFC 7578).
     *
     * @param field the name of the field that has the file
     */
    HttpResponse<String> post(String user, String target, Map<String, String> fields, String field, Upload file) {
        StringBuilder before = new StringBuilder();
        fields.forEach((name, value) -> before.append("--parts\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        before.append("--parts\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"")
                .append(file.name())
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(
                browser(user),
                null,
                target,
                HttpRequest.newBuilder(URI.create(base + target))
                        .header("Origin", origin())
                        .header("Content-Type", "multipart/form-data; boundary=parts")
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                                before.toString().getBytes(StandardCharsets.UTF_8),
                                file.content(),
                                "\r\n--parts--\r\n".getBytes(StandardCharsets.UTF_8)))));
    }

    private HttpClient browser(String user) {
        return browsers.computeIfAbsent(user, this::signedIn);
    }

    private HttpClient signedIn(String user) {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        // Visitors of a public instance get the form there too.
        String page = "/events.html?signIn=";
        Map<String, String> form = filledIn(send(browser, null, page, HttpRequest.newBuilder(URI.create(base + page))));
        form.put("mgnlUserId", user);
        form.put("mgnlUserPSWD", user);
        post(browser, page, form, origin());
        return browser;
    }

    /** The site as a browser names it where it sends a form. */
    String origin() {
        return base.getScheme() + "://" + base.getAuthority();
    }

    /** What the last form of a page sends if nothing is changed in it. */
    static Map<String, String> filledIn(HttpResponse<String> page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Elements forms = Jsoup.parse(page.body()).select("form[method=post]");
        assertThat(forms).as(page.body()).isNotEmpty();
        ((FormElement) forms.last()).formData().forEach(field -> fields.put(field.key(), field.value()));
        return fields;
    }

    private static HttpResponse<String> send(
            HttpClient client, String user, String target, HttpRequest.Builder request) {
        if (user != null) {
            String credentials = user + ":" + user;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The container of the generation that the web application is made for, with nothing of the tests around it. */
    private WebServer container() {
        Path jars = Path.of(System.getProperty("magnolia.test.tomcats")).resolve(application.isJakarta() ? "10" : "9");
        URL here = EmbeddedTomcat.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader tomcat = new URLClassLoader(urls(jars), new Shared());
        // Below the container's loader, which the web application gets as its parent.
        ClassLoader launcher = new URLClassLoader(new URL[] {here}, tomcat);
        try {
            return (WebServer) launcher.loadClass(EmbeddedTomcat.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException
                | InstantiationException
                | IllegalAccessException
                | NoSuchMethodException
                | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL[] urls(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            List<URL> urls = new ArrayList<>();
            for (Path jar : jars.toList()) {
                urls.add(jar.toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(folder.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows the JDK, the JCR API and {@link WebServer}, and hides the tests and their libraries. */
    private static final class Shared extends ClassLoader {
        Shared() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("javax.jcr.") || name.equals(WebServer.class.getName())) {
                return WebServer.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
