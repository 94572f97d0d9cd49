package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfPartsTest.read;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates that stand in parts, beside others, or in lines that say what they are. A question mark is a mark of doubt. */
class DatesInTheirPlacesTest {

    /** The lines between two empty ones are of one event; what says that it is a place is no title of the next. */
    @ParameterizedTest
    @ValueSource(strings = {"%s\nDate : %s\nLieu : %s\n\n", "%s\nDate: %s\nPlace: %s\n\n"})
    void linesThatSayWhatTheyAreAreNoTitles(String event) {
        assertThat(read("Our diary\n\n"
                        + event.formatted("Seed fair", "17 mars 2011", "Lyon")
                        + event.formatted("Walk by the lake", "8 juin 2011", "Riom")
                        + event.formatted("Prize of the readers", "14 janvier 2012", "Vichy")))
                .containsExactly(
                        "Seed fair | 2011-03-17", "Walk by the lake | 2011-06-08", "Prize of the readers | 2012-01-14");
    }

    @Test
    void numberedItemsHaveSuchLines() {
        assertThat(
                        read(
                                """
                        Our diary

                        1. Seed fair
                           Date: 17 March 2011
                           Place: Lyon

                        2. Walk by the lake
                           Date: 8 June 2011
                           Place: Riom

                        3. Prize of the readers
                           Date: 14 January 2012
                           Place: Vichy
                        """))
                .extracting(told -> told.replaceFirst("^\\d\\. ", ""))
                .containsExactly(
                        "Seed fair | 2011-03-17", "Walk by the lake | 2011-06-08", "Prize of the readers | 2012-01-14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14/06/2019 de 10:00 à 18:00, au parc communal | 2019-06-14T10:00/18:00",
                "Du 14/06/2019 au 16/06/2019, place du Marché | 2019-06-14/2019-06-16",
                "Ouvert à tous. | XXXX-06-14",
                "Le 20 mai 2018 au parc communal | 2018-06-14?"
            })
    void theWholeDateBelowACalendarsLeafHasItsYear(String below, String date) {
        String box =
                "<div class='item'><div class='cal_date'><span class='month'>%s</span><span class='day'>%s</span></div><h3>%s</h3><p>%s</p></div>";

        assertThat(read("<h1>Agenda</h1>" + box.formatted("Juin", "14", "Fête des jardins", below)
                        + box.formatted("Juil", "26", "Bal du village", "26/07/2019 à 20:00, au parc communal")
                        + box.formatted("Sep", "13", "Foire aux plantes", "13/09/2019 à 9:00, au parc communal")))
                .contains("Fête des jardins | " + date);
    }

    @Test
    void wordsThatOnlyStylesKeepApartAreApart() {
        assertThat(read(Stream.of(
                                "Seed fair, 16 June 2012, Lille",
                                "Walk by the lake, 3 May 2012, Mons",
                                "Open day, 9 April 2012, Namur")
                        .map(event -> event.replaceFirst(
                                "(.*), (.*), (.*)",
                                "<div class='card'><h3>$1</h3><p><span>$2</span><span>$3</span></p></div>"))
                        .collect(Collectors.joining())))
                .containsExactly("Seed fair | 2012-06-16", "Walk by the lake | 2012-05-03", "Open day | 2012-04-09");
    }

    @Test
    void theNumberOfARowIsNoDayOfAMonthThatStandsAlone() {
        assertThat(read("<table>" + "<tr><td>3</td><td>May</td><td>2012</td><td>Seed fair</td></tr>"
                        + "<tr><td>2</td><td>April</td><td>2012</td><td>Open day</td></tr>"
                        + "<tr><td>1</td><td>June</td><td>2011</td><td>Walk by the lake</td></tr></table>"))
                .containsExactly("Seed fair | 2012-05", "Open day | 2012-04", "Walk by the lake | 2011-06");
    }

    /** The day of the posting is never the event's; its year may be. */
    @Test
    void theYearOfThePostingIsOfferedInDoubt() {
        assertThat(read(Stream.of(
                                "Seed fair/3 March 2013/8 April",
                                "Open day/12 December 2012/9 January",
                                "Walk by the lake/2 May 2012/21–22 May")
                        .map(event -> event.replaceFirst(
                                "(.*)/(.*)/(.*)",
                                "<div class='post'><h2>$1</h2><p class='entry-meta'>Posted on $2 by the office</p>"
                                        + "<p>The meeting will take place on $3 in Graz.</p></div>"))
                        .collect(Collectors.joining())))
                .containsExactly(
                        "Seed fair | 2013-04-08?",
                        "Open day | 2013-01-09?",
                        "Walk by the lake | 2012-05-21/2012-05-22?");
    }
}
