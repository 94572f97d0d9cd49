package org.efcevents.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** An archive of a size that nobody types: the same events each time. */
public final class ManyEvents {

    private static final List<String> KINDS =
            List.of("conference", "training", "launch", "work-package-meeting", "conference-call");
    private static final List<String> TOWNS =
            List.of("Brussels", "The Hague", "Århus", "Zürich", "Łódź", "Paris", "Rome");
    private static final List<String> NAMES = List.of("Åsenius", "Malmström", "Burgersdijk", "Buruiană", "Wainwright");
    private static final List<String> SUBJECTS =
            List.of("réseaux sociaux", "payments", "private sector", "training of police", "notice and takedown");

    /**
     * What a test may ask for.
     *
     * @param year four digits, or {@code undated}
     * @param workPackages their slugs
     * @param place the slug of the town
     * @param words all that may be looked for: of the event, of talks, of speakers
     */
    public record Facts(
            String slug,
            String year,
            List<String> workPackages,
            String kind,
            String place,
            boolean closed,
            List<String> words) {}

    private final Random random = new Random(20140324);
    private final Session session;
    private final List<String> workPackages = new ArrayList<>();
    private final List<String> speakers = new ArrayList<>();

    private ManyEvents(Session session) {
        this.session = session;
    }

    /**
     * Adds six work packages, 200 speakers and so many events with two talks each, all as if Magnolia had saved them.
     *
     * @param session of an archive that has its folders; is saved
     */
    public static List<Facts> addTo(Session session, int count) throws RepositoryException {
        ManyEvents many = new ManyEvents(session);
        many.addWorkPackagesAndSpeakers();
        List<Facts> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(many.addEvent(i));
            if (i % 200 == 0) {
                session.save();
            }
        }
        session.save();
        return facts;
    }

    private void addWorkPackagesAndSpeakers() throws RepositoryException {
        for (int i = 1; i <= 6; i++) {
            Node one = session.getNode("/work-packages").addNode("group-" + i, "efc:workPackage");
            one.setProperty("code", "G" + i);
            one.setProperty("title", "Group number " + i);
            workPackages.add(one.getIdentifier());
        }
        for (int i = 0; i < 200; i++) {
            Node one = session.getNode("/speakers").addNode("speaker-" + i, "efc:speaker");
            one.setProperty("fullName", "Number" + i + " " + NAMES.get(i % NAMES.size()));
            speakers.add(one.getIdentifier());
        }
    }

    private Facts addEvent(int i) throws RepositoryException {
        Node event = session.getNode("/events").addNode("generated-" + i, "efc:event");
        event.setProperty("title", "Generated event number " + i);
        event.setProperty("title_fr", "Événement généré numéro " + i);
        event.setProperty(
                "teaser", "What is written here stands for one or two sentences about event number " + i + ".");
        boolean dated = random.nextInt(10) > 0;
        LocalDate day = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(9_000));
        event.setProperty("precision", dated ? "day" : "unknown");
        if (dated) {
            event.setProperty("start", day.toString());
        }
        String kind = pick(KINDS);
        event.setProperty("kind", kind);
        String town = pick(TOWNS);
        event.setProperty("city", town);
        event.setProperty("country", "BE");
        boolean closed = random.nextBoolean();
        event.setProperty("closed", closed);
        List<Integer> groups =
                random.ints(random.nextInt(3), 0, 6).distinct().boxed().toList();
        event.setProperty("workPackages", groups.stream().map(workPackages::get).toArray(String[]::new));
        List<String> words = new ArrayList<>(List.of(pick(SUBJECTS), town));
        event.setProperty("description", paragraphs(words.get(0)));
        Node talks = event.addNode("participations", "mgnl:contentNode");
        for (int talk = 0; talk < 2; talk++) {
            int speaker = random.nextInt(speakers.size());
            String subject = pick(SUBJECTS);
            Node participation = talks.addNode("participations" + talk, "efc:participation");
            participation.setProperty("speaker", speakers.get(speaker));
            participation.setProperty("summary", paragraphs(subject));
            words.addAll(List.of(subject, NAMES.get(speaker % NAMES.size())));
        }
        event.setProperty("mgnl:lastModified", Calendar.getInstance());
        return new Facts(
                event.getName(),
                dated ? Integer.toString(day.getYear()) : "undated",
                groups.stream().map(group -> "group-" + (group + 1)).toList(),
                kind,
                List.of("brussels", "the-hague", "arhus", "zurich", "lodz", "paris", "rome")
                        .get(TOWNS.indexOf(town)),
                closed,
                words);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String paragraphs(String subject) {
        StringBuilder html = new StringBuilder("<p>It was about <em>" + subject + "</em>.</p>");
        IntStream.range(0, 6)
                .forEach(i -> html.append("<p>Whoever was there said what there was to say, and nobody wrote it down"
                        + " any better than this sentence does.</p>"));
        return html.toString();
    }
}
