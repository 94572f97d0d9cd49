package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfPartsTest.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that stand below the month that they were in, and titles that begin with a season. A question mark is a mark of doubt. */
class HeadingsOfMonthsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Autumn 2021 programme</h1><h2>September 2021</h2>",
                "<h1>Fall 2021 Programming</h1><br><h2>Sept. 2021</h2>",
                "<h1>Autumn meetings</h1><h2>September 2021</h2>",
                "<h1>Events</h1><h2>Events in September 2021</h2>",
                "<h1>Agenda</h1><h2>Agenda de septembre 2021</h2>",
                "<h1>Agenda</h1><h2>2021</h2><h3>September</h3>"
            })
    void theMonthAboveTellsTheYear(String headings) {
        assertThat(
                        read(
                                headings
                                        + "<h4>The quality of rivers</h4><ul><li><b>Wednesday September 22, 12:00-12:45, Hall 3400</b></li><li>Who wants to find out more of rivers?</li></ul>"
                                        + "<h4>Les lacs du nord</h4><ul><li>Mercredi 29 septembre</li><li>Many came, and stayed to the end.</li></ul>"
                                        + "<h4>Mills and millers</h4><ul><li>30 September</li><li>Many came, and stayed to the end.</li></ul>"))
                .containsExactly(
                        "The quality of rivers | 2021-09-22T12:00/12:45",
                        "Les lacs du nord | 2021-09-29",
                        "Mills and millers | 2021-09-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "September 2021 | 22 September | 2021-09-22",
                "September 2021 | 1 October | 2021-10-01?",
                "September 2021 | Friday, 1 October | 2021-10-01?",
                "September 2021 | Thursday 14 October 2021 | 2021-10-14?",
                "September 2021 | 30 September to 2 October | 2021-09-30/2021-10-02",
                "October 2021 | 30 September to 2 October | 2021-09-30/2021-10-02",
                "December 2021 | 3 January | 2022-01-03?",
                "December 2021 | 28 December to 3 January | 2021-12-28/2022-01-03",
                "January 2022 | 28 December | 2021-12-28?",
                "January 2022 | 28 December to 3 January | 2021-12-28/2022-01-03",
                "Décembre 2021 | le mercredi 22 | 2021-12-22",
                "October and November 2021 | 2 November | 2021-11-02",
                "Octobre – novembre 2021 | 2 novembre | 2021-11-02",
                "October/November 2021 | 2 December | 2021-12-02?"
            })
    void aDayOutsideTheMonthAboveIsInDoubt(String month, String day, String date) {
        assertThat(
                        read(
                                "<h1>Diary</h1><h2>" + month + "</h2><ul><li>" + day
                                        + ": Seed fair</li></ul><h2>May 2020</h2><ul><li>3 May: Open day</li><li>4 May: Song of the choir</li></ul>"))
                .containsExactly("Seed fair | " + date, "Open day | 2020-05-03", "Song of the choir | 2020-05-04");
    }

    /** The title had become a part of the date: “Winter school January 2014”. */
    @Test
    void aTitleThatBeginsWithASeasonIsNoPartOfTheMonthBelow() {
        assertThat(read(
                        "<h3>Winter school</h3><p>January 2014</p><p>We spoke of snow for a week, and of ice.</p><h3>Summer fair</h3><p>May 2015</p><p>We spoke of the sun.</p>"
                                + "<h3>Late opening</h3><p>June 2015</p><p>We spoke of the night.</p>"))
                .containsExactly("Winter school | 2014-01", "Summer fair | 2015-05", "Late opening | 2015-06");
    }

    @Test
    void linesOfAMonthThatEachBeginWithADateAreAnEntryEach() {
        assertThat(read("Diary\n\nSeptember 2021\n\n22 September: Seed fair\n23 September: Open day\n\n"
                        + "October 2021\n\n2 October: Song of the choir\n3 October: Walk by the lake\n"))
                .containsExactly(
                        "Seed fair | 2021-09-22",
                        "Open day | 2021-09-23",
                        "Song of the choir | 2021-10-02",
                        "Walk by the lake | 2021-10-03");
    }
}
