package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Session;
import javax.jcr.SimpleCredentials;
import org.efcevents.archive.TestArchive;
import org.efcevents.publish.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that is brought in with its pictures and documents. */
class ImportFilesTest {

    private static final String PAGE =
            """
            <html><head><title>Past</title></head><body><h1>Past events</h1>
            <h2>Forum in Oslo, 3 May 2011</h2><p>The group met on 3 May 2011 in Oslo.</p>
            <p><img src="Past_files/hall.png" alt="The hall"><img src="Past_files/gone.png" alt="The harbour"></p>
            <p><a href="https://old.example.org/media/minutes.pdf?x=1">Minutes</a>
            <a href="https://old.example.org/media/agenda.pdf">Agenda</a></p>
            <h2>Meeting in Rome, 4 June 2012</h2><p>The group met on 4 June 2012 in Rome.</p>
            <p><img src="Past_files/hall-again.png"><img src="Past_files/evil.png" alt="Evil"></p>
            </body></html>
            """;

    @TempDir
    Path home;

    private final ImportPage page = new ImportPage();
    private TestArchive content;
    private Session session;
    private Session dam;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        session = content.session();
        session.getWorkspace().createWorkspace("dam");
        dam = session.getRepository().login(new SimpleCredentials("admin", new char[0]), "dam");
    }

    @AfterEach
    void close() {
        dam.logout();
        content.close();
    }

    private Officer officer(Session files) {
        return new Officer(content, new Publishing(Optional.empty(), Optional.ofNullable(files)));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file.toByteArray();
    }

    private static byte[] past() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Past.html", bytes(PAGE));
        files.put("Past_files/hall.png", picture());
        files.put("Past_files/hall-again.png", picture());
        files.put("Past_files/evil.png", bytes("<svg onload='alert(1)'/>"));
        files.put("files/minutes.pdf", bytes("%PDF-1.4\n%%EOF\n"));
        return zip(files);
    }

    private DeskAnswer bring(Officer officer, byte[] file) {
        return page.sent(officer.sends(Map.of("title", "Past Events"), "past.zip", file))
                .orElseThrow();
    }

    private static String query(DeskAnswer answer) {
        assertThat(answer).isInstanceOf(DeskAnswer.Done.class);
        return ((DeskAnswer.Done) answer).address().replaceFirst(".*\\?", "");
    }

    private ImportReview look(Officer officer, String query) {
        return ((ImportPage.LookingOver) ((DeskAnswer.Shown) page.shown(officer.asks(query))).model()).review();
    }

    private static List<Problem> problems(DeskAnswer answer) {
        assertThat(((DeskAnswer.Shown) answer).status()).isEqualTo(422);
        Object model = ((DeskAnswer.Shown) answer).model();
        return model instanceof ImportPage.LookingOver over
                ? over.problems()
                : ((ImportPage.Choosing) model).problems();
    }

    private static Map<String, String> form(ImportReview review, boolean files) {
        Map<String, String> form = new HashMap<>(Map.of("page", review.page().id(), "import", "yes"));
        if (files) {
            form.put("files", "on");
        }
        for (ReviewedEvent row : review.rows()) {
            String name = "row." + row.proposal().at();
            if (row.proposal().taken()) {
                form.put(name + ".take", "on");
            }
            form.put(name + ".title", row.proposal().title());
            form.put(name + ".date", row.proposal().date());
            form.put(name + ".kind", row.proposal().kind());
        }
        return form;
    }

    private DeskAnswer send(Officer officer, Map<String, String> form) {
        return page.sent(officer.sends(form)).orElseThrow();
    }

    private ImportPage.Made made(Officer officer, DeskAnswer answer) {
        return (ImportPage.Made) ((DeskAnswer.Shown) page.shown(officer.asks(query(answer)))).model();
    }

    private Node event(String name) throws Exception {
        return session.getNode("/events/" + name);
    }

    private static List<String> below(Node node) throws Exception {
        List<String> below = new ArrayList<>();
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node each = nodes.nextNode();
            if (!each.getName().startsWith("jcr:")) {
                below.add(each.getPath());
                below.addAll(below(each));
            }
        }
        return below;
    }

    private List<String> assets() throws Exception {
        dam.refresh(false);
        return dam.nodeExists("/efc-events-imports") ? below(dam.getNode("/efc-events-imports")) : List.of();
    }

    @Test
    void whatCameAndWhatIsMissingIsShown() throws Exception {
        Officer officer = officer(dam);
        ImportReview review = look(officer, query(bring(officer, past())));

        assertThat(review.rows()).extracting(row -> row.proposal().title()).hasSize(2);
        assertThat(review.files().here()).isEqualTo(3);
        assertThat(review.files().unusable())
                .extracting(ReviewedFiles.Lack::address)
                .containsExactly("Past_files/evil.png");
        assertThat(review.files().missing())
                .extracting(lack -> lack.kind() + " " + lack.address())
                .containsExactly("document https://old.example.org/media/agenda.pdf", "picture Past_files/gone.png");
        assertThat(review.files().permitted()).isTrue();
        assertThat(review.files().taken()).isTrue();
        assertThat(review.rows().get(0).facts())
                .filteredOn(fact -> !fact.file().isEmpty())
                .extracting(ReviewedEvent.Fact::file)
                .containsExactly("here", "missing", "here", "missing");
        assertThat(assets()).as("before it is imported").isEmpty();
    }

    @Test
    void eventsGetThem() throws Exception {
        Officer officer = officer(dam);
        ImportReview review = look(officer, query(bring(officer, past())));
        StepView done = made(officer, send(officer, form(review, true))).done();

        List<String> assets = assets();
        String folder = "/efc-events-imports/past-events-" + review.page().id().replace("page", "");
        // The same picture is there once.
        assertThat(assets).containsExactlyInAnyOrder(folder, folder + "/hall.png", folder + "/minutes.pdf");
        assertThat(done.words()).containsExactly("Past Events", "2", folder, "2");
        Node hall = dam.getNode(folder + "/hall.png");
        assertThat(hall.isNodeType("mgnl:asset")).isTrue();
        assertThat(hall.getProperty("name").getString()).isEqualTo("hall");
        assertThat(hall.getProperty("title").getString()).isEqualTo("The hall");
        Node file = hall.getNode("jcr:content");
        assertThat(file.isNodeType("mgnl:resource")).isTrue();
        assertThat(file.getProperty("jcr:mimeType").getString()).isEqualTo("image/png");
        assertThat(file.getProperty("fileName").getString()).isEqualTo("hall.png");
        assertThat(file.getProperty("extension").getString()).isEqualTo("png");
        assertThat(file.getProperty("width").getLong()).isEqualTo(30);
        assertThat(file.getProperty("height").getLong()).isEqualTo(20);
        assertThat(file.getProperty("size").getLong()).isEqualTo(picture().length);
        try (InputStream data = file.getProperty("jcr:data").getBinary().getStream()) {
            assertThat(data.readAllBytes()).isEqualTo(picture());
        }
        assertThat(hall.getProperty("mgnl:createdBy").getString()).isEqualTo("officer");

        Node oslo = event("forum-in-oslo-3-may-2011");
        assertThat(oslo.getNode("gallery").getNodes().getSize()).isEqualTo(1);
        Node shown = oslo.getNode("gallery/gallery0");
        assertThat(shown.getProperty("image").getString()).isEqualTo("jcr:" + hall.getIdentifier());
        assertThat(shown.getProperty("alt").getString()).isEqualTo("The hall");
        Node minutes = oslo.getNode("documents/documents0");
        assertThat(minutes.getProperty("asset").getString())
                .isEqualTo("jcr:" + dam.getNode(folder + "/minutes.pdf").getIdentifier());
        assertThat(minutes.getProperty("title").getString()).isEqualTo("Minutes");
        assertThat(oslo.getNode("links").getNodes().getSize()).isEqualTo(1);
        assertThat(oslo.getNode("links/links0").getProperty("url").getString())
                .isEqualTo("https://old.example.org/media/agenda.pdf");
        Node rome = event("meeting-in-rome-4-june-2012");
        assertThat(rome.getNode("gallery").getNodes().getSize()).isEqualTo(1);
        assertThat(rome.hasProperty("gallery/gallery0/alt")).isFalse();
    }

    @Test
    void eventsAreImportedWithoutThem() throws Exception {
        Officer officer = officer(dam);
        ImportReview review = look(officer, query(bring(officer, past())));
        StepView done = made(officer, send(officer, form(review, false))).done();

        assertThat(done.words()).containsExactly("Past Events", "2");
        assertThat(assets()).isEmpty();
        assertThat(event("forum-in-oslo-3-may-2011").hasNode("gallery")).isFalse();
        assertThat(event("forum-in-oslo-3-may-2011").getNode("links").getNodes().getSize())
                .isEqualTo(2);
    }

    @Test
    void whoMayNotAddAssetsIsToldBeforeAnythingIsWritten() throws Exception {
        Session readable = assetSession();
        doReturn(false).when(readable).hasPermission(any(), any());
        Officer reader = officer(readable);
        ImportReview review = look(reader, query(bring(reader, past())));
        assertThat(review.files().permitted()).isFalse();

        assertThat(problems(send(reader, form(review, true))))
                .extracting(Problem::message)
                .containsExactly("efc.desk.import.files.refused");
        assertThat(below(session.getNode("/events"))).isEmpty();
        made(reader, send(reader, form(review, false)));
        assertThat(event("forum-in-oslo-3-may-2011").hasNode("gallery")).isFalse();
        assertThat(look(officer(null), query(bring(reader, past()))).files().permitted())
                .as("where there is no session")
                .isFalse();
    }

    /** The session of the assets; Mockito puts an answer or two before its own. */
    private Session assetSession() {
        return mock(Session.class, delegatesTo(dam));
    }

    @Test
    void noEventIsMadeIfFilesCannotBeSaved() throws Exception {
        Session full = assetSession();
        doThrow(new AccessDeniedException("no")).when(full).save();
        Officer officer = officer(full);
        ImportReview review = look(officer, query(bring(officer, past())));

        assertThat(problems(send(officer, form(review, true))))
                .extracting(Problem::message)
                .containsExactly("efc.desk.refused.rights");
        assertThat(below(session.getNode("/events"))).isEmpty();
        assertThat(assets()).isEmpty();
    }

    /** Somebody else changes the same while files are saved. */
    @Test
    void noFileStaysIfTheEventsCannotBeSaved() throws Exception {
        Officer officer = officer(dam);
        ImportReview review = look(officer, query(bring(officer, past())));
        String kept = "/deskImports/" + review.page().id();
        Session slow = assetSession();
        doAnswer(save -> {
                    Session other = session.getRepository().login(new SimpleCredentials("admin", new char[0]));
                    other.getNode(kept).remove();
                    other.save();
                    other.logout();
                    dam.save();
                    return null;
                })
                .doAnswer(delegatesTo(dam))
                .when(slow)
                .save();

        DeskAnswer answer = send(officer(slow), form(review, true));
        verify(slow, atLeastOnce()).save();
        assertThat(problems(answer)).extracting(Problem::message).containsExactly("efc.desk.refused.meanwhile");
        assertThat(below(session.getNode("/events"))).isEmpty();
        assertThat(assets()).isEmpty();
    }

    @Test
    void takenBackTheyStayAndAreUsedAgain() throws Exception {
        Officer officer = officer(dam);
        ImportReview review = look(officer, query(bring(officer, past())));
        ImportPage.Made made = made(officer, send(officer, form(review, true)));
        List<String> assets = assets();
        String hall = dam.getNode(assets.get(0) + "/hall.png").getIdentifier();

        ImportPage.Made back =
                made(officer, send(officer, Map.of("takeBack", made.done().id())));
        assertThat(back.done().takenBack()).isTrue();
        assertThat(back.files()).isTrue();
        assertThat(assets()).isEqualTo(assets);
        assertThat(below(session.getNode("/events"))).isEmpty();

        review = look(officer, "page=" + review.page().id());
        assertThat(made(officer, send(officer, form(review, true))).files()).isFalse();
        assertThat(assets()).isEqualTo(assets);
        assertThat(event("forum-in-oslo-3-may-2011")
                        .getProperty("gallery/gallery0/image")
                        .getString())
                .isEqualTo("jcr:" + hall);
    }

    @Test
    void aZipThatCannotBeUsed() throws Exception {
        Officer officer = officer(dam);
        assertThat(problems(bring(officer, zip(Map.of("../a.html", bytes(PAGE))))))
                .containsExactly(Problem.of("file", "efc.desk.import.zip.path", "../a.html"));
        assertThat(problems(bring(officer, zip(Map.of("a.jpg", picture())))))
                .containsExactly(Problem.of("file", "efc.desk.import.zip.pageless"));
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy(past(), 0, large, 0, 100);
        assertThat(problems(bring(officer, large)))
                .containsExactly(Problem.of("file", "efc.desk.import.zip.heavy", 20));
        assertThat(session.nodeExists("/deskImports")).isFalse();
    }

    @Test
    void ofAPageAloneEverythingIsMissing() throws Exception {
        Officer officer = officer(dam);
        ImportReview review = look(officer, query(bring(officer, bytes(PAGE))));
        assertThat(review.files().packed()).isFalse();
        assertThat(review.files().here()).isZero();
        assertThat(review.files().missing()).hasSize(6);
        assertThat(review.rows().get(0).facts())
                .extracting(ReviewedEvent.Fact::file)
                .containsOnly("");
    }

    @Test
    void aPictureThatNothingIsSaidOfIsMarked() throws Exception {
        Officer officer = officer(dam);
        ImportReview review = look(officer, query(bring(officer, past())));

        assertThat(review.files().undescribed()).isEqualTo(1);
        assertThat(review.rows().get(1).facts())
                .filteredOn(fact -> fact.value().endsWith("hall-again.png"))
                .extracting(ReviewedEvent.Fact::file)
                .containsExactly("undescribed");
    }

    @Test
    void anEventThatIsThereGetsTheFilesThatItLacks() throws Exception {
        Officer officer = officer(dam);
        ImportReview alone = look(officer, query(bring(officer, bytes(PAGE))));
        made(officer, send(officer, form(alone, false)));
        session.refresh(false);
        assertThat(event("forum-in-oslo-3-may-2011").hasNode("gallery")).isFalse();

        ImportReview packed = look(officer, query(bring(officer, past())));
        assertThat(packed.rows()).extracting(ReviewedEvent::missingFiles).containsExactly(2, 1);
        assertThat(packed.changing()).isEqualTo(2);
        assertThat(problems(send(officer, form(packed, false))))
                .extracting(Problem::message)
                .containsExactly("efc.desk.import.unticked.files");
        ImportPage.Made made = made(officer, send(officer, form(packed, true)));

        session.refresh(false);
        Node oslo = event("forum-in-oslo-3-may-2011");
        assertThat(oslo.getNode("gallery").getNodes().getSize()).isEqualTo(1);
        assertThat(oslo.getNode("documents").getNodes().getSize()).isEqualTo(1);
        assertThat(below(session.getNode("/events")))
                .filteredOn(path -> path.indexOf('/', 8) < 0)
                .hasSize(2);
        assertThat(look(officer, query(bring(officer, past()))).changing()).isZero();

        made(officer, send(officer, Map.of("takeBack", made.done().id())));
        session.refresh(false);
        assertThat(event("forum-in-oslo-3-may-2011").hasNode("gallery")).isFalse();
    }
}
