package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.efcevents.desk.ReviewedEvent.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an officer looks over of a source, corrects, and is told of it. */
class ImportReviewTest extends Importing {

    private static final String THREE =
            """
            Spring meeting


            The members met on 4 March 2011 in Lyon. Anna Weiss, Head of Unit at Europol, opened it. Marc Petit, Director of Interpol, spoke.

            Autumn meeting


            The members met on 5 September 2011 in Ghent.

            Winter meeting


            The members met on 6 December 2011 in Bonn.
            """;

    private static String page(int events) {
        StringBuilder page = new StringBuilder();
        for (int i = 1; i <= events; i++) {
            page.append("Meeting number %1$d%n%n%nThe members met on %2$d March %3$d in Lyon.%n%n"
                    .formatted(i, i % 28 + 1, 1990 + i % 30));
        }
        return page.toString();
    }

    private ImportReview wrong(Map<String, String> form) {
        DeskAnswer.Shown answer = (DeskAnswer.Shown) send(form);
        assertThat(answer.status()).isEqualTo(422);
        return ((ImportPage.LookingOver) answer.model()).review();
    }

    @Test
    void whatIsWrongOnALaterPageIsShownWithWhatWasTyped() {
        String looking = bring(bytes(page(120)));
        ImportReview second = look(looking + "&from=51");
        Map<String, String> form = form(second);
        form.put("from", "51");
        String field = row(second.rows().get(4)) + ".date";
        form.put(field, "32 March 2011");

        ImportReview shown = wrong(form);

        assertThat(shown.shown().first()).isEqualTo(51);
        assertThat(shown.shown().last()).isEqualTo(100);
        assertThat(shown.elsewhere()).isEmpty();
        assertThat(row(shown.rows().get(4)) + ".date").isEqualTo(field);
        assertThat(shown.rows().get(4).proposal().date()).isEqualTo("32 March 2011");

        // What is wrong on another page is found there.
        Map<String, String> third = form(look(looking + "&from=101"));
        third.put("from", "101");
        ImportReview again = wrong(third);
        assertThat(again.shown().first()).isEqualTo(51);
        assertThat(again.shown().previous()).isEqualTo(1);
        assertThat(again.shown().next()).isEqualTo(101);
    }

    @Test
    void ofSeveralThatAreWrongTheOthersAreLedTo() {
        String looking = bring(bytes(page(120)));
        ImportReview first = look(looking);
        Map<String, String> form = form(first);
        form.remove("import");
        form.put(row(first.rows().get(2)) + ".title", "");
        send(form);
        ImportReview third = look(looking + "&from=101");
        form = form(third);
        form.put("from", "101");
        String field = row(third.rows().get(9)) + ".country";
        form.put(field, "Atlantis");

        ImportReview shown = wrong(form);

        assertThat(shown.shown().first()).isEqualTo(1);
        assertThat(shown.elsewhere()).isEqualTo(Map.of(field, 110));
        assertThat(look(looking + "&from=110").rows().get(0).proposal().place().country())
                .isEqualTo("Atlantis");
    }

    @Test
    void whatIsNewAndWhatIsThereCanBeShownAlone() throws Exception {
        send(form(look(bring(bytes(THREE)))));
        session.refresh(false);
        Node maybe = session.getNode("/events").addNode("summer", "efc:event");
        maybe.setProperty("title", "Summer meeting");
        maybe.setProperty("precision", "day");
        maybe.setProperty("start", "2012-07-07");
        session.save();
        String looking = bring(
                bytes(
                        THREE.replace("Ghent", "Genk")
                                + """

                Summer meeting


                The members met on 7 July 2012 in Rome.

                Last meeting


                The members met on 8 August in Rome.
                """));

        ImportReview all = look(looking);

        assertThat(all.filters())
                .extracting(ReviewFilter.Count::key, ReviewFilter.Count::count)
                .startsWith(tuple("new", 1), tuple("changed", 1), tuple("perhaps", 1), tuple("there", 2));
        ImportReview changed = look(looking + "&only=changed");
        assertThat(changed.rows()).extracting(ReviewedEvent::title).containsExactly("Autumn meeting");
        assertThat(changed.total()).isEqualTo(5);
        assertThat(look(looking + "&only=perhaps").rows())
                .extracting(ReviewedEvent::title)
                .containsExactly("Summer meeting");
        // It is kept when a form is sent.
        Map<String, String> form = form(changed);
        form.remove("import");
        form.put("only", "changed");
        assertThat(query(send(form))).endsWith("&only=changed");
    }

    @Test
    void whyItIsNotSureIsSaid() {
        ImportReview review = look(bring(bytes(THREE.replaceFirst("The members", "The WP3 team"))));

        assertThat(review.rows().get(0).facts())
                .filteredOn(fact -> fact.label().equals("workPackages"))
                .extracting(Fact::doubt)
                .containsExactly("mentioned");
        assertThat(look("page=" + review.page().id() + "&only=unsure").rows())
                .extracting(ReviewedEvent::title)
                .contains("Spring meeting");
    }

