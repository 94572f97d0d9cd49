package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfPartsTest.read;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates in captions, and bold words in the middle of a sentence. A question mark is a mark of doubt. */
class WordsOfPicturesTest {

    private static final String OTHERS =
            "<div><h3>Open barn</h3><p>3 May 2014</p><p>A day for all.</p></div><div><h3>Song of the choir</h3><p>4 May 2014</p><p>A day for all.</p></div>";

    private static final String TEXT =
            "<p>The fair was as it always is: many came with seeds, and went with more of them than they had brought.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<figure><img src='a.jpg' alt=''><figcaption>%s</figcaption></figure>",
                "<div class='wp-caption'><img src='a.jpg' alt=''><p class='wp-caption-text'>%s</p></div>",
                "<p class='legende'>%s</p>",
                "<p><img src='a.jpg' alt=''><br><small>%s</small></p>"
            })
    void theDateOfACaptionIsInDoubtBesideAText(String caption) {
        String picture = caption.formatted("Ghent, 12 June 2011");

        assertThat(read("<h1>Events</h1><div><h3>Seed fair</h3>" + TEXT + picture + "</div>" + OTHERS))
                .startsWith("Seed fair | 2011-06-12?");
        assertThat(read("<h1>Events</h1><div><h3>Seed fair</h3>" + picture + TEXT + "</div>" + OTHERS))
                .startsWith("Seed fair | 2011-06-12?");
        assertThat(read("<h1>Events</h1><div><h3>Seed fair</h3><p>Ghent, 8 March 2014</p>" + picture + TEXT + "</div>"
                        + OTHERS))
                .startsWith("Seed fair | 2014-03-08");
        assertThat(read("<h1>Events</h1><div><h3>Seed fair</h3>" + picture
                        + "<p>The fair took place on 8 March 2014 in the old mill, and was as it always is.</p></div>"
                        + OTHERS))
                .startsWith("Seed fair | 2014-03-08");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On that day our guest <b>Anna Berg</b> spoke of seeds to more than forty people. | On that day our guest Anna Berg spoke of seeds to more than forty people",
                "Notre invitée <b>Anna Berg</b> est venue présenter son livre sur les graines. | Notre invitée Anna Berg est venue présenter son livre sur les graines",
                "Anna Berg - <b>Seeds of the north</b> | Seeds of the north",
                "Lecture: <b>Seeds of the north</b>, with many guests | Seeds of the north"
            })
    void aNameInTheMiddleOfASentenceIsNoTitle(String line, String title) {
        assertThat(
                        read(
                                "<ul><li>12 March 2013<br>" + line
                                        + "</li><li>3 May 2013<br><b>Walk by the lake</b></li><li>4 June 2013<br><b>Fair of wool</b></li></ul>"))
                .first()
                .asString()
                .startsWith(title + " | 2013-03-12");
    }
}
