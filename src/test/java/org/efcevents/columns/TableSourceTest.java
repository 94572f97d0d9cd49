package org.efcevents.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedLink;
import org.efcevents.source.StatedPerson;
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.ReadCell.Type;
import org.efcevents.spreadsheet.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tables state of events. */
class TableSourceTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static Source source(DateOrder order, Table table) {
        ColumnMatching matching = new ColumnMatching(List.of(Locale.ENGLISH, Locale.FRENCH), Map.of());
        int heading = matching.heading(table);
        List<String> meanings =
                matching.of(table, heading).stream().map(ColumnMatch::meaning).toList();
        return TableSource.of(table, new TableReading(0, heading, meanings, order), BRUSSELS, Map.of());
    }

    private static Source source(String... lines) {
        return source(DateOrder.DAY_FIRST, Tables.of(lines));
    }

    private static StatedEvent event(String... lines) {
        return source(lines).events().get(0);
    }

    private static String words(Source source, Use use) {
        return source.account().stream()
                .filter(part -> part.use() == use)
                .map(part -> part.passage().in(source.text()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void eachFieldHasTheWordsOfItsCell() {
        Source source = source(
                "Our events",
                "",
                "Title|Date|Type|City|Country|Closed|WP|Participants|Languages|Description|Mood",
                "Annual  conference|24–26 March 2014|Conférence|Brussels|Belgique|yes|1, WP 3|about|English; French|One <b>\\n\\nTwo|good",
                "Second|mars 2014|Party|Paris|Belgik||||||");

        assertThat(source.events()).hasSize(2);
        StatedEvent first = source.events().get(0);
        assertThat(first.fields().keySet())
                .containsExactly(
                        "title",
                        "date",
                        "kind",
                        "city",
                        "country",
                        "closed",
                        "workPackages",
                        "languages",
                        "description");
        assertThat(first.fields().values().stream().map(found -> found.value()))
                .containsExactly(
                        "Annual conference",
                        "2014-03-24/2014-03-26",
                        "conference",
                        "Brussels",
                        "BE",
                        "yes",
                        "WP1; WP3",
                        "en; fr",
                        "<p>One &lt;b&gt;</p><p>Two</p>");
        assertThat(first.finding(EventField.COUNTRY).get().words().get(0).in(source.text()))
                .isEqualTo("Belgique");
        assertThat(first.isUnsure()).isFalse();
        StatedEvent second = source.events().get(1);
        assertThat(second.text(EventField.DATE)).isEqualTo("2014-03");
        assertThat(second.finding(EventField.KIND)).isEmpty();
        assertThat(second.finding(EventField.COUNTRY)).isEmpty();
        assertThat(words(source, Use.UNREAD)).isEqualTo("about, good, Party, Belgik");
        assertThat(words(source, Use.FURNITURE)).startsWith("Our events, Title, Date");
    }

    @Test
    void everyCharacterIsAccountedFor() {
        Source source = source(
                "Title|When|Speakers|Role|Rest",
                "One\\ntwo|soon|Anna Berg; Ben Dahl|Judge|x y",
                "|24/06/2014||Nobody|");
        StringBuilder rest = new StringBuilder(source.text());
        for (AccountedPart part : source.account()) {
            for (int i = part.passage().from(); i < part.passage().to(); i++) {
                rest.setCharAt(i, ' ');
            }
        }

        assertThat(rest.toString()).isBlank();
        List<Passage> passages =
                source.account().stream().map(AccountedPart::passage).toList();
        for (int i = 1; i < passages.size(); i++) {
            assertThat(passages.get(i).from())
                    .isGreaterThanOrEqualTo(passages.get(i - 1).to());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24/03/2014||||2014-03-24",
                "03/04/2014||||2014-04-03",
                "3.4.14||||2014-04-03",
                "24/03/2014|26/03/2014|||2014-03-24/2014-03-26",
                "24/03/2014|24/03/2014|9h30|16:00|2014-03-24T09:30/16:00",
                "24/03/2014||14:00 – 16:00||2014-03-24T14:00/16:00",
                "2014-03-24 09:30||||2014-03-24T09:30",
                "2014-03-24T00:00:00||||2014-03-24",
                "2014-03-24T09:30:00+01:00/2014-03-25T12:00:00+01:00||||2014-03-24T09:30/2014-03-25T12:00",
                "24/03/2014|25/03/2014|9 am|4:30 pm|2014-03-24T09:00/2014-03-25T16:30",
                "41722||||2014-03-24",
                "2014||||2014",
                "2014-03||||2014-03",
                "2014~||||2014~",
                "XXXX-06-24||||XXXX-06-24",
                "24 juin||||XXXX-06-24",
                "mars 2014|mai 2014|||2014-03/2014-05",
                "lundi 24 mars 2014||||2014-03-24",
                "du 24 au 26 mars 2014||||2014-03-24/2014-03-26",
                "Mar-14||||2014-03"
            })
    void datesAreReadAsPeopleWriteThem(String start, String end, String from, String to, String date) {
        String line = String.join("|", "x", or(start), or(end), or(from), or(to));
        StatedEvent event = event("Title|Start date|End date|Start time|End time", line);

        assertThat(event.text(EventField.DATE)).isEqualTo(date);
        assertThat(DateText.parse(DateText.typed(date, Locale.ENGLISH), BRUSSELS))
                .isPresent();
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    @Test
    void aTimeZoneStandsBehindTheTime() {
        assertThat(event("Title|Date|Time|Time zone", "x|24/03/2014|10:00|Europe/London")
                        .text(EventField.DATE))
                .isEqualTo("2014-03-24T10:00[Europe/London]");
        assertThat(event("Title|Date|Time|Time zone", "x|24/03/2014|10:00|Europe/Brussels")
                        .text(EventField.DATE))
                .isEqualTo("2014-03-24T10:00");
    }

    @ParameterizedTest
    @CsvSource({"soon", "31/02/2014", "24/03/2014 and 3 May 2015", "24/03/2014 (to be confirmed)"})
    void whatIsNoDateIsInDoubtAndKept(String words) {
        Source source = source("Title|Date", "x|" + words, "y|24/03/2014");
        StatedEvent event = source.events().get(0);

        assertThat(event.isUnsure()).isTrue();
        assertThat(event.finding(EventField.DATE).get().words().get(0).in(source.text()))
                .isEqualTo(words);
        assertThat(event.text(EventField.DATE)).isIn(words, "2014-03-24");
    }

    @Test
    void aDateThatCanBeReadInTwoWaysIsInDoubtUntilItIsSaidInWhich() {
        Table table = Tables.of("Title|Date", "x|03/04/2014");

        assertThat(source(DateOrder.MONTH_FIRST, table).events().get(0).text(EventField.DATE))
                .isEqualTo("2014-03-04");
        assertThat(source(DateOrder.DAY_FIRST, table).events().get(0).isUnsure())
                .isFalse();
        assertThat(source(DateOrder.UNKNOWN, table).events().get(0).isUnsure()).isTrue();
    }

    @Test
    void aDayThatTheFileKnowsIsNotAsked() {
        Table table = new Table(
                "",
                false,
                List.of(
                        new Table.Row(1, List.of(ReadCell.text("Title"), ReadCell.text("Start"))),
                        new Table.Row(2, List.of(ReadCell.text("x"), new ReadCell("2014-04-03T09:30", Type.DAY)))));

        StatedEvent event = source(DateOrder.UNKNOWN, table).events().get(0);

        assertThat(event.text(EventField.DATE)).isEqualTo("2014-04-03T09:30");
        assertThat(event.isUnsure()).isFalse();
    }

    @Test
    void peopleHaveWhatIsBesideThem() {
        StatedEvent event = event(
                "Title|Speaker 1|Role 1|Organisation 1|Speaker 2|Role 2|Organisation 2",
                "x|Dr Anna Berg|Judge|Europol|Ben Dahl||Interpol");

        assertThat(event.people())
                .extracting(StatedPerson::line)
                .containsExactly("Anna Berg | speaker | Judge | Europol", "Ben Dahl | speaker |  | Interpol");
        assertThat(event.people().get(0).honorific()).isEqualTo("Dr");
        assertThat(event.isUnsure()).isFalse();
    }

    @Test
    void severalPeopleMayBeInOneCell() {
        assertThat(event("Title|Speakers|Role", "x|Anna Berg; Ben Dahl|Judge; Chair")
                        .people())
                .extracting(StatedPerson::line)
                .containsExactly("Anna Berg | speaker | Judge", "Ben Dahl | speaker | Chair");
        assertThat(event("Title|Speakers", "x|Anna Berg, Ben Dahl and Carla van der Meer")
                        .people())
                .extracting(StatedPerson::name)
                .containsExactly("Anna Berg", "Ben Dahl", "Carla van der Meer");
        StatedEvent described = event("Title|Speakers", "x|Anna Berg (Judge, Europol)\\nBen Dahl, Interpol");
        assertThat(described.people())
                .extracting(StatedPerson::line)
                .containsExactly("Anna Berg | speaker | Judge | Europol", "Ben Dahl | speaker |  | Interpol");
        assertThat(described.isUnsure()).isTrue();
        assertThat(event("Title|People", "x|Anna Berg ¦ chair ¦ Judge ¦ Europol")
                        .people())
                .extracting(StatedPerson::line)
                .containsExactly("Anna Berg | chair | Judge | Europol");
    }

    @Test
    void rolesThatAreOfNobodyAreUnread() {
        Source source = source("Title|Speakers|Role", "x|Anna Berg; Ben Dahl|Judge");

        assertThat(words(source, Use.UNREAD)).isEqualTo("Judge");
        assertThat(source.events().get(0).isUnsure()).isTrue();
    }

    @Test
    void aPlaceHasACityAndACountry() {
        StatedEvent event = event("Title|Location", "x|Charlemagne building, Brussels, Belgium");

        assertThat(event.text(EventField.VENUE)).isEqualTo("Charlemagne building");
        assertThat(event.text(EventField.CITY)).isEqualTo("Brussels");
        assertThat(event.text(EventField.COUNTRY)).isEqualTo("BE");
        assertThat(event("Title|Location", "x|Paris").text(EventField.CITY)).isEqualTo("Paris");
    }

    @Test
    void linksAreFoundInTheirCells() {
        assertThat(event("Title|Links", "x|The page: https://example.org/a\\nwww.example.org/b, https://example.org/c")
                        .links())
                .extracting(StatedLink::line)
                .containsExactly(
                        "https://example.org/a | The page", "https://www.example.org/b", "https://example.org/c");
        assertThat(event("Title|Link|Link title", "x|https://example.org/a|More")
                        .links())
                .extracting(StatedLink::line)
                .containsExactly("https://example.org/a | More");
        assertThat(event("Title|City", "x|Paris").links()).isNull();
    }

    @Test
    void whatTheModuleWroteIsTakenAsItIs() {
        StatedEvent event = event(
                "id|modified|title|kind|workPackages|topics|description|closed",
                "abc|2014-03-24T10:00:00.000+01:00| two  spaces|vernissage|WP 01; X/Y|a;b|<p class=\"x\">One</p>\\n|");

        assertThat(event.key()).isEqualTo("abc");
        assertThat(event.version()).isEqualTo("2014-03-24T10:00:00.000+01:00");
        assertThat(event.fields().values().stream().map(found -> found.value()))
                .containsExactly("two  spaces", "vernissage", "WP 01; X/Y", "a;b", "<p class=\"x\">One</p>\n", "");
        assertThat(event.isUnsure()).isFalse();
        assertThat(event("id|modified|description", "a|b|<p onclick=\"x()\">One<script>alert(1)</script></p>")
                        .text(EventField.DESCRIPTION))
                .isEqualTo("<p>One</p>");
    }
}
