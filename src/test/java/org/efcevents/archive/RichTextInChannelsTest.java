package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.efcevents.address.Addresses;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.calendar.EventCalendar;
import org.efcevents.event.Event;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.index.IndexedEvent;
import org.efcevents.linkeddata.LinkedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a formatted text where only plain text can stand. */
class RichTextInChannelsTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String FORMATTED = "<p>One</p><ul><li>a</li><li><a href=\"/b.html\">b</a></li></ul>"
            + "<table><tr><td>card</td><td>dash</td></tr></table><script>x</script>";
    private static final Addresses ADDRESSES = new Addresses("en", "https://www.example.org", Map.of());

    @TempDir
    Path home;

    private TestArchive content;

    @BeforeEach
    void fill() throws Exception {
        content = new TestArchive(home);
        content.event("e", Map.of("title", "Event", "start", "2014-03-24", "description", FORMATTED));
        content.speaker("s", Map.of("fullName", "Somebody", "biography", FORMATTED));
        content.workPackage("w", Map.of("code", "WP1", "description", FORMATTED));
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Archive archive() {
        return content.read("en", "2014-01-01");
    }

    @Test
    void aCalendarHasALineForEachBlock() {
        Event event = archive().event("e");
        String calendar = new EventCalendar(
                        null,
                        List.of(CalendarEntry.of(
                                event.entry(),
                                "en",
                                BRUSSELS,
                                "https://www.example.org/events/e.html",
                                "",
                                new CalendarEntry.Words("", "", "", "", "", Map.of()),
                                List.of())))
                .text();

        assertThat(calendar.replace("\r\n ", "").lines())
                .contains("DESCRIPTION;LANGUAGE=en:One\\n\\na\\nb (https://www.example.org/b.html)\\n\\ncard dash");
    }

    @Test
    void searchEnginesAreToldTheSameOfPeopleAndWorkPackages() {
        String description = "\"description\":\"One\\n\\na\\nb (https://www.example.org/b.html)\\n\\ncard dash\"";
        LinkedData data = new LinkedData(ADDRESSES, BRUSSELS, null);

        assertThat(data.person(archive().speaker("s"), "Speakers", Map.of())).contains(description);
        assertThat(data.project(archive().workPackage("w"), "Work packages")).contains(description);
    }

    @Test
    void whatIsShownInOneLineHasABlankForEachBlock() {
        assertThat(archive().event("e").brief()).isEqualTo("One a b card dash");
        assertThat(archive().speaker("s").biography().beginning()).isEqualTo("One a b card dash");
    }

    @Test
    void eachCellOfATableIsFoundByItsOwnWord() {
        assertThat(archive().find(ArchiveFilter.parse("q=dash")).all())
                .extracting(IndexedEvent::name)
                .containsExactly("e");
    }
}
