package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.archive.ContentChanges.Change;
import org.efcevents.event.Event;
import org.efcevents.index.IndexedEvent;
import org.efcevents.journal.SyncToken;
import org.efcevents.speaker.Speaker;
import org.efcevents.templating.EventTemplatingFunctions;
import org.efcevents.workpackage.WorkPackage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are unique in a folder only, and addresses everywhere. */
class SharedSlugsTest {

    private static final List<String> FOLDERS =
            List.of("/events", "/events/2013", "/events/2014", "/events/2014/more", "/events/hidden");

    @TempDir
    Path home;

    private TestArchive content;
    private Session session;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        session = content.session();
        for (String folder : FOLDERS.subList(1, FOLDERS.size())) {
            session.getRootNode().addNode(folder.substring(1), "mgnl:folder");
        }
        session.getNode("/speakers").addNode("old", "mgnl:folder");
        session.getNode("/work-packages").addNode("old", "mgnl:folder");
        session.save();
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Archive read() {
        return content.read("en", "2020-01-01");
    }

    private Node make(String folder, String name, String type) throws Exception {
        Node made = session.getNode(folder).addNode(name, type);
        made.setProperty("title", "In " + folder);
        session.save();
        return made;
    }

    private String slug(Node event) throws Exception {
        return read().content(event.getIdentifier()).slug();
    }

    @Test
    void aNameBelongsToTheEventThatMostPeopleMayKnowOf() throws Exception {
        Node hidden = make("/events/hidden", "x", "efc:event");
        assertThat(slug(hidden)).isEqualTo("x");

        Node late = make("/events/2014", "x", "efc:event");
        assertThat(slug(late)).isEqualTo("x");
        assertThat(slug(hidden)).isEqualTo(hidden.getIdentifier());

        Node early = make("/events/2013", "x", "efc:event");
        assertThat(slug(early)).isEqualTo("x");
        assertThat(slug(late)).isEqualTo(late.getIdentifier());

        Node first = make("/events", "x", "efc:event");
        assertThat(slug(first)).isEqualTo("x");
        assertThat(slug(early)).isEqualTo(early.getIdentifier());
    }

    @Test
    void aNameThatNobodyElseHasAnyMoreIsGivenBack() throws Exception {
        Node first = make("/events", "x", "efc:event");
        Node other = make("/events/2014", "x", "efc:event");
        assertThat(slug(other)).isEqualTo(other.getIdentifier());

        first.addMixin("mgnl:deleted");
        session.save();

        assertThat(slug(other)).isEqualTo("x");
        assertThat(read().event("x").summary().id()).isEqualTo(other.getIdentifier());
        assertThat(read().event(other.getIdentifier())).isNull();
    }

    @Test
    void speakersAndWorkPackagesHaveAddressesOfTheirOwnToo() throws Exception {
        Node ann = make("/speakers", "ann", "efc:speaker");
        Node other = make("/speakers/old", "ann", "efc:speaker");
        Node first = make("/work-packages", "wp1", "efc:workPackage");
        Node second = make("/work-packages/old", "wp1", "efc:workPackage");

        Archive archive = read();

        assertThat(archive.speaker("ann").id()).isEqualTo(ann.getIdentifier());
        assertThat(archive.speaker(other.getIdentifier()).slug()).isEqualTo(other.getIdentifier());
        assertThat(archive.workPackage("wp1").id()).isEqualTo(first.getIdentifier());
        assertThat(archive.workPackage(second.getIdentifier()).slug()).isEqualTo(second.getIdentifier());
        assertThat(archive.speaker(ann.getIdentifier())).isNull();
    }

