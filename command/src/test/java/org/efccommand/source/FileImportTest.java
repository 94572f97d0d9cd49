package org.efccommand.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.jcr.Node;
import javax.jcr.Session;
import org.apache.commons.lang3.function.FailableFunction;
import org.efccommand.archive.PreviewHome;
import org.efccommand.archive.Scratch;
import org.efccommand.content.BootstrapFiles;
import org.efcevents.columns.TableReading;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.imports.KeptPages;
import org.efcevents.imports.KeptTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old page comes into archives. */
@Tag("server")
class FileImportTest {

    private static final String PAGE =
            """
            <html><head><title>Old events</title></head><body>
            <h2>Annual Forum on Payments, 12 February 2011</h2>
            <p>The forum met in Lyon. Jane Doe, Head of Unit, European Commission, spoke.</p>
            <h2>Training of prosecutors, March 2012</h2>
            <p>Officers were trained in The Hague.</p>
            </body></html>
            """;

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    @TempDir
    static Path folder;

    private static SourceImport page(String content) throws Exception {
        return new SourceImport(
                Files.writeString(folder.resolve("page.html"), content),
                Optional.empty(),
                Optional.of("https://old.example/events.html"),
                new Reading(ZoneId.of("Europe/Brussels"), LANGUAGES, "", Map.of(), DateOrder.UNKNOWN, Optional.empty()),
                "superuser");
    }

    @Test
    void makesUnpublishedEventsInAPreviewOnce() throws Exception {
        PreviewHome home = new PreviewHome(folder.resolve("home"), Path.of("target/classes"), Path.of("light-modules"));
        home.serve().close();
        SourceImport page = page(PAGE);
        assertThat(run(home, page, false).lines())
                .allMatch(line -> line.startsWith("new  "))
                .hasSize(2);

        assertThat(run(home, page, true).taken()).isEqualTo(2);

        String start = home.read(sessions -> {
            Node event = sessions.of("author", "efc-events")
                    .getNode("/events")
                    .getNodes("annual-forum*")
                    .nextNode();
            assertThat(sessions.of("public", "efc-events").nodeExists(event.getPath()))
                    .isFalse();
            assertThat(event.getProperty("sourceUrl").getString()).isEqualTo("https://old.example/events.html");
            return event.getProperty("start").getString();
        });
        assertThat(start).isEqualTo("2011-02-12");
        assertThat(run(home, page, true).taken()).isZero();
        assertThat(run(home, page(PAGE.replace("Lyon", "Paris")), false).lines())
                .anyMatch(line -> line.startsWith("changed (city"))
                .anyMatch(line -> line.startsWith("there"));
    }

    @Test
    void keepsNoAddressesOfWhoWasInvited() throws Exception {
        PreviewHome home =
                new PreviewHome(folder.resolve("calendar"), Path.of("target/classes"), Path.of("light-modules"));
        home.serve().close();
        String calendar = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Example//EN",
                "BEGIN:VEVENT",
                "UID:one@example.org",
                "DTSTAMP:20110101T000000Z",
                "DTSTART;VALUE=DATE:20110212",
                "SUMMARY:Annual Forum",
                "ATTENDEE;CN=Jane Doe:mailto:jane.doe@example.org",
                "END:VEVENT",
                "END:VCALENDAR",
                "");

        assertThat(run(home, page(calendar), true).taken()).isEqualTo(1);

