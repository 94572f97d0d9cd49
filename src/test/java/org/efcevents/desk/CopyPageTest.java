package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events made from another one: what goes along, when they are, and that they are made and taken back as a whole. */
class CopyPageTest {

    @TempDir
    Path home;

    private final CopyPage page = new CopyPage();
    private TestArchive content;
    private Officer officer;
    private Session session;
    private Node original;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        officer = new Officer(content);
        session = content.session();
        session.getNode("/events").addNode("hidden", "mgnl:folder");
        original = content.event(
                "conference-2014",
                Map.of("title", "EFC Conference 2014", "title_fr", "Conférence 2014", "kind", "conference"));
        Map.of(
                        "precision", "time",
                        "start", "2014-03-24",
                        "end", "2014-03-26",
                        "startTime", "9h30",
                        "endTime", "17:00",
                        "timeZone", "Europe/Lisbon",
                        "teaser_fr", "Trois jours.")
                .forEach((name, value) -> set(original, name, value));
        Map.of(
                        "report", "<p>It was.</p>",
                        "report_fr", "<p>Ce fut.</p>",
                        "recording", "https://video.example.org/1",
                        "participantCount", "120",
                        "registrationDeadline", "2014-03-01",
                        "registrationAddress", "https://register.example.org",
                        "status", "rescheduled",
                        "statusText", "Moved",
                        "sourceTitle", "Past Events")
                .forEach((name, value) -> set(original, name, value));
        set(original, "venue", "Hall");
        set(original, "hashtag", "#efc");
        set(original, "mgnl:activationStatus", "true");
        original.setProperty("formerAddresses", new String[] {"conference"});
        original.addNode("publicNotice", "efc:notice").setProperty("title", "A conference");
        original.addNode("members", "efc:members").setProperty("minutes", "<p>Agreed.</p>");
        Node talk = content.participation(
                original,
                content.speaker("ann", Map.of("fullName", "Ann Ek")),
                Map.of("role", "Chair", "talkTitle", "On whales", "panel", "Panel 2"));
        set(talk, "summary_fr", "Des baleines");
        Node items = original.addNode("programme", "mgnl:contentNode");
        for (String day : List.of("2014-03-25", "26 March", "2", "2014-05-01")) {
            set(items.addNode("item" + items.getNodes().getSize(), "mgnl:contentNode"), "day", day);
        }
        session.save();
    }

    private static void set(Node node, String name, String value) {
        try {
            node.setProperty(name, value);
        } catch (javax.jcr.RepositoryException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Object shown(Map<String, String> asked) throws Exception {
        String query = asked.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ((DeskAnswer.Shown) page.shown(officer.asks(query))).model();
    }

    private CopyList look(String... more) throws Exception {
        Map<String, String> asked = new LinkedHashMap<>(Map.of("event", original.getIdentifier()));
        for (int i = 0; i < more.length; i += 2) {
            asked.put(more[i], more[i + 1]);
        }
        return ((CopyPage.LookingOver) shown(asked)).list();
    }

    /** Copies on the 4th and on the 11th. */
    private CopyList mondays() throws Exception {
        return look(
                "when", "repeated", "rule", "week", "weekday", "monday", "from", "2027-01-01", "until", "2027-01-14");
    }

    /** The form as it is shown, for {@link #send}. */
    private Map<String, String> form(CopyList list) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of("event", original.getIdentifier()));
        list.parts().forEach(part -> form.put("take." + part.key(), "on"));
        for (CopyList.Row row : list.rows()) {
            form.put("row." + row.number() + ".take", "on");
            form.put("row." + row.number() + ".day", row.day());
            form.put("row." + row.number() + ".address", row.address());
        }
        return form;
    }

    private DeskAnswer send(Map<String, String> form) {
        return page.sent(officer.sends(form)).orElseThrow();
    }

    private Node made(String name) throws Exception {
        return session.getNode("/events/" + name);
    }

    private static List<String> names(Node node) throws Exception {
        List<String> names = new ArrayList<>();
        for (var all = node.getProperties(); all.hasNext(); ) {
            String name = all.nextProperty().getName();
            if (!name.startsWith("jcr:")) {
                names.add(name);
            }
        }
        return names;
    }

    private static String text(Node node, String property) throws Exception {
        return node.getProperty(property).getString();
    }

    @Test
    void aCopyTakesNothingAlongThatBelongsToTheOneEvent() throws Exception {
        Map<String, String> form = form(look(
                "when",
                "once",
                "day",
                "2027-05-03",
                "take.texts",
                "on",
                "take.place",
                "on",
                "take.registration",
                "on"));

        assertThat(send(form)).isInstanceOf(DeskAnswer.Done.class);

        Node copy = made("conference-2027");
        assertThat(names(copy))
                .containsExactlyInAnyOrder(
                        "title",
                        "title_fr",
                        "kind",
                        "hashtag",
                        "teaser_fr",
                        "venue",
                        "registrationAddress",
                        "precision",
                        "start",
                        "end",
                        "startTime",
                        "endTime",
                        "timeZone",
                        "status",
                        "mgnl:created",
                        "mgnl:createdBy",
                        "mgnl:lastModified",
                        "mgnl:lastModifiedBy");
        assertThat(copy.getIdentifier()).isNotEqualTo(original.getIdentifier());
        assertThat(text(copy, "status")).isEqualTo("scheduled");
        assertThat(text(copy, "title")).isEqualTo("EFC Conference 2027");
        assertThat(text(copy, "title_fr")).isEqualTo("Conférence 2027");
        assertThat(text(copy, "mgnl:createdBy")).isEqualTo("officer");
        assertThat(copy.getNode("publicNotice").hasProperty("title")).isFalse();
        assertThat(copy.getNodes().getSize()).isEqualTo(1);
        assertThat(text(original, "report")).isEqualTo("<p>It was.</p>");
    }

    @Test
    void itIsAsLongAsTheOriginalAtTheSameTimesOfDay() throws Exception {
        send(form(look("when", "once", "day", "2027-05-03")));

        Node copy = made("conference-2027");
        assertThat(List.of(
                        text(copy, "precision"),
                        text(copy, "start"),
                        text(copy, "startTime"),
                        text(copy, "end"),
                        text(copy, "endTime"),
                        text(copy, "timeZone")))
                .containsExactly("time", "2027-05-03", "9h30", "2027-05-05", "17:00", "Europe/Lisbon");
    }

    @Test
    void withoutADayItHasNone() throws Exception {
        send(form(look("when", "once", "day", "")));

        Node copy = made("conference-2");
        assertThat(text(copy, "precision")).isEqualTo("unknown");
        assertThat(copy.hasProperty("start")).isFalse();
        assertThat(text(copy, "title")).isEqualTo("EFC Conference 2014");
    }

    @Test
    void peopleComeWithWhatTheySpeakAboutIfTheProgrammeDoes() throws Exception {
        send(form(look("when", "once", "day", "2027-05-03", "take.people", "on")));
        send(form(look("when", "once", "day", "2028-05-03", "take.people", "on", "take.programme", "on")));

        assertThat(names(made("conference-2027/participations/participations0")))
                .contains("speaker", "role")
                .doesNotContain("talkTitle", "panel", "summary_fr");
        assertThat(made("conference-2027").hasNode("programme")).isFalse();
        assertThat(names(made("conference-2028/participations/participations0")))
                .contains("speaker", "role", "talkTitle", "panel", "summary_fr");
        List<String> days = new ArrayList<>();
        for (var items = made("conference-2028/programme").getNodes(); items.hasNext(); ) {
            Node item = items.nextNode();
            days.add(item.hasProperty("day") ? text(item, "day") : "-");
        }
        assertThat(days).containsExactly("2", "3", "2", "-");
    }

    @Test
    void manyAreMadeAndTakenBackAsAWhole() throws Exception {
        CopyList list = look(
                "when",
                "repeated",
                "rule",
                "weekday",
                "number",
                "1",
                "weekday",
                "tuesday",
                "dayOfMonth",
                "1",
                "every",
                "1",
                "from",
                "2027-01-01",
                "until",
                "2027-12-31");
        assertThat(list.rows()).hasSize(12);
        Map<String, String> form = form(list);
        form.remove("row.11.take");
        form.put("row.0.day", "2027-01-12");
        form.put("row.0.address", "first-call");

        String made = ((DeskAnswer.Done) send(form)).address();

        assertThat(text(made("first-call"), "start")).isEqualTo("2027-01-12");
        assertThat(text(made("conference-2027-11-02"), "start")).isEqualTo("2027-11-02");
        assertThat(session.nodeExists("/events/conference-2027-12-07")).isFalse();
        String step = made.replaceFirst(".*done=", "");
        assertThat(((CopyPage.Made) shown(Map.of("done", step))).events())
                .extracting(event -> event.date().earliest().orElseThrow().toString())
                .hasSize(11)
                .isSorted();

        assertThat(((CopyPage.Choosing) shown(Map.of())).latest())
                .extracting(StepView::words)
                .containsExactly(List.of("EFC Conference 2014", "11"));
        assertThat(((DeskAnswer.Done) send(Map.of("takeBack", step))).address()).isEqualTo(made);
        assertThat(((CopyPage.Choosing) shown(Map.of("done", step))).takenBack())
                .isEqualTo(11);
        assertThat(session.getNode("/events").getNodes().getSize()).isEqualTo(2);
        assertThat(((DeskAnswer.Shown) send(Map.of("takeBack", step))).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"title, Another", "mgnl:activationStatus, true"})
    void whatSomebodyHasTouchedIsNotTakenBackNorAreTheOthers(String property, String value) throws Exception {
        String made = ((DeskAnswer.Done) send(form(mondays()))).address();
        Node touched = made("conference-2027-01-04");
        touched.setProperty(property, value);
        if (property.equals("title")) {
            touched.setProperty("mgnl:lastModified", java.util.Calendar.getInstance());
        }
        session.save();

        DeskAnswer answer = send(Map.of("takeBack", made.replaceFirst(".*done=", "")));

        assertThat(((CopyPage.Made) ((DeskAnswer.Shown) answer).model()).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).isEqualTo("efc.desk.step.edited");
                    assertThat(problem.about()).containsExactly(1);
                    assertThat(problem.entries())
                            .extracting(StepView.Entry::title, StepView.Entry::form, StepView.Entry::published)
                            .containsExactly(tuple(
                                    text(touched, "title"),
                                    "#app:efc-events:browser;/events/conference-2027-01-04:",
                                    !property.equals("title")));
                });
        assertThat(session.nodeExists("/events/conference-2027-01-11")).isTrue();
    }

    @Test
    void whatATextLinksToIsNotTakenBack() throws Exception {
        String made = ((DeskAnswer.Done) send(form(mondays()))).address();
        set(
                original,
                "description",
                "<a href=\"${link:{uuid:{" + made("conference-2027-01-04").getIdentifier()
                        + "},repository:{efc-events},path:{/events/conference-2027-01-04}}}\">next</a>");
        session.save();

        DeskAnswer answer = send(Map.of("takeBack", made.replaceFirst(".*done=", "")));

        assertThat(((CopyPage.Made) ((DeskAnswer.Shown) answer).model()).problems())
                .extracting(Problem::message)
                .containsExactly("efc.desk.step.linked");
        assertThat(session.nodeExists("/events/conference-2027-01-11")).isTrue();
    }

    @Test
    void ifOneIsGoneTheOthersAreTakenBack() throws Exception {
        String made = ((DeskAnswer.Done) send(form(mondays()))).address();
        made("conference-2027-01-04").remove();
        session.save();

        assertThat(send(Map.of("takeBack", made.replaceFirst(".*done=", "")))).isInstanceOf(DeskAnswer.Done.class);
        assertThat(session.nodeExists("/events/conference-2027-01-11")).isFalse();
    }

    @Test
    void aFormThatIsSentTwiceMakesNothingTwice() throws Exception {
        Map<String, String> form = form(look("when", "once", "day", "2027-05-03"));
        send(form);

        CopyPage.LookingOver again = (CopyPage.LookingOver) ((DeskAnswer.Shown) send(form)).model();

        assertThat(again.list().allProblems())
                .extracting(Problem::message)
                .containsExactly("efc.desk.copy.address.taken");
        assertThat(session.getNode("/events").getNodes().getSize()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "row.1.address, conference-2014, efc.desk.copy.address.taken",
        // What was its address would lead to the copy.
        "row.1.address, conference, efc.desk.copy.address.taken",
        "row.1.address, conference-2027-01-04, efc.desk.copy.address.taken",
        "row.1.address, Two Words, efc.desk.copy.address.wrong",
        "row.1.day, 2027-02-30, efc.desk.copy.day.wrong",
        "row.1.day, 0027-02-20, efc.desk.copy.day.wrong",
        "row.1.day, next week, efc.desk.copy.day.wrong",
    })
    void oneThatIsWrongKeepsAllFromBeingMade(String field, String value, String problem) throws Exception {
        Map<String, String> form = form(mondays());
        form.put(field, value);

        DeskAnswer.Shown answer = (DeskAnswer.Shown) send(form);

        assertThat(answer.status()).isEqualTo(422);
        CopyList list = ((CopyPage.LookingOver) answer.model()).list();
        assertThat(list.allProblems()).containsExactly(new Problem(field, problem, List.of(value)));
        assertThat(list.rows().get(0).address()).isEqualTo("conference-2027-01-04");
        assertThat(session.getNode("/events").getNodes().getSize()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "until, 2026-01-01, efc.desk.copy.until.before",
        "until, 2099-12-31, efc.desk.copy.many",
        "until, 2027-01-02, efc.desk.copy.none",
        "from, x, efc.desk.copy.day.wrong",
        "every, 0, efc.desk.copy.number.wrong",
        "rule, moon, efc.desk.copy.rule.wrong",
    })
    void aPatternThatCannotBeIsToldBeforeAnythingIsListed(String field, String value, String problem) throws Exception {
        Map<String, String> asked = new LinkedHashMap<>(Map.of(
                "event", original.getIdentifier(),
                "when", "repeated",
                "rule", "week",
                "weekday", "monday",
                "from", "2027-01-01",
                "until", "2027-02-01"));
        asked.put(field, value);

        CopyPlan plan = ((CopyPage.Planning) shown(asked)).plan();

        assertThat(plan.problems()).extracting(Problem::message).containsExactly(problem);
        assertThat(plan.typed()).containsEntry(field, value);
    }

    @Test
    void aCopyOfAHiddenEventIsHidden() throws Exception {
        session.move(original.getPath(), "/events/hidden/conference-2014");
        session.save();

        send(form(look("when", "once", "day", "2027-05-03")));

        assertThat(session.nodeExists("/events/hidden/conference-2027")).isTrue();
    }

    @Test
    void onlyWhatAnEventHasIsOffered() throws Exception {
        CopyPlan plan = ((CopyPage.Planning) shown(Map.of("event", original.getIdentifier()))).plan();

        assertThat(plan.parts())
                .extracting(part -> part.part().key() + " " + part.isTaken())
                .containsExactly("texts true", "place true", "people false", "programme false", "registration false");
        assertThat(plan.typed()).containsEntry("number", "4").containsEntry("weekday", "monday");
        assertThat(((CopyPage.Choosing) shown(Map.of("event", "none"))).found()).hasSize(1);
    }

    /** What is marked as deleted is there until that is published, and folders have names, too. */
    @ParameterizedTest
    @ValueSource(strings = {"hidden", "gone-2015"})
    void anAddressIsTakenByWhateverLiesThere(String address) throws Exception {
        content.event("gone-2015", Map.of("title", "Gone")).addMixin("mgnl:deleted");
        session.save();
        Map<String, String> form = form(look("when", "once", "day", "2015-03-24"));
        form.put("row.0.address", address);

        DeskAnswer.Shown answer = (DeskAnswer.Shown) send(form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(((CopyPage.LookingOver) answer.model()).list().allProblems())
                .containsExactly(Problem.of("row.0.address", "efc.desk.copy.address.taken", address));
    }

    @Test
    void noAddressIsProposedThatSomethingMarkedAsDeletedHas() throws Exception {
        content.event("conference-2015", Map.of("title", "Gone")).addMixin("mgnl:deleted");
        session.save();

        assertThat(look("when", "once", "day", "2015-03-24").rows())
                .extracting(CopyList.Row::address)
                .containsExactly("conference-2015-03-24");
    }
}