    @Test
    void thePlaceIsPutRightAndSomebodyIsLeftOut() throws Exception {
        ImportReview read = look(bring(bytes(THREE)));
        String spring = row(read.rows().get(0));
        assertThat(read.rows().get(0).facts()).extracting(Fact::person).contains("Anna Weiss", "Marc Petit");
        Map<String, String> form = form(read);
        form.put(spring + ".venue", "Hôtel de Ville");
        form.put(spring + ".city", "Brussels");
        form.put(spring + ".country", "Belgique");
        form.put(spring + ".without.1", "Anna Weiss");
        send(form);

        session.refresh(false);
        Node event = session.getNode("/events/spring-meeting");
        assertThat(text(event, "venue")).isEqualTo("Hôtel de Ville");
        assertThat(text(event, "city")).isEqualTo("Brussels");
        assertThat(text(event, "country")).isEqualTo("BE");
        assertThat(names("/speakers")).containsExactly("marc-petit");
        assertThat(event.getNode("participations").getNodes().getSize()).isEqualTo(1);
        // The same page again does not bring back who was left out.
        assertThat(look(bring(bytes(THREE + " "))).rows().get(0).changes()).isEmpty();
    }

    @Test
    void whoIsNamedNearlyAlikeIsToldApart() {
        ImportReview review = look(
                bring(
                        bytes(
                                """
                Spring meeting


                The members met on 4 March 2011 in Lyon. Anna Weissmann, Head of Unit at Europol, opened it.

                Autumn meeting


                The members met on 5 September 2011 in Ghent. Ana Weissmann, Head of Unit at Europol, opened it.
                """)));

        assertThat(review.maybeOne()).hasSize(1);
        assertThat(review.maybeOne().get(0))
                .containsExactly(
                        new NamedPerson("Anna Weissmann", List.of("Spring meeting, 4 March 2011"), 0),
                        new NamedPerson("Ana Weissmann", List.of("Autumn meeting, 5 September 2011"), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, '%PDF-1.4\n1 0 obj'",
        "text-document, '{\\rtf1\\ansi Meeting on 4 March 2011}'",
        "picture, '\u0089PNG\r\n\u001a\n'",
        "picture, '\u00ff\u00d8\u00ff\u00e0'",
        "packed, '\u001f\u008b\b'",
        "page-in-one-file, 'bplist00'",
        "page-in-one-file, 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;'",
        "binary, 'Meeting\u0000\u0001\u0000'",
    })
    void whatIsNoPageIsRefusedForWhatItIs(String kind, String beginning) throws Exception {
        byte[] file = beginning.getBytes(StandardCharsets.ISO_8859_1);

        DeskAnswer answer = page.sent(officer.sends(Map.of("title", "Past"), "page.html", file))
                .orElseThrow();

        assertThat(problems(answer)).containsExactly(Problem.of("file", "efc.desk.import.other." + kind));
        session.refresh(false);
        assertThat(session.nodeExists("/deskImports")).isFalse();
    }

    @Test
    void aTableIsAskedWhatItIsToo() {
        Map<String, String> fields = new HashMap<>(Map.of("title", "Past"));

        DeskAnswer answer =
                page.sent(officer.sends(fields, "list.csv", bytes("%PDF-1.7"))).orElseThrow();

        assertThat(problems(answer)).containsExactly(Problem.of("file", "efc.desk.import.other.pdf"));
    }

    @Test
    void whatWasBroughtInIsRemovedAndItsEventsStay() throws Exception {
        ImportReview read = look(bring(bytes(THREE)));
        String done = query(send(form(read)));
        String id = read.page().id();
        assertThat(((DeskAnswer.Shown) page.shown(officer.asks("remove=" + id))).model())
                .isInstanceOf(ImportPage.Removing.class);
        assertThat(session.nodeExists("/deskImports/" + id)).isTrue();

        assertThat(query(send(Map.of("remove", id)))).isEqualTo("removed=yes");

        session.refresh(false);
        assertThat(session.nodeExists("/deskImports/" + id)).isFalse();
        assertThat(names("/events")).hasSize(3);
        send(Map.of("takeBack", done.replaceFirst("done=", "")));
        session.refresh(false);
        assertThat(names("/events")).isEmpty();
    }

    @Test
    void whatWasImportedIsNamedWithItsDateAndItsPage() {
        String done = query(send(form(look(bring(bytes(THREE))))));

        assertThat(((ImportPage.Made) ((DeskAnswer.Shown) page.shown(officer.asks(done))).model())
                        .done()
                        .changed())
                .filteredOn(entry -> entry.type().equals("event"))
                .extracting(StepView.Entry::title, StepView.Entry::when, StepView.Entry::page)
                .contains(tuple("Autumn meeting", "5 September 2011", "/events/autumn-meeting.html"));
    }
}
