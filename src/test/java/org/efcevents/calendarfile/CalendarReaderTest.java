package org.efcevents.calendarfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.Source;
import org.efcevents.source.UnreadableSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads calendars as programs write them, and compares what was read with what a careful person reads. */
class CalendarReaderTest {

    private static final CalendarReader READER =
            new CalendarReader(ZoneId.of("Europe/Brussels"), List.of(Locale.ENGLISH, Locale.FRENCH));

    static List<String> files() {
        return StatedText.names();
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream stream = CalendarReaderTest.class.getResourceAsStream(file)) {
            return stream.readAllBytes();
        }
    }

    private static Source read(String calendar) throws UnreadableSource {
        return READER.read(calendar.getBytes(StandardCharsets.UTF_8));
    }

    /** A calendar with one event, which has these lines. */
    private static Source event(String... lines) throws UnreadableSource {
        return read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:one\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private static List<String> dates(String... lines) throws UnreadableSource {
        return event(lines).events().stream()
                .map(event -> event.text(EventField.DATE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void allThatACalendarStatesIsRead(String file) throws Exception {
        assertThat(StatedText.of(READER.read(bytes(file + ".ics"))))
                .isEqualTo(new String(bytes(file + ".txt"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachCharacterIsAccountedForOnce(String file) throws Exception {
        assertAccounted(READER.read(bytes(file + ".ics")));
    }

    private static void assertAccounted(Source source) {
        BitSet accounted = new BitSet();
        for (AccountedPart part : source.account()) {
            BitSet own = new BitSet();
            own.set(part.passage().from(), part.passage().to());
            assertThat(accounted.intersects(own)).as("%s", part).isFalse();
            accounted.or(own);
        }
        assertThat(IntStream.range(0, source.text().length())
                        .filter(i -> !accounted.get(i)
                                && !Character.isWhitespace(source.text().charAt(i))))
                .isEmpty();
    }

    @Test
    void aTimeThatClocksLeftOutIsTheOneThatTheyShowedAndMarked() throws Exception {
        Source source = READER.read(
                ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Night walk\nDTSTART;TZID=Europe/Brussels:20140330T023000\n"
                                + "ATTENDEE;ROLE=CHAIR;CN=Anna Bergmann:mailto:a@example.org\nEND:VEVENT\n"
                                + "BEGIN:VEVENT\nUID:b\nSUMMARY:Day walk\nDTSTART;TZID=Europe/Brussels:20140331T023000\n"
                                + "ATTENDEE;ROLE=CHAIR;CN=Anna Bergman:mailto:b@example.org\nEND:VEVENT\nEND:VCALENDAR\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(source.events())
                .extracting(event -> event.text(EventField.DATE))
                .containsExactly("2014-03-30T03:30", "2014-03-31T02:30");
        assertThat(source.events().get(0).remarks())
                .containsExactly(new Remark(Remark.Type.SKIPPED_TIME, "20140330T023000"));
        assertThat(source.events().get(1).remarks()).isEmpty();
        assertThat(source.maybeOne()).containsExactly(List.of("Anna Bergmann", "Anna Bergman"));
    }

    @Test
    void whatIsAlsoAtAnotherTimeIsThen() throws Exception {
        Source source = event(
                "SUMMARY:Tour",
                "DTSTART:20190103T080000Z",
                "DTEND:20190103T093000Z",
                "RDATE:20190105T100000Z,20190105T140000Z",
                "RDATE;VALUE=DATE:20190106",
                "RDATE;VALUE=PERIOD:20190107T070000Z/20190107T170000Z,20190108T120000Z/PT20M",
                "EXDATE:20190105T140000Z");

        assertThat(source.events())
                .extracting(event -> event.text(EventField.DATE))
                .containsExactly(
                        "2019-01-03T09:00/10:30",
                        "2019-01-05T11:00/12:30",
                        "2019-01-06T09:00/10:30",
                        "2019-01-07T08:00/18:00",
                        "2019-01-08T13:00/13:20");
        assertThat(source.events()).noneMatch(event -> event.isUnsure());
    }

    @Test
    void twoOfOneDayAreTwo() throws Exception {
        Source source = read(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Tour\nDTSTART:20190103T080000Z\nRDATE:20190103T100000Z\nEND:VEVENT\n"
                        + "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20190103T100000Z\nSUMMARY:Night tour\nDTSTART:20190103T200000Z\nEND:VEVENT\n"
                        + "END:VCALENDAR\n");

        assertThat(source.events())
                .extracting(event -> event.title() + " " + event.text(EventField.DATE))
                .containsExactly("Tour 2019-01-03T09:00", "Night tour 2019-01-03T21:00");
        assertThat(keys(source)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsChangedFromAnInstanceOnIsChangedOfThoseThatFollow() throws Exception {
        Source source = read(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Board\nDTSTART:20190107T080000Z\nDTEND:20190107T090000Z\n"
                        + "RRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\n"
                        + "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20190121T080000Z\nSUMMARY:Long board\n"
                        + "DTSTART:20190122T100000Z\nDTEND:20190122T130000Z\nEND:VEVENT\nEND:VCALENDAR\n");

        assertThat(source.events())
                .extracting(event -> event.key() + " " + event.title() + " " + event.text(EventField.DATE))
                .containsExactly(
                        "a 2019-01-07 Board 2019-01-07T09:00/10:00",
                        "a 2019-01-14 Board 2019-01-14T09:00/10:00",
                        "a 2019-01-21 Long board 2019-01-22T11:00/14:00",
                        "a 2019-01-28 Long board 2019-01-29T11:00/14:00");
        assertAccounted(source);
    }

    @Test
    void whatHasNoPlaceInTheArchiveIsSaidToBeUnread() throws Exception {
        Source source = READER.read(bytes("nextcloud.ics"));

        assertThat(source.account().stream()
                        .filter(part -> part.use() == Use.UNREAD)
                        .map(part -> part.passage().in(source.text())))
                .containsExactly(
                        "ATTENDEE;CN=Room A;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:…@…\nRESOURCES:Projector",
                        "STATUS:TENTATIVE",
                        "BEGIN:VTODO\nUID:todo-1\nSUMMARY:Book a room\nEND:VTODO");
    }

    @ParameterizedTest
    @MethodSource("files")
    void noAddressOfAPersonIsKept(String file) throws Exception {
        assertThat(READER.read(bytes(file + ".ics")).text()).doesNotContainPattern("(?i)mailto:[a-z0-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Auckland", "America/Los_Angeles"})
    void theZoneOfTheMachineChangesNothing(String zone) throws Exception {
        TimeZone own = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(StatedText.of(READER.read(bytes("google.ics"))))
                    .isEqualTo(new String(bytes("google.txt"), StandardCharsets.UTF_8));
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsKeptOfACalendarIsReadInTheSameWay(String file) throws Exception {
        byte[] kept = CalendarReader.kept(bytes(file + ".ics"));

        assertThat(READER.read(kept)).isEqualTo(READER.read(bytes(file + ".ics")));
        assertThat(CalendarReader.kept(kept)).isEqualTo(kept);
    }

    @Test
    void aCalendarIsToldByWhatItHolds() throws Exception {
        for (String file : files()) {
            assertThat(CalendarReader.isCalendar(bytes(file + ".ics"))).as(file).isTrue();
        }
        assertThat(CalendarReader.isCalendar("\ufeffbegin:vcalendar\n".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(CalendarReader.isCalendar("\ufeffBEGIN:VCALENDAR\n".getBytes(StandardCharsets.UTF_16LE)))
                .isTrue();
        assertThat(CalendarReader.isCalendar("<p>BEGIN:VCALENDAR</p>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(CalendarReader.isCalendar(new byte[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void anyEncodingIsRead(String charset) throws Exception {
        String calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Café à l’été\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        assertThat(READER.read(calendar.getBytes(Charset.forName(charset)))
                        .events()
                        .get(0)
                        .text(EventField.TITLE))
                .isEqualTo("Café à l’été");
    }

    @Test
    void aLineMayBeFoldedWithinACharacterAndEndInAnyWay() throws Exception {
        for (String end : List.of("\r\n", "\n", "\r")) {
            String calendar = String.join(
                    end,
                    "BEGIN:VCALENDAR",
                    "BEGIN:VEVENT",
                    "SUMMARY:Caf\u00c3",
                    " \u00a9 bleu",
                    "END:VEVENT",
                    "END:VCALENDAR",
                    "");

            assertThat(READER.read(calendar.getBytes(StandardCharsets.ISO_8859_1))
                            .events()
                            .get(0)
                            .text(EventField.TITLE))
                    .isEqualTo("Café bleu");
        }
    }

    @Test
    void theLanguagesOfTheSiteAreRead() throws Exception {
        Source source = event(
                "SUMMARY;LANGUAGE=fr-BE:Réunion",
                "SUMMARY;LANGUAGE=en:Meeting",
                "DESCRIPTION;LANGUAGE=en:In short",
                "DESCRIPTION;LANGUAGE=fr:En bref",
                "DESCRIPTION;LANGUAGE=de:Kurz");

        assertThat(source.events().get(0).fields()).hasEntrySatisfying("title_fr", found -> assertThat(found.value())
                .isEqualTo("Réunion"));
        assertThat(source.events().get(0).text(EventField.TITLE)).isEqualTo("Meeting");
        assertThat(source.events().get(0).fields())
                .hasEntrySatisfying(
                        "description_fr", found -> assertThat(found.value()).isEqualTo("<p>En bref</p>"));
        assertThat(source.account()).anySatisfy(part -> {
            assertThat(part.use()).isEqualTo(Use.UNREAD);
            assertThat(part.passage().in(source.text())).contains("Kurz");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "FREQ=DAILY;COUNT=3 # 2020-01-30 2020-01-31 2020-02-01",
                "FREQ=DAILY;INTERVAL=2;UNTIL=20200203 # 2020-01-30 2020-02-01 2020-02-03",
                "FREQ=WEEKLY;COUNT=4;BYDAY=TU,TH # 2020-01-30 2020-02-04 2020-02-06 2020-02-11",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=SU,TH # 2020-01-30 2020-02-09 2020-02-13 2020-02-23",
                "FREQ=MONTHLY;COUNT=3 # 2020-01-30 2020-03-30 2020-04-30",
                "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-1 # 2020-01-30 2020-01-31 2020-02-29",
                "FREQ=MONTHLY;COUNT=3;BYDAY=-1TH # 2020-01-30 2020-02-27 2020-03-26",
                "FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 # 2020-01-30 2020-01-31 2020-02-28",
                "FREQ=MONTHLY;COUNT=3;BYDAY=FR;BYMONTHDAY=13 # 2020-01-30 2020-03-13 2020-11-13",
                "FREQ=YEARLY;COUNT=3 # 2020-01-30 2021-01-30 2022-01-30",
                "FREQ=YEARLY;COUNT=3;BYMONTH=2;BYDAY=2SU # 2020-01-30 2020-02-09 2021-02-14",
                "FREQ=YEARLY;COUNT=3;BYMONTH=2;BYMONTHDAY=29 # 2020-01-30 2020-02-29 2024-02-29",
                "FREQ=YEARLY;COUNT=3;BYDAY=20MO # 2020-01-30 2020-05-18 2021-05-17",
                "FREQ=MONTHLY;COUNT=3;BYMONTH=2;BYMONTHDAY=30 # 2020-01-30",
            })
    void ruleGivesDays(String rule, String days) throws Exception {
        assertThat(String.join(" ", dates("DTSTART;VALUE=DATE:20200130", "RRULE:" + rule)))
                .isEqualTo(days);
    }

    @Test
    void whatNeverEndsIsTakenUntilAYearAfterTheCalendarWasWrittenAndNotSure() throws Exception {
        Source source = event("DTSTAMP:20200301T000000Z", "DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=MONTHLY");

        assertThat(source.events()).hasSize(15).allSatisfy(event -> assertThat(
                        event.finding(EventField.DATE).orElseThrow().rule())
                .isEqualTo("calendar.open"));
    }

    @Test
    void aSeriesHasALimit() throws Exception {
        assertThat(dates("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=DAILY;COUNT=1000000000"))
                .hasSize(Series.MOST);
    }

    @Test
    void aSeriesOfWhichAllIsLeftOutIsNoEvent() throws Exception {
        Source source =
                event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE;VALUE=DATE:20200101,20200102");

        assertThat(source.events()).isEmpty();
        assertAccounted(source);
    }

    @Test
    void instancesKeepTheirKeyWhenTheirTimeIsMoved() throws Exception {
        List<String> before = keys(event("DTSTART:20200106T090000Z", "RRULE:FREQ=WEEKLY;COUNT=2"));

        assertThat(keys(event("DTSTART:20200106T130000Z", "RRULE:FREQ=WEEKLY;COUNT=2")))
                .isEqualTo(before)
                .containsExactly("one 2020-01-06", "one 2020-01-13");
    }

    private static List<String> keys(Source source) {
        return source.events().stream().map(event -> event.key()).toList();
    }

    @Test
    void manyWhoAreInvitedAreAMailingList() throws Exception {
        List<String> lines = new ArrayList<>(List.of("SUMMARY:General assembly"));
        for (int i = 0; i < 200; i++) {
            lines.add("ATTENDEE;PARTSTAT=ACCEPTED;CN=Anna Berg" + "abcdefghij".charAt(i % 10) + ":mailto:a" + i
                    + "@example.org");
        }
        lines.add("ATTENDEE;ROLE=CHAIR;CN=Rosa Lind:mailto:rosa@example.org");
        Source source = event(lines.toArray(String[]::new));

        assertThat(source.events().get(0).people()).singleElement().satisfies(person -> assertThat(person.line())
                .isEqualTo("Rosa Lind | chair"));
        assertThat(source.text()).doesNotContain("example.org");
    }

    @Test
    void scriptsAndOtherSchemesLeadNowhere() throws Exception {
        Source source = event(
                "SUMMARY:<img src=x onerror=alert(1)>Talk",
                "DESCRIPTION:<p onclick=\"alert(1)\">Words <a href=\"javascript:alert(1)\">here</a></p><iframe src=x></iframe>",
                "URL:javascript:alert(1)",
                "ATTACH:file:///etc/passwd",
                "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD".repeat(10_000),
                "CONFERENCE;VALUE=URI:data:text/html,x",
                "IMAGE;VALUE=URI:ftp://example.org/x.png");

        assertThat(StatedText.of(source))
                .isEqualTo(
                        """
                        one
                        title: <img src=x onerror=alert(1)>Talk
                        description: <p>Words <a>here</a></p>
                        """);
        assertThat(source.text()).hasSizeLessThan(2000);
        assertAccounted(source);
    }

    @Test
    void controlCharactersAndBrokenCharactersAreHarmless() throws Exception {
        byte[] calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\u0000B\u0007C \u00ff\nEND:VEVENT\nEND:VCALENDAR\n"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(READER.read(calendar).events().get(0).text(EventField.TITLE)).isEqualTo("A B C ÿ");
    }

    @Test
    void withoutAnyEndAllIsRead() throws Exception {
        Source source = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\nBEGIN:VALARM\nBEGIN:VEVENT\nSUMMARY:Two");

        assertThat(source.events())
                .extracting(event -> event.text(EventField.TITLE))
                .containsExactly("One", "Two");
        assertAccounted(source);
    }

    @Test
    void componentsAnyDepthDeepAreRead() throws Exception {
        Source source =
                read("BEGIN:VCALENDAR\n" + "BEGIN:X\n".repeat(100_000) + "BEGIN:VEVENT\nSUMMARY:Deep\nEND:VEVENT\n");

        assertThat(source.events()).hasSize(1);
        assertAccounted(source);
    }

    @Test
    void linesOfAnyLengthAreRead() throws Exception {
        String words = "word ".repeat(1_000_000);
        Source source = event(
                "SUMMARY:" + words,
                "DESCRIPTION:" + words + "_".repeat(100_000),
                "LOCATION:" + words,
                "RRULE:" + words,
                "CATEGORIES:" + words,
                "X-WORDS;Y=\"" + words + ":" + words);

        assertThat(source.events().get(0).text(EventField.TITLE)).hasSizeLessThan(310);
        assertThat(source.events().get(0).isUnsure()).isTrue();
        assertAccounted(source);
    }

    @Test
    void tooManyEventsAreRefusedWithAWord() {
        String event = "BEGIN:VEVENT\nSUMMARY:One\nEND:VEVENT\n";

        assertThatThrownBy(() -> read("BEGIN:VCALENDAR\n" + event.repeat(100_000) + "END:VCALENDAR\n"))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("50000");
    }

    @Test
    void tooManyInstancesAreRefusedToo() {
        StringBuilder calendar = new StringBuilder("BEGIN:VCALENDAR\n");
        for (int i = 0; i < 200; i++) {
            calendar.append("BEGIN:VEVENT\nUID:")
                    .append(i)
                    .append("\nDTSTART:20000101T100000Z\nRRULE:FREQ=DAILY;COUNT=999\nEND:VEVENT\n");
        }

        assertThatThrownBy(() -> read(calendar.toString())).isInstanceOf(UnreadableSource.class);
    }

    @Test
    void everyZoneOfWindowsIsOneOfIana() {
        assertThat(WindowsZones.identifiers())
                .allSatisfy(zone -> assertThat(ZoneId.getAvailableZoneIds()).contains(zone));
    }

    @Test
    void codesOfMeetingsAreInNoField() throws Exception {
        Source source = event(
                "DTSTART;VALUE=DATE:20240304",
                "SUMMARY:Call",
                "URL:https://us02web.zoom.us/j/1?pwd=SECRETX&from=mail",
                "DESCRIPTION:Join Zoom Meeting\\nhttps://zoom.us/j/123?pwd=SECRETX\\nMeeting ID: 812 3456\\n"
                        + "Code secret : SECRETX\\n\\nWe talk of many things.");

        String stated = source.events().get(0).toString();

        assertThat(stated).contains("We talk of many things.", "https://us02web.zoom.us/j/1?from=mail");
        assertThat(stated).doesNotContain("SECRETX", "812 3456");
        assertAccounted(source);
    }
}
