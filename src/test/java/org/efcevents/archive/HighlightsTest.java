package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.efcevents.archive.Highlights.UpcomingEvents;
import org.efcevents.content.ContentLanguages;
import org.efcevents.event.EventSummary;
import org.efcevents.index.ArchiveIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The few events that a component shows are those that the whole archive would have first. */
class HighlightsTest {

    @TempDir
    Path home;

    private TestArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Highlights on(String day) {
        return at(day + "T12:00:00Z");
    }

    private Highlights at(String instant) {
        return new Archive(
                        archive.session(),
                        new ContentLanguages("en", "en"),
                        Instant.parse(instant),
                        ZoneId.of("Europe/Brussels"),
                        null,
                        new ArchiveIndex())
                .highlights();
    }

    private Node day(String slug, String start) throws Exception {
        return archive.event(slug, Map.of("title", slug, "precision", "day", "start", start));
    }

    private Node partial(String slug, String precision, String date) throws Exception {
        return archive.event(slug, Map.of("title", slug, "precision", precision, "partialDate", date));
    }

    private static List<String> slugs(List<EventSummary> events) {
        return events.stream().map(EventSummary::slug).toList();
    }

    @Test
    void anEventMovesFromUpcomingToLatestAsTimeGoesBy() throws Exception {
        archive.event("two-days", Map.of("precision", "day", "start", "2015-03-10", "end", "2015-03-11"));

        assertThat(slugs(on("2015-03-09").upcoming("5").upcoming())).containsExactly("two-days");
        assertThat(on("2015-03-09").latest("5")).isEmpty();
        for (String day : List.of("2015-03-10", "2015-03-11")) {
            assertThat(slugs(on(day).upcoming("5").ongoing())).containsExactly("two-days");
            assertThat(on(day).upcoming("5").upcoming()).isEmpty();
            assertThat(on(day).latest("5")).isEmpty();
        }
        assertThat(on("2015-03-12").upcoming("5").isEmpty()).isTrue();
        assertThat(slugs(on("2015-03-12").latest("5"))).containsExactly("two-days");
    }

    @Test
    void theDayIsTheEventsOwn() throws Exception {
        archive.event(
                "auckland",
                Map.of(
                        "precision",
                        "time",
                        "start",
                        "2015-03-10",
                        "startTime",
                        "09:00",
                        "endTime",
                        "10:00",
                        "timeZone",
                        "Pacific/Auckland"));

        assertThat(slugs(at("2015-03-09T19:00:00Z").upcoming("5").upcoming())).containsExactly("auckland");
        assertThat(slugs(at("2015-03-09T20:30:00Z").upcoming("5").ongoing())).containsExactly("auckland");
        assertThat(slugs(at("2015-03-09T22:00:00Z").latest("5"))).containsExactly("auckland");
    }

    @Test
    void aDayThatIsOverInUniversalTimeStillGoesOnInHonolulu() throws Exception {
        archive.event("honolulu", Map.of("precision", "day", "start", "2015-03-10", "timeZone", "Pacific/Honolulu"));

        assertThat(slugs(at("2015-03-11T09:59:59Z").upcoming("5").ongoing())).containsExactly("honolulu");
        assertThat(at("2015-03-11T10:00:00Z").upcoming("5").ongoing()).isEmpty();
    }

    @Test
    void anHourOfTomorrowsDateMayBeOverInKiritimati() throws Exception {
        archive.event(
                "kiritimati",
                Map.of(
                        "precision",
                        "time",
                        "start",
                        "2015-03-11",
                        "startTime",
                        "00:30",
                        "endTime",
                        "01:00",
                        "timeZone",
                        "Pacific/Kiritimati"));

        assertThat(slugs(at("2015-03-10T11:00:00Z").latest("5"))).containsExactly("kiritimati");
        assertThat(at("2015-03-10T10:59:59Z").latest("5")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "5, 5", "10, 10", "'', 5", "4, 5", "1000, 5", "-1, 5", "ten, 5"})
    void onlyTheNumbersThatTheDialogOffersCount(String stored, int shown) throws Exception {
        for (int i = 10; i < 24; i++) {
            day("past-" + i, "2014-01-" + i);
            day("next-" + i, "2016-01-" + i);
        }

        assertThat(slugs(on("2015-01-01").latest(stored))).hasSize(shown).startsWith("past-23", "past-22", "past-21");
        assertThat(slugs(on("2015-01-01").upcoming(stored).upcoming()))
                .hasSize(shown)
                .startsWith("next-10", "next-11", "next-12");
    }

    /** Every way to store a date, several on one day, and some whose date is not what they would be sorted by. */
    private void manyKinds() throws Exception {
        for (String slug : List.of("c", "b", "a")) {
            day("same-day-" + slug, "2015-03-10");
        }
        for (int i = 0; i < 30; i++) {
            String start = LocalDate.of(2014, 12, 1).plusDays(11L * i).toString();
            day("day-" + start, start);
        }
        for (String month : List.of("2014-11", "2015-01", "2015-03", "2015-05", "2015-13")) {
            partial("month-" + month, "month", month);
        }
        for (String year : List.of("2013", "2014", "2015", "2016")) {
            partial("year-" + year, "year", year);
        }
        partial("approximate", "month", "2015-02~");
        partial("no-year", "day-and-month", "XXXX-06-24");
        archive.event("unknown", Map.of("precision", "unknown"));
        archive.event("nothing", Map.of());
        day("unreadable", "2015-02-31");
        archive.event("left-behind", Map.of("precision", "month", "partialDate", "2014-10", "start", "2015-03-09"));
        archive.event("left-behind-too", Map.of("precision", "day", "partialDate", "2015-03", "start", "2014-12-24"));
    }

