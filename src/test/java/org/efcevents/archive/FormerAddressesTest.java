package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javax.jcr.Session;
import org.efcevents.content.NodeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerAddressesTest {

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

    private void event(String slug, String... former) throws Exception {
        content.event(slug, Map.of("title", slug)).setProperty("formerAddresses", former);
        content.session().save();
    }

    private String presentSlug(String slug) {
        return content.read("en", "2020-01-01").formerAddresses().presentSlug(NodeType.EVENT, slug);
    }

    @Test
    void leadToTheEventThatHadThem() throws Exception {
        event("new", "old", "older");

        assertThat(presentSlug("old")).isEqualTo("new");
        assertThat(presentSlug("older")).isEqualTo("new");
        assertThat(presentSlug("new")).isNull();
        assertThat(presentSlug("never")).isNull();
    }

    /** Whatever order the repository answers in, every instance leads to the same one. */
    @Test
    void thatTwoEventsHadLeadToTheFirstByItsSlug() throws Exception {
        event("b", "made-in-order", "made-in-reverse");
        event("a", "made-in-reverse");
        event("c", "made-in-order");

        assertThat(presentSlug("made-in-reverse")).isEqualTo("a");
        assertThat(presentSlug("made-in-order")).isEqualTo("b");
    }

    /** There is nothing at an address that a withdrawn event has, or had last: not another event that had it before. */
    @Test
    void ofWhatIsWithdrawnLeadNowhere() throws Exception {
        Session session = content.session();
        session.getNode("/events").addNode("withdrawn", "mgnl:folder");
        event("x");
        move("/events/x", "/events/other");
        assertThat(presentSlug("x")).isEqualTo("other");
        event("x");
        move("/events/x", "/events/withdrawn/x");

        assertThat(presentSlug("x")).isNull();
        assertThat(isWithdrawn("x")).isTrue();
        move("/events/withdrawn/x", "/events/withdrawn/y");
        assertThat(presentSlug("x")).isNull();
        assertThat(isWithdrawn("x")).isTrue();

        // What editors say themselves holds.
        session.getNode("/events/other").setProperty("formerAddresses", new String[] {"y"});
        session.save();
        assertThat(presentSlug("y")).isEqualTo("other");
    }

    private boolean isWithdrawn(String slug) {
        return content.read("en", "2020-01-01").formerAddresses().isWithdrawn(slug);
    }

    private void move(String from, String to) throws Exception {
        content.read("en", "2020-01-01").all();
        content.session().move(from, to);
        content.session().save();
        content.read("en", "2020-01-01").all();
    }
}
