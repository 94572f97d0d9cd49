package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.jcr.Node;
import org.junit.jupiter.api.Test;

/** The events of an old page: read, looked over, corrected, made and taken back as a whole. */
class ImportPageTest extends Importing {

    @Test
    void theCoalitionsPageBecomesItsArchive() throws Exception {
        String done = query(send(form(look(bring(coalition())))));

        session.refresh(false);
        assertThat(nodes("/events")).hasSize(29).allSatisfy(event -> {
            assertThat(event.isNodeType("efc:event")).isTrue();
            assertThat(event.hasProperty("mgnl:lastActivated")).isFalse();
            assertThat(text(event, "sourceTitle")).isEqualTo("Past Events");
        });
        assertThat(new TreeSet<>(names("/events"))).contains("efc-wp5-meeting", "efc-wp5-meeting-2013-04-29");
        assertThat(nodes("/speakers")).hasSize(22);
        assertThat(names("/work-packages")).containsExactlyInAnyOrder("wp1", "wp3", "wp4", "wp5");
        Node cesar = session.getNode("/speakers/cesar-alonso-iriarte");
        assertThat(text(cesar, "fullName")).isEqualTo("César Alonso Iriarte");
        assertThat(cesar.getProperty("otherNames").getValues()[0].getString()).isEqualTo("Csar Alonso Iriarte");
        Node launch = session.getNode("/events/launch-of-the-european-financial-coalition");
        assertThat(text(launch, "precision")).isEqualTo("unknown");
        assertThat(text(launch, "kind")).isEqualTo("launch");
        Node steering = session.getNode("/events/2nd-efc-steering-group-meeting");
        assertThat(text(steering, "start")).isEqualTo("2013-02-12");
        assertThat(text(steering, "attendance")).isEqualTo("Closed session - EFC SG Members only");
        assertThat(text(steering, "report"))
                .startsWith("<p>The 2nd EFC Steering Group Meeting took place on 12 February 2013")
                .doesNotContain("Closed session");
        Node training = session.getNode("/events/first-efc-training-session-march-2014");
        assertThat(text(training, "start")).isEqualTo("2014-03-24");
        assertThat(text(training, "end")).isEqualTo("2014-03-26");
        assertThat(training.hasProperty("report")).isFalse();
        assertThat(text(training, "description")).contains("hosted by Microsoft");
        assertThat(((ImportPage.Made) ((DeskAnswer.Shown) page.shown(officer.asks(done))).model())
                        .done()
                        .changed())
                .hasSize(29 + 22 + 4);
    }

    @Test
    void theSamePageAgainChangesNothing() throws Exception {
        send(form(look(bring(coalition()))));
        session.refresh(false);
        List<String> before = names("/events");

        ImportReview again = look(bring(coalition()));

        assertThat(known(again)).isEqualTo(29);
        assertThat(again.rows()).noneMatch(row -> row.proposal().taken());
        assertThat(problems(send(form(again))))
                .extracting(Problem::message)
                .containsExactly("efc.desk.import.unticked");
        session.refresh(false);
        assertThat(names("/events")).isEqualTo(before);
    }

    @Test
    void whatIsCorrectedIsKeptAndImported() throws Exception {
        ImportReview read = look(
                bring(
                        bytes(
                                """
                Spring meeting


                The members met on 4 March 2011 in Lyon.

                Autumn meeting


                The members met on 5 September 2011 in Ghent.
                """)));
        Map<String, String> form = form(read);
        form.remove("import");
        String first = row(read.rows().get(0));
        form.put(first + ".title", "Meeting in spring");
        form.put(first + ".date", "4–5 March 2011");
        form.put(first + ".kind", "training");
        form.remove(row(read.rows().get(1)) + ".take");

        ImportReview kept = look(query(send(form)));
        assertThat(kept.taken()).isEqualTo(1);
        send(form(kept));

        session.refresh(false);
        assertThat(names("/events")).containsExactly("meeting-in-spring");
        Node event = session.getNode("/events/meeting-in-spring");
        assertThat(text(event, "start")).isEqualTo("2011-03-04");
        assertThat(text(event, "end")).isEqualTo("2011-03-05");
        assertThat(text(event, "kind")).isEqualTo("training");
        assertThat(text(event, "city")).isEqualTo("Lyon");
    }

    @Test
    void nothingIsMadeOfWhatIsNotRight() throws Exception {
        ImportReview read = look(bring(coalition()));
        Map<String, String> form = form(read);
        String third = row(read.rows().get(2));
        String fourth = row(read.rows().get(3));
        form.put(third + ".date", "32 March 2011");
        form.put(fourth + ".title", " ");

        DeskAnswer answer = send(form);

        assertThat(problems(answer)).extracting(Problem::field).containsExactly(third + ".date", fourth + ".title");
        session.refresh(false);
        assertThat(names("/events")).isEmpty();
        assertThat(names("/speakers")).isEmpty();
    }

    @Test
    void anImportIsTakenBackAsAWholeAndCanBeMadeAgain() throws Exception {
        String looking = bring(coalition());
        String done = query(send(form(look(looking))));

        send(Map.of("takeBack", done.replaceFirst("done=", "")));

        session.refresh(false);
        assertThat(names("/events")).isEmpty();
        assertThat(names("/speakers")).isEmpty();
        assertThat(names("/work-packages")).isEmpty();
        ImportReview again = look(looking);
        assertThat(known(again)).isZero();
        assertThat(again.taken()).isEqualTo(29);
    }

