package org.efcevents.datephrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.efcevents.datephrase.DatePhrase.Strength;
import org.efcevents.pagetext.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words of a text name dates, and which. */
class DatePhrasesTest {

    private static List<DatePhrase> phrases(String text) {
        return new DatePhrases(DateOrder.UNKNOWN).in(text, new Passage(0, text.length()));
    }

    private static String told(String text) {
        return phrases(text).stream().map(phrase -> phrase.date().edtf()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 June 2014 | 2014-06-17",
                "June the 17th 2014 | 2014-06-17",
                "the 29th of January 2014 | 2014-01-29",
                "5th of February 2013 | 2013-02-05",
                "the 8th December 2014 | 2014-12-08",
                "April 4th, 2013 | 2013-04-04",
                "July the 3rd, 2014 | 2014-07-03",
                "JUNE 3, 2014 | 2014-06-03",
                "3 Sept. 2014 | 2014-09-03",
                "21 Sept. 2010 | 2010-09-21",
                "Tue 3 March 2009 | 2009-03-03",
                "Tuesday, March 3, 2009 | 2009-03-03",
                "Tuesday the 3rd of March 2009 | 2009-03-03",
                "12-Mar-2009 | 2009-03-12",
                "12-Mar-09 | 2009-03-12",
                "3 June '14 | 2014-06-03",
                "3 June ’98 | 1998-06-03",
                "17\u00a0June\u00a02014 | 2014-06-17",
                "17Â\u00a0June 2014 | 2014-06-17",
                "1er mars 2012 | 2012-03-01",
                "le premier mars 2013 | 2013-03-01",
                "le 1er\u00a0août 2012 | 2012-08-01",
                "le 12 fevrier 2013 | 2013-02-12",
                "le 12 fvrier 2013 | 2013-02-12",
                "mardi 10 septembre 2013 | 2013-09-10",
                "mar. 3 mars 2009 | 2009-03-03",
                "12. Mai 2011 | 2011-05-12",
                "Di 07.12.2010 | 2010-12-07",
                "3. März 2010 | 2010-03-03",
                "3 maart 2010 | 2010-03-03",
                "3 de marzo de 2010 | 2010-03-03",
                "3 marzo 2010 | 2010-03-03",
                "2014-06-24 | 2014-06-24",
                "24.06.2014 | 2014-06-24",
                "24. 6. 2014 | 2014-06-24",
                "24/06/2014 | 2014-06-24",
                "06/24/2014 | 2014-06-24",
                "24/06/14 | 2014-06-24",
                "24-06-2014 | 2014-06-24",
                "05.06.2014 | 2014-06-05",
                "2014/06/24 | 2014-06-24"
            })
    void aDay(String text, String edtf) {
        assertThat(told(text)).isEqualTo(edtf);
        assertThat(phrases(text)).allMatch(phrase -> phrase.strength() == Strength.CLEAR && !phrase.doubted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24, 25 and 26 March 2014 | 2014-03-24/2014-03-26",
                "12–14 May 2011 | 2011-05-12/2011-05-14",
                "12 – 14 May 2011 | 2011-05-12/2011-05-14",
                "12â€“14 May 2011 | 2011-05-12/2011-05-14",
                "12th to 14th of May 2011 | 2011-05-12/2011-05-14",
                "from 12 to 14 May 2011 | 2011-05-12/2011-05-14",
                "30 June to 2 July 2012 | 2012-06-30/2012-07-02",
                "30 June 2012 – 2 July 2012 | 2012-06-30/2012-07-02",
                "30 June and 1 July 2012 | 2012-06-30/2012-07-01",
                "30 December – 2 January 2013 | 2012-12-30/2013-01-02",
                "March 3-5, 2010 | 2010-03-03/2010-03-05",
                "March 3, 4 and 5, 2010 | 2010-03-03/2010-03-05",
                "March 31 to April 2, 2010 | 2010-03-31/2010-04-02",
                "March 3 and 4, 2010 | 2010-03-03/2010-03-04",
                "Monday 3 and Tuesday 4 May 2010 | 2010-05-03/2010-05-04",
                "du 3 au 5 juin 2013 | 2013-06-03/2013-06-05",
                "les 3 et 4 mai 2011 | 2011-05-03/2011-05-04",
                "les 18, 19 et 20 juin 2012 | 2012-06-18/2012-06-20",
                "les 30 juin et 1er juillet 2011 | 2011-06-30/2011-07-01",
                "du lundi 3 au mercredi 5 juin 2013 | 2013-06-03/2013-06-05",
                "vom 3. bis 5. Mai 2011 | 2011-05-03/2011-05-05",
                "30.09. – 02.10.2010 | 2010-09-30/2010-10-02",
                "24.-26.06.2014 | 2014-06-24/2014-06-26",
                "24-26/06/2014 | 2014-06-24/2014-06-26",
                "24/06/2014 - 26/06/2014 | 2014-06-24/2014-06-26",
                "2010-06-17/2010-06-18 | 2010-06-17/2010-06-18",
                "2009-10-02 to 2009-10-04 | 2009-10-02/2009-10-04",
                "3 and 10 May 2011 | 2011-05-03 2011-05-10",
                "4, 11 et 18 février 2014 | 2014-02-04 2014-02-11 2014-02-18",
                "3/4 May 2011 | 2011-05-03/2011-05-04"
            })
    void severalDays(String text, String edtf) {
        assertThat(told(text)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "June 24 | XXXX-06-24",
                "June the 4th | XXXX-06-04",
                "the 27th of January | XXXX-01-27",
                "On June 24, the coalition | XXXX-06-24",
                "11 November | XXXX-11-11",
                "le 4 décembre | XXXX-12-04",
                "1 May | XXXX-05-01",
                "12 mars | XXXX-03-12",
                "24 June 30 people came | XXXX-06-24",
                "29 February | XXXX-02-29"
            })
    void aDayWithoutItsYear(String text, String edtf) {
        assertThat(told(text)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "January 2015 | 2015-01",
                "Dec. 2011 | 2011-12",
                "octobre 2011 | 2011-10",
                "March-April 2015 | 2015-03/2015-04",
                "March 2014 to May 2015 | 2014-03/2015-05",
                "In May 2014 people | 2014-05",
                "Mar 2013 | 2013-03",
                "Jan. to Mar. 2014 | 2014-01/2014-03",
                "WP 4 March 2013 | 2013-03"
            })
    void aMonth(String text, String edtf) {
        assertThat(told(text)).isEqualTo(edtf);
        assertThat(phrases(text)).allMatch(phrase -> phrase.strength() == Strength.CLEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2nd or 3rd week in April 2015 | 2015-04 | VAGUE",
                "early June 2014 | 2014-06 | VAGUE",
                "the second of September 2012 | 2012-09 | VAGUE",
                "mid-June 2014 | 2014-06 | VAGUE",
                "second half of 2015 | 2015 | VAGUE",
                "Autumn 2009 | 2009 | VAGUE",
                "printemps 2009 | 2009 | VAGUE",
                "Q1 2015 | 2015 | VAGUE",
                "2014 | 2014 | NUMBERS",
                "2014-2015 | 2014/2015 | NUMBERS",
                "2014/15 | 2014/2015 | NUMBERS",
                "2009-02 | 2009-02 | NUMBERS",
                "06/2014 | 2014-06 | NUMBERS",
                "the court set 2015 rules | 2015 | NUMBERS",
                "24/06 | XXXX-06-24 | NUMBERS",
                "24.06. | XXXX-06-24 | NUMBERS"
            })
    void whatIsLessOfADate(String text, String edtf, Strength strength) {
        assertThat(told(text)).isEqualTo(edtf);
        assertThat(phrases(text)).allMatch(phrase -> phrase.strength() == strength);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 June 2014, 14:30 | 2014-06-24T14:30:00",
                "24 June 2014 at 2.30 pm | 2014-06-24T14:30:00",
                "24 June 2014 at 2 p.m. | 2014-06-24T14:00:00",
                "24 juin 2014 à 14h30 | 2014-06-24T14:30:00",
                "24 juin 2014, 14 h | 2014-06-24T14:00:00",
                "24 June 2014, 9.30-12.00 | 2014-06-24T09:30:00/2014-06-24T12:00:00",
                "24 June 2014 from 9 to 11 am | 2014-06-24T09:00:00/2014-06-24T11:00:00",
                "24 June 2014, 11 am – 1 pm | 2014-06-24T11:00:00/2014-06-24T13:00:00",
                "24 June 2014, 11-1 pm | 2014-06-24T11:00:00/2014-06-24T13:00:00",
                "24 June 2014 (14:00–15:30) | 2014-06-24T14:00:00/2014-06-24T15:30:00",
                "jeudi 22 novembre 2012, de 9h30 à 16h00 | 2012-11-22T09:30:00/2012-11-22T16:00:00",
                "Thursday 10 July 2014 from 14:00 to 15:30 | 2014-07-10T14:00:00/2014-07-10T15:30:00",
                "24.06.2014 um 9.30 Uhr | 2014-06-24T09:30:00",
                "2014-06-24T14:30 | 2014-06-24T14:30:00",
                "3–5 May 2011, 9:00–17:00 | 2011-05-03T09:00:00/2011-05-05T17:00:00",
                "3 May 2011 9:00 – 4 May 2011 17:00 | 2011-05-03T09:00:00/2011-05-04T17:00:00",
                "24 June 2014, 3 people | 2014-06-24",
                "24 June 2014. 9.30 euros | 2014-06-24",
                "Do, 29.09.2011 10:00–12:30 | 2011-09-29T10:00:00/2011-09-29T12:30:00"
            })
    void aTimeOfDay(String text, String edtf) {
        assertThat(told(text)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The 36-months project",
                "the 2011/92/EU Directive",
                "Article 12 May apply",
                "Article 25 of the 2011/92/EU Directive",
                "the 5th EFC Steering Group",
                "+32 2 534 56 70",
                "Tel. 01 12 24 36 48",
                "they may 12 times",
                "In May they met",
                "we march 4 miles",
                "5 cents in 110 countries",
                "version 2.3.14.1",
                "192.168.1.1",
                "31 June 2014",
                "12 III 2013",
                "30 February",
                "29 February 2013",
                "24/7",
                "3.5 million",
                "WP5 - WP6",
                "12 of them",
                "a set of 20 rules",
                "1. Cooperating with authorities",
                "Room 2014A",
                "grant 974 221 003",
                "2.3 Mo",
                "In May 24 people came",
                "1,912 reels",
                "the 4th Meeting of WP 1"
            })
    void noDate(String text) {
        assertThat(told(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 May 2014 or 4 May 2014 | 2014-05-03 2014-05-04",
                "3 or 4 May 2014 | 2014-05-03 2014-05-04",
                "le 3 ou le 4 mai 2014 | 2014-05-03 2014-05-04",
                "May 3 or 4, 2014 | 2014-05-03 2014-05-04",
                "March or April 2014 | 2014-03 2014-04"
            })
    void ofDatesThatAreOfferedAsOneOrTheOtherEachIsInDoubt(String text, String edtf) {
        assertThat(told(text)).isEqualTo(edtf);
        assertThat(phrases(text)).allMatch(DatePhrase::doubted);
    }

    @Test
    void dayAndMonthInDigitsMayBeEither() {
        DatePhrase phrase = phrases("03/04/2014").get(0);
        assertThat(phrase.date().edtf()).isEqualTo("2014-04-03");
        assertThat(phrase.otherwise().map(NamedDate::edtf)).contains("2014-03-04");
        assertThat(phrase.doubted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"03/04/2014 and 24/06/2014 | 2014-04-03", "03/04/2014 and 06/24/2014 | 2014-03-04"})
    void theOtherDatesOfThePageTellTheOrder(String page, String edtf) {
        DatePhrase phrase = DatePhrases.of(page).in(page, new Passage(0, 10)).get(0);
        assertThat(phrase.date().edtf()).isEqualTo(edtf);
        assertThat(phrase.doubted()).isFalse();
    }

    @Test
    void theDayOfTheWeekTellsTheOrder() {
        assertThat(told("Thursday 03/04/2014")).isEqualTo("2014-04-03");
        assertThat(told("Tuesday 03/04/2014")).isEqualTo("2014-03-04");
        assertThat(phrases("Thursday 03/04/2014")).noneMatch(DatePhrase::doubted);
        assertThat(phrases("Monday 03/04/2014")).allMatch(DatePhrase::doubted);
    }

    @Test
    void aWrongDayOfTheWeekIsDoubtful() {
        assertThat(phrases("Mon 14 September 2010")).allMatch(DatePhrase::doubted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postponed from 3 May 2014 to 5 June 2014", "reportée du 3 mai 2014 au 5 juin 2014"})
    void whatIsMovedIsNoRange(String text) {
        assertThat(told(text)).isEqualTo("2014-05-03 2014-06-05");
    }

    @Test
    void itTellsTheWords() {
        String text = "held on Tue 3 March 2009, 14:30 in Lübeck";
        assertThat(phrases(text).get(0).passage().in(text)).isEqualTo("Tue 3 March 2009, 14:30");
    }

    @Test
    void aboutIsApproximate() {
        assertThat(told("around 12 June 2014")).isEqualTo("2014-06-12~");
    }
}
