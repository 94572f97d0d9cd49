package org.efcevents.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Somebody who has signed in to the authoring UI and sends its forms as a browser does. */
final class Officer {

    private static final String APP = "app/efc-events";

    private final URI ui;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String token;

    /** A form that is open, with the fields that it sends. */
    record Form(String address, List<Field> fields) {}

    /** A name and a value; a form may have several of one name. */
    record Field(String name, String value) {

        private String encoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** Signs in to the author instance at an address. */
    Officer(URI author) throws IOException, InterruptedException {
        ui = author.resolve(".magnolia/admincentral/");
        send(new Form("sign-in", List.of(new Field("name", "superuser"), new Field("password", "superuser"))));
        token = Jsoup.parse(get("")).selectFirst("input[name=_token]").val();
    }

    /** Opens the form of an event and types a title over the one it has. */
    Form edit(String slug, String title) throws IOException, InterruptedException {
        String address = APP + "/detail?path=/events/" + slug;
        Element form = Jsoup.parse(get(address)).selectFirst("form:has(input[name=_base])");
        Stream<Field> sent = form.select("input[name], select[name], textarea[name]").stream()
                .flatMap(Officer::sent)
                .map(field -> field.name().equals("title") ? new Field("title", title) : field);
        return new Form(
                address,
                Stream.concat(sent, Stream.of(new Field("_do", "save"))).toList());
    }

    private static Stream<Field> sent(Element control) {
        String name = control.attr("name");
        if (control.is("textarea")) {
            return Stream.of(new Field(name, control.wholeText().replaceFirst("^\n", "")));
        }
        if (control.is("select")) {
            return control.select("option[selected]").eachAttr("value").stream().map(value -> new Field(name, value));
        }
        return control.is("[type=checkbox], [type=radio]") && !control.hasAttr("checked")
                ? Stream.of()
                : Stream.of(new Field(name, control.val()));
    }

    /** Publishes an event. */
    void publish(String slug) throws IOException, InterruptedException {
        send(new Form(
                APP,
                List.of(
                        new Field("_token", token),
                        new Field("action", "activate"),
                        new Field("item", "/events/" + slug))));
    }

    /** Sends a form, which the server must take. */
    void send(Form form) throws IOException, InterruptedException {
        post(
                form.address(),
                "application/x-www-form-urlencoded",
                form.fields().stream().map(Field::encoded).collect(Collectors.joining("&")));
    }

    /** Imports what a YAML file has. */
    void importFile(String yaml) throws IOException, InterruptedException {
        String fields = Stream.of(new Field("_token", token), new Field("action", "import"))
                .map(field -> "--limit\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.name(), field.value()))
                .collect(Collectors.joining());
        post(
                APP + "/import",
                "multipart/form-data; boundary=limit",
                fields
                        + "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"events.yaml\"\r\n"
                        + "Content-Type: application/x-yaml\r\n\r\n" + yaml + "\r\n--limit--\r\n");
    }

    private void post(String address, String type, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(ui.resolve(address))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IOException(address + " answers " + answer.statusCode() + ": "
                    + Jsoup.parse(answer.body()).text());
        }
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(ui.resolve(address)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
