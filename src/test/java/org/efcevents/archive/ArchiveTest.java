package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.jcr.Node;
import org.efcevents.archive.Listing.YearGroup;
import org.efcevents.content.OpenEnum;
import org.efcevents.event.Event;
import org.efcevents.event.EventStatus;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Part;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts;
import org.efcevents.index.IndexedEvent;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final String HOSTILE = "<b>&\"'";

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

    private void day(String slug, String start, String... more) throws Exception {
        Node event = content.event(slug, Map.of("title", slug, "precision", "day", "start", start));
        if (more.length > 0) {
            event.setProperty("end", more[0]);
            content.session().save();
        }
    }

    private static List<String> slugs(List<EventSummary> events) {
        return events.stream().map(EventSummary::slug).toList();
    }

    private static List<String> slugsOfYears(List<YearGroup> years) {
        return years.stream()
                .flatMap(year -> year.events().stream().map(event -> year.number() + " " + event.slug()))
                .toList();
    }

    @Test
    void putsEveryEventInExactlyOnePlace() throws Exception {
        day("over", "2014-06-09");
        day("over-long-ago", "2013-12-31");
        day("running", "2014-06-09", "2014-06-11");
        day("today", "2014-06-10");
        day("tomorrow", "2014-06-11");
        day("next-month", "2014-07-01");
        content.event("no-date", Map.of("title", "no date", "precision", "unknown"));
        content.event("no-year", Map.of("title", "no year", "precision", "day-and-month", "partialDate", "XXXX-01-05"));

        Listing listing = content.read("en", "2014-06-10").events();

        assertThat(slugs(listing.upcoming())).containsExactly("tomorrow", "next-month");
        assertThat(slugs(listing.ongoing())).containsExactly("running", "today");
        assertThat(slugsOfYears(listing.past())).containsExactly("2014 over", "2013 over-long-ago");
        assertThat(slugs(listing.undated())).containsExactly("no-year", "no-date");
        assertThat(listing.size()).isEqualTo(8);
    }

    @Test
    void aPageIsKeptNoLongerThanUntilAnEventBeginsOrIsOver() throws Exception {
        day("over", "2014-06-09");
        day("next-month", "2014-07-01");
        assertThat(content.read("en", Instant.parse("2014-06-10T12:00:00Z")).secondsUntilChange())
                .isEqualTo(600);
        assertThat(content.read("en", Instant.parse("2014-06-30T21:58:30Z")).secondsUntilChange())
                .as("midnight in Brussels is 22:00 UTC")
                .isEqualTo(90);
        assertThat(content.read("en", Instant.parse("2014-07-01T21:59:59.900Z")).secondsUntilChange())
                .isEqualTo(1);
        assertThat(content.read("en", Instant.parse("2014-07-01T22:00:00Z")).secondsUntilChange())
                .isEqualTo(600);

        content.event(
                "talk",
                Map.of(
                        "title",
                        "talk",
                        "precision",
                        "time",
                        "start",
                        "2014-07-01",
                        "startTime",
                        "16:30",
                        "endTime",
                        "17:00",
                        "timeZone",
                        "Europe/London"));
        assertThat(content.read("en", Instant.parse("2014-07-01T15:29:00Z")).secondsUntilChange())
                .as("16:30 in London is 15:30 UTC")
                .isEqualTo(60);
        assertThat(content.read("en", Instant.parse("2014-07-01T15:55:00Z")).secondsUntilChange())
                .isEqualTo(300);
    }

    @Test
    void sortsPastEventsNewestFirstAndThoseOfOneDayByTitle() throws Exception {
        content.event("z", Map.of("title", "Alpha", "precision", "day", "start", "2013-02-05"));
        content.event("a", Map.of("title", "Beta", "precision", "day", "start", "2013-02-05"));
        content.event("m", Map.of("title", "M", "precision", "month", "partialDate", "2013-02"));
        content.event("y", Map.of("title", "Y", "precision", "year", "partialDate", "2013"));
        day("later", "2013-12-01");

        assertThat(slugsOfYears(content.read("en", "2020-01-01").events().past()))
                .containsExactly("2013 later", "2013 z", "2013 a", "2013 m", "2013 y");
    }

    @Test
    void findsAnEventInAFolderOfTheEditorsOwn() throws Exception {
        Node folder = content.session().getNode("/events").addNode("2014", "mgnl:folder");
        folder.addNode("2nd-meeting", "efc:event").setProperty("title", "Second meeting");
        content.session().save();

        assertThat(content.read("en", "2020-01-01")
                        .event("2nd-meeting")
                        .summary()
                        .title())
                .isEqualTo("Second meeting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "..",
                "../speakers/x",
                "x' or '1'='1",
                "a/b",
                "participations",
                "*",
                "%",
                "{}x",
                "a:b",
                "[1]"
            })
    void answersNothingToASlugThatNamesNoEvent(String slug) throws Exception {
        Node event = content.event("x", Map.of("title", "X"));
        content.participation(event, content.speaker("s", Map.of("fullName", "S")), Map.of("part", "speaker"));

        assertThat(content.read("en", "2020-01-01").event(slug)).isNull();
    }

    @Test
    void leavesOutWhatIsMarkedAsDeleted() throws Exception {
        Node event = content.event("gone", Map.of("title", "Gone", "precision", "unknown"));
        Node speaker = content.speaker("gone-too", Map.of("fullName", "Gone"));
        content.participation(event, speaker, Map.of("part", "speaker"));
        Archive archive = content.read("en", "2020-01-01");
        Speaker before = archive.speaker("gone-too");
        event.addMixin("mgnl:deleted");
        speaker.addMixin("mgnl:deleted");
        content.session().save();

        assertThat(archive.events().size()).isZero();
        assertThat(archive.event("gone")).isNull();
        assertThat(archive.speakers()).isEmpty();
        assertThat(archive.speaker("gone-too")).isNull();
        assertThat(archive.appearances(before)).isEmpty();
    }

    @Test
    void givesTextAsTheEditorTypedIt() throws Exception {
        content.event("x", Map.of("title", HOSTILE, "city", HOSTILE, "teaser", HOSTILE, "attendance", HOSTILE));

        EventSummary event = content.read("en", "2020-01-01").event("x").summary();

        assertThat(List.of(event.title(), event.place().city(), event.teaser(), event.attendance()))
                .containsOnly(HOSTILE);
    }

    @Test
    void readsTheLanguageAskedForAndTheDefaultOneWhereThereIsNone() throws Exception {
        content.event("x", Map.of("title", "Launch", "title_fr", "Lancement", "teaser", "Only English"));

        EventSummary french = content.read("fr", "2020-01-01").event("x").summary();

        assertThat(french.title()).isEqualTo("Lancement");
        assertThat(french.teaser()).isEqualTo("Only English");
    }

    @Test
    void tellsWhatHappenedOnceItIsOverAndWhatIsAnnouncedBefore() throws Exception {
        content.event(
                "x",
                Map.of(
                        "title",
                        "X",
                        "precision",
                        "day",
                        "start",
                        "2014-06-10",
                        "description",
                        "<p>It will be.</p>",
                        "report",
                        "<p>It was.</p>"));

        Event before = content.read("en", "2014-06-10").event("x");
        Event after = content.read("en", "2014-06-11").event("x");

        assertThat(before.text().html()).isEqualTo("<p>It will be.</p>");
        assertThat(before.isReported()).isFalse();
        assertThat(after.text().html()).isEqualTo("<p>It was.</p>");
        assertThat(after.isReported()).isTrue();
    }

    @Test
    void keepsTheAnnouncementWhereNobodyWroteAReport() throws Exception {
        content.event(
                "x",
                Map.of("title", "X", "precision", "day", "start", "2014-06-10", "description", "<p>It will be.</p>"));

        Event after = content.read("en", "2014-06-11").event("x");

        assertThat(after.text().html()).isEqualTo("<p>It will be.</p>");
        assertThat(after.isReported()).isFalse();
    }

    @Test
    void showsARoleAsItWasAtTheEvent() throws Exception {
        Node first = content.event("first", Map.of("title", "First", "precision", "day", "start", "2013-02-12"));
        Node second = content.event("second", Map.of("title", "Second", "precision", "day", "start", "2013-10-15"));
        Node speaker = content.speaker("troels", Map.of("fullName", "Troels", "role", "Adviser"));
        content.participation(first, speaker, Map.of("part", "attending", "role", "Assistant Director"));
        content.participation(second, speaker, Map.of("part", "keynote", "role", "Head of EC3"));

        Archive archive = content.read("en", "2020-01-01");
        List<SpeakerAppearance> appearances = archive.appearances(archive.speaker("troels"));

        assertThat(appearances)
                .extracting(
                        appearance -> appearance.event().slug(),
                        appearance -> appearance.participation().part().constant(),
                        appearance -> appearance.participation().role())
                .containsExactly(
                        tuple("second", Part.KEYNOTE, "Head of EC3"),
                        tuple("first", Part.ATTENDING, "Assistant Director"));
    }

    @Test
    void listsSeveralPartsInOneEventAsTheEditorSortedThem() throws Exception {
        Node event = content.event("long", Map.of("title", "Long", "precision", "day", "start", "2013-02-12"));
        Node speaker = content.speaker("busy", Map.of("fullName", "Busy"));
        List<String> talks = IntStream.range(0, 12).mapToObj(i -> "Talk " + i).toList();
        for (String talk : talks) {
            content.participation(event, speaker, Map.of("talkTitle", talk));
        }

        Archive archive = content.read("en", "2020-01-01");

        assertThat(archive.appearances(archive.speaker("busy")))
                .extracting(appearance -> appearance.participation().talkTitle())
                .isEqualTo(talks);
    }

    @Test
    void showsAnEventWhoseSpeakerOrWorkPackageIsNotPublished() throws Exception {
        Node event = content.event("x", Map.of("title", "X"));
        Node speaker = content.speaker("s", Map.of("fullName", "S"));
        content.participation(event, speaker, Map.of("part", "speaker", "role", "Chair"));
        event.setProperty(
                "workPackages",
                new String[] {content.workPackage("wp1", Map.of("code", "WP1")).getIdentifier()});
        content.session().getNode("/speakers/s").remove();
        content.session().getNode("/work-packages/wp1").remove();
        content.session().save();

        Event shown = content.read("en", "2020-01-01").event("x");

        assertThat(shown.summary().workPackages()).isEmpty();
        assertThat(shown.details().participations()).singleElement().satisfies(participation -> {
            assertThat(participation.speaker()).isNull();
            assertThat(participation.role()).isEqualTo("Chair");
        });
    }

    @Test
    void listsTheEventsOfAWorkPackageOnceEach() throws Exception {
        String one = content.workPackage("wp1", Map.of("code", "WP1")).getIdentifier();
        String four = content.workPackage("wp4", Map.of("code", "WP4", "title", "Training"))
                .getIdentifier();
        content.event("joint", Map.of("title", "Joint", "precision", "day", "start", "2013-04-04"))
                .setProperty("workPackages", new String[] {one, four});
        content.event("other", Map.of("title", "Other", "precision", "unknown"))
                .setProperty("workPackages", new String[] {one});
        content.session().save();
        Archive archive = content.read("en", "2020-01-01");

        WorkPackage training = archive.workPackage("wp4");

        assertThat(training.label()).isEqualTo("WP4 – Training");
        assertThat(archive.eventsOf(training)).extracting(IndexedEvent::name).containsExactly("joint");
        assertThat(archive.eventsOf(archive.workPackage("wp1")).size()).isEqualTo(2);
        assertThat(archive.event("joint").summary().workPackages())
                .extracting(WorkPackage::code)
                .containsExactly("WP1", "WP4");
    }

    @Test
    void sortsPeopleAsTheLanguageDoes() throws Exception {
        content.speaker("z", Map.of("fullName", "Anna Zorn", "familyName", "Zorn"));
        content.speaker("a", Map.of("fullName", "Maria Åsenius", "familyName", "Åsenius"));
        content.speaker("b", Map.of("fullName", "Olivier Burgersdijk", "familyName", "Burgersdijk"));
        content.speaker("d", Map.of("fullName", "Heidi de Pauw", "familyName", "de Pauw"));

        assertThat(content.read("en", "2020-01-01").speakers())
                .extracting(Speaker::slug)
                .containsExactly("a", "b", "d", "z");
    }

    @Test
    void survivesAnEventThatSaysNothingAtAll() throws Exception {
        content.event("empty", Map.of());

        Event event = content.read("en", "2020-01-01").event("empty");

        assertThat(event.summary().title()).isEqualTo("empty");
        assertThat(event.summary().status()).isEqualTo(OpenEnum.of(EventStatus.SCHEDULED));
        assertThat(event.text()).isNull();
        assertThat(event.summary().place().isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "0800", "0999", "1000", "9999"})
    void everyYearThatIsOfferedLeadsToItsEvents(String year) throws Exception {
        day("then", year + "-06-15");
        day("now", "2014-03-24");
        Archive archive = content.read("en", "2015-01-01");

        assertThat(archive.values(Facet.YEAR)).containsExactlyInAnyOrder(year, "2014");
        SearchResult found = archive.find(ArchiveFilter.parse("year=" + year));
        assertThat(found.all()).extracting(IndexedEvent::name).containsExactly("then");
        assertThat(found.facet("year").choices())
                .filteredOn(FacetCounts.Choice::chosen)
                .extracting(FacetCounts.Choice::label)
                .containsExactly(Integer.toString(Integer.parseInt(year)));
    }

    @Test
    void whoIsOnlyNamedInTheProgrammeDoesNotTakePartWhetherOrNotSomebodyHasSearched() throws Exception {
        Node speaker = content.speaker("s", Map.of("fullName", "S"));
        Node item = content.event("e", Map.of("title", "E"))
                .addNode("programme", "mgnl:contentNode")
                .addNode("programme0", "mgnl:contentNode");
        item.setProperty("title", "Of whales");
        item.setProperty("speaker", speaker.getIdentifier());
        content.session().save();

        assertThat(eventsOf("s")).isEmpty();
        assertThat(content.read("en", "2015-01-01")
                        .find(ArchiveFilter.parse("q=whales"))
                        .total())
                .isEqualTo(1);
        assertThat(eventsOf("s")).isEmpty();
    }

    private List<String> eventsOf(String speaker) {
        Archive archive = content.read("en", "2015-01-01");
        return archive.eventsOf(archive.speaker(speaker)).stream()
                .map(IndexedEvent::name)
                .toList();
    }
}
