package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those read who come to an event, have missed it or are to report about it. */
@Tag("server")
class ParticularsOnPagesTest {

    @TempDir
    static Path scratch;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        Path module = scratch.resolve("module");
        FileUtils.copyDirectory(Path.of("target/classes").toFile(), module.toFile());
        event(module, "to-come", "2095-05-20", "2095-05-01");
        event(module, "too-late", "2095-05-20", "2014-05-01");
        event(module, "over", "2014-05-20", "2095-05-01");
        site = new Site(scratch.resolve("home"), module);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static void event(Path module, String name, String start, String deadline) throws IOException {
        Files.writeString(
                module.resolve("mgnl-bootstrap-samples/efc-events-content/efc-events.events." + name + ".yaml"),
                """
                %s:
                  jcr:primaryType: efc:event
                  mgnl:activationStatus: 'true'
                  title: %s
                  kind: webinar
                  start: '%s'
                  registrationAddress: https://register.example.org/
                  registrationDeadline: '%s'
                  participantCount: 1234
                  languages: [fr, en]
                  topics: <b>Payments</b>, hotlines
                  contact: |-
                    Ann Body
                    <ann@example.org>
                  recording: https://video.example.org/1
                """
                        .formatted(name, name, start, deadline));
    }

    private static Map<String, String> facts(String address) throws Exception {
        Document page = site.page(address);
        Map<String, String> facts = new LinkedHashMap<>();
        page.select("dl.facts > div")
                .forEach(fact -> facts.put(
                        fact.selectFirst("dt").text(), fact.selectFirst("dd").text()));
        return facts;
    }

    @Test
    void aVisitorReadsThem() throws Exception {
        assertThat(facts("/events/to-come.html"))
                .containsEntry("Kind", "Webinar")
                .containsEntry("Topics", "<b>Payments</b>, hotlines")
                .containsEntry("Registration", "Register for this event, until 1 May 2095")
                .containsEntry("Languages", "French, English")
                .containsEntry("Contact", "Ann Body <ann@example.org>")
                .containsEntry("Participants", "1234")
                .containsEntry("Recording", "Play the recording");
        assertThat(facts("/fr/events/to-come.html"))
                .containsEntry("Type", "Webinaire")
                .containsEntry("Inscription", "S’inscrire à cet événement, jusqu’au 1er mai 2095")
                .containsEntry("Langues", "français, anglais")
                .containsEntry("Nombre de participants", "1234");
        assertThat(site.page("/events/to-come.html").select("dl.facts a[href=https://register.example.org/]"))
                .hasSize(1);
        assertThat(site.page("/events/to-come.html").select("dl.facts br")).hasSize(1);
    }

    @Test
    void nobodyIsAskedToRegisterOnceThatIsOver() throws Exception {
        for (String event : new String[] {"too-late", "over"}) {
            assertThat(facts("/events/" + event + ".html"))
                    .doesNotContainKey("Registration")
                    .containsKey("Contact");
            assertThat(site.source("/events/" + event + ".html")).doesNotContain("register.example.org");
        }
    }
}
