package org.efccommand.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.efccommand.Failure;

/** A running Magnolia's nodes REST, as a user whom it lets in. */
public final class Magnolia {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI instance;
    private final String user;
    private final String authorization;

    /**
     * Nothing is asked yet.
     *
     * @param instance the address of the author instance, which ends in a slash
     */
    public Magnolia(URI instance, String user, String password) {
        this.instance = instance;
        this.user = user;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The address of the author instance. */
    public URI instance() {
        return instance;
    }

    /** A node with those below it to a depth, or empty if there is none. */
    public Optional<JsonNode> node(String workspace, String path, int depth) throws Failure {
        HttpResponse<byte[]> answer =
                send("GET", address(workspace, path, "depth=" + depth + "&includeMetadata=true"), null);
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(answer.body()));
        } catch (IOException e) {
            throw new Failure(
                    Failure.REFUSED, instance + " does not answer as Magnolia's nodes REST does: " + e.getMessage(), e);
        }
    }

    /** Makes a node below another. */
    public void create(String workspace, String parent, Map<String, ?> node) throws Failure {
        write("PUT", workspace, parent, node);
    }

    /** Sets properties of a node. */
    public void update(String workspace, String path, Map<String, ?> node) throws Failure {
        write("POST", workspace, path, node);
    }

    private void write(String method, String workspace, String path, Map<String, ?> node) throws Failure {
        try {
            HttpResponse<byte[]> answer = send(method, address(workspace, path, ""), json.writeValueAsBytes(node));
            if (answer.statusCode() == 404) {
                throw refused(method, address(workspace, path, ""), answer, "the node that it belongs to is not there");
            }
        } catch (IOException e) {
            throw new Failure(Failure.BROKEN, e.getMessage(), e);
        }
    }

    private URI address(String workspace, String path, String query) {
        try {
            String encoded = new URI(null, null, path.equals("/") ? "" : path, null).toASCIIString();
            return URI.create(
                    instance + ".rest/nodes/v1/" + workspace + encoded + (query.isEmpty() ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private HttpResponse<byte[]> send(String method, URI target, byte[] body) throws Failure {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(target)
                    .timeout(PATIENCE)
                    .header("Authorization", authorization)
                    .header("Accept", "application/json");
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            HttpResponse<byte[]> answer = client.send(
                    request.method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            int status = answer.statusCode();
            String said = new String(answer.body(), StandardCharsets.UTF_8);
            // 6.2.45 answers 500 for a workspace that is not there.
            if (status == 200 || status == 404 || body == null && said.contains("\"noSuchWorkspace\"")) {
                return answer;
            }
            throw refused(method, target, answer, meaning(status));
        } catch (IOException e) {
            throw new Failure(Failure.BROKEN, method + " " + target + ": no answer (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.BROKEN, method + " " + target + ": interrupted", e);
        }
    }

    private String meaning(int status) {
        return switch (status) {
            case 400 -> "Magnolia takes what was sent for wrong; most often a node of that name is there already";
            case 401 -> "user or password are wrong; say --user, and the password as --help tells";
            case 403 -> "the user " + user + " may not do that: give it the role rest-editor, and a role that may"
                    + " write in the workspace";
            case 409 -> "somebody else is writing there; wait, and run the same command again";
            case 302, 301 -> "it leads elsewhere: give the address of the author instance itself";
            default -> status >= 500
                    ? "Magnolia has failed; look into its log, then run the same command again"
                    : "that is no answer of Magnolia's nodes REST";
        };
    }

    private static Failure refused(String method, URI target, HttpResponse<byte[]> answer, String meaning) {
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        boolean page = said.stripLeading().startsWith("<");
        String words = page || said.isBlank()
                ? ""
                : " " + said.strip().lines().findFirst().orElse("");
        return new Failure(
                Failure.REFUSED, method + " " + target + " answers " + answer.statusCode() + words + ": " + meaning);
    }
}
