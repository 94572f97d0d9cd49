package org.efcpreview.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;

/** A small module, copied to where a test may change it, and a client for the server that shows it. */
record Fixture(Path module, Path light, Path home) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Fixture in(Path directory) {
        try {
            Path source = Path.of(Fixture.class.getResource("fixture").toURI());
            Path module = directory.resolve("module");
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.toList()) {
                    Files.copy(file, module.resolve(source.relativize(file).toString()));
                }
            }
            return new Fixture(module, Files.createDirectories(directory.resolve("light")), directory.resolve("home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Options options() {
        return new Options(0, home, false, module, light);
    }

    PreviewServer start() throws StartException {
        return PreviewServer.start(options());
    }

    /** Writes a file of the module. */
    void write(String path, String text) throws IOException {
        Path file = module.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static HttpResponse<String> get(PreviewServer server, String path, String... headers)
            throws IOException, InterruptedException {
        return send(server, "GET", path, headers);
    }

    static HttpResponse<String> send(PreviewServer server, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.address().toString().replaceAll("/$", "") + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static String[] as(String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new String[] {"Authorization", "Basic " + pair};
    }
}
