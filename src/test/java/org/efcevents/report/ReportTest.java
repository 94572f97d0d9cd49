package org.efcevents.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.efcevents.archive.Archive;
import org.efcevents.archive.TestArchive;
import org.efcevents.filter.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is added up is what is recorded. */
class ReportTest {

    private static final Period ALWAYS = Period.of("", "");

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

    private Report report(Period period, Grouping rows) {
        return report(new ReportQuestion(period, List.of(), List.of(), rows, null, false));
    }

    private Report report(ReportQuestion question) {
        Archive archive = content.read("en", "2020-06-15");
        return Report.of(archive.desk().events(), question, archive.entries().now(), ZoneId.of("Europe/Brussels"));
    }

    private static Tally held(long held, long stated, long participants) {
        return new Tally(held, stated, participants, 0, 0, 0);
    }

    private Node event(String name, String start, String... more) throws Exception {
        Node event = content.event(name, Map.of("title", name, "start", start));
        for (int i = 0; i < more.length; i += 2) {
            event.setProperty(more[i], more[i + 1]);
        }
        content.session().save();
        return event;
    }

    private void participants(Node event, long count) throws Exception {
        event.setProperty("participantCount", count);
        content.session().save();
    }

    @Test
    void participantsAreAddedUpWhereTheyAreRecorded() throws Exception {
        participants(event("a", "2014-03-04"), 40);
        participants(event("none-came", "2014-05-04"), 0);
        event("unknown", "2014-06-04");
        participants(event("next-year", "2015-01-01"), 2);
        participants(event("nonsense", "2015-02-01"), -3);

        Report report = report(ALWAYS, Grouping.YEAR);

        assertThat(report.rows()).isEqualTo(Map.of("2014", held(3, 2, 40), "2015", held(2, 1, 2)));
        assertThat(report.total()).isEqualTo(held(5, 3, 42));
        assertThat(report.total().unstated()).isEqualTo(2);
    }

    @Test
    void whatHasNotTakenPlaceIsNotCountedAsHeld() throws Exception {
        event("over", "2020-06-14");
        participants(event("today", "2020-06-15"), 7);
        participants(event("expected", "2020-07-01"), 100);
        event("some-time-this-month", "", "precision", "month", "partialDate", "2020-06");
        event("cancelled", "2020-01-10", "status", "cancelled");
        event("postponed", "2020-02-10", "status", "postponed");
        content.event("no-date", Map.of("title", "?"));
        event("24-june", "", "precision", "day-and-month", "partialDate", "XXXX-06-24");

        Report report = report(ALWAYS, Grouping.YEAR);

        assertThat(report.total()).isEqualTo(new Tally(1, 0, 0, 3, 2, 0));
        assertThat(report.rows().get(Grouping.NONE)).isEqualTo(new Tally(0, 0, 0, 0, 2, 0));
        assertThat(report.left()).isEqualTo(2);
        assertThat(report(new ReportQuestion(ALWAYS, List.of(), List.of(), Grouping.YEAR, null, true)))
                .satisfies(with -> {
                    assertThat(with.total()).isEqualTo(new Tally(1, 0, 0, 3, 2, 2));
                    assertThat(with.left()).isZero();
                });
    }

    @Test
    void anEventOfSeveralWorkPackagesCountsInEachAndOnceInTheTotal() throws Exception {
        String one = content.workPackage("wp1", Map.of("code", "WP1")).getIdentifier();
        String two = content.workPackage("wp2", Map.of("code", "WP2")).getIdentifier();
        Node both = event("both", "2014-03-04");
        both.setProperty("workPackages", new String[] {one, two});
        participants(both, 30);
        event("neither", "2014-03-05");

        Report report = report(ALWAYS, Grouping.WORK_PACKAGE);

        assertThat(report.rows())
                .isEqualTo(Map.of(one, held(1, 1, 30), two, held(1, 1, 30), Grouping.NONE, held(1, 0, 0)));
        assertThat(report.total()).isEqualTo(held(2, 1, 30));
        assertThat(report.ofSeveral()).isEqualTo(1);
        assertThat(report(new ReportQuestion(ALWAYS, List.of(two), List.of(), Grouping.WORK_PACKAGE, null, false))
                        .rows())
                .isEqualTo(Map.of(two, held(1, 1, 30)));
    }

