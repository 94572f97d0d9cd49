package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Archive;
import org.efcevents.archive.BrokenValue;
import org.efcevents.archive.ContentModel;
import org.efcevents.archive.ContentModel.Place;
import org.efcevents.archive.TestArchive;
import org.efcevents.content.ContentLanguages;
import org.efcevents.event.EventSummary;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is where a property of the content model should be, in as many events, speakers or work packages as there are ways to
 * break one: every channel can be read, has these too, and tells of the others what it told before.
 */
class BrokenContentTest {

    private static final Instant NOW = Instant.parse("2014-06-15T12:00:00Z");
    private static final Set<String> GOOD = Set.of("good-past", "good-ongoing", "good-upcoming", "good-undated");
    private static final Set<String> DATE =
            Set.of("precision", "start", "end", "startTime", "endTime", "timeZone", "partialDate", "approximate");
    private static final String FORMATTED = "<p>The quorum</p><ul><li>met</li></ul>";

    @TempDir
    static Path home;

    private static TestArchive content;
    private static final Map<String, Map<String, Object>> BEFORE = new HashMap<>();

    @BeforeAll
    static void fill() throws Exception {
        content = new TestArchive(home);
        Node speaker = content.speaker("good", Map.of("fullName", "Good Person", "biography", FORMATTED));
        Node group = content.workPackage("good", Map.of("code", "WP1", "title", "Good group", "position", "1"));
        event("good-past", "start", "2014-05-20", speaker, group);
        event("good-ongoing", "start", "2014-06-15", speaker, group);
        event("good-upcoming", "start", "2014-06-16", speaker, group);
        event("good-undated", "partialDate", "XXXX-01-01", speaker, group);
        for (String language : List.of("en", "fr")) {
            BEFORE.put(language, tell(language));
        }
        assertThat(BEFORE.get("en")).hasSizeGreaterThan(60);
    }

    private static void event(String slug, String property, String date, Node speaker, Node group) throws Exception {
        Node event = content.event(
                slug,
                Map.of("title", "A " + slug, property, date, "kind", "hackathon", "city", "Aix", "report", FORMATTED));
        event.setProperty(
                "mgnl:created", GregorianCalendar.from(NOW.minusSeconds(60).atZone(ZoneOffset.UTC)));
        event.setProperty("mgnl:lastModified", GregorianCalendar.from(NOW.atZone(ZoneOffset.UTC)));
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        content.participation(event, speaker, Map.of("part", "keynote", "summary", FORMATTED));
    }

    @AfterAll
    static void close() {
        content.close();
    }

    private static Map<String, Object> tell(String language) throws Exception {
        return Channels.tell(
                new Visitor(content.read(language, NOW)),
                new Archive(
                                content.session(),
                                new ContentLanguages(language, "en"),
                                NOW,
                                ZoneId.of("Europe/Brussels"),
                                null,
                                new ArchiveIndex())
                        .highlights(),
                GOOD);
    }

