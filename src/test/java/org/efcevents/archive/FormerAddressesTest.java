package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
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
}
