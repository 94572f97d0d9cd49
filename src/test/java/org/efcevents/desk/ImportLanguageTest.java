package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The texts of a source go to the fields of the language that it is in. */
class ImportLanguageTest extends Importing {

    private static final String FRENCH =
            """
            <html lang="en"><body>
            <h2>Réunion de printemps</h2>
            <p>Lyon, 4 mars 2011. Claire Fontaine, directrice de l'Institut de la mer, a ouvert la séance avec les membres du réseau.</p>
            <h2>Réunion d'automne</h2>
            <p>Gand, 5 septembre 2011. Les membres ont parlé du budget et des projets qui sont prévus pour cette année.</p>
            </body></html>
            """;

    private static final String CALENDAR =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//EN
            BEGIN:VEVENT
            UID:1@example.org
            DTSTAMP:20240101T000000Z
            DTSTART;VALUE=DATE:20240304
            SUMMARY;LANGUAGE=%s:%s
            END:VEVENT
            END:VCALENDAR
            """;

    @BeforeEach
    void haveFrench() {
        officer = officer.ofSite("en", "fr");
    }

    private ImportReview brought(String page) {
        return look(bring(bytes(page)));
    }

    private static String taken(ImportReview review) {
        return review.languages().stream()
                .filter(Choice::chosen)
                .map(Choice::value)
                .findFirst()
                .orElse("");
    }

    private Node event(String name) throws Exception {
        return session.getNode("/events/" + name);
    }

    private static String value(Node node, String property) throws Exception {
        return node.hasProperty(property) ? node.getProperty(property).getString() : "";
    }

    @Test
    void goToTheFieldsOfTheLanguage() throws Exception {
        ImportReview review = brought(FRENCH);
        assertThat(taken(review)).isEqualTo("fr");
        send(form(review));

        Node spring = event(names("/events").get(0));
        assertThat(value(spring, "title_fr")).isEqualTo("Réunion de printemps");
        assertThat(value(spring, "title")).isEqualTo("Réunion de printemps");
        assertThat(value(spring, "report_fr")).contains("a ouvert la séance");
        assertThat(value(spring, "report")).isEmpty();
        assertThat(value(spring, "city")).isEqualTo("Lyon");
        Node part = spring.getNode("participations").getNodes().nextNode();
        assertThat(value(part, "role_fr")).isEqualTo("directrice");
        assertThat(value(part, "role")).isEmpty();
        assertThat(value(part, "organisation")).isEqualTo("Institut de la mer");
    }

    @Test
    void areComparedInItAgain() throws Exception {
        send(form(brought(FRENCH)));

        String after = FRENCH.replace("directrice de", "présidente de").replace("les projets", "le calendrier");
        ImportReview changed = brought(after.replace("des projets", "des travaux"));
        assertThat(changed.rows().stream().flatMap(row -> row.changes().stream()))
                .extracting(ReviewedEvent.ChangedField::label, ReviewedEvent.ChangedField::language)
                .contains(tuple("report", "fr"), tuple("people", ""))
                .doesNotContain(tuple("report", ""));
        send(form(changed));

        Node spring = event(names("/events").get(0));
        Node part = spring.getNode("participations").getNodes().nextNode();
        assertThat(value(part, "role_fr")).isEqualTo("présidente");
        assertThat(value(event(names("/events").get(1)), "report_fr")).contains("des travaux");
        assertThat(brought(after.replace("des projets", "des travaux")).taken()).isZero();
    }

    @Test
    void changeTheTitleThatTheFirstLanguageWasGivenAlong() throws Exception {
        send(form(brought(CALENDAR.formatted("fr", "Assemblée"))));
        send(form(brought(CALENDAR.formatted("fr", "Grande assemblée"))));

        Node event = event(names("/events").get(0));
        assertThat(value(event, "title_fr")).isEqualTo("Grande assemblée");
        assertThat(value(event, "title")).isEqualTo("Grande assemblée");
    }

    @Test
    void canBePutInAnother() throws Exception {
        ImportReview review = brought(FRENCH);
        Map<String, String> form = new HashMap<>(form(review));
        form.remove("import");
        form.put("language", "en");
        ImportReview corrected = look(query(send(form)));
        assertThat(taken(corrected)).isEqualTo("en");
        send(form(corrected));

        assertThat(value(event(names("/events").get(0)), "report")).contains("a ouvert la séance");
        assertThat(value(event(names("/events").get(0)), "title_fr")).isEmpty();
        assertThat(taken(brought(FRENCH.replace("budget", "calendrier")))).isEqualTo("en");
    }

    @Test
    void goToTheFirstLanguageWithAWordWhereTheArchiveHasNotTheirs() throws Exception {
        officer = officer.ofSite("en", "de");
        ImportReview review = brought(FRENCH);
        assertThat(review.missing()).isEqualTo("French");
        assertThat(taken(review)).isEqualTo("en");
        send(form(review));

        assertThat(value(event(names("/events").get(0)), "report")).contains("a ouvert la séance");
    }

    @Test
    void ofACalendarAreInTheLanguageOfItsWordsOrOfItsParameter() throws Exception {
        assertThat(taken(brought(CALENDAR.formatted("fr", "Assemblée")))).isEqualTo("fr");
        assertThat(taken(brought(
                        CALENDAR.formatted("fr", "The minutes of the meeting with members and guests from Ghent"))))
                .isEqualTo("en");
        assertThat(taken(brought(CALENDAR.formatted("en", "Les projets du réseau pour une mer qui monte"))))
                .isEqualTo("fr");
    }

    @Test
    void ofACalendarOfWhichFewTitlesNameALanguageStayInTheFirst() {
        String event =
                "BEGIN:VEVENT\nUID:2@example.org\nDTSTAMP:20240101T000000Z\nDTSTART:20240305\nSUMMARY:Training\nEND:VEVENT\n";
        String mixed = CALENDAR.formatted("fr", "Assemblée").replace("END:VCALENDAR", event + "END:VCALENDAR");

        assertThat(taken(brought(mixed))).isEqualTo("en");
    }

    @Test
    void ofAPageInEnglishStayInTheFirst() {
        ImportReview review = brought(
                """
                <html><body>
                <h2>Spring meeting</h2>
                <p>Lyon, 4 March 2011. The members talked of the budget and the projects that are planned for this year.</p>
                <h2>Autumn meeting</h2>
                <p>Ghent, 5 September 2011. The minutes of the spring were approved by the members.</p>
                </body></html>
                """);

        assertThat(taken(review)).isEqualTo("en");
        assertThat(review.rows().get(0).proposal().stated().fields()).containsKeys("title", "report");
        assertThat(List.of(review.missing())).containsExactly("");
    }
}
