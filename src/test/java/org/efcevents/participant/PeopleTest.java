package org.efcevents.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.efcevents.event.Part;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.EntryOfLines;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who took part, by the ways in which people write it. */
class PeopleTest {

    private final People people = new People();

    /** Each person as name: role @ organisation (part). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            The meeting was chaired by Anna Berg (Head of Unit, Ministry of Health). | Anna Berg: Head of Unit @ Ministry of Health (CHAIR)
            Dr Peter Novak of the University of Ljubljana spoke about tides. | Peter Novak:  @ University of Ljubljana (SPEAKER)
            Prof. Ingrid van der Meer, University of Groningen, gave the keynote on dunes. | Ingrid van der Meer:  @ University of Groningen (KEYNOTE)
            Speakers: Anna Berg (Director, Tide Watch), Tom Smith (Europol) and Zed Quill (Acme Ltd). | Anna Berg: Director @ Tide Watch (SPEAKER); Tom Smith:  @ Europol (SPEAKER); Zed Quill:  @ Acme Ltd (SPEAKER)
            Speakers included Anna Berg - Director, Tide Watch; Tom Smith, Analyst, Europol; and Prof. Zed Quill, University of Oslo, Norway. | Anna Berg: Director @ Tide Watch (SPEAKER); Tom Smith: Analyst @ Europol (SPEAKER); Zed Quill:  @ University of Oslo (SPEAKER)
            Anna Berg opened the day; Tom Smith (Director, Europol) closed it. | Anna Berg:  @  (OPENING); Tom Smith: Director @ Europol (CLOSING)
            Founded in the presence of State Secretary Adalbert Hölzlwimmer (Ministry for Waters and Soils). | Adalbert Hölzlwimmer: State Secretary @ Ministry for Waters and Soils (ATTENDING)
            Teachers: Niels Overgaard-Thy (Conservator, Phonograph Workshop of Aarhus) and Wenke Brodersen (Engineer, Radio House Kiel). | Niels Overgaard-Thy: Conservator @ Phonograph Workshop of Aarhus (SPEAKER); Wenke Brodersen: Engineer @ Radio House Kiel (SPEAKER)
            The Minister of Transport, Kjersti Haug, welcomed the 200 guests. | Kjersti Haug: Minister of Transport @  (OPENING)
            Moderator: Anna Berg, BBC | Anna Berg:  @ BBC (CHAIR)
            Panel: Anna Berg (X-Lab), Tom Smith, Director of Y Foundation, and John O'Brien, Z Institute. | Anna Berg:  @ X-Lab (PANELLIST); Tom Smith: Director @ Y Foundation (PANELLIST); John O'Brien:  @ Z Institute (PANELLIST)
            ANNA BERG, Director of Tide Watch, presented the results. | ANNA BERG: Director @ Tide Watch (SPEAKER)
            Europol Director Rob Wainwright opened the conference. | Rob Wainwright: Europol Director @ Europol (OPENING)
            On Tuesday Commissioner Cecilia Malmström met the members. | Cecilia Malmström: Commissioner @  (ATTENDING)
            The John Smith Memorial Lecture was given by Jane Goodwin, Professor of Law at the University of Leeds. | Jane Goodwin: Professor of Law @ University of Leeds (SPEAKER)
            Karl-Heinz Schröder, who leads the Elbe office, reported on the flood. | Karl-Heinz Schröder:  @  (SPEAKER)
            The guests of honour were the Mayor of Bruges, Dirk De Fauw, and Hilde Crevits, Flemish Minister of Education. | Dirk De Fauw: Mayor of Bruges @  (ATTENDING); Hilde Crevits: Flemish Minister of Education @  (ATTENDING)
            Sir Ian Blythe KC, Chair of the Harbour Trust, unveiled the plaque. | Ian Blythe: Chair @ Harbour Trust (ANNOUNCING)
            Lecture by Dr. J. P. van Houten (TU Delft): Dikes and their builders | J. P. van Houten:  @ TU Delft (SPEAKER)
            Presentations: A. Müller (BKA) – The view of the police; B. Schmidt (Visa) – Payments | A. Müller:  @ BKA (SPEAKER); B. Schmidt:  @ Visa (SPEAKER)
            Our coordinator, Eskil Thorvaldsen-Rye (Senior Adviser, Nordic Institute), took part in a panel. | Eskil Thorvaldsen-Rye: coordinator, Senior Adviser @ Nordic Institute (ATTENDING)
            The Alliance was launched in the Museum of Railways in Brussels by Commissioner-General Ludivine Castelbajac-Moreau (European Office for Rail). | Ludivine Castelbajac-Moreau: Commissioner-General @ European Office for Rail (ANNOUNCING)
            Speaker: Oihane Etxeberri-Lasa, Cartographer, Basque School of Maps. The recording is here: | Oihane Etxeberri-Lasa: Cartographer @ Basque School of Maps (SPEAKER)
            Kristjana Höfðdal (Head Gardener, Botanical Station) and Leocadio Pruñonosa (Farmer, Seed Circle) gave the opening talks. | Kristjana Höfðdal: Head Gardener @ Botanical Station (OPENING); Leocadio Pruñonosa: Farmer @ Seed Circle (OPENING)
            At 3 pm (CET) Halldóra Brimnesdóttir (Rope Maker, Net Works) will show how a net is checked. | Halldóra Brimnesdóttir: Rope Maker @ Net Works (SPEAKER)
            Hosted by MEP Anna Hedh (S&D, Sweden), the breakfast gathered forty people. | Anna Hedh: MEP @ European Parliament (ATTENDING)
            Anna Hedh MEP (S&D, Sweden) hosted the breakfast. | Anna Hedh: MEP @ European Parliament (ATTENDING)
            Participants: Anna Berg, Tom Smith, Europol, Microsoft, Missing Children Europe | Anna Berg:  @  (ATTENDING); Tom Smith:  @  (ATTENDING)
            Moderated by Anna Berg, the debate brought together Tom Smith (Google), Lucie Petit (CNIL) and Ole Brand. | Anna Berg:  @  (CHAIR); Tom Smith:  @ Google (ATTENDING); Lucie Petit:  @ CNIL (ATTENDING); Ole Brand:  @  (ATTENDING)
            Among those present were Baroness Catherine Ashton, Herman Van Rompuy and José Manuel Barroso. | Catherine Ashton:  @  (ATTENDING); Herman Van Rompuy:  @  (ATTENDING); José Manuel Barroso:  @  (ATTENDING)
            Christel Schaldemose MEP (S&D, DK) hosted the debate, which was moderated by Jennifer Baker, journalist. | Christel Schaldemose: MEP @ European Parliament (ATTENDING); Jennifer Baker: journalist @  (CHAIR)
            Vera Jourova, European Commissioner for Justice, Consumers and Gender Equality, gave an opening speech. | Vera Jourova: European Commissioner for Justice, Consumers and Gender Equality @  (OPENING)
            Session 2: Law. Chair: Anna Berg (Europol). Speakers: Tom Smith (Google), Ole Brand (Visa). | Anna Berg:  @ Europol (CHAIR); Tom Smith:  @ Google (SPEAKER); Ole Brand:  @ Visa (SPEAKER)
            Speech by Anna Berg, Secretary of State for Energy, United Kingdom | Anna Berg: Secretary of State for Energy @  (SPEAKER)
            In his speech, President Barroso underlined the role of the Union. José Manuel Barroso said that more is needed. | José Manuel Barroso: President @  (SPEAKER)
            """)
    void readsEnglish(String text, String expected) {
        assertThat(said(EntryOfLines.entry(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            La réunion était présidée par Mme Claire Fontaine, directrice de l'Institut national de la mer. | Claire Fontaine: directrice @ Institut national de la mer (CHAIR)
            Journée organisée avec la participation de M. Jean-Pierre Lefèvre, directeur de la Maison des rivières, et du Pr Amélie Bonnard, université de Nantes. | Jean-Pierre Lefèvre: directeur @ Maison des rivières (ATTENDING); Amélie Bonnard:  @ université de Nantes (ATTENDING)
            Intervenants : Paul Martin (chercheur, CNRS), Lucie Petit (Ville de Lyon) | Paul Martin: chercheur @ CNRS (SPEAKER); Lucie Petit:  @ Ville de Lyon (SPEAKER)
            M. Olivier Dubois (préfet de la Manche) a ouvert la séance. | Olivier Dubois: préfet de la Manche @  (OPENING)
            Le maire de Granville, M. Hervé Lecomte, a accueilli les participants. | Hervé Lecomte: maire de Granville @  (OPENING)
            La directrice du port, Sophie Marchand, a présenté le projet. | Sophie Marchand: directrice du port @  (SPEAKER)
            Table ronde animée par Jacques Morel (journaliste, Ouest-France), avec Lise Carré (IFREMER) et Yann Kerjean, marin-pêcheur. | Jacques Morel: journaliste @ Ouest-France (CHAIR); Lise Carré:  @ IFREMER (ATTENDING); Yann Kerjean: marin-pêcheur @  (ATTENDING)
            Prof. Marie Dupont (Université de Liège) et le Dr Hans Müller (Robert Koch-Institut) ont pris la parole. | Marie Dupont:  @ Université de Liège (SPEAKER); Hans Müller:  @ Robert Koch-Institut (SPEAKER)
            Le portail a été lancé le 1er mars 2012 à Lille par Théophane Wambrechies-Caulier, vice-président de la Région des Deux-Sambres, devant la presse. | Théophane Wambrechies-Caulier: vice-président @ Région des Deux-Sambres (ANNOUNCING)
            Mme Sylvie Guillaume (PPE, France) et M. Jean Lambert (Verts/ALE, Royaume-Uni), députés européens, ont ouvert le colloque. | Sylvie Guillaume:  @  (OPENING); Jean Lambert:  @  (OPENING)
            L'atelier a été animé par Julie Carpentier et Marc Vasseur (Croix-Rouge française). | Julie Carpentier:  @  (CHAIR); Marc Vasseur:  @ Croix-Rouge française (CHAIR)
            Avec Marie-Claire Dufour, sociologue à l'université de Lille, Karim Benali, éducateur, et Louise Perrot. | Marie-Claire Dufour: sociologue @ université de Lille (ATTENDING); Karim Benali: éducateur @  (ATTENDING); Louise Perrot:  @  (ATTENDING)
            Conférence de Jean-Luc Moreau, professeur à la Sorbonne : « La mer qui monte » | Jean-Luc Moreau: professeur @ Sorbonne (SPEAKER)
            Discutante : Mme Christine Langenfeld. | Christine Langenfeld:  @  (PANELLIST)
            Du 1er au 8 mai. Guide : Mme Barbara Wolska (agence Orbis). | Barbara Wolska:  @ agence Orbis (ATTENDING)
            Nouvelle présidente du réseau, Hélène Carrère d'Encausse a remercié son prédécesseur. | Hélène Carrère d'Encausse: Nouvelle présidente du réseau @  (SPEAKER)
            """)
    void readsFrench(String text, String expected) {
        assertThat(said(EntryOfLines.entry(text))).isEqualTo(expected);
    }

    /** What looks like a name, or is one of somebody who did not take part. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "For more information please contact Anna Berg (Secretary, EFC).",
                "Photos: Anna Berg",
                "Photo credit: Tindra Falkenmark",
                "Child Focus presented its campaign on the Digital Single Market and the Global Alliance.",
                "The European Commission said that it would act.",
                "The Digital Single Market (DSM) and Global Alliance (WePROTECT) were discussed in New York and San Francisco.",
                "Bitcoin appeared in a paper written under the name Satoshi Nakamoto, published in 2008.",
                "A concert by Anna Berg followed the lecture \"Who was Johann Sebastian Bach?\".",
                "The group met in Saint Malo with Port Authority staff and Atlantic Shipping Group.",
                "The EFC met with Interpol and the Swedish Financial Coalition in Stockholm.",
                "Martin Luther King Day was celebrated in the Robert Schuman Room.",
                "The exhibition \"Rosa Luxemburg in Berlin\" was opened by the mayor.",
                "Anna Berg (Director of Tide Watch) was unable to attend; her paper was read by Tom Smith (Tide Watch).",
                "Inscriptions auprès de Mme Claire Fontaine (secrétaire).",
                "Renseignements : Claire Fontaine",
                "La Ville de Lyon et la Région Bretagne ont présenté leurs projets.",
                "Passau (Bavaria, Germany) hosted the event.",
                "The session was held jointly with the Romanian Presidency.",
                "Save the Children and Terre des Hommes signed the charter. The Christian Democrats said no.",
            })
    void inventsNobody(String text) {
        assertThat(said(EntryOfLines.entry(text))).isEmpty();
    }

    @Test
    void readsListsBelowHeadings() {
        Entry entry = EntryOfLines.entry(
                "# Speakers",
                "* Anna Berg, Director, Tide Watch",
                "* Zed Quill (Acme Ltd)",
                "* Prof. Marie Dupont – Université de Liège",
                "Registration is free.");

        assertThat(said(entry))
                .isEqualTo("Anna Berg: Director @ Tide Watch (SPEAKER); Zed Quill:  @ Acme Ltd (SPEAKER);"
                        + " Marie Dupont:  @ Université de Liège (SPEAKER)");
    }

    @Test
    void readsListsBelowTheLastWordsOfAParagraph() {
        Entry entry = EntryOfLines.entry(
                "Comment décrire un bruit ? Intervenants :",
                "* Maëlys Kerguidoc, acousticienne, Laboratoire du son industriel",
                "* Joost van Wetteringen, conservateur, Textielhuis Enschede");

        assertThat(said(entry))
                .isEqualTo("Maëlys Kerguidoc: acousticienne @ Laboratoire du son industriel (SPEAKER);"
                        + " Joost van Wetteringen: conservateur @ Textielhuis Enschede (SPEAKER)");
    }

    @Test
    void readsNumberedLists() {
        Entry entry = EntryOfLines.entry(
                "# Speakers",
                "* 1. Dr. Anna Berg, University of Oslo: Tides and how to measure them",
                "* 2. Tom Smith, Europol");

        assertThat(said(entry))
                .isEqualTo("Anna Berg:  @ University of Oslo (SPEAKER); Tom Smith:  @ Europol (SPEAKER)");
    }

    @Test
    void readsPanels() {
        Entry entry = EntryOfLines.entry(
                "Panel 1: Protecting children", "* Chair: Anna Berg (Europol)", "* Tom Smith, Google");

        assertThat(said(entry)).isEqualTo("Anna Berg:  @ Europol (CHAIR); Tom Smith:  @ Google (PANELLIST)");
        assertThat(people.of(entry))
                .allSatisfy(person ->
                        assertThat(person.panel().map(Finding::value)).contains("Panel 1: Protecting children"));
    }

    @Test
    void readsColumns() {
        String text = "Meeting\nAnna Berg, Europol\nBrussels";
        List<Block> blocks = List.of(cell(0, 7, "event"), cell(8, 26, "speaker"), cell(27, 35, "place"));
        Entry entry = new Entry(text, Optional.of(new Passage(0, 7)), blocks, List.of());

        assertThat(said(entry)).isEqualTo("Anna Berg:  @ Europol (SPEAKER)");
    }

    private static Block cell(int from, int to, String label) {
        return new Block(Block.Kind.CELL, 0, new Passage(from, to), 0, Set.of(label), List.of());
    }

    @Test
    void readsTitles() {
        String text = "Lecture by Dr Ottoline Frayne\nLondon";

        assertThat(said(EntryOfLines.ofPage(text, 0))).isEqualTo("Ottoline Frayne:  @  (SPEAKER)");
    }

    /** Lines are separated by a stroke; so are the parts of the talk that are expected. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            Anna Berg (Director, Tide Watch) played a whistle. Nobody knew it./Photographs: Ylva Hedlund; Anna Berg (Director, Tide Watch) played a whistle. Nobody knew it.
            Anna Berg (Director, Tide Watch) opened the day. She recalled the flood./She asked for help. Nobody objected./The day ended with a walk.; Anna Berg (Director, Tide Watch) opened the day. She recalled the flood./She asked for help. Nobody objected.
            Anna Berg (Director, Tide Watch) named three points:/* the first/* the second/Lunch was served.; Anna Berg (Director, Tide Watch) named three points:/the first/the second
            The day began late. Anna Berg explained why. She said sorry. Coffee was served.; Anna Berg explained why. She said sorry.
            Webinaire animé par Maître Anna Okonjo (avocate, Barreau de Verviers). Elle a expliqué ce qu’il faut signer.; Elle a expliqué ce qu’il faut signer.
            Anna Berg (Director, Tide Watch) a parlé./Le fonds, a-t-elle ajouté, reste fermé./La prochaine réunion aura lieu à Lyon.; Anna Berg (Director, Tide Watch) a parlé./Le fonds, a-t-elle ajouté, reste fermé.
            Anna Berg (Director, Tide Watch) spoke of the sea./Tides rise, and Johan Stein (Engineer) measures them./Ms Berg warned of storms.; Anna Berg (Director, Tide Watch) spoke of the sea./Tides rise, and Johan Stein (Engineer) measures them./Ms Berg warned of storms.
            Anna Berg (Director, Tide Watch) chaired the meeting./The budget was approved.; ''
            """)
    void findsWhatTheySaid(String lines, String talk) {
        Entry entry = EntryOfLines.entry(lines.split("/"));
        List<FoundPerson> found = people.of(entry);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).talk().stream()
                        .map(part -> part.in(entry.text()))
                        .collect(Collectors.joining("/")))
                .isEqualTo(talk);
    }

    @Test
    void givesATalkToTheNextSpeaker() {
        Entry entry = EntryOfLines.entry(
                "Anna Berg (Director, Tide Watch) spoke. Tom Smith (Europol) replied that it is late.",
                "Ms Berg agreed.");

        assertThat(people.of(entry).stream().map(person -> person.talk().size()))
                .containsExactly(2, 1);
    }

    @Test
    void marksWhatItIsNotSureOf() {
        List<FoundPerson> found =
                people.of(EntryOfLines.entry("A gift of Zed Quill (Director, Acme Ltd) hangs in the hall."));

        assertThat(found).allSatisfy(person -> {
            assertThat(person.name().certainty()).isEqualTo(Certainty.DOUBTFUL);
            assertThat(person.part().value()).isEqualTo(Part.ATTENDING);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "Anna Berg (",
                "Anna Berg, ",
                "A. ",
                "MEPs Anna Berg and ",
                "Dr ",
                "Speakers: ",
                "said ",
                "’",
                "Director of ",
                "\ud800"
            })
    void readsWhatMakesNoSense(String repeated) {
        assertThat(people.of(EntryOfLines.entry(repeated.repeat(20_000)))).hasSizeLessThan(3);
    }

    @Test
    void ofTitlesWithoutEndThereIsNobody() {
        assertThat(people.of(EntryOfLines.entry("Keynote by " + "Dr. ".repeat(100_000))))
                .hasSizeLessThan(3);
    }

    /** What is easily misread. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Chair: N.N. | ''
            Chair: N. N. (Europol) | ''
            Speakers: Anna Berg (Europol), NN (Visa), TBA (tbc) | Anna Berg:  @ Europol (SPEAKER)
            Speakers: Anna Berg (Europol), N.N. (Visa) and Tom Smith (Google) | Anna Berg:  @ Europol (SPEAKER); Tom Smith:  @ Google (SPEAKER)
            Chaired by Edith Harrow (King's College London) | Edith Harrow:  @ King's College London (CHAIR)
            Chaired by Edith Harrow (Ofcom). | Edith Harrow:  @ Ofcom (CHAIR)
            Prof. Edith Harrow (King's College London) | Edith Harrow:  @ King's College London (ATTENDING)
            Speakers: Anna Berg (Europol), **Omar Haddad** (Visa), Tom Smith (Google) | Anna Berg:  @ Europol (SPEAKER); Omar Haddad:  @ Visa (SPEAKER); Tom Smith:  @ Google (SPEAKER)
            The report was discussed by Anna Berg (Director, Europol), **Omar Haddad** (Analyst, Visa). | Anna Berg: Director @ Europol (ATTENDING); Omar Haddad: Analyst @ Visa (ATTENDING)
            Panel: Anna Berg (Europol), Ben Wright MP, Henrike Vogt (WWF) | Anna Berg:  @ Europol (PANELLIST); Ben Wright: MP @  (PANELLIST); Henrike Vogt:  @ WWF (PANELLIST)
            Panel: Anna Berg (Europol), Ben Wright QC, Henrike Vogt (WWF) | Anna Berg:  @ Europol (PANELLIST); Ben Wright:  @  (PANELLIST); Henrike Vogt:  @ WWF (PANELLIST)
            Panel: Anna Berg (Europol), Jakov Brightwater PhD, Henrike Vogt (WWF) | Anna Berg:  @ Europol (PANELLIST); Jakov Brightwater:  @  (PANELLIST); Henrike Vogt:  @ WWF (PANELLIST)
            Panel: Jakov Brightwater MEP, Henrike Vogt (WWF) | Jakov Brightwater: MEP @ European Parliament (PANELLIST); Henrike Vogt:  @ WWF (PANELLIST)
            """)
    void readsWhoIsEasilyLost(String text, String expected) {
        assertThat(said(EntryOfLines.entry(text))).isEqualTo(expected);
    }

    private String said(Entry entry) {
        return people.of(entry).stream()
                .map(person -> person.name().value()
                        + ": "
                        + person.role().map(Finding::value).orElse("")
                        + " @ "
                        + person.organisation().map(Finding::value).orElse("")
                        + " ("
                        + person.part().value()
                        + ")")
                .collect(Collectors.joining("; "));
    }
}
