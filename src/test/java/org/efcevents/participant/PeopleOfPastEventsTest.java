package org.efcevents.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.EntryOfLines;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people of the page of the coalition; its entries that name somebody are cut by hand. */
class PeopleOfPastEventsTest {

    /** How the titles of entries that name people begin, and those of the entries after them. */
    private static final Map<String, String> ENTRIES = Map.of(
            "The Second EFC Awareness Raising Event", "ICT Coalition Forum",
            "ICT Coalition Forum", "WP5 Conference Call",
            "The First EFC Awareness Raising Event", "EFC WP5 Meeting\n\n\nOn 13 June 2013",
            "2nd EFC Steering Group Meeting", "1st Meeting Work Package 1",
            "Launch of the European Financial Coalition", "EFC WP5 Meeting\n\n\nThe next meeting of WP5");

    private static String page;
    private static List<FoundPerson> found;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file =
                PeopleOfPastEventsTest.class.getResourceAsStream("/org/efcevents/migration/past-events.txt")) {
            page = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        People people = new People();
        found = ENTRIES.keySet().stream()
                .sorted()
                .map(PeopleOfPastEventsTest::entry)
                .flatMap(entry -> people.of(entry).stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            Vicky Ford | MEP | European Parliament | KEYNOTE
            Delphine Moralis | Secretary General and Manager of the EFC Secretariat | Missing Children Europe | SPEAKER
            Katarzyna Staciwa | Analyst | FP Twins and European Cybercrime Centre - Europol | SPEAKER
            Catherine J. Cummings | Senior Director | International Centre for Missing and Exploited Children and US Financial Coalition against Child Pornography | SPEAKER
            Daniela Buruian | Contact Point for Child Protection | EUROJUST | SPEAKER
            Heidi de Pauw | Vice-President and CEO | Missing Children Europe and Child Focus | SPEAKER
            Friso Stoffer | Chief Financial Officer and virtual currencies expert | Coblue Cybersecurity B.V. | SPEAKER
            Csar Alonso Iriarte | Policy Officer - Fight against organised crime | DG Migration and Home Affairs - European Commission | SPEAKER
            Olivier Burgersdijk | Head of EC3 Strategy, Prevention and Outreach and EFC Chairman | EC3 Europol | SPEAKER
            Marco Pancini | Senior Policy Counsel | Google | SPEAKER
            Mikael Conny Svensson | Head of Government Affairs and Public Policy for Europe | MasterCard | SPEAKER
            Magnus Lagercrantz | Business Unit Director | Financial Services CGI Sweden and Swedish Financial Coalition against Child Pornography | SPEAKER
            Emma McClarkin | MEP | European Parliament | CLOSING
            Ms. Dalli | Member | European Parliament | OPENING
            Maria senius | Head of Cabinet Commissioner Malmstrm | EU Home Affairs | KEYNOTE
            Troels Oerting | Assistant Director of Europol and Head of European Cybercrime Centre (EC3) | Europol | KEYNOTE
            Colin Whittaker | Head of Payment System Risk | Visa Europe | KEYNOTE
            Cornelia Kutterer | Director, EU Institutions Relations | Microsoft Europe | KEYNOTE
            Ernie Allen | CEO and President | International Centre for Missing and Exploited Children | KEYNOTE
            Maud de Boer-Buquicchio | incoming President | Missing Children Europe | KEYNOTE
            Troels Oerting | new chair to the EFC Steering Group, Assistant Director and Head of the EU Cybercrime Centre | Europol | ATTENDING
            Cecilia Malmstrm | EU Commissioner for Home Affairs | EU | ANNOUNCING
            Rob Wainwright | Director | Europol | ANNOUNCING
            """)
    void findsWhoTookPart(String name, String role, String organisation, String part) {
        assertThat(found.stream().map(PeopleOfPastEventsTest::said))
                .contains(name + "|" + role + "|" + organisation + "|" + part);
    }

    @Test
    void findsNobodyElse() {
        assertThat(found).hasSize(23);
        assertThat(found.stream().map(person -> person.name().value()).distinct())
                .hasSize(22);
        assertThat(found.stream().map(person -> person.name().certainty())).containsOnly(Certainty.STATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Vicky Ford | Vicky Ford (ECR, UK) delivered the keynote speech | children experiencing abuse need lifetime support. | 7
            Delphine Moralis | Delphine Moralis (Secretary General | connect dots between other similar projects. | 8
            Katarzyna Staciwa | Katarzyna Staciwa (Analyst | in an unregulated and debunked digital economy. | 3
            Catherine J. Cummings | Catherine J. Cummings (Senior | effective approach was an in-country approach. | 3
            Daniela Buruian | Daniela Buruian (Contact Point | to ensure cooperation with the private sector. | 4
            Heidi de Pauw | Heidi de Pauw (Vice-President | global action of all stakeholders was required. | 4
            Friso Stoffer | Friso Stoffer (Chief | general discussion on sexual child exploitation. | 3
            Csar Alonso Iriarte | Csar Alonso Iriarte (Policy | roles of public and private spheres. | 12
            Olivier Burgersdijk | Olivier Burgersdijk (Head | at EU level to grant it the necessary resources. | 3
            Marco Pancini | Marco Pancini (Senior | all partners in order to be able to make a change. | 6
            Mikael Conny Svensson | Mikael Conny Svensson (Head | the EFC is a good step in the right direction. | 3
            Magnus Lagercrantz | Magnus Lagercrantz (Business | to put first that of their children. | 3
            Emma McClarkin | Emma McClarkin (ECR, UK) briefly | the European Financial Coalition and to their goal. | 1
            """)
    void findsAllOfATalk(String name, String begins, String ends, int paragraphs) {
        List<Passage> talk = found.stream()
                .filter(person -> person.name().value().equals(name))
                .findFirst()
                .orElseThrow()
                .talk();

        assertThat(talk).hasSize(paragraphs);
        assertThat(plain(talk.get(0))).startsWith(begins);
        assertThat(plain(talk.get(talk.size() - 1))).endsWith(ends);
    }

    @Test
    void givesEachWordOfTheReportToOneTalk() {
        List<Passage> talks = found.stream()
                .flatMap(person -> person.talk().stream())
                .sorted()
                .toList();

        assertThat(found.stream().filter(person -> !person.talk().isEmpty())).hasSize(13);
        for (int i = 1; i < talks.size(); i++) {
            assertThat(page.substring(talks.get(i - 1).to(), talks.get(i).from()))
                    .isBlank();
        }
    }

    @Test
    void tellsTheWordsOfEachFinding() {
        FoundPerson ford = found.stream()
                .filter(person -> person.name().value().equals("Vicky Ford"))
                .findFirst()
                .orElseThrow();

        assertThat(words(ford.name())).containsExactly("Vicky Ford");
        assertThat(ford.honorific().map(Finding::value)).contains("MEP");
        assertThat(words(ford.role().orElseThrow())).containsExactly("MEPs");
        assertThat(words(ford.group().orElseThrow())).containsExactly("ECR");
        assertThat(ford.country().map(Finding::value)).contains("GB");
        assertThat(words(ford.country().orElseThrow())).containsExactly("UK");
    }

    /** Entries without the names of people; each line of the page is one of them, or belongs to those above. */
    @Test
    void inventsNobody() {
        Set<String> others =
                new HashSet<>(page.lines().filter(line -> !line.isBlank()).toList());
        ENTRIES.keySet().forEach(title -> entry(title)
                .blocks()
                .forEach(block -> others.remove(block.passage().in(page))));
        List<String> names = new ArrayList<>();
        for (String line : others) {
            new People()
                    .of(EntryOfLines.entry(line))
                    .forEach(person -> names.add(person.name().value()));
        }

        assertThat(names).isEmpty();
    }

    private static Entry entry(String title) {
        int from = page.indexOf("\n" + title) + 1;
        int to = page.indexOf("\n" + ENTRIES.get(title), from);
        return EntryOfLines.ofPage(page, from, to);
    }

    private static String plain(Passage passage) {
        return passage.in(page).replace('\u00a0', ' ').strip();
    }

    private static String said(FoundPerson person) {
        return Stream.of(
                        person.name().value(),
                        person.role().map(Finding::value).orElse(""),
                        person.organisation().map(Finding::value).orElse(""),
                        person.part().value().name())
                .collect(Collectors.joining("|"));
    }

    private static List<String> words(Finding<?> finding) {
        return finding.words().stream().map(words -> words.in(page)).toList();
    }
}
