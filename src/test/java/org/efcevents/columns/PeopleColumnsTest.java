package org.efcevents.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.source.Remark;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedPerson;
import org.efcevents.spreadsheet.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people of a table: what they did, whose organisation is whose, and which of their names is the family's. */
class PeopleColumnsTest {

    private static Source source(String... lines) {
        Table table = Tables.of(lines);
        ColumnMatching matching = new ColumnMatching(List.of(Locale.ENGLISH, Locale.FRENCH), Map.of());
        int heading = matching.heading(table);
        List<String> meanings =
                matching.of(table, heading).stream().map(ColumnMatch::meaning).toList();
        return TableSource.of(
                table,
                new TableReading(0, heading, meanings, DateOrder.DAY_FIRST),
                ZoneId.of("Europe/Brussels"),
                Map.of());
    }

    private static StatedEvent event(String... lines) {
        return source(lines).events().get(0);
    }

    private static List<String> lines(StatedEvent event) {
        return event.people().stream().map(StatedPerson::line).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Speaker, speaker",
        "Speakers, speaker",
        "Intervenant, speaker",
        "Chair, chair",
        "Chaired by, chair",
        "Moderator, chair",
        "Moderators, chair",
        "Moderator 2, chair",
        "Modérateur, chair",
        "Modératrice, chair",
        "Président de séance, chair",
        "Animé par, chair",
        "Panelist, panellist",
        "Panellists, panellist",
        "Panel members, panellist",
        "Panélistes, panellist",
        "Keynote speaker, keynote",
        "Keynote, keynote",
        "Oratrice principale, keynote",
        "Grand témoin, keynote",
        "Opening speaker, opening",
        "Closing speaker, closing"
    })
    void aHeadingSaysWhatThoseBelowItDid(String heading, String part) {
        assertThat(lines(event("Title|" + heading, "x|Anna Berg"))).containsExactly("Anna Berg | " + part);
    }

    @Test
    void aColumnOfPartsSaysItBetter() {
        assertThat(lines(event("Title|Moderator|Part", "x|Anna Berg|Keynote"))).containsExactly("Anna Berg | keynote");
        assertThat(lines(event("Title|Moderator|Part", "x|Anna Berg|"))).containsExactly("Anna Berg | chair");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Speaker|Organisation|Moderator!Europol! !true",
                "Moderator|Speaker|Organisation|City!Europol!!false",
                "Speaker|Moderator|Moderator organisation!!Europol!true",
                "Speaker|Moderator|Speaker’s organisation!Europol!!true",
                "Intervenant|Modérateur|Organisation de l’intervenant!Europol!!true",
                "Speaker 1|Speaker 2|Organisation 2!!Europol!true",
                "Speaker 1|Speaker 2|Organisation 1!Europol!!true",
                "Speaker|Moderator|City|Organisation!!!false",
                "Organisation|Speaker|Moderator!!!false"
            })
    void anOrganisationIsOfWhomItStandsBesideOrNames(
            String headings, String speakers, String moderators, boolean sure) {
        String cells = headings.replaceAll("[^|]*(?:rganisation)[^|]*", "Europol")
                .replaceAll("(?:Speaker 1|Speaker(?! 2)|Intervenant)(?=\\||$)", "Anna Berg")
                .replaceAll("(?:Moderator|Modérateur|Speaker 2)(?=\\||$)", "Ben Dahl")
                .replace("City", "Paris");
        StatedEvent event = event("Title|" + headings, "x|" + cells);

        assertThat(event.people()).allSatisfy(person -> assertThat(person.organisation())
                .isEqualTo((person.name().equals("Anna Berg") ? or(speakers) : or(moderators)).strip()));
        assertThat(event.people()).hasSize(2);
        assertThat(event.isUnsure()).isEqualTo(!sure);
        assertThat(event.remarks()).isEqualTo(sure ? List.of() : List.of(new Remark(Remark.Type.OF_WHOM, "Europol")));
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    @Test
    void wherePeopleAndOrganisationsAreAsManyTheyGoTogether() {
        StatedEvent event =
                event("Title|Chair|Speaker|Organisation|Organisation", "x|Anna Berg|Ben Dahl|Europol|Interpol");

        assertThat(lines(event)).containsExactly("Anna Berg | chair |  | Europol", "Ben Dahl | speaker |  | Interpol");
    }

    @Test
    void aWholeColumnTellsThatFamilyNamesComeFirst() {
        Source source = source(
                "Title|Speakers",
                "a|Berg, Anna",
                "b|Dahl, Ben; van der Meer, Carla",
                "c|GARCIA LOPEZ, Maria",
                "d|Ek, Dr Dan, Europol");

        assertThat(source.events())
                .flatExtracting(StatedEvent::people)
                .extracting(StatedPerson::name)
                .containsExactly("Anna Berg", "Ben Dahl", "Carla van der Meer", "Maria GARCIA LOPEZ", "Dan Ek");
        assertThat(source.events()).extracting(StatedEvent::isUnsure).containsExactly(false, false, false, true);
        StatedPerson last = source.events().get(3).people().get(0);
        assertThat(last.honorific()).isEqualTo("Dr");
        assertThat(last.organisation()).isEqualTo("Europol");
    }

    @Test
    void oneNameAloneTellsItInDoubt() {
        StatedEvent event = event("Title|Speaker", "a|Berg, Anna");

        assertThat(lines(event)).containsExactly("Anna Berg | speaker");
        assertThat(event.remarks()).containsExactly(new Remark(Remark.Type.FAMILY_FIRST, "Berg, Anna"));
    }

    @Test
    void anOrganisationBehindAFullNameStaysOne() {
        assertThat(lines(event(
                        "Title|Speaker", "a|Anna Berg, Europol", "b|Ben Dahl, OLAF", "c|Dan Ek, Judge, Interpol")))
                .containsExactly("Anna Berg | speaker |  | Europol");
        assertThat(lines(event("Title|Speaker", "a|Berg, OLAF"))).containsExactly("Berg | speaker |  | OLAF");
    }

    @Test
    void twoSpellingsOfAPersonMayBeOne() {
        assertThat(source("Title|Speakers", "a|Anna Bergmann", "b|Anna Bergman; Ben Dahl", "c|Ben Dahl")
                        .maybeOne())
                .containsExactly(List.of("Anna Bergmann", "Anna Bergman"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Marie Lambert, Kofi Mensah (Child Online Africa), Li Wei # Marie Lambert; Kofi Mensah @ Child Online Africa; Li Wei # true",
                "Marie Lambert and Kofi Mensah (Judge, Europol) # Marie Lambert; Kofi Mensah: Judge @ Europol # true",
                "Anna Berg (Judge, Europol) # Anna Berg: Judge @ Europol # true",
                "Anna Berg (Europol) # Anna Berg @ Europol # true",
                "Anna Berg, Judge, Europol # Anna Berg: Judge @ Europol # true",
                "Anna Berg (Judge) # Anna Berg: Judge # false",
                "Anna Berg (Europol, Judge) # Anna Berg: Europol @ Judge # false"
            })
    void namesOfAListAreOneEach(String cell, String people, boolean sure) {
        StatedEvent event = event("Title|Speakers", "x|" + cell);

        assertThat(event.people().stream()
                        .map(person -> person.name()
                                + (person.role().isEmpty() ? "" : ": " + person.role())
                                + (person.organisation().isEmpty() ? "" : " @ " + person.organisation()))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(people);
        assertThat(event.isUnsure()).isEqualTo(!sure);
    }

    @ParameterizedTest
    @CsvSource({"Who spoke, people", "Nb of pax, participantCount", "Nb de participants, participantCount"})
    void whatColumnsAreCalledInOffices(String heading, String meaning) {
        Table table = Tables.of("Title|Date|" + heading, "x|24/03/2014|12");
        ColumnMatching matching = new ColumnMatching(List.of(Locale.ENGLISH, Locale.FRENCH), Map.of());

        assertThat(matching.of(table, matching.heading(table)).get(2).meaning()).isEqualTo(meaning);
    }
}
