package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.efcevents.archive.BrokenValue;
import org.efcevents.archive.ContentModel;
import org.efcevents.source.Remark;
import org.efcevents.spreadsheet.Cell;
import org.efcevents.spreadsheet.Spreadsheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of a spreadsheet: its columns are looked over, then its events; they are made, changed and taken back as those of a page. */
class ImportTableTest extends Importing {

    private static final String CSV =
            """
            Title;Date;Type;City;Country;WP;Speakers;Mood
            Spring meeting;24/03/2014;Conference;Lyon;France;WP1;Anna Berg (Judge, Europol);good
            Autumn meeting;5 September 2014;Webinar;;Belgium;WP1, WP2;Anna Berg; Ben Dahl
            """
                    .replace("Anna Berg; Ben Dahl", "\"Anna Berg; Ben Dahl\";");

    private DeskAnswer send(String name, byte[] file) {
        return page.sent(officer.sends(Map.of("title", "Our list"), name, file)).orElseThrow();
    }

    private ImportColumns columns(String query) {
        return (ImportColumns) ((DeskAnswer.Shown) page.shown(officer.asks(query))).model();
    }

    /** The form as it is shown. */
    private static Map<String, String> form(ImportColumns columns) {
        Map<String, String> form = new HashMap<>(Map.of("page", columns.page().id(), "columns", "yes"));
        columns.columns().forEach(column -> form.put(column.field(), meaning(column)));
        form.put("heading", chosen(columns.rows()));
        form.put("sheet", chosen(columns.sheets()));
        form.put("order", columns.order());
        return form;
    }

    private static String chosen(List<Choice> choices) {
        return choices.stream()
                .filter(Choice::chosen)
                .findFirst()
                .map(Choice::value)
                .orElse("");
    }

    private static String meaning(ImportColumns.Column column) {
        return column.options().stream()
                .filter(ImportColumns.Option::chosen)
                .findFirst()
                .map(ImportColumns.Option::value)
                .orElse("");
    }

    private static List<String> meanings(ImportColumns columns) {
        return columns.columns().stream().map(ImportTableTest::meaning).toList();
    }

    @Test
    void aTableIsLookedOverImportedAndTakenBack() throws Exception {
        ImportColumns columns = columns(query(send("list.csv", bytes(CSV))));
        assertThat(meanings(columns))
                .containsExactly("title", "date", "kind", "city", "country", "workPackages", "people", "");
        assertThat(columns.total()).isEqualTo(2);
        assertThat(columns.open()).isFalse();

        ImportReview review = look(query(send(form(columns))));
        assertThat(review.rows()).hasSize(2);
        assertThat(count(review, ReviewFilter.UNSURE)).isZero();
        String done = query(send(form(review)));

        session.refresh(false);
        Node spring = session.getNode("/events/spring-meeting");
        assertThat(text(spring, "start")).isEqualTo("2014-03-24");
        assertThat(text(spring, "kind")).isEqualTo("conference");
        assertThat(text(spring, "country")).isEqualTo("FR");
        Node part = spring.getNode("participations").getNodes().nextNode();
        assertThat(text(part, "role")).isEqualTo("Judge");
        assertThat(text(part, "organisation")).isEqualTo("Europol");
        assertThat(names("/events")).containsExactlyInAnyOrder("spring-meeting", "autumn-meeting");
        assertThat(names("/speakers")).containsExactlyInAnyOrder("anna-berg", "ben-dahl");
        assertThat(names("/work-packages")).containsExactlyInAnyOrder("wp1", "wp2");

        send(Map.of("takeBack", done.replace("done=", "")));
        session.refresh(false);
        assertThat(names("/events")).isEmpty();
        assertThat(names("/speakers")).isEmpty();
    }

    @Test
    void theNextFileWithTheSameHeadingsIsReadAsTheOneBefore() throws Exception {
        ImportColumns first = columns(query(send("one.csv", bytes(CSV))));
        Map<String, String> form = form(first);
        form.put("column.7", "teaser");
        send(form);

        ImportColumns next = columns(query(send("two.csv", bytes(CSV.replace("Spring", "Summer")))));

        assertThat(next.remembered()).isTrue();
        assertThat(meanings(next)).endsWith("people", "teaser");
    }

