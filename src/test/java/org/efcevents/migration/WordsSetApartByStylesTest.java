package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;
import static org.efcevents.migration.PagesOfManyKindsTest.read;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements within a line that nothing but styles set apart: no space is between them in the markup. */
class WordsSetApartByStylesTest {

    @ParameterizedTest
    @ValueSource(strings = {"span", "b", "time", "a"})
    void aDateEndsWithItsElement(String tag) {
        String page =
                """
                <h1>Agenda</h1><div class="i"><h3>Autumn fair</h3><%1$s>3 October 2009</%1$s><span>Bergen</span><p>Jam.</p></div>
                <div class="i"><h3>Night of the museums</h3><%1$s class="d">May 2010</%1$s><span class="p">Namur</span><p>Late.</p></div>
                <div class="i"><h3>Choir day</h3><span>Graz</span><%1$s>20 – 21 February 2011</%1$s><p>Loud.</p></div>"""
                        .formatted(tag);

        assertThat(events(page))
                .extracting(event -> event.replace("?", ""))
                .containsExactly(
                        "Autumn fair | 2009-10-03",
                        "Night of the museums | 2010-05",
                        "Choir day | 2011-02-20/2011-02-21");
    }

    @ParameterizedTest
    @CsvSource({
        "<span>3</span><span>rd</span> October, 3rd October",
        "<span>T</span><span>he</span> fair, The fair",
        "<b>20</b><b>09</b>, 2009",
        "H<sub>2</sub>O, H2O",
        "<em>open</em><em>ing</em>, opening"
    })
    void aWordThatIsMarkedInPartsStaysOne(String markup, String words) {
        assertThat(read("<h1>Agenda</h1><p>" + markup + "</p>").text()).contains(words);
    }
}
