package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.event.Event;
import org.efcevents.event.Participation;
import org.efcevents.event.Programme;
import org.efcevents.event.ProgrammeItem;
import org.efcevents.health.Check;
import org.efcevents.health.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On which day something is in a programme, and who takes part in it. */
class ProgrammeTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Session session;
    private Node event;
    private Node jane;
    private Node joan;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        session = content.session();
        event = content.event(
                "forum", Map.of("title", "Forum", "precision", "day", "start", "2014-03-24", "end", "2014-03-26"));
        jane = content.speaker("jane", Map.of("fullName", "Jane Roe", "role", "Head", "organisation", "Europol"));
        joan = content.speaker("joan", Map.of("fullName", "Joan Poe"));
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Node item(Map<String, String> properties) throws Exception {
        Node items = event.hasNode("programme")
                ? event.getNode("programme")
                : event.addNode("programme", "mgnl:contentNode");
        Node item = items.addNode("programme" + items.getNodes().getSize(), "mgnl:contentNode");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            item.setProperty(property.getKey(), property.getValue());
        }
        session.save();
        return item;
    }

    private Node takesPart(Node speaker, String panel) throws Exception {
        return content.participation(event, speaker, Map.of("panel", panel));
    }

    private Event read() {
        return content.read("en", "2020-01-01").event("forum");
    }

    private Programme programme() {
        return read().details().programme();
    }

    /** The names of those in each item, and after that of those in none. */
    private List<List<String>> people() {
        List<List<String>> people = new ArrayList<>();
        programme().items().forEach(item -> people.add(names(item.people())));
        people.add(names(programme().others()));
        return people;
    }

    private static List<String> names(List<Participation> parts) {
        return parts.stream().map(part -> part.speaker().fullName()).toList();
    }

    private List<String> told() {
        return content.read("en", "2020-01-01").desk().findings(List.of("en")).stream()
                .filter(finding -> finding.check() == Check.PROGRAMME_UNCLEAR)
                .map(Finding::detail)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Panel 2: Économie souterraine",
                "Panel 2",
                "panel  2",
                "PANEL 2: economie",
                "Table ronde 2",
                " Panel 2 – Économie souterraine. "
            })
    void anItemIsNamedByItsTitleInAnyLanguageOrByHowThatBegins(String name) throws Exception {
        item(Map.of("kind", "panel", "title", "Panel 1"));
        item(Map.of("kind", "panel", "title", "Panel 2: Économie souterraine", "title_fr", "Table ronde 2"));
        item(Map.of("kind", "panel", "title", "Panel 20"));
        takesPart(jane, name);

        assertThat(people()).containsExactly(List.of(), List.of("Jane Roe"), List.of(), List.of());
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Panel", "Pan", "Panel 3", "2", "Questions"})
    void whoNamesNoItemOrSeveralIsListedApartAndEditorsAreTold(String name) throws Exception {
        item(Map.of("kind", "panel", "title", "Panel 1"));
        item(Map.of("kind", "panel", "title", "Panel 2"));
        item(Map.of("kind", "session", "title", "Questions"));
        item(Map.of("kind", "session", "title", "Questions"));
        takesPart(jane, name);
        takesPart(joan, "Panel 1");

        assertThat(people()).containsExactly(List.of("Joan Poe"), List.of(), List.of(), List.of(), List.of("Jane Roe"));
        assertThat(programme().unplaced()).extracting(Participation::panel).containsExactly(name);
        assertThat(told()).containsExactly(name);
    }

    @Test
    void aTitleThatAnotherBeginsWithIsMeantItself() throws Exception {
        item(Map.of("kind", "session", "title", "Opening"));
        item(Map.of("kind", "session", "title", "Opening of the exhibition"));
        takesPart(jane, "opening");

        assertThat(people()).containsExactly(List.of("Jane Roe"), List.of(), List.of());
    }

    @Test
    void whatWasStoredBeforeItemsHadKindsAndDaysIsReadAsItWas() throws Exception {
        item(Map.of("title", "Panel 1", "startTime", "9h30"));
        takesPart(jane, "Panel 1");
        takesPart(joan, "Panel 7");

        assertThat(people()).containsExactly(List.of(), List.of("Jane Roe", "Joan Poe"));
        assertThat(programme().days()).extracting(Programme.Day::day).containsOnlyNulls();
        assertThat(told()).isEmpty();
    }

    @Test
    void anItemThatIsRemovedTakesNobodyAlong() throws Exception {
        item(Map.of("kind", "panel", "title", "Panel 1"));
        Node second = item(Map.of("kind", "panel", "title", "Panel 2"));
        takesPart(jane, "Panel 2");
        assertThat(told()).isEmpty();

        second.remove();
        session.save();

        assertThat(people()).containsExactly(List.of(), List.of("Jane Roe"));
        assertThat(programme().others()).extracting(Participation::panel).containsExactly("Panel 2");
        assertThat(told()).containsExactly("Panel 2");
    }

    @Test
    void theOrderOfItemsAndACopyOfTheEventChangeNothing() throws Exception {
        item(Map.of("kind", "panel", "title", "Panel 1", "day", "2"));
        item(Map.of("kind", "panel", "title", "Panel 2", "day", "1"));
        takesPart(jane, "Panel 2");
        event.getNode("programme").orderBefore("programme1", "programme0");
        session.save();
        session.getWorkspace().copy("/events/forum", "/events/again");
        Node copy = session.getNode("/events/again");
        copy.setProperty("start", "2015-05-04");
        copy.setProperty("end", "2015-05-05");
        session.save();

        Programme copied =
                content.read("en", "2020-01-01").event("again").details().programme();

        assertThat(people()).containsExactly(List.of("Jane Roe"), List.of(), List.of());
        assertThat(copied.days())
                .extracting(day -> day.day().date().toString())
                .containsExactly("2015-05-04", "2015-05-05");
        assertThat(copied.days().get(0).items().get(0).people()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, 2014-03-25",
        "2014-03-25, 2, 2014-03-25",
        "25 March, 2, 2014-03-25",
        "26 mars, 3, 2014-03-26",
        "' 1 ', 1, 2014-03-24"
    })
    void aDayIsANumberOrADateOfTheEvent(String typed, int number, String date) throws Exception {
        item(Map.of("day", typed, "title", "Talk"));

        ProgrammeItem item = programme().items().get(0);

        assertThat(item.day().number()).isEqualTo(number);
        assertThat(item.day().date()).hasToString(date);
        assertThat(item.day().misfit()).isNull();
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, ''", "0, ''", "2014-03-27, 2014-03-27", "27 March, ''", "soon, ''", "2014-02-30, ''"})
    void aDayThatIsNoneOfTheEventsIsShownAndTold(String typed, String date) throws Exception {
        item(Map.of("day", "1", "title", "Talk"));
        item(Map.of("day", typed, "title", "Another"));

        Programme.Day last = programme().days().get(1);

        assertThat(last.items()).hasSize(1);
        assertThat(last.day().inWords(Locale.ENGLISH, "Day {0}"))
                .isEqualTo(date.isEmpty() ? (typed.equals("4") ? "Day 4" : typed) : "27 March 2014");
        assertThat(told()).containsExactly(typed);
    }

    @Test
    void itemsWithoutADayAreOnThatOfTheItemBeforeAndDaysComeInOrder() throws Exception {
        item(Map.of("title", "Before all"));
        item(Map.of("day", "2", "title", "Third"));
        item(Map.of("title", "Fourth"));
        item(Map.of("day", "24 March", "title", "First"));
        item(Map.of("day", "1", "title", "Second"));

        assertThat(programme().days())
                .extracting(
                        day -> day.items().stream().map(ProgrammeItem::title).toList())
                .containsExactly(List.of("Before all"), List.of("First", "Second"), List.of("Third", "Fourth"));
    }

    @Test
    void daysOfAnEventWithoutADateHaveTheirNumbers() throws Exception {
        event.setProperty("precision", "month");
        event.setProperty("partialDate", "2014-03");
        item(Map.of("day", "2", "title", "Talk"));

        assertThat(programme().days().get(0).day().inWords(Locale.FRENCH, "Jour {0}"))
                .isEqualTo("Jour 2");
        assertThat(told()).isEmpty();
    }

    @Test
    void aDayIsNotToldOfAnEventThatHasOneOnly() throws Exception {
        event.getProperty("end").remove();
        item(Map.of("day", "1", "title", "Talk"));
        takesPart(jane, "Talk");

        assertThat(programme().days()).extracting(Programme.Day::day).containsOnlyNulls();
        assertThat(people()).containsExactly(List.of("Jane Roe"), List.of());
    }

    @Test
    void aCalendarTellsDaysItemsAndPeople() throws Exception {
        event.setProperty("teaser", "Three days.");
        item(Map.of("day", "1", "kind", "session", "startTime", "9h", "endTime", "9:30", "title", "Welcome"));
        item(Map.of("kind", "break", "startTime", "9h30"));
        item(Map.of("day", "2", "kind", "panel", "title", "Following the money"));
        item(Map.of("kind", "hackathon", "title", "All night"));
        takesPart(jane, "Following");
        takesPart(joan, "Following the money");
        takesPart(joan, "Following the money");

        CalendarEntry entry = CalendarEntry.of(
                content.read("en", "2020-01-01").event("forum").entry(),
                "en",
                ZoneId.of("Europe/Brussels"),
                "https://www.example.org/events/forum.html",
                "",
                new CalendarEntry.Words("", "", "", "Programme", "Day {0}", Map.of("panel", "Panel", "break", "Break")),
                List.of());

        assertThat(entry.description())
                .isEqualTo(
                        """
                Three days.

                Programme
                24 March 2014
                09:00–09:30 Welcome
                09:30 Break
                25 March 2014
                Following the money (Panel) – Jane Roe, Joan Poe
                All night (hackathon)""");
    }

    @Test
    void editorsAreToldWhoSomebodyIsTodayWhereTheEventDoesNotSay() throws Exception {
        content.participation(event, jane, Map.of("part", "chair"));
        content.participation(event, jane, Map.of("role", "Deputy head"));
        content.participation(event, joan, Map.of("part", "speaker"));

        assertThat(read().withoutCapacity()).singleElement().satisfies(part -> {
            assertThat(part.part()).hasToString("chair");
            assertThat(part.role()).isNull();
        });
    }

    /** In English both say the same. */
    @Test
    void whoNamesItemsInAnotherLanguageOnlyTakesPartInEachOfThem() throws Exception {
        item(Map.of("kind", "panel", "title_fr", "Atelier 1"));
        item(Map.of("kind", "panel", "title_fr", "Atelier 2"));
        content.participation(event, jane, Map.of("panel_fr", "Atelier 1"));
        content.participation(event, jane, Map.of("panel_fr", "Atelier 2"));
        content.participation(event, jane, Map.of());
        Programme programme = programme();

        assertThat(programme.participations().stream().map(programme::placeOf)).containsExactly(0, 1, null);
        assertThat(people()).containsExactly(List.of("Jane Roe"), List.of("Jane Roe"), List.of("Jane Roe"));
    }
}
