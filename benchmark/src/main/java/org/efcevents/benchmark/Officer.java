package org.efcevents.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Somebody who has signed in to the authoring UI and sends its forms as a browser does. */
final class Officer {

    private static final String APP = "app/efc-events";

    private final URI ui;
    private final Connection session = Jsoup.newSession()
            .followRedirects(false)
            .ignoreHttpErrors(true)
            .timeout(0)
            .maxBodySize(0);
    private final String token;

    /** Signs in to the author instance at an address. */
    Officer(URI author) throws IOException {
        ui = author.resolve(".magnolia/admincentral/");
        send(to("sign-in").data("name", "superuser").data("password", "superuser"));
        token = to("").get().expectFirst("input[name=_token]").val();
    }

    private Connection to(String address) {
        return session.newRequest().url(ui.resolve(address).toString());
    }

    /** Opens the form of an event and types a title over the one it has; {@link #send} saves it. */
    Connection edit(String slug, String title) throws IOException {
        String address = APP + "/detail?path=/events/" + slug;
        Element form = to(address).get().expectFirst("form:has(input[name=_base])");
        Connection sent = to(address).data("_do", "save");
        // Jsoup's own form sends the first of a list in which nothing is chosen.
        for (Element control : form.select("input[name], textarea[name], option[selected]")) {
            String name = control.is("option") ? control.closest("select").attr("name") : control.attr("name");
            if (!control.is("[type=checkbox], [type=radio]") || control.hasAttr("checked")) {
                sent.data(name, name.equals("title") ? title : control.val());
            }
        }
        return sent;
    }

    /** Publishes an event. */
    void publish(String slug) throws IOException {
        send(to(APP).data("_token", token).data("action", "activate").data("item", "/events/" + slug));
    }

    /** Imports what a YAML file has. */
    void importFile(String yaml) throws IOException {
        send(to(APP + "/import")
                .data("_token", token)
                .data("action", "import")
                .data("file", "events.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    /** Sends a form, which the server must take. */
    void send(Connection form) throws IOException {
        Connection.Response answer = form.method(Connection.Method.POST).execute();
        if (answer.statusCode() != 303) {
            throw new IOException(answer.url() + " answers " + answer.statusCode() + ": "
                    + answer.parse().text());
        }
    }
}
