package org.efcevents.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efcevents.date.EventDate.DatePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDateWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2013-10-15;                15 October 2013;                      15 octobre 2013",
                "2014-06-01;                1 June 2014;                          1er juin 2014",
                "2014-06-11;                11 June 2014;                         11 juin 2014",
                "2014-06-21;                21 June 2014;                         21 juin 2014",
                "2014-06-30/2014-07-01;     30 June – 1 July 2014;                du 30 juin au 1er juillet 2014",
                "2014-06-01/2014-06-03;     1–3 June 2014;                        du 1er au 3 juin 2014",
                "2014-09-30/2014-10-02;     30 September – 2 October 2014;        du 30 septembre au 2 octobre 2014",
                "2013-12-31/2014-01-02;     31 December 2013 – 2 January 2014;    du 31 décembre 2013 au 2 janvier 2014",
                "2014-03-24/2014-03-24;     24 March 2014;                        24 mars 2014",
                "2013-03-01/2014-03-01;     1 March 2013 – 1 March 2014;          du 1er mars 2013 au 1er mars 2014",
                "2013-10;                   October 2013;                         octobre 2013",
                "2015-01/2015-03;           January – March 2015;                 janvier – mars 2015",
                "2014-12/2015-01;           December 2014 – January 2015;         décembre 2014 – janvier 2015",
                "2013;                      2013;                                 2013",
                "2013/2015;                 2013–2015;                            2013–2015",
                "XXXX-06-24;                24 June (year not recorded);          24 juin (année non indiquée)",
                "XXXX-05-01;                1 May (year not recorded);            1er mai (année non indiquée)",
                "XXXX-02-29;                29 February (year not recorded);      29 février (année non indiquée)",
                "2016-02-29;                29 February 2016;                     29 février 2016",
                "2015~;                     about 2015;                           vers 2015",
                "2013-10~;                  about October 2013;                   vers octobre 2013",
                "2013-10-01~;               about 1 October 2013;                 vers le 1er octobre 2013",
                "2014-03-24~/2014-03-26~;   about 24–26 March 2014;               du 24 au 26 mars 2014 (dates approximatives)",
                "2014-03-24T09:30:00;       '24 March 2014, 09:30';               24 mars 2014 à 9\u00a0h\u00a030",
                "2014-03-24T09:30:00Z;      '24 March 2014, 09:30 (UTC)';         24 mars 2014 à 9\u00a0h\u00a030 (UTC)",
                "2014-03-24T00:05:00+05:45; '24 March 2014, 00:05 (UTC+5:45)';    24 mars 2014 à 0\u00a0h\u00a005 (UTC+5:45)",
                "2014-03-24T09:00:00/2014-03-26; '24 March 2014, 09:00 – 26 March 2014'; du 24 mars 2014 à 9\u00a0h au 26 mars 2014",
            })
    void wordsInEnglishAndFrench(String edtf, String english, String french) {
        EventDate date = EventDate.parseEdtf(edtf);
        assertThat(date.problems()).isEmpty();
        assertThat(date.inWords(Locale.ENGLISH)).isEqualTo(english);
        assertThat(date.inWords(Locale.FRENCH)).isEqualTo(french);
    }

    @Test
    void namesEveryMonth() {
        assertThat(monthsIn(Locale.ENGLISH))
                .isEqualTo("January February March April May June July August September October November December");
        assertThat(monthsIn(Locale.FRENCH))
                .isEqualTo("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
    }

    private static String monthsIn(Locale locale) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> EventDate.parseEdtf(YearMonth.of(2014, month).toString()))
                .map(date -> date.inWords(locale).replace(" 2014", ""))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "de; 2014-03-24;            24. März 2014",
                "de; 2014-03-24/2014-03-26; 24. März 2014 – 26. März 2014",
                "de; 2014-03;               März 2014",
                "de-CH; 2014-03-24;         24. März 2014",
                "de-CH; 2014-03-24T09:30:00; '24. März 2014, 09:30'",
                "de-CH; 2014-03/2014-05;    März 2014 – Mai 2014",
                "pt-BR; 2014-03-24;         24 de março de 2014",
                "pt-BR; 2014-03;            março de 2014",
                "pt-BR; XXXX-06-24;         24 de junho (year not recorded)",
                "fr-CH; 2014-06-01/2014-06-03; du 1er au 3 juin 2014",
                "de; 2015~;                 ~2015",
                "de; XXXX-06-24;            24. Juni (year not recorded)",
                "es; 2014-03-24;            24 de marzo de 2014",
                "es; 2014-03;               marzo de 2014",
                "es; XXXX-06-24;            24 de junio (year not recorded)",
                "pl; 2014-03-24;            24 marca 2014",
                "pl; 2014-03;               marzec 2014",
                "hu; 2014-03-24;            2014. március 24.",
                "hu; 2014-03;               2014. március",
                "hu; XXXX-06-24;            június 24. (year not recorded)",
                "bg; 2014-03-24;            24 март 2014 г.",
                "bg; 2014-03;               март 2014 г.",
                "bg; XXXX-06-24;            24 юни (year not recorded)",
                "ja; 2014-03-24;            2014年3月24日",
                "ja; 2014-03;               2014年3月",
                "ja; XXXX-06-24;            6月24日 (year not recorded)",
                "th-TH-u-ca-buddhist-nu-thai; XXXX-06-24; 24 มิถุนายน (year not recorded)",
                "lv; 2014-03;               2014. gada marts",
                "ar; 2014-03-24;            24 مارس 2014",
            })
    void wordsInLanguagesWithoutAFileOfTheirOwn(String language, String edtf, String words) {
        assertThat(EventDate.parseEdtf(edtf).inWords(Locale.forLanguageTag(language)))
                .isEqualTo(words);
    }

    @Test
    void wordsEveryPrecisionInEveryLanguageOfTheJdk() {
        List<EventDate> dates = Stream.of(
                        "2014-03-24T09:30:00+01:00/2014-03-24T12:00:00+01:00",
                        "2014-03-24",
                        "2014-03",
                        "2014",
                        "XXXX-06-24",
                        "")
                .map(EventDate::parseEdtf)
                .toList();
        for (Locale locale : Locale.getAvailableLocales()) {
            for (EventDate date : dates) {
                assertThat(date.inWords(locale)).as("%s in %s", date, locale).isNotBlank();
            }
        }
    }

    @Test
    void theWordForADashIsSpoken() {
        EventDate date = EventDate.parseEdtf("2014-03-24/2014-03-26");
        assertThat(date.spoken(Locale.ENGLISH)).isEqualTo("24 to 26 March 2014");
        assertThat(date.spoken(Locale.FRENCH)).isEqualTo("du 24 au 26 mars 2014");
        assertThat(EventDate.parseEdtf("2015-01/2015-03").spoken(Locale.FRENCH)).isEqualTo("janvier à mars 2015");
    }

    @Test
    void aRangeIsTwoTimesWithTextBetween() {
        assertThat(EventDate.parseEdtf("2014-03-24/2014-03-26").parts(Locale.ENGLISH))
                .containsExactly(
                        new DatePart("24", "2014-03-24", "24"),
                        new DatePart("–", "", " to "),
                        new DatePart("26 March 2014", "2014-03-26", "26 March 2014"));
        assertThat(EventDate.parseEdtf("2014-03-24/2014-03-26").parts(Locale.FRENCH))
                .containsExactly(
                        new DatePart("du ", "", "du "),
                        new DatePart("24", "2014-03-24", "24"),
                        new DatePart(" au ", "", " au "),
                        new DatePart("26 mars 2014", "2014-03-26", "26 mars 2014"));
    }

    @Test
    void whatIsNotRecordedIsNoTime() {
        assertThat(EventDate.parseEdtf("").parts(Locale.ENGLISH))
                .containsExactly(new DatePart("Date not recorded", "", "Date not recorded"));
    }

    @ParameterizedTest
    @CsvSource({
        "2013, 2013",
        "0999, 0999",
        "2015-01, 2015-01",
        "2015-01-12, 2015-01-12",
        "XXXX-06-24, 06-24",
        "2015-01-12T10:00:00+01:00, 2015-01-12T10:00+01:00",
        "2015-01-12T10:00:00Z, 2015-01-12T10:00Z",
        "2015-01-12T10:00:00, 2015-01-12T10:00",
    })
    void datetimeIsAValidTimeStringOfHtml(String edtf, String datetime) {
        List<DatePart> times = EventDate.parseEdtf(edtf).parts(Locale.ENGLISH).stream()
                .filter(DatePart::isTime)
                .toList();
        assertThat(times).extracting(DatePart::datetime).containsExactly(datetime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015~", "2015-01-12~", "2014-03-24~/2014-03-26~", "XXXX-06-24~"})
    void noProgramTakesADayForCertainThatIsOnlyAbout(String edtf) {
        assertThat(EventDate.parseEdtf(edtf).parts(Locale.ENGLISH)).noneMatch(DatePart::isTime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de", "ja", "und"})
    void partsInARowAreTheWords(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (String edtf : List.of("2014-03-24~/2014-03-26~", "2014", "XXXX-06-24", "2014-03-24T09:30:00Z")) {
            EventDate date = EventDate.parseEdtf(edtf);
            assertThat(date.parts(locale).stream().map(DatePart::text).collect(Collectors.joining()))
                    .isEqualTo(date.inWords(locale));
        }
    }

    @Test
    void aZoneIsNamedOnlyIfItHasAName() {
        assertThat(timed("2021-03-24", "09:30", null, "+02:00").inWords(Locale.ENGLISH))
                .isEqualTo("24 March 2021, 09:30 (UTC+2)");
        assertThat(timed("2021-03-24", "09:30", null, "UTC").inWords(Locale.FRENCH))
                .isEqualTo("24 mars 2021 à 9\u00a0h\u00a030 (UTC)");
        assertThat(timed("2021-03-24", "09:30", null, "Asia/Kolkata").inWords(Locale.ENGLISH))
                .endsWith(", UTC+5:30)");
        assertThat(timed("1900-03-24", "09:30", null, "Europe/Paris").inWords(Locale.ENGLISH))
                .as("minutes below ten")
                .endsWith(", UTC+0:09)");
        for (String zone : ZoneId.getAvailableZoneIds()) {
            assertThat(timed("2021-03-24", "09:30", "12:00", zone).inWords(Locale.ENGLISH))
                    .as(zone)
                    .matches(
                            "24 March 2021, 09:30–12:00 \\((?:[\\p{L}\\p{M}'’. \\-&()/_]+, )?UTC(?:[+\u2212][\\d:]+)?\\)");
        }
    }

    @Test
    void eachTimeHasItsOffsetWhenClocksChangeBetweenThem() {
        EventDate night = timed("2014-03-30", "01:30", "03:30", "Europe/Brussels");
        assertThat(night.problems()).isEmpty();
        assertThat(night.inWords(Locale.ENGLISH))
                .isEqualTo("30 March 2014, 01:30 (Central European Standard Time, UTC+1)"
                        + "–03:30 (Central European Summer Time, UTC+2)");
        assertThat(night.parts(Locale.ENGLISH).stream().map(DatePart::datetime).filter(text -> !text.isEmpty()))
                .containsExactly("2014-03-30T01:30+01:00", "2014-03-30T03:30+02:00");
    }

    @Test
    void aZoneOfLocalMeanTimeLeavesNoInvalidOffset() {
        EventDate date = timed("1850-03-24", "09:30", null, "Europe/Brussels");
        assertThat(date.parts(Locale.ENGLISH).get(0).datetime()).isEqualTo("1850-03-24T09:30");
        assertThat(date.edtf()).contains("1850-03-24T09:30:00");
    }

    private static EventDate timed(String day, String from, String to, String zone) {
        return EventDate.of(new StoredDate("time", day, null, from, to, zone, null, false));
    }
}
