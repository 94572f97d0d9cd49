package org.efcevents.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.efcevents.content.ContentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentReadingTest {

    private static final int MANY = 1000;

    @TempDir
    Path home;

    private TestArchive content;
    private final Set<Session> used = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
    }

    @AfterEach
    void close() {
        content.close();
    }

    @Test
    void eachIsReadOnceWithSessionsThatSeeEverythingAndAreClosed() throws Exception {
        List<String> ids = new ArrayList<>();
        Node folder = content.session().getNode("/events");
        for (int i = 0; i < MANY; i++) {
            Node event = folder.addNode("event-" + i, "efc:event");
            ids.add(event.getIdentifier());
        }
        content.session().save();
        Queue<String> read = new ConcurrentLinkedQueue<>();

        ConcurrentReading.<String>readAll(content.session(), ids::forEach, (id, session) -> {
            used.add(session);
            read.add(session.getNodeByIdentifier(id).getIdentifier());
        });

        assertThat(read).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(used).isNotEmpty().doesNotContain(content.session()).noneMatch(Session::isLive);
    }

    @Test
    void oneThatCannotBeReadIsNotLeftOut() {
        assertThatThrownBy(() -> ConcurrentReading.<Integer>readAll(
                        content.session(), IntStream.range(0, MANY).boxed()::forEach, (number, session) -> {
                            used.add(session);
                            if (number == MANY / 2) {
                                throw new ItemNotFoundException("gone");
                            }
                        }))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("500")
                .hasMessageContaining("gone");
        assertThat(used).noneMatch(Session::isLive);
    }

    @Test
    void theReadingsHaveEndedWhenTheSourceFails() {
        assertThatThrownBy(() -> ConcurrentReading.<Integer>readAll(
                        content.session(),
                        numbers -> {
                            IntStream.range(0, MANY).boxed().forEach(numbers);
                            throw new ItemNotFoundException("the folder is gone");
                        },
                        (number, session) -> used.add(session)))
                .isInstanceOf(ItemNotFoundException.class);
        assertThat(used).isNotEmpty().noneMatch(Session::isLive);
    }
}