    @Test
    void peopleAndWorkPackagesThatAreThereAreTaken() throws Exception {
        Node known = session.getNode("/speakers").addNode("vicky", "efc:speaker");
        known.setProperty("fullName", "Victoria Ford");
        known.setProperty("otherNames", new String[] {"Vicky Ford"});
        Node fifth = session.getNode("/work-packages").addNode("five", "efc:workPackage");
        fifth.setProperty("code", "WP5");
        session.save();

        send(form(look(bring(coalition()))));

        session.refresh(false);
        assertThat(nodes("/speakers")).hasSize(22);
        assertThat(names("/work-packages")).contains("five").doesNotContain("wp5");
        assertThat(session.getNode("/events/wp5-conference-call")
                        .getProperty("workPackages")
                        .getValues()[0]
                        .getString())
                .isEqualTo(fifth.getIdentifier());
    }

    @Test
    void aYearThatIsLeftOutIsOfferedAndNotTaken() throws Exception {
        ImportReview review = look(
                bring(
                        bytes(
                                """
                First meeting


                The members met on 4 March 2011 in Lyon.

                Second meeting


                The members met on 5 April in Ghent.

                Third meeting


                The members met on 6 May 2011 in Bonn.
                """)));

        assertThat(review.rows().get(1).proposal().date()).isEqualTo("5 April");
        assertThat(review.rows().get(1).facts())
                .anyMatch(
                        fact -> fact.label().equals("offered") && fact.value().equals("5 April 2011") && !fact.sure());
        send(form(review));
        session.refresh(false);
        assertThat(text(session.getNode("/events/second-meeting"), "partialDate"))
                .isEqualTo("XXXX-04-05");
    }

    @Test
    void aPageWithoutEventsIsShownAsItIs() {
        ImportReview review = look(bring(bytes("Nothing to see here.")));

        assertThat(review.rows()).isEmpty();
        assertThat(review.maybeOne()).isEmpty();
        assertThat(review.unread()).containsExactly("Nothing to see here.");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(problems(send(Map.of("text", " ", "title", ""))))
                .extracting(Problem::message)
                .containsExactly("efc.desk.import.nothing", "efc.desk.import.untitled");
        assertThat(problems(send(Map.of("text", "A page", "title", "Past", "address", "javascript:alert(1)"))))
                .extracting(Problem::field)
                .containsExactly("address");
    }

    @Test
    void twoEntriesThatAreOneAreJoinedAndOneThatIsTwoIsDivided() throws Exception {
        String looking = bring(
                bytes(
                        """
                First meeting


                The members met on 4 March 2011 in Lyon.

                Second meeting


                The members met on 5 April 2012 in Ghent.

                Third meeting


                The members met on 6 May 2013 in Bonn.
                """));
        ImportReview read = look(looking);
        Map<String, String> form = form(read);
        form.remove("import");
        form.put("join", read.rows().get(1).proposal().at() + ".2");

        ImportReview joined = look(query(send(form)));

        assertThat(joined.rows())
                .extracting(row -> row.proposal().title())
                .containsExactly("First meeting", "Third meeting");
        ReviewedEvent first = joined.rows().get(0);
        assertThat(first.beginnings())
                .extracting(ReviewedEvent.Beginning::words)
                .contains("Second meeting", "The members met on 5 April 2012 in Ghent.");
        Map<String, String> again = form(joined);
        again.remove("import");
        again.put("divide", first.proposal().at() + ".1");
        again.put(
                row(first) + ".divide",
                Integer.toString(first.beginnings().stream()
                        .filter(beginning -> beginning.words().equals("Second meeting"))
                        .findFirst()
                        .orElseThrow()
                        .at()));

        ImportReview divided = look(query(send(again)));

        assertThat(divided.rows())
                .extracting(row -> row.proposal().title(), row -> row.proposal().date())
                .containsExactly(
                        tuple("First meeting", "2011-03-04"),
                        tuple("Second meeting", "2012-04-05"),
                        tuple("Third meeting", "2013-05-06"));
    }

    @Test
    void whereEventsWereReachedLeadsToThem() throws Exception {
        send(
                form(
                        look(
                                bring(
                                        bytes(
                                                """
                <!doctype html><title>Past</title><main>
                <h3 id="lyon-2011"><a href="/news/first-meeting-of-the-members.php">First meeting</a></h3><p>The members met on 4 March 2011 in Lyon.</p>
                <h3 id="content">Second meeting</h3><p>The members met on 5 September 2011 in Ghent.</p>
                <h3><a name="bonn-2011"></a>Third meeting</h3><p>The members met on 6 October 2011 in Bonn.</p>
                </main>
                """)))));

        session.refresh(false);
        assertThat(session.getNode("/events/first-meeting")
                        .getProperty("formerAddresses")
                        .getValues())
                .extracting(value -> value.getString())
                .containsExactly("lyon-2011", "first-meeting-of-the-members");
        assertThat(session.getNode("/events/second-meeting").hasProperty("formerAddresses"))
                .isFalse();
        assertThat(session.getNode("/events/third-meeting")
                        .getProperty("formerAddresses")
                        .getValues()[0]
                        .getString())
                .isEqualTo("bonn-2011");
    }

    @Test
    void aPageOfTooManyPartsIsRefused() {
        assertThat(problems(page.sent(officer.sends(
                                Map.of("title", "Parts"), "page.html", bytes("<html>" + "<p>x".repeat(300_000))))
                        .orElseThrow()))
                .extracting(Problem::message)
                .containsExactly("efc.desk.import.parts");
    }
}
