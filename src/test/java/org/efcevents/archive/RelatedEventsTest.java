package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.efcevents.archive.RelatedEvents.Neighbours;
import org.efcevents.archive.WorkPackageReport.KindCount;
import org.efcevents.event.EventSummary;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes before and after an event, what is like it, and what a work package did in all. */
class RelatedEventsTest {

    @TempDir
    Path home;

    private TestArchive content;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Node day(String slug, String start, Node... workPackages) throws Exception {
        Node event =
                content.event(slug, Map.of("title", slug, "kind", "conference", "precision", "day", "start", start));
        if (workPackages.length > 0) {
            String[] ids = new String[workPackages.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = workPackages[i].getIdentifier();
            }
            event.setProperty("workPackages", ids);
            content.session().save();
        }
        return event;
    }

    private Archive archive() {
        return content.read("en", "2014-06-10");
    }

    private List<String> around(String slug) {
        Neighbours neighbours = archive().neighbours(archive().event(slug));
        return Stream.of(neighbours.earlier(), neighbours.later())
                .map(event -> event == null ? "-" : event.slug())
                .toList();
    }

    private static List<String> slugs(List<EventSummary> events) {
        return events.stream().map(EventSummary::slug).toList();
    }

    @Test
    void neighboursFollowTheDateAndReachIntoWhatIsToCome() throws Exception {
        day("c", "2014-06-01");
        day("a", "2013-01-01");
        day("d", "2014-12-01");
        day("b", "2014-05-31");

        assertThat(around("a")).containsExactly("-", "b");
        assertThat(around("b")).containsExactly("a", "c");
        assertThat(around("c")).containsExactly("b", "d");
        assertThat(around("d")).containsExactly("c", "-");
    }

    @Test
    void eventsOfOneDayAreNeighboursInTheOrderOfTheArchive() throws Exception {
        day("alpha", "2014-06-01");
        day("beta", "2014-06-01");
        day("gamma", "2014-06-01");

        List<String> listed = slugs(archive().events().past().get(0).events());
        assertThat(listed).containsExactly("alpha", "beta", "gamma");
        assertThat(around("beta")).containsExactly("gamma", "alpha");
    }

    @Test
    void anEventWithoutAYearHasNoNeighboursAndIsNone() throws Exception {
        day("a", "2013-01-01");
        content.event("no-date", Map.of("title", "no date", "precision", "unknown"));
        content.event("no-year", Map.of("title", "no year", "precision", "day-and-month", "partialDate", "XXXX-01-05"));

        assertThat(around("a")).containsExactly("-", "-");
        assertThat(around("no-date")).containsExactly("-", "-");
        assertThat(around("no-year")).containsExactly("-", "-");
    }

    @Test
    void relatedEventsShareMostFirstThenTheNewestNeverItselfAndAtMostFive() throws Exception {
        Node one = content.workPackage("one", Map.of("code", "WP1"));
        Node two = content.workPackage("two", Map.of("code", "WP2"));
        Node ann = content.speaker("ann", Map.of("fullName", "Ann"));
        Node here = day("here", "2014-01-01", one, two);
        content.participation(here, ann, Map.of());
        content.participation(here, ann, Map.of("part", "chair"));
        day("shares-two-groups", "2012-01-01", one, two);
        Node all = day("shares-all", "2011-01-01", one, two);
        content.participation(all, ann, Map.of());
        Node speaker = day("shares-ann", "2013-06-01");
        content.participation(speaker, ann, Map.of());
        content.participation(speaker, ann, Map.of("part", "closing"));
        day("shares-one-new", "2014-02-01", one);
        day("shares-one-old", "2010-02-01", two);
        day("shares-one-oldest", "2009-02-01", two);
        day("shares-nothing", "2014-01-02");

        assertThat(slugs(archive().related(archive().event("here"), 5)))
                .containsExactly("shares-all", "shares-two-groups", "shares-one-new", "shares-ann", "shares-one-old");
        assertThat(archive().related(archive().event("shares-nothing"), 5)).isEmpty();
    }

