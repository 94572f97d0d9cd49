package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfPartsTest.read;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries whose first line tells the series, or who invites, and the next one the title. */
class TitlesBelowLeadsTest {

    private static final String PAGE =
            "<h1>Events 2002</h1><table><tr><td>%s<hr><p><b>18 November:</b><br>Walk by the lake<br>5pm</p><hr><p><b>2 November:</b> Choir of the north<br>Venue: Old Mill</p></td></tr></table>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p><b>20 November:</b> Northern Public Lecture:<br><span class='dark'>“The grain of the north”</span><br>by:<br>Anna Berg, judge<br>Venue: Old Hall</p> | The grain of the north",
                "<p><b>20 November:</b> Northern Public Lecture:<br>\"The grain of the north\"<br>Venue: Old Hall</p> | The grain of the north",
                "<p><b>20 November:</b> FORUM OF MILLERS in the north<br>A series of debates on what we eat<br>“The grain of the north”<br><b><a href='a'>Northern Mills</a></b></p> | The grain of the north",
                "<p><b>20 novembre :</b> Cycle de conférences :<br>« Le grain du nord »<br>Lieu : Lille</p> | Le grain du nord",
                "<p><b>20 novembre :</b> Cycle de conférences :<br><b>Le grain du nord</b><br>Lieu : Lille</p> | Le grain du nord",
                "<p><b>20 November: Seminar series:</b><br><span class='title'>The grain of the north</span><br>Venue: Lille</p> | The grain of the north",
                "<p><b>20 November</b><br>Seminar series:<br><i class='t'>The grain of the north</i><br>Venue: Lille</p> | The grain of the north",
                "<p><b>20 November:</b> The grain of the north<br>Speakers:<br><b>Anna Berg</b><br>Venue: Lille</p> | The grain of the north",
                "<p><b>20 November:</b> The grain of the north<br>Lecture by:<br><b>Anna Berg</b><br>Venue: Lille</p> | The grain of the north",
                "<p><b>20 November:</b> The grain of the north<br>Many came. “It was good”, said all.<br>Venue: Lille</p> | The grain of the north",
                "<p><b>20 November:</b><br>The grain of the north<br>“All must help”<br>Venue: Lille</p> | The grain of the north"
            })
    void theTitleStandsBelowTheLead(String entry, String title) {
        assertThat(read(PAGE.formatted(entry)))
                .containsExactly(
                        title + " | 2002-11-20",
                        "Walk by the lake | 2002-11-18T17:00",
                        "Choir of the north | 2002-11-02");
    }
}