    /** The address of an identifier leads to what has that, whatever else is called so. */
    @ParameterizedTest
    @ValueSource(strings = {"/events efc:event", "/speakers efc:speaker", "/work-packages efc:workPackage"})
    void noAddressIsTheIdentifierOfAnother(String folderAndType) throws Exception {
        String folder = folderAndType.split(" ")[0];
        String type = folderAndType.split(" ")[1];
        Node other = make(folder, "other", type);
        Node first = make(folder, "x", type);
        String id = other.getIdentifier();
        session.move(first.getPath(), folder + "/" + id);
        session.save();

        assertThat(read().content(first.getIdentifier()).slug()).isEqualTo(first.getIdentifier());
        assertThat(present(folder, first.getIdentifier())).isEqualTo(first.getIdentifier());
        assertThat(present(folder, id)).as("leads on to its name").isNull();
        assertThat(new EventTemplatingFunctions().pagePath(first))
                .isEqualTo(folder + "/" + first.getIdentifier() + ".html");

        // Where that one is addressed by its identifier itself.
        session.getNode(folder).addNode("sub", "mgnl:folder").addNode("name", type);
        session.move(other.getPath(), folder + "/sub/other");
        make(folder, "other", type);

        assertThat(present(folder, id)).isEqualTo(id);
        assertThat(present(folder, first.getIdentifier())).isEqualTo(first.getIdentifier());
    }

    /** What is imported may be called as nothing in an address can be. */
    @ParameterizedTest
    @ValueSource(strings = {"of two words", "_x", "x+y", "x~y", "\u00E9t\u00E9", "\u65E5\u672C"})
    void whatHasNoNameForAnAddressHasItsIdentifierThere(String name) throws Exception {
        for (String folder : List.of("/events", "/events/2014", "/speakers", "/work-packages/old")) {
            String root = folder.substring(0, folder.indexOf('/', 1) < 0 ? folder.length() : folder.indexOf('/', 1));
            String type = Map.of(
                            "/events", "efc:event", "/speakers", "efc:speaker", "/work-packages", "efc:workPackage")
                    .get(root);
            Node made = make(folder, name, type);

            assertThat(read().content(made.getIdentifier()).slug()).isEqualTo(made.getIdentifier());
            assertThat(present(root, made.getIdentifier())).isEqualTo(made.getIdentifier());
            assertThat(new EventTemplatingFunctions().pagePath(made))
                    .isEqualTo(root + "/" + made.getIdentifier() + ".html");
        }
        for (IndexedEvent event : read().all()) {
            assertThat(read().slugs().of(event)).isEqualTo(event.id().toString());
        }
    }

    /** The identifier of what a page in this folder with this slug is of; null if there is none. */
    private String present(String folder, String slug) {
        Archive archive = read();
        return switch (folder) {
            case "/events" -> archive.event(slug) == null
                    ? null
                    : archive.event(slug).summary().id();
            case "/speakers" -> archive.speaker(slug) == null
                    ? null
                    : archive.speaker(slug).id();
            default -> archive.workPackage(slug) == null
                    ? null
                    : archive.workPackage(slug).id();
        };
    }

