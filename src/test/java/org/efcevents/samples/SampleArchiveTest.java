package org.efcevents.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.event.EventKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The sample archive against the page it was taken from ("European Financial Coalition: Past Events") and against the
 * content model, read from the bootstrap files as Magnolia's {@code DataTransporter} reads them.
 */
class SampleArchiveTest {

    private static final Path FOLDERS = Path.of("src/main/resources/mgnl-bootstrap/efc-events-content/folders");
    private static final Path SAMPLES = Path.of("src/main/resources/mgnl-bootstrap-samples/efc-events-content");
    private static final String WORKSPACE = "efc-events.";

    /** What the page says, entry by entry: place on the page, title, first day, last day, kind, closed or open. */
    private static final String PAGE =
            """
            1 | The Second EFC Awareness Raising Event: Facing the Challenges Ahead Together: A Stronger Public-Private \
            Partnership against the Commercial Sexual Exploitation of Children Online | XXXX-06-24 | - | awareness-raising | open
            2 | ICT Coalition Forum | - | - | external-participation | open
            3 | WP5 Conference Call | - | - | conference-call | open
            4 | WP4 Conference Call | - | - | conference-call | open
            5 | VGT Conference in Amsterdam | - | - | external-participation | open
            6 | WP3 Conference Call | - | - | conference-call | open
            7 | WP5 Meeting | - | - | work-package-meeting | open
            8 | WP4 Meeting in the Hague | - | - | work-package-meeting | open
            9 | WP1 Meeting | - | - | work-package-meeting | open
            10 | EFC meets the EU networks and stakeholders engaged in online protection of children - 17 June 2014 \
            | 2014-06-17 | - | networks-meeting | open
            11 | 4th Meeting WP 1 | XXXX-06-04 | - | work-package-meeting | closed
            12 | First EFC Training Session March 2014 | 2014-03-24 | 2014-03-26 | training | open
            13 | 3rd Meeting WP 1 | 2014-01-29 | - | work-package-meeting | closed
            14 | 4th EFC Steering Group Meeting | 2014-01-14 | - | steering-group | closed
            15 | EFC WP 4 Meeting | 2013-12-17 | - | work-package-meeting | open
            16 | The First EFC Awareness Raising Event | 2013-10-15 | - | awareness-raising | open
            17 | EFC WP5 Meeting | 2013-06-13 | - | work-package-meeting | closed
            18 | The EFC Meets the EU Networks and Initiatives engaged in online protection of children / EFC Steering \
            Group Meeting | 2013-06-12 | - | networks-meeting | open
            19 | EFC WP4 Meeting | 2013-06-06 | - | conference-call | closed
            20 | EFC WP5 Meeting | 2013-04-29 | - | conference-call | closed
            21 | EFC WP3 meets the Private Sector | 2013-04-24 | - | work-package-meeting | closed
            22 | Joint WP1-WP4 Meeting - Operations & Training | 2013-04-04 | - | work-package-meeting | closed
            23 | EFC Meeting WP 5 | 2013-03-21 | - | work-package-meeting | closed
            24 | EFC Meeting WP 3 | 2013-03-19 | - | work-package-meeting | closed
            25 | 2nd EFC Steering Group Meeting | 2013-02-12 | - | steering-group | closed
            26 | 1st Meeting Work Package 1 (WP1) - Operations | 2013-02-05 | - | work-package-meeting | closed
            27 | Launch of the European Financial Coalition | - | - | launch | open
            28 | EFC WP5 Meeting | 2014-07-03 | - | work-package-meeting | open
            29 | The next EFC meeting: Combating the challenges together on the commercial sexual exploitation of \
            children online | XXXX-01-27 | - | conference | open
            """;

    private static final Set<String> PARTS =
            Set.of("keynote", "speaker", "panellist", "chair", "opening", "closing", "attending", "announcing");

