package org.efcevents.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.efcevents.content.PublishedState;
import org.efcevents.publish.PublicationRun.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of publishing is what came of it. */
class PublicationRunTest {

    private static final String LAST = "mgnl:lastActivated";
    private static final String STATUS = "mgnl:activationStatus";

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

    /** What Magnolia notes of a node and an instance. */
    public record Entry(String workspace, String path, boolean isSuccess, boolean isUnpublishing) {

        public String getWorkspace() {
            return workspace;
        }

        public String getPath() {
            return path;
        }
    }

    /** What somebody does while a node is on its way. */
    interface Meanwhile {
        void happens(Node node) throws RepositoryException;
    }

    /** What Magnolia's classes offer: a command that does as Magnolia's does with the instances that there are when it asks. */
    public static final class Fake {
        private final Session session;
        private final Map<String, Exception> failures = new HashMap<>();
        private final Map<String, Meanwhile> meanwhile = new HashMap<>();
        private final List<Map<String, Object>> asked = new ArrayList<>();
        private List<Entry> log = new ArrayList<>();
        private int clock;
        private boolean enabled = true;
        private boolean subscribed = true;
        private boolean approved = true;

        Fake(Session session) {
            this.session = session;
        }

        public boolean executeCommand(String catalog, String command, Map<String, Object> parameters) throws Exception {
            assertThat(catalog + "-" + command).isEqualTo("versioned-publish");
            asked.add(parameters);
            Node node = session.getNodeByIdentifier(parameters.get("uuid").toString());
            String name = node.getName();
            if (!approved) {
                return true;
            }
            Calendar version = now();
            if (meanwhile.containsKey(name)) {
                meanwhile.get(name).happens(node);
                session.save();
            }
            boolean there = session.nodeExists(parameters.get("path").toString());
            if (enabled && subscribed && there) {
                log.add(new Entry("efc-events", node.getPath(), !failures.containsKey(name), false));
            }
            if (failures.containsKey(name)) {
                throw failures.get(name);
            }
            if (there) {
                node.setProperty(STATUS, "true");
                node.setProperty(LAST, now());
                node.setProperty("mgnl:lastActivatedVersionCreated", version);
                session.save();
            }
            return true;
        }

        /** Always later than before. */
        private Calendar now() {
            Calendar now = Calendar.getInstance();
            now.clear();
            now.set(2030, Calendar.JANUARY, 1, 0, 0, ++clock);
            return now;
        }

        public boolean hasAnyActiveSubscriber() {
            return enabled;
        }
    }

    /** Those of Magnolia's, with what is noted. */
    private record Noting(MagnoliaCommands commands, Fake fake) implements Publisher {
        @Override
        public boolean hasReceiver() {
            return commands.hasReceiver();
        }

        @Override
        public Optional<Receipts> receipts() {
            return Optional.of(new Receipts(this::log));
        }

        private Collection<?> log() {
            return fake.log;
        }

        @Override
        public void publish(String workspace, String path, String id, String user) throws Exception {
            commands.publish(workspace, path, id, user);
        }
    }

    private PublicationRun run(Fake fake) throws Exception {
        return PublicationRun.of(
                all, new Noting(new MagnoliaCommands(fake, fake), fake), "officer", session, null, () -> {});
    }

    /** Where nothing is noted. */
    private PublicationRun runUnnoted(Fake fake) throws Exception {
        return PublicationRun.of(
                all, MagnoliaCommands.of(fake, fake).orElseThrow(), "officer", session, null, () -> {});
    }

    private Node node(int index) throws RepositoryException {
        return session.getNodeByIdentifier(all.get(index).id());
    }

    @Test
    void allThatIsReceivedIsPublished() throws Exception {
        Fake fake = new Fake(session);

        PublicationRun run = run(fake);

        assertThat(run.isAllPublished()).isTrue();
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
        assertThat(runUnnoted(fake).published()).isEqualTo(all);
    }

    @Test
    void whatFailsIsNamedWithItsReasonAndTheRestIsLeft() throws Exception {
        Fake fake = new Fake(session);
        fake.failures.put(
                "second", new IllegalStateException("<ul><li>public: Connection refused &amp; gone</li></ul>"));

        PublicationRun run = run(fake);

        assertThat(run.published()).containsExactly(all.get(0));
        assertThat(run.failure())
                .contains(new Failure(all.get(1), Outcome.FAILED, "public: Connection refused & gone"));
        assertThat(run.left()).containsExactly(all.get(1), all.get(2));
        assertThat(run.isAllPublished()).isFalse();
    }

    @Test
    void whatSomeInstancesHaveIsNotSaidToBeNowhere() throws Exception {
        Fake fake = new Fake(session);
        fake.meanwhile.put("first", node -> fake.log.add(new Entry("efc-events", node.getPath(), true, false)));
        fake.failures.put("first", new IllegalStateException("second: 500"));

        assertThat(run(fake).failure()).contains(new Failure(all.get(0), Outcome.PARTLY, "second: 500"));
    }

