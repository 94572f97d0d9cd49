package org.efccommand.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.BagWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlTest {

    @TempDir
    Path folder;

    private HttpServer server;
    private URI address;
    private final Map<String, String> pages = new HashMap<>();
    private List<String> missing = List.of();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String content = pages.get(exchange.getRequestURI().toString());
            byte[] body = String.valueOf(content).getBytes(StandardCharsets.UTF_8);
            int status = content == null ? 404 : content.startsWith("-> ") ? 302 : content.equals("broken") ? 503 : 200;
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", content.substring(3));
            }
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            path.endsWith(".css") ? "text/css" : path.endsWith(".png") ? "image/png" : "text/html");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/site/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void page(String path, String body) {
        pages.put("/site/" + path, body);
    }

    private String copied(String file) throws IOException {
        return Files.readString(folder.resolve("bag/data/html/" + file));
    }

    private void crawl(Map<String, String> media) throws Exception {
        try (BagWriter bag = BagWriter.at(folder.resolve("bag"))) {
            Crawl crawl = new Crawl(
                    new Site(address, address), bag, media, new Progress(new PrintWriter(Writer.nullWriter()), false));
            crawl.known(address.resolve("events.json"), "events.json");
            missing = crawl.run(List.of(address.resolve("events.html")));
            bag.finish(Map.of());
        }
    }

    @Test
    void followsListsAndTheirPagesAndNoFilters() throws Exception {
        page(
                "events.html",
                "<a href='?year=2013'>2013</a><a href='?kind=x'>kind</a><a href='/site/events/one.html#people'>one</a>"
                        + "<a href='../other'>other</a><a href='https://elsewhere.example/'>e</a><a href='events.json'>j</a>"
                        + "<a href='events.atom'>a</a><form action='x'><input></form><script>x()</script>");
        page("events.html?year=2013", "<a href='?page=2&year=2013'>2</a>");
        page("events.html?page=2&year=2013", "<p>second</p>");
        page("events/one.html", "<a href='../events.html?year=2013'>back</a>");

        crawl(Map.of());

        assertThat(missing).isEmpty();
        assertThat(copied("events.html"))
                .contains("href=\"events.year-2013.html\"", "<span>kind</span>", "href=\"events/one.html#people\"")
                .contains("href=\"../other\"", "href=\"https://elsewhere.example/\"", "href=\"../events.json\"")
                .contains("<span>a</span>")
                .doesNotContain("<form", "<script");
        assertThat(copied("events.year-2013.html")).contains("href=\"events.page-2.year-2013.html\"");
        assertThat(copied("events.page-2.year-2013.html")).contains("second");
        assertThat(copied("events/one.html")).contains("href=\"../events.year-2013.html\"");
        assertThat(copied("index.html")).contains("events.html");
    }

    @Test
    void copiesStylesFontsAndPicturesAndLeadsToThoseThatAreThere() throws Exception {
        page(
                "events.html",
                "<link rel=stylesheet href=css/a.css><img src=b.png srcset='b.png 1x, c.png 2x'><p style='background:url(c.png)'>");
        page("css/a.css", "@import 'b.css'; p { background: url(../c.png) }");
        page("css/b.css", "p { background: url('data:image/png;base64,AA') }");
        page("b.png", "b");
        page("c.png", "c");
        String digest = DigestUtils.sha256Hex("b");

        crawl(Map.of(digest, "media/Photo.png"));

        assertThat(copied("events.html"))
                .contains(
                        "href=\"css/a.css\"",
                        "src=\"../media/Photo.png\"",
                        "srcset=\"../media/Photo.png 1x, c.png 2x\"")
                .contains("c.png&quot;");
        assertThat(copied("css/a.css")).contains("@import \"b.css\"", "url(\"../c.png\")");
        assertThat(copied("css/b.css")).contains("url(\"data:image/png;base64,AA\")");
        assertThat(copied("c.png")).isEqualTo("c");
    }

    @Test
    void saysWhatVisitorsDoNotGetAndLeadsOn() throws Exception {
        page("events.html", "<a href='gone.html'>gone</a><a href='old.html'>old</a>");
        page("old.html", "-> /site/new.html");
        page("new.html", "<p>new</p>");

        crawl(Map.of());

        assertThat(missing).containsExactly(address.resolve("gone.html") + " answers 404");
        assertThat(copied("gone.html")).contains("404");
        assertThat(copied("old.html")).contains("href=\"new.html\"");
        assertThat(copied("new.html")).contains("new");
    }

    @Test
    void leavesNothingIfTheSiteFails() {
        page("events.html", "<a href='two.html'>two</a>");
        page("two.html", "broken");

        assertThatThrownBy(() -> crawl(Map.of()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.status()).isEqualTo(4))
                .hasMessageContaining("two.html answers 503");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isNoCopyOfASiteWithoutPages() {
        assertThatThrownBy(() -> crawl(Map.of())).hasMessageContaining("No page of");
        assertThat(folder).isEmptyDirectory();
    }
}
