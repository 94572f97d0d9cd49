package org.efcpreview.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private static final User EVE = new User("eve", Set.of());

    @TempDir
    Path home;

    private ContentRepository author;
    private ContentRepository visible;
    private Session from;
    private Session to;
    private Publication publication;

    @BeforeEach
    void open() throws RepositoryException {
        author = ContentRepository.open(home.resolve("author"));
        visible = ContentRepository.open(home.resolve("public"));
        author.createWorkspace("efc-events");
        visible.createWorkspace("efc-events");
        from = author.login("efc-events", User.SYSTEM);
        to = visible.login("efc-events", User.SYSTEM);
        publication = new Publication(author, visible);
        Node events = from.getRootNode().addNode("events", "mgnl:folder");
        for (String name : List.of("a", "b", "c")) {
            Node event = events.addNode(name, "mgnl:content");
            event.setProperty("title", name);
            event.setProperty("tags", new String[] {"x", "y"});
            event.addNode("links", "mgnl:contentNode").addNode("links0", "mgnl:contentNode");
            event.addNode("sub", "mgnl:content");
        }
        from.save();
    }

    @AfterEach
    void close() {
        from.logout();
        to.logout();
        author.close();
        visible.close();
    }

    private void publish(String path, boolean recursive) throws RepositoryException {
        List<Publication.Item> items = new ArrayList<>();
        collect(from.getNode(path), recursive, items);
        publication.publish("efc-events", items, EVE);
        from.refresh(false);
        to.refresh(false);
    }

    private static void collect(Node node, boolean recursive, List<Publication.Item> items) throws RepositoryException {
        items.add(new Publication.Item(node.getPath(), Optional.empty()));
        for (NodeIterator children = node.getNodes(); recursive && children.hasNext(); ) {
            Node child = children.nextNode();
            if (Parts.isContent(child)) {
                collect(child, true, items);
            }
        }
    }

    private static List<String> names(Node node) throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            names.add(nodes.nextNode().getName());
        }
        return names;
    }

    @Test
    void keepsIdentifiersOrderAndParts() throws Exception {
        publish("/events", false);
        publish("/events/c", false);
        publish("/events/a", false);
        publish("/events/b", false);
        assertThat(names(to.getNode("/events"))).containsExactly("a", "b", "c");
        Node copy = to.getNode("/events/a");
        assertThat(names(copy)).containsExactly("links");
        assertThat(names(copy.getNode("links"))).containsExactly("links0");
        assertThat(copy.getIdentifier()).isEqualTo(from.getNode("/events/a").getIdentifier());
        assertThat(copy.getNode("links/links0").getIdentifier())
                .isEqualTo(from.getNode("/events/a/links/links0").getIdentifier());
        assertThat(copy.getProperty("tags").getValues()).hasSize(2);
        for (Node node : List.of(copy, copy.getNode("links/links0"))) {
            assertThat(node.hasProperty("mgnl:lastActivated"))
                    .as("a public instance does not know when it was")
                    .isFalse();
        }
        for (Node node : List.of(from.getNode("/events/a"), from.getNode("/events/a/links/links0"))) {
            assertThat(Stamps.status(node)).isEqualTo(Stamps.Status.PUBLISHED);
            assertThat(node.getProperty("mgnl:lastActivatedBy").getString()).isEqualTo("eve");
        }
        assertThat(Stamps.status(from.getNode("/events/a/sub"))).isEqualTo(Stamps.Status.UNPUBLISHED);
    }

    @Test
    void recursivelyWithTheContentBelow() throws Exception {
        publish("/events", true);
        assertThat(names(to.getNode("/events"))).containsExactly("a", "b", "c");
        assertThat(names(to.getNode("/events/a"))).containsExactly("links", "sub");
    }

    @Test
    void carriesChangesMovesAndNewNames() throws Exception {
        publish("/events", true);
        Node event = from.getNode("/events/a");
        event.getProperty("title").remove();
        event.getProperty("tags").remove();
        event.setProperty("tags", "one");
        event.getNode("links/links0").remove();
        Stamps.modified(event, "eve", Calendar.getInstance());
        from.save();
        from.move("/events/a", "/events/c/z");
        from.save();
        publish("/events/c/z", false);
        assertThat(names(to.getNode("/events"))).containsExactly("b", "c");
        Node copy = to.getNode("/events/c/z");
        assertThat(copy.hasProperty("title")).isFalse();
        assertThat(copy.getProperty("tags").isMultiple()).isFalse();
        assertThat(names(copy)).contains("links", "sub");
        assertThat(names(copy.getNode("links"))).isEmpty();
    }

    @Test
    void takesFilesToTheVisitorsOwn() throws Exception {
        byte[] picture = "p".repeat(5000).getBytes(StandardCharsets.US_ASCII);
        from.getNode("/events/a")
                .setProperty("picture", from.getValueFactory().createBinary(new ByteArrayInputStream(picture)));
        from.save();

        publish("/events", true);

        Disk.delete(home.resolve("author/datastore"));
        try (InputStream published =
                to.getProperty("/events/a/picture").getBinary().getStream()) {
            assertThat(published).hasBinaryContent(picture);
        }
    }

    @Test
    void refusesANodeWhoseParentIsNotPublic() {
        assertThatThrownBy(() -> publish("/events/a", false))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("Cannot publish /events/a: its parent /events is not published; publish that first");
        assertThatThrownBy(() -> publish("/events/nothing", false)).hasMessageContaining("/events/nothing");
    }

    @Test
    void takesBack() throws Exception {
        publish("/events", true);
        publication.unpublish("efc-events", List.of("/events/a"), EVE);
        from.refresh(false);
        to.refresh(false);
        assertThat(names(to.getNode("/events"))).containsExactly("b", "c");
        assertThat(Stamps.status(from.getNode("/events/a"))).isEqualTo(Stamps.Status.UNPUBLISHED);
        assertThat(Stamps.status(from.getNode("/events/a/sub"))).isEqualTo(Stamps.Status.UNPUBLISHED);
        assertThat(Stamps.status(from.getNode("/events/b"))).isEqualTo(Stamps.Status.PUBLISHED);
    }

    @Test
    void publishesWhatIsInstalledAsPublishedAndLeavesItsDates() throws Exception {
        Calendar then = Calendar.getInstance();
        then.add(Calendar.YEAR, -1);
        for (String path : List.of("/events", "/events/b")) {
            Stamps.published(from.getNode(path), "superuser", then, true);
        }
        from.save();
        publication.publishInstalled("efc-events");
        to.refresh(false);
        assertThat(names(to.getRootNode())).contains("events");
        assertThat(names(to.getNode("/events"))).containsExactly("b");
        assertThat(to.getProperty("/events/b/mgnl:lastActivated").getDate().toInstant())
                .isEqualTo(then.toInstant());
    }

    @Test
    void carriesThroughWhatAKillHasLeftHalfDone() throws Exception {
        publish("/events", true);
        from.getNode("/events/a").setProperty("title", "Later");
        from.getNode("/events/b").addMixin("mgnl:deleted");
        from.save();
        PublicationOrder order = new PublicationOrder(
                "efc-events",
                "eve",
                1_700_000_000_000L,
                List.of(
                        new PublicationOrder.Step("/events/a", true, "1.0", 1_700_000_000_000L),
                        new PublicationOrder.Step("/events/b", true, null, 0),
                        new PublicationOrder.Step("/events/c", false, null, 0)));
        order.begin(author.directory());
        // The kill came between the two saves.
        to.getNode("/events/b").remove();
        to.save();

        new Publication(author, visible).resume();

        from.refresh(false);
        to.refresh(false);
        assertThat(to.getProperty("/events/a/title").getString()).isEqualTo("Later");
        assertThat(from.getProperty("/events/a/mgnl:lastActivated").getLong()).isEqualTo(1_700_000_000_000L);
        assertThat(from.getProperty("/events/a/mgnl:lastActivatedVersion").getString())
                .isEqualTo("1.0");
        assertThat(from.nodeExists("/events/b")).isFalse();
        assertThat(to.nodeExists("/events/b")).isFalse();
        assertThat(to.nodeExists("/events/c")).isFalse();
        assertThat(Stamps.status(from.getNode("/events/c"))).isEqualTo(Stamps.Status.UNPUBLISHED);
        assertThat(PublicationOrder.underWay(author.directory())).isEmpty();
    }

    @Test
    void publishesNothingAgainThatAKillHasLeftDone() throws Exception {
        publish("/events", true);
        Node event = from.getNode("/events/a");
        PublicationOrder order = new PublicationOrder(
                "efc-events",
                "eve",
                event.getProperty("mgnl:lastActivated").getLong(),
                List.of(new PublicationOrder.Step("/events/a", true, null, 0)));
        order.begin(author.directory());
        event.setProperty("title", "Not to be seen yet");
        from.save();

        new Publication(author, visible).resume();

        to.refresh(false);
        assertThat(to.getProperty("/events/a/title").getString()).isEqualTo("a");
        assertThat(PublicationOrder.underWay(author.directory())).isEmpty();
    }

    @Test
    void leavesNothingUnderWayWhenItIsRefused() throws Exception {
        assertThatThrownBy(() -> publish("/events/a", false)).isInstanceOf(UnpublishedParentException.class);

        assertThat(PublicationOrder.underWay(author.directory())).isEmpty();
    }
}
