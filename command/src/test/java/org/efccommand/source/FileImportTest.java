package org.efccommand.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efccommand.archive.BootstrapImport;
import org.efccommand.bag.Bag;
import org.efccommand.preview.PreviewHome;
import org.efcevents.imports.KeptPages;
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

    @TempDir
    static Path folder;

    private static SourceImport page(String content) throws Exception {
        return new SourceImport(
                Files.writeString(folder.resolve("page.html"), content),
                Optional.empty(),
                Optional.of("https://old.example/events.html"),
                ZoneId.of("Europe/Brussels"),
                "superuser");
    }

    @Test
    void makesUnpublishedEventsInAPreviewOnce() throws Exception {
        PreviewHome home = new PreviewHome(folder.resolve("home"), Path.of("target/classes"), Path.of("light-modules"));
        home.install();
        SourceImport page = page(PAGE);
        assertThat(run(home, page, false).lines())
                .allMatch(line -> line.startsWith("new  "))
                .hasSize(2);

        assertThat(run(home, page, true).taken()).isEqualTo(2);

        String start = home.read(sessions -> {
            Node event = sessions.get("author")
                    .session("efc-events")
                    .getNode("/events")
                    .getNodes("annual-forum*")
                    .nextNode();
            assertThat(sessions.get("public").session("efc-events").nodeExists(event.getPath()))
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
        home.install();
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
            Session archive = sessions.get("author").session("efc-events");
            KeptPages pages = new KeptPages(archive);
            return new String(pages.content(pages.all().get(0)), StandardCharsets.UTF_8);
        });
        assertThat(kept).contains("Annual Forum").doesNotContain("jane.doe@example.org");
    }

    private static SourceImport.Outcome run(PreviewHome home, SourceImport source, boolean write) throws Exception {
        PreviewHome.Work<SourceImport.Outcome> work =
                sessions -> source.in(sessions.get("author").session("efc-events"), write);
        return write ? home.write(work) : home.read(work);
    }

    @Test
    void becomesBootstrapFilesThatReplaceNothing() throws Exception {
        NewNodes elsewhere = new NewNodes(Path.of("target/classes"), Path.of("light-modules"));
        Path nodes = folder.resolve("nodes");
        assertThat(elsewhere.make(page(PAGE), null, nodes).taken()).isEqualTo(2);

        new BootstrapImport(new Bag(nodes), folder.resolve("bootstrap")).write();

        try (Stream<Path> files = Files.list(folder.resolve("bootstrap"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names)
                    .hasSize(3)
                    .contains("efc-events.speakers.jane-doe.yaml")
                    .filteredOn(name -> name.startsWith("efc-events.events."))
                    .hasSize(2);
        }
    }
}