    @Test
    void whichNumberIsTheDayIsAskedOnceForTheFile() throws Exception {
        ImportColumns columns = columns(query(send("list.csv", bytes("Title,Date\nOne,03/04/2014\nTwo,05/06/2014\n"))));
        assertThat(columns.open()).isTrue();
        assertThat(columns.dates()).containsExactly("03/04/2014", "05/06/2014");
        Map<String, String> form = form(columns);

        DeskAnswer.Shown refused = (DeskAnswer.Shown) send(form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(((ImportColumns) refused.model()).problems())
                .extracting(Problem::message)
                .containsExactly("efc.desk.import.columns.order.open");

        form.put("order", "month");
        ImportReview review = look(query(send(form)));
        assertThat(review.rows()).extracting(row -> row.proposal().date()).containsExactly("2014-03-04", "2014-05-06");
    }

    @Test
    void aTableNeedsTitlesAndEachFieldOnce() throws Exception {
        ImportColumns columns = columns(query(send("list.csv", bytes(CSV))));
        Map<String, String> form = form(columns);
        form.put("column.0", "city");

        assertThat(((ImportColumns) ((DeskAnswer.Shown) send(form)).model()).problems())
                .extracting(Problem::field, Problem::message)
                .containsExactly(
                        tuple("column.3", "efc.desk.import.columns.twice"),
                        tuple("column.0", "efc.desk.import.columns.untitled"));
    }

    @Test
    void anotherSheetHasItsOwnColumns() throws Exception {
        byte[] file = new Spreadsheet(List.of(
                        new Spreadsheet.Sheet("Notes", List.of(List.of(Cell.of("Nothing of interest")))),
                        new Spreadsheet.Sheet(
                                "Events",
                                List.of(
                                        List.of(Cell.of("All our events")),
                                        List.of(new Cell.Heading("Titre"), new Cell.Heading("Date")),
                                        List.of(Cell.of("Réunion"), new Cell.Day(LocalDate.of(2014, 4, 3)))))))
                .bytes();
        ImportColumns columns = columns(query(send("list.ods", file)));
        Map<String, String> form = form(columns);
        form.put("sheet", "1");

        ImportColumns other = columns(query(send(form)));
        assertThat(meanings(other)).containsExactly("title", "date");
        assertThat(chosen(other.rows())).isEqualTo("2");
        ImportReview review = look(query(send(form(other))));
        assertThat(review.rows()).extracting(row -> row.proposal().date()).containsExactly("2014-04-03");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsReason() {
        DeskAnswer answer = send("list.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});

        assertThat(problems(answer))
                .extracting(Problem::message)
                .containsExactly("efc.desk.import.table.unreadable.old");
    }

    private String export() {
        return String.join(
                "", page.table(officer.asks("")).orElseThrow().representation().parts());
    }

    private ImportReview again(String table) {
        ImportColumns columns = columns(query(send("all-events.csv", bytes(table))));
        return look(query(send(form(columns))));
    }

    /** Whatever is where a property of an event or of its parts should be. */
    @Test
    void oneBadEventKeepsNoOtherFromBeingTakenOut() throws Exception {
        send(form(look(bring(coalition()))));
        String before = export();
        List<BrokenValue> values = List.copyOf(BrokenValue.all().values());
        List<ContentModel.Place> places = ContentModel.places()
                .filter(place -> place.contentType().equals("efcEvent"))
                .toList();
        for (int copy = 0; copy < values.size(); copy++) {
            for (int i = 0; i < places.size(); i++) {
                places.get(i).put(values.get((copy + i) % values.size()), session, "bad-" + copy);
            }
        }
        session.save();

        String table = export();

        assertThat(table.lines()).containsAll(before.lines().toList());
        for (int copy = 0; copy < values.size(); copy++) {
            assertThat(table).contains(session.getNode("/events/bad-" + copy).getIdentifier());
        }
    }

    @Test
    void whatIsTakenOutComesBackUnchangedAndWithExactlyWhatWasChanged() throws Exception {
        send(form(look(bring(coalition()))));
        session.refresh(false);
        Node first = session.getNode("/events/launch-of-the-european-financial-coalition");
        first.setProperty("venue", "=1+1");
        first.setProperty("description", "<p>One, \"two\"</p>\r\n<ul><li>three; four</li></ul>");
        first.setProperty("topics", "'tis");
        Node parts = first.hasNode("participations")
                ? first.getNode("participations")
                : first.addNode("participations", "mgnl:contentNode");
        // Of nobody, and of somebody whose part nobody has said.
        parts.addNode("nobody", "efc:participation").setProperty("talkTitle", "On drafts");
        parts.addNode("somebody", "efc:participation")
                .setProperty("speaker", nodes("/speakers").get(0).getIdentifier());
        session.save();
        String table = export();

        ImportReview same = again(table.replace("</p>\r\n<ul>", "</p>\n<ul>"));
        assertThat(same.total()).isEqualTo(29);
        assertThat(known(same)).isEqualTo(29);
        assertThat(same.rows()).flatExtracting(ReviewedEvent::changes).isEmpty();
        assertThat(same.changing()).isZero();
        assertThat(same.taken()).isZero();

        ImportReview changed = again(table.replace("'=1+1", "The hall").replace("Conference Room", "Big Room"));
        assertThat(changed.changing()).isEqualTo(1);
        send(form(changed));
        session.refresh(false);
        assertThat(text(first, "venue")).isEqualTo("The hall");
        assertThat(text(first, "topics")).isEqualTo("'tis");
        assertThat(names("/events")).hasSize(29);
    }

    @Test
    void threeHundredRowsAreOneStep() throws Exception {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.of("Title"), Cell.of("Start date"), Cell.of("Type"), Cell.of("Speakers")));
        for (int i = 1; i <= 300; i++) {
            rows.add(List.of(
                    Cell.of("Meeting " + i),
                    new Cell.Day(LocalDate.of(2010, 1, 1).plusDays(i)),
                    Cell.of("Conference"),
                    Cell.of("Anna Berg; Ben Dahl")));
        }
        byte[] file = new Spreadsheet(List.of(new Spreadsheet.Sheet("Events", rows))).bytes();

        ImportReview review = look(query(send(form(columns(query(send("list.ods", file)))))));
        assertThat(review.taken()).isEqualTo(300);
        Map<String, String> form = new HashMap<>(form(review));
        send(form);

        session.refresh(false);
        assertThat(names("/events")).hasSize(300);
        assertThat(names("/speakers")).hasSize(2);
    }

    @Test
    void anOlderTableUndoesNothingOfANewerOne() throws Exception {
        send(form(look(bring(coalition()))));
        String older = export();
        session.refresh(false);
        Node call = session.getNode("/events/wp5-conference-call");
        call.setProperty("city", "Ghent");
        call.setProperty("mgnl:lastModified", Calendar.getInstance());
        session.save();
        send(form(again(export().replace("Conference Room", "Big Room"))));

        ImportReview review = again(older);

        assertThat(review.changing()).isZero();
        assertThat(text(call, "city")).isEqualTo("Ghent");
    }

    @Test
    void aColumnThatIsNotThereAnyMoreEmptiesNothing() throws Exception {
        String rows =
                "Title,Date,City,Participants\nSpring meeting,2014-03-24,Lyon,77\nAutumn meeting,2014-09-05,Ghent,88\n";
        send(form(look(query(send(form(columns(query(send("list.csv", bytes(rows))))))))));
        session.refresh(false);
        assertThat(names("/events")).hasSize(2);
        String fewer = rows.replace(",Participants", "")
                .replace(",77", "")
                .replace(",88", "")
                .replace("Ghent", "Genk");

        ImportReview review = look(query(send(form(columns(query(send("list.csv", bytes(fewer))))))));

        assertThat(known(review)).isEqualTo(2);
        assertThat(review.rows())
                .flatExtracting(ReviewedEvent::changes)
                .extracting(ReviewedEvent.ChangedField::label)
                .containsExactly("city");
    }

    @Test
    void aPlaceBesideACityIsTheVenue() throws Exception {
        String rows = "Titre;Date;Ville;Pays;Lieu\nForum;24/03/2014;Paris;France;Palais des Congrès\n"
                + "Débat;25/03/2014;Luxembourg;Luxembourg;Centre Convict\n";
        send(form(look(query(send(form(columns(query(send("liste.csv", bytes(rows))))))))));

        session.refresh(false);
        assertThat(text(session.getNode("/events/forum"), "city")).isEqualTo("Paris");
        assertThat(text(session.getNode("/events/forum"), "venue")).isEqualTo("Palais des Congrès");
    }

    private ImportReview importing(String name, String rows) {
        return look(query(send(form(columns(query(send(name, bytes(rows))))))));
    }

    @Test
    void frenchTextsAreStoredInFrench() throws Exception {
        officer = officer.ofSite("en", "fr");
        ImportReview review =
                importing("liste.csv", "Titre;Date;Ville;Description\nForum d’été;24/03/2014;Paris;Un débat\n");
        assertThat(review.rows().get(0).proposal().title()).isEqualTo("Forum d’été");
        Map<String, String> form = new HashMap<>(form(review));
        form.replaceAll((name, value) -> name.endsWith(".title") ? "Forum d’automne" : value);
        send(form);

        session.refresh(false);
        Node forum = session.getNode("/events/forum-d-automne");
        assertThat(text(forum, "title_fr")).isEqualTo("Forum d’automne");
        assertThat(text(forum, "description_fr")).isEqualTo("<p>Un débat</p>");
        assertThat(forum.hasProperty("description")).isFalse();
        assertThat(text(forum, "title")).isEqualTo("Forum d’automne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en fr", "fr en", "en"})
    void aTitleInFrenchAloneIsOne(String languages) throws Exception {
        officer = officer.ofSite(languages.split(" "));
        String rows = "Titre (français),Date\nForum,2014-03-24\nDébat,2014-09-05\n";
        send(form(importing("list.csv", rows)));
        session.refresh(false);
        assertThat(names("/events")).containsExactlyInAnyOrder("forum", "debat");

        ImportReview again = importing("list.csv", rows.replace("2014-09-05", "2014-09-06"));
        assertThat(again.rows())
                .flatExtracting(ReviewedEvent::changes)
                .extracting(ReviewedEvent.ChangedField::label)
                .containsExactly("date");
    }

    @Test
    void whatHasAnotherTitleAndAnotherDateMayBeTheSame() throws Exception {
        String rows = "Title,Date,Speakers\nSpring meeting,2014-03-24,Anna Berg\nSummer meeting,2014-06-24,Ben Dahl\n"
                + "Autumn meeting,2014-09-05,\nWinter meeting,2014-12-05,\n";
        send(form(importing("list.csv", rows)));

        ImportReview review = importing(
                "list.csv",
                rows.replace("Spring meeting,2014-03-24", "Forum,2014-04-01")
                        .replace("Autumn meeting,2014-09-05", "Debate,2014-10-01"));

        assertThat(review.rows())
                .extracting(ReviewedEvent::state)
                .containsExactly("perhaps", "there", "perhaps", "there");
        assertThat(review.rows().get(0).there().title()).isEqualTo("Spring meeting");
        assertThat(review.rows().get(2).there().title()).isEqualTo("Autumn meeting");
        assertThat(review.taken()).isZero();
        assertThat(review.gone()).isEmpty();
    }

    @Test
    void aListOfOtherEventsIsNotTakenForTheOneBefore() throws Exception {
        send(form(importing("list.csv", "Title,Date\nSpring meeting,2014-03-24\nSummer meeting,2014-06-24\n")));

        ImportReview review = importing("list.csv", "Title,Date\nForum,2015-03-24\nDebate,2015-06-24\n");

        assertThat(review.taken()).isEqualTo(2);
        assertThat(review.gone()).hasSize(2);
    }

    @Test
    void whatASourceHasTwiceIsImportedOnce() throws Exception {
        ImportReview review = importing(
                "list.csv",
                "Title,Date,City\nSpring meeting,2014-03-24,Lyon\nspring  meeting,2014-03-24,\nSpring meeting,2014-03-25,Lyon\n"
                        + "Spring meeting,2014-03-24,Riga\n");

        assertThat(review.rows())
                .extracting(row -> row.proposal().remarks())
                .containsExactly(
                        List.of(), List.of(new Remark(Remark.Type.TWICE, "spring meeting")), List.of(), List.of());
        assertThat(review.rows()).extracting(row -> row.proposal().taken()).containsExactly(true, false, true, true);
    }

    @Test
    void anEventThatWasDeletedComesBackOnlyIfItIsTicked() throws Exception {
        send(form(importing("list.csv", "Title,Date\nSpring meeting,2014-03-24\nSummer meeting,2014-06-24\n")));
        String table = export();
        session.refresh(false);
        String id = session.getNode("/events/spring-meeting").getIdentifier();
        session.getNode("/events/spring-meeting").remove();
        session.save();

        ImportReview review = again(table);

        ReviewedEvent deleted = review.rows().stream()
                .filter(row -> row.proposal().title().equals("Spring meeting"))
                .findFirst()
                .orElseThrow();
        assertThat(deleted.proposal().remarks()).containsExactly(new Remark(Remark.Type.DELETED, id));
        assertThat(deleted.proposal().taken()).isFalse();
        assertThat(count(review, ReviewFilter.UNSURE)).isEqualTo(1);
        assertThat(review.taken()).isZero();
    }

    @Test
    void aSumIsNotTicked() throws Exception {
        ImportReview review =
                importing("list.csv", "Title,Date,Participants\nSpring meeting,2014-03-24,12\nTotal,,12\n");

        assertThat(review.rows()).extracting(row -> row.proposal().taken()).containsExactly(true, false);
    }

    @Test
    void aFileWithBothOrdersSaysSo() throws Exception {
        ImportColumns columns = columns(
                query(send("list.csv", bytes("Title,Date\nOne,13/04/2014\nTwo,04/14/2014\nThree,03/04/2014\n"))));

        assertThat(columns.open()).isTrue();
        assertThat(columns.mixed()).containsExactly("13/04/2014", "04/14/2014");
        assertThat(columns.dates()).containsExactly("03/04/2014");
        Map<String, String> form = form(columns);
        form.put("order", "month");
        ImportReview review = look(query(send(form)));
        assertThat(review.rows())
                .extracting(row -> row.proposal().date())
                .containsExactly("2014-04-13", "2014-04-14", "2014-03-04");
        assertThat(count(review, ReviewFilter.UNSURE)).isEqualTo(1);
    }

    @Test
    void aTitleThatWasClearedIsToldAndStays() throws Exception {
        send(form(look(bring(coalition()))));
        String table = export();

        ImportReview review = again(table.replaceFirst("EFC WP5 Meeting", "").replace("Conference Room", "Big Room"));

        assertThat(review.rows())
                .flatExtracting(ReviewedEvent::changes)
                .filteredOn(change -> change.label().equals("title"))
                .extracting(ReviewedEvent.ChangedField::before, ReviewedEvent.ChangedField::stays)
                .containsExactly(tuple("EFC WP5 Meeting", "needed"));
        assertThat(count(review, ReviewFilter.UNSURE)).isEqualTo(1);
        send(form(review));
        session.refresh(false);
        assertThat(nodes("/events"))
                .allSatisfy(event -> assertThat(text(event, "title")).isNotEmpty());
    }

    @Test
    void whatAFieldHasIsSaidInWords() throws Exception {
        String rows = "Title,Date,Status,Country,Languages,Closed\n"
                + "Spring meeting,2014-03-24,Cancelled,Luxembourg,French,yes\n";
        send(form(look(query(send(form(columns(query(send("list.csv", bytes(rows))))))))));

        ImportReview review = look(query(send(form(columns(query(send(
                "list.csv",
                bytes(rows.replace("Luxembourg", "Belgium")
                        .replace("French", "English; French")
                        .replace("2014-03-24", "2014-03-25")))))))));

        assertThat(review.rows().get(0).changes())
                .extracting(ReviewedEvent.ChangedField::before, ReviewedEvent.ChangedField::after)
                .containsExactlyInAnyOrder(
                        tuple("24 March 2014", "25 March 2014"),
                        tuple("Luxembourg", "Belgium"),
                        tuple("French", "English, French"));
    }
}