    @Test
    void aWorkPackagesWorkIsToldByYearByKindAndByPeople() throws Exception {
        Node group = content.workPackage("one", Map.of("code", "WP1"));
        Node ann = content.speaker("ann", Map.of("fullName", "Ann Zed", "familyName", "Zed"));
        Node bob = content.speaker("bob", Map.of("fullName", "Bob Abel", "familyName", "Abel"));
        content.speaker("cy", Map.of("fullName", "Cy"));
        Node later = day("later", "2014-03-01", group);
        content.participation(later, ann, Map.of());
        Node first = day("first", "2012-03-01", group);
        content.participation(first, ann, Map.of());
        content.participation(first, bob, Map.of());
        day("to-come", "2014-12-01", group).setProperty("kind", "training");
        day("of-another", "2014-01-01");
        Node undated = content.event("undated", Map.of("title", "undated", "precision", "unknown"));
        undated.setProperty("workPackages", new String[] {group.getIdentifier()});
        content.session().save();

        WorkPackageReport work = archive().workOf(archive().workPackage("one"), 1, 30);

        assertThat(work.total()).isEqualTo(4);
        assertThat(work.timeline()).extracting(WorkPackageReport.Year::number).containsExactly("2012", "2014");
        assertThat(slugs(work.timeline().get(1).events())).containsExactly("later", "to-come");
        assertThat(slugs(work.undated())).containsExactly("undated");
        assertThat(work.kinds()).containsExactly(new KindCount("conference", 2), new KindCount("training", 1));
        assertThat(work.people()).extracting(Speaker::slug).containsExactly("bob", "ann");
    }

    @Test
    void aWorkPackageIsShownInPagesThatCountAllOfItsEvents() throws Exception {
        Node group = content.workPackage("one", Map.of("code", "WP1"));
        for (String day : List.of("2012-03-01", "2014-03-01", "2014-03-02", "2014-03-03")) {
            day("of-" + day, day, group);
        }
        Node undated = content.event("undated", Map.of("title", "undated", "precision", "unknown"));
        undated.setProperty("workPackages", new String[] {group.getIdentifier()});
        content.session().save();
        WorkPackage own = archive().workPackage("one");

        List<WorkPackageReport> pages = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> archive().workOf(own, page, 2))
                .toList();

        assertThat(pages)
                .extracting(page -> page.timeline().stream()
                        .map(year -> year.number() + " (" + year.count() + "): " + slugs(year.events()))
                        .toList())
                .containsExactly(
                        List.of("2012 (1): [of-2012-03-01]", "2014 (3): [of-2014-03-01]"),
                        List.of("2014 (3): [of-2014-03-02, of-2014-03-03]"),
                        List.of());
        assertThat(slugs(pages.get(2).undated())).containsExactly("undated");
        assertThat(pages).extracting(WorkPackageReport::total).containsOnly(5);
        assertThat(pages).extracting(WorkPackageReport::kinds).containsOnly(List.of(new KindCount("conference", 4)));
        assertThat(archive().workOf(own, 4, 2)).isNull();
        assertThat(archive().workOf(own, 0, 2)).isNull();
    }

    @Test
    void aPersonsYearsRunFromTheFirstToTheLast() throws Exception {
        Node ann = content.speaker("ann", Map.of("fullName", "Ann"));
        Node bob = content.speaker("bob", Map.of("fullName", "Bob"));
        content.participation(day("a", "2011-05-01"), ann, Map.of());
        Node last = day("b", "2014-05-01");
        content.participation(last, ann, Map.of());
        content.participation(last, bob, Map.of());

        assertThat(years("ann")).isEqualTo("2011/2014");
        assertThat(years("bob")).isEqualTo("2014");
        content.speaker("cy", Map.of("fullName", "Cy"));
        assertThat(archive().years(archive().appearances(archive().speaker("cy"))))
                .isNull();
    }

    private String years(String slug) {
        return archive().years(archive().appearances(archive().speaker(slug))).edtfText();
    }
}
