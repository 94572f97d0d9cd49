package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar files of the sample archive, held against what REST says of it. */
@Tag("server")
class EventCalendarFileTest {

    @TempDir
    static Path home;

    private static Site site;
    private static List<JsonNode> events;

    @BeforeAll
    static void start() throws Exception {
        site = new Site(home);
        events = site.events();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void anEventOnACertainDayHasOneAndItsPageLeadsThere() throws Exception {
        int files = 0;
        for (JsonNode event : events) {
            String address = "/events/" + event.get("@name").asText();
            Document page = site.page(address + ".html");
            if (event.has("start")) {
                files++;
                assertThat(page.select("a[type=text/calendar]").attr("href")).isEqualTo(address + ".ics");
                ICalendar calendar =
                        Biweekly.parse(site.source(address + ".ics")).first();
                assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
                VEvent entry = calendar.getEvents().get(0);
                assertThat(entry.getUid().getValue()).isEqualTo(event.get("@id").asText());
                assertThat(entry.getSummary().getValue())
                        .isEqualTo(event.get("title").asText());
                DateTimeComponents day = entry.getDateStart().getValue().getRawComponents();
                assertThat("%04d-%02d-%02d".formatted(day.getYear(), day.getMonth(), day.getDate()))
                        .isEqualTo(event.get("start").asText());
                assertThat(entry.getUrl().getValue())
                        .endsWith(address + ".html")
                        .startsWith("http://127.0.0.1:");
            } else {
                assertThat(page.select("a[type=text/calendar]")).isEmpty();
                assertThat(site.status(address + ".ics")).isEqualTo(404);
            }
        }
        assertThat(files).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/fr"})
    void isSentAsAFileForCalendars(String language) throws Exception {
        HttpResponse<String> file = site.get(language + "/events/efc-wp5-meeting-2013-04-29.ics");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"efc-wp5-meeting-2013-04-29.ics\"");
        assertThat(file.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(file.body()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file.body()).contains("LANGUAGE=" + (language.isEmpty() ? "en" : "fr"));
        assertThat(site.get(language + "/events/efc-wp5-meeting-2013-04-29.ics").body())
                .as("the same bytes each time")
                .isEqualTo(file.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events/nothing.ics", "/events/..ics", "/fr/events/nothing.ics"})
    void whatIsNotThereHasNone(String address) throws Exception {
        assertThat(site.status(address)).isEqualTo(404);
    }
}
