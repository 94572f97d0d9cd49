package org.efcevents.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.efcevents.date.EventDate.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stored properties are read as, and what is said of bad ones. */
class EventDateReadingTest {

    /** The text properties in the order of the record, as {@code name=value} pairs. */
    private static EventDate read(String... properties) {
        List<String> names = List.of("precision", "start", "end", "startTime", "endTime", "timeZone", "partialDate");
        String[] values = new String[names.size()];
        for (String property : properties) {
            String[] pair = property.split("=", 2);
            values[names.indexOf(pair[0])] = pair[1];
        }
        return EventDate.of(
                new StoredDate(values[0], values[1], values[2], values[3], values[4], values[5], values[6], false));
    }

    private static Arguments row(String edtf, List<String> problemProperties, String... properties) {
        return Arguments.of(edtf, problemProperties, properties);
    }

    private static Stream<Arguments> properties() {
        List<String> fine = List.of();
        return Stream.of(
                // The precision follows from what is there.
                row("unknown", fine),
                row("2014-03-24", fine, "start=2014-03-24"),
                row("2014-03-24/2014-03-26", fine, "start=2014-03-24", "end=2014-03-26"),
                row("2014-03-24T09:30:00+01:00", fine, "start=2014-03-24", "startTime=09:30", "timeZone=Europe/Paris"),
                row("2015-01", fine, "partialDate=2015-01"),
                row("2015", fine, "partialDate=2015"),
                row("2015~", fine, "partialDate=2015~"),
                row("XXXX-06-24", fine, "partialDate=XXXX-06-24"),
                row("2015-01/2015-03", fine, "precision=month", "partialDate=2015-01/2015-03"),
                row("2014-03-24", fine, "precision=day", "start=2014-03-24", "end=2014-03-24"),
                row("2014-03-24", fine, "precision=day", "start= 2014-03-24 ", "end= ", "partialDate="),
                row("XXXX-02-29", fine, "precision=day-and-month", "partialDate=XXXX-02-29"),
                row("2016-02-29", fine, "precision=day", "start=2016-02-29"),
                row("2015-01", fine, "precision=month", "partialDate=January 2015"),
                // A year that is probably a slip.
                row("0214-03-24", List.of("start"), "precision=day", "start=0214-03-24"),
                row("2014-03-24/2114-03-25", List.of("end"), "precision=day", "start=2014-03-24", "end=2114-03-25"),
                row("1015", List.of("partialDate"), "precision=year", "partialDate=1015"),
                // What cannot be read.
                row("2014-03-24", List.of("precision"), "precision=weekly", "start=2014-03-24"),
                row("2014-03-24", List.of("precision"), "precision=Day", "start=2014-03-24"),
                row("unknown", List.of("start"), "precision=day"),
                row("unknown", List.of("start"), "precision=day", "start=24/03/2014"),
                row("unknown", List.of("start"), "precision=day", "start=2015-02-29"),
                row("unknown", List.of("start"), "precision=day", "start=0000-01-01"),
                row("unknown", List.of("start"), "precision=day", "start=2014-03-24T00:00:00.000+01:00"),
                row("unknown", List.of("start"), "precision=day", "start=２０１４-03-24"),
                row("unknown", List.of("start"), "precision=day", "end=2014-03-24"),
                row("2014-03-24", List.of("end"), "precision=day", "start=2014-03-24", "end=2014-03-20"),
                row("2014-03-24", List.of("end"), "precision=day", "start=2014-03-24", "end=soon"),
                row("unknown", List.of("partialDate"), "precision=month"),
                row("unknown", List.of("partialDate"), "precision=month", "partialDate=Winter 2015"),
                row("unknown", List.of("partialDate"), "precision=month", "partialDate=2015-13"),
                row("unknown", List.of("partialDate"), "partialDate=XXXX-02-30"),
                row("unknown", List.of("partialDate"), "partialDate=XXXX-06"),
                row("unknown", List.of("partialDate"), "partialDate=2015/2015-03"),
                row("unknown", List.of("partialDate"), "partialDate=2015/2016/2017"),
                row("unknown", List.of("partialDate"), "partialDate=0000"),
                row("2015-03", List.of("partialDate"), "partialDate=2015-03/2015-01"),
                row("2015-03", List.of("partialDate"), "partialDate=2015-03/.."),
                row("2015~", List.of("partialDate"), "partialDate=2015?"),
                row("2014-03-24", List.of("partialDate"), "partialDate=2014-03-24"),
                row("2015", List.of("precision"), "precision=month", "partialDate=2015"),
                // Times.
                row("2014-03-24", List.of("startTime"), "precision=time", "start=2014-03-24"),
                row("2014-03-24", List.of("startTime"), "precision=time", "start=2014-03-24", "startTime=9.30"),
                row("2014-03-24", List.of("startTime"), "precision=time", "start=2014-03-24", "startTime=24:00"),
                row("2014-03-24T09:30:00", List.of("timeZone"), "start=2014-03-24", "startTime=09:30"),
                row(
                        "2014-03-24T09:30:00",
                        List.of("timeZone"),
                        "start=2014-03-24",
                        "startTime=09:30",
                        "timeZone=Bruges"),
                row(
                        "2014-03-24T09:30:00Z",
                        List.of("endTime"),
                        "start=2014-03-24",
                        "startTime=09:30",
                        "endTime=09:00",
                        "timeZone=UTC"),
                row(
                        "2014-03-24T22:00:00Z/2014-03-25T02:00:00Z",
                        fine,
                        "start=2014-03-24",
                        "end=2014-03-25",
                        "startTime=22:00",
                        "endTime=02:00",
                        "timeZone=UTC"),
                row(
                        "2014-03-24T09:30:00Z",
                        List.of("end"),
                        "start=2014-03-24",
                        "end=2014-03-20",
                        "startTime=09:30",
                        "endTime=12:00",
                        "timeZone=UTC"),
                // What another precision left behind is not shown.
                row("unknown", List.of("start"), "precision=unknown", "start=2014-03-24"),
                row("2015", List.of("start", "end"), "precision=year", "partialDate=2015", "start=2014-03-24", "end=x"),
                row(
                        "2014-03-24",
                        List.of("startTime", "endTime", "partialDate"),
                        "precision=day",
                        "start=2014-03-24",
                        "startTime=09:30",
                        "endTime=10:30",
                        "partialDate=2015"));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void readsWhatIsThereAndReportsTheRest(String edtf, List<String> problemProperties, String... properties) {
        EventDate date = read(properties);
        assertThat(date).as(Arrays.toString(properties)).hasToString(edtf);
        assertThat(date.problems())
                .as(date.problems().toString())
                .extracting(Problem::property)
                .containsExactlyElementsOf(problemProperties);
    }

    @Test
    void aProblemNamesThePropertyTheTextAndWhatBecomesOfIt() {
        assertThat(read("precision=day", "start=2014-03-24", "end=2014-03-20")
                        .problems()
                        .get(0))
                .hasToString("end: \"2014-03-20\" is before start \"2014-03-24\": the end is ignored");
    }

    @Test
    void anUnlikelyYearIsNamedAsItWasWritten() {
        assertThat(read("partialDate=1015").problems())
                .singleElement()
                .asString()
                .startsWith("partialDate: \"1015\" is in a year before ");
    }

    @ParameterizedTest
    @CsvSource({
        "partialDate=2015, 2015-12-31, 2016-12-31, true",
        "partialDate=2015, 2014-01-01, 2015-01-01, true",
        "partialDate=2015, 2015-06-01, 2015-06-02, true",
        "partialDate=2015, 2016-01-01, 2016-12-31, false",
        "partialDate=2015, 2014-01-01, 2014-12-31, false",
        "start=2015-06-10, 2015-06-10, 2015-06-10, true",
        "start=2015-06-10, 2015-06-11, 2015-06-12, false",
        "start=2015-06-10, 2015-06-08, 2015-06-09, false",
        "precision=unknown, 1000-01-01, 3000-01-01, false"
    })
    void aDateIsFoundInEveryPeriodInWhichItMayLie(String date, LocalDate from, LocalDate to, boolean found) {
        assertThat(read(date).mayLieWithin(from, to)).isEqualTo(found);
    }

    @Test
    void whatIsReadIsAsGoodAsWhatNeededNoReading() {
        EventDate repaired = read("precision=day", "start=2014-03-24", "end=2014-03-20");
        assertThat(repaired).isEqualTo(read("start=2014-03-24")).hasSameHashCodeAs(read("start=2014-03-24"));
        assertThat(repaired).isNotEqualTo(read("start=2014-03-25"));
    }

    @Test
    void anUnrecordedDateIsNotApproximate() {
        EventDate date = EventDate.of(new StoredDate("unknown", null, null, null, null, null, null, true));
        assertThat(date.isApproximate()).isFalse();
        assertThat(date.inWords(Locale.ENGLISH)).isEqualTo("Date not recorded");
    }

    @ParameterizedTest
    @CsvSource({"2013-12-31/2014-01-02, 2013", "2015~, 2015", "2015-01, 2015", "XXXX-06-24, ''", "'', ''"})
    void theYearIsTheOneItBeginsIn(String edtf, String year) {
        EventDate date = EventDate.parseEdtf(edtf);
        assertThat(date.yearText()).isEqualTo(year);
        assertThat(date.year().isPresent()).isEqualTo(!year.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2014-03-24",
        "2014-03-24/2014-03-26",
        "2014-03-24~/2014-03-26~",
        "2015-01",
        "2015-01~/2015-03~",
        "2015",
        "0999/1001",
        "2015~",
        "XXXX-06-24",
        "XXXX-02-29~",
        "2014-03-24T09:30:00+01:00",
        "2014-03-24T09:30:00",
        "2014-03-24T09:30:45Z",
        "2014-03-30T01:30:00+01:00/2014-03-30T03:30:00+02:00",
        "2014-10-26T02:45:00+02:00/2014-10-26T02:15:00+01:00",
        "2014-03-24T09:30:00+01:00/2014-03-26",
    })
    void edtfComesBackAsItWas(String edtf) {
        EventDate date = EventDate.parseEdtf(edtf);
        assertThat(date.problems()).isEmpty();
        assertThat(date.edtf()).contains(edtf);
        assertThat(EventDate.parseEdtf(date.edtfText())).isEqualTo(date);
    }

    @Test
    void anApproximateTimeIsGivenByItsDayInEdtf() {
        EventDate date =
                EventDate.of(new StoredDate("time", "2014-03-24", null, "09:30", null, "Europe/Brussels", null, true));
        assertThat(date.edtf()).contains("2014-03-24~");
        assertThat(date.inWords(Locale.ENGLISH))
                .isEqualTo("about 24 March 2014, 09:30 (Central European Standard Time, UTC+1)");
    }

    @ParameterizedTest
    @CsvSource({
        "2001-21",
        "201X",
        "2004-XX",
        "../2015",
        "2015-1",
        "2014-03-24T25:00:00",
        "2014-03-24T09:30:00+25:00",
        "/"
    })
    void otherEdtfIsReportedNotGuessed(String edtf) {
        EventDate date = EventDate.parseEdtf(edtf);
        assertThat(date.precision()).isEqualTo(Precision.UNKNOWN);
        assertThat(date.edtf()).isEmpty();
        assertThat(date.problems()).singleElement().asString().startsWith("edtf: \"" + edtf + "\"");
    }

    @Test
    void aTimeThatTheClocksSkippedIsTheOneThatTheyShowedAndReported() {
        EventDate date = read("start=2014-03-30", "startTime=02:30", "timeZone=Europe/Brussels");
        assertThat(date.problems())
                .singleElement()
                .asString()
                .isEqualTo(
                        "startTime: \"02:30\" did not exist on 2014-03-30 in Europe/Brussels: clocks were put forward,"
                                + " and showed 03:30 then");
        assertThat(date.inWords(Locale.ENGLISH))
                .isEqualTo("30 March 2014, 03:30 (Central European Summer Time, UTC+2)");
        assertThat(date.edtf()).contains("2014-03-30T03:30:00+02:00");
        assertThat(date.begins(ZoneId.of("UTC"))).contains(OffsetDateTime.parse("2014-03-30T03:30:00+02:00"));
    }

    @Test
    void anEndThatTheClocksSkippedIsReportedToo() {
        EventDate date = read("start=2014-03-30", "startTime=01:30", "endTime=02:30", "timeZone=Europe/Brussels");
        assertThat(date.problems())
                .singleElement()
                .asString()
                .startsWith("endTime: \"02:30\" did not exist on 2014-03-30 in Europe/Brussels");
        assertThat(date.ends(ZoneId.of("UTC"))).contains(OffsetDateTime.parse("2014-03-30T03:30:00+02:00"));
    }

    @ParameterizedTest
    @CsvSource({"02:30,03:00", "02:30,03:30", "03:30,02:30"})
    void anEndThatIsNotAfterTheBeginningOnceClocksAreChangedIsIgnored(String from, String to) {
        EventDate date = read("start=2014-03-30", "startTime=" + from, "endTime=" + to, "timeZone=Europe/Brussels");
        assertThat(date.problems()).extracting(EventDate.Problem::property).contains("endTime");
        assertThat(date.edtf()).contains("2014-03-30T03:30:00+02:00");
        assertThat(date.ends(ZoneId.of("UTC"))).isEmpty();
    }

    @Test
    void aTimeWithoutAZoneKeepsItsClockAndItsMomentIsTheSites() {
        EventDate date = read("start=2014-03-30", "startTime=02:30", "endTime=03:00");
        assertThat(date.inWords(Locale.ENGLISH)).isEqualTo("30 March 2014, 02:30\u201303:00");
        ZoneId site = ZoneId.of("Europe/Brussels");
        assertThat(date.begins(site)).contains(OffsetDateTime.parse("2014-03-30T02:30:00+01:00"));
        assertThat(date.ends(site)).as("before the beginning").isEmpty();
        assertThat(date.ends(ZoneId.of("UTC"))).contains(OffsetDateTime.parse("2014-03-30T03:00:00Z"));
    }

    @Test
    void aDayThatAZoneSkippedIsTheNext() {
        EventDate date = read("start=2011-12-30", "startTime=10:00", "timeZone=Pacific/Apia");
        assertThat(date.earliest()).contains(LocalDate.of(2011, 12, 31));
        assertThat(date.latest()).contains(LocalDate.of(2011, 12, 31));
        assertThat(date.edtf()).contains("2011-12-31T10:00:00+14:00");
    }

    @Test
    void aTimeThatOccursTwiceIsTheFirst() {
        EventDate date = read("start=2014-10-26", "startTime=02:30", "timeZone=Europe/Brussels");
        assertThat(date.problems()).isEmpty();
        assertThat(date.edtf()).contains("2014-10-26T02:30:00+02:00");
        ZoneId site = ZoneId.of("UTC");
        assertThat(date.phase(Instant.parse("2014-10-26T00:29:59Z"), site)).isEqualTo(Phase.UPCOMING);
        assertThat(date.phase(Instant.parse("2014-10-26T00:30:00Z"), site)).isEqualTo(Phase.ONGOING);
    }

    @Test
    void daysEndWithTheDayWhereverClocksChange() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");
        EventDate date = read("start=2014-03-29");
        // Midnight was skipped: the 30th began at 01:00, which is 22:00 in UTC.
        assertThat(date.phase(Instant.parse("2014-03-29T21:59:59Z"), beirut)).isEqualTo(Phase.ONGOING);
        assertThat(date.phase(Instant.parse("2014-03-29T22:00:00Z"), beirut)).isEqualTo(Phase.PAST);
    }

    @Test
    void aTimeWithoutAZoneIsTheSites() {
        EventDate date = read("start=2014-03-24", "startTime=09:30", "endTime=12:00");
        Instant tenInBrussels = Instant.parse("2014-03-24T09:00:00Z");
        assertThat(date.phase(tenInBrussels, ZoneId.of("Europe/Brussels"))).isEqualTo(Phase.ONGOING);
        assertThat(date.phase(tenInBrussels, ZoneId.of("America/New_York"))).isEqualTo(Phase.UPCOMING);
        assertThat(date.phase(tenInBrussels, ZoneId.of("Asia/Tokyo"))).isEqualTo(Phase.PAST);
    }
}