    @Test
    void kindsAreAskedForAndRows() throws Exception {
        event("a", "2014-03-04", "kind", "conference");
        event("b", "2014-03-05", "kind", "training");
        event("c", "2014-03-06");

        assertThat(report(ALWAYS, Grouping.KIND).rows().keySet())
                .containsExactly(Grouping.NONE, "conference", "training");
        assertThat(report(new ReportQuestion(ALWAYS, List.of(), List.of("training"), Grouping.KIND, null, false))
                        .total())
                .isEqualTo(held(1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2014, 2014, 3, 2",
        "2014-03, 2014-03, 2, 3",
        "2014-03-05, , 0, 4",
        ", 2013, 0, 2",
    })
    void anEventIsInAPeriodIfItCertainlyBeginsInIt(String from, String to, long held, long perhaps) throws Exception {
        event("day", "2014-03-04", "end", "2015-01-02");
        event("month", "", "precision", "month", "partialDate", "2014-03");
        event("year", "", "precision", "year", "partialDate", "2014");
        content.event("undated", Map.of("title", "?"));
        event("24-june", "", "precision", "day-and-month", "partialDate", "XXXX-06-24");

        Report report = report(Period.of(from == null ? "" : from, to == null ? "" : to), Grouping.YEAR);

        assertThat(report.total().held()).isEqualTo(held);
        assertThat(report.perhaps()).isEqualTo(perhaps);
    }

    @Test
    void aQuarterIsSaidOnlyIfItIsKnown() throws Exception {
        event("day", "2014-03-31");
        event("month", "", "precision", "month", "partialDate", "2014-04");
        event("year", "", "precision", "year", "partialDate", "2014");

        assertThat(report(ALWAYS, Grouping.QUARTER).rows().keySet()).containsExactly("2014-1", "2014-2", "2014-?");
    }

    @Test
    void whatWasWithdrawnIsLeftAloneAndDraftsAreTold() throws Exception {
        event("draft", "2014-03-04");
        event("published", "2014-03-04").setProperty("mgnl:activationStatus", true);
        content.session().getNode("/events").addNode("withdrawn", "mgnl:folder").addNode("gone", "efc:event");
        content.session().save();

        Report report = report(ALWAYS, Grouping.YEAR);

        assertThat(report.total()).isEqualTo(held(2, 0, 0));
        assertThat(report.drafts()).isEqualTo(1);
        assertThat(report.events())
                .extracting(counted -> counted.event().title())
                .containsExactly("draft", "published");
    }

    @Test
    void rowsAreDividedAndEachSumCountsAnEventOnce() throws Exception {
        String one = content.workPackage("one", Map.of("code", "WP1")).getIdentifier();
        String two = content.workPackage("two", Map.of("code", "WP2")).getIdentifier();
        Node both = event("both", "2014-03-04", "kind", "training");
        both.setProperty("workPackages", new String[] {one, two});
        participants(both, 40);
        Node first = event("first", "2015-03-04", "kind", "training");
        first.setProperty("workPackages", new String[] {one});
        participants(first, 2);
        participants(event("none", "2015-05-04", "kind", "conference"), 1);

        Report report =
                report(new ReportQuestion(ALWAYS, List.of(), List.of(), Grouping.KIND, Grouping.WORK_PACKAGE, false));

        assertThat(report.cells())
                .isEqualTo(Map.of(
                        one,
                        Map.of("training", held(2, 2, 42)),
                        two,
                        Map.of("training", held(1, 1, 40)),
                        Grouping.NONE,
                        Map.of("conference", held(1, 1, 1))));
        assertThat(report.columns())
                .isEqualTo(Map.of(one, held(2, 2, 42), two, held(1, 1, 40), Grouping.NONE, held(1, 1, 1)));
        assertThat(report.rows()).isEqualTo(Map.of("training", held(2, 2, 42), "conference", held(1, 1, 1)));
        assertThat(report.total()).isEqualTo(held(3, 3, 43));
        assertThat(report.ofSeveral()).isEqualTo(1);
        assertThat(report(new ReportQuestion(
                                ALWAYS, List.of(two), List.of(), Grouping.YEAR, Grouping.WORK_PACKAGE, false))
                        .cells())
                .isEqualTo(Map.of(two, Map.of("2014", held(1, 1, 40))));
    }
}
