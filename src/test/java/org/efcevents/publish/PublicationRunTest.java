package org.efcevents.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.efcevents.content.PublishedState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of publishing is what came of it. */
class PublicationRunTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Session session;
    private final List<Publishable> all = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        session = content.session();
        for (String name : List.of("first", "second", "third")) {
            Node event = content.event(name, Map.of("title", name));
            all.add(new Publishable(
                    Publishable.Kind.EVENT,
                    "efc-events",
                    event.getIdentifier(),
                    event.getPath(),
                    name,
                    PublishedState.NONE,
                    List.of(),
                    true,
                    false));
        }
        session.save();
    }

    @AfterEach
    void close() {
        content.close();
    }

    /** What Magnolia's two classes offer. */
    public static final class Fake {
        private final Session session;
        private final Map<String, Exception> failures;
        private final List<Map<String, Object>> asked = new ArrayList<>();
        private boolean sends = true;

        Fake(Session session, Map<String, Exception> failures) {
            this.session = session;
            this.failures = failures;
        }

        public boolean executeCommand(String catalog, String command, Map<String, Object> parameters) throws Exception {
            assertThat(catalog + "-" + command).isEqualTo("versioned-publish");
            asked.add(parameters);
            Node node = session.getNodeByIdentifier(parameters.get("uuid").toString());
            if (failures.containsKey(node.getName())) {
                throw failures.get(node.getName());
            }
            if (sends) {
                node.setProperty("mgnl:lastActivated", Calendar.getInstance());
                session.save();
            }
            return true;
        }

        public boolean hasAnyActiveSubscriber() {
            return sends;
        }
    }

    private PublicationRun run(Fake fake) throws Exception {
        return PublicationRun.of(all, MagnoliaCommands.of(fake, fake).orElseThrow(), "officer", session, null);
    }

    @Test
    void allThatSaysSoIsPublished() throws Exception {
        Fake fake = new Fake(session, Map.of());

        PublicationRun run = run(fake);

        assertThat(run.isComplete()).isTrue();
        assertThat(run.published()).isEqualTo(all);
        assertThat(fake.asked.get(0))
                .isEqualTo(Map.of(
                        "repository",
                        "efc-events",
                        "path",
                        all.get(0).path(),
                        "uuid",
                        all.get(0).id(),
                        "userName",
                        "officer"));
    }

    @Test
    void whatFailsIsNamedWithItsReasonAndTheRestIsLeft() throws Exception {
        PublicationRun run = run(new Fake(
                session,
                Map.of(
                        "second",
                        new IllegalStateException("<ul><li>public: Connection refused &amp; gone</li></ul>"))));

        assertThat(run.published()).containsExactly(all.get(0));
        assertThat(run.failed()).isEqualTo(all.get(1));
        assertThat(run.why()).isEqualTo("public: Connection refused & gone");
        assertThat(run.left()).containsExactly(all.get(2));
        assertThat(run.isComplete()).isFalse();
    }

    @Test
    void whoMayNotIsNotGivenMagnoliasWords() throws Exception {
        PublicationRun run = run(new Fake(session, Map.of("first", new AccessDeniedException("write /events/first"))));

        assertThat(run.why()).isEmpty();
        assertThat(run.published()).isEmpty();
        assertThat(run.left()).hasSize(2);
    }

    @Test
    void whatDoesNotSaySoIsOnlyHandedOver() throws Exception {
        Fake fake = new Fake(session, Map.of());
        fake.sends = false;

        PublicationRun run = run(fake);

        assertThat(run.published()).isEmpty();
        assertThat(run.pending()).isEqualTo(all);
        assertThat(MagnoliaCommands.of(fake, fake).orElseThrow().hasReceiver()).isFalse();
    }

    @Test
    void withoutMagnoliasObjectsThereIsNoPublisher() {
        assertThat(MagnoliaCommands.of("", "")).isEmpty();
        assertThat(MagnoliaCommands.of(new Object(), null)).isEmpty();
        assertThatThrownBy(() -> new MagnoliaCommands(new Object(), new Object()).hasReceiver())
                .isInstanceOf(IllegalStateException.class);
    }
}
