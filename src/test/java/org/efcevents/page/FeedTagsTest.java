package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.archive.TestArchive;
import org.efcevents.desk.Progress;
import org.efcevents.http.Header;
import org.efcevents.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tags of documents about many events, which are found without writing these again. */
class FeedTagsTest {

    private static final List<String> CHANNELS = List.of("ics", "atom", "csv");

    @TempDir
    Path home;

    private TestArchive archive;
    private Session session;
    private Instant now = Instant.parse("2015-01-01T12:00:00Z");
    private String language = "en";
    private String site = "https://events.example.org/en";
    private final Map<String, String> words = new HashMap<>();

    private interface Change {
        void make() throws RepositoryException;
    }

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
        session = archive.session();
        Node speaker = archive.speaker("ann", Map.of("fullName", "Ann One"));
        Node group = archive.workPackage("wp1", Map.of("code", "WP1", "title", "Operations"));
        Node first = archive.event(
                "first",
                Map.of(
                        "title", "First",
                        "start", "2014-03-04",
                        "kind", "training",
                        "description", "<p>About it</p>"));
        first.setProperty("workPackages", new String[] {group.getIdentifier()});
        archive.participation(first, speaker, Map.of("talkTitle", "A talk"));
        archive.event("second", Map.of("title", "Second", "start", "2015-03-04", "report", "<p>It was good</p>"));
        for (int more = 0; more < 5; more++) {
            archive.event("more-" + more, Map.of("title", "More", "start", "2013-03-0" + (more + 1)));
        }
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Response respond(String channel, Archive read, String ifNoneMatch) {
        Map<String, Object> facts = Visitor.facts("archive", "", channel, "");
        facts.put("addresses", new Addresses(language, site, Map.of()));
        facts.put("ifNoneMatch", ifNoneMatch);
        PageResource resource = new PageResource(PageRequest.of(facts), read, new Progress());
        Map<String, String> texts =
                resource.messages().stream().collect(Collectors.toMap(key -> key, key -> words.getOrDefault(key, key)));
        return resource.respond(texts, Map.of(), Map.of());
    }

    private Response respond(String channel) {
        return respond(channel, archive.read(language, now), "");
    }

    private static String tag(Response response) {
        return response.headers().stream()
                .filter(header -> header.name().equals("ETag"))
                .map(Header::value)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Change> changes() throws RepositoryException {
        Node first = session.getNode("/events/first");
        Node speaker = session.getNode("/speakers/ann");
        Node group = session.getNode("/work-packages/wp1");
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("nothing", () -> {});
        changes.put("a title", () -> first.setProperty("title", "Other"));
        changes.put("what no channel tells", () -> first.setProperty("credit", "Somebody"));
        changes.put("a text", () -> first.setProperty("description", "<p>About something else</p>"));
        changes.put("a text in another language", () -> first.setProperty("title_fr", "Premier"));
        changes.put("a talk", () -> session.getNode("/events/first/participations/participations0")
                .setProperty("talkTitle", "Another talk"));
        changes.put("a speaker's name", () -> speaker.setProperty("fullName", "Ann Two"));
        changes.put("a work package's name", () -> group.setProperty("title", "Research"));
        changes.put("a work package that is to be deleted", () -> group.addMixin("mgnl:deleted"));
        changes.put("a work package that is not", () -> group.removeMixin("mgnl:deleted"));
        changes.put("a work package that is gone", group::remove);
        changes.put("an event's name", () -> session.move("/events/first", "/events/renamed"));
        changes.put("an event more", () -> archive.event("third", Map.of("title", "Third", "start", "2014-05-06")));
        changes.put("an event without a day", () -> archive.event("fourth", Map.of("title", "Fourth")));
        changes.put("an event less", () -> session.getNode("/events/third").remove());
        changes.put("a folder", () -> {
            session.getNode("/events").addNode("2014", "mgnl:folder");
            session.move("/events/renamed", "/events/2014/renamed");
        });
        changes.put("a folder's name", () -> session.move("/events/2014", "/events/archive"));
        changes.put("the clock", () -> now = Instant.parse("2015-06-01T12:00:00Z"));
        changes.put("the site's name", () -> words.put("efc.site.name", "Another site"));
        changes.put("a label", () -> words.put("efc.kind.training", "Course"));
        changes.put("the site's address", () -> site = "https://www.example.org/en");
        changes.put("the language", () -> language = "fr");
        return changes;
    }

    @Test
    void aTagDiffersWhereTheTextDoesAndNowhereElseAndIsTheSameOnEveryInstance() throws Exception {
        Map<String, Response> before = new HashMap<>();
        Map<String, String> textsBefore = new HashMap<>();
        for (Map.Entry<String, Change> change : changes().entrySet()) {
            change.getValue().make();
            session.save();
            for (String channel : CHANNELS) {
                Response response = respond(channel);
                String text = Visitor.text(response);
                String where = channel + " after " + change.getKey();
                if (before.containsKey(channel)) {
                    assertThat(tag(response).equals(tag(before.get(channel))))
                            .as(where)
                            .isEqualTo(text.equals(textsBefore.get(channel)));
                }
                Response elsewhere = respond(channel, archive.readAnew(language, now), "");
                assertThat(Visitor.text(elsewhere)).as(where).isEqualTo(text);
                assertThat(tag(elsewhere)).as(where).isEqualTo(tag(response));
                assertThat(respond(channel, archive.read(language, now), tag(response))
                                .status())
                        .as(where)
                        .isEqualTo(304);
                before.put(channel, response);
                textsBefore.put(channel, text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ics", "csv"})
    void anEventIsReadWhenItIsSent(String channel) throws Exception {
        Iterator<String> parts = respond(channel).body();
        StringBuilder sent = new StringBuilder(parts.next()).append(parts.next());
        assertThat(sent).contains("Second");
        session.getNode("/events/first").setProperty("title", "Changed meanwhile");
        session.getNode("/events/more-0").remove();
        session.save();
        parts.forEachRemaining(sent::append);

        assertThat(sent).contains("Changed meanwhile", "more-1").doesNotContain("more-0", "First");
    }
}