    @ParameterizedTest
    @CsvSource({"2014-12-31", "2015-01-01", "2015-03-09", "2015-03-10", "2015-03-31", "2015-06-01", "2017-01-01"})
    void theFirstAreThoseOfTheWholeArchive(String day) throws Exception {
        manyKinds();
        Archive whole = archive.read("en", day);
        Listing all = whole.events();
        List<String> past = all.past().stream()
                .flatMap(year -> year.events().stream())
                .map(EventSummary::slug)
                .toList();
        List<String> coming = Stream.concat(all.ongoing().stream(), all.upcoming().stream())
                .sorted(EventOrder.SOONEST_FIRST)
                .map(EventSummary::slug)
                .toList();

        for (String howMany : List.of("3", "5", "10")) {
            int most = Integer.parseInt(howMany);
            assertThat(slugs(on(day).latest(howMany)))
                    .isEqualTo(past.stream().limit(most).toList());
            UpcomingEvents found = on(day).upcoming(howMany);
            assertThat(Stream.concat(found.ongoing().stream(), found.upcoming().stream())
                            .map(EventSummary::slug)
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(
                            coming.stream().limit(most).toList());
        }
    }

    @Test
    void aWorkPackagesEventsAreItsNextThenItsLatestThenItsUndated() throws Exception {
        Node one = archive.workPackage("wp1", Map.of("code", "WP1"));
        Node two = archive.workPackage("wp2", Map.of("code", "WP2"));
        for (Node event : List.of(
                day("past", "2014-05-05"),
                day("next", "2015-05-05"),
                day("later", "2015-06-06"),
                day("older", "2013-03-03"),
                partial("some-june", "day-and-month", "XXXX-06-24"),
                archive.event("undated", Map.of("title", "a")))) {
            event.setProperty("workPackages", new String[] {two.getIdentifier(), one.getIdentifier()});
        }
        day("of-another", "2015-02-02").setProperty("workPackages", new String[] {two.getIdentifier()});
        archive.session().save();
        Highlights highlights = on("2015-01-01");

        assertThat(slugs(highlights.eventsOf(highlights.workPackage(one.getIdentifier()), "10")))
                .containsExactly("next", "later", "past", "older", "some-june", "undated");
        assertThat(slugs(highlights.eventsOf(highlights.workPackage(one.getIdentifier()), "3")))
                .containsExactly("next", "later", "past");
        assertThat(slugs(highlights.eventsOf(highlights.workPackage(two.getIdentifier()), "3")))
                .containsExactly("of-another", "next", "later");
    }

    @Test
    void whatIsMarkedAsDeletedTakesNobodysPlace() throws Exception {
        for (int i = 10; i < 30; i++) {
            Node deleted = day("deleted-" + i, "2014-02-10");
            deleted.addMixin("mgnl:deleted");
        }
        day("kept", "2014-02-09");
        archive.session().save();

        assertThat(slugs(on("2015-01-01").latest("3"))).containsExactly("kept");
    }

    @Test
    void aReferenceThatLeadsNowhereOrElsewhereIsNobody() throws Exception {
        Node event = day("event", "2014-02-09");
        Node speaker = archive.speaker("ann", Map.of("fullName", "Ann"));
        Node group = archive.workPackage("wp1", Map.of("code", "WP1"));
        Highlights highlights = on("2015-01-01");

        assertThat(highlights.event(event.getIdentifier()).slug()).isEqualTo("event");
        assertThat(highlights.speaker(speaker.getIdentifier()).fullName()).isEqualTo("Ann");
        assertThat(highlights.workPackage(group.getIdentifier()).code()).isEqualTo("WP1");
        for (String id : List.of(
                "",
                "11111111-2222-3333-4444-555555555555",
                "/events/event",
                "x'] or true() or ['",
                archive.session().getNode("/events").getIdentifier())) {
            assertThat(highlights.event(id)).isNull();
            assertThat(highlights.speaker(id)).isNull();
            assertThat(highlights.workPackage(id)).isNull();
        }
        assertThat(highlights.event(speaker.getIdentifier())).isNull();
        assertThat(highlights.speaker(event.getIdentifier())).isNull();
    }

    /** Several values of one property, in whatever node, make Jackrabbit sort by parts of its index and not by values. */
    @Test
    void valuesThatAreOfAnotherSortLeaveTheOrderAsItIs() throws Exception {
        archive.close();
        archive = TestArchive.withSegments(home.resolve("segments"));
        for (String start : List.of("2014-05-23", "2013-03-04", "2014-05-21", "2012-02-01")) {
            day("of-" + start, start).addNode("publicNotice", "efc:notice").setProperty("start", new String[] {"a", "b"
            });
            archive.session().save();
            day("beside-" + start, start);
        }
        day("latest", "2014-06-01").getParent().addNode("other", "efc:event").setProperty("start", 7L);
        archive.session().save();

        assertThat(slugs(on("2015-01-01").latest("3"))).containsExactly("latest", "beside-2014-05-23", "of-2014-05-23");
    }
}