    /**
     * The properties of one node together, each with another value in each of its copies. Those that say when an event is go one by
     * one: most values of one of them keep the others from being read.
     */
    static Stream<Named<List<Place>>> together() {
        return ContentModel.places()
                .collect(Collectors.groupingBy(
                        place -> place.parts().isEmpty() && DATE.contains(place.name())
                                ? place.toString()
                                : place.node(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(places -> Named.of(places.getKey(), places.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("together")
    void breaksNothingElse(List<Place> places) throws Exception {
        assertBreaksNothing(places, "en");
        List<Place> translations = places.stream()
                .filter(Place::isTranslated)
                .map(place -> place.in("fr"))
                .toList();
        if (!translations.isEmpty()) {
            assertBreaksNothing(translations, "fr");
        }
    }

    private static void assertBreaksNothing(List<Place> places, String language) throws Exception {
        List<BrokenValue> values = List.copyOf(BrokenValue.all().values());
        for (int copy = 0; copy < values.size(); copy++) {
            for (int i = 0; i < places.size(); i++) {
                places.get(i).put(values.get((copy + i) % values.size()), content.session(), "bad-" + copy);
            }
        }
        assertBreaksNothing(places.get(0).contentType(), values.size(), language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"efcEvent", "efcSpeaker", "efcWorkPackage"})
    void isNeverTooLong(String contentType) throws Exception {
        String words = "word ".repeat(500) + "<em>by</em> word ";
        for (Place place : ContentModel.places()
                .filter(place -> place.contentType().equals(contentType))
                .toList()) {
            // A megabyte in each of the parts too would take long to read again and again.
            String text = words.repeat((place.parts().isEmpty() ? 1_000_000 : 50_000) / words.length());
            place.put((node, name) -> node.setProperty(name, text), content.session(), "bad-0");
        }
        assertBreaksNothing(contentType, 1, "en");
    }

    @Test
    void isNeverTooDeep() throws Exception {
        String text = "<sub>".repeat(20_000) + "deep";
        for (Place place : ContentModel.places().filter(Place::isRich).toList()) {
            place.put((node, name) -> node.setProperty(name, text), content.session(), "bad-0");
        }
        assertBreaksNothing("efcEvent", 1, "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0043-03-15T12:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"})
    void momentsThatNoFeedCanTellAreLeftOut(String moment) throws Exception {
        GregorianCalendar date = GregorianCalendar.from(ZonedDateTime.parse(moment));
        for (String property : List.of("mgnl:created", "mgnl:lastModified", "mgnl:lastActivated")) {
            for (String type : List.of("efcEvent", "efcSpeaker", "efcWorkPackage")) {
                ContentModel.node(type, content.session(), "bad-" + property.substring(5))
                        .setProperty(property, date);
            }
        }
        content.session().save();
        try {
            assertTellsTheSame("en");
            assertThat(content.read("en", NOW)
                            .event("bad-created")
                            .publication()
                            .created())
                    .isEqualTo(Instant.EPOCH);
        } finally {
            remove();
        }
    }

    private static void assertBreaksNothing(String contentType, int copies, String language) throws Exception {
        content.session().save();
        try {
            assertTellsTheSame(language);
            assertThat(slugs(contentType, language))
                    .as("those that are broken")
                    .containsAll(IntStream.range(0, copies)
                            .mapToObj(copy -> "bad-" + copy)
                            .toList());
        } finally {
            remove();
        }
    }

    private static void assertTellsTheSame(String language) throws Exception {
        Map<String, Object> now = tell(language);
        assertThat(now).containsOnlyKeys(BEFORE.get(language).keySet());
        now.forEach((where, told) -> assertThat(withoutBroken(told))
                .as(where)
                .isEqualTo(withoutBroken(BEFORE.get(language).get(where))));
    }

    /** One that is broken elsewhere is still related to a good one if it has its people or work packages. */
    private static String withoutBroken(Object told) {
        return String.valueOf(told).replaceAll("\"bad-\\d+\",|,?\"bad-\\d+\"", "");
    }

    private static Set<String> slugs(String contentType, String language) {
        Archive archive = content.read(language, NOW);
        Stream<String> slugs =
                switch (contentType) {
                    case "efcEvent" -> archive.events().all().stream().map(EventSummary::slug);
                    case "efcSpeaker" -> archive.speakers().stream().map(Speaker::slug);
                    default -> archive.workPackages().stream().map(WorkPackage::slug);
                };
        return slugs.collect(Collectors.toSet());
    }

    private static void remove() throws RepositoryException {
        for (String folder : List.of("/events", "/speakers", "/work-packages")) {
            for (NodeIterator nodes = content.session().getNode(folder).getNodes("bad-*"); nodes.hasNext(); ) {
                nodes.nextNode().remove();
            }
        }
        content.session().save();
    }
}
