package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.Session;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.efcevents.address.Addresses;
import org.efcevents.content.ContentLanguages;
import org.efcevents.http.Response;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.page.Visitor;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year in which a visitor's calendar programs follow the archive: month by month an editor moves, renames, closes, cancels,
 * withdraws and restores events. Each program has exactly one entry of each event that the visitor may know of and whose day is
 * certain, as it is now, and none of any other.
 */
class TwelveMonthsOfSubscriptionTest {

    private static final User VISITOR = new User("anonymous", Set.of("efc-events-visitor"));
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** What a program shows of an event. */
    private record Shown(String title, String day, String status, String page) {}

    /** What a program has read of an event, and how it tells whether that is newer than what it has. */
    private record Entry(String uid, int sequence, Instant stamp, Shown shown) {

        boolean isOlderThan(Entry other) {
            return sequence < other.sequence || sequence == other.sequence && stamp.isBefore(other.stamp);
        }
    }

    /** A calendar program. */
    private interface Program {
        void subscribed(String calendar) throws Exception;

        Map<String, Shown> shows();
    }

    /** One that throws away what it had. */
    private record Replacing(Reader reader, Map<String, Shown> kept) implements Program {

        @Override
        public void subscribed(String calendar) throws Exception {
            kept.clear();
            reader.read(calendar).forEach(entry -> assertThat(kept.put(entry.uid(), entry.shown()))
                    .as("twice in one calendar")
                    .isNull());
        }

        @Override
        public Map<String, Shown> shows() {
            return kept;
        }
    }

    /** One that takes of an event only what is no older than what it has (RFC 5546, 2.1.5), and forgets what is gone. */
    private record Merging(Reader reader, Map<String, Entry> kept) implements Program {

        @Override
        public void subscribed(String calendar) throws Exception {
            Map<String, Entry> read =
                    reader.read(calendar).stream().collect(Collectors.toMap(Entry::uid, Function.identity()));
            kept.keySet().retainAll(read.keySet());
            read.forEach((uid, entry) -> kept.merge(uid, entry, (had, now) -> now.isOlderThan(had) ? had : now));
        }

