package org.efcevents.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.SimpleCredentials;
import org.efcevents.archive.Archive;
import org.efcevents.archive.TestArchive;
import org.efcevents.content.ContentLanguages;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.speaker.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors need not wait for the archive to be read, nor visitors for them. */
class ReadingWhileSavingTest {

    private static final ContentLanguages ENGLISH = new ContentLanguages("en", "en");

    private static final Instant NOW = Instant.parse("2014-01-01T12:00:00Z");
    private static final int STAYING = 200;
    private static final int READINGS = 15;

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

    @Test
    void aSpeakerWhoIsRemovedWhileTheyAreReadIsNoLongerThere() throws Exception {
        Node speaker = content.speaker("ann", Map.of("fullName", "Ann Ek"));
        Queue<Speaker> read = new ConcurrentLinkedQueue<>();

        new SpeakerNodes(content.session(), ENGLISH).all(node -> {
            remove(speaker);
            read.add(Speaker.of(node));
        });

        assertThat(read).isEmpty();
    }

    @Test
    void anEventThatIsRemovedWhileItIsReadIsNoLongerThere() throws Exception {
        Node event = content.event("launch", Map.of("title", "Launch"));
        Queue<String> read = new ConcurrentLinkedQueue<>();

        new EventNodes(content.session(), ENGLISH).all(node -> {
            remove(event);
            read.add(node.text("title"));
        });

        assertThat(read).isEmpty();
    }

    private static synchronized void remove(Node node) {
        try {
            Session session = node.getSession();
            node.remove();
            session.save();
        } catch (RepositoryException alreadyRemoved) {
            // Read for the second time.
        }
    }

    @Test
    void nobodyIsToldOfAFailureWhileFoldersAreAddedMovedAndRemoved() throws Exception {
        for (int i = 0; i < STAYING; i++) {
            content.session().getNode("/events").addNode("event-" + i, "efc:event");
            content.session().getNode("/speakers").addNode("speaker-" + i, "efc:speaker");
        }
        content.session().save();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService editors = Executors.newSingleThreadExecutor();
        try {
            Future<?> edits = editors.submit(() -> {
                edit(done);
                return null;
            });
            for (int i = 0; i < READINGS; i++) {
                Archive archive = content.readAnew("en", NOW);
                assertThat(archive.all()).hasSizeGreaterThanOrEqualTo(STAYING);
                assertThat(archive.indexedSpeakers()).hasSizeGreaterThanOrEqualTo(STAYING);
                assertThat(archive.find(ArchiveFilter.parse("q=event")).total()).isGreaterThanOrEqualTo(STAYING);
            }
            done.set(true);
            edits.get();
        } finally {
            done.set(true);
            editors.shutdown();
        }
        assertThat(content.readAnew("en", NOW).all()).hasSize(STAYING);
    }

    private void edit(AtomicBoolean done) throws RepositoryException {
        Session session = content.session().getRepository().login(new SimpleCredentials("admin", new char[0]));
        try {
            while (!done.get()) {
                edit(session, "/events", "efc:event");
                edit(session, "/speakers", "efc:speaker");
            }
        } finally {
            session.logout();
        }
    }

    private static void edit(Session session, String root, String type) throws RepositoryException {
        Node folder = session.getNode(root).addNode("folder", "mgnl:folder").addNode("inner", "mgnl:folder");
        for (int i = 0; i < 20; i++) {
            folder.addNode("coming-" + i, type)
                    .addNode("participations", "mgnl:contentNode")
                    .addNode("participations0", "efc:participation");
        }
        session.save();
        session.move(folder.getPath(), root + "/moved");
        session.save();
        session.getNode(root + "/moved").remove();
        session.getNode(root + "/folder").remove();
        session.save();
    }
}
