package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.assertj.core.groups.Tuple;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.OpenEnum;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.Rights;
import org.efcevents.search.SearchTerms;
import org.efcevents.speaker.Speaker;
import org.efcpreview.repository.Bootstrap;
import org.efcpreview.repository.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After each of many changes, of content and of rights, everybody is shown and counted what their own session can read, and
 * nothing else: {@code -Dchanges=10000} makes more of them.
 */
@Tag("server")
class RandomChangesTest {
    private static final int CHANGES = Integer.getInteger("changes", 250);
    private static final Instant NOW = Instant.parse("2014-06-10T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final List<User> READERS =
            List.of(new User("anonymous", Set.of("visitor")), new User("ann", Set.of("member", "visitor")));
    private static final List<String> FOLDERS =
            List.of("/events", "/events/listed", "/events/hidden", "/events/withdrawn", "/events/group");
    private static final List<String> KINDS = List.of("training", "launch", "hackathon");
    private static final List<String> SPEAKERS = List.of("ann", "bob", "cem");
    private static final List<String> NAMES = List.of("Ann Åse", "Bob Åse", "Cem Öz");
    private static final List<String> SAID = List.of("Of whales", "Réseaux & whales", "½ of it");
    private static final List<String> ROLES = List.of("Chair", "Police officer");
    private static final List<String> WORDS = List.of(
            "event", "evenement 1", "imported", "ase", "ann wha", "oz", "reseau", "&", "2", "police", "paris off");
    private static final List<String> TOWNS = List.of("Paris", "Łódź", "The Hague");

    @TempDir
    Path home;

    private final ArchiveIndex cache = new ArchiveIndex();
    private TestArchive content;
    private Random random;
    private int made;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        for (String folder : FOLDERS.subList(1, FOLDERS.size())) {
            content.session().getNode("/events").addNode(folder.substring("/events/".length()), "mgnl:folder");
        }
        for (String slug : List.of("wp1", "wp2", "secret")) {
            content.workPackage(slug, Map.of("code", slug.toUpperCase(Locale.ROOT)));
        }
        for (int i = 0; i < SPEAKERS.size(); i++) {
            content.speaker(SPEAKERS.get(i), Map.of("fullName", NAMES.get(i)));
        }
        content.session().getNode("/speakers").addNode("hidden", "mgnl:folder");
        content.session().save();
        content.role("visitor", "/*", 8);
        content.role("member", "/*", 8);
    }

