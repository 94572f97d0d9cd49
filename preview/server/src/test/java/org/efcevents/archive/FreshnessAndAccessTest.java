package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.IndexedEvent;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in the memory is seen by nobody who may not see it, and by nobody once it has changed. */
class FreshnessAndAccessTest {

    private static final User VISITOR = new User("anonymous", Set.of("visitor"));
    private static final User MEMBER = new User("member", Set.of("member"));
    private static final Instant NOW = Instant.parse("2020-01-01T12:00:00Z");

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    private final ArchiveIndex memory = new ArchiveIndex();
    private TestArchive content;
    private Node event;
    private Node ann;
    private Node talk;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        content.session().getNode("/events").addNode("hidden", "mgnl:folder");
        content.role("visitor", "/*", 8, "/events/hidden", 0, "/events/hidden/*", 0);
        content.role("member", "/*", 8);
        ann = content.speaker("ann", Map.of("fullName", "Ann Other"));
        event = content.event(
                "launch", Map.of("title", "Launch", "precision", "day", "start", "2013-02-12", "kind", "launch"));
        event.setProperty(
                "workPackages",
                new String[] {content.workPackage("wp1", Map.of("code", "WP1")).getIdentifier()});
        talk = content.participation(event, ann, Map.of("summary", "<p>Of whales.</p>"));
        content.saveModified(event);
    }

    @AfterEach
    void close() {
        content.close();
    }

    private interface Question<T> {
        T ask(Archive archive) throws Exception;
    }

    private <T> T as(User user, ContentRepository repository, Instant now, Question<T> question) throws Exception {
        Session session = repository.login("efc-events", user);
        try {
            return question.ask(new Archive(
                    session,
                    new ContentLanguages("en", "en"),
                    now,
                    ZoneId.of("Europe/Brussels"),
                    TestArchive.rights(session),
                    memory));
        } finally {
            session.logout();
        }
    }

    /** The slugs that a query finds, after everything that it tells has been found consistent with them. */
    private List<String> found(User user, String query) throws Exception {
        return found(user, content.repository(), NOW, query);
    }

    private List<String> found(User user, ContentRepository repository, Instant now, String query) throws Exception {
        return as(user, repository, now, archive -> {
            SearchResult found = archive.find(ArchiveFilter.parse(query));
            List<String> slugs = slugs(found.listing());
            assertThat(found.total()).isEqualTo(slugs.size());
            assertThat(found.archiveSize()).isEqualTo(archive.events().size());
            assertThat(found.facet("session").choices().stream()
                            .mapToInt(Choice::count)
                            .sum())
                    .isEqualTo(slugs.size());
            return slugs;
        });
    }

    private static List<String> slugs(Listing listing) {
        return listing.all().stream().map(EventSummary::slug).toList();
    }

    @Test
    void anEditIsSeenAtOnce() throws Exception {
        assertThat(found(VISITOR, "q=launch")).containsExactly("launch");

        event.setProperty("title", "Start");
        event.setProperty("kind", "conference");
        content.saveModified(event);

        assertThat(found(VISITOR, "q=launch")).isEmpty();
        assertThat(found(VISITOR, "q=start&kind=conference")).containsExactly("launch");
        List<String> titles = as(VISITOR, content.repository(), NOW, archive -> archive.events().all().stream()
                .map(EventSummary::title)
                .toList());
        assertThat(titles).containsExactly("Start");
    }

    @Test
    void anEditOfATalkIsSeenAtOnce() throws Exception {
        assertThat(found(VISITOR, "q=whales")).containsExactly("launch");

        talk.setProperty("summary", "<p>Of <b>dol</b>phins.</p>");
        content.saveModified(event);

        assertThat(found(VISITOR, "q=whales")).isEmpty();
        assertThat(found(VISITOR, "q=dolphins")).containsExactly("launch");
        talk.remove();
        content.saveModified(event);
        assertThat(found(VISITOR, "q=dolphins")).isEmpty();
    }

    @Test
    void aNewNameIsSeenAtOnce() throws Exception {
        assertThat(found(VISITOR, "")).containsExactly("launch");

        content.session().move("/events/launch", "/events/start");
        content.session().save();

        assertThat(found(VISITOR, "")).containsExactly("start");
    }

    @Test
    void aSpeakersNewNameIsSeenAtOnce() throws Exception {
        assertThat(found(VISITOR, "q=other")).containsExactly("launch");

        ann.setProperty("fullName", "Ann Åsenius");
        content.session().save();
        assertThat(found(VISITOR, "q=other")).isEmpty();
        assertThat(found(VISITOR, "q=asenius")).containsExactly("launch");

        ann.remove();
        content.session().save();
        assertThat(found(VISITOR, "q=asenius")).isEmpty();
    }

    @Test
    void aWorkPackagesNewNameIsSeenAtOnce() throws Exception {
        assertThat(labels(VISITOR)).containsExactly("WP1");

        content.session().getNode("/work-packages/wp1").setProperty("title", "Operations");
        content.session().save();

        assertThat(labels(VISITOR)).containsExactly("WP1 – Operations");
    }

    private List<String> labels(User user) throws Exception {
        return as(
                user,
                content.repository(),
                NOW,
                archive -> archive.find(ArchiveFilter.none()).facet("workPackage").choices().stream()
                        .map(Choice::label)
                        .toList());
    }

    @Test
    void anEventThatIsHiddenOrDeletedIsGoneAtOnceForThoseWhoMayNotSeeIt() throws Exception {
        assertThat(found(VISITOR, "q=whales")).containsExactly("launch");

        content.session().move("/events/launch", "/events/hidden/launch");
        content.session().save();
        assertThat(found(VISITOR, "q=whales")).isEmpty();
        assertThat(found(VISITOR, "")).isEmpty();
        assertThat(found(MEMBER, "q=whales")).containsExactly("launch");

        event.addMixin("mgnl:deleted");
        content.session().save();
        assertThat(found(MEMBER, "q=whales")).isEmpty();
        assertThat(found(MEMBER, "")).isEmpty();
    }

    @Test
    void whoeverAsksFirstEverybodySeesTheirOwn() throws Exception {
        Node secret = content.session().getNode("/events/hidden").addNode("secret", "efc:event");
        secret.setProperty("title", "Launch of a secret");
        secret.setProperty("kind", "training");
        content.participation(secret, ann, Map.of("summary", "Of whales, too"));
        content.saveModified(secret);

        for (String query : List.of("", "q=whales", "q=launch", "q=other", "session=open")) {
            for (User user : List.of(MEMBER, VISITOR, MEMBER, VISITOR)) {
                assertThat(found(user, query))
                        .as(user.name() + " " + query)
                        .isEqualTo(user == MEMBER ? List.of("launch", "secret") : List.of("launch"));
            }
        }
        assertThat(found(VISITOR, "kind=training")).isEmpty();
        assertThat(kinds(VISITOR)).containsExactly("launch 1");
        assertThat(kinds(MEMBER)).containsExactly("launch 1", "training 1");
    }

    private List<String> kinds(User user) throws Exception {
        return as(
                user,
                content.repository(),
                NOW,
                archive -> archive.find(ArchiveFilter.none()).facet("kind").choices().stream()
                        .map(choice -> choice.name() + " " + choice.count())
                        .toList());
    }

    @Test
    void aChangeOfRightsHoldsAtOnceAndForPartsOfAnEventToo() throws Exception {
        assertThat(found(VISITOR, "q=whales")).containsExactly("launch");

        content.role("visitor", "/*", 8, "/events/launch/participations/*", 0);
        assertThat(found(VISITOR, "q=whales")).isEmpty();
        assertThat(found(VISITOR, "q=other")).isEmpty();
        assertThat(found(VISITOR, "q=launch")).containsExactly("launch");
        assertThat(found(MEMBER, "q=whales")).containsExactly("launch");

        content.role("visitor", "/*", 8, "/work-packages/*", 0, "/speakers/*", 0);
        assertThat(labels(VISITOR)).isEmpty();
        assertThat(labels(MEMBER)).containsExactly("WP1");
        assertThat(found(VISITOR, "workPackage=wp1")).isEmpty();
        assertThat(found(VISITOR, "q=other")).isEmpty();
        assertThat(found(VISITOR, "q=whales")).containsExactly("launch");

        content.role("visitor", "/*", 8, "/events/launch", 0, "/events/launch/*", 0);
        assertThat(found(VISITOR, "")).isEmpty();

        content.role("visitor", "/*", 8, "/events/launch", 0);
        assertThat(found(VISITOR, "q=whales")).isEmpty();
        List<SpeakerAppearance> appearances =
                as(VISITOR, content.repository(), NOW, archive -> archive.appearances(archive.speaker("ann")));
        assertThat(appearances).isEmpty();

        content.role("visitor", "/*", 8);
        assertThat(found(VISITOR, "q=whales+other&workPackage=wp1")).containsExactly("launch");
    }

    @Test
    void whatTheFirstReaderMayNotSeeOfAnEventIsNotMissingForTheNext() throws Exception {
        content.role("visitor", "/*", 8, "/events/launch/participations", 0, "/events/launch/participations/*", 0);
        assertThat(found(VISITOR, "q=whales")).isEmpty();

        assertThat(found(MEMBER, "q=whales")).containsExactly("launch");
    }

    @Test
    void publishingAndTakingBackIsSeenAtOnce() throws Exception {
        try (TestArchive visible = new TestArchive(otherHome)) {
            // The two instances install the same folders.
            for (String folder : List.of("events", "speakers", "work-packages")) {
                visible.session().getNode("/" + folder).remove();
            }
            visible.session().save();
            visible.role("visitor", "/*", 8);
            Publication publication = new Publication(content.repository(), visible.repository());
            publication.publish("efc-events", List.of(new Publication.Item("/events", Optional.empty())), MEMBER);
            assertThat(found(VISITOR, visible.repository(), NOW, "")).isEmpty();

            publication.publish(
                    "efc-events", List.of(new Publication.Item("/events/launch", Optional.empty())), MEMBER);
            assertThat(found(VISITOR, visible.repository(), NOW, "q=launch")).containsExactly("launch");

            event.setProperty("title", "Start");
            content.saveModified(event);
            assertThat(found(VISITOR, "q=start")).containsExactly("launch");
            assertThat(found(VISITOR, visible.repository(), NOW, "q=start")).isEmpty();

            publication.publish(
                    "efc-events", List.of(new Publication.Item("/events/launch", Optional.empty())), MEMBER);
            assertThat(found(VISITOR, visible.repository(), NOW, "q=launch")).isEmpty();
            assertThat(found(VISITOR, visible.repository(), NOW, "q=start")).containsExactly("launch");

            publication.unpublish("efc-events", List.of("/events/launch"), MEMBER);
            assertThat(found(VISITOR, visible.repository(), NOW, "")).isEmpty();
        }
    }

    @Test
    void whatIsWrittenPastMagnoliaIsSeenAtOnceAlsoUnderAnOldDate() throws Exception {
        content.event("undated", Map.of("title", "Whale"));
        assertThat(found(VISITOR, "q=whale")).containsExactly("launch", "undated");

        content.session().getNode("/events/undated").setProperty("title", "Shark");
        event.setProperty("title", "Shark");
        content.session().save();

        assertThat(found(VISITOR, "q=shark")).containsExactly("launch", "undated");
    }

    @Test
    void organisersTheProgrammeAndWhatSomebodyWasThereAreFoundAndExcerptsShowThem() throws Exception {
        event.setProperty("organiser", "Europol");
        event.setProperty("host", "Eurojust");
        talk.setProperty("panel", "Money trails");
        talk.setProperty("role", "Prosecutor");
        talk.setProperty("organisation", "Bundeskriminalamt");
        Node item = event.addNode("programme", "mgnl:contentNode").addNode("programme0", "mgnl:contentNode");
        item.setProperty("title", "Opening");
        item.setProperty("description", "<p>By a <b>mini</b>ster.</p>");
        content.saveModified(event);

        for (String word : List.of(
                "europol",
                "eurojust",
                "money",
                "prosecutor",
                "bundeskriminalamt",
                "opening",
                "minister",
                "money+opening")) {
            assertThat(found(VISITOR, "q=" + word)).as(word).containsExactly("launch");
            assertThat(excerpts(VISITOR, "q=" + word)).as(word).isNotEmpty();
        }

        content.role("visitor", "/*", 8, "/events/launch/programme", 0, "/events/launch/programme/*", 0);
        assertThat(found(VISITOR, "q=minister")).isEmpty();
        assertThat(excerpts(VISITOR, "q=minister+money")).isEmpty();
        assertThat(found(MEMBER, "q=minister")).containsExactly("launch");
        content.role("visitor", "/*", 8, "/events/launch/participations", 0);
        assertThat(found(VISITOR, "q=minister")).containsExactly("launch");
        assertThat(found(VISITOR, "q=prosecutor")).isEmpty();
    }

    @Test
    void ofANoticeOnlyItsTitleIsSearched() throws Exception {
        Node notice = event.addNode("publicNotice", "efc:notice");
        notice.setProperty("title", "A closed meeting");
        content.saveModified(event);
        content.role("visitor", "/*", 8, "/events/launch", 0, "/events/launch/*", 0, "/events/launch/publicNotice", 8);

        assertThat(total(VISITOR, "q=closed")).isEqualTo(1);
        for (String word : List.of("launch", "whales", "other")) {
            assertThat(total(VISITOR, "q=" + word)).as(word).isZero();
            assertThat(found(MEMBER, "q=" + word)).containsExactly("launch");
        }
        assertThat(found(MEMBER, "q=closed")).isEmpty();
    }

    private int total(User user, String query) throws Exception {
        Integer total = as(user, content.repository(), NOW, archive -> archive.find(ArchiveFilter.parse(query))
                .total());
        return total;
    }

    @Test
    void aPersonIsFoundByNameByThoseWhoMaySeeThemWhereverTheyAreMoved() throws Exception {
        content.session().getNode("/speakers").addNode("hidden", "mgnl:folder");
        content.session().save();
        content.role("visitor", "/*", 8, "/speakers/hidden/*", 0);
        assertThat(found(VISITOR, "q=other")).containsExactly("launch");

        content.session().move("/speakers/ann", "/speakers/hidden/ann");
        content.session().save();
        assertThat(found(VISITOR, "q=other")).isEmpty();
        assertThat(found(MEMBER, "q=other")).containsExactly("launch");

        content.session().move("/speakers/hidden", "/speakers/open");
        content.session().save();
        assertThat(found(VISITOR, "q=other")).containsExactly("launch");

        ann.addMixin("mgnl:deleted");
        content.session().save();
        assertThat(found(VISITOR, "q=other")).isEmpty();
        assertThat(found(MEMBER, "q=other")).isEmpty();
    }

    @Test
    void aTalkThatMovesToAnotherEventOrPersonIsFoundThere() throws Exception {
        Node next = content.event("next", Map.of("title", "Next", "precision", "day", "start", "2013-03-12"));
        Node bob = content.speaker("bob", Map.of("fullName", "Bob Nobody"));
        assertThat(found(VISITOR, "q=whales+other")).containsExactly("launch");

        next.addNode("participations", "mgnl:contentNode");
        content.session().save();
        content.session().move(talk.getPath(), "/events/next/participations/moved");
        content.session().save();
        assertThat(found(VISITOR, "q=whales+other")).containsExactly("next");

        talk.setProperty("speaker", bob.getIdentifier());
        content.session().save();
        assertThat(found(VISITOR, "q=whales+other")).isEmpty();
        assertThat(found(VISITOR, "q=whales+nobody")).containsExactly("next");
    }

    @Test
    void whoTakesPartIsKnownAtOnceAndToThoseWhoMayReadIt() throws Exception {
        Node next = content.event("next", Map.of("title", "Next", "precision", "day", "start", "2013-03-12"));
        content.participation(next, ann, Map.of());
        content.saveModified(next);
        assertThat(annsEvents(VISITOR)).containsExactly("next", "launch");
        assertThat(related(VISITOR, "next")).containsExactly("launch");
        // From now on an index knows.
        assertThat(found(VISITOR, "q=whales")).containsExactly("launch");
        assertThat(annsEvents(VISITOR)).containsExactly("next", "launch");

        content.role("visitor", "/*", 8, "/events/launch/participations/*", 0);
        assertThat(annsEvents(VISITOR)).containsExactly("next");
        assertThat(related(VISITOR, "next")).isEmpty();
        assertThat(annsEvents(MEMBER)).containsExactly("next", "launch");
        assertThat(related(MEMBER, "next")).containsExactly("launch");

        content.role("visitor", "/*", 8, "/events/launch/participations", 0);
        assertThat(annsEvents(VISITOR)).containsExactly("next");

        content.role("visitor", "/*", 8);
        talk.setProperty("speaker", (String) null);
        content.session().save();
        assertThat(annsEvents(VISITOR)).containsExactly("next");
        assertThat(related(VISITOR, "next")).isEmpty();
    }

    private List<String> annsEvents(User user) throws Exception {
        return as(user, content.repository(), NOW, archive -> {
            List<String> slugs = archive.eventsOf(archive.speaker("ann")).stream()
                    .map(IndexedEvent::name)
                    .toList();
            assertThat(archive.appearances(archive.speaker("ann")))
                    .extracting(appearance -> appearance.event().slug())
                    .isEqualTo(slugs);
            return slugs;
        });
    }

    private List<String> related(User user, String slug) throws Exception {
        return as(user, content.repository(), NOW, archive -> archive.related(archive.event(slug), 5).stream()
                .map(EventSummary::slug)
                .toList());
    }

    @Test
    void whatAnotherReaderWasShownIsReadAnewOnceItHasChanged() throws Exception {
        assertThat(shownOfTheLaunch()).containsExactly("Launch", "WP1", "Ann Other", null);

        event.setProperty("title", "Start");
        content.session().save();
        assertThat(shownOfTheLaunch()).containsExactly("Start", "WP1", "Ann Other", null);
        ann.setProperty("fullName", "Ann Åsenius");
        content.session().save();
        assertThat(shownOfTheLaunch()).containsExactly("Start", "WP1", "Ann Åsenius", null);
        talk.setProperty("role", "Chair");
        content.session().save();
        assertThat(shownOfTheLaunch()).containsExactly("Start", "WP1", "Ann Åsenius", "Chair");
        content.session().getNode("/work-packages/wp1").setProperty("code", "WP2");
        content.session().save();
        assertThat(shownOfTheLaunch()).containsExactly("Start", "WP2", "Ann Åsenius", "Chair");
    }

    /** Title and work package as in a list, the speaker's name as on its page, and their role as on their own. */
    private List<String> shownOfTheLaunch() throws Exception {
        return as(VISITOR, content.repository(), NOW, archive -> {
            EventSummary listed = archive.events().all().get(0);
            return Arrays.asList(
                    listed.title(),
                    listed.workPackages().get(0).code(),
                    archive.event("launch")
                            .details()
                            .participations()
                            .get(0)
                            .speaker()
                            .fullName(),
                    archive.appearances(archive.speaker("ann"))
                            .get(0)
                            .participation()
                            .role());
        });
    }

    /** {@code -Dasks=10000} asks more often. */
    @Test
    void whoeverAsksAfterASaveIsToldOfItWhileOthersSave() throws Exception {
        int asks = Integer.getInteger("asks", 400);
        ExecutorService editors = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (String name : List.of("a", "b", "c", "d")) {
                String path = content.event(name, Map.of("title", name)).getPath();
                work.add(editors.submit(() -> {
                    Session session = content.repository().login("efc-events", User.SYSTEM);
                    try {
                        for (int i = 0; i < asks / 4; i++) {
                            session.getNode(path).setProperty("kind", name + i);
                            session.save();
                            assertThat(found(VISITOR, "kind=" + name + i)).containsExactly(name);
                            assertThat(found(MEMBER, "kind=" + name + (i - 1))).isEmpty();
                        }
                    } finally {
                        session.logout();
                    }
                    return null;
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            editors.shutdownNow();
        }
    }

    @Test
    void excerptsShowNothingThatTheReaderMayNotSee() throws Exception {
        content.role("visitor", "/*", 8, "/speakers/*", 0);

        assertThat(excerpts(MEMBER, "q=whales+other")).containsExactly("Ann Other", "Of whales.");
        assertThat(excerpts(VISITOR, "q=whales")).containsExactly("Of whales.");
        assertThat(excerpts(MEMBER, "q=launch")).isEmpty();
    }

    private List<String> excerpts(User user, String query) throws Exception {
        return as(user, content.repository(), NOW, archive -> {
            List<String> texts = new ArrayList<>();
            archive.find(ArchiveFilter.parse(query))
                    .excerpts(event.getIdentifier())
                    .forEach(excerpt -> {
                        StringBuilder text = new StringBuilder();
                        excerpt.pieces().forEach(piece -> text.append(piece.text()));
                        texts.add(text.toString());
                    });
            return texts;
        });
    }
}
