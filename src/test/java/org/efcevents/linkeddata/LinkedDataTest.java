package org.efcevents.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.archive.TestArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs that know schema.org are told. */
class LinkedDataTest {

    private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";
    private static final Instant MODIFIED = Instant.parse("2014-05-06T07:08:09.123Z");
    private static final Map<String, String> LANGUAGES = new LinkedHashMap<>();

    static {
        LANGUAGES.put("en", "https://www.example.org");
        LANGUAGES.put("fr", "https://www.example.org/fr");
    }

    private static final Set<String> THING =
            Set.of("name", "description", "url", "image", "identifier", "sameAs", "alternateName", "mainEntityOfPage");

    /** Of schema.org 28.1, what things of a type may have besides what every thing has, as far as it is used. */
    private static final Map<String, Set<String>> VOCABULARY = Map.ofEntries(
            Map.entry(
                    "Event",
                    Set.of(
                            "about",
                            "startDate",
                            "endDate",
                            "eventStatus",
                            "eventAttendanceMode",
                            "location",
                            "organizer",
                            "performer",
                            "attendee",
                            "keywords",
                            "offers",
                            "recordedIn",
                            "inLanguage")),
            Map.entry("Person", Set.of("honorificPrefix", "familyName", "jobTitle", "affiliation")),
            Map.entry("Organization", Set.of("keywords")),
            Map.entry("Project", Set.of("keywords")),
            Map.entry("Place", Set.of("address", "keywords")),
            Map.entry("PostalAddress", Set.of("addressLocality", "addressCountry")),
            Map.entry("VirtualLocation", Set.of()),
            Map.entry("BreadcrumbList", Set.of("itemListElement")),
            Map.entry("ListItem", Set.of("position", "item")),
            Map.entry(
                    "WebPage",
                    Set.of("mainEntity", "breadcrumb", "about", "inLanguage", "dateModified", "license", "keywords")));

    @TempDir
    Path home;

    private TestArchive content;
    private Node event;
    private Node speaker;
    private Node group;

    @BeforeEach
    void fill() throws Exception {
        content = new TestArchive(home);
        speaker = content.speaker("s", Map.of("fullName", "Ann Body", "familyName", "Body", "organisation", "Visa"));
        group = content.workPackage("w", Map.of("code", "WP1", "title", "Operations"));
        event = content.event(
                "e",
                Map.of(
                        "title", "Event",
                        "start", "2014-03-24",
                        "city", "Lyon",
                        "venue", "Hall",
                        "onlineAddress", "https://meet.example.org/",
                        "organiser", "EFC",
                        "teaser", "About it"));
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        Calendar modified = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        modified.setTimeInMillis(MODIFIED.toEpochMilli());
        event.setProperty("mgnl:lastModified", modified);
        content.participation(event, speaker, Map.of("part", "keynote"));
    }

    @AfterEach
    void close() {
        content.close();
    }

    private static LinkedData data(String language, String license) {
        return new LinkedData(
                new Addresses(language, LANGUAGES.get(language), LANGUAGES), ZoneId.of("Europe/Brussels"), license);
    }

    private Archive archive(String language) {
        return content.read(language, "2015-01-01");
    }

    private JsonNode event(String language, String license) throws Exception {
        return graph(data(language, license).event(archive(language).event("e"), null, "Events", Map.of()));
    }

    private static JsonNode graph(String text) throws Exception {
        return new ObjectMapper().readTree(text).get("@graph");
    }

    /** Fails for a type or a property that schema.org does not have there. */
    private static void check(JsonNode node) {
        if (node.isArray()) {
            node.forEach(LinkedDataTest::check);
        } else if (node.isObject() && node.size() > 1) {
            String type = node.get("@type").asText();
            assertThat(VOCABULARY).containsKey(type);
            node.fieldNames().forEachRemaining(name -> assertThat(name.startsWith("@")
                            || THING.contains(name)
                            || VOCABULARY.get(type).contains(name))
                    .as(type + " has " + name)
                    .isTrue());
            node.forEach(LinkedDataTest::check);
        }
    }

    @Test
    void everythingSaidIsInTheVocabulary() throws Exception {
        check(event("en", LICENSE));
        check(graph(data("en", LICENSE).person(archive("en").speaker("s"), "Speakers", Map.of())));
        check(graph(data("en", LICENSE).project(archive("en").workPackage("w"), "Work packages")));
    }

    @Test
    void everythingHasAnIdForLifeThatIsTheSameInAllLanguages() throws Exception {
        for (String language : LANGUAGES.keySet()) {
            JsonNode thing = event(language, null).get(0);
            assertThat(thing.get("@id").asText()).isEqualTo("https://www.example.org/events/" + event.getIdentifier());
            assertThat(thing.get("identifier").asText()).isEqualTo("urn:uuid:" + event.getIdentifier());
            assertThat(thing.at("/about/0/@type").asText()).isEqualTo("Project");
            assertThat(thing.at("/about/0/@id").asText())
                    .isEqualTo("https://www.example.org/work-packages/" + group.getIdentifier())
                    .isEqualTo(
                            graph(data(language, null).project(archive(language).workPackage("w"), ""))
                                    .at("/0/@id")
                                    .asText());
            assertThat(thing.at("/performer/0/@id").asText())
                    .isEqualTo("https://www.example.org/speakers/" + speaker.getIdentifier())
                    .isEqualTo(
                            graph(data(language, null).person(archive(language).speaker("s"), "", Map.of()))
                                    .at("/0/@id")
                                    .asText());
        }
        content.session().move("/events/e", "/events/renamed");
        content.session().save();
        assertThat(graph(data("en", null).event(archive("en").event("renamed"), null, "Events", Map.of()))
                        .at("/0/@id")
                        .asText())
                .isEqualTo("https://www.example.org/events/" + event.getIdentifier());
    }

    @Test
    void thePageSaysItsLanguageItsLastChangeAndItsLicence() throws Exception {
        JsonNode page = event("en", LICENSE).get(2);
        assertThat(page.get("@type").asText()).isEqualTo("WebPage");
        assertThat(page.get("url").asText()).isEqualTo("https://www.example.org/events/e.html");
        assertThat(page.get("inLanguage").asText()).isEqualTo("en");
        assertThat(page.get("dateModified").asText()).isEqualTo("2014-05-06T07:08:09Z");
        assertThat(page.get("license").asText()).isEqualTo(LICENSE);
        assertThat(page.at("/mainEntity/@id").asText()).endsWith(event.getIdentifier());

        // Of what is not translated, the page is the original.
        assertThat(event("fr", null).get(2).get("inLanguage").asText()).isEqualTo("en");
        event.setProperty("title_fr", "Titre");
        content.session().save();
        assertThat(event("fr", null).get(2).get("inLanguage").asText()).isEqualTo("fr");
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws Exception {
        event.setProperty("mgnl:lastModified", (Calendar) null);
        event.setProperty("approximate", "true");
        content.session().save();
        JsonNode graph = event("en", null);

        assertThat(Stream.of("startDate", "endDate")).noneMatch(graph.get(0)::has);
        assertThat(List.of("dateModified", "license")).noneMatch(graph.get(2)::has);
    }
}
