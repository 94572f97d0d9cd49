package org.efcevents.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.ReadCell.Type;
import org.efcevents.spreadsheet.Table;
import org.efcevents.spreadsheet.Table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not sure in a table is taken for no more than it says, and told. */
class DoubtfulCellsTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static Source source(ZoneId zone, DateOrder order, Table table) {
        ColumnMatching matching = new ColumnMatching(List.of(Locale.ENGLISH, Locale.FRENCH), Map.of());
        int heading = matching.heading(table);
        List<String> meanings =
                matching.of(table, heading).stream().map(ColumnMatch::meaning).toList();
        return TableSource.of(table, new TableReading(0, heading, meanings, order), zone, Map.of());
    }

    private static Source source(String... lines) {
        return source(BRUSSELS, DateOrder.DAY_FIRST, Tables.of(lines));
    }

    private static List<Remark.Type> remarks(StatedEvent event) {
        return event.remarks().stream().map(Remark::type).toList();
    }

    private static String unread(Source source) {
        return source.account().stream()
                .filter(part -> part.use() == Use.UNREAD)
                .map(part -> part.passage().in(source.text()))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "Forum (reporté), postponed",
        "CANCELLED: Forum, cancelled",
        "Forum – POSTPONED, postponed",
        "Forum (with guests), ''",
    })
    void aTitleThatSaysThatItDidNotTakePlaceIsItsStatusToo(String title, String status) {
        StatedEvent event = source("Title|Date", title + "|2014-05-03").events().get(0);

        assertThat(event.title()).isEqualTo(status.isEmpty() ? title : "Forum");
        assertThat(event.text(EventField.STATUS)).isEqualTo(status);
        assertThat(event.isUnsure()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2014-05-03T23:30:00+02:00, 2014-05-03T22:30",
        "2014-05-03T23:30+0200, 2014-05-03T22:30",
        "2014-05-03 23:30:00 +02:00, 2014-05-03T22:30",
        "2014-05-03T23:30:00Z, 2014-05-04T00:30",
        "2014-05-03 23:30:00 UTC, 2014-05-04T00:30",
        "2014-05-03T21:30:00.000-05:00, 2014-05-04T03:30",
        "2014-05-03T23:30:00+01:00, 2014-05-03T23:30",
        "2014-05-03T23:30:00, 2014-05-03T23:30",
        "2014-05-03T23:30:00+02:00/2014-05-04T01:00:00+02:00, 2014-05-03T22:30/2014-05-04T00:00",
        "2014-05-02T23:00:00Z, 2014-05-03"
    })
    void aTimeWithAnOffsetIsThatOfTheArchivesClocks(String cell, String date) {
        Source source = source(ZoneId.of("Europe/London"), DateOrder.DAY_FIRST, Tables.of("Title|Date", "x|" + cell));
        StatedEvent event = source.events().get(0);

        assertThat(event.text(EventField.DATE)).isEqualTo(date);
        assertThat(event.isUnsure()).isFalse();
    }

    @Test
    void aTimeInATimeZoneThatIsNotKnownIsInDoubt() {
        Source source =
                source("Title|Date|Time|Time zone", "x|2014-05-03|3pm|EST", "y|2014-05-03|3pm|", "z|2014-05-03||EST");
        assertThat(source.events())
                .extracting(event -> event.text(EventField.DATE)
                        + " "
                        + event.finding(EventField.DATE).get().certainty())
                .containsExactly("2014-05-03T15:00 DOUBTFUL", "2014-05-03T15:00 STATED", "2014-05-03 STATED");
    }

    @Test
    void aTimeWithAnOffsetIsThatOfItsOwnTimeZone() {
        Source source = source("Title|Date|Time zone", "x|2014-05-03T12:00:00Z|America/New_York");

        assertThat(source.events().get(0).text(EventField.DATE)).isEqualTo("2014-05-03T08:00[America/New_York]");
    }

    @Test
    void midnightElsewhereIsADayInDoubt() {
        StatedEvent event =
                source("Title|Date", "x|2014-05-03T00:00:00Z").events().get(0);

        assertThat(event.text(EventField.DATE)).isEqualTo("2014-05-03");
        assertThat(remarks(event)).containsExactly(Remark.Type.MIDNIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-05-03 09:30 CEST", "2014-05-03T09:30 in Paris", "2014-05-03 (to be confirmed)"})
    void whatStandsBehindADateIsNotPassedOver(String cell) {
        assertThat(source("Title|Date", "x|" + cell).events().get(0).isUnsure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "3 May 2014 or 4 May 2014, 2014-05-03, SEVERAL_DATES",
        "3 or 4 May 2014, 2014-05-03, SEVERAL_DATES",
        "3 May or 10 May 2014, 2014-05-03, SEVERAL_DATES",
        "le 3 ou le 4 mai 2014, 2014-05-03, SEVERAL_DATES",
        "May 3 or 4 2014, 2014-05-03, SEVERAL_DATES",
        "March or April 2014, 2014-03, SEVERAL_DATES",
        "2014 or 2015, 2014, SEVERAL_DATES",
        "spring 2014, 2014, VAGUE_DATE",
        "Q2 2014, 2014, VAGUE_DATE",
        "automne 2014, 2014, VAGUE_DATE",
        "summer/autumn 2014, 2014, VAGUE_DATE",
        "early June 2014, 2014-06, VAGUE_DATE",
        "24–26 June, XXXX-06-24, VAGUE_DATE"
    })
    void ofADateThatIsMoreThanOneOrLessOneIsOffered(String cell, String date, Remark.Type remark) {
        StatedEvent event =
                source("Title|Date", "x|" + cell, "y|24/03/2014").events().get(0);

        assertThat(event.text(EventField.DATE)).isEqualTo(date);
        assertThat(event.remarks()).containsExactly(new Remark(remark, cell));
        assertThat(event.isUnsure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "3 and 4 May 2014, 2014-05-03/2014-05-04",
        "3-4 May 2014, 2014-05-03/2014-05-04",
        "3 to 5 May 2014, 2014-05-03/2014-05-05"
    })
    void daysThatAreAllMeantAreARange(String cell, String date) {
        StatedEvent event = source("Title|Date", "x|" + cell).events().get(0);

        assertThat(event.text(EventField.DATE)).isEqualTo(date);
        assertThat(event.isUnsure()).isFalse();
    }

    @Test
    void aMonthAndAYearOfASpreadsheetAreNoDays() {
        Table table = new Table(
                "",
                false,
                List.of(
                        new Row(1, List.of(ReadCell.text("Title"), ReadCell.text("Date"))),
                        new Row(2, List.of(ReadCell.text("x"), new ReadCell("2014-05", Type.DAY))),
                        new Row(3, List.of(ReadCell.text("y"), new ReadCell("2014", Type.DAY))),
                        new Row(4, List.of(ReadCell.text("z"), new ReadCell("2014-05-03", Type.DAY_WITHOUT_YEAR)))));

        List<StatedEvent> events = source(BRUSSELS, DateOrder.UNKNOWN, table).events();

        assertThat(events)
                .extracting(event -> event.text(EventField.DATE))
                .containsExactly("2014-05", "2014", "2014-05-03");
        assertThat(events).extracting(StatedEvent::isUnsure).containsExactly(false, false, true);
        assertThat(remarks(events.get(2))).containsExactly(Remark.Type.HIDDEN_YEAR);
    }

    @Test
    void ofAFileWithBothOrdersWhatIsCertainIsReadAndTheRestIsInDoubt() {
        Table table = Tables.of("Title|Date", "a|13/04/2014", "b|04/14/2014", "c|03/04/2014", "d|05/05/2014");
        TableReading reading = new TableReading(0, 1, List.of("title", "date"), DateOrder.UNKNOWN);
        assertThat(ColumnMatching.isOrderMixed(table, reading)).isTrue();
        assertThat(ColumnMatching.mixedDates(table, reading)).containsExactly("13/04/2014", "04/14/2014");

        List<StatedEvent> events =
                source(BRUSSELS, DateOrder.MONTH_FIRST, table).events();

        assertThat(events)
                .extracting(event -> event.text(EventField.DATE))
                .containsExactly("2014-04-13", "2014-04-14", "2014-03-04", "2014-05-05");
        assertThat(events)
                .extracting(DoubtfulCellsTest::remarks)
                .containsExactly(List.of(), List.of(), List.of(Remark.Type.DATE_ORDER), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tbc",
                "TBA",
                "T.B.C.",
                "(tbc)",
                "N/A",
                "-",
                "–",
                "?",
                "???",
                "à confirmer",
                "#N/A",
                "#REF!",
                "#VALEUR!",
                "Err:502",
                "None",
                "à préciser"
            })
    void whatSaysNothingIsNoValue(String nothing) {
        Source source = source(
                "Title|Date|City|Venue|Speakers|Organisation|Description|Participants",
                "x|%s|%s|%s|%s|%s|%s|%s".replace("%s", nothing),
                "y|24/03/2014|Paris|Hall|Anna Berg|Europol|Text|5");
        StatedEvent event = source.events().get(0);

        assertThat(event.fields().keySet()).containsExactly("title");
        assertThat(event.people()).isNull();
        assertThat(event.isUnsure()).isFalse();
        assertThat(unread(source)).isEqualTo(String.join(", ", java.util.Collections.nCopies(7, nothing)));
        assertThat(source.events().get(1).isUnsure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-00", "0000-00-00", "00/01/1900", "1/0/1900", "1899-12-30T00:00:00"})
    void theFirstDayOfProgramsIsNone(String zero) {
        Source source = source("Title|Date", "x|" + zero, "y|24/03/2014");

        assertThat(source.events().get(0).finding(EventField.DATE)).isEmpty();
        assertThat(unread(source)).isEqualTo(zero);
    }

    @Test
    void aCountryIsOneEvenIfItsCodeLooksLikeNothing() {
        assertThat(source("Title|Country", "x|NA").events().get(0).text(EventField.COUNTRY))
                .isEqualTo("NA");
    }

    @Test
    void whoIsNotKnownYetIsNobody() {
        StatedEvent event = source("Title|Speakers|Role", "x|Anna Berg; tbc|Judge; ?")
                .events()
                .get(0);

        assertThat(event.people()).extracting(person -> person.line()).containsExactly("Anna Berg | speaker | Judge");
        assertThat(event.isUnsure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total", "TOTAL:", "Total général", "Total: 12", "Nombre d’événements"})
    void aSumIsNoEvent(String total) {
        List<StatedEvent> events = source("Title|Date|Participants", "x|24/03/2014|12", total + "||12")
                .events();

        assertThat(events.get(0).remarks()).isEmpty();
        assertThat(remarks(events.get(1))).containsExactly(Remark.Type.TOTAL);
        assertThat(Remark.Type.TOTAL.isLeftOut()).isTrue();
    }

    @Test
    void anEventThatIsCalledSoIsNoSum() {
        assertThat(source("Title|Date", "Total Energies forum|", "Total|24/03/2014")
                        .events())
                .allMatch(event -> event.remarks().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Conference, conference",
        "Conférence, conference",
        "Steering group meeting, steering-group",
        "conference-call, conference-call"
    })
    void aKindMayHaveOtherNames(String cell, String kind) {
        StatedEvent event =
                source("Title|Type", "x|" + cell, "y|Webinar").events().get(0);

        assertThat(event.text(EventField.KIND)).isEqualTo(kind);
        assertThat(event.isUnsure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"21-22 November 2019", "21–22 November 2019", "21 - 22 novembre 2019", "21 to 22 November 2019"})
    void plainDaysAreSure(String cell) {
        StatedEvent event = source("Title|Date", "x|" + cell).events().get(0);

        assertThat(event.text(EventField.DATE)).isEqualTo("2019-11-21/2019-11-22");
        assertThat(event.isUnsure()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Workshop, conference",
        "Atelier, conference",
        "Round table, conference",
        "Meeting, work-package-meeting",
        "Summer school, training",
        "Vernissage, "
    })
    void aKindThatIsCalledOtherwiseIsNotTaken(String cell, String near) {
        Source source = source("Title|Type", "x|" + cell, "y|Webinar");
        StatedEvent event = source.events().get(0);

        assertThat(event.text(EventField.KIND)).isEmpty();
        assertThat(event.remarks().get(0)).isEqualTo(new Remark(Remark.Type.KIND, cell));
        assertThat(event.remarks().stream().skip(1))
                .isEqualTo(near == null ? List.of() : List.of(new Remark(Remark.Type.NEAR_KIND, near)));
        assertThat(unread(source)).isEqualTo(cell);
    }

    @Test
    void rowsThatAreHiddenOrStruckOutAreMarked() {
        List<Row> rows = new ArrayList<>(Tables.of("Title|Date").rows());
        List<ReadCell> cells = List.of(ReadCell.text("x"), ReadCell.text("24/03/2014"));
        rows.add(new Row(2, cells, true, false));
        rows.add(new Row(3, cells, false, true));

        List<StatedEvent> events = source(BRUSSELS, DateOrder.DAY_FIRST, new Table("", false, rows))
                .events();

        assertThat(events)
                .extracting(DoubtfulCellsTest::remarks)
                .containsExactly(List.of(Remark.Type.HIDDEN), List.of(Remark.Type.STRUCK));
    }

    @Test
    void headingsThatComeAgainAreNoEvent() {
        assertThat(source("Title|Date", "x|24/03/2014", "Title|Date", "y|25/03/2014")
                        .events())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"2014-03-30T02:30, ''", "30/03/2014, 02:30"})
    void aTimeThatClocksLeftOutIsTold(String date, String time) {
        StatedEvent event =
                source("Title|Date|Time", "x|" + date + "|" + time).events().get(0);

        assertThat(remarks(event)).containsExactly(Remark.Type.SKIPPED_TIME);
        assertThat(event.text(EventField.DATE)).contains(date);
    }

    @Test
    void whenARowWasPublishedIsNoDateOfItsEvent() {
        Source source = source("Title|Published", "x|2014-05-03", "y|2014-05-04");

        assertThat(source.events())
                .allSatisfy(event -> assertThat(event.finding(EventField.DATE)).isEmpty());
    }
}
