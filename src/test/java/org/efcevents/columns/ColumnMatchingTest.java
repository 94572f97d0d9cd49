package org.efcevents.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efcevents.channel.CsvChannel;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.source.EventField;
import org.efcevents.spreadsheet.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of tables are taken for. */
class ColumnMatchingTest {

    private static final ColumnMatching MATCHING = new ColumnMatching(
            List.of(Locale.ENGLISH, Locale.FRENCH), Map.of("vernissage", "Opening of an exhibition"));

    private static List<String> meanings(Table table) {
        return MATCHING.of(table, MATCHING.heading(table)).stream()
                .map(ColumnMatch::meaning)
                .toList();
    }

    private static List<String> headings(String line) {
        return meanings(Tables.of(line, line.replaceAll("[^|]+", "x")));
    }

    @Test
    void headingsAreKnownInEnglish() {
        assertThat(
                        headings(
                                "Event title | Start date | End date | Start time | Type of event | Venue | City | Country | Organised by | No. of participants | WP"))
                .containsExactly(
                        "title",
                        "start",
                        "end",
                        "startTime",
                        "kind",
                        "venue",
                        "city",
                        "country",
                        "organiser",
                        "participantCount",
                        "workPackages");
        assertThat(headings("Date|Event|Location|Speakers|Affiliation|Job title|Closed|Website|Photo credits|Notes"))
                .containsExactly(
                        "date",
                        "title",
                        "place",
                        "people",
                        "person.organisation",
                        "person.role",
                        "closed",
                        "links",
                        "credit",
                        "");
    }

    @Test
    void headingsAreKnownInFrench() {
        assertThat(
                        headings(
                                "Intitulé | Date de début | Date de fin | Heure de début | Nature | Lieu | Pays | Intervenants | Fonction | Organisme | Compte rendu | Nb de participants | Lots de travail"))
                .containsExactly(
                        "title_fr",
                        "start",
                        "end",
                        "startTime",
                        "kind",
                        "place",
                        "country",
                        "people",
                        "person.role",
                        "person.organisation",
                        "report_fr",
                        "participantCount",
                        "workPackages");
    }

    @Test
    void translationsAreOfTheirLanguage() {
        assertThat(headings("Title|Title (FR)|Description EN|Description (français)|Host_fr"))
                .containsExactly("title", "title_fr", "description", "description_fr", "");
        assertThat(headings("Title|Titre|Date")).containsExactly("title", "title_fr", "date");
        assertThat(headings("Titre|Lieu")).containsExactly("title_fr", "place");
        assertThat(headings("Titre|Date|Type|Ville|Description|Salle|Title"))
                .containsExactly("title_fr", "date", "kind", "city", "description_fr", "venue", "title");
        assertThat(headings("Title|Date|Type|City|Description|Résumé"))
                .containsExactly("title", "date", "kind", "city", "description", "teaser");
        assertThat(headings("Titre (français)|Date|City")).containsExactly("title_fr", "date", "city");
        assertThat(new ColumnMatching(List.of(Locale.ENGLISH), Map.of()).of(Tables.of("Titre|Lieu", "x|y"), 1))
                .extracting(ColumnMatch::meaning)
                .containsExactly("title", "place");
        assertThat(new ColumnMatching(List.of(Locale.FRENCH, Locale.ENGLISH), Map.of())
                        .of(Tables.of("Titre|Lieu", "x|y"), 1))
                .extracting(ColumnMatch::meaning)
                .containsExactly("title", "place");
        assertThat(headings("title_fr|venue|venue_fr")).containsExactly("title_fr", "venue", "venue_fr");
    }

    @Test
    void eachFieldIsOfOneColumnButPeopleMayHaveSeveral() {
        assertThat(headings("Name|Title|Speaker 1|Role 1|Speaker 2|Role 2|Link 1|Link 2"))
                .containsExactly("title", "", "people", "person.role", "people", "person.role", "links", "links");
    }

