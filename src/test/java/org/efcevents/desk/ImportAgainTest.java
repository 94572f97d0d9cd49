package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Calendar;
import java.util.HashMap;
import java.util.Map;
import javax.jcr.Node;
import org.efcevents.desk.ReviewedEvent.ChangedField;
import org.efcevents.undo.NodeContent;
import org.junit.jupiter.api.Test;

/** A page that was imported has been changed, and is imported again. */
class ImportAgainTest extends Importing {

    private static final String BEFORE =
            """
            Spring meeting


            The members met on 4 March 2011 in Lyon. Anna Weiss, Head of Unit at Europol, opened it.

            Autumn meeting


            The members met on 5 September 2011 in Ghent.

            Winter meeting


            The members met on 6 December 2011 in Bonn.
            """;

    private static final String AFTER =
            """
            Spring meeting


            The members met on 4 March 2011 in Paris. Marc Petit, Director of Interpol, opened it.

            Autumn meeting


            The members met on 6 September 2011 in Ghent.

            Summer meeting


            The members met on 7 July 2011 in Rome.
            """;

    private void importPage(String page) {
        send(form(look(bring(bytes(page)))));
    }

    private static ReviewedEvent row(ImportReview review, String title) {
        return review.rows().stream()
                .filter(row -> row.proposal().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Node event(String name) throws Exception {
        session.refresh(false);
        return session.getNode("/events/" + name);
    }

    @Test
    void whatHasChangedIsShownAndChanged() throws Exception {
        importPage(BEFORE);

        ImportReview review = look(bring(bytes(AFTER)));

        assertThat(known(review)).isEqualTo(2);
        assertThat(review.changing()).isEqualTo(2);
        assertThat(review.taken()).isEqualTo(3);
        assertThat(review.gone()).extracting(StepView.Entry::title).containsExactly("Winter meeting");
        assertThat(row(review, "Spring meeting").changes())
                .extracting(ChangedField::label)
                .contains("city", "people", "report");
        assertThat(row(review, "Autumn meeting").changes())
                .filteredOn(change -> change.label().equals("date"))
                .extracting(ChangedField::before, ChangedField::after, ChangedField::kept)
                .containsExactly(tuple("5 September 2011", "6 September 2011", false));

        String id = event("spring-meeting").getIdentifier();
        send(form(review));

        Node spring = event("spring-meeting");
        assertThat(spring.getIdentifier()).isEqualTo(id);
        assertThat(text(spring, "city")).isEqualTo("Paris");
        assertThat(text(spring, "report")).contains("Paris").doesNotContain("Lyon");
        assertThat(spring.getNode("participations").getNodes().getSize()).isEqualTo(1);
        assertThat(session.getNodeByIdentifier(
                                text(spring.getNode("participations").getNodes().nextNode(), "speaker"))
                        .getProperty("fullName")
                        .getString())
                .isEqualTo("Marc Petit");
        assertThat(text(event("autumn-meeting"), "start")).isEqualTo("2011-09-06");
        assertThat(names("/events"))
                .containsExactlyInAnyOrder("spring-meeting", "autumn-meeting", "winter-meeting", "summer-meeting");
        ImportReview again = look(bring(bytes(AFTER)));
        assertThat(again.taken()).isZero();
        assertThat(again.changing()).isZero();
    }

    @Test
    void aChangeIsTakenBackToWhatWasThere() throws Exception {
        importPage(BEFORE);
        String before = exported();
        String done = query(send(form(look(bring(bytes(AFTER))))));
        assertThat(exported()).isNotEqualTo(before);

        query(send(Map.of("takeBack", done.replaceFirst("done=", ""))));

        assertThat(exported()).isEqualTo(before);
    }

    /** All content, without what is noted of its last change. */
    private String exported() throws Exception {
        session.refresh(false);
        StringBuilder all = new StringBuilder();
        for (String folder : new String[] {"/events", "/speakers", "/work-packages"}) {
            for (Node node : nodes(folder)) {
                all.append(node.getPath())
                        .append(' ')
                        .append(NodeContent.of(node))
                        .append('\n');
            }
        }
        return all.toString();
    }

    @Test
    void whatSomebodyHasEditedSinceStaysAsItIs() throws Exception {
        importPage(BEFORE);
        Node autumn = event("autumn-meeting");
        autumn.setProperty("start", "2011-09-09");
        session.save();

        ImportReview review = look(bring(bytes(AFTER)));

        assertThat(row(review, "Autumn meeting").changes())
                .filteredOn(change -> change.label().equals("date"))
                .extracting(ChangedField::before, ChangedField::kept)
                .containsExactly(tuple("9 September 2011", true));
        assertThat(count(review, ReviewFilter.EDITED)).isEqualTo(1);
        assertThat(look("page=" + review.page().id() + "&only=edited").rows())
                .extracting(ReviewedEvent::title)
                .containsExactly("Autumn meeting");
        send(form(review));
        assertThat(text(event("autumn-meeting"), "start")).isEqualTo("2011-09-09");
    }

    @Test
    void whereLettersHaveBeenLostItStaysAsItIs() throws Exception {
        String before = BEFORE.replace("in Bonn.", "in Bonn. They had come by train from Brașov.");
        importPage(before);

        ImportReview review = look(bring(bytes(before.replace("ș", "?"))));

        assertThat(row(review, "Winter meeting").changes())
                .extracting(ChangedField::label, ChangedField::stays)
                .containsExactly(tuple("report", "lost"));
        assertThat(count(review, ReviewFilter.LOST)).isEqualTo(1);
        assertThat(review.taken()).isZero();
    }

    @Test
    void aCorrectionIsNotUndoneByTheSamePage() throws Exception {
        ImportReview read = look(bring(bytes(BEFORE)));
        Map<String, String> form = form(read);
        form.put(row(row(read, "Autumn meeting")) + ".date", "8 September 2011");
        send(form);

        ImportReview review = look(bring(bytes(BEFORE.replace("Bonn", "Köln"))));

        assertThat(review.changing()).isEqualTo(1);
        send(form(review));
        assertThat(text(event("autumn-meeting"), "start")).isEqualTo("2011-09-08");
        assertThat(text(event("winter-meeting"), "report")).contains("Köln");
    }

    @Test
    void whatWasNotImportedAndMayBeTheSameIsNotTakenUnasked() throws Exception {
        Node there = session.getNode("/events").addNode("autumn", "efc:event");
        there.setProperty("title", "Autumn Meeting");
        there.setProperty("precision", "day");
        there.setProperty("start", "2011-09-05");
        session.save();

        ImportReview review = look(bring(bytes(BEFORE)));

        assertThat(review.taken()).isEqualTo(2);
        assertThat(row(review, "Autumn meeting").state()).isEqualTo("perhaps");
    }

    @Test
    void theSameFormTwiceMakesNothingTwice() throws Exception {
        Map<String, String> form = form(look(bring(bytes(BEFORE))));
        String done = query(send(form));

        // It is led to what was done then.
        assertThat(query(send(form))).isEqualTo(done + "&before=yes");
        Map<String, String> unticked = new HashMap<>(form);
        unticked.keySet().removeIf(name -> name.endsWith(".take"));
        assertThat(problems(send(unticked))).extracting(Problem::message).containsExactly("efc.desk.import.unticked");
        session.refresh(false);
        assertThat(names("/events")).hasSize(3);
    }

    @Test
    void aChangeThatWasTakenBackIsOfferedAgain() throws Exception {
        importPage(BEFORE);
        String done = query(send(form(look(bring(bytes(AFTER))))));
        query(send(Map.of("takeBack", done.replaceFirst("done=", ""))));

        ImportReview review = look(bring(bytes(AFTER)));

        assertThat(review.changing()).isEqualTo(2);
        send(form(review));
        assertThat(text(event("spring-meeting"), "city")).isEqualTo("Paris");
    }

    @Test
    void aTitleThatWasPutRightDoesNotDoubleItsEvent() throws Exception {
        ImportReview read = look(bring(bytes(BEFORE)));
        Map<String, String> form = form(read);
        form.put(row(row(read, "Autumn meeting")) + ".title", "Meeting in autumn");
        send(form);

        ImportReview review = look(bring(bytes(BEFORE.replace("Ghent", "Genk"))));

        assertThat(known(review)).isEqualTo(3);
        send(form(review));
        assertThat(text(event("meeting-in-autumn"), "city")).isEqualTo("Genk");
        assertThat(names("/events")).hasSize(3);
    }

    @Test
    void theSamePageKeepsWhatWasSaidOfIt() {
        ImportReview read = look(bring(bytes(BEFORE)));
        Map<String, String> form = form(read);
        form.remove("import");
        form.put("join", read.rows().get(1).proposal().at() + ".2");
        send(form);

        ImportReview again = look(bring(bytes(BEFORE)));

        assertThat(again.page().id()).isEqualTo(read.page().id());
        assertThat(again.total()).isEqualTo(2);
    }

    @Test
    void translationsOfWhoIsThereStay() throws Exception {
        importPage(BEFORE);
        Node part = event("spring-meeting").getNode("participations").getNodes().nextNode();
        part.setProperty("role_fr", "Chef d’unité");
        session.save();

        send(form(look(bring(bytes(BEFORE.replace("Head of Unit", "Director"))))));

        Node now = event("spring-meeting").getNode("participations").getNodes().nextNode();
        assertThat(text(now, "role")).isEqualTo("Director");
        assertThat(text(now, "role_fr")).isEqualTo("Chef d’unité");
    }

    @Test
    void whatWasPublishedIsTakenBackOnceItIsWithdrawn() throws Exception {
        String done = query(send(form(look(bring(bytes(BEFORE))))));
        Node spring = event("spring-meeting");
        spring.setProperty("mgnl:activationStatus", true);
        spring.setProperty("mgnl:lastActivated", Calendar.getInstance());
        session.save();
        Map<String, String> back = Map.of("takeBack", done.replaceFirst("done=", ""));

        assertThat(problems(send(back))).extracting(Problem::message).containsExactly("efc.desk.step.edited");

        spring.setProperty("mgnl:activationStatus", false);
        session.save();
        query(send(back));
        session.refresh(false);
        assertThat(names("/events")).isEmpty();
    }
}
