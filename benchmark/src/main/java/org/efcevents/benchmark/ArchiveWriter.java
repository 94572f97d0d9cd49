package org.efcevents.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.core.NodeImpl;
import org.efcevents.benchmark.Prose.Text;
import org.efcevents.event.EventKind;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;

/**
 * Writes work packages, speakers and events with two talks each, as if editors had saved and published them: the same nodes with
 * the same identifiers in each repository.
 */
final class ArchiveWriter {

    /** The slug of the event with twenty participations. */
    static final String LARGE_EVENT = "event-1-with-twenty-speakers";

    /** The slug of the speaker who spoke most. */
    static final String SPEAKER = "speaker-0";

    /** More events are kept in memory until they are saved, fewer are indexed one by one. */
    private static final int BATCH = 500;

    private static final int WORK_PACKAGES = 12;
    private static final int FIRST_YEAR = 1997, YEARS = 30;
    private static final List<String> KINDS = EventKind.words();
    private static final List<String> PARTS = List.of("keynote", "speaker", "panellist", "chair", "opening");
    private static final List<Town> TOWNS = List.of(
            new Town("Brussels", "Bruxelles", "BE"),
            new Town("The Hague", "La Haye", "NL"),
            new Town("Paris", "Paris", "FR"),
            new Town("Rome", "Rome", "IT"),
            new Town("Århus", "Århus", "DK"),
            new Town("Zürich", "Zurich", "CH"),
            new Town("Łódź", "Łódź", "PL"),
            new Town("Lisbon", "Lisbonne", "PT"),
            new Town("Vienna", "Vienne", "AT"),
            new Town("Bucharest", "Bucarest", "RO"),
            new Town("Dublin", "Dublin", "IE"),
            new Town("Luxembourg", "Luxembourg", "LU"));
    private static final List<String> FIRST_NAMES =
            List.of("Anna", "Éric", "María", "Jürgen", "Ingrid", "Łukasz", "Sofia", "Troels", "Chloé", "Pádraig");
    private static final List<String> LAST_NAMES = List.of(
            "Åkerström", "Dubois", "García", "Müller", "Nowak", "Rossi", "Van den Berg", "Popescu", "Murphy", "Silva");

    private record Town(String english, String french, String country) {}

    private final SplittableRandom random = new SplittableRandom(20140324);
    private final Prose prose = new Prose(random);
    private final ContentRepository repository;
    private final int speakers;
    private Session session;

    private ArchiveWriter(ContentRepository repository, int speakers) {
        this.repository = repository;
        this.speakers = speakers;
    }

    /** Adds so many events to an archive that has its folders. */
    static void write(ContentRepository repository, int events) throws RepositoryException {
        ArchiveWriter writer = new ArchiveWriter(repository, Math.max(25, events / 5));
        writer.addAll(WORK_PACKAGES, writer::addWorkPackage);
        writer.addAll(writer.speakers, writer::addSpeaker);
        writer.addAll(events, writer::addEvent);
    }

    private interface Adding {
        void add(int number) throws RepositoryException;
    }

    /** In batches with a session each: Jackrabbit remembers all that a session has written, and becomes slow. */
    private void addAll(int count, Adding adding) throws RepositoryException {
        for (int i = 0; i < count; i += BATCH) {
            session = repository.login("efc-events", User.SYSTEM);
            for (int number = i; number < Math.min(count, i + BATCH); number++) {
                adding.add(number);
            }
            session.save();
            session.logout();
        }
    }

    private void addWorkPackage(int i) throws RepositoryException {
        Node group = add("/work-packages", "group-" + (i + 1), "efc:workPackage");
        Text subject = prose.subject();
        group.setProperty("code", "G" + (i + 1));
        set(group, "title", new Text("Group on " + subject.english(), "Groupe « " + subject.french() + " »"));
        set(group, "description", prose.paragraphs(1, subject));
        group.setProperty("position", i + 10L);
        stamp(group);
    }

    private void addSpeaker(int i) throws RepositoryException {
        Node speaker = add("/speakers", "speaker-" + i, "efc:speaker");
        Text subject = prose.subject();
        speaker.setProperty("fullName", pick(FIRST_NAMES) + " " + pick(LAST_NAMES) + " " + (char) ('A' + i % 26));
        set(speaker, "role", new Text("Expert in " + subject.english(), "Expert, " + subject.french()));
        speaker.setProperty("organisation", "Organisation " + i % 400);
        speaker.setProperty("country", pick(TOWNS).country());
        set(speaker, "biography", prose.paragraphs(1, subject));
        stamp(speaker);
    }