    @Test
    void whoWaitsIsToldOfEachThatIsDone() throws Exception {
        Fake fake = new Fake(session);
        List<Integer> told = new ArrayList<>();

        PublicationRun.of(
                all,
                new Noting(new MagnoliaCommands(fake, fake), fake),
                "officer",
                session,
                null,
                () -> told.add(fake.asked.size()));

        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void whoMayNotIsNotGivenMagnoliasWords() throws Exception {
        Fake fake = new Fake(session);
        fake.failures.put("first", new AccessDeniedException("write /events/first"));

        PublicationRun run = run(fake);

        assertThat(run.failure()).contains(new Failure(all.get(0), Outcome.FORBIDDEN, ""));
        assertThat(run.published()).isEmpty();
        assertThat(run.left()).isEqualTo(all);
    }

    @Test
    void whatIsToBeApprovedIsOnlyHandedOver() throws Exception {
        Fake fake = new Fake(session);
        fake.approved = false;

        assertThat(run(fake).pending()).isEqualTo(all);
        assertThat(runUnnoted(fake).pending()).isEqualTo(all);
        assertThat(run(fake).isAllPublished()).isFalse();
    }

    @Test
    void whatNoInstanceTakesIsNotPublishedWhateverItSaysOfItself() throws Exception {
        Fake fake = new Fake(session);
        fake.subscribed = false;
        fake.log.add(new Entry("efc-events", all.get(0).path(), true, false));

        PublicationRun run = run(fake);

        assertThat(fake.asked).hasSize(1);
        assertThat(run.published()).isEmpty();
        assertThat(run.failure()).contains(new Failure(all.get(0), Outcome.UNRECEIVED, ""));
        assertThat(run.left()).isEqualTo(all);
        assertThat(node(0).hasProperty(STATUS)).isFalse();
        assertThat(node(0).hasProperty(LAST)).isFalse();
    }

    @Test
    void whatIsReceivedOtherwiseIsNoReceipt() throws Exception {
        Fake fake = new Fake(session);
        fake.subscribed = false;
        fake.meanwhile.put("first", node -> {
            fake.log.add(new Entry("efc-events", node.getPath(), false, false));
            fake.log.add(new Entry("efc-events", node.getPath(), true, true));
            fake.log.add(new Entry("efc-events", node.getPath() + "/gallery", true, false));
            fake.log.add(new Entry("dam", node.getPath(), true, false));
        });

        assertThat(run(fake).failure()).contains(new Failure(all.get(0), Outcome.UNRECEIVED, ""));
    }

    @Test
    void itGoesOnSayingThatItWasPublishedBefore() throws Exception {
        Fake fake = new Fake(session);
        run(fake);
        String before = node(0).getProperty(LAST).getString();
        fake.subscribed = false;

        run(fake);

        assertThat(node(0).getProperty(LAST).getString()).isEqualTo(before);
        assertThat(node(0).getProperty(STATUS).getString()).isEqualTo("true");
    }

    @Test
    void theLastInstanceGoesAfterItWasLookedFor() throws Exception {
        Fake fake = new Fake(session);
        fake.meanwhile.put("first", node -> fake.enabled = false);

        assertThat(runUnnoted(fake).failure()).contains(new Failure(all.get(0), Outcome.UNRECEIVED, ""));
        assertThat(node(0).hasProperty(STATUS)).isFalse();
        assertThat(new MagnoliaCommands(fake, fake).hasReceiver()).isFalse();
        fake.enabled = true;
        assertThat(run(fake).failure()).contains(new Failure(all.get(0), Outcome.UNRECEIVED, ""));
    }

    @Test
    void nothingIsAskedOfNobody() throws Exception {
        Fake fake = new Fake(session);
        fake.enabled = false;

        assertThat(run(fake).failure()).contains(new Failure(all.get(0), Outcome.UNRECEIVED, ""));
        assertThat(fake.asked).isEmpty();
    }

    @Test
    void magnoliaReadsItsConfigurationMeanwhile() throws Exception {
        Fake before = new Fake(session);
        before.meanwhile.put("second", node -> {
            before.log.add(new Entry("efc-events", node.getPath(), true, false));
            before.log = new ArrayList<>();
            before.subscribed = false;
        });

        PublicationRun run = run(before);

        assertThat(run.published()).containsExactly(all.get(0), all.get(1));
        assertThat(run.failure()).contains(new Failure(all.get(2), Outcome.UNRECEIVED, ""));
    }

    @Test
    void somebodyChangesItWhileItIsOnItsWay() throws Exception {
        Fake fake = new Fake(session);
        fake.meanwhile.put("second", node -> node.setProperty("mgnl:lastModified", fake.now()));

        PublicationRun run = run(fake);

        assertThat(run.published()).containsExactly(all.get(0), all.get(2));
        assertThat(run.changed()).containsExactly(all.get(1));
        assertThat(run.failure()).isEmpty();
        assertThat(run.isAllPublished()).isFalse();
    }

    @Test
    void somebodyDeletesOrMovesItMeanwhile() throws Exception {
        Fake fake = new Fake(session);
        fake.meanwhile.put("first", node -> {
            session.move(node.getPath(), "/events/elsewhere");
            fake.log.add(new Entry("efc-events", "/events/elsewhere", true, false));
        });
        fake.meanwhile.put("second", Node::remove);

        PublicationRun run = run(fake);

        assertThat(run.published()).containsExactly(all.get(0));
        assertThat(run.failure()).contains(new Failure(all.get(1), Outcome.GONE, ""));
        session.removeItem(all.get(2).path());
        session.save();
        assertThat(PublicationRun.of(
                                List.of(all.get(2)),
                                new MagnoliaCommands(fake, fake),
                                "officer",
                                session,
                                null,
                                () -> {})
                        .failure())
                .contains(new Failure(all.get(2), Outcome.GONE, ""));
    }

    @Test
    void withoutMagnoliasObjectsThereIsNoPublisher() {
        assertThat(MagnoliaCommands.of("", "")).isEmpty();
        assertThat(MagnoliaCommands.of(new Object(), null)).isEmpty();
        assertThatThrownBy(() -> new MagnoliaCommands(new Object(), new Object()).hasReceiver())
                .isInstanceOf(IllegalStateException.class);
        assertThat(new MagnoliaCommands(new Object(), new Object()).receipts()).isEmpty();
    }
}
