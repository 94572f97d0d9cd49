package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfPartsTest.read;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page has between and below its events, under headings of their kind; and events of which nothing tells when they were. */
class SectionsThatAreNoEventsTest {

    private static final List<String> EVENTS = List.of(
            "Workshop on soil | 2019-03-14",
            "Round table on wool | 2019-02-03",
            "Study visit to the mills | 2018-11-08",
            "Seed fair | 2018-06-08");

    private static final List<String> LINES = List.of(
            "Workshop on soil/14 March 2019",
            "Round table on wool/3 February 2019",
            "Study visit to the mills/8 November 2018",
            "Seed fair/8 June 2018");

    private static List<String> each(String form) {
        return LINES.stream()
                .map(line -> line.split("/"))
                .map(line -> form.formatted(line[0], line[1]))
                .toList();
    }

    /** A page of events with something between two of them. */
    private static String page(String form, int before, String other) {
        List<String> all = new ArrayList<>(each(form));
        all.add(before, other);
        return "<h1>Our archive of events</h1><div class='content'>" + String.join("", all) + "</div>";
    }

    private static final String HEADINGS = "<h3>%s</h3><p>%s</p><p>Many people came, and stayed to the end.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>Contact us</h3><p>Write to the office, or call between nine and noon.</p>",
                "<h3>Links to events of 2003</h3><p>The mills, the wool, the soil</p>",
                "<h3>Related links</h3><p>The mills, the wool, the soil</p>",
                "<h3>Further information</h3><p>Write to the office, or call between nine and noon.</p>",
                "<h3>Archive</h3><p>The mills, the wool, the soil</p>",
                "<h3>Nous contacter</h3><p>Écrivez au bureau.</p>",
                "<h3>Liens utiles</h3><p>Les moulins, la laine, la terre</p>",
                "<h3>Pour en savoir plus</h3><p>Les moulins, la laine, la terre</p>",
                "<h3>On rivers</h3><ul><li><a href='a'>The first report</a></li><li><a href='b'>The second report</a></li></ul>",
                "</div><div class='foot'><div><h3>Consultations</h3><p>Write to the office.</p></div><div><h3>Tools and guides</h3></div>"
            })
    void whatStandsBelowTheEventsIsNone(String other) {
        assertThat(read(page(HEADINGS, 4, other))).containsExactlyElementsOf(EVENTS);
        assertThat(read(page("<p><b>%s</b></p><p>%s</p><p>Many people came, and stayed to the end.</p>", 4, other)))
                .containsExactlyElementsOf(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><b>Links to events of 2003</b></p>",
                "<p><b>Contact</b></p><p>Write to the office, or call between nine and noon.</p>",
                "<h2>For whom</h2><p>All those who work with wool.</p>",
                "<h2>The committee</h2><p>The members of the committee are known far beyond the county for all that they have done for those who work with wool, and the youngest"
                        + " of them joined it in the autumn, or rather in August 2018, when nobody else could be found who had the time for it.</p>"
            })
    void noMoreIsWhatStandsBelowLinesInBold(String other) {
        assertThat(read(page(
                        "<p><b>%s</b> – %s</p><p>Many people came, and stayed to the end, which was late, since there was much to tell and to ask.</p>",
                        4, other)))
                .containsExactlyElementsOf(EVENTS);
    }

    @Test
    void aHeadingWithNothingBelowItIsNoEventAmongOthersThatHaveTexts() {
        assertThat(read(page(HEADINGS, 2, "<h3>What we did last year</h3>"))).containsExactlyElementsOf(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>Dinner of the guests</h3><p>Many people came, and stayed to the end.</p>",
                "<h3>Dinner of the guests</h3><p>In the old town hall</p><p>Many people came.</p>",
                "<h3>Dinner of the guests</h3><p>date to be confirmed</p>"
            })
    void anEventWithoutADateIsOneWhereverItStands(String undated) {
        for (int before = 0; before < 5; before++) {
            List<String> expected = new ArrayList<>(EVENTS);
            expected.add(before, "Dinner of the guests | ");

            assertThat(read(page(HEADINGS, before, undated))).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "card special", "card past special"})
    void aCardWithoutADateIsAnEventToo(String name) {
        String card = "<article class='card wide'><h3>%s</h3><p>%s</p><p>Many people came.</p></article>";
        String undated =
                "<article class='" + name + "'><h3>Dinner of the guests</h3><p>Many people came.</p></article>";
        for (int before = 0; before < 5; before++) {
            List<String> expected = new ArrayList<>(EVENTS);
            expected.add(before, "Dinner of the guests | ");

            assertThat(read(page(card, before, undated))).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void whatIsNoEventIsListedAsUnread() {
        ReadPage page = PagesOfManyKindsTest.read(page(HEADINGS, 4, "<h3>Contact us</h3><p>Write to the office.</p>"));

        assertThat(page.account().stream()
                        .filter(part -> part.use() == org.efcevents.source.AccountedPart.Use.UNREAD)
                        .map(part -> part.passage().in(page.text())))
                .anyMatch(words -> words.equals("Write to the office."));
    }
}