    /** The properties that the content model gives each node type, and whether they hold text that is translated. */
    private static final Map<String, Set<String>> TRANSLATED = Map.of(
            "efc:event",
            Set.of("title", "statusText", "venue", "city", "attendance", "teaser", "description", "report", "credit"),
            "efc:participation",
            Set.of("role", "organisation", "panel", "talkTitle", "summary"),
            "efc:speaker",
            Set.of("role", "organisation", "biography", "portraitAlt"),
            "efc:workPackage",
            Set.of("title", "description", "lead"),
            "mgnl:folder",
            Set.of(),
            "mgnl:contentNode",
            Set.of());

    private static final Map<String, Set<String>> UNTRANSLATED = Map.of(
            "efc:event",
            Set.of(
                    "kind",
                    "precision",
                    "start",
                    "end",
                    "partialDate",
                    "organiser",
                    "host",
                    "closed",
                    "workPackages",
                    "photographCount",
                    "sourceTitle",
                    "sourcePosition"),
            "efc:participation",
            Set.of("speaker", "part"),
            "efc:speaker",
            Set.of("fullName", "familyName", "otherNames", "honorific", "country"),
            "efc:workPackage",
            Set.of("code", "position"),
            "mgnl:folder",
            Set.of(),
            "mgnl:contentNode",
            Set.of());

    private static final Set<String> RICH = Set.of("description", "report", "summary", "biography");
    private static final Pattern PARAGRAPHS = Pattern.compile("<p>[^<>]+</p>( <p>[^<>]+</p>)*");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** One node as a bootstrap file has it: scalars and lists are properties, maps are child nodes, both in order. */
    private record Sample(String path, Map<String, Object> properties, Map<String, Sample> children) {

        String type() {
            return (String) properties.get("jcr:primaryType");
        }

        String uuid() {
            return (String) properties.get("jcr:uuid");
        }

        String text(String property) {
            return (String) properties.get(property);
        }

        boolean has(String property) {
            return properties.containsKey(property);
        }

        List<?> list(String property) {
            return (List<?>) properties.getOrDefault(property, List.of());
        }

        List<Sample> participations() {
            return children.containsKey("participations")
                    ? List.copyOf(children.get("participations").children.values())
                    : List.of();
        }

        Stream<Sample> andBelow() {
            return Stream.concat(Stream.of(this), children.values().stream().flatMap(Sample::andBelow));
        }
    }