    private void addEvent(int i) throws RepositoryException {
        boolean large = i == 1;
        // Of a hundred, three are for members, of whom visitors know three by their notice.
        int hidden = large ? 99 : random.nextInt(100);
        String folder = hidden < 3 ? "/events/listed" : hidden < 6 ? "/events/hidden" : "/events";
        Text subject = prose.subject();
        String kind = pick(KINDS);
        String slug =
                large ? LARGE_EVENT : "event-" + i + "-" + subject.english().replace(' ', '-');
        Node event = add(folder, slug, "efc:event");
        Text title = new Text(
                "Meeting number " + i + " on " + subject.english(), "Réunion numéro " + i + " : " + subject.french());
        set(event, "title", title);
        event.setProperty("kind", kind);
        LocalDate day = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(YEARS * 365));
        setDate(event, day, random.nextInt(100));
        Town town = pick(TOWNS);
        set(event, "city", new Text(town.english(), town.french()));
        event.setProperty("country", town.country());
        event.setProperty("venue", "House " + random.nextInt(40));
        event.setProperty("organiser", "Organisation " + random.nextInt(400));
        if (random.nextInt(3) == 0) {
            event.setProperty("closed", true);
            set(event, "attendance", new Text("closed session", "séance à huis clos"));
        }
        set(event, "teaser", prose.sentence(subject));
        set(event, random.nextBoolean() ? "description" : "report", prose.paragraphs(2, subject));
        String[] groups = random.ints(random.nextInt(3), 1, WORK_PACKAGES + 1)
                .distinct()
                .mapToObj(group -> identifier("/work-packages/group-" + group))
                .toArray(String[]::new);
        event.setProperty("workPackages", groups);
        addTalks(event, large ? 20 : 2);
        Node notice = add(event, "publicNotice", "efc:notice");
        if (folder.endsWith("listed")) {
            set(notice, "title", new Text("Closed meeting " + i, "Réunion à huis clos " + i));
            notice.setProperty("kind", kind);
            setDate(notice, day, 50);
            notice.setProperty("workPackages", groups);
        }
        stamp(event);
    }

    /** @param percent decides how exactly it is known */
    private static void setDate(Node node, LocalDate day, int percent) throws RepositoryException {
        String text = day.toString();
        if (percent < 3) {
            node.setProperty("precision", "unknown");
        } else if (percent < 5) {
            node.setProperty("precision", "day-and-month");
            node.setProperty("partialDate", "XXXX" + text.substring(4));
        } else if (percent < 8) {
            node.setProperty("precision", "year");
            node.setProperty("partialDate", text.substring(0, 4));
        } else if (percent < 12) {
            node.setProperty("precision", "month");
            node.setProperty("partialDate", text.substring(0, 7));
        } else if (percent < 20) {
            node.setProperty("precision", "time");
            node.setProperty("start", text);
            node.setProperty("startTime", "09:30");
            node.setProperty("endTime", "17:00");
            node.setProperty("timeZone", "Europe/Brussels");
        } else {
            node.setProperty("precision", "day");
            node.setProperty("start", text);
            if (percent < 35) {
                node.setProperty("end", day.plusDays(1).toString());
            }
        }
    }

    private void addTalks(Node event, int count) throws RepositoryException {
        Node talks = add(event, "participations", "mgnl:contentNode");
        for (int i = 0; i < count; i++) {
            Text subject = prose.subject();
            Node talk = add(talks, "participations" + i, "efc:participation");
            // Some are asked again and again.
            int speaker = random.nextInt(200) == 0 ? 0 : random.nextInt(speakers);
            talk.setProperty("speaker", identifier("/speakers/speaker-" + speaker));
            talk.setProperty("part", pick(PARTS));
            talk.setProperty("organisation", "Organisation " + speaker % 400);
            set(
                    talk,
                    "talkTitle",
                    new Text("What is new about " + subject.english(), "Du nouveau : " + subject.french()));
            set(talk, "summary", prose.paragraphs(1, subject));
        }
    }

    private Node add(String folder, String name, String type) throws RepositoryException {
        return add(session.getNode(folder), name, type);
    }

    private static Node add(Node parent, String name, String type) throws RepositoryException {
        String path = parent.getPath() + "/" + name;
        return ((NodeImpl) parent).addNodeWithUuid(name, type, identifier(path));
    }

    private static String identifier(String path) {
        return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void set(Node node, String property, Text text) throws RepositoryException {
        node.setProperty(property, text.english());
        node.setProperty(property + "_fr", text.french());
    }

    /** Changed at some time of the last years, and published then. */
    private void stamp(Node node) throws RepositoryException {
        Calendar when = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        when.setTimeInMillis(1_600_000_000_000L + random.nextLong(150_000_000_000L));
        for (String property : List.of("mgnl:created", "mgnl:lastModified", "mgnl:lastActivated")) {
            node.setProperty(property, when);
            node.setProperty(property + "By", "superuser");
        }
        node.setProperty("mgnl:activationStatus", true);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