        @Override
        public Map<String, Shown> shows() {
            return kept.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                    .shown()));
        }
    }

    private interface Reader {
        List<Entry> read(String calendar) throws Exception;
    }

    private static List<Entry> ical4j(String calendar) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(calendar)).<VEvent>getComponents("VEVENT").stream()
                        .map(event -> new Entry(
                                event.getUid().getValue(),
                                event.getSequence().getSequenceNo(),
                                event.getDateStamp().getDateTime().toInstant(),
                                new Shown(
                                        event.getSummary().getValue(),
                                        event.getStartDate().getValue().substring(0, 8),
                                        event.getStatus().getValue(),
                                        event.<Property>getProperty("URL").getValue())))
                        .toList();
    }

    private static List<Entry> biweekly(String calendar) {
        ICalendar read = Biweekly.parse(calendar).first();
        assertThat(read.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        return read.getEvents().stream()
                .map(event -> new Entry(
                        event.getUid().getValue(),
                        event.getSequence().getValue(),
                        event.getDateTimeStamp().getValue().toInstant(),
                        new Shown(
                                event.getSummary().getValue(),
                                event.getDateStart()
                                        .getValue()
                                        .getRawComponents()
                                        .toString(false, false)
                                        .substring(0, 8),
                                event.getStatus().getValue(),
                                event.getUrl().getValue())))
                .toList();
    }

    private final Map<String, Program> programs = new TreeMap<>(Map.of(
            "ical4j, replacing", new Replacing(TwelveMonthsOfSubscriptionTest::ical4j, new HashMap<>()),
            "ical4j, merging", new Merging(TwelveMonthsOfSubscriptionTest::ical4j, new HashMap<>()),
            "biweekly, replacing", new Replacing(TwelveMonthsOfSubscriptionTest::biweekly, new HashMap<>()),
            "biweekly, merging", new Merging(TwelveMonthsOfSubscriptionTest::biweekly, new HashMap<>())));
    private final Map<String, Shown> expected = new HashMap<>();
    private final ArchiveIndex index = new ArchiveIndex();

    @TempDir
    Path home;

    private TestArchive content;
    private Session session;
    private LocalDate today = LocalDate.of(2026, 1, 10);
    private String tag = "";

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        content.shippedRole("efc-events-visitor");
        session = content.session();
        for (String level : List.of("hidden", "listed", "withdrawn")) {
            session.getNode("/events").addNode(level, "mgnl:folder");
        }
        session.save();
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Calendar now() {
        Calendar now = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        now.setTimeInMillis(today.atTime(9, 0).toInstant(ZoneOffset.UTC).toEpochMilli());
        return now;
    }

    /** A new event of a day, with a notice for when it is closed. */
    private Node event(String slug, String day) throws Exception {
        Node event = session.getNode("/events").addNode(slug, "efc:event");
        event.setProperty("title", "Title of " + slug);
        event.setProperty("description", "<p>All about " + slug + "</p>");
        event.setProperty("precision", "day");
        event.setProperty("start", day);
        Stamps.created(event, "editor", now());
        session.save();
        show(event);
        return event;
    }

    private Node notice(Node event, String title, String day) throws Exception {
        Node notice = event.addNode("publicNotice", "efc:notice");
        notice.setProperty("title", title);
        notice.setProperty("precision", "day");
        notice.setProperty("start", day);
        Stamps.created(notice, "editor", now());
        Stamps.modified(event, "editor", now());
        session.save();
        return notice;
    }

    private void change(Node event, String property, String value) throws Exception {
        event.setProperty(property, value);
        Stamps.modified(event, "editor", now());
        session.save();
    }

    private void move(Node event, String path) throws Exception {
        session.move(event.getPath(), path);
        Stamps.moved(event, "editor", now());
        session.save();
    }

    private void show(Node event) throws Exception {
        expected.put(
                event.getIdentifier(),
                new Shown(
                        event.getProperty("title").getString(),
                        event.getProperty("start").getString().replace("-", ""),
                        "CONFIRMED",
                        "https://events.example.org/events/" + event.getName() + ".html"));
    }

    private void shows(Node event, UnaryOperator<Shown> change) throws Exception {
        expected.computeIfPresent(event.getIdentifier(), (uid, shown) -> change.apply(shown));
    }

    /** A month later all programs have asked again. */
    private void aMonthLater(String what) throws Exception {
        Session visitor = content.repository().login("efc-events", VISITOR);
        try {
            Map<String, Object> facts = Visitor.facts("archive", "", "ics", "");
            facts.put("ifNoneMatch", tag);
            facts.put("addresses", new Addresses("en", "https://events.example.org", Map.of()));
            Response response = new Visitor(new Archive(
                            visitor,
                            new ContentLanguages("en", "en"),
                            now().toInstant(),
                            BRUSSELS,
                            TestArchive.rights(visitor),
                            index))
                    .answer(facts);
            if (response.status() == 200) {
                String calendar = String.join("", response.parts());
                for (Program program : programs.values()) {
                    program.subscribed(calendar);
                }
                tag = response.headers().stream()
                        .filter(header -> header.name().equals("ETag"))
                        .findFirst()
                        .orElseThrow()
                        .value();
            } else {
                assertThat(response.status()).as(what).isEqualTo(304);
            }
        } finally {
            visitor.logout();
        }
        programs.forEach((name, program) ->
                assertThat(program.shows()).as(what + ": " + name).isEqualTo(expected));
        today = today.plusMonths(1);
    }

    @Test
    void everyProgramHasOneEntryOfEachEventAsItIs() throws Exception {
        Node meeting = event("meeting", "2026-05-05");
        Node training = event("training", "2026-06-06");
        event("past", "2025-03-03");
        Node about = session.getNode("/events").addNode("about", "efc:event");
        about.setProperty("title", "Only about that day");
        about.setProperty("start", "2026-07-07");
        about.setProperty("approximate", "true");
        session.save();
        aMonthLater("three days, and one that is not certain");

        notice(meeting, "A meeting", "2026-05-05");
        change(meeting, "start", "2026-05-12");
        shows(meeting, shown -> new Shown(shown.title(), "20260512", shown.status(), shown.page()));
        aMonthLater("moved to another day");

        move(meeting, "/events/spring-meeting");
        change(meeting, "title", "Spring meeting");
        show(meeting);
        shows(meeting, shown -> new Shown("Spring meeting", "20260512", shown.status(), shown.page()));
        aMonthLater("renamed");

        move(meeting, "/events/listed/spring-meeting");
        shows(meeting, shown -> new Shown("A meeting", "20260505", "CONFIRMED", shown.page()));
        aMonthLater("listed: only its notice may be read, which was made later than it");

        change(meeting, "title", "Spring meeting of all groups");
        aMonthLater("what nobody may know has changed");

        change(meeting.getNode("publicNotice"), "status", "postponed");
        shows(meeting, shown -> new Shown(shown.title(), shown.day(), "TENTATIVE", shown.page()));
        aMonthLater("postponed, as its notice says");

        move(meeting, "/events/spring-meeting");
        show(meeting);
        aMonthLater("everybody may read it again");

        change(training, "status", "cancelled");
        shows(training, shown -> new Shown(shown.title(), shown.day(), "CANCELLED", shown.page()));
        aMonthLater("cancelled");

        move(training, "/events/withdrawn/training");
        Shown cancelled = expected.remove(training.getIdentifier());
        aMonthLater("withdrawn");

        move(training, "/events/training");
        change(training, "status", "scheduled");
        expected.put(
                training.getIdentifier(), new Shown(cancelled.title(), cancelled.day(), "CONFIRMED", cancelled.page()));
        move(meeting, "/events/hidden/spring-meeting");
        expected.remove(meeting.getIdentifier());
        aMonthLater("one is restored, one hidden");

        move(meeting, "/events/spring-meeting");
        show(meeting);
        change(about, "approximate", "false");
        show(about);
        change(training, "precision", "month");
        change(training, "partialDate", "2026-06");
        expected.remove(training.getIdentifier());
        aMonthLater("one is back, of one the day has become certain, of one it no longer is");

        Node next = event("meeting", "2027-05-05");
        String aboutId = about.getIdentifier();
        about.remove();
        session.save();
        expected.remove(aboutId);
        aMonthLater("another event has the address that one had, and one was deleted");
        assertThat(next.getIdentifier()).isNotEqualTo(meeting.getIdentifier());
    }
}
