package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Session;
import javax.jcr.SimpleCredentials;
import org.efcevents.desk.WrittenFindings;
import org.efcevents.health.Check;
import org.efcevents.health.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors are told of what is missing or wrong. */
class DeskTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Session session;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        session = content.session();
        for (String folder : List.of("hidden", "withdrawn", "old")) {
            session.getNode("/events").addNode(folder, "mgnl:folder");
        }
        session.save();
    }

    @AfterEach
    void close() {
        content.close();
    }

    private List<Finding> found(Check check) {
        return content.read("en", "2020-01-01").desk().findings(List.of("en", "fr")).stream()
                .filter(finding -> finding.check() == check)
                .toList();
    }

    /** Each as path and detail. */
    private List<String> told(Check check) {
        return found(check).stream()
                .map(finding -> (finding.path() + " " + finding.detail()).strip())
                .toList();
    }

    private static String link(Node target) throws Exception {
        return "<p><a href=\"${link:{uuid:{" + target.getIdentifier()
                + "},repository:{efc-events},path:{/x},nodeData:{},extension:{html}}}\">there</a></p>";
    }

    @Test
    void aPastEventNeedsAReportInAnyLanguage() throws Exception {
        content.event("past", Map.of("title", "Past", "start", "2014-03-04"));
        content.event("told", Map.of("title", "Told", "start", "2014-03-04", "report", "<p>It was.</p>"));
        content.event("cancelled", Map.of("title", "Off", "start", "2014-03-04", "status", "cancelled"));
        content.event("to-come", Map.of("title", "To come", "start", "2021-03-04"));
        content.event("undated", Map.of("title", "Undated"));
        content.event("minuted", Map.of("title", "Minuted", "start", "2014-03-04"))
                .addNode("members", "efc:members")
                .setProperty("minutes", "<p>Agreed.</p>");
        session.save();

        assertThat(told(Check.REPORT_MISSING)).containsExactly("/events/past");
        assertThat(found(Check.REPORT_MISSING).get(0).since()).hasToString("2014-03-04");
        assertThat(told(Check.DATE_MISSING)).containsExactly("/events/undated");
    }

    @Test
    void whatIsFoundStandsInTheOrderOfTheAlphabet() throws Exception {
        for (String title : List.of("Zones", "Écoles", "apart", "Fonds", "Eaux")) {
            content.event(title.toLowerCase(Locale.ROOT).replace('é', 'e'), Map.of("title", title));
        }
        session.save();

        assertThat(told(Check.DATE_MISSING))
                .containsExactly("/events/apart", "/events/eaux", "/events/ecoles", "/events/fonds", "/events/zones");
    }

    @ParameterizedTest
    @CsvSource({
        "2014-03-04, 2014-03-01, 2014-03-01",
        "2014-02-30, , 2014-02-30",
    })
    void aDateThatCannotBeIsWrong(String start, String end, String told) throws Exception {
        Node event = content.event("e", Map.of("title", "E", "start", start, "precision", "day"));
        event.setProperty("end", end);
        session.save();

        assertThat(told(Check.DATE_WRONG)).containsExactly("/events/e " + told);
        assertThat(told(Check.DATE_MISSING)).isEmpty();
    }

    @Test
    void whatAPublishedEventShowsHasToBePublished() throws Exception {
        Node shown = content.speaker("shown", Map.of("fullName", "Ann Ek"));
        Node draft = content.speaker("draft", Map.of("fullName", "Bo Ek"));
        Node group = content.workPackage("wp1", Map.of("code", "WP1"));
        Node event = content.event("e", Map.of("title", "E"));
        content.participation(event, shown, Map.of());
        content.participation(event, draft, Map.of());
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        session.save();
        assertThat(told(Check.PART_NOT_PUBLISHED)).isEmpty();

        event.setProperty("mgnl:activationStatus", true);
        shown.setProperty("mgnl:activationStatus", true);
        session.save();

        assertThat(told(Check.PART_NOT_PUBLISHED)).containsExactly("/events/e Bo Ek, WP1");
    }

    /** Its speaker may be no identifier, of something else, of what is gone, or not there; a work package likewise. */
    @Test
    void whatAnEventNamesHasToBeThere() throws Exception {
        Node speaker = content.speaker("s", Map.of("fullName", "Ann Ek"));
        Node group = content.workPackage("wp1", Map.of("code", "WP1"));
        Node event = content.event("e", Map.of("title", "E"));
        content.participation(event, speaker, Map.of());
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        session.save();
        assertThat(told(Check.PART_GONE)).isEmpty();

        event.setProperty("workPackages", new String[] {group.getIdentifier(), "wp1", speaker.getIdentifier()});
        content.participation(event, group, Map.of());
        content.participation(event, event, Map.of("speaker", "ann-ek"));
        content.participation(event, event, Map.of("speaker", " "));
        content.speaker("gone", Map.of("fullName", "Bo Ek")).remove();
        session.save();

        assertThat(told(Check.PART_GONE)).containsExactly("/events/e 5");
    }

    @Test
    void whatNobodyReadsInAFieldIsToldWithTheField() throws Exception {
        Node event = content.event(
                "e", Map.of("title", "E", "recording", "javascript:alert(1)", "participantCount", "about 40"));
        event.setProperty("venue_fr", new String[] {"Salle 1", "Salle 2"});
        event.setProperty("links", "https://example.org/");
        event.setProperty("hashtags", new String[] {"#a field", "#of a site"});
        event.addNode("city", "mgnl:contentNode");
        Node group = content.workPackage(
                "wp1", Map.of("code", "WP1", "position", "2", "periodStart", "June 2012", "periodEnd", "0000"));
        session.save();

        assertThat(told(Check.FIELD_UNREAD))
                .containsExactlyInAnyOrder(
                        "/events/e city: …, links: https://example.org/, participantCount: about 40,"
                                + " recording: javascript:alert(1), venue_fr: Salle 1, Salle 2",
                        group.getPath() + " periodEnd: 0000");
    }

    @Test
    void linksLeadSomewhereAndGiveNothingAway() throws Exception {
        Node gone = content.event("gone", Map.of("title", "Gone"));
        Node open = content.event("open", Map.of("title", "Open"));
        Node hidden = session.getNode("/events/hidden").addNode("secret", "efc:event");
        hidden.setProperty("title", "Secret");
        Node linking = content.event("linking", Map.of("title", "Linking"));
        linking.setProperty("description", link(open) + link(hidden));
        linking.setProperty("report_fr", link(gone));
        gone.remove();
        session.save();

        assertThat(told(Check.LINK_BROKEN)).containsExactly("/events/linking 1");
        assertThat(told(Check.LINK_REVEALING)).containsExactly("/events/linking Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cecilia MalmstrÃ¶m", "the EFCâ€™s work", "a \ufffd b", "nul\u0001l", "half a \ud83d face"})
    void damagedLettersAreFound(String damaged) throws Exception {
        Node event = content.event("e", Map.of("title", "E"));
        content.participation(event, content.speaker("s", Map.of("fullName", "S")), Map.of("summary", damaged));

        assertThat(told(Check.TEXT_DAMAGED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SÃO PAULO", "Réunion d’été", "“quoted” – €5", "Ã", "naïve â"})
    void rightLettersAreNot(String right) throws Exception {
        content.event("e", Map.of("title", right));

        assertThat(told(Check.TEXT_DAMAGED)).isEmpty();
    }

    @Test
    void whatMayBeThereTwiceIsAskedFor() throws Exception {
        content.event("a", Map.of("title", "Réunion", "start", "2014-03-04"));
        content.event("b", Map.of("title", "REUNION", "start", "2014-03-04"));
        content.event("c", Map.of("title", "Réunion", "start", "2014-03-05"));
        content.speaker("ann", Map.of("fullName", "Ann Ek"));
        content.speaker("ek", Map.of("fullName", "EK, Ann"));
        content.speaker("bo", Map.of("fullName", "Bo Ek"));

        assertThat(told(Check.EVENT_TWICE)).containsExactlyInAnyOrder("/events/a /events/b", "/events/b /events/a");
        assertThat(told(Check.SPEAKER_TWICE))
                .containsExactlyInAnyOrder("/speakers/ann /speakers/ek", "/speakers/ek /speakers/ann");
        assertThat(told(Check.SPEAKER_UNUSED)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Cecilia Malmström, Cecillia Malmstrom, true",
        "Cecilia Malmström, MALMSTRÖM Cecila, true",
        "Marjan Novak, Marjna Novak, true",
        "Ann Ek, Anna Ek, false",
        "Cecilia Malmström, Cecilia Malmberg, false",
        "Participant 101, Participant 102, false"
    })
    void namesMayDifferByALetter(String one, String other, boolean alike) throws Exception {
        content.speaker("one", Map.of("fullName", one));
        content.speaker("other", Map.of("fullName", other));

        assertThat(told(Check.SPEAKER_TWICE)).hasSize(alike ? 2 : 0);
    }

    @Test
    void eventsMayBeOneByTitleAndDayOrByKindVenueAndDay() throws Exception {
        content.event("a", Map.of("title", "Steering Group", "start", "2014-03-04"));
        content.event("b", Map.of("title", "Stering group", "start", "2014-03-04"));
        Map<String, String> there = Map.of(
                "title",
                "Opening",
                "start",
                "2015-03-04",
                "kind",
                "conference",
                "venue",
                "Hôtel Métropole",
                "city",
                "Brussels");
        content.event("c", there);
        content.event("d", there).setProperty("title", "Welcome");
        content.event("e", there).setProperty("title", "WP1 meeting");
        session.getNode("/events/e").setProperty("kind", "training");
        session.save();

        assertThat(told(Check.EVENT_TWICE))
                .containsExactlyInAnyOrder(
                        "/events/a /events/b", "/events/b /events/a", "/events/c /events/d", "/events/d /events/c");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-03-04, 2019-03-05, REGISTRATION_OVER DEADLINE_LATE",
        "2019-03-04, 2019-03-04, REGISTRATION_OVER",
        "2021-03-04, 2021-03-05, DEADLINE_LATE",
        "2021-03-04, 2021-03-01, ",
    })
    void oneRegistersBeforeTheEventBegins(String start, String deadline, String found) throws Exception {
        content.event(
                "e",
                Map.of(
                        "title", "E",
                        "start", start,
                        "end", "2021-03-06",
                        "registrationAddress", "https://example.org/register",
                        "registrationDeadline", deadline));
        if (start.startsWith("2019")) {
            session.getNode("/events/e").setProperty("end", start);
        }
        session.save();

        assertThat(Stream.of(Check.REGISTRATION_OVER, Check.DEADLINE_LATE)
                        .filter(check -> !told(check).isEmpty())
                        .map(Check::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void filesAreThereForWhomTheyAreMeant() throws Exception {
        session.getWorkspace().createWorkspace("dam");
        Session dam = session.getRepository().login(new SimpleCredentials("admin", new char[0]), "dam");
        try {
            Node members = dam.getRootNode().addNode("efc-events-members", "mgnl:folder");
            Node minutes = members.addNode("minutes", "mgnl:content");
            Node slides = dam.getRootNode().addNode("slides", "mgnl:content");
            minutes.setProperty("mgnl:activationStatus", "true");
            slides.setProperty("mgnl:activationStatus", "true");
            dam.save();
            Node open = content.event("open", Map.of("title", "Open"));
            document(open, "Slides", slides);
            Node forMembers = open.addNode("members", "efc:members");
            document(forMembers, "Minutes", minutes);
            session.save();
            List<Check> ofFiles =
                    List.of(Check.FILE_NOT_PUBLISHED, Check.FILE_GONE, Check.FILE_REACHABLE, Check.FILE_OUT_OF_REACH);
            assertThat(ofFiles).allSatisfy(check -> assertThat(told(check)).isEmpty());

            document(open, "Secret", minutes);
            document(forMembers, "Known", slides);
            Node hidden = session.getNode("/events/hidden").addNode("h", "efc:event");
            document(hidden, "Also known", slides);
            document(hidden, "Kept", minutes);
            document(hidden, "Of another provider", null);
            session.save();
            assertThat(told(Check.FILE_OUT_OF_REACH)).containsExactly("/events/open Secret");
            assertThat(told(Check.FILE_REACHABLE))
                    .containsExactlyInAnyOrder("/events/open Known", "/events/hidden/h Also known");

            open.setProperty("mgnl:activationStatus", true);
            session.save();
            slides.setProperty("mgnl:activationStatus", "false");
            dam.move("/efc-events-members/minutes", "/minutes");
            dam.save();
            assertThat(told(Check.FILE_NOT_PUBLISHED)).containsExactly("/events/open Slides, Known");
            assertThat(told(Check.FILE_OUT_OF_REACH)).isEmpty();

            slides.remove();
            dam.save();
            assertThat(told(Check.FILE_GONE))
                    .containsExactlyInAnyOrder("/events/open Slides, Known", "/events/hidden/h Also known");
        } finally {
            dam.logout();
        }
    }

    @Test
    void itIsWrittenForWhoHasNoBrowser() throws Exception {
        content.event("fine", Map.of("title", "Fine", "title_fr", "Bien", "start", "2099-03-04"));
        assertThat(written(false)).isEqualTo("0 findings, 0 of them wrong\n false");

        content.event("untold", Map.of("title", "=Untold", "title_fr", "Tu", "start", "2014-03-04"));
        assertThat(written(false))
                .isEqualTo(
                        "missing  report-missing  /events/untold  since 2014-03-04\n1 findings, 0 of them wrong\n false");

        content.event("bad", Map.of("title", "B\ufffd", "title_fr", "B", "start", "2099-03-05"));
        assertThat(written(false))
                .contains("wrong  text-damaged  /events/bad  B\ufffd")
                .endsWith(" of them wrong\n true");
        assertThat(written(true))
                .contains("check,severity,type,title,path,detail,since,form\r\n")
                .contains(
                        "report-missing,missing,efc:event,'=Untold,/events/untold,,2014-03-04,#app:efc-events:detail;");
    }

    private String written(boolean asTable) {
        return written(Map.of(), asTable);
    }

    private String written(Map<String, ?> page, boolean asTable) {
        StringWriter out = new StringWriter();
        boolean wrong = WrittenFindings.write(
                session, page, Locale.ENGLISH, List.of(Locale.ENGLISH, Locale.FRENCH), asTable, new PrintWriter(out));
        return out + " " + wrong;
    }

    @Test
    void daysEndWhereTheyDoOnTheArchivesPage() throws Exception {
        // Yesterday at the one end of the world, and today or later at the other, 26 hours behind.
        LocalDate day = LocalDate.now(ZoneId.of("Etc/GMT-14")).minusDays(1);
        content.event("e", Map.of("title", "E", "precision", "day", "start", day.toString()));
        session.save();

        assertThat(written(Map.of("parameters", Map.of("timeZone", "Etc/GMT-14")), true))
                .contains("report-missing");
        assertThat(written(Map.of("parameters", Map.of("timeZone", "Etc/GMT+12")), true))
                .doesNotContain("report-missing");
    }

    private static void document(Node of, String title, Node file) throws Exception {
        Node all = of.hasNode("documents") ? of.getNode("documents") : of.addNode("documents", "mgnl:contentNode");
        Node document = all.addNode("documents" + all.getNodes().getSize(), "mgnl:contentNode");
        document.setProperty("title", title);
        document.setProperty("asset", file == null ? "other:1" : "jcr:" + file.getIdentifier());
    }

    @Test
    void picturesAndTranslationsAreMissed() throws Exception {
        Node event = content.event("e", Map.of("title", "E"));
        Node gallery = event.addNode("gallery", "mgnl:contentNode");
        gallery.addNode("gallery0", "mgnl:contentNode").setProperty("image", "jcr:x");
        Node told = gallery.addNode("gallery1", "mgnl:contentNode");
        told.setProperty("image", "jcr:y");
        told.setProperty("alt", "A hall");
        content.event("both", Map.of("title", "Both", "title_fr", "Les deux"));

        assertThat(told(Check.ALT_MISSING)).containsExactly("/events/e 1");
        assertThat(told(Check.TRANSLATION_MISSING)).containsExactly("/events/e fr");
    }

    @Test
    void whatIsMendedIsNotToldAnyMore() throws Exception {
        Node event = content.event("past", Map.of("title", "Past", "start", "2014-03-04"));
        Node other = session.getNode("/events/old").addNode("past", "efc:event");
        other.setProperty("start", "2014-03-05");
        session.save();
        assertThat(told(Check.ADDRESS_SHARED)).containsExactly("/events/old/past past");

        event.setProperty("report", "<p>It was.</p>");
        session.move(other.getPath(), "/events/withdrawn/past");
        session.save();

        assertThat(told(Check.REPORT_MISSING)).isEmpty();
        assertThat(told(Check.ADDRESS_SHARED)).isEmpty();
    }

    @Test
    void formsAreWhereMagnoliaLooksForThem() throws Exception {
        content.event("past", Map.of("title", "Past", "start", "2014-03-04"));

        assertThat(found(Check.REPORT_MISSING).get(0).form()).isEqualTo("#app:efc-events:detail;/events/past:edit");
    }

    @Test
    void everyoneReadsTitlesInTheirOwnLanguage() throws Exception {
        Node told = content.event("told", Map.of("title", "Told", "title_fr", "Raconté"));
        Node alone = content.event("alone", Map.of("title", "Alone"));
        Node group = content.workPackage("wp1", Map.of("code", "WP1", "title", "Crime", "title_fr", "Délits"));
        session.save();

        for (String language : List.of("fr", "en", "fr-BE")) {
            Contents contents = content.read(language, "2020-01-01").desk().contents();
            boolean french = language.startsWith("fr");
            assertThat(contents.with(told.getIdentifier()).orElseThrow().title())
                    .as(language)
                    .isEqualTo(french ? "Raconté" : "Told");
            assertThat(contents.with(group.getIdentifier()).orElseThrow().title())
                    .isEqualTo(french ? "WP1 Délits" : "WP1 Crime");
            assertThat(contents.with(alone.getIdentifier()).orElseThrow().title())
                    .isEqualTo("Alone");
        }
    }
}