    private static final Map<Path, Sample> FILES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (Path folder : List.of(FOLDERS, SAMPLES)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.getFileName().toString().startsWith(WORKSPACE))
                        .toList()) {
                    FILES.put(file, load(file));
                }
            }
        }
    }

    private static Sample load(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<?, ?> top = new Yaml(new SafeConstructor(options)).load(reader);
            assertThat(top).as("top keys of %s", file).hasSize(1);
            Map.Entry<?, ?> node = top.entrySet().iterator().next();
            assertThat(node.getValue()).as("node of %s", file).isInstanceOf(Map.class);
            String name = file.getFileName().toString();
            String path = name.substring(WORKSPACE.length() - 1, name.length() - ".yaml".length())
                    .replace('.', '/');
            assertThat(path.substring(path.lastIndexOf('/') + 1))
                    .as("the file name's last part and the top key of %s", file)
                    .isEqualTo(node.getKey());
            return sample(path, (Map<?, ?>) node.getValue());
        }
    }

    private static Sample sample(String path, Map<?, ?> yaml) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Sample> children = new LinkedHashMap<>();
        yaml.forEach((key, value) -> {
            // A key with no value is a child node for Magnolia, not an empty property: nobody means that.
            assertThat(value).as("%s/%s", path, key).isNotNull();
            if (value instanceof Map<?, ?> child) {
                children.put((String) key, sample(path + "/" + key, child));
            } else {
                properties.put((String) key, value);
            }
        });
        return new Sample(path, properties, children);
    }

    private static List<Sample> in(String folder) {
        return FILES.values().stream()
                .filter(node ->
                        node.path().startsWith(folder + "/") && !node.type().equals("mgnl:folder"))
                .toList();
    }

    private static List<Sample> events() {
        return in("/events").stream()
                .sorted(Comparator.comparingInt(
                        event -> (Integer) event.properties().get("sourcePosition")))
                .toList();
    }

    private static Stream<Sample> allNodes() {
        return FILES.values().stream().flatMap(Sample::andBelow);
    }

    private static Sample at(int position) {
        return events().get(position - 1);
    }

    @Test
    void everyEntryOfThePageIsThereInItsOrder() {
        List<String> read = events().stream()
                .map(event -> Stream.of(
                                event.properties().get("sourcePosition"),
                                event.text("title"),
                                Objects.requireNonNullElse(
                                        event.has("start") ? event.text("start") : event.text("partialDate"), "-"),
                                Objects.requireNonNullElse(event.text("end"), "-"),
                                event.text("kind"),
                                event.has("closed") ? "closed" : "open")
                        .map(String::valueOf)
                        .collect(Collectors.joining(" | ")))
                .toList();

        assertThat(read).containsExactlyElementsOf(PAGE.lines().toList());
    }

    @Test
    void thePageHasTheCountsThatWereTakenFromIt() {
        assertThat(events()).hasSize(29);
        assertThat(events())
                .filteredOn(event -> "unknown".equals(event.text("precision")))
                .hasSize(9);
        assertThat(events())
                .filteredOn(event -> "day-and-month".equals(event.text("precision")))
                .hasSize(3);
        assertThat(events()).filteredOn(event -> event.has("closed")).hasSize(12);
        assertThat(events()).filteredOn(event -> event.has("description")).hasSize(10);
        assertThat(events()).filteredOn(event -> event.has("report")).hasSize(19);
        assertThat(events())
                .filteredOn(event -> "EFC WP5 Meeting".equals(event.text("title")))
                .hasSize(3);
        assertThat(in("/speakers")).hasSize(22);
        assertThat(in("/work-packages")).hasSize(5);
    }

    @Test
    void announcementsAndReportsAreKeptApart() {
        assertThat(events())
                .filteredOn(event -> event.has("description"))
                .extracting(event -> event.properties().get("sourcePosition"))
                .containsExactly(10, 12, 17, 18, 19, 21, 23, 24, 28, 29);
        assertThat(events()).allMatch(event -> event.has("description") != event.has("report"));
    }

    @Test
    void closedSessionsKeepTheWordingOfWhoCouldAttend() {
        Map<Object, String> wording = new TreeMap<>();
        events().stream()
                .filter(event -> event.has("attendance"))
                .forEach(event -> wording.put(event.properties().get("sourcePosition"), event.text("attendance")));

        assertThat(wording)
                .isEqualTo(Map.ofEntries(
                        Map.entry(11, "Closed session - WP1 members only"),
                        Map.entry(13, "Closed Session - WP1 members only"),
                        Map.entry(14, "closed session - EFC SG Members only"),
                        Map.entry(17, "closed session - WP5 members only"),
                        Map.entry(19, "closed session - EFC members only"),
                        Map.entry(20, "closed session - WP5 members"),
                        Map.entry(21, "closed session"),
                        Map.entry(22, "Closed session - WP1&WP4 members only"),
                        Map.entry(23, "closed session - EFC Members only"),
                        Map.entry(24, "closed session - EFC Members only"),
                        Map.entry(25, "Closed session - EFC SG Members only"),
                        Map.entry(26, "Closed session - WP1 Members only")));
        assertThat(events())
                .allMatch(event -> event.has("closed") == event.has("attendance"))
                .allMatch(event -> !event.has("closed")
                        || Boolean.TRUE.equals(event.properties().get("closed")));
    }

    @Test
    void peopleTookPartAsThePageSays() {
        Map<String, String> names =
                in("/speakers").stream().collect(Collectors.toMap(Sample::uuid, person -> person.text("fullName")));
        Map<Integer, List<String>> parts = new TreeMap<>();
        events().forEach(event -> event.participations().forEach(participation -> parts.computeIfAbsent(
                        (Integer) event.properties().get("sourcePosition"), key -> new ArrayList<>())
                .add(names.get(participation.text("speaker")) + ": " + participation.text("part"))));

        assertThat(parts)
                .isEqualTo(Map.of(
                        1,
                        List.of(
                                "Vicky Ford: keynote",
                                "Delphine Moralis: speaker",
                                "Katarzyna Staciwa: speaker",
                                "Catherine J. Cummings: speaker",
                                "Daniela Buruiană: speaker",
                                "Heidi de Pauw: speaker",
                                "Friso Stoffer: speaker",
                                "César Alonso Iriarte: speaker",
                                "Olivier Burgersdijk: speaker",
                                "Marco Pancini: speaker",
                                "Mikael Conny Svensson: speaker",
                                "Magnus Lagercrantz: speaker",
                                "Emma McClarkin: closing"),
                        2,
                        List.of("Ms. Dalli: opening"),
                        16,
                        List.of(
                                "Maria Åsenius: keynote",
                                "Troels Oerting: keynote",
                                "Colin Whittaker: keynote",
                                "Cornelia Kutterer: keynote",
                                "Ernie Allen: keynote",
                                "Maud de Boer-Buquicchio: keynote"),
                        25,
                        List.of("Troels Oerting: attending"),
                        27,
                        List.of("Cecilia Malmström: announcing", "Rob Wainwright: announcing")));
        assertThat(at(1).participations()).hasSize(13).allMatch(participation -> participation.has("summary"));
    }

    @Test
    void repairedNamesKeepThePrintedOne() {
        assertThat(in("/speakers"))
                .filteredOn(person -> person.has("otherNames"))
                .extracting(person -> person.text("fullName") + " " + person.list("otherNames"))
                .containsExactlyInAnyOrder(
                        "Daniela Buruiană [Daniela Buruian]",
                        "César Alonso Iriarte [Csar Alonso Iriarte]",
                        "Maria Åsenius [Maria senius]",
                        "Cecilia Malmström [Cecilia Malmstrm]");
    }

    @Test
    void eventsNameTheirWorkPackages() {
        Map<String, String> codes =
                in("/work-packages").stream().collect(Collectors.toMap(Sample::uuid, wp -> wp.text("code")));
        Map<Object, List<String>> held = new TreeMap<>();
        events().stream()
                .filter(event -> event.has("workPackages"))
                .forEach(event -> held.put(
                        event.properties().get("sourcePosition"),
                        event.list("workPackages").stream().map(codes::get).toList()));

        assertThat(held)
                .isEqualTo(Map.ofEntries(
                        Map.entry(3, List.of("WP5")),
                        Map.entry(4, List.of("WP4")),
                        Map.entry(6, List.of("WP3")),
                        Map.entry(7, List.of("WP5")),
                        Map.entry(8, List.of("WP4")),
                        Map.entry(9, List.of("WP1")),
                        Map.entry(11, List.of("WP1")),
                        Map.entry(13, List.of("WP1")),
                        Map.entry(15, List.of("WP4")),
                        Map.entry(17, List.of("WP5")),
                        Map.entry(19, List.of("WP4")),
                        Map.entry(20, List.of("WP5")),
                        Map.entry(21, List.of("WP3")),
                        Map.entry(22, List.of("WP1", "WP4")),
                        Map.entry(23, List.of("WP5")),
                        Map.entry(24, List.of("WP3")),
                        Map.entry(26, List.of("WP1")),
                        Map.entry(28, List.of("WP5"))));
        assertThat(in("/work-packages"))
                .extracting(wp -> wp.text("code") + " " + wp.properties().get("position") + " " + wp.text("title"))
                .containsExactly(
                        "WP1 1 Operations",
                        "WP2 2 null",
                        "WP3 3 Private Sector Support and Cooperation",
                        "WP4 4 Training",
                        "WP5 5 External relations and Awareness");
    }

    @Test
    void placesHostsPhotographsAndCreditAreTheOnesStated() {
        Map<Object, String> cities = new TreeMap<>();
        Map<Object, Object> photographs = new TreeMap<>();
        events().forEach(event -> {
            Object position = event.properties().get("sourcePosition");
            if (event.has("city")) {
                cities.put(position, event.text("city"));
            }
            if (event.has("photographCount")) {
                photographs.put(position, event.properties().get("photographCount"));
            }
        });

        assertThat(cities)
                .isEqualTo(Map.ofEntries(
                        Map.entry(2, "Brussels"),
                        Map.entry(5, "Amsterdam"),
                        Map.entry(8, "The Hague"),
                        Map.entry(9, "Brussels"),
                        Map.entry(10, "Brussels"),
                        Map.entry(11, "Stockholm"),
                        Map.entry(12, "Paris"),
                        Map.entry(13, "Brussels"),
                        Map.entry(14, "Brussels"),
                        Map.entry(17, "Brussels"),
                        Map.entry(18, "Brussels"),
                        Map.entry(21, "Brussels"),
                        Map.entry(25, "The Hague"),
                        Map.entry(26, "The Hague"),
                        Map.entry(28, "Brussels")));
        assertThat(photographs).isEqualTo(Map.of(1, 24, 16, 1, 29, 1));
        assertThat(at(12).text("host")).isEqualTo("Microsoft");
        assertThat(at(22).text("host")).isEqualTo("MasterCard");
        assertThat(at(1).text("credit")).contains("Dods Monitoring");
    }

    @Test
    void datesAreTextInTheDocumentedForm() {
        for (Sample event : events()) {
            String path = event.path();
            switch (event.text("precision")) {
                case "day" -> {
                    LocalDate start = LocalDate.parse(event.text("start"));
                    if (event.has("end")) {
                        assertThat(LocalDate.parse(event.text("end"))).as(path).isAfter(start);
                    }
                    assertThat(event.has("partialDate")).as(path).isFalse();
                }
                case "day-and-month" -> {
                    assertThat(event.text("partialDate")).as(path).startsWith("XXXX-");
                    MonthDay.parse("-" + event.text("partialDate").replaceFirst("^XXXX", ""));
                    assertThat(event.has("start") || event.has("end")).as(path).isFalse();
                }
                case "unknown" -> assertThat(Set.of("start", "end", "partialDate"))
                        .as(path)
                        .noneMatch(event::has);
                default -> throw new AssertionError(path + ": precision " + event.text("precision"));
            }
        }
    }

    @Test
    void everyReferenceResolves() {
        Set<String> people = in("/speakers").stream().map(Sample::uuid).collect(Collectors.toSet());
        Set<String> workPackages =
                in("/work-packages").stream().map(Sample::uuid).collect(Collectors.toSet());

        for (Sample event : events()) {
            assertThat(event.list("workPackages")).as(event.path()).allMatch(workPackages::contains);
            for (Sample participation : event.participations()) {
                assertThat(participation.text("speaker"))
                        .as(participation.path())
                        .isIn(people);
                assertThat(participation.text("part")).as(participation.path()).isIn(PARTS);
            }
        }
        Set<String> tookPart = events().stream()
                .flatMap(event -> event.participations().stream())
                .map(participation -> participation.text("speaker"))
                .collect(Collectors.toSet());
        assertThat(tookPart).isEqualTo(people);
    }

    @Test
    void everyNodeHasItsTypeAndAUuidOfItsOwn() {
        Map<String, String> paths = new HashMap<>();
        allNodes().forEach(node -> {
            assertThat(node.type()).as(node.path()).isIn(TRANSLATED.keySet());
            assertThat(node.uuid()).as(node.path()).matches(UUID);
            assertThat(paths.put(node.uuid(), node.path()))
                    .as("other node with the identifier of %s", node.path())
                    .isNull();
            assertThat(node.path().substring(node.path().lastIndexOf('/') + 1))
                    .as(node.path())
                    .matches(node.type().equals("efc:participation") ? Pattern.compile("participations\\d+") : SLUG);
        });
        assertThat(in("/events")).allMatch(node -> node.type().equals("efc:event"));
        assertThat(in("/speakers")).allMatch(node -> node.type().equals("efc:speaker"));
        assertThat(in("/work-packages")).allMatch(node -> node.type().equals("efc:workPackage"));
        assertThat(events()).allMatch(event -> event.children().keySet().stream()
                .allMatch(child -> child.equals("participations")));
    }

    @Test
    void theFoldersAreBootstrappedAsFolders() {
        assertThat(FILES.entrySet())
                .filteredOn(file -> file.getKey().startsWith(FOLDERS))
                .extracting(
                        file -> file.getValue().path() + " " + file.getValue().type())
                .containsExactlyInAnyOrder(
                        "/events mgnl:folder",
                        "/events/hidden mgnl:folder",
                        "/events/listed mgnl:folder",
                        "/events/withdrawn mgnl:folder",
                        "/speakers mgnl:folder",
                        "/work-packages mgnl:folder");
    }

    @Test
    void everyNodeLooksPublished() {
        assertThat(FILES.values()).allSatisfy(node -> {
            assertThat(node.properties())
                    .containsEntry("mgnl:activationStatus", "true")
                    .containsKeys("mgnl:createdBy", "mgnl:lastModifiedBy", "mgnl:lastActivatedBy");
            Date created = (Date) node.properties().get("mgnl:created");
            Date modified = (Date) node.properties().get("mgnl:lastModified");
            assertThat(modified).isAfterOrEqualTo(created);
            assertThat((Date) node.properties().get("mgnl:lastActivated")).isAfterOrEqualTo(modified);
        });
    }

    @Test
    void onlyPropertiesOfTheContentModelAreUsedWithTheirTypes() {
        allNodes().forEach(node -> node.properties().forEach((name, value) -> {
            if (name.startsWith("jcr:") || name.startsWith("mgnl:")) {
                return;
            }
            String where = node.path() + "/" + name;
            String plain = name.endsWith("_fr") ? name.substring(0, name.length() - 3) : name;
            Set<String> known = name.endsWith("_fr")
                    ? TRANSLATED.get(node.type())
                    : Stream.concat(TRANSLATED.get(node.type()).stream(), UNTRANSLATED.get(node.type()).stream())
                            .collect(Collectors.toSet());
            assertThat(known).as(where).contains(plain);
            switch (name) {
                case "closed" -> assertThat(value).as(where).isInstanceOf(Boolean.class);
                case "photographCount", "sourcePosition", "position" -> assertThat(value)
                        .as(where)
                        .isInstanceOf(Integer.class);
                case "workPackages", "otherNames" -> assertThat((List<?>) value)
                        .as(where)
                        .isNotEmpty()
                        .allMatch(String.class::isInstance);
                default -> {
                    assertThat(value).as(where).isInstanceOf(String.class);
                    String text = (String) value;
                    assertThat(text).as(where).isNotBlank().isEqualTo(text.strip());
                    if (RICH.contains(plain)) {
                        assertThat(text).as(where).matches(PARAGRAPHS);
                    } else {
                        assertThat(text).as(where).doesNotContain("<", "\n");
                    }
                }
            }
        }));
        assertThat(events())
                .allMatch(event -> event.has("title") && event.has("teaser"))
                .allMatch(event -> EventKind.words().contains(event.text("kind")));
        assertThat(in("/speakers")).allMatch(person -> person.has("fullName") && person.has("familyName"));
    }

    @Test
    void everyEnglishTextHasItsFrench() {
        allNodes().forEach(node -> TRANSLATED.get(node.type()).forEach(name -> assertThat(node.has(name + "_fr"))
                .as("%s/%s_fr is there when %s is", node.path(), name, name)
                .isEqualTo(node.has(name))));
    }
}
