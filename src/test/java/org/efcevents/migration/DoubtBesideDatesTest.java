package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a date and says that it is not sure. */
class DoubtBesideDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            c. 3rd October 2009; 2009-10-03~
            vers le 3 octobre 2009; 2009-10-03~
            aux environs du 3 octobre 2009; 2009-10-03~
            about the 3rd of October 2009; 2009-10-03~
            3 octobre 2009 environ; 2009-10-03~
            3 October 2009 (approx.); 2009-10-03~
            3 octobre 2009 (date à préciser); 2009-10-03?
            3 October 2009 (date to be determined); 2009-10-03?
            3 October 2009 – exact date to be announced; 2009-10-03?
            3 October 2009; 2009-10-03
            3 October 2009 (venue to be confirmed); 2009-10-03
            le 3 octobre 2009, environ 40 personnes; 2009-10-03
            """)
    void isTakenWithIt(String date, String read) {
        for (String page : new String[] {
            "<table><tr><th>Date</th><th>Title</th></tr><tr><td>%s</td><td>Autumn fair</td></tr><tr><td>20 February 2011</td><td>Choir day</td></tr></table>",
            "<dl><dt>%s</dt><dd>Autumn fair</dd><dt>20 February 2011</dt><dd>Choir day</dd></dl>"
        }) {
            assertThat(events(page.formatted(date)))
                    .hasSize(2)
                    .filteredOn(event -> event.replace("~?", "~").endsWith(" | " + read))
                    .hasSize(1);
        }
    }
}
