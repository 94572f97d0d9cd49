package org.efcevents.fidelity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Records again what a real Magnolia answers.
 *
 * <p>Needs a fresh public instance with the module, its samples and {@code light-modules}, whose user {@code anonymous} has
 * the role {@code efc-events-visitor} and whose site has the locales {@code en} (default) and {@code fr}. Then:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.mainClass=org.efcevents.fidelity.Recorder \
 *     -Dexec.args="http://127.0.0.1:8080 src/test/resources/magnolia-6.2.45"
 * </pre>
 *
 * The folder holds {@code requests.txt}, a request a line, and gets {@code answers.txt}.
 */
public final class Recorder {

    private Recorder() {}

    /** Records into the folder {@code arguments[1]} what the instance at {@code arguments[0]} answers. */
    public static void main(String[] arguments) throws IOException {
        URI base = URI.create(arguments[0]);
        Path folder = Path.of(arguments[1]);
        HttpClient client = HttpClient.newHttpClient();
        StringBuilder answers = new StringBuilder();
        List<String> requests = Files.readAllLines(folder.resolve("requests.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        for (String request : requests) {
            String[] words = request.split(" ", 2);
            answers.append(Exchange.with(client, base, words[0], words[1]).text());
        }
        Files.writeString(folder.resolve("answers.txt"), answers);
    }
}
