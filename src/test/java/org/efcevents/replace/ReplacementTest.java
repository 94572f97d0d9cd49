package org.efcevents.replace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.efcevents.undo.Editing;
import org.efcevents.undo.NodeContent;
import org.efcevents.undo.StepStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that are replaced where an editor says so. */
class ReplacementTest {

    private static final Calendar NOW = GregorianCalendar.from(ZonedDateTime.parse("2020-01-01T12:00:00Z"));

    @TempDir
    Path home;

    private TestArchive content;
    private Session session;
    private Node event;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        session = content.session();
        event = content.event(
                "efc-meeting",
                Map.of(
                        "title", "EFC meeting",
                        "title_fr", "R\u00e9union EFC",
                        "description", "<p title=\"EFC\">The EFC, <b>E</b>FC</p>",
                        "sourceTitle", "EFC meeting",
                        "start", "2014-01-01"));
        event.addNode("members", "efc:members").setProperty("minutes", "EFC agreed.");
        Node speaker = content.speaker("ann", Map.of("fullName", "Ann EFC", "organisation", "EFC"));
        content.participation(event, speaker, Map.of("role", "of the EFC"));
        session.save();
    }

    @AfterEach
    void close() {
        content.close();
    }

    private static Wanted wanted(String language) {
        return new Wanted("EFC", true, true, language);
    }

    private Editing editing() {
        return new Editing(session, "officer", NOW);
    }

    private List<FoundPlace> found(Wanted wanted) throws Exception {
        ArchiveTexts texts = new ArchiveTexts(wanted, "en");
        List<FoundPlace> found = new ArrayList<>(texts.in(event));
        found.addAll(texts.in(session.getNode("/speakers/ann")));
        return found;
    }

    private Replacement.Result replace(String words, List<FoundPlace> places) throws Exception {
        Replacement.Result result = Replacement.of(
                session,
                wanted(null),
                words,
                "en",
                places.stream().map(place -> place.key().text()).toList(),
                editing());
        session.save();
        return result;
    }

    @Test
    void textsAreSearchedAndNeitherNamesNorSourcesNorDates() throws Exception {
        assertThat(found(wanted(null)))
                .extracting(place -> place.field().list() + "/" + place.field().property() + " " + place.language()
                        + " " + place.before() + "[" + place.words() + "]" + place.after())
                .containsExactlyInAnyOrder(
                        "/title en [EFC] meeting",
                        "/title fr R\u00e9union [EFC]",
                        "/description en The [EFC], EFC",
                        "/description en The EFC, [EFC]",
                        "members/minutes en [EFC] agreed.",
                        "participations/role en of the [EFC]",
                        "/organisation en [EFC]");
        assertThat(found(wanted("fr"))).hasSize(1);
    }

    @Test
    void onlyWhatIsTickedIsChangedAndCanBeTakenBack() throws Exception {
        String before = NodeContent.of(event);
        List<FoundPlace> places = found(wanted(null)).stream()
                .filter(place -> place.changeable() && !place.field().property().equals("title"))
                .toList();

        Replacement.Result result = replace("Coalition & Co", places);

        assertThat(result.count()).isEqualTo(4);
        assertThat(result.left()).isEmpty();
        assertThat(result.step().changed()).hasSize(2);
        assertThat(event.getProperty("title").getString()).isEqualTo("EFC meeting");
        assertThat(event.getProperty("description").getString())
                .isEqualTo("<p title=\"EFC\">The Coalition &amp; Co, <b>E</b>FC</p>");
        assertThat(event.getProperty("mgnl:lastModified").getDate().getTimeInMillis())
                .isEqualTo(NOW.getTimeInMillis());

        StepStore steps = new StepStore(session);
        assertThat(steps.latest("replace")).containsExactly(result.step());
        assertThat(steps.takeBack(result.step().id(), "officer", NOW)).isEmpty();
        assertThat(NodeContent.of(event)).isEqualTo(before);
        assertThat(event.hasProperty("mgnl:lastModified")).isFalse();
        assertThat(steps.latest("replace")).isEmpty();
    }

    @Test
    void whatIsNotAsItWasFoundIsLeft() throws Exception {
        List<FoundPlace> places = found(wanted("en"));
        event.setProperty("title", "A EFC meeting");
        session.save();

        Replacement.Result result = replace("X", places);

        assertThat(event.getProperty("title").getString()).isEqualTo("A EFC meeting");
        // The description has a place that runs over two elements, and was ticked whole.
        assertThat(result.left()).containsExactly(event.getIdentifier());
        assertThat(result.count()).isEqualTo(3);
    }

    @Test
    void aForgedPlaceIsNone() throws Exception {
        String state = Passages.of("EFC meeting", false, wanted(null).pattern()).state();
        List<String> forged = List.of(
                event.getIdentifier() + "/sourceTitle/0/" + state,
                event.getIdentifier() + "/title/7/" + state,
                session.getNode("/events").getIdentifier() + "/title/0/" + state,
                "00000000-0000-0000-0000-000000000000/title/0/" + state,
                "no place at all");

        Replacement.Result result = Replacement.of(session, wanted(null), "X", "en", forged, editing());

        assertThat(result.step()).isNull();
        assertThat(session.hasPendingChanges()).isFalse();
    }

    @Test
    void aTitleIsNotEmptied() throws Exception {
        event.setProperty("title", "EFC");
        session.save();
        List<FoundPlace> title = found(wanted("en")).stream()
                .filter(place -> place.field().property().equals("title"))
                .toList();

        assertThat(replace("", title).left()).containsExactly(event.getIdentifier());
        assertThat(event.getProperty("title").getString()).isEqualTo("EFC");
    }

    /** Small letters and capitals are not told apart, and some of what is found is what is wanted. */
    @Test
    void whatStandsThereAlreadyIsNeitherChangedNorCounted() throws Exception {
        Wanted any = new Wanted("efc", false, true, "fr");
        event.setProperty("title_fr", "Efc, EFC, efc");
        event.setProperty("teaser_fr", "EFC");
        session.save();
        List<String> places =
                found(any).stream().map(place -> place.key().text()).toList();

        Replacement.Result result = Replacement.of(session, any, "EFC", "en", places, editing());

        assertThat(places).hasSize(4);
        assertThat(event.getProperty("title_fr").getString()).isEqualTo("EFC, EFC, EFC");
        assertThat(result.count()).isEqualTo(2);
        assertThat(result.left()).isEmpty();
        assertThat(result.step().words()).containsExactly("efc", "EFC", "2");
    }

    @Test
    void ifAllStandsThereAlreadyNothingIsDone() throws Exception {
        Wanted any = new Wanted("efc", false, true, "fr");
        List<String> places =
                found(any).stream().map(place -> place.key().text()).toList();

        Replacement.Result result = Replacement.of(session, any, "EFC", "en", places, editing());

        assertThat(result).isEqualTo(new Replacement.Result(null, 0, Set.of()));
        assertThat(session.hasPendingChanges()).isFalse();
    }

    /** A text is kept in part, and no part ends within a character. */
    @Test
    void charactersOfTwoHalvesAreTakenBackWhole() throws Exception {
        String text = "<p>" + "x".repeat(300) + " \ud83d\ude00</p>";
        event.setProperty("report", text);
        session.save();
        Wanted smile = new Wanted("\ud83d\ude00", true, false, null);
        List<String> places =
                found(smile).stream().map(place -> place.key().text()).toList();
        Replacement.Result result = Replacement.of(session, smile, "\ud83d\ude01", "en", places, editing());
        session.save();

        for (PropertyIterator kept =
                        session.getNode("/deskSteps/" + result.step().id()).getProperties();
                kept.hasNext(); ) {
            Property property = kept.nextProperty();
            if (!property.isMultiple()) {
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(property.getString()))
                        .as(property.getName())
                        .isTrue();
            }
        }
        assertThat(new StepStore(session).takeBack(result.step().id(), "officer", NOW))
                .isEmpty();
        assertThat(event.getProperty("report").getString()).isEqualTo(text);
    }
}
