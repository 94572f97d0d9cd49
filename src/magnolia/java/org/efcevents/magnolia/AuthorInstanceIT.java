package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The module in an author instance: what is kept there is kept, whatever becomes of the module. A version before this one
 * is installed and people work with it; each test then goes one step further, and what officers do on the desk lies between.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorInstanceIT implements AdminCentralInMagnolia, DeskInMagnolia, ImportsInMagnolia, PublishingInMagnolia {

    private final AuthorInstance author = new AuthorInstance();
    private final Magnolia magnolia = author.magnolia();

    @Override
    public AuthorInstance author() {
        return author;
    }

    @BeforeAll
    void installThePreviousVersionAndWork(@TempDir Path folder) throws IOException {
        magnolia.start(previousVersion(folder.resolve("previous.jar")), "/author");
        Accounts accounts = new Accounts(magnolia.inside());
        accounts.role("opens-admincentral", "acl_uri");
        accounts.role("keeps-assets", "acl_dam");
        accounts.create("nobody");
        accounts.create("clerk", "rest-editor", "opens-admincentral");
        accounts.create("officer", "rest-editor", "opens-admincentral", "efc-events-editor");
        accounts.create("librarian", "rest-editor", "opens-admincentral", "efc-events-editor", "keeps-assets");
        List<String> before = author.content();
        edit();
        author.leave();
        assertThat(author.asLeft()).isNotEqualTo(before);
    }

    @AfterAll
    void stop() {
        magnolia.stop();
    }

    @Test
    @Order(1)
    void keepsDraftsFromWhoeverHasNoRole() {
        assertThat(magnolia.get(null, "/events.html").statusCode()).isEqualTo(401);
        // Magnolia lets everybody call delivery REST on an author instance: nothing may be there to read.
        for (String endpoint : List.of("efc-events", "efc-speakers", "efc-work-packages")) {
            assertThat(total(null, endpoint)).as(endpoint).isZero();
        }
        assertThat(magnolia.get(null, "/.rest/delivery/efc-events/v1/a-draft").statusCode())
                .isEqualTo(404);
        assertThat(total("clerk", "efc-events")).isZero();
        assertThat(magnolia.get("nobody", "/.rest/delivery/efc-events/v1").statusCode())
                .isEqualTo(403);
        assertThat(total("officer", "efc-events")).isEqualTo(29);
        assertThat(magnolia.get("officer", "/.rest/delivery/efc-events/v1/hidden/wp1-meeting")
                        .statusCode())
                .isEqualTo(200);
        assertThat(magnolia.get("superuser", "/events/a-draft.html").body())
                .contains("A draft")
                .contains("href=\"/author/events.html\"");
    }

    @Test
    @Order(2)
    void isUpdated() {
        restart();
        assertThat(magnolia.inside().installation().status()).isEqualTo("installDone");
        assertThat(magnolia.inside().installation().messages()).noneMatch(message -> message.contains("efc"));
        assertThat(version("efc-events")).isNotEqualTo("0.0.9");
        assertThat(author.content()).isEqualTo(author.asLeft());
        assertThat(magnolia.logged()).noneMatch(Magnolia::complainsOfTheModule);
        assertThat(magnolia.inside().problems("efc-events")).isEmpty();
    }

    @Test
    @Order(7)
    void isInstalledAgain() {
        forget("efc-events");
        restart();
        assertThat(magnolia.inside().installation().status()).isEqualTo("installDone");
        assertThat(magnolia.inside().installation().messages()).noneMatch(message -> message.contains("efc"));
        assertThat(version("efc-events")).isNotNull();
        assertThat(author.content()).isEqualTo(author.asLeft());
    }

    @Test
    @Order(8)
    void isNotInstalledOverAnArchiveThatIsThere() {
        forget("efc-events");
        forget("efc-events-content");
        restart();
        // Magnolia has undone it, says so, and runs.
        assertThat(magnolia.inside().installation().status()).isEqualTo("installDone");
        assertThat(magnolia.inside().installation().messages())
                .filteredOn(message -> message.contains("error"))
                .singleElement()
                .asString()
                .contains("Could not install or update efc-events-content");
        assertThat(version("efc-events-content")).isNull();
        assertThat(version("efc-events")).isNotNull();
        assertThat(author.content()).isEqualTo(author.asLeft());
        assertThat(magnolia.get("superuser", "/events/a-draft.html").body()).contains("A draft");
    }

    private void restart() {
        magnolia.stop();
        magnolia.start(Magnolia.JAR, "/author");
    }

    private int total(String user, String endpoint) {
        String list = magnolia.get(user, "/.rest/delivery/" + endpoint + "/v1?limit=100")
                .body();
        assertThat(list).startsWith("{\"total\":");
        return Integer.parseInt(list.substring("{\"total\":".length(), list.indexOf(',')));
    }

    /** What officers, editors of pages and administrators do in the course of a year. */
    private void edit() {
        magnolia.inside().in("efc-events", archive -> {
            Node event = archive.getNode("/events/4th-meeting-wp-1");
            event.setProperty("title", "Fourth meeting of work package 1 & friends");
            event.setProperty("closed", (String) null);
            Node draft = archive.getNode("/events").addNode("a-draft", "efc:event");
            draft.setProperty("title", "A draft");
            draft.setProperty("precision", "unknown");
            draft.addNode("participations", "mgnl:contentNode")
                    .addNode("participations0", "efc:participation")
                    .setProperty("talkTitle", "On drafts");
            archive.getNode("/events/vgt-conference-in-amsterdam").remove();
            archive.move("/events/wp1-meeting", "/events/hidden/wp1-meeting");
            archive.move("/speakers/dalli", "/speakers/john-dalli");
            archive.getNode("/speakers/john-dalli").setProperty("fullName", "John Dalli");
            Node folder = archive.getNode("/events").addNode("2030", "mgnl:folder");
            archive.move("/events/wp5-meeting", folder.getPath() + "/wp5-meeting");
            archive.getNode("/events").orderBefore("a-draft", "2nd-efc-steering-group-meeting");
            archive.getNode("/work-packages/wp4").remove();
            return archive.getNode("/work-packages/wp5").setProperty("title", "Renamed");
        });
        magnolia.inside().in("website", pages -> {
            pages.getNode("/speaker").remove();
            pages.move("/work-packages", "/our-work-packages");
            return pages.getNode("/events").setProperty("title", "What we did");
        });
        magnolia.inside().in("dam", assets -> {
            Node minutes = assets.getNode("/efc-events-members").addNode("minutes.pdf", "mgnl:asset");
            return minutes.setProperty("title", "Who was late");
        });
        magnolia.inside().in("userroles", roles -> {
            roles.getNode("/efc-events-visitor/acl_efc-events/1").remove();
            roles.getNode("/efc-events-member/acl_dam/0").setProperty("permissions", 0);
            roles.getNode("/efc-events-member").setProperty("title", "Members of the coalition");
            Node entry = roles.getNode("/efc-events-editor/acl_website").addNode("1", "mgnl:contentNode");
            entry.setProperty("path", "/events");
            return entry.setProperty("permissions", 63);
        });
    }

    private String version(String module) {
        return magnolia.inside().in("config", config -> property(config, "/modules/" + module + "/version"));
    }

    private static String property(Session session, String path) throws RepositoryException {
        return session.propertyExists(path) ? session.getProperty(path).getString() : null;
    }

    /** What someone does who wants a module to be installed again: Magnolia no longer knows of it. */
    private void forget(String module) {
        magnolia.inside().in("config", config -> {
            config.getNode("/modules/" + module).remove();
            return null;
        });
    }

    /** The module's jar with another version in its descriptors. */
    private static Path previousVersion(Path file) throws IOException {
        try (JarFile jar = new JarFile(Magnolia.JAR.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = jar.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    if (entry.getName().matches("META-INF/magnolia/.*\\.xml")) {
                        bytes = new String(bytes, StandardCharsets.UTF_8)
                                .replaceFirst("<version>[^<]*</version>", "<version>0.0.9</version>")
                                .getBytes(StandardCharsets.UTF_8);
                    }
                    out.write(bytes);
                }
            }
        }
        return file;
    }
}