    /** Whatever becomes of those that have it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyAddressLeadsToWhatHasIt(long seed) throws Exception {
        Random random = new Random(seed);
        int shared = 0;
        for (int step = 0; step < 200; step++) {
            change(random);
            Archive archive = read();
            Map<String, String> addresses = new HashMap<>();
            for (IndexedEvent event : archive.all()) {
                String slug = archive.slugs().of(event);
                assertThat(addresses.put(slug, event.id().toString())).isNull();
                Event found = archive.event(slug);
                assertThat(found.summary().id()).isEqualTo(event.id().toString());
                assertThat(found.summary().slug()).isEqualTo(slug);
                shared += slug.equals(event.id().toString()) ? 1 : 0;
            }
            for (Speaker speaker : archive.speakers()) {
                assertThat(archive.speaker(speaker.slug()).id()).isEqualTo(speaker.id());
            }
            for (WorkPackage group : archive.workPackages()) {
                assertThat(archive.workPackage(group.slug()).id()).isEqualTo(group.id());
            }
        }
        assertThat(shared).isGreaterThan(100);
    }

    private void change(Random random) throws Exception {
        String name = "n" + random.nextInt(4);
        String folder = FOLDERS.get(random.nextInt(FOLDERS.size()));
        String path = folder + "/" + name;
        if (!session.nodeExists(path)) {
            make(folder, name, "efc:event");
        } else {
            String to = FOLDERS.get(random.nextInt(FOLDERS.size())) + "/n" + random.nextInt(4);
            switch (random.nextInt(3)) {
                case 0 -> session.getNode(path).remove();
                case 1 -> session.getNode(path).setProperty("title", "Title " + random.nextInt());
                default -> {
                    if (!session.nodeExists(to)) {
                        session.move(path, to);
                    }
                }
            }
            session.save();
        }
        for (String other : List.of("/speakers", "/work-packages")) {
            String at = other + (random.nextBoolean() ? "/old" : "") + "/" + name;
            if (random.nextInt(4) > 0) {
                continue;
            }
            if (session.nodeExists(at)) {
                session.getNode(at).remove();
            } else {
                make(
                        at.substring(0, at.lastIndexOf('/')),
                        name,
                        other.equals("/speakers") ? "efc:speaker" : "efc:workPackage");
            }
            session.save();
        }
    }

    @Test
    void whoeverKeepsACopyIsToldThatAnAddressIsAnotherNow() throws Exception {
        Node other = make("/events/2014", "x", "efc:event");
        Instant now = Instant.parse("2020-01-01T12:00:00Z");
        String token = content.read("en", now)
                .changes()
                .fromNow()
                .changes()
                .orElseThrow()
                .token();

        Node first = make("/events", "x", "efc:event");

        assertThat(told(token, now.plusSeconds(1)))
                .containsExactlyInAnyOrder(
                        first.getIdentifier() + " x", other.getIdentifier() + " " + other.getIdentifier());
        first.remove();
        session.save();

        assertThat(told(token, now.plusSeconds(2))).contains(other.getIdentifier() + " x");
    }

    private List<String> told(String token, Instant now) {
        List<String> told = new ArrayList<>();
        for (Change change : content.read("en", now)
                .changes()
                .since(SyncToken.parse(token).orElseThrow(), 100)
                .changes()
                .orElseThrow()
                .changes()) {
            told.add(change.id() + " " + change.slug());
        }
        return told;
    }

    /** A calendar is not the same any more when an address in it is another. */
    @Test
    void whatWasWrittenOfAnEventIsWrittenAnewWhenItsAddressChanges() throws Exception {
        make("/events/2014", "x", "efc:event");
        Object before = read().entries().digests("form");
        make("/events/2013", "y", "efc:event");
        assertThat(read().entries().digests("form")).isSameAs(before);

        make("/events", "x", "efc:event");

        assertThat(read().entries().digests("form")).isNotSameAs(before);
    }

    @Test
    void linksInTextsLeadToTheirTargets() throws Exception {
        EventTemplatingFunctions functions = new EventTemplatingFunctions();
        Node first = make("/events", "x", "efc:event");
        Node other = make("/events/2014", "x", "efc:event");
        Node alone = make("/events/2014", "y", "efc:event");

        assertThat(functions.pagePath(first)).isEqualTo("/events/x.html");
        assertThat(functions.pagePath(other)).isEqualTo("/events/" + other.getIdentifier() + ".html");
        assertThat(functions.pagePath(alone)).isEqualTo("/events/y.html");
    }

    @Test
    void editorsAreToldWhatHasTheName() throws Exception {
        Node first = make("/events", "x", "efc:event");
        Node other = make("/events/2014", "x", "efc:event");

        assertThat(read().desk().addresses().namesake(other.getIdentifier()).path())
                .isEqualTo("/events/x");
        assertThat(read().desk().addresses().namesake(first.getIdentifier())).isNull();
    }
}