    @Test
    void whatTheModuleWritesIsKnownInFull() {
        List<ColumnMatch> matches = MATCHING.of(Tables.of(String.join("|", CsvChannel.COLUMNS), "x"), 1);

        assertThat(matches).extracting(ColumnMatch::meaning).doesNotContain("");
        assertThat(matches.stream()
                        .filter(match -> !match.meaning().equals(match.heading()))
                        .map(match -> match.heading() + ">" + match.meaning()))
                .containsExactly(
                        "earliest>derived",
                        "latest>derived",
                        "dateInWords>derived",
                        "phase>derived",
                        "kindLabel>derived",
                        "speakers>people",
                        "inLanguage>languages",
                        "registration>registrationAddress",
                        "url>derived");
    }

    @Test
    void eachFieldIsKnownByItsName() {
        List<String> names =
                Arrays.stream(EventField.values()).map(EventField::property).toList();

        assertThat(headings(String.join("|", names))).isEqualTo(names);
    }

    @Test
    void headingsMayBeBelowATitle() {
        Table table = Tables.of(
                "Events of the network, 2010 to 2014", "", "Title|When|Where", "Meeting|24 March 2014|Brussels");

        assertThat(MATCHING.heading(table)).isEqualTo(3);
        assertThat(meanings(table)).containsExactly("title", "date", "place");
    }

    @Test
    void withoutHeadingsValuesTell() {
        Table table = Tables.of(
                "24/03/2014|26/03/2014|Annual conference of the network|Brussels|Belgium|Conference|WP1, WP3|Anna Berg; Ben de Vries|https://example.org/a|09:30",
                "13/05/2014||A webinar on cards and coins|Paris|FR|Webinar|WP2|Carla Rossi|https://example.org/b|14h",
                "01/06/2014|02/06/2014|Training for the judges|Vienna|Autriche|Formation|WP 4|Dan Ek|www.example.org|9:00");

        assertThat(MATCHING.heading(table)).isZero();
        assertThat(meanings(table))
                .containsExactly(
                        "start", "end", "title", "", "country", "kind", "workPackages", "people", "links", "startTime");
        assertThat(MATCHING.of(table, 0))
                .extracting(ColumnMatch::letters, ColumnMatch::rule, ColumnMatch::sure)
                .contains(org.assertj.core.groups.Tuple.tuple("A", "dates", false));
    }

    @Test
    void headingsThatNobodyKnowsAreHeadingsWhereValuesAreBelow() {
        Table table = Tables.of(
                "Aaa|Bbb|Ccc",
                "Annual conference of the network|24/03/2014|x",
                "Another one of the network|25/03/2014|y");

        assertThat(MATCHING.heading(table)).isEqualTo(1);
        assertThat(meanings(table)).containsExactly("title", "date", "");
    }

    @Test
    void kindsOfASiteAreKindsToo() {
        Table table = Tables.of("Event|Sort of", "One|Opening of an exhibition", "Two|Webinar");

        assertThat(meanings(table)).containsExactly("title", "kind");
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2014;24/03/2014, DAY_FIRST, false",
        "03/04/2014;03/24/2014, MONTH_FIRST, false",
        "03/04/2014;05/06/14, UNKNOWN, true",
        "03/04/2014;24/03/2014;03/24/2014, UNKNOWN, true",
        "24 March 2014;2014-03-04;04/04/2014, UNKNOWN, false",
        "3.4.2014, UNKNOWN, true"
    })
    void theWholeColumnTellsWhichNumberIsTheDay(String values, DateOrder order, boolean open) {
        Table table = Tables.of(("Date;" + values).split(";"));
        TableReading reading = new TableReading(0, 1, List.of("date"), DateOrder.UNKNOWN);

        assertThat(ColumnMatching.order(table, reading)).isEqualTo(order);
        assertThat(ColumnMatching.isOrderOpen(table, reading)).isEqualTo(open);
    }
}