    @AfterEach
    void close() {
        content.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20140324})
    void everybodySeesAndCountsWhatTheyMayReadAfterEachChange(long seed) throws Exception {
        random = new Random(seed);
        for (int i = 0; i < CHANGES; i++) {
            String change = change();
            for (User reader : READERS) {
                for (String language : List.of("en", "fr")) {
                    check(reader, language, "change " + i + " of seed " + seed + " (" + change + "), " + reader.name());
                }
            }
        }
    }

    /** Makes one change, in a session of its own, and says which. */
    private String change() throws Exception {
        Session session = content.repository().login("efc-events", User.SYSTEM);
        try {
            List<Node> events = events(session.getNode("/events"), new ArrayList<>());
            int which = events.size() < 8 ? 0 : random.nextInt(18);
            Node event = events.isEmpty() ? null : pick(events);
            String said =
                    switch (which) {
                        case 0, 1 -> add(session);
                        case 2 -> remove(event);
                        case 3 -> move(session, event);
                        case 4 -> moveFolder(session);
                        case 5 -> markAsDeleted(event);
                        case 6 -> notice(event);
                        case 7 -> rights(event);
                        case 8 -> importYaml(session);
                        case 9, 10, 11 -> part(session, event);
                        case 12 -> moveParts(session, event, pick(events));
                        case 13, 14 -> speaker(session);
                        default -> edit(session, event);
                    };
            session.save();
            return said;
        } finally {
            session.logout();
        }
    }

    private static List<Node> events(Node folder, List<Node> found) throws RepositoryException {
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("efc:event")) {
                found.add(node);
            } else {
                events(node, found);
            }
        }
        return found;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String add(Session session) throws RepositoryException {
        String folder = pick(FOLDERS);
        if (!session.nodeExists(folder)) {
            return "nothing";
        }
        Node event = session.getNode(folder).addNode("event-" + made++, "efc:event");
        event.setProperty("title", "Event " + random.nextInt(3));
        edit(session, event);
        return "added " + event.getPath();
    }

    private static String remove(Node event) throws RepositoryException {
        String path = event.getPath();
        event.remove();
        return "removed " + path;
    }

    private String move(Session session, Node event) throws RepositoryException {
        String from = event.getPath();
        String to = pick(FOLDERS) + "/" + (random.nextBoolean() ? event.getName() : "event-" + made++);
        if (session.nodeExists(to) || !session.nodeExists(to.substring(0, to.lastIndexOf('/')))) {
            return "nothing";
        }
        session.move(from, to);
        return "moved " + from + " to " + to;
    }

    private static String moveFolder(Session session) throws RepositoryException {
        List<String> places = List.of("/events/group", "/events/hidden/group", "/events/other", "/group");
        for (int i = 0; i < places.size(); i++) {
            String to = places.get((i + 1) % places.size());
            if (session.nodeExists(places.get(i))) {
                session.move(places.get(i), to);
                return "moved " + places.get(i) + " to " + to;
            }
        }
        return "nothing";
    }

    /** Adds, changes or removes an item of the programme or a participation. */
    private String part(Session session, Node event) throws RepositoryException {
        boolean participation = random.nextInt(3) > 0;
        String name = participation ? "participations" : "programme";
        Node list = event.hasNode(name) ? event.getNode(name) : event.addNode(name, "mgnl:contentNode");
        String one = name + random.nextInt(3);
        if (list.hasNode(one) && random.nextInt(3) == 0) {
            list.getNode(one).remove();
            return "removed " + list.getPath() + "/" + one;
        }
        Node part = list.hasNode(one)
                ? list.getNode(one)
                : list.addNode(one, participation ? "efc:participation" : "mgnl:contentNode");
        if (participation) {
            part.setProperty("speaker", random.nextInt(4) == 0 ? null : speakerId(session));
            part.setProperty("summary", "<p>" + pick(SAID) + "</p>");
            part.setProperty("role", pick(ROLES));
            part.setProperty("organisation_fr", random.nextBoolean() ? null : "Réseau");
        } else {
            part.setProperty("title", pick(SAID));
        }
        return "changed " + part.getPath();
    }

    private String speakerId(Session session) throws RepositoryException {
        String slug = pick(SPEAKERS);
        for (String path : List.of("/speakers/" + slug, "/speakers/hidden/" + slug, "/" + slug)) {
            if (session.nodeExists(path)) {
                return session.getNode(path).getIdentifier();
            }
        }
        return "00000000-0000-0000-0000-000000000000";
    }

    private static String moveParts(Session session, Node from, Node to) throws RepositoryException {
        if (!from.hasNode("participations") || to.hasNode("participations")) {
            return "nothing";
        }
        session.move(from.getPath() + "/participations", to.getPath() + "/participations");
        return "moved the participations of " + from.getPath() + " to " + to.getPath();
    }

    /** Renames, moves, hides, removes or adds a speaker. */
    private String speaker(Session session) throws RepositoryException {
        String slug = pick(SPEAKERS);
        List<String> places = List.of("/speakers/" + slug, "/speakers/hidden/" + slug, "/" + slug);
        String to = pick(places);
        for (String at : places) {
            if (session.nodeExists(at) && !at.equals(to)) {
                session.move(at, to);
                return "moved " + at + " to " + to;
            }
            if (session.nodeExists(at)) {
                Node speaker = session.getNode(at);
                switch (random.nextInt(4)) {
                    case 0 -> speaker.remove();
                    case 1 -> markAsDeleted(speaker);
                    default -> speaker.setProperty("fullName", pick(NAMES));
                }
                return "changed or removed " + at;
            }
        }
        session.getNode("/speakers").addNode(slug, "efc:speaker").setProperty("fullName", pick(NAMES));
        return "added the speaker " + slug;
    }

    private static String markAsDeleted(Node event) throws RepositoryException {
        if (event.isNodeType("mgnl:deleted")) {
            event.removeMixin("mgnl:deleted");
            return "took back the deletion of " + event.getPath();
        }
        event.addMixin("mgnl:deleted");
        return "marked as deleted " + event.getPath();
    }

    private String notice(Node event) throws RepositoryException {
        if (event.hasNode("publicNotice") && random.nextBoolean()) {
            event.getNode("publicNotice").remove();
            return "removed the notice of " + event.getPath();
        }
        Node notice = event.hasNode("publicNotice")
                ? event.getNode("publicNotice")
                : event.addNode("publicNotice", "efc:notice");
        notice.setProperty("title", random.nextInt(4) == 0 ? null : "Notice " + random.nextInt(3));
        notice.setProperty("kind", pick(KINDS));
        return "changed the notice of " + event.getPath();
    }

    private String rights(Node event) throws RepositoryException {
        String role = random.nextBoolean() ? "visitor" : "member";
        List<Object> entries = new ArrayList<>(List.of("/*", random.nextInt(8) == 0 ? 0 : 8));
        for (String closed : List.of(
                "/events/hidden",
                "/events/listed",
                "/events/group",
                event.getPath(),
                event.getPath() + "/participations",
                event.getPath() + "/programme/programme0",
                "/speakers/hidden",
                "/speakers/ann",
                "/work-packages/secret")) {
            if (random.nextBoolean()) {
                int permissions = random.nextInt(3) == 0 ? 9 : 0;
                entries.addAll(List.of(closed, permissions, closed + "/*", permissions));
                if (random.nextBoolean()) {
                    entries.addAll(List.of(closed + "/*/publicNotice", 8, closed + "/publicNotice", 8));
                }
            }
        }
        content.role(role, entries.toArray());
        return role + " " + entries;
    }

    private String importYaml(Session session) throws RepositoryException {
        String name = "event-" + made++;
        Bootstrap.addTo(
                session.getNode("/events"),
                new Bootstrap.File(
                        name + ".yaml",
                        """
                        %s:
                          jcr:primaryType: efc:event
                          title: Imported
                          precision: day
                          start: '2014-0%d-01'
                        """
                                .formatted(name, 1 + random.nextInt(9))));
        return "imported " + name;
    }

    private String edit(Session session, Node event) throws RepositoryException {
        switch (random.nextInt(6)) {
            case 0 -> event.setProperty("title", "Event " + random.nextInt(3));
            case 1 -> event.setProperty("title_fr", random.nextBoolean() ? null : "Événement " + random.nextInt(3));
            case 2 -> event.setProperty("kind", random.nextInt(4) == 0 ? null : pick(KINDS));
            case 3 -> event.setProperty("city", random.nextInt(4) == 0 ? null : pick(TOWNS));
            case 4 -> event.setProperty("workPackages", new String[] {
                session.getNode("/work-packages/" + pick(List.of("wp1", "wp2", "secret")))
                        .getIdentifier()
            });
            default -> {
                event.setProperty("precision", "day");
                event.setProperty(
                        "start",
                        LocalDate.of(2014, 6, 10)
                                .plusDays(random.nextInt(900) - 600)
                                .toString());
            }
        }
        event.setProperty("closed", random.nextBoolean());
        return "edited " + event.getPath();
    }

    private void check(User reader, String language, String when) throws Exception {
        Session session = content.repository().login("efc-events", reader);
        try {
            ContentLanguages languages = new ContentLanguages(language, "en");
            Archive archive = new Archive(session, languages, NOW, ZONE, TestArchive.rights(session), cache);
            List<EventSummary> readable = readable(session, languages);
            List<EventSummary> expected =
                    new SiteTime(NOW, ZONE).listing(readable).all();

            SearchResult all = archive.find(ArchiveFilter.none(), 1000);
            assertThat(all.all())
                    .as(when)
                    .extracting(event -> event.id().toString())
                    .isEqualTo(ids(expected));
            assertThat(all.listing().all()).as(when).isEqualTo(expected);
            assertThat(new Archive(session, languages, NOW, ZONE, null, cache).all())
                    .as("read anew, " + when)
                    .extracting(event -> event.id().toString())
                    .containsExactlyInAnyOrderElementsOf(ids(expected));
            for (Rights rights : Arrays.asList(TestArchive.rights(session), null)) {
                Archive anew = new Archive(session, languages, NOW, ZONE, rights, cache);
                assertThat(anew.speakers())
                        .as("speakers with %s, %s", rights, when)
                        .extracting(Speaker::id, Speaker::fullName)
                        .containsExactlyElementsOf(readableSpeakers(session, languages));
                for (Speaker speaker : anew.speakers()) {
                    assertThat(anew.eventsOf(speaker))
                            .as("events of %s with %s, %s", speaker.slug(), rights, when)
                            .extracting(event -> event.id().toString())
                            .containsExactlyInAnyOrderElementsOf(ids(ofSpeaker(speaker, readable, session)));
                }
            }
            for (int i = 0; i < 3; i++) {
                String words = pick(WORDS);
                ArchiveFilter filter = ArchiveFilter.parse("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
                for (Rights rights : Arrays.asList(TestArchive.rights(session), null)) {
                    assertThat(new Archive(session, languages, NOW, ZONE, rights, cache)
                                    .find(filter, 1000)
                                    .all())
                            .as("%s with %s, %s", words, rights, when)
                            .extracting(event -> event.id().toString())
                            .isEqualTo(ids(having(filter.terms(), expected, session, languages)));
                }
            }
            for (Facet facet : Facet.values()) {
                Map<String, Integer> counts = counts(expected, facet);
                assertThat(all.facet(facet.parameter()).choices())
                        .as("%s of %s", facet, when)
                        .allSatisfy(choice -> assertThat(choice.count()).isEqualTo(counts.get(choice.name())))
                        .hasSize(counts.size());
                for (String value : counts.keySet()) {
                    assertThat(archive.find(ArchiveFilter.none().with(facet, List.of(value)))
                                    .total())
                            .as("%s %s of %s", facet, value, when)
                            .isEqualTo(counts.get(value));
                }
            }
        } finally {
            session.logout();
        }
    }

    private static List<String> ids(List<EventSummary> events) {
        return events.stream().map(EventSummary::id).toList();
    }

    /** What the session itself can read, node by node: each path is the system's, and is asked of the reader's session. */
    private List<EventSummary> readable(Session session, ContentLanguages languages) throws RepositoryException {
        List<EventSummary> readable = new ArrayList<>();
        Session system = content.repository().login("efc-events", User.SYSTEM);
        try {
            for (Node event : events(system.getNode("/events"), new ArrayList<>())) {
                String id = event.getIdentifier();
                if (event.getPath().startsWith("/events/withdrawn/")) {
                    continue;
                }
                Optional<ContentNode> own = node(session, event.getPath(), languages);
                Optional<ContentNode> notice = node(session, event.getPath() + "/publicNotice", languages);
                if (own.isPresent()) {
                    own.filter(node -> !node.isDeleted())
                            .map(node -> EventSummary.of(node, node.id()))
                            .ifPresent(readable::add);
                } else {
                    notice.filter(node -> node.rawText("title") != null)
                            .map(node -> EventSummary.of(node, id))
                            .ifPresent(readable::add);
                }
            }
        } finally {
            system.logout();
        }
        return readable;
    }

    /** What the session itself can read of the speakers, by name: all names are one word. */
    private static List<Tuple> readableSpeakers(Session session, ContentLanguages languages)
            throws RepositoryException {
        List<Speaker> readable = new ArrayList<>();
        for (String folder : List.of("/speakers", "/speakers/hidden")) {
            for (String slug : SPEAKERS) {
                node(session, folder + "/" + slug, languages)
                        .filter(speaker -> !speaker.isDeleted())
                        .map(Speaker::of)
                        .ifPresent(readable::add);
            }
        }
        return readable.stream()
                .sorted(Comparator.comparing(Speaker::fullName).thenComparing(Speaker::slug))
                .map(speaker -> Tuple.tuple(speaker.id(), speaker.fullName()))
                .toList();
    }

    /** The events in which a speaker takes part, as far as the session itself can read that. */
    private static List<EventSummary> ofSpeaker(Speaker speaker, List<EventSummary> events, Session session)
            throws RepositoryException {
        List<EventSummary> theirs = new ArrayList<>();
        for (EventSummary event : events) {
            if (!event.isListedOnly()
                    && new ContentNode(session.getNodeByIdentifier(event.id()), new ContentLanguages("en", "en"))
                            .entries("participations").stream()
                                    .anyMatch(part -> speaker.id().equals(part.rawText("speaker")))) {
                theirs.add(event);
            }
        }
        return theirs;
    }

    private static List<EventSummary> having(
            SearchTerms terms, List<EventSummary> events, Session session, ContentLanguages languages)
            throws RepositoryException {
        List<EventSummary> having = new ArrayList<>();
        for (EventSummary event : events) {
            if (terms.areIn(texts(event, session, languages).stream()
                    .map(SearchTerms::searchable)
                    .toList())) {
                having.add(event);
            }
        }
        return having;
    }

    /** What the session itself can read of an event. */
    private static List<String> texts(EventSummary event, Session session, ContentLanguages languages)
            throws RepositoryException {
        List<String> texts = new ArrayList<>(List.of(event.title()));
        if (!event.isListedOnly()) {
            ContentNode node = new ContentNode(session.getNodeByIdentifier(event.id()), languages);
            Optional.ofNullable(event.place().city()).ifPresent(texts::add);
            for (String list : List.of("programme", "participations")) {
                for (ContentNode part : node.entries(list)) {
                    for (String property : List.of("title", "summary", "role", "organisation")) {
                        Optional.ofNullable(part.text(property)).ifPresent(texts::add);
                    }
                    for (String folder : List.of("/speakers", "/speakers/hidden")) {
                        for (String slug : SPEAKERS) {
                            node(session, folder + "/" + slug, languages)
                                    .filter(speaker -> speaker.id().equals(part.rawText("speaker")))
                                    .filter(speaker -> !speaker.isDeleted())
                                    .ifPresent(speaker -> texts.add(speaker.rawText("fullName")));
                        }
                    }
                }
            }
        }
        return texts;
    }

    private static Optional<ContentNode> node(Session session, String path, ContentLanguages languages)
            throws RepositoryException {
        return session.nodeExists(path)
                ? Optional.of(new ContentNode(session.getNode(path), languages))
                : Optional.empty();
    }

    private static Map<String, Integer> counts(List<EventSummary> events, Facet facet) {
        Function<EventSummary, List<String>> values =
                switch (facet) {
                    case YEAR -> event ->
                            List.of(event.date().isDated() ? event.date().yearText() : "undated");
                    case WORK_PACKAGE -> event -> event.workPackages().stream()
                            .map(group -> group.slug())
                            .toList();
                    case KIND -> event -> Optional.ofNullable(event.kind()).map(OpenEnum::word).stream()
                            .toList();
                    case PLACE -> event -> Optional.ofNullable(event.place().city()).stream()
                            .map(town -> Map.of("Paris", "paris", "Łódź", "lodz", "The Hague", "the-hague")
                                    .get(town))
                            .toList();
                    case SESSION -> event ->
                            event.isListedOnly() ? List.of() : List.of(event.closed() ? "closed" : "open");
                    case PHASE -> event -> List.of(event.date().phase(NOW, ZONE).word());
                };
        Map<String, Integer> counts = new TreeMap<>();
        events.forEach(event -> values.apply(event).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts;
    }
}
