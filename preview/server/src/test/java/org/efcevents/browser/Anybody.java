package org.efcevents.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.efcpreview.web.PreviewServer;

/** A visitor or an integrator, who has not signed in and asks the public site without a browser. */
final class Anybody {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI site;

    Anybody(PreviewServer server) {
        site = server.address();
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(site.resolve(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
