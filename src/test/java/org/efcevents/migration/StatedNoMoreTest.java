package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.StatedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a page no year is taken for an entry that stands under no heading of it, and no day that there is not. */
class StatedNoMoreTest {

    private static List<StatedEvent> events(String page) {
        return PageSource.of(new PageReader().read(page.getBytes(StandardCharsets.UTF_8)), ZoneId.of("Europe/Brussels"))
                .events();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Earlier", "Older", "Older events", "Plus ancien", "Années précédentes", "Miscellaneous"})
    void aYearEndsAtTheNextHeadingOfItsLevel(String heading) {
        List<StatedEvent> events = events(
                """
                <h1>Our events</h1>
                <h2>2018</h2>
                <h3>Forum on water</h3><p>3 May, Ghent. We spoke of water and of wells for a day.</p>
                <h3>Forum on air</h3><p>24 April, Ghent. We spoke of air and of wind for a day.</p>
                <h2>%s</h2>
                <h3>Forum on earth</h3><p>24 June, Ghent. We spoke of soil and of worms for a day.</p>
                <h3>Forum on fire</h3><p>2 March, Ghent. We spoke of fire and of ashes for a day.</p>"""
                        .formatted(heading));

        assertThat(events)
                .extracting(event -> event.text(EventField.DATE))
                .containsExactly("2018-05-03", "2018-04-24", "XXXX-06-24", "XXXX-03-02");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.text(EventField.REPORT)).doesNotContain(heading));
    }

    @ParameterizedTest
    @CsvSource({
        "31 June 2019",
        "30 February 2019",
        "29 February 2019",
        "31 juin 2019",
        "30 février 2019",
        "29 février 2019",
        "31/06/2019",
        "31.06.2019"
    })
    void aDayThatThereIsNotIsNoDateAndNoPlace(String day) {
        StatedEvent event = events(
                        """
                <h2>2019</h2>
                <h3>Forum on water</h3><p>%s - Lisbon, Portugal</p><p>We spoke of water and of wells for a day.</p>
                <h3>Forum on air</h3><p>24 April 2019 - Ghent, Belgium</p><p>We spoke of air and of wind for a day.</p>"""
                                .formatted(day))
                .get(0);

        assertThat(event.finding(EventField.DATE).stream())
                .allSatisfy(date -> assertThat(date.certainty()).isEqualTo(Certainty.DOUBTFUL));
        assertThat(event.remarks()).containsExactly(new Remark(Remark.Type.NO_SUCH_DAY, day));
        assertThat(event.text(EventField.VENUE)).isEmpty();
        assertThat(event.text(EventField.CITY)).isEqualTo("Lisbon");
        assertThat(event.text(EventField.COUNTRY)).isEqualTo("PT");
        assertThat(event.isUnsure()).isTrue();
    }

    @Test
    void aTownBesideADayThatThereIsNotIsThePlace() {
        StatedEvent event = events(
                        """
                <h3>Forum on water</h3><p>31 June 2019 - Lisbon</p><p>We spoke of water and of wells for a day.</p>
                <h3>Forum on air</h3><p>24 April 2019 - Ghent</p><p>We spoke of air and of wind for a day.</p>
                <h3>Forum on fire</h3><p>25 April 2019 - Ghent</p><p>We spoke of fire and of ashes for a day.</p>""")
                .get(0);

        assertThat(event.text(EventField.DATE)).isEmpty();
        assertThat(event.text(EventField.VENUE)).isEmpty();
        assertThat(event.text(EventField.CITY)).isEqualTo("Lisbon");
        assertThat(event.remarks()).containsExactly(new Remark(Remark.Type.NO_SUCH_DAY, "31 June 2019"));
    }

    @ParameterizedTest
    @CsvSource({
        "It was by invitation only, by invitation only",
        "This closed round table was about wells, closed round table",
        "C’était sur invitation, sur invitation",
        "Elle s’est tenue à huis clos, à huis clos"
    })
    void whatSuggestsAClosedSessionIsInDoubtAndStaysInTheText(String sentence, String words) {
        StatedEvent event = events(
                        """
                <h3>Forum on water</h3><p>3 May 2019, Ghent. We spoke of water. %s.</p>
                <h3>Forum on air</h3><p>24 April 2019, Ghent. We spoke of air and of wind for a day.</p>"""
                                .formatted(sentence))
                .get(0);

        assertThat(event.finding(EventField.CLOSED))
                .hasValueSatisfying(closed -> assertThat(closed.certainty()).isEqualTo(Certainty.DOUBTFUL));
        assertThat(event.text(EventField.ATTENDANCE)).isEqualTo(words);
        assertThat(event.text(EventField.REPORT)).contains(words);
    }

    @Test
    void aLineOfDateAndPlaceIsNoReport() {
        List<StatedEvent> events = events(
                """
                <h3>Forum on water</h3><p>5 May 2017, Residence Palace, Brussels</p>
                <h3>Forum on air</h3><p>24 April 2017, Ghent, Belgium</p>
                <h3>Forum on fire</h3><p>25 April 2017, Peace Palace, The Hague</p><p>We spoke of fire.</p>""");

        assertThat(events)
                .extracting(
                        event -> event.text(EventField.VENUE),
                        event -> event.text(EventField.CITY),
                        event -> event.text(EventField.REPORT))
                .containsExactly(
                        tuple("Residence Palace", "Brussels", ""),
                        tuple("", "Ghent", ""),
                        tuple("Peace Palace", "The Hague", "<p>We spoke of fire.</p>"));
    }
}
