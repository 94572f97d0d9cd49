package org.efccommand.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.jcr.ImportUUIDBehavior;
import javax.jcr.Node;
import javax.jcr.PathNotFoundException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efccommand.EfcEvents;
import org.efccommand.Progress;
import org.efccommand.bag.Bag;
import org.efccommand.bag.Packages;
import org.efccommand.content.Workspace;
import org.efcpreview.repository.Bootstrap;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.SystemContent;
import org.efcpreview.repository.User;
import org.efcpreview.web.PreviewServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive goes out and comes in again, node for node. */
@Tag("server")
class RoundTripTest {

    private static final Progress SILENT = new Progress(new PrintWriter(Writer.nullWriter()), false);
    /** Large enough to be stored in a file of its own. */
    private static final byte[] PICTURE =
            Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff}, 2000);

    @TempDir
    static Path folder;

    private static PreviewHome original;
    private static Bag bag;

    @BeforeAll
    static void takeOut() throws Exception {
        original = home("original");
        original.serve().close();
        copy(original.folder(), folder.resolve("installed"));
        copy(original.folder(), folder.resolve("checked"));
        original.write(sessions -> {
            for (String instance : PreviewHome.INSTANCES) {
                addTo(sessions.of(instance, "dam"), sessions.of(instance, "efc-events"));
            }
            Node draft = sessions.of("author", "efc-events").getNode("/events").addNode("draft", "efc:event");
            draft.setProperty("title", "Not yet published");
            draft.getSession().save();
            return null;
        });
        bag = new Bag(export(original, "bag", false));
    }

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said);
        return EfcEvents.commandLine().setOut(out).setErr(out).execute(arguments);
    }

    private static void addTo(Session dam, Session events) throws RepositoryException {
        Node asset = dam.getRootNode().addNode("Fotos", "mgnl:folder").addNode("Öffnung", "mgnl:asset");
        Node file = asset.addNode("jcr:content", "mgnl:resource");
        file.setProperty("jcr:data", dam.getValueFactory().createBinary(new ByteArrayInputStream(PICTURE)));
        file.setProperty("jcr:mimeType", "image/png");
        file.setProperty("fileName", "Öffnung.png");
        file.setProperty("extension", "png");
        file.setProperty("size", PICTURE.length);
        dam.save();
        Node event = events.getNode("/events/wp1-meeting");
        event.addNode("gallery", "mgnl:contentNode")
                .addNode("gallery0", "mgnl:contentNode")
                .setProperty("image", "jcr:" + asset.getIdentifier());
        event.setProperty("topics", new String[] {"lines\nof \"text\"", " spaces ", "null", "\u0007 bell", "a: b # c"});
        event.setProperty("none", new String[0]);
        event.setProperty("flag", true);
        event.setProperty("text", "true");
        event.setProperty("ratio", 1.5);
        Calendar zoned = Calendar.getInstance(TimeZone.getTimeZone("GMT+05:30"));
        zoned.setTimeInMillis(1_400_000_000_123L);
        event.setProperty("zoned", zoned);
        Node kept = events.getRootNode().addNode("kept", "nt:unstructured");
        kept.addNode("same", "nt:unstructured").setProperty("number", 1);
        kept.addNode("same", "nt:unstructured").setProperty("number", 2);
        kept.addNode("a.dot", "nt:unstructured").addMixin("mix:language");
        events.getNode("/events").orderBefore("wp1-meeting", "hidden");
        events.save();
    }

    private static PreviewHome home(String name) {
        return new PreviewHome(folder.resolve(name), Path.of("target/classes"), Path.of("light-modules"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static Path export(PreviewHome home, String name, boolean zip) throws Exception {
        return new Export(Export.STARTS, Optional.of("EFC"), LocalDate.of(2026, 11, 30), SILENT)
                .of(home, folder.resolve(name), zip)
                .place();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("manifest-sha256.txt"))) {
            files.put(line.substring(66), line.substring(0, 64));
        }
        return files;
    }

    @Test
    void isValidForAnotherTool() throws Exception {
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(bag.folder()), false);
        }
        assertThat(bag.problems()).isEmpty();
    }

    @Test
    void comesInAgainNodeForNode() throws Exception {
        PreviewHome other = home("installed");
        PreviewImport archive = new PreviewImport(bag, other, SILENT);
        List<Comparison> differences = archive.compare();
        assertThat(differences).anyMatch(Comparison::loses);

        archive.write(differences);

        assertThat(archive.compare()).isNotEmpty().allMatch(Comparison::isNone);
        // The same bytes: pages, channels, content and files.
        assertThat(files(export(other, "again", false))).isEqualTo(files(bag.folder()));
    }

    @Test
    void changesNothingIfItCannotWriteAll() throws Exception {
        PreviewHome other = home("broken");
        copy(original.folder(), other.folder());
        Path damaged = folder.resolve("damaged");
        copy(bag.folder(), damaged);
        Path lines = damaged.resolve("data/content/public/efc-events.jsonl");
        Files.writeString(lines, Files.readString(lines) + "{\"path\":\"/x/y\",\"type\":\"efc:event\"}\n");
        PreviewImport archive = new PreviewImport(new Bag(damaged), other, SILENT);
        List<Comparison> differences = archive.compare();

        assertThatThrownBy(() -> archive.write(differences)).isInstanceOf(PathNotFoundException.class);

        assertThat(new PreviewImport(bag, other, SILENT).compare()).allMatch(Comparison::isNone);
    }

    @Test
    void keepsPicturesOnceAndShowsThemInThePages() throws IOException {
        assertThat(bag.file("media/Fotos/Öffnung.png")).hasBinaryContent(PICTURE);
        Document page = Jsoup.parse(Files.readString(bag.file("html/events/wp1-meeting.html")));
        assertThat(page.select("img").eachAttr("src")).contains("../../media/Fotos/%C3%96ffnung.png");
    }

    @Test
    void hasPagesThatOpenWithoutAServer() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (String path : files(bag.folder()).keySet()) {
            if (path.endsWith(".html")) {
                Path file = bag.folder().resolve(path);
                Document page = Jsoup.parse(Files.readString(file));
                assertThat(page.select("form, script:not([type=application/ld+json])"))
                        .as(path)
                        .isEmpty();
                for (Element element : page.select("[href]:not([rel=canonical]), [src]")) {
                    String address = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                    URI target = file.toUri().resolve(address);
                    if (target.getScheme().equals("file")) {
                        links++;
                        String text = target.toString().replaceFirst("#.*", "");
                        if (!Files.isRegularFile(Path.of(URI.create(text)))) {
                            broken.add(path + ": " + address);
                        }
                    } else if (target.toString().startsWith("http://localhost")) {
                        broken.add(path + ": " + address);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(1000);
    }

    @Test
    void hasAllEventsOfVisitorsForPrograms() throws IOException {
        JsonNode events = new ObjectMapper().readTree(bag.file("events.json").toFile());
        assertThat(events.path("items")).hasSize(events.path("total").asInt()).hasSizeGreaterThan(20);
        assertThat(Files.readString(bag.file("events.ics"))).startsWith("BEGIN:VCALENDAR");
        assertThat(Files.readString(bag.file("content/author/efc-events.jsonl")))
                .contains("Not yet published");
        assertThat(bag.file("html/events/draft.html")).doesNotExist();
    }

    @Test
    void isOneZipFileIfAskedFor() throws Exception {
        Path zip = export(original, "archive.zip", true);

        assertThat(Packages.with(zip, Bag::problems)).contains(List.of());
        assertThatThrownBy(() -> export(original, "archive.zip", true)).hasMessageContaining("is there already");
    }

    @Test
    void becomesBootstrapFilesThatBringTheSameNodes() throws Exception {
        Path files = folder.resolve("bootstrap");
        assertThat(run("import", bag.folder().toString(), "--into", "bootstrap:" + files, "--write"))
                .isZero();

        try (ContentRepository repository = ContentRepository.open(folder.resolve("bootstrapped"))) {
            SystemContent.install(repository, SystemContent.Instance.AUTHOR);
            repository.registerNodeTypes(
                    "efc-events.cnd", Files.newBufferedReader(Path.of("target/classes/mgnl-nodetypes/efc-events.cnd")));
            repository.createWorkspace("efc-events");
            List<Bootstrap.File> yaml = new ArrayList<>();
            try (Stream<Path> all = Files.list(files)) {
                for (Path file : all.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.startsWith("efc-events.") && name.endsWith(".yaml")) {
                        yaml.add(new Bootstrap.File(name, Files.readString(file)));
                    }
                }
            }
            Bootstrap.run(repository, yaml);
            Session dam = repository.login("dam", User.SYSTEM);
            dam.importXML(
                    "/",
                    Files.newInputStream(files.resolve("dam.Fotos.xml")),
                    ImportUUIDBehavior.IMPORT_UUID_COLLISION_THROW);
            assertThat(dam.getNode("/Fotos/Öffnung/jcr:content")
                            .getProperty("jcr:data")
                            .getLength())
                    .isEqualTo(PICTURE.length);
            Session events = repository.login("efc-events", User.SYSTEM);
            events.importXML(
                    "/",
                    Files.newInputStream(files.resolve("efc-events.kept.xml")),
                    ImportUUIDBehavior.IMPORT_UUID_COLLISION_THROW);
            assertThat(events.getNode("/events/wp1-meeting")
                            .getProperty("topics")
                            .getValues()[0]
                            .getString())
                    .isEqualTo("lines\nof \"text\"");
            Comparison difference = Comparison.of(
                    "author", "efc-events", Contents.of(bag, "author", "efc-events"), new Workspace(events));
            // YAML, and so Magnolia's import, has instants only: a date's own zone is lost.
            assertThat(difference.changed()).isEqualTo(1);
            assertThat(difference.added() + difference.gone()).isZero();
        }
    }

    @Test
    void aBackupStartsWithTheSameArchive() throws Exception {
        PreviewHome copy = home("backup");

        assertThat(run("backup", "preview:" + original.folder(), copy.folder().toString()))
                .as(said.toString())
                .isZero();

        // The same bytes, as it is served and as it is stored: pages, channels, content and files.
        assertThat(files(export(copy, "of-backup", false))).isEqualTo(files(bag.folder()));
        assertThat(run("check", "preview:" + copy.folder())).isZero();
        assertThat(said.toString()).contains("author: looked at ", "public: looked at ", "All is whole.");
        assertThat(run("backup", "preview:" + original.folder(), copy.folder().toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("is there already");
    }

    @Test
    void tellsWithItsStatusThatAFileIsDamaged() throws Exception {
        PreviewHome other = home("damaged-file");
        copy(original.folder(), other.folder());
        try (Stream<Path> all = Files.walk(other.folder().resolve("author/datastore"))) {
            Files.writeString(all.filter(Files::isRegularFile).findFirst().orElseThrow(), "something else");
        }

        assertThat(run("check", "preview:" + other.folder())).isEqualTo(1);
        assertThat(said.toString()).contains("author: dam:/", " is damaged", "Not all is whole.");
        assertThat(run(
                        "backup",
                        "preview:" + other.folder(),
                        folder.resolve("as-it-is").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("with all that is wrong in the home");
    }

    @Test
    void refusesAHomeThatIsServed() throws Exception {
        try (PreviewServer server = original.serve()) {
            String home = "preview:" + original.folder();
            assertThat(run("import", bag.folder().toString(), "--into", home)).isEqualTo(3);
            assertThat(run("validate", home)).isEqualTo(3);
            assertThat(run("check", home)).isEqualTo(3);
            assertThat(run("backup", home, folder.resolve("of-served").toString()))
                    .isEqualTo(3);
            assertThat(folder.resolve("of-served")).doesNotExist();
            assertThat(said.toString()).contains("is in use").doesNotContain("report-missing");
        }
    }

    @Test
    void tellsWhatIsMissingOrWrongInAnArchive() throws Exception {
        PreviewHome other = home("checked");
        String home = "preview:" + other.folder();
        assertThat(run("validate", home)).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains("missing  report-missing  /events/")
                .contains(" 0 of them wrong");

        other.write(sessions -> {
            Session session = sessions.of("author", "efc-events");
            Node event = session.getNode("/events").addNode("half", "efc:event");
            event.setProperty("title", "Half");
            event.setProperty("precision", "day");
            event.setProperty("start", "2014-02-30");
            session.save();
            return null;
        });
        assertThat(run("validate", "--csv", home)).isEqualTo(1);
        assertThat(said.toString())
                .contains("check,severity,type,title,path,detail,since,form")
                .contains("date-wrong,wrong,efc:event,Half,/events/half,2014-02-30,");
    }
}
