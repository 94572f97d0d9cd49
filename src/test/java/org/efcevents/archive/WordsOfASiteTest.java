package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.efcevents.address.Addresses;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.api.SiteChoices;
import org.efcevents.atom.AtomEntry;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.calendar.EventCalendar;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.index.IndexedEvent;
import org.efcevents.linkeddata.LinkedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind, a status and a part that a site has added to the forms: the module has no constant for them and loses none. */
class WordsOfASiteTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Addresses ADDRESSES = new Addresses("en", "https://www.example.org", Map.of());
    private static final Map<String, String> LABELS = Map.of("hackathon", "Hackathon", "training", "Training");

    @TempDir
    Path home;

    private TestArchive content;
    private Archive archive;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        Node group = content.workPackage("wp1", Map.of("code", "WP1"));
        Node own = content.event("own", Map.of("title", "Own", "precision", "day", "start", "2014-03-24"));
        own.setProperty("kind", "hackathon");
        own.setProperty("status", "moved-online");
        own.setProperty("workPackages", new String[] {group.getIdentifier()});
        content.participation(own, content.speaker("ann", Map.of("fullName", "Ann")), Map.of("part", "juror"));
        content.event("usual", Map.of("title", "Usual", "kind", "training", "status", "scheduled"));
        archive = content.read("en", "2020-01-01");
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Event own() {
        return archive.event("own");
    }

    @Test
    void listsAndPagesHaveThem() {
        EventSummary listed = archive.events().past().get(0).events().get(0);

        assertThat(listed.kind()).hasToString("hackathon");
        assertThat(listed.status()).hasToString("moved-online");
        assertThat(own().summary()).isEqualTo(listed);
        assertThat(own().details().participations())
                .extracting("part")
                .extracting(Object::toString)
                .containsExactly("juror");
        assertThat(archive.workOf(archive.workPackage("wp1"), 1, 30).kinds())
                .containsExactly(new WorkPackageReport.KindCount("hackathon", 1));
    }

    @Test
    void visitorsChooseByTheKind() {
        SearchResult found = archive.find(ArchiveFilter.parse("kind=hackathon"));

        assertThat(found.all()).extracting(IndexedEvent::name).containsExactly("own");
        assertThat(found.facet(Facet.KIND.parameter()).choices())
                .extracting(Choice::name)
                .containsExactlyInAnyOrder("hackathon", "training");
        assertThat(archive.kinds()).hasSize(11).endsWith("hackathon");
    }

    @Test
    void programsGetThemAsTheyAreStored() {
        assertThat(text(asked("").event(own())))
                .contains("\"kind\":\"hackathon\",\"kindLabel\":\"Hackathon\"")
                .contains("\"status\":\"moved-online\"")
                .contains("\"part\":\"juror\"");
        assertThat(text(asked("kind=hackathon").events())).contains("\"total\":1,", "\"slug\":\"own\"");
    }

    private JsonQuestion asked(String query) {
        return new JsonQuestion(archive, ADDRESSES, query);
    }

    private static String text(JsonDocument document) {
        return document.write(new SiteChoices(LABELS, BRUSSELS, 5, null), Map.of(), Map.of())
                .text();
    }

    @Test
    void feedsAndCalendarsNameTheKindAndGuessNothingFromTheStatus() {
        assertThat(AtomEntry.of(own().entry(), ADDRESSES, LABELS).categories())
                .extracting(AtomEntry.Category::term)
                .containsExactly("hackathon", "WP1");
        CalendarEntry entry = CalendarEntry.of(
                own().entry(),
                "en",
                BRUSSELS,
                "https://www.example.org/",
                "Hackathon",
                new CalendarEntry.Words("", "", "", "", "", Map.of()),
                List.of());
        assertThat(new EventCalendar(null, List.of(entry)).text())
                .contains("CATEGORIES:Hackathon,WP1", "STATUS:CONFIRMED");
        assertThat(new LinkedData(ADDRESSES, BRUSSELS, null).event(own(), null, "Events", Map.of()))
                .contains("\"performer\"")
                .doesNotContain("eventStatus");
    }
}
