package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.efcevents.undo.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor changes on the desk is changed as a whole, and as Magnolia would have changed it. */
class ChangesTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Session session;
    private Changes changes;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        session = content.session();
        changes =
                new Changes(session, "officer", ZonedDateTime.parse("2026-03-04T10:00:00.123+01:00[Europe/Brussels]"));
    }

    @AfterEach
    void close() {
        content.close();
    }

    @Test
    void aChangeOfAPartIsAChangeOfItsEvent() throws Exception {
        Node event = content.event("e", Map.of("title", "E"));
        Node talk = content.participation(event, content.speaker("s", Map.of("fullName", "S")), Map.of());

        changes.together(editing -> {
            editing.set(talk, "role", Stored.text("Chair"));
            return editing.keep("test", List.of(), List.of());
        });

        assertThat(event.getProperty("mgnl:lastModified").getDate().toInstant())
                .hasToString("2026-03-04T09:00:00.123Z");
        assertThat(event.getProperty("mgnl:lastModifiedBy").getString()).isEqualTo("officer");
        assertThat(session.getNode("/events").hasProperty("mgnl:lastModifiedBy"))
                .isFalse();
    }

    @Test
    void ifAnythingFailsNothingIsChanged() throws Exception {
        for (Exception failure : new Exception[] {
            new ChangeRefused("efc.desk.x"),
            new RepositoryException("disk"),
            new AccessDeniedException(),
            new IllegalStateException("bug")
        }) {
            assertThatThrownBy(() -> changes.together(editing -> {
                        editing.addMade(session.getNode("/events").addNode("half", "efc:event"));
                        return thrown(failure);
                    }))
                    .isInstanceOf(failure instanceof RuntimeException ? RuntimeException.class : ChangeRefused.class);

            assertThat(session.hasPendingChanges()).isFalse();
            assertThat(session.nodeExists("/events/half")).isFalse();
        }
    }

    private static Object thrown(Exception failure) throws RepositoryException, ChangeRefused {
        if (failure instanceof RepositoryException repository) {
            throw repository;
        }
        if (failure instanceof ChangeRefused refused) {
            throw refused;
        }
        throw (RuntimeException) failure;
    }

    @Test
    void whyItIsRefusedIsSaid() {
        assertThat(refusal(new AccessDeniedException())).isEqualTo("efc.desk.refused.rights");
        assertThat(refusal(new RepositoryException("disk"))).isEqualTo("efc.desk.refused.failed");
        assertThat(refusal(new ChangeRefused("efc.desk.own", 3))).isEqualTo("efc.desk.own");
    }

    private String refusal(Exception failure) {
        try {
            changes.together(editing -> thrown(failure));
        } catch (ChangeRefused refused) {
            return refused.problem().message();
        }
        throw new AssertionError("not refused");
    }
}
