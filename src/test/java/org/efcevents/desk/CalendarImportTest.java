package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.calendar.EventCalendar;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.date.StoredDate;
import org.efcevents.desk.ReviewedEvent.ChangedField;
import org.efcevents.event.EventStatus;
import org.efcevents.imports.KeptPages;
import org.junit.jupiter.api.Test;

/** A calendar is imported, and imported again when it has changed. */
class CalendarImportTest extends Importing {

    private static final String BEFORE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Somebody//EN
            X-WR-TIMEZONE:Europe/Brussels
            BEGIN:VEVENT
            UID:spring@x
            DTSTAMP:20110101T000000Z
            DTSTART:20110304T080000Z
            DTEND:20110304T100000Z
            SUMMARY:Spring meeting
            LOCATION:Lyon\\, France
            DESCRIPTION:Bring your notes.
            ATTENDEE;CN=Anna Weiss;ROLE=CHAIR:mailto:anna.weiss@example.org
            END:VEVENT
            BEGIN:VEVENT
            UID:autumn@x
            DTSTAMP:20110101T000000Z
            DTSTART;VALUE=DATE:20110905
            DTEND;VALUE=DATE:20110907
            SUMMARY:Autumn meeting
            END:VEVENT
            BEGIN:VEVENT
            UID:call@x
            DTSTAMP:20110101T000000Z
            DTSTART;TZID=Europe/Brussels:20110110T100000
            DURATION:PT1H
            RRULE:FREQ=WEEKLY;COUNT=3
            SUMMARY:Weekly call
            END:VEVENT
            END:VCALENDAR
            """;

    private static final String AFTER = BEFORE.replace("DTSTAMP:20110101", "DTSTAMP:20110201")
            .replace("20110304T080000Z", "20110304T090000Z")
            .replace("20110304T100000Z", "20110304T110000Z")
            .replace("SUMMARY:Autumn meeting", "SUMMARY:Autumn assembly\nSTATUS:CANCELLED")
            .replace(
                    "END:VCALENDAR",
                    """
                    BEGIN:VEVENT
                    UID:call@x
                    DTSTAMP:20110201T000000Z
                    RECURRENCE-ID;TZID=Europe/Brussels:20110117T100000
                    DTSTART;TZID=Europe/Brussels:20110118T100000
                    DURATION:PT1H
                    SUMMARY:Weekly call
                    END:VEVENT
                    END:VCALENDAR""");

    private void importCalendar(String calendar) {
        send(form(look(bring(bytes(calendar)))));
    }

    private Node event(String name) throws Exception {
        session.refresh(false);
        return session.getNode("/events/" + name);
    }

    private static Stream<ReviewedEvent> changed(ImportReview review) {
        return review.rows().stream().filter(row -> !row.changes().isEmpty());
    }

    @Test
    void eventsAndInstancesAreMade() throws Exception {
        importCalendar(BEFORE);

        Node spring = event("spring-meeting");
        assertThat(text(spring, "start")).isEqualTo("2011-03-04");
        assertThat(text(spring, "startTime")).isEqualTo("09:00");
        assertThat(text(spring, "endTime")).isEqualTo("11:00");
        assertThat(text(spring, "timeZone")).isEqualTo("Europe/Brussels");
        assertThat(text(spring, "city")).isEqualTo("Lyon");
        assertThat(text(spring, "country")).isEqualTo("FR");
        assertThat(text(spring, "description")).isEqualTo("<p>Bring your notes.</p>");
        assertThat(text(spring, "sourceUid")).isEqualTo("spring@x");
        assertThat(text(spring.getNode("participations").getNodes().nextNode(), "part"))
                .isEqualTo("chair");
        assertThat(text(event("autumn-meeting"), "end")).isEqualTo("2011-09-06");
        assertThat(names("/events"))
                .containsExactlyInAnyOrder(
                        "spring-meeting",
                        "autumn-meeting",
                        "weekly-call",
                        "weekly-call-2011-01-17",
                        "weekly-call-2011-01-24");
    }

    @Test
    void eachInstanceIsCorrectedAlone() throws Exception {
        ImportReview review = look(bring(bytes(BEFORE)));
        Map<String, String> form = form(review);
        form.put(row(review.rows().get(3)) + ".title", "The second call");
        form.remove(row(review.rows().get(4)) + ".take");
        send(form);

        assertThat(names("/events"))
                .containsExactlyInAnyOrder("spring-meeting", "autumn-meeting", "weekly-call", "the-second-call");
    }

    @Test
    void theSameAgainChangesNothing() throws Exception {
        importCalendar(BEFORE);

        for (String calendar : List.of(BEFORE, BEFORE.replace("DTSTAMP:20110101", "DTSTAMP:20110301"))) {
            ImportReview again = look(bring(bytes(calendar)));

            assertThat(known(again)).isEqualTo(5);
            assertThat(again.taken()).isZero();
            assertThat(again.gone()).isEmpty();
            assertThat(changed(again)).isEmpty();
        }
    }

    @Test
    void whatHasChangedIsShownAndChangedAndNothingElse() throws Exception {
        importCalendar(BEFORE);
        String second = event("weekly-call-2011-01-17").getIdentifier();

        ImportReview review = look(bring(bytes(AFTER)));

        assertThat(review.taken()).isEqualTo(3);
        assertThat(review.changing()).isEqualTo(3);
        assertThat(review.gone()).isEmpty();
        assertThat(changed(review).flatMap(row -> row.changes().stream()))
                .extracting(ChangedField::label, ChangedField::before, ChangedField::after, ChangedField::kept)
                .containsExactlyInAnyOrder(
                        tuple(
                                "date",
                                "4 March 2011, 09:00–11:00 (Central European Standard Time, UTC+1)",
                                "4 March 2011, 10:00–12:00 (Central European Standard Time, UTC+1)",
                                false),
                        tuple("title", "Autumn meeting", "Autumn assembly", false),
                        tuple("status", "scheduled", "cancelled", false),
                        tuple(
                                "date",
                                "17 January 2011, 10:00–11:00 (Central European Standard Time, UTC+1)",
                                "18 January 2011, 10:00–11:00 (Central European Standard Time, UTC+1)",
                                false));

        send(form(review));

        assertThat(text(event("spring-meeting"), "startTime")).isEqualTo("10:00");
        assertThat(text(event("autumn-meeting"), "title")).isEqualTo("Autumn assembly");
        assertThat(text(event("autumn-meeting"), "status")).isEqualTo("cancelled");
        assertThat(text(event("weekly-call-2011-01-17"), "start")).isEqualTo("2011-01-18");
        assertThat(event("weekly-call-2011-01-17").getIdentifier()).isEqualTo(second);
        assertThat(names("/events")).hasSize(5);
        assertThat(look(bring(bytes(AFTER))).taken()).isZero();
    }

    @Test
    void whatSomebodyHasEditedSinceStays() throws Exception {
        importCalendar(BEFORE);
        Node spring = event("spring-meeting");
        spring.setProperty("startTime", "09:15");
        spring.setProperty("city", "Villeurbanne");
        session.save();

        ImportReview review = look(bring(bytes(AFTER)));

        assertThat(changed(review).flatMap(row -> row.changes().stream()).filter(ChangedField::kept))
                .extracting(ChangedField::label, ChangedField::before)
                .containsExactly(tuple("date", "4 March 2011, 09:15–11:00 (Central European Standard Time, UTC+1)"));
        send(form(review));
        assertThat(text(event("spring-meeting"), "startTime")).isEqualTo("09:15");
        assertThat(text(event("spring-meeting"), "city")).isEqualTo("Villeurbanne");
    }

    /** A calendar that the archive itself has written of an event. */
    private static String own(String id, String title) {
        CalendarEntry entry = new CalendarEntry(
                id,
                null,
                Instant.parse("2011-01-01T00:00:00Z"),
                EventDate.of(new StoredDate("time", "2011-03-04", null, "09:00", null, "Europe/London", null, false)),
                ZoneId.of("Europe/Brussels"),
                "en",
                title,
                "Announced.\n\nOrganiser: The network",
                "Town Hall, Lyon, France",
                "The network",
                "https://events.example.org/en/events/spring-meeting.html",
                null,
                OpenEnum.of(EventStatus.SCHEDULED),
                List.of("Conference", "Heritage", "WP1 – Standards"),
                List.of());
        return new EventCalendar(null, List.of(entry)).text();
    }

    @Test
    void aCalendarOfTheArchiveItselfBringsNothing() throws Exception {
        Node there = session.getNode("/events").addNode("spring", "efc:event");
        there.setProperty("title", "Spring meeting");
        session.save();

        ImportReview review = look(bring(bytes(own(there.getIdentifier(), "Spring meeting"))));

        assertThat(known(review)).isEqualTo(1);
        assertThat(review.taken()).isZero();
        assertThat(changed(review)).isEmpty();
    }

    @Test
    void aCalendarOfAnotherArchiveBringsItsEventsOnce() throws Exception {
        String calendar = own("11111111-2222-4333-8444-555555555555", "Spring meeting");

        importCalendar(calendar);

        Node event = event("spring-meeting");
        assertThat(text(event, "kind")).isEqualTo("conference");
        assertThat(text(event, "topics")).isEqualTo("Heritage");
        assertThat(text(event, "city")).isEqualTo("Lyon");
        assertThat(text(event, "sourceUrl")).isEqualTo("https://events.example.org/en/events/spring-meeting.html");
        assertThat(names("/work-packages")).containsExactly("wp1");
        assertThat(look(bring(bytes(calendar))).taken()).isZero();
        assertThat(look(bring(bytes(own("11111111-2222-4333-8444-555555555555", "Spring day"))))
                        .changing())
                .isEqualTo(1);
    }

    @Test
    void noAddressOfWhoWasInvitedIsKept() throws Exception {
        bring(bytes(BEFORE));

        KeptPages pages = new KeptPages(session);
        assertThat(new String(pages.content(pages.all().get(0)), StandardCharsets.UTF_8))
                .contains("CN=Anna Weiss")
                .doesNotContain("anna.weiss");
    }

    @Test
    void aCalendarOfTooManyEventsIsRefused() {
        String calendar =
                "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n".repeat(60_000) + "END:VCALENDAR\n";

        DeskAnswer answer = page.sent(officer.sends(Map.of("title", "Calendar"), "calendar.ics", bytes(calendar)))
                .orElseThrow();

        assertThat(problems(answer)).extracting(Problem::message).containsExactly("efc.desk.import.calendar.large");
    }
}
