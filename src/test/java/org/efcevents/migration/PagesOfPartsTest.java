package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.EventField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose parts are laid out each in its own way: what is coming as cards, what is past as a table. */
class PagesOfPartsTest {

    /** An event as a page writes it, and what is expected of it. */
    private record Told(String title, String words, String date) {}

    private static final List<Told> COMING = List.of(
            new Told("Workshop on soil", "14–15 March 2019", "2019-03-14/2019-03-15"),
            new Told("Round table on wool", "3 February 2019", "2019-02-03"));

    private static final List<Told> PAST = List.of(
            new Told("Study visit to the mills", "8 November 2018", "2018-11-08"),
            new Told("Seed fair", "Friday 8 June 2018", "2018-06-08"),
            new Told("Lecture on oats", "22 May 2018", "2018-05-22"),
            new Told("Forum on ferries", "9 to 11 October 2017", "2017-10-09/2017-10-11"),
            new Told("Annual assembly", "30 March 2017", "2017-03-30"));

    private static final Map<String, Function<List<Told>, String>> LAYOUTS = Map.of(
            "cards",
            events -> each(
                    events, "<div class='card'><h3><a href='#'>%s</a></h3><p>%s</p><p>Many people came.</p></div>"),
            "table",
            events -> "<table><tr><th>Event</th><th>Date</th></tr>" + each(events, "<tr><td>%s</td><td>%s</td></tr>")
                    + "</table>",
            "list",
            events -> "<ul>" + each(events, "<li><a href='#'>%s</a> (Ghent, %s)</li>") + "</ul>",
            "definitions",
            events -> "<dl>" + each(events, "<dt>%2$s</dt><dd>%1$s</dd>") + "</dl>",
            "paragraphs",
            events -> each(events, "<p><b>%s</b><br>%s, Ghent<br>There was time for questions.</p>"),
            "headings",
            events -> each(events, "<h3>%s</h3><p>%s</p><p>Many people came, and stayed to the end.</p>"));

    private static String each(List<Told> events, String form) {
        return events.stream()
                .map(event -> form.formatted(event.title(), event.words()))
                .collect(Collectors.joining());
    }

    /** The titles of a page's events with their dates; a question mark is a mark of doubt. */
    static List<String> read(String page) {
        return PageSource.of(new PageReader().read(page.getBytes(StandardCharsets.UTF_8)), ZoneId.of("Europe/Brussels"))
                .events()
                .stream()
                .map(event -> event.title() + " | "
                        + event.finding(EventField.DATE)
                                .map(date -> date.value() + (date.certainty() == Certainty.STATED ? "" : "?"))
                                .orElse(""))
                .toList();
    }

    private static List<String> expected(List<Told> events) {
        return events.stream()
                .map(event -> event.title() + " | " + event.date())
                .toList();
    }

