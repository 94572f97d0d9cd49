package org.efccommand.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.efccommand.Failure;

/** A site, as a visitor who has not signed in asks for it. */
public final class Site {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static {
        // To name the host oneself: read by the client's class when it is first used.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI server;
    private final URI address;

    /**
     * A site.
     *
     * @param server where it answers
     * @param address its name, which its answers have; ends in a slash, as {@code server} does
     */
    public Site(URI server, URI address) {
        this.server = server;
        this.address = address;
    }

    /** What was answered. */
    record Answer(int status, String type, byte[] body, String location) {

        boolean isHtml() {
            return type.startsWith("text/html");
        }
    }

    /** Its name. */
    public URI address() {
        return address;
    }

    /** Whether an address is one of its. */
    boolean has(URI other) {
        return address.getScheme().equals(other.getScheme())
                && address.getAuthority().equals(other.getAuthority())
                && other.getRawPath().startsWith(address.getRawPath());
    }

    /** Asks for an address that is one of its. */
    Answer get(URI wanted) throws Failure {
        URI target = server.resolve(address.relativize(wanted));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(PATIENCE);
            if (!address.getAuthority().equals(server.getAuthority())) {
                request.header("Host", address.getAuthority());
            }
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 500) {
                throw new Failure(Failure.BROKEN, wanted + " answers " + answer.statusCode() + "; nothing was written");
            }
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new Failure(Failure.BROKEN, target + " does not answer: " + e + "; nothing was written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.BROKEN, "Interrupted; nothing was written", e);
        }
    }
}
