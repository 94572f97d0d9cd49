package org.efcevents.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.date.StoredDate;
import org.efcevents.event.EventStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calendars are told, as two independent readers understand it. */
class EventCalendarTest {
    private static final String UID = "5b2e5f8e-1d1f-4c53-9a0c-0a8d8b1b7d11";
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final StoredDate ONE_DAY = new StoredDate("day", "2013-10-15", null, null, null, null, null, false);

    private final TimeZone jvmZone = TimeZone.getDefault();

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(jvmZone);
    }

    private static CalendarEntry entry(StoredDate date, String title, String description, String status) {
        return new CalendarEntry(
                UID,
                Instant.parse("2013-02-03T04:05:06.789Z"),
                Instant.parse("2014-02-03T04:05:06.789Z"),
                EventDate.of(date),
                BRUSSELS,
                "en",
                title,
                description,
                "Room 1; Justus Lipsius, Brussels",
                "European Financial Coalition, Brussels",
                "https://www.example.org/events/a.html?x=1,2;3",
                null,
                OpenEnum.of(EventStatus.class, status),
                List.of("Conference, large", "WP1"),
                List.of());
    }

    private static String written(CalendarEntry... entries) {
        return new EventCalendar(null, List.of(entries)).text();
    }

    private static Calendar ical4j(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar;
    }

    private static VEvent biweekly(String text) {
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.replace("\r\n ", "").split("\r\n"));
    }

    @Test
    void aDayIsADateWithTheDayAfterAsItsEnd() throws Exception {
        String text = written(entry(ONE_DAY, "EFC meeting", "What it was about", "scheduled"));

        assertThat(lines(text))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//efc-events//Event archive//EN",
                        "CALSCALE:GREGORIAN",
                        "BEGIN:VEVENT",
                        "UID:" + UID,
                        "DTSTAMP:20140203T040506Z",
                        "CREATED:20130203T040506Z",
                        "LAST-MODIFIED:20140203T040506Z",
                        "SEQUENCE:129096306",
                        "DTSTART;VALUE=DATE:20131015",
                        "DTEND;VALUE=DATE:20131016",
                        "TRANSP:TRANSPARENT",
                        "SUMMARY;LANGUAGE=en:EFC meeting",
                        "DESCRIPTION;LANGUAGE=en:What it was about",
                        "LOCATION;LANGUAGE=en:Room 1\\; Justus Lipsius\\, Brussels",
                        "CONTACT:European Financial Coalition\\, Brussels",
                        "URL:https://www.example.org/events/a.html?x=1,2;3",
                        "CATEGORIES:Conference\\, large,WP1",
                        "STATUS:CONFIRMED",
                        "END:VEVENT",
                        "END:VCALENDAR");
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        VEvent event = biweekly(text);
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getLocation().getValue()).isEqualTo("Room 1; Justus Lipsius, Brussels");
        assertThat(event.getCategories().get(0).getValues()).containsExactly("Conference, large", "WP1");
        assertThat(event.getUrl().getValue()).isEqualTo("https://www.example.org/events/a.html?x=1,2;3");
        assertThat(ical4j(text).getComponents(CalendarComponent.VEVENT)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Pacific/Auckland"})
    void noZoneOfTheJvmMovesADay(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        StoredDate days = new StoredDate("day", "2014-12-30", "2014-12-31", null, null, null, null, false);
        assertThat(lines(written(entry(days, "t", null, "scheduled"))))
                .contains("DTSTART;VALUE=DATE:20141230", "DTEND;VALUE=DATE:20150101");
        StoredDate timed = new StoredDate("time", "2014-03-30", null, "01:30", "03:30", "Europe/Brussels", null, false);
        assertThat(lines(written(entry(timed, "t", null, "scheduled"))))
                .as("the night in which summer time begins")
                .contains("DTSTART:20140330T003000Z", "DTEND:20140330T013000Z");
    }

    @Test
    void anUnknownEndIsLeftOut() throws Exception {
        StoredDate open = new StoredDate("time", "2014-07-04", null, "16:05", null, "America/New_York", null, false);
        String text = written(entry(open, "t", null, "scheduled"));

        assertThat(lines(text)).contains("DTSTART:20140704T200500Z").noneMatch(line -> line.startsWith("DTEND"));
        ical4j(text);
    }

    @Test
    void severalDaysWithOnlyAStartTimeKeepItAndGoOnUntilTheLastDayIsOver() throws Exception {
        StoredDate open =
                new StoredDate("time", "2014-07-04", "2014-07-06", "16:05", null, "Europe/Brussels", null, false);
        String text = written(entry(open, "t", null, "scheduled"));

        assertThat(lines(text)).contains("DTSTART:20140704T140500Z", "DTEND:20140706T220000Z", "TRANSP:TRANSPARENT");
        ical4j(text);
        biweekly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "9999-12-31, , , , DTSTART;VALUE=DATE:99991231 DURATION:P1D",
        "9998-12-31, 9999-12-31, , , DTSTART;VALUE=DATE:99981231 DURATION:P366D",
        "9999-12-30, , , , DTSTART;VALUE=DATE:99991230 DTEND;VALUE=DATE:99991231",
        "9999-12-31, , 23:30, America/New_York, DTSTART;VALUE=DATE:99991231 DURATION:P1D",
        "9999-12-31, , 23:30, Asia/Tokyo, DTSTART:99991231T143000Z",
        "9999-12-30, 9999-12-31, 23:30, Asia/Tokyo, DTSTART:99991230T143000Z DTEND:99991231T150000Z",
        "9999-12-30, 9999-12-31, 23:30, Europe/Brussels, DTSTART:99991230T223000Z DTEND:99991231T230000Z",
        "9999-12-30, 9999-12-31, 10:00, America/New_York, DTSTART;VALUE=DATE:99991230 DURATION:P2D",
        "0001-01-01, , 00:30, +14:00, DTSTART;VALUE=DATE:00010101 DTEND;VALUE=DATE:00010102",
        "0800-06-15, , , , DTSTART;VALUE=DATE:08000615 DTEND;VALUE=DATE:08000616"
    })
    void everyYearOfFourDigitsHasAPlace(String start, String end, String time, String zone, String lines)
            throws Exception {
        StoredDate date = new StoredDate(null, start, end, time, null, zone, null, false);
        String text = written(entry(date, "t", null, "scheduled"));

        assertThat(lines(text)).contains(lines.split(" "));
        assertThat(lines(text).stream().filter(line -> line.matches("(DTSTART|DTEND|DURATION)[;:].*")))
                .hasSize(lines.split(" ").length);
        ical4j(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.org/a?b=c,d;e | https://example.org/a?b=c,d;e",
                "https://example.org/\u00e9 | https://example.org/%C3%A9",
                "https://example.org/a b |",
                "https://[no host/ |"
            })
    void anAddressThatIsNoneIsLeftOut(String address, String written) throws Exception {
        CalendarEntry usual = entry(ONE_DAY, "t", null, "scheduled");
        String text = written(new CalendarEntry(
                usual.uid(),
                usual.created(),
                usual.revised(),
                usual.date(),
                usual.siteZone(),
                usual.language(),
                usual.title(),
                usual.description(),
                usual.place(),
                usual.contact(),
                usual.address(),
                address,
                usual.status(),
                usual.categories(),
                usual.files()));

        assertThat(lines(text).stream().filter(line -> line.startsWith("CONFERENCE")))
                .containsExactlyElementsOf(written == null ? List.of() : List.of("CONFERENCE;VALUE=URI:" + written));
        ical4j(text);
    }

    @Test
    void whatMayBeDownloadedIsAttachedWithItsType() throws Exception {
        CalendarEntry usual = entry(ONE_DAY, "t", null, "scheduled");
        String text = written(new CalendarEntry(
                usual.uid(),
                null,
                usual.revised(),
                usual.date(),
                usual.siteZone(),
                usual.language(),
                usual.title(),
                usual.description(),
                usual.place(),
                null,
                usual.address(),
                null,
                usual.status(),
                usual.categories(),
                List.of(
                        new CalendarEntry.File("https://www.example.org/dam/a/p.jpg", "image/jpeg", true),
                        new CalendarEntry.File("https://www.example.org/dam/b/d,1.pdf", "application/pdf", false),
                        new CalendarEntry.File("https://www.example.org/dam/c/x", null, false),
                        new CalendarEntry.File("https://www.example.org/dam/d/y", "text/x;a=\":b", false))));

        assertThat(lines(text))
                .contains(
                        "IMAGE;VALUE=URI;FMTTYPE=image/jpeg:https://www.example.org/dam/a/p.jpg",
                        "ATTACH;FMTTYPE=application/pdf:https://www.example.org/dam/b/d,1.pdf",
                        "ATTACH:https://www.example.org/dam/c/x",
                        "ATTACH:https://www.example.org/dam/d/y")
                .noneMatch(line -> line.matches("(CREATED|CONTACT|ORGANIZER).*"));
        assertThat(biweekly(text).getAttachments())
                .extracting(file -> file.getUri())
                .containsExactly(
                        "https://www.example.org/dam/b/d,1.pdf",
                        "https://www.example.org/dam/c/x",
                        "https://www.example.org/dam/d/y");
        assertThat(biweekly(text).getImages())
                .extracting(image -> image.getFormatType())
                .containsExactly("image/jpeg");
        ical4j(text);
    }

    @Test
    void theSequenceRisesWithEveryModification() {
        CalendarEntry usual = entry(ONE_DAY, "t", null, "scheduled");
        List<String> sequences = Stream.of(
                        "1970-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "2999-01-01T00:00:00Z")
                .map(revised -> written(new CalendarEntry(
                        usual.uid(),
                        usual.created(),
                        Instant.parse(revised),
                        usual.date(),
                        usual.siteZone(),
                        usual.language(),
                        usual.title(),
                        usual.description(),
                        usual.place(),
                        usual.contact(),
                        usual.address(),
                        null,
                        usual.status(),
                        usual.categories(),
                        usual.files())))
                .flatMap(text -> lines(text).stream().filter(line -> line.startsWith("SEQUENCE:")))
                .toList();

        assertThat(sequences)
                .containsExactly("SEQUENCE:0", "SEQUENCE:504921600", "SEQUENCE:504921601", "SEQUENCE:2147483647");
    }

    @ParameterizedTest
    @CsvSource({"scheduled,CONFIRMED", "rescheduled,CONFIRMED", "cancelled,CANCELLED", "postponed,TENTATIVE"})
    void aCancelledEventStaysAndSaysSo(String status, String expected) throws Exception {
        String text = written(entry(ONE_DAY, "t", null, status));

        assertThat(lines(text)).contains("STATUS:" + expected);
        ical4j(text);
    }

    @Test
    void aDateThatIsNotKnownToTheDayHasNoPlace() {
        for (String[] date : new String[][] {
            {"month", "2015-01"}, {"year", "2015"}, {"day-and-month", "XXXX-06-24"}, {"unknown", null}
        }) {
            EventDate unplaced = EventDate.of(new StoredDate(date[0], null, null, null, null, null, date[1], false));
            assertThat(CalendarEntry.hasCalendarDate(unplaced)).as(date[0]).isFalse();
        }
        EventDate about = EventDate.of(new StoredDate("day", "2013-10-15", null, null, null, null, null, true));
        assertThat(CalendarEntry.hasCalendarDate(about)).isFalse();
        CalendarEntry entry =
                entry(new StoredDate("year", null, null, null, null, null, "2015", false), "t", null, "scheduled");
        assertThatThrownBy(() -> written(entry))
                .hasMessageContaining("no certain day")
                .hasMessageContaining(UID);
        assertThatThrownBy(() -> new EventCalendar(null, List.of())).hasMessageContaining("at least one event");
    }

    @Test
    void aFeedHasANameAndAFileHasNone() throws Exception {
        CalendarEntry entry = entry(ONE_DAY, "t", null, "scheduled");
        EventCalendar.Feed feed = new EventCalendar.Feed("Events, all; of them", "https://www.example.org/events.ics");
        String text = new EventCalendar(feed, List.of(entry, entry)).text();

        assertThat(lines(text))
                .contains(
                        "NAME:Events\\, all\\; of them",
                        "X-WR-CALNAME:Events\\, all\\; of them",
                        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
                        "SOURCE;VALUE=URI:https://www.example.org/events.ics");
        assertThat(lines(written(entry))).noneMatch(line -> line.contains("NAME"));
        assertThat(text).doesNotContain("METHOD");
        ical4j(text);
    }

    static Stream<String> texts() {
        return Stream.of(
                "\u00e9".repeat(80),
                "every octet of a line is used, ".repeat(10) + "and none more",
                "x".repeat(33) + "\uD83D\uDE00".repeat(30),
                "a\nb\r\nc",
                "\\n is no line end; nor is \\N, \\\\ or \\;",
                "x".repeat(54) + "\nfolded at an escape",
                "quote \" apostrophe ' <b>&amp; </script> ]]>",
                "\u200Fright \u202Eto left\u202C and \u05D0",
                "END:VEVENT\r\nBEGIN:VALARM",
                "the first and the last of each block: \uD7FF\uE000\uD800\uDC00\uDBFF\uDFFF",
                "tab\tand spaces  two");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textComesBackAsItWas(String text) throws Exception {
        String calendar = written(entry(ONE_DAY, text, text, "scheduled"));

        for (String line : calendar.split("\r\n")) {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8))
                    .as("no character is cut")
                    .doesNotContain("\uFFFD");
        }
        String expected = text.replace("\r\n", "\n");
        assertThat(biweekly(calendar).getSummary().getValue().replace(System.lineSeparator(), "\n"))
                .isEqualTo(expected);
        CalendarComponent event = ical4j(calendar).getComponent(CalendarComponent.VEVENT);
        assertThat(event.getProperty("DESCRIPTION").getValue()).isEqualTo(expected);
        assertThat(ical4j(calendar).getComponents()).hasSize(1);
    }

    @Test
    void theSpaceOfAContinuationCounts() {
        List<String> summary = Stream.of(written(entry(ONE_DAY, "x".repeat(200), null, "scheduled"))
                        .split("\r\n"))
                .dropWhile(line -> !line.startsWith("SUMMARY"))
                .takeWhile(line -> line.startsWith("SUMMARY") || line.startsWith(" "))
                .toList();

        assertThat(summary).extracting(String::length).containsExactly(75, 75, 72);
    }

    /** The first and the last character of each number of octets. */
    @ParameterizedTest
    @ValueSource(ints = {0x7E, 0xA0, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x1F680})
    void linesAreFilledWithOctetsAndNoneIsTooLong(int character) throws Exception {
        String title = Character.toString(character).repeat(300);
        String calendar = written(entry(ONE_DAY, title, null, "scheduled"));

        assertThat(calendar.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(Stream.of(calendar.split("\r\n"))
                        .dropWhile(line -> !line.startsWith("SUMMARY"))
                        .limit(3))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                        .hasSizeGreaterThan(
                                75 - Character.toString(character).getBytes(StandardCharsets.UTF_8).length));
        assertThat(biweekly(calendar).getSummary().getValue()).isEqualTo(title);
    }

    /** Why the module writes its calendars itself: the usual library for Java counts characters where it is to count octets. */
    @Test
    void theUsualLibraryFoldsLinesTooLate() throws Exception {
        java.io.StringWriter written = new java.io.StringWriter();
        new net.fortuna.ical4j.data.CalendarOutputter()
                .output(ical4j(written(entry(ONE_DAY, "\u00e9".repeat(80), null, "scheduled"))), written);

        assertThat(written.toString().split("\r\n"))
                .anySatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(75));
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreLeftOut() throws Exception {
        String controls = IntStream.range(0, 0xA0)
                .filter(Character::isISOControl)
                .filter(character -> character != '\t' && character != '\n' && character != '\r' && character != 0x85)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String text = written(entry(ONE_DAY, "a" + controls + "b\uD800" + "c\uDFFF", null, "scheduled"));

        assertThat(biweekly(text).getSummary().getValue()).isEqualTo("abc");
        ical4j(text);
    }
}
