package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.efcevents.archive.TestArchive;
import org.efcevents.date.EventDate.DatePart;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event at a time that clocks skip, or show twice: every channel tells the same. */
class ClockChangesInChannelsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter CALENDAR = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "Europe/Brussels,     2019-03-31, 02:30, 04:30, 2019-03-31T03:30+02:00, 2019-03-31T04:30+02:00",
        "Europe/Brussels,     2019-03-31, 01:30, 02:45, 2019-03-31T01:30+01:00, 2019-03-31T03:45+02:00",
        "Europe/Brussels,     2019-10-27, 02:30, 03:30, 2019-10-27T02:30+02:00, 2019-10-27T03:30+01:00",
        "Australia/Lord_Howe, 2019-10-06, 02:10, 03:00, 2019-10-06T02:40+11:00, 2019-10-06T03:00+11:00",
        "America/St_Johns,    2019-03-10, 02:00, 02:59, 2019-03-10T03:00-02:30, 2019-03-10T03:59-02:30",
        "Asia/Beirut,         2019-03-31, 00:15, 02:00, 2019-03-31T01:15+03:00, 2019-03-31T02:00+03:00",
        "Pacific/Apia,        2011-12-30, 09:00, 17:00, 2011-12-31T09:00+14:00, 2011-12-31T17:00+14:00"
    })
    void tellTheSame(String zone, String day, String from, String to, OffsetDateTime begins, OffsetDateTime ends)
            throws Exception {
        try (TestArchive content = new TestArchive(home)) {
            content.event(
                    "night",
                    Map.of("title", "Night", "start", day, "startTime", from, "endTime", to, "timeZone", zone));
            Visitor visitor = new Visitor(content.read("en", "2015-01-01"));

            assertThat(visitor.archive().event("night").summary().date().parts(Locale.ENGLISH))
                    .filteredOn(DatePart::isTime)
                    .extracting(DatePart::datetime)
                    .containsExactly(begins.toString(), ends.toString());

            JsonNode date =
                    JSON.readTree(visitor.text("event", "night", "json", "")).get("date");
            assertThat(date.get("edtf").asText()).isEqualTo(seconds(begins) + "/" + seconds(ends));
            assertThat(date.get("begins").asText()).isEqualTo(begins.toInstant().toString());
            assertThat(date.get("ends").asText()).isEqualTo(ends.toInstant().toString());
            assertThat(visitor.text("archive", "", "csv", "")).contains(seconds(begins) + "/" + seconds(ends));

            JsonNode data = JSON.readTree(((PageModel)
                                    visitor.answer("event", "night", "html", "").page())
                            .data())
                    .at("/@graph/0");
            assertThat(data.get("startDate").asText()).isEqualTo(seconds(begins));
            assertThat(data.get("endDate").asText()).isEqualTo(seconds(ends));

            for (String calendar :
                    new String[] {visitor.text("event", "night", "ics", ""), visitor.text("archive", "", "ics", "")}) {
                assertThat(calendar.lines()).contains("DTSTART:" + utc(begins), "DTEND:" + utc(ends));
            }
        }
    }

    private static String seconds(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private static String utc(OffsetDateTime moment) {
        return CALENDAR.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