    static Stream<List<String>> pairs() {
        return LAYOUTS.keySet().stream().sorted().flatMap(above -> LAYOUTS.keySet().stream()
                .sorted()
                .filter(below -> !below.equals(above))
                .map(below -> List.of(above, below)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachPartIsReadInItsOwnLayout(List<String> layouts) {
        List<String> all = new ArrayList<>(expected(COMING));
        all.addAll(expected(PAST));
        String coming = LAYOUTS.get(layouts.get(0)).apply(COMING);
        String past = LAYOUTS.get(layouts.get(1)).apply(PAST);

        assertThat(read("<h1>Agenda</h1><section><h2>Upcoming events</h2>" + coming
                        + "</section><section><h2>Past events</h2>" + past + "</section>"))
                .containsExactlyElementsOf(all);
        assertThat(read("<h1>Agenda</h1><h2>À venir</h2>" + coming + "<h2>Passés</h2>" + past))
                .containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cards", "list", "paragraphs", "table"})
    void onePartMayHoldOneEvent(String layout) {
        List<String> all = new ArrayList<>(expected(COMING.subList(0, 1)));
        all.addAll(expected(PAST));

        assertThat(read("<h1>Events</h1><h2>Latest</h2>"
                        + LAYOUTS.get(layout).apply(COMING.subList(0, 1)) + "<h2>Archive</h2>"
                        + LAYOUTS.get("headings").apply(PAST)))
                .containsExactlyElementsOf(all);
    }

    @Test
    void eachYearMayHaveItsOwnLayout() {
        List<String> all = new ArrayList<>(expected(COMING));
        all.addAll(expected(PAST));

        assertThat(read("<h1>Events</h1><h2>2019</h2>" + LAYOUTS.get("cards").apply(COMING) + "<h2>2018</h2>"
                        + LAYOUTS.get("list").apply(PAST.subList(0, 3)) + "<h2>2017</h2>"
                        + LAYOUTS.get("table").apply(PAST.subList(3, 5))))
                .containsExactlyElementsOf(all);
    }

    /** What stands in a box of its own beside others is no part of the list. */
    @Test
    void aBoxAtTheSideIsNoPart() {
        assertThat(read("<h1>Archive</h1>" + LAYOUTS.get("table").apply(PAST)
                        + "<div class='box'><h3>Next dates</h3><p>31 January 2019<br>Deadline for papers</p></div>"
                        + "<div class='box'><h3>Weather</h3><p>Rain<br>12 January 2019</p></div>"))
                .containsExactlyElementsOf(expected(PAST));
    }

    /** A heading that each entry has is none of a part of the page. */
    @Test
    void whatEachEntryHasIsNoPart() {
        assertThat(
                        read(
                                "<h1>Groups</h1>"
                                        + each(
                                                PAST,
                                                "<h2>%s</h2><p>%s</p><p>We met in the old hall.</p><h3>Next meeting</h3><p>To be fixed.</p>")))
                .containsExactlyElementsOf(expected(PAST));
    }

    /** Nothing tells that these are parts but that each holds several events. */
    @ParameterizedTest
    @MethodSource("pairs")
    void sectionsMayBeCalledAnything(List<String> layouts) {
        List<String> all = new ArrayList<>(expected(PAST.subList(0, 3)));
        all.addAll(expected(COMING));
        String fields = LAYOUTS.get(layouts.get(0)).apply(PAST.subList(0, 3));
        String woods = LAYOUTS.get(layouts.get(1)).apply(COMING);

        assertThat(read("<h1>Events</h1><h2>In the fields</h2>" + fields + "<h2>In the woods</h2>" + woods))
                .containsExactlyElementsOf(all);
    }

    /** A heading of pictures below boxes whose dates stand above their titles had given each title the date of the next. */
    @Test
    void anotherHeadingMovesNoDates() {
        assertThat(read("<h1>Events</h1>"
                        + each(
                                PAST,
                                "<div class='box'><p class='when'>%2$s</p><h3>%1$s</h3><p>Many people came.</p></div>")
                        + "<div class='album'><h3>Pictures</h3><p>The hall</p><p>The garden</p></div>"))
                .containsExactlyElementsOf(expected(PAST));
    }

    @Test
    void theItemsOfGroupsThatAreItemsAreEntries() {
        String item = "<li>%s, Ghent, %s</li>";

        assertThat(read("<h1>Events</h1><ol><li>Workshops<ul>" + each(PAST.subList(0, 3), item)
                        + "</ul></li><li>Conferences<ul>" + each(PAST.subList(2, 5), item) + "</ul></li></ol>"))
                .extracting(told -> told.replaceAll(".* \\| |\\?$", ""))
                .containsExactly(
                        "2018-11-08", "2018-06-08", "2018-05-22", "2018-05-22", "2017-10-09/2017-10-11", "2017-03-30");
    }

    /** Not everything in a list has a date. */
    @Test
    void whatIsPastMayBeDividedByWhatItWas() {
        String page =
                """
                <h1>Talks and fairs</h1><h2>Upcoming</h2>
                <p><strong>Open barn</strong> · Friday 9 December 2022, 6–10pm</p>
                <p><strong>Kite making</strong> · Saturday 21 January 2023, 11am</p>
                <h2>Past</h2><h3>Talks</h3><p>All begin at 7pm in the hall.</p>
                <dl><dt>Thu 17 Nov 2022</dt><dd><em>Tar and rope</em></dd><dt>Thu 20 Oct 2022</dt><dd><em>Nets and their makers</em></dd>
                <dt>Thu 19 May 2022</dt><dd><em>Lost barges</em></dd></dl>
                <h3>Fairs</h3>
                <ul><li><a href="/a">Seed fair</a> (2 April – 30 October 2022)</li><li><a href="/b">Wool fair</a> (12 November 2021 to 27 February 2022)</li>
                <li><a href="/c">Cider fair</a> (summer 2019)</li></ul>
                <h3>Other</h3>
                <ul><li>Night of lanterns, 13/05/2022</li><li>Reopening, 19 May 2021</li><li>Party of the volunteers</li></ul>""";

        assertThat(read(page))
                .containsSequence(
                        "Open barn | 2022-12-09T18:00/22:00",
                        "Kite making | 2023-01-21T11:00",
                        "Tar and rope | 2022-11-17",
                        "Nets and their makers | 2022-10-20",
                        "Lost barges | 2022-05-19",
                        "Seed fair | 2022-04-02/2022-10-30",
                        "Wool fair | 2021-11-12/2022-02-27",
                        "Cider fair (summer 2019) | ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Past events", "Événements passés", "2011"})
    void theTitleOfAPageIsNoPartOfIt(String title) {
        assertThat(
                        read(
                                "<html><head><title>" + title + "</title></head><body><h1>" + title
                                        + "</h1><h2>Forum in Oslo, 3 May 2011</h2><p>The group met on 3 May 2011 in Oslo.</p>"
                                        + "<p><img src='hall.png' alt='The hall'></p><p><a href='minutes.pdf'>Minutes</a></p></body></html>"))
                .containsExactly("Forum in Oslo, 3 May 2011 | 2011-05-03");
    }
}
