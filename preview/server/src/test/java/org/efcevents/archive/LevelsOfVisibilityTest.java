package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.archive.FormerAddresses.Tombstone;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.NodeType;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.health.Check;
import org.efcevents.health.Finding;
import org.efcevents.index.ArchiveIndex;
import org.efcpreview.repository.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an event lies decides who is told what of it; the repository's access rights enforce it. */
class LevelsOfVisibilityTest {

    private static final User VISITOR = new User("anonymous", Set.of("efc-events-visitor"));
    private static final User MEMBER = new User("member", Set.of("efc-events-member"));
    private static final User EDITOR = new User("editor", Set.of("efc-events-editor"));

    @TempDir
    Path home;

    private final ArchiveIndex memory = new ArchiveIndex();
    private TestArchive content;
    private Node workPackage;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        content.shippedRole("efc-events-visitor");
        content.shippedRole("efc-events-member");
        content.shippedRole("efc-events-editor");
        workPackage = content.workPackage("wp1", Map.of("code", "WP1"));
        for (String level : List.of("hidden", "listed", "withdrawn")) {
            content.session().getNode("/events").addNode(level, "mgnl:folder");
        }
        event("/events", "open");
        event("/events/listed", "known");
        event("/events/hidden", "secret");
        event("/events/withdrawn", "gone");
    }

    @AfterEach
    void close() {
        content.close();
    }

    private void event(String folder, String slug) throws Exception {
        Node event = content.session().getNode(folder).addNode(slug, "efc:event");
        event.setProperty("title", "Inner " + slug);
        event.setProperty("precision", "day");
        event.setProperty("start", "2013-02-12");
        event.setProperty("teaser", "Whale " + slug);
        event.setProperty("city", "Brussels");
        event.setProperty("formerAddresses", new String[] {"once-" + slug});
        event.setProperty("workPackages", new String[] {workPackage.getIdentifier()});
        Node notice = event.addNode("publicNotice", "efc:notice");
        notice.setProperty("title", "Notice " + slug);
        notice.setProperty("precision", "year");
        notice.setProperty("partialDate", "2013");
        // What an import may bring is no part of a notice.
        notice.setProperty("teaser", "Squid");
        notice.setProperty("description", "<p>Squid</p>");
        notice.setProperty("workPackages", new String[] {workPackage.getIdentifier()});
        event.addNode("members", "efc:members").setProperty("minutes", "<p>Minutes of " + slug + "</p>");
        content.session().save();
    }

    private interface Question<T> {
        T ask(Archive archive) throws Exception;
    }

    private <T> T as(User user, Question<T> question) throws Exception {
        Session session = content.repository().login("efc-events", user);
        try {
            return question.ask(new Archive(
                    session,
                    new ContentLanguages("en", "en"),
                    Instant.parse("2020-01-01T12:00:00Z"),
                    ZoneId.of("Europe/Brussels"),
                    TestArchive.rights(session),
                    memory));
        } finally {
            session.logout();
        }
    }

    private static List<String> titles(List<EventSummary> events) {
        return events.stream().map(EventSummary::title).sorted().toList();
    }

    @Test
    void listsTellVisitorsOfListedEventsWhatTheirNoticeSays() throws Exception {
        assertThat(titles(as(VISITOR, archive -> archive.events().all())))
                .containsExactly("Inner open", "Notice known");
        assertThat(titles(as(MEMBER, archive -> archive.events().all())))
                .containsExactly("Inner known", "Inner open", "Inner secret");
        assertThat(titles(as(EDITOR, archive -> archive.events().all())))
                .containsExactly("Inner known", "Inner open", "Inner secret");
    }

    @Test
    void aWorkPackageHasWhatTheReaderMayKnow() throws Exception {
        Question<List<EventSummary>> events =
                archive -> archive.read(archive.eventsOf(archive.workPackage("wp1"))).stream()
                        .map(Event::summary)
                        .toList();

        assertThat(titles(as(VISITOR, events))).containsExactly("Inner open", "Notice known");
        assertThat(titles(as(MEMBER, events))).containsExactly("Inner known", "Inner open", "Inner secret");
        assertThat(this.<Integer>as(VISITOR, archive -> archive.workOf(archive.workPackage("wp1"), 1, 30)
                        .total()))
                .isEqualTo(2);
    }

    @Test
    void relatedEventsAndNeighboursAreThoseTheReaderMayKnow() throws Exception {
        assertThat(titles(as(VISITOR, archive -> archive.related(archive.event("open"), 5))))
                .containsExactly("Notice known");
        assertThat(this.<String>as(VISITOR, archive -> archive.neighbours(archive.event("open"))
                        .earlier()
                        .title()))
                .isEqualTo("Notice known");
    }

    @Test
    void anEventHasOneIdForAllReaders() throws Exception {
        String id = content.session().getNode("/events/listed/known").getIdentifier();

        for (User reader : List.of(VISITOR, MEMBER)) {
            assertThat(this.<String>as(
                            reader, archive -> archive.event("known").summary().id()))
                    .isEqualTo(id);
            assertThat(this.<List<String>>as(
                            reader, archive -> archive.find(ArchiveFilter.parse("q=known")).listing().all().stream()
                                    .map(EventSummary::id)
                                    .toList()))
                    .contains(id);
        }
    }

    @Test
    void onlyTheNoticesTitleIsFound() throws Exception {
        assertThat(this.<List<String>>as(VISITOR, archive -> found(archive, "q=notice")))
                .containsExactly("Notice known");
        assertThat(this.<List<String>>as(VISITOR, archive -> found(archive, "q=whale")))
                .containsExactly("Inner open");
        assertThat(this.<List<String>>as(VISITOR, archive -> found(archive, "q=squid")))
                .isEmpty();
        assertThat(this.<List<String>>as(VISITOR, archive -> found(archive, "place=brussels")))
                .containsExactly("Inner open");
        assertThat(this.<List<String>>as(MEMBER, archive -> found(archive, "q=whale")))
                .containsExactly("Inner known", "Inner open", "Inner secret");
    }

    private static List<String> found(Archive archive, String query) {
        return titles(archive.find(ArchiveFilter.parse(query)).listing().all());
    }

    @Test
    void componentsShowWhatTheReaderMayKnow() throws Exception {
        assertThat(titles(as(VISITOR, archive -> archive.highlights().latest("10"))))
                .containsExactly("Inner open", "Notice known");
    }

    @Test
    void aComponentThatFeaturesAnEventShowsWhatTheReaderMayKnowOfIt() throws Exception {
        assertThat(featured(VISITOR, "/events/open")).isEqualTo("Inner open");
        assertThat(featured(VISITOR, "/events/listed/known")).isEqualTo("Notice known");
        assertThat(featured(VISITOR, "/events/hidden/secret")).isNull();
        assertThat(featured(VISITOR, "/events/withdrawn/gone")).isNull();
        assertThat(featured(MEMBER, "/events/listed/known")).isEqualTo("Inner known");
        assertThat(featured(MEMBER, "/events/hidden/secret")).isEqualTo("Inner secret");
        assertThat(featured(EDITOR, "/events/withdrawn/gone")).isNull();

        content.session().getProperty("/events/listed/known/publicNotice/title").remove();
        content.session().save();
        assertThat(featured(VISITOR, "/events/listed/known")).isNull();
    }

    private String featured(User reader, String path) throws Exception {
        String id = content.session().getNode(path).getIdentifier();
        EventSummary event = as(reader, archive -> archive.highlights().event(id));
        return event == null ? null : event.title();
    }

    @Test
    void aListedEventHasAPageThatSaysNoMoreThanItsNotice() throws Exception {
        Event known = as(VISITOR, archive -> archive.event("known"));

        assertThat(known.summary().isListedOnly()).isTrue();
        assertThat(known.summary().slug()).isEqualTo("known");
        assertThat(known.summary().title()).isEqualTo("Notice known");
        assertThat(known.summary().workPackages()).hasSize(1);
        assertThat(known.toString()).doesNotContain("Squid", "Whale", "Inner", "Minutes");
        assertThat(this.<Event>as(MEMBER, archive -> archive.event("known"))
                        .summary()
                        .isListedOnly())
                .isFalse();
        assertThat(this.<Event>as(VISITOR, archive -> archive.event("secret"))).isNull();
    }

    @Test
    void whatIsForMembersIsTheirsInEveryEvent() throws Exception {
        assertThat(this.<Event>as(VISITOR, archive -> archive.event("open"))
                        .details()
                        .members())
                .isNull();
        assertThat(this.<Event>as(MEMBER, archive -> archive.event("open"))
                        .details()
                        .members()
                        .minutes()
                        .toString())
                .contains("Minutes of open");
    }

    @Test
    void aListedEventWithoutANoticeIsUnknown() throws Exception {
        content.session().getNode("/events/listed/known/publicNotice").remove();
        content.session().save();

        assertThat(titles(as(VISITOR, archive -> archive.events().all()))).containsExactly("Inner open");
        assertThat(this.<Event>as(VISITOR, archive -> archive.event("known"))).isNull();
    }

    @Test
    void nobodyIsShownWhatIsWithdrawnButEverybodyIsToldThatItWas() throws Exception {
        for (User reader : List.of(VISITOR, MEMBER, EDITOR)) {
            assertThat(this.<Event>as(reader, archive -> archive.event("gone"))).isNull();
            assertThat(this.<List<Tombstone>>as(
                            reader, archive -> archive.formerAddresses().withdrawn()))
                    .extracting(Tombstone::slug)
                    .containsExactly("gone");
            assertThat(this.<Boolean>as(
                            reader, archive -> archive.formerAddresses().isWithdrawn("gone")))
                    .isTrue();
            assertThat(this.<Boolean>as(
                            reader, archive -> archive.formerAddresses().isWithdrawn("open")))
                    .isFalse();
            assertThat(this.<Boolean>as(
                            reader, archive -> archive.formerAddresses().isWithdrawn("never")))
                    .isFalse();
        }
    }

    @Test
    void aFormerAddressIsKnownToThoseWhoMayReadTheEvent() throws Exception {
        assertThat(this.<String>as(
                        VISITOR, archive -> archive.formerAddresses().presentSlug(NodeType.EVENT, "once-open")))
                .isEqualTo("open");
        assertThat(this.<String>as(
                        VISITOR, archive -> archive.formerAddresses().presentSlug(NodeType.EVENT, "once-secret")))
                .isNull();
        assertThat(this.<String>as(
                        VISITOR, archive -> archive.formerAddresses().presentSlug(NodeType.EVENT, "once-gone")))
                .isNull();
        assertThat(this.<String>as(
                        EDITOR, archive -> archive.formerAddresses().presentSlug(NodeType.EVENT, "once-gone")))
                .isNull();
        assertThat(this.<String>as(
                        MEMBER, archive -> archive.formerAddresses().presentSlug(NodeType.EVENT, "once-secret")))
                .isEqualTo("secret");
        assertThat(this.<String>as(VISITOR, archive -> archive.formerAddresses().presentSlug(NodeType.EVENT, "it's")))
                .isNull();
    }

    @Test
    void anIdentifierLeadsToAnEventWhereEventsAreAndNowhereElse() throws Exception {
        for (String[] event : new String[][] {{"/events/open", "open"}, {"/events/listed/known", "known"}}) {
            String id = content.session().getNode(event[0]).getIdentifier();
            assertThat(this.<String>as(
                            VISITOR, archive -> archive.formerAddresses().presentSlug(NodeType.EVENT, id)))
                    .isEqualTo(event[1]);
            for (NodeType other : List.of(NodeType.SPEAKER, NodeType.WORK_PACKAGE)) {
                assertThat(this.<String>as(
                                VISITOR, archive -> archive.formerAddresses().presentSlug(other, id)))
                        .as("%s as %s", event[1], other)
                        .isNull();
            }
        }
    }

    @Test
    void theDeskIsOpenToWhoeverMayAddEventsAndTellsNobodyOfWhatTheyMayNotRead() throws Exception {
        assertThat(this.<Boolean>as(VISITOR, archive -> archive.desk().isOpen()))
                .isFalse();
        assertThat(this.<Boolean>as(MEMBER, archive -> archive.desk().isOpen())).isFalse();
        assertThat(this.<Boolean>as(EDITOR, archive -> archive.desk().isOpen())).isTrue();
        assertThat(folders(EDITOR)).contains("/events", "/events/hidden", "/events/listed");
        assertThat(folders(MEMBER)).contains("/events", "/events/hidden", "/events/listed");
        assertThat(folders(VISITOR)).contains("/events").doesNotContain("/events/hidden", "/events/listed");
    }

    @Test
    void whatTheDeskSaysOfAnEventNamesNoneThatTheReaderMayNotRead() throws Exception {
        content.session().getNode("/events/hidden/secret").setProperty("title", "Inner open");
        content.session().save();

        assertThat(twice(EDITOR)).containsExactlyInAnyOrder("/events/open", "/events/hidden/secret");
        assertThat(twice(VISITOR)).isEmpty();
    }

    private List<String> twice(User reader) throws Exception {
        return this.<List<String>>as(reader, archive -> archive.desk().findings(List.of("en")).stream()
                .filter(finding -> finding.check() == Check.EVENT_TWICE)
                .map(Finding::detail)
                .toList());
    }

    private Set<String> folders(User reader) throws Exception {
        return this.<Set<String>>as(reader, archive -> archive.desk().findings(List.of("en", "fr")).stream()
                .map(finding -> finding.path().substring(0, finding.path().lastIndexOf('/')))
                .collect(Collectors.toSet()));
    }
}
