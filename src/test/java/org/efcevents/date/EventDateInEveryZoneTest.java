package org.efcevents.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every precision, whatever the JVM's zone and language: the same words, days, EDTF and phases. */
class EventDateInEveryZoneTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private TimeZone jvmZone;
    private Locale jvmLocale;

    @BeforeEach
    void rememberDefaults() {
        jvmZone = TimeZone.getDefault();
        jvmLocale = Locale.getDefault();
    }

    @AfterEach
    void restoreDefaults() {
        TimeZone.setDefault(jvmZone);
        Locale.setDefault(jvmLocale);
    }

    /**
     * @param begins the first moment at which it is ongoing; null if it is undated
     * @param ended the first moment at which it is past
     */
    private record Row(
            StoredDate stored,
            Precision precision,
            String earliest,
            String latest,
            String edtf,
            String english,
            String french,
            String begins,
            String ended) {}

    private static List<Row> rows() {
        return List.of(
                new Row(
                        new StoredDate("time", "2014-03-24", null, "09:30", "12:00", "Europe/Brussels", null, false),
                        Precision.TIME,
                        "2014-03-24",
                        "2014-03-24",
                        "2014-03-24T09:30:00+01:00/2014-03-24T12:00:00+01:00",
                        "24 March 2014, 09:30–12:00 (Central European Standard Time, UTC+1)",
                        "24 mars 2014, de 9\u00a0h\u00a030 à 12\u00a0h (heure normale d’Europe centrale, UTC+1)",
                        "2014-03-24T08:30:00Z",
                        "2014-03-24T11:00:00Z"),
                new Row(
                        new StoredDate("time", "2014-07-04", null, "16:05", null, "America/New_York", null, false),
                        Precision.TIME,
                        "2014-07-04",
                        "2014-07-04",
                        "2014-07-04T16:05:00-04:00",
                        "4 July 2014, 16:05 (Eastern Daylight Time, UTC−4)",
                        "4 juillet 2014 à 16\u00a0h\u00a005 (heure d’été de l’Est, UTC−4)",
                        "2014-07-04T20:05:00Z",
                        "2014-07-05T04:00:00Z"),
                new Row(
                        new StoredDate(
                                "time", "2014-03-24", "2014-03-26", "09:30", "17:00", "Europe/Brussels", null, false),
                        Precision.TIME,
                        "2014-03-24",
                        "2014-03-26",
                        "2014-03-24T09:30:00+01:00/2014-03-26T17:00:00+01:00",
                        "24 March 2014, 09:30 – 26 March 2014, 17:00 (Central European Standard Time, UTC+1)",
                        "du 24 mars 2014 à 9\u00a0h\u00a030 au 26 mars 2014 à 17\u00a0h"
                                + " (heure normale d’Europe centrale, UTC+1)",
                        "2014-03-24T08:30:00Z",
                        "2014-03-26T16:00:00Z"),
                new Row(
                        new StoredDate("day", "2013-10-15", null, null, null, null, null, false),
                        Precision.DAY,
                        "2013-10-15",
                        "2013-10-15",
                        "2013-10-15",
                        "15 October 2013",
                        "15 octobre 2013",
                        "2013-10-14T22:00:00Z",
                        "2013-10-15T22:00:00Z"),
                new Row(
                        new StoredDate("day", "2014-03-24", "2014-03-26", null, null, null, null, false),
                        Precision.DAY,
                        "2014-03-24",
                        "2014-03-26",
                        "2014-03-24/2014-03-26",
                        "24–26 March 2014",
                        "du 24 au 26 mars 2014",
                        "2014-03-23T23:00:00Z",
                        "2014-03-26T23:00:00Z"),
                new Row(
                        new StoredDate("day", "2014-03-24", null, null, null, "Pacific/Auckland", null, false),
                        Precision.DAY,
                        "2014-03-24",
                        "2014-03-24",
                        "2014-03-24",
                        "24 March 2014",
                        "24 mars 2014",
                        "2014-03-23T11:00:00Z",
                        "2014-03-24T11:00:00Z"),
                new Row(
                        new StoredDate("month", null, null, null, null, null, "2015-01", false),
                        Precision.MONTH,
                        "2015-01-01",
                        "2015-01-31",
                        "2015-01",
                        "January 2015",
                        "janvier 2015",
                        "2014-12-31T23:00:00Z",
                        "2015-01-31T23:00:00Z"),
                new Row(
                        new StoredDate("year", null, null, null, null, null, "2015", true),
                        Precision.YEAR,
                        "2015-01-01",
                        "2015-12-31",
                        "2015~",
                        "about 2015",
                        "vers 2015",
                        "2014-12-31T23:00:00Z",
                        "2015-12-31T23:00:00Z"),
                new Row(
                        new StoredDate("day-and-month", null, null, null, null, null, "XXXX-06-24", false),
                        Precision.DAY_AND_MONTH,
                        null,
                        null,
                        "XXXX-06-24",
                        "24 June (year not recorded)",
                        "24 juin (année non indiquée)",
                        null,
                        null),
                new Row(
                        new StoredDate("unknown", null, null, null, null, null, null, false),
                        Precision.UNKNOWN,
                        null,
                        null,
                        null,
                        "Date not recorded",
                        "Date non indiquée",
                        null,
                        null));
    }

    private static Stream<Arguments> rowsInZones() {
        List<Arguments> all = new ArrayList<>();
        for (String zone : List.of("UTC", "America/Los_Angeles", "Pacific/Auckland")) {
            for (String language : List.of("en", "fr", "th-TH-u-ca-buddhist-nu-thai")) {
                rows().forEach(row -> all.add(Arguments.of(zone, language, row)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("rowsInZones")
    void saysTheSame(String zone, String language, Row row) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(language));

        EventDate date = EventDate.of(row.stored);

        assertThat(date.problems()).isEmpty();
        assertThat(date.precision()).isEqualTo(row.precision);
        assertThat(date.earliest().map(LocalDate::toString).orElse(null)).isEqualTo(row.earliest);
        assertThat(date.latest().map(LocalDate::toString).orElse(null)).isEqualTo(row.latest);
        assertThat(date.edtf().orElse(null)).isEqualTo(row.edtf);
        assertThat(date.inWords(Locale.ENGLISH)).isEqualTo(row.english);
        assertThat(date.inWords(Locale.UK)).isEqualTo(row.english);
        assertThat(date.inWords(Locale.FRENCH)).isEqualTo(row.french);
        assertThat(date.inWords(Locale.CANADA_FRENCH)).contains(row.french.substring(0, 5));
        if (row.begins == null) {
            assertThat(date.phase(Instant.parse("1900-01-01T00:00:00Z"), BRUSSELS))
                    .isEqualTo(Phase.UNDATED);
            assertThat(date.phase(Instant.parse("2100-01-01T00:00:00Z"), BRUSSELS))
                    .isEqualTo(Phase.UNDATED);
        } else {
            Instant begins = Instant.parse(row.begins);
            Instant ended = Instant.parse(row.ended);
            assertThat(date.phase(begins.minusMillis(1), BRUSSELS)).isEqualTo(Phase.UPCOMING);
            assertThat(date.phase(begins, BRUSSELS)).isEqualTo(Phase.ONGOING);
            assertThat(date.phase(ended.minusMillis(1), BRUSSELS)).isEqualTo(Phase.ONGOING);
            assertThat(date.phase(ended, BRUSSELS)).isEqualTo(Phase.PAST);
            assertThat(date.opens(BRUSSELS)).contains(begins);
            assertThat(date.closes(BRUSSELS)).contains(ended);
        }
    }
}
