package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.SimpleCredentials;
import org.efcevents.archive.ContentChanges.Change;
import org.efcevents.archive.ContentChanges.Changes;
import org.efcevents.archive.ContentChanges.What;
import org.efcevents.content.NodeType;
import org.efcevents.journal.SyncToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentChangesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path home;

    private TestArchive content;
    private Node event;
    private Node speaker;
    private Node group;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        speaker = content.speaker("ada", Map.of("fullName", "Ada"));
        group = content.workPackage("wp1", Map.of("code", "WP1"));
        event = content.event("one", Map.of("title", "One"));
        content.event("two", Map.of("title", "Two"));
        content.participation(event, speaker, Map.of());
    }

    @AfterEach
    void close() {
        content.close();
    }

    private ContentChanges changes() {
        return content.read("en", Instant.now()).changes();
    }

    private ContentChanges afterARestart() {
        return content.readAnew("en", Instant.now()).changes();
    }

    private String now() {
        return changes().fromNow().changes().orElseThrow().token();
    }

    private Changes since(String token) {
        return since(changes(), token);
    }

    private static Changes since(ContentChanges changes, String token) {
        return changes.since(SyncToken.parse(token).orElseThrow(), 100)
                .changes()
                .orElseThrow();
    }

    private static List<String> told(Changes changes) {
        return changes.changes().stream()
                .map(change -> change.what() + " " + change.slug())
                .toList();
    }

    private void move(Node node, String path) throws RepositoryException {
        content.session().move(node.getPath(), path);
        content.session().save();
    }

    private void folder(String path) throws RepositoryException {
        content.session().getNode("/events").addNode(path, "mgnl:folder");
        content.session().save();
    }

    @Test
    void beginWithEverythingThatIsThere() {
        Changes all = changes().fromTheBeginning(100).changes().orElseThrow();

        assertThat(told(all)).containsExactlyInAnyOrder("ADDED ada", "ADDED wp1", "ADDED one", "ADDED two");
        assertThat(all.more()).isFalse();
        assertThat(told(since(all.token()))).isEmpty();
    }

    @Test
    void areToldOnceInParts() throws Exception {
        List<String> told = new ArrayList<>();
        Changes part = changes().fromTheBeginning(1).changes().orElseThrow();
        while (part.more()) {
            told.addAll(told(part));
            part = changes()
                    .since(SyncToken.parse(part.token()).orElseThrow(), 1)
                    .changes()
                    .orElseThrow();
        }
        told.addAll(told(part));

        assertThat(told).containsExactlyInAnyOrder("ADDED ada", "ADDED wp1", "ADDED one", "ADDED two");
    }

    @Test
    void ofAnEventAreToldAsTheyHappened() throws Exception {
        String token = now();
        event.setProperty("title", "First");
        content.session().save();
        Changes changed = since(token);
        assertThat(told(changed)).contains("CHANGED one").doesNotContain("CHANGED two");

        move(event, "/events/first");
        Changes renamed = since(changed.token());
        assertThat(told(renamed)).contains("RENAMED first");

        event.remove();
        content.session().save();
        Changes gone = since(renamed.token());
        assertThat(gone.changes())
                .extracting(Change::id, Change::what, Change::slug)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        renamed.changes().stream()
                                .filter(change -> "first".equals(change.slug()))
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        What.GONE,
                        null));
        assertThat(told(since(gone.token()))).isEmpty();
    }

    @Test
    void ofASpeakerAreThoseOfTheEventsThatShowThem() throws Exception {
        String token = now();
        speaker.setProperty("fullName", "Ada L.");
        content.session().save();

        assertThat(told(since(token))).containsExactlyInAnyOrder("CHANGED ada", "CHANGED one");
    }

    @Test
    void ofAWorkPackageAreThoseOfTheEventsThatShowIt() throws Exception {
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        content.session().save();
        String token = now();
        move(group, "/work-packages/operations");

        assertThat(told(since(token))).containsExactlyInAnyOrder("RENAMED operations", "CHANGED one");
    }

    @Test
    void ofAnEventAreThoseOfTheEventsThatLinkToIt() throws Exception {
        content.event(
                "three",
                Map.of(
                        "description",
                        "<p><a href=\"${link:{uuid:{" + event.getIdentifier()
                                + "},repository:{efc-events},path:{/events/one}}}\">one</a></p>"));
        String token = now();
        move(event, "/events/first");

        assertThat(told(since(token))).contains("RENAMED first", "CHANGED three");
    }

    @Test
    void ofAFileAreThoseOfTheEventsThatOfferIt() throws Exception {
        content.session().getWorkspace().createWorkspace("dam");
        Session dam = content.session().getRepository().login(new SimpleCredentials("admin", new char[0]), "dam");
        Node file = dam.getRootNode().addNode("minutes.pdf", "nt:unstructured");
        file.addMixin("mix:referenceable");
        file.addNode("jcr:content", "nt:unstructured");
        dam.save();
        event.addNode("documents", "mgnl:contentNode")
                .addNode("documents0", "mgnl:contentNode")
                .setProperty("asset", "jcr:" + file.getIdentifier());
        content.session().save();
        String token = now();
        file.getNode("jcr:content").setProperty("fileName", "report.pdf");
        dam.save();
        assertThat(told(since(token))).containsExactly("CHANGED one");

        token = now();
        file.remove();
        dam.save();
        assertThat(told(since(token))).containsExactly("CHANGED one");

        token = now();
        content.closeIndex();
        assertThat(told(since(token))).as("as nobody observed").containsExactly("CHANGED one");
        dam.logout();
    }

    @Test
    void areToldAfterARestart() throws Exception {
        String token = now();
        move(event, "/events/first");
        assertThat(told(since(token))).contains("RENAMED first");

        assertThat(told(since(afterARestart(), token))).contains("RENAMED first");
        assertThat(afterARestart()
                        .since(SyncToken.parse(token).orElseThrow(), 100)
                        .refusal())
                .isNull();
    }

    @Test
    void thatNobodyObservedAreToldAfterARestart() throws Exception {
        String token = now();
        content.closeIndex();
        event.remove();
        content.event("late", Map.of("title", "Late"));

        assertThat(told(since(afterARestart(), token))).contains("ADDED late", "GONE null");
    }

    @Test
    void ofWithdrawnEventsNameThem() throws Exception {
        folder("withdrawn");
        Node notice = event.addNode("publicNotice", "efc:notice");
        notice.setProperty("title", "One");
        content.session().save();
        String token = now();
        move(event, "/events/withdrawn/one");

        assertThat(told(since(token))).contains("WITHDRAWN one");
    }

    @Test
    void beginAnewWithOtherRights() {
        String token = now();
        SyncToken own = SyncToken.parse(token).orElseThrow();
        SyncToken ofOthers =
                new SyncToken(own.instance(), own.epoch(), own.change(), own.from(), own.when(), "0123456789abcdef");

        assertThat(changes().since(ofOthers, 100).refusal()).isEqualTo(ContentChanges.Refusal.TOO_OLD);
    }

    @Test
    void beginAnewInARepositoryThatWasRestored() {
        SyncToken own = SyncToken.parse(now()).orElseThrow();
        SyncToken ofARunThatIsNotKnown =
                new SyncToken(own.instance(), "0123456789abcdef", own.change(), own.from(), own.when(), own.rights());

        assertThat(changes().since(ofARunThatIsNotKnown, 100).refusal()).isEqualTo(ContentChanges.Refusal.TOO_OLD);
    }

    @Test
    void addressesThatEditorsChangeLeadOn() throws Exception {
        changes().fromNow();
        move(event, "/events/first");
        content.read("en", NOW).all();
        move(event, "/events/premier");
        move(speaker, "/speakers/lovelace");
        move(group, "/work-packages/operations");

        FormerAddresses former = content.read("en", NOW).formerAddresses();
        assertThat(former.presentSlug(NodeType.EVENT, "one")).isEqualTo("premier");
        assertThat(former.presentSlug(NodeType.EVENT, "first")).isEqualTo("premier");
        assertThat(former.presentSlug(NodeType.SPEAKER, "ada")).isEqualTo("lovelace");
        assertThat(former.presentSlug(NodeType.WORK_PACKAGE, "wp1")).isEqualTo("operations");
        assertThat(former.presentSlug(NodeType.SPEAKER, "wp1")).isNull();
        assertThat(content.readAnew("en", NOW).formerAddresses().presentSlug(NodeType.EVENT, "one"))
                .isEqualTo("premier");
    }
}
