package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.OpenEnum;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
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
    private static final int CHANGES = Integer.getInteger("changes", 500);
    private static final Instant NOW = Instant.parse("2014-06-10T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final List<User> READERS =
            List.of(new User("anonymous", Set.of("visitor")), new User("ann", Set.of("member", "visitor")));
    private static final List<String> FOLDERS =
            List.of("/events", "/events/listed", "/events/hidden", "/events/withdrawn", "/events/group");
    private static final List<String> KINDS = List.of("training", "launch", "hackathon");
    private static final List<String> TOWNS = List.of("Paris", "Łódź", "The Hague");

    @TempDir
    Path home;

    private final ArchiveCache cache = new ArchiveCache();
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
            int which = events.size() < 8 ? 0 : random.nextInt(12);
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
                "/events/hidden", "/events/listed", "/events/group", event.getPath(), "/work-packages/secret")) {
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
            for (Facet facet : Facet.values()) {
                Map<String, Integer> counts = counts(expected, facet);
                assertThat(all.facet(facet.parameter()).choices())
                        .as("%s of %s", facet, when)
                        .allSatisfy(choice -> assertThat(choice.count()).isEqualTo(counts.get(choice.name())))
                        .hasSize(counts.size());
                for (String value : counts.keySet()) {
                    assertThat(archive.find(new ArchiveFilter(
                                            Map.of(facet, value),
                                            ArchiveFilter.none().terms(),
                                            1))
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
                if (event.getPath().startsWith("/events/withdrawn/")) {
                    continue;
                }
                Optional<ContentNode> own = node(session, event.getPath(), languages);
                Optional<ContentNode> notice = node(session, event.getPath() + "/publicNotice", languages);
                if (own.isPresent()) {
                    own.filter(node -> !node.isDeleted()).map(EventSummary::of).ifPresent(readable::add);
                } else {
                    notice.filter(node -> node.rawText("title") != null)
                            .map(EventSummary::of)
                            .ifPresent(readable::add);
                }
            }
        } finally {
            system.logout();
        }
        return readable;
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
                };
        Map<String, Integer> counts = new TreeMap<>();
        events.forEach(event -> values.apply(event).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts;
    }
}
