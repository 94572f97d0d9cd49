package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;
import static org.efcpreview.web.Browser.location;
import static org.efcpreview.web.Browser.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that editors send, and who sees them when. */
@Tag("server")
class AssetsTest {
    private static final String APP = "/app/assets";

    @TempDir
    static Path directory;

    private static PreviewServer server;

    private Browser browser;
    private String token;
    private String folder;

    @BeforeAll
    static void start() throws Exception {
        server = Fixture.in(directory).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void a_folder_of_its_own(org.junit.jupiter.api.TestInfo test) throws Exception {
        browser = new Browser(server);
        assertThat(browser.signIn("superuser", "superuser").statusCode()).isEqualTo(303);
        token = browser.token();
        String name = test.getTestMethod().orElseThrow().getName().replace('_', '-');
        HttpResponse<String> added =
                browser.post(UI + dialog("ui-framework-jcr:addFolder", "/"), Map.of("_token", token, "name", name));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        folder = "/" + name;
        assertThat(location(added)).isEqualTo(UI + screen(folder));
    }

    private static String screen(String folder) {
        return APP + "?path=" + folder;
    }

    private static String asset(String path) {
        return APP + "/item?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static String dialog(String id, String path) {
        return APP + "/dialog/" + id + "?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> act(String action, String path) throws Exception {
        return browser.post(UI + APP, Map.of("_token", token, "action", action, "item", path));
    }

    private Document list() throws Exception {
        return page(browser.get(UI + screen(folder)));
    }

    private List<String> names() throws Exception {
        return list().select("td.path").eachText().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .map(path -> path.substring(folder.length() + 1))
                .toList();
    }

    private HttpResponse<String> upload(String name, byte[] content) throws Exception {
        return upload(new Browser.File("files", name, "image/png", content));
    }

    private HttpResponse<String> upload(Browser.File... files) throws Exception {
        return browser.upload(UI + dialog("dam-app:upload", folder), Map.of("_token", token), files);
    }

    private Document show(String path) throws Exception {
        HttpResponse<String> answer = browser.get(UI + asset(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return page(answer);
    }

    private String detail(String name) {
        return APP + "/detail?path=" + folder + name;
    }

    private Document form(String name) throws Exception {
        return page(browser.get(UI + detail(name)));
    }

    private static String fact(Document page, String label) {
        return page.select("dt").stream()
                .filter(term -> term.text().equals(label))
                .map(term -> term.nextElementSibling().text())
                .findFirst()
                .orElse("");
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    private static byte[] webp(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22);
        bytes.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        bytes.put(new byte[] {(byte) (width - 1), (byte) (width - 1 >> 8), (byte) (width - 1 >> 16)});
        bytes.put(new byte[] {(byte) (height - 1), (byte) (height - 1 >> 8), (byte) (height - 1 >> 16)});
        return bytes.array();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** As every OpenDocument file begins. */
    private static byte[] document(String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            ZipEntry entry = new ZipEntry("mimetype");
            CRC32 sum = new CRC32();
            sum.update(text(type));
            entry.setSize(type.length());
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(text(type));
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void files_are_what_their_content_says() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.png", picture("png", 30, 20));
        files.put("b.jpg", picture("jpg", 700, 600));
        files.put("c.gif", picture("gif", 30, 20));
        files.put("d.webp", webp(300, 200));
        files.put("e.pdf", text("%PDF-1.4\n…\n%%EOF\n"));
        files.put("f.docx", zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>")));
        files.put("g.xlsx", zip(Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>")));
        files.put("h.odt", document("application/vnd.oasis.opendocument.text"));
        // The picture that calls itself something else is what it is.
        files.put("i.html", picture("png", 3, 2));
        HttpResponse<String> answer = upload(files.entrySet().stream()
                .map(file -> new Browser.File("files", file.getKey(), "text/html", file.getValue()))
                .toArray(Browser.File[]::new));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        Map<String, String> types = new LinkedHashMap<>();
        types.put("a.png", "image/png");
        types.put("b.jpg", "image/jpeg");
        types.put("c.gif", "image/gif");
        types.put("d.webp", "image/webp");
        types.put("e.pdf", "application/pdf");
        types.put("f.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        types.put("g.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        types.put("h.odt", "application/vnd.oasis.opendocument.text");
        types.put("i.png", "image/png");
        for (Map.Entry<String, String> type : types.entrySet()) {
            Document page = show(folder + "/" + type.getKey());
            assertThat(fact(page, "Kind")).as(type.getKey()).isEqualTo(type.getValue());
            assertThat(fact(page, "File name")).isEqualTo(type.getKey());
            HttpResponse<String> file =
                    browser.get(page.selectFirst("a[download]").attr("href"));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith(type.getValue());
        }
        assertThat(fact(show(folder + "/b.jpg"), "Pixels")).isEqualTo("700 × 600");
        assertThat(fact(show(folder + "/d.webp"), "Pixels")).isEqualTo("300 × 200");
        assertThat(names()).hasSize(9);
    }

    @Test
    void files_that_could_do_harm_are_refused_with_the_reason() throws Exception {
        byte[] cut = picture("png", 300, 300);
        Map<String, byte[]> refused = new LinkedHashMap<>();
        refused.put("is an SVG drawing", text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"));
        refused.put("is a web page", text("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        refused.put("is of no kind", text("MZ something"));
        refused.put("is empty", new byte[0]);
        refused.put("is damaged or cut short", java.util.Arrays.copyOf(cut, cut.length / 2));
        refused.put("is an archive", zip(Map.of("x.exe", "x")));
        refused.put("holds macros", zip(Map.of("[Content_Types].xml", "", "word/vbaProject.bin", "x")));
        refused.put("must end in .docx", zip(Map.of("[Content_Types].xml", "", "word/document.xml", "x")));
        refused.put("can have 50 million", huge(60_000, 60_000));
        for (Map.Entry<String, byte[]> file : refused.entrySet()) {
            HttpResponse<String> answer = upload("x.png", file.getValue());
            assertThat(answer.statusCode()).as(file.getKey()).isEqualTo(422);
            assertThat(page(answer).select("#problems").text()).contains(file.getKey());
        }
        assertThat(names()).isEmpty();
    }

    /** A picture that says that it is large, and is not. */
    private static byte[] huge(int width, int height) throws IOException {
        byte[] png = picture("png", 1, 1);
        ByteBuffer bytes = ByteBuffer.wrap(png);
        bytes.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return png;
    }

    @Test
    void what_is_good_among_several_is_kept() throws Exception {
        HttpResponse<String> answer = upload(
                new Browser.File("files", "good.png", "", picture("png", 3, 2)),
                new Browser.File("files", "bad.svg", "", text("<svg/>")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page(answer).select("#problems").text()).contains("bad.svg").doesNotContain("good.png");
        assertThat(names()).containsExactly("good.png");
    }

    @Test
    void a_file_that_is_there_already_is_not_stored_again_but_said_to_be_there() throws Exception {
        upload("once.png", picture("png", 4, 2));
        HttpResponse<String> answer = upload("again.png", picture("png", 4, 2));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page(answer).select("#problems").text())
                .contains("“again.png” is there already: " + folder + "/once.png");
        assertThat(upload("other.png", picture("png", 2, 4)).statusCode()).isEqualTo(303);
        assertThat(names()).containsExactlyInAnyOrder("once.png", "other.png");
    }

    @Test
    void names_are_cleaned_and_unique() throws Exception {
        int width = 3;
        for (String name : List.of(
                "../../../etc/passwd",
                "C:\\temp\\Été à Paris.PNG",
                "photo.png",
                "photo.png",
                "<script>.png",
                "..",
                "a\u202egnp.exe",
                "x".repeat(500) + ".png")) {
            HttpResponse<String> answer = upload(name, picture("png", width++, 2));
            assertThat(answer.statusCode()).as(name).isEqualTo(303);
        }
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "passwd.png",
                        "ete-a-paris.png",
                        "photo.png",
                        "photo-2.png",
                        "script.png",
                        "file.png",
                        "agnp.png",
                        "x".repeat(100) + ".png");
        assertThat(fact(show(folder + "/ete-a-paris.png"), "File name")).isEqualTo("Été à Paris.png");
        assertThat(fact(show(folder + "/agnp.png"), "File name")).isEqualTo("agnp.png");
    }

    @Test
    void texts_are_saved_unless_somebody_else_has_meanwhile() throws Exception {
        upload("a.png", picture("png", 3, 2));
        Map<String, String> form = Browser.fields(form("/a.png").selectFirst("form.edit"));
        form.put("_do", "save");
        form.put("title", "A <b>title</b>");
        form.put("description", "First\r\nsecond");

        assertThat(browser.post(UI + detail("/a.png"), form).statusCode()).isEqualTo(303);
        Document saved = show(folder + "/a.png");
        assertThat(saved.selectFirst("h1").text()).isEqualTo("A <b>title</b>");
        assertThat(form("/a.png").selectFirst("[name=description]").wholeText().strip())
                .isEqualTo("First\nsecond");
        assertThat(page(browser.get(UI + APP + "?q=TITLE")).select("a.name").eachText())
                .contains("A <b>title</b>");

        form.put("title", "Another");
        HttpResponse<String> late = browser.post(UI + detail("/a.png"), form);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(page(late).selectFirst("[name=title]").val()).isEqualTo("Another");
        assertThat(show(folder + "/a.png").selectFirst("h1").text()).isEqualTo("A <b>title</b>");
    }

    @Test
    void another_file_takes_the_place_of_the_first_and_keeps_its_key() throws Exception {
        upload("a.png", picture("png", 3, 2));
        String key = fact(show(folder + "/a.png"), "Key");
        String replace = UI + dialog("dam-app:replace", folder + "/a.png");
        Map<String, String> fields = Map.of("_token", token);

        HttpResponse<String> wrong =
                browser.upload(replace, fields, new Browser.File("file", "b.pdf", "", text("%PDF-1.4\n%%EOF")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        HttpResponse<String> right =
                browser.upload(replace, fields, new Browser.File("file", "b.jpg", "", picture("jpg", 40, 50)));
        assertThat(right.statusCode()).isEqualTo(303);

        Document page = show(folder + "/a.png");
        assertThat(fact(page, "Key")).isEqualTo(key).startsWith("jcr:");
        assertThat(fact(page, "File name")).isEqualTo("b.jpg");
        assertThat(fact(page, "Pixels")).isEqualTo("40 × 50");
    }

    @Test
    void visitors_see_an_asset_while_it_is_published() throws Exception {
        upload("a.png", picture("png", 3, 2));
        String path = folder + "/a.png";
        String address = show(path).selectFirst("a[download]").attr("href").replaceFirst("^/author", "");
        assertThat(Fixture.get(server, address).statusCode()).isEqualTo(404);

        assertThat(act("activate", path).statusCode())
                .as("the folder is not public")
                .isEqualTo(422);
        assertThat(act("activate", folder).statusCode()).isEqualTo(303);
        assertThat(act("activate", path).statusCode()).isEqualTo(303);
        assertThat(Fixture.get(server, address).statusCode()).isEqualTo(200);
        assertThat(show(path).select(".status").eachText()).containsExactly("Published");

        assertThat(act("deactivate", path).statusCode()).isEqualTo(303);
        assertThat(Fixture.get(server, address).statusCode()).isEqualTo(404);

        act("activate", path);
        assertThat(act("delete", path).statusCode()).isEqualTo(303);
        assertThat(browser.get("/author" + address).statusCode()).isEqualTo(404);
        assertThat(act("restorePreviousVersion", path).statusCode()).isEqualTo(303);
        assertThat(browser.get("/author" + address).statusCode()).isEqualTo(200);
        assertThat(act("delete", path).statusCode()).isEqualTo(303);
        assertThat(Fixture.get(server, address).statusCode())
                .as("until the deletion is published")
                .isEqualTo(200);
        assertThat(act("activateDeleted", path).statusCode()).isEqualTo(303);
        assertThat(Fixture.get(server, address).statusCode()).isEqualTo(404);
        assertThat(browser.get(UI + asset(path)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_deletes_an_asset_is_told_what_refers_to_it() throws Exception {
        upload("a.png", picture("png", 3, 2));
        String path = folder + "/a.png";
        assertThat(show(path).text()).contains("Nothing refers to it.");
        String title = "Shows " + fact(show(path), "Key");
        browser.post(
                UI + "/app/pages-app/dialog/pages-app:createPage?path=/",
                Map.of("_token", token, "title", title, "name", "shows", "template", "fix:pages/p"));

        assertThat(show(path).text()).contains(title + " website: /shows");
        String question =
                act("confirmDeletion", path).headers().firstValue("Location").orElseThrow();
        assertThat(page(browser.get(question)).select(".warning").text()).contains(title + " website: /shows");
        assertThat(act("delete", path).statusCode())
                .as("whoever has been told may")
                .isEqualTo(303);
    }

    @Test
    void nothing_happens_without_the_token_or_a_file() throws Exception {
        HttpResponse<String> none = browser.post(UI + dialog("dam-app:upload", folder), Map.of("_token", token));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(page(none).select("#problems").text()).contains("Choose a file first");

        browser.upload(
                UI + dialog("dam-app:upload", folder),
                Map.of("_token", "wrong"),
                new Browser.File("files", "a.png", "", picture("png", 3, 2)));
        assertThat(names()).isEmpty();
        for (String path : List.of("/no-such-folder", "x", "/../x", "/a[b", "//")) {
            assertThat(browser.get(UI + dialog("dam-app:upload", path)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void what_lies_in_a_file_is_no_folder() throws Exception {
        upload("whole.png", picture("png", 3, 2));
        String path = folder + "/whole.png";

        for (String part : List.of(path + "/jcr:content", "/jcr:system")) {
            assertThat(browser.get(UI + asset(part)).statusCode()).as(part).isEqualTo(404);
            assertThat(browser.get(UI + dialog("dam-app:upload", part)).statusCode())
                    .as(part)
                    .isEqualTo(404);
            assertThat(act("delete", part).statusCode()).as(part).isEqualTo(409);
        }
        assertThat(browser.get(UI + asset(path)).statusCode()).isEqualTo(200);
    }
}
