package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.jcr.Node;
import org.efcevents.archive.TestArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What subscribers of a feed are told of events that come and go. */
class FeedSubscriptionTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Node first;
    private Node second;

    @BeforeEach
    void fill() throws Exception {
        content = new TestArchive(home);
        content.session().getNode("/events").addNode("withdrawn", "mgnl:folder");
        first = content.event("first", Map.of("title", "First", "start", "2014-03-04", "kind", "training"));
        second = content.event("second", Map.of("title", "Second", "start", "2014-03-04", "kind", "launch"));
        feed("");
    }

    @AfterEach
    void close() {
        content.close();
    }

    private String feed(String query) {
        return feed(query, Instant.now());
    }

    private String feed(String query, Instant now) {
        return new Visitor(content.read("en", now)).text("archive", "", "atom", query);
    }

    private static List<String> found(String feed, String pattern) {
        return Pattern.compile(pattern)
                .matcher(feed)
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll(".*urn:uuid:([0-9a-f-]+).*", "$1"))
                .toList();
    }

    private static List<String> entries(String feed) {
        return found(feed, "<entry><id>urn:uuid:[0-9a-f-]+");
    }

    private static List<String> gone(String feed) {
        return found(feed, "<at:deleted-entry ref=\"urn:uuid:[0-9a-f-]+\" when=\"[0-9T:Z-]+\"/>");
    }

    @Test
    void whatIsGoneIsToldForAMonthByItsIdAlone() throws Exception {
        String id = first.getIdentifier();
        first.remove();
        content.session().save();

        assertThat(entries(feed(""))).containsExactly(second.getIdentifier());
        assertThat(gone(feed(""))).containsExactly(id);
        assertThat(feed("")).doesNotContainIgnoringCase("first");
        // Of a part of the archive too: it is not known what was in it.
        assertThat(gone(feed("kind=launch"))).containsExactly(id);
        assertThat(gone(feed("", Instant.now().plusSeconds(29 * 24 * 3600)))).containsExactly(id);
        assertThat(gone(feed("", Instant.now().plusSeconds(31 * 24 * 3600)))).isEmpty();
    }

    @Test
    void whatIsBackIsNotGone() throws Exception {
        content.session().move("/events/first", "/events/withdrawn/first");
        content.session().save();
        assertThat(gone(feed(""))).containsExactly(first.getIdentifier());

        content.session().move("/events/withdrawn/first", "/events/first");
        content.session().save();
        assertThat(gone(feed(""))).isEmpty();
        assertThat(entries(feed(""))).contains(first.getIdentifier());
    }

    /** In which order is no matter of a feed (RFC 4287, 4.1.1). */
    @Test
    void whatWasWrittenLongAgoAndIsPublishedNowIsThere() throws Exception {
        Node late = content.event("late", Map.of("title", "Late", "start", "2013-03-04"));
        Calendar longAgo = Calendar.getInstance();
        longAgo.setTimeInMillis(0);
        late.setProperty("mgnl:created", longAgo);
        late.setProperty("mgnl:lastModified", longAgo);
        content.session().save();

        assertThat(entries(feed(""))).contains(late.getIdentifier());
    }
}
