package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of two months, and names of towns that nothing else tells right beside a date. A question mark is a mark of doubt. */
class NamesBesideDatesTest {

    private static String told(StatedEvent event, EventField field) {
        return event.finding(field)
                .map(found -> found.value() + (found.certainty() == Certainty.STATED ? "" : "?"))
                .orElse("");
    }

    private static StatedEvent first(String entry) {
        String page = "<h1>Events</h1><div>" + entry
                + "</div><div><h3>Open barn</h3><p>3 May 2014</p><p>A day.</p></div><div><h3>Fair</h3><p>4 May 2014</p><p>A day.</p></div>";
        return PageSource.of(new PageReader().read(page.getBytes(StandardCharsets.UTF_8)), ZoneId.of("Europe/Brussels"))
                .events()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "29-30 septembre et 1er octobre 2011 | 2011-09-29/2011-10-01",
                "29–30 September and 1 October 2011 | 2011-09-29/2011-10-01",
                "29, 30 et 31 janvier et 1er février 2011 | 2011-01-29/2011-02-01",
                "September 29-30 and October 1, 2011 | 2011-09-29/2011-10-01",
                "30-31 December 2011 and 1 January 2012 | 2011-12-30/2012-01-01",
                "30–31 December and 1 January 2012 | 2011-12-30/2012-01-01",
                "29–30 September and 5 October 2011 | 2011-09-29/2011-09-30?",
                "29–30 September or 1 October 2011 | 2011-09-29/2011-09-30?"
            })
    void daysThatGoOnInTheNextMonthAreOneRange(String line, String date) {
        assertThat(told(first("<h3>Summer school</h3><p>" + line + "</p><p>We spoke of grain.</p>"), EventField.DATE))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h3>Noir</h3><p>Sceaux Février 2011</p><p>Des peintures.</p> | 2011-02 | Sceaux?",
                "<h3>Noir</h3><p>Un chemin dans la ville - Sceaux Février 2011</p><p>Des peintures.</p> | 2011-02? | Sceaux?",
                "<h3>Noir</h3><p>Exposition Février 2011</p><p>Des peintures.</p> | 2011-02 | ''",
                "<h3>Noir</h3><p>Spring Festival May 2011</p><p>Paintings.</p> | 2011-05 | ''",
                "<h3>Noir</h3><p>Les 19 et 20 septembre 2011</p><p>Des peintures.</p> | 2011-09-19/2011-09-20 | ''",
                "<p>27 December 2015, Zottegem: <b>Winter walk</b>. We walked.</p> | 2015-12-27 | Zottegem?",
                "<p>27 December 2015 – Stoke Abbott: <b>Winter walk</b>. We walked.</p> | 2015-12-27 | Stoke Abbott?",
                "<p>27 December 2015, Meeting: <b>Winter walk</b>. We walked.</p> | 2015-12-27 | ''",
                "<p>27 December 2015, Anna Berg: <b>Winter walk</b>. We walked.</p> | 2015-12-27 | ''"
            })
    void aNameRightBesideADateMayBeATown(String entry, String date, String city) {
        assertThat(told(first(entry), EventField.DATE)).isEqualTo(date);
        assertThat(told(first(entry), EventField.CITY)).isEqualTo(city);
    }
}