        String kept = home.read(sessions -> {
            Session archive = sessions.of("author", "efc-events");
            KeptPages pages = new KeptPages(archive);
            return new String(pages.content(pages.all().get(0)), StandardCharsets.UTF_8);
        });
        assertThat(kept).contains("Annual Forum").doesNotContain("jane.doe@example.org");
    }

    private static SourceImport.Outcome run(PreviewHome home, SourceImport source, boolean write) throws Exception {
        FailableFunction<PreviewHome.Sessions, SourceImport.Outcome, Exception> work =
                sessions -> source.in(sessions.of("author", "efc-events"), sessions.of("author", "dam"), write);
        return write ? home.write(work) : home.read(work);
    }

    @Test
    void bringsATableInAsItWasAnswered() throws Exception {
        PreviewHome home =
                new PreviewHome(folder.resolve("table"), Path.of("target/classes"), Path.of("light-modules"));
        home.serve().close();
        SourceImport table = new SourceImport(
                Files.writeString(folder.resolve("table.csv"), "Headline of it,Date\nKick-off of all,03/04/2014\n"),
                Optional.empty(),
                Optional.empty(),
                new Reading(
                        ZoneId.of("Europe/Brussels"),
                        LANGUAGES,
                        "",
                        Map.of("A", "title"),
                        DateOrder.MONTH_FIRST,
                        Optional.empty()),
                "superuser");

        assertThat(run(home, table, true).taken()).isEqualTo(1);

        TableReading kept = home.read(sessions -> {
            Session archive = sessions.of("author", "efc-events");
            assertThat(archive.getNode("/events")
                            .getNodes("kick-off-of-all*")
                            .nextNode()
                            .getProperty("start")
                            .getString())
                    .isEqualTo("2014-03-04");
            KeptPages pages = new KeptPages(archive);
            return new KeptTables(pages).reading(pages.all().get(0)).orElseThrow();
        });
        assertThat(kept.meanings()).containsExactly("title", "date");
        assertThat(kept.order()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(run(home, table, true).taken()).isZero();
    }

    private static SourceImport packed() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", picture);
        Path zip = folder.resolve("page.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("page.html"));
            out.write(PAGE.replace("The forum met", "<img src='photos/forum.png'> The forum met")
                    .getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("photos/forum.png"));
            out.write(picture.toByteArray());
        }
        return new SourceImport(
                zip,
                Optional.empty(),
                Optional.empty(),
                new Reading(ZoneId.of("Europe/Brussels"), LANGUAGES, "", Map.of(), DateOrder.UNKNOWN, Optional.empty()),
                "superuser");
    }

    @Test
    void bringsThePicturesOfAZipFileInBesideThePage() throws Exception {
        PreviewHome home = new PreviewHome(folder.resolve("zip"), Path.of("target/classes"), Path.of("light-modules"));
        home.serve().close();

        assertThat(run(home, packed(), true).taken()).isEqualTo(2);

        String name = home.read(sessions -> {
            String key = sessions.of("author", "efc-events")
                    .getNode("/events")
                    .getNodes("annual-forum*")
                    .nextNode()
                    .getProperty("gallery/gallery0/image")
                    .getString();
            Node asset = sessions.of("author", "dam").getNodeByIdentifier(key.substring("jcr:".length()));
            return asset.getProperty("jcr:content/fileName").getString();
        });
        assertThat(name).isEqualTo("forum.png");
    }

    @Test
    void makesFilesOfPicturesToo() throws Exception {
        NewNodes elsewhere = new NewNodes(new Scratch(Path.of("target/classes"), Path.of("light-modules")));

        elsewhere.make(packed(), Optional.empty(), (outcome, made) -> {
            NewNodes.Made dam = made.get("dam");
            assertThat(new BootstrapFiles(dam.copy().session(), dam.paths()::contains)
                            .write(Files.createDirectory(folder.resolve("pictures")))
                            .keySet())
                    .containsExactly("dam.efc-events-imports.xml");
        });
    }

    @Test
    void becomesBootstrapFilesThatReplaceNothing() throws Exception {
        NewNodes elsewhere = new NewNodes(new Scratch(Path.of("target/classes"), Path.of("light-modules")));

        elsewhere.make(page(PAGE), Optional.empty(), (outcome, made) -> {
            NewNodes.Made events = made.get("efc-events");
            assertThat(outcome.taken()).isEqualTo(2);
            assertThat(new BootstrapFiles(events.copy().session(), events.paths()::contains)
                            .write(Files.createDirectory(folder.resolve("bootstrap")))
                            .keySet())
                    .hasSize(3)
                    .contains("efc-events.speakers.jane-doe.yaml")
                    .filteredOn(name -> name.startsWith("efc-events.events."))
                    .hasSize(2);
        });
    }
}
