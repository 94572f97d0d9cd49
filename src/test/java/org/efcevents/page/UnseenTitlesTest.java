package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.efcevents.archive.Archive;
import org.efcevents.archive.TestArchive;
import org.efcevents.content.NodeType;
import org.efcevents.health.Check;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A title of which nothing can be seen is none: what has it is called by its web address wherever it is told of, and editors are told.
 * Characters that no document can have are left out of one that can be seen.
 */
class UnseenTitlesTest {

    @TempDir
    Path home;

    private TestArchive content;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
    }

    @AfterEach
    void close() {
        content.close();
    }

    private void fill(String title) throws Exception {
        Node group = content.workPackage("the-group", Map.of("code", title, "title", title));
        Node speaker = content.speaker("the-speaker", Map.of("fullName", title, "familyName", title));
        Node event = content.event("the-event", Map.of("title", title, "start", "2014-03-24", "venue", title));
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        event.setProperty("title_fr", title);
        content.session().getNode("/events").addNode("listed", "mgnl:folder").addNode("untold", "efc:event");
        content.session()
                .getNode("/events/listed/untold")
                .addNode("publicNotice", "efc:notice")
                .setProperty("title", title);
        content.participation(event, speaker, Map.of("part", "keynote"));
    }

    /** Everything that is said of the event, in all channels, its speaker and its work package, by where. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (String language : List.of("en", "fr")) {
            Archive archive = content.read(language, "2014-06-15");
            Visitor visitor = new Visitor(archive);
            told.add(archive.event("the-event").summary().title());
            for (String channel : List.of("ics", "atom", "jsonfeed", "json", "csv")) {
                told.add(visitor.text("archive", "", channel, ""));
            }
            told.add(visitor.text("event", "the-event", "ics", ""));
            told.add(visitor.text("event", "the-event", "json", ""));
            told.add(visitor.text(
                    "archive", "oembed", "json", "url=https://events.example.org/en/events/the-event.html"));
            told.add(visitor.answer("event", "the-event", "html", "").page().toString());
        }
        return told;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0001\u001f\u007f\u0085",
                "\u00a0",
                "\u200b",
                "\u200b\u00a0\u2060",
                "\ufeff\u00ad",
                "\u3164",
                "\ud800",
                "\ufffe",
                "\u2028",
                "\u2800\u034f"
            })
    void areNone(String title) throws Exception {
        fill(title);

        Archive archive = content.read("en", "2014-06-15");
        assertThat(told()).allSatisfy(text -> assertThat(text).contains("the-event"));
        assertThat(archive.event("the-event").summary().title()).isEqualTo("the-event");
        assertThat(archive.event("the-event").summary().place().venue()).isNull();
        assertThat(archive.workPackage("the-group").label()).isEqualTo("the-group");
        assertThat(archive.speaker("the-speaker").fullName()).isEqualTo("the-speaker");
        assertThat(archive.events().all()).extracting("title").containsExactlyInAnyOrder("the-event", "untold");
        assertThat(archive.desk().findings(List.of("en", "fr")))
                .filteredOn(finding -> finding.check() == Check.TITLE_MISSING)
                .extracting("type", "path", "title")
                .containsExactlyInAnyOrder(
                        tuple(NodeType.EVENT, "/events/listed/untold", "untold"),
                        tuple(NodeType.EVENT, "/events/the-event", "the-event"),
                        tuple(NodeType.SPEAKER, "/speakers/the-speaker", "the-speaker"),
                        tuple(NodeType.WORK_PACKAGE, "/work-packages/the-group", "the-group"));
    }

    @Test
    void areToldWithoutWhatNoDocumentCanHave() throws Exception {
        fill("For\u0000um\u0007 of \ud800all\ufffe \ud83d\ude00");

        assertThat(told()).allSatisfy(text -> assertThat(text.replace("\r\n ", ""))
                .contains("Forum of all \ud83d\ude00")
                .doesNotContainPattern(
                        "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe]|\\\\u00(?!26|3[ce])"));
        assertThat(content.read("en", "2014-06-15").desk().findings(List.of("en")))
                .filteredOn(finding -> finding.path().equals("/events/the-event"))
                .extracting("check")
                .contains(Check.TEXT_DAMAGED)
                .doesNotContain(Check.TITLE_MISSING);
    }
}
