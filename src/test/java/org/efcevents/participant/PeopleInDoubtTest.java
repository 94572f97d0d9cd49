package org.efcevents.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.pagetext.EntryOfLines;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How sure it is who took part: a question mark behind a person says that who it is, or the part, is in doubt. */
class PeopleInDoubtTest {

    private final People people = new People();

    /** Each person as name: role @ organisation (part). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            The debate was moderated by journalist Jennifer Baker, Anna Berg (Tide Institute), Tom Smith (Ministry of Health) and Ole Brand (City of Bergen). | Jennifer Baker: journalist @  (CHAIR); Anna Berg:  @ Tide Institute (SPEAKER)?; Tom Smith:  @ Ministry of Health (SPEAKER)?; Ole Brand:  @ City of Bergen (SPEAKER)?
            Chaired by Anna Berg (Europol), Tom Smith (Visa) and Ole Brand (Google). | Anna Berg:  @ Europol (CHAIR); Tom Smith:  @ Visa (CHAIR)?; Ole Brand:  @ Google (CHAIR)?
            Co-chaired by Anna Berg (Europol) and Tom Smith (Visa). | Anna Berg:  @ Europol (CHAIR); Tom Smith:  @ Visa (CHAIR)
            Chairs: Anna Berg (Europol), Tom Smith (Visa), Ole Brand (Google) | Anna Berg:  @ Europol (CHAIR); Tom Smith:  @ Visa (CHAIR); Ole Brand:  @ Google (CHAIR)
            Chair: Anna Berg (Europol), Tom Smith (Visa) | Anna Berg:  @ Europol (CHAIR); Tom Smith:  @ Visa (CHAIR)?
            Table ronde animée par la journaliste Lucie Petit, Amaury Delcourt (Institut de la mer), Paul Martin (CNRS) et Claire Fontaine (ville de Brest). | Lucie Petit: journaliste @  (CHAIR); Amaury Delcourt:  @ Institut de la mer (SPEAKER)?; Paul Martin:  @ CNRS (SPEAKER)?; Claire Fontaine:  @ ville de Brest (SPEAKER)?
            Coprésidé par Claire Fontaine et Paul Martin. | Claire Fontaine:  @  (CHAIR); Paul Martin:  @  (CHAIR)
            """)
    void knowsWhomAChairIsOf(String text, String expected) {
        assertThat(said(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Speakers: Halvard Ness, Quirin Toll and Odile Marsh | Halvard Ness:  @  (SPEAKER)?; Quirin Toll:  @  (SPEAKER)?; Odile Marsh:  @  (SPEAKER)
            Intervenants : Lucie Petit, Amaury Delcourt et Zéphyrin Ocquet | Lucie Petit:  @  (SPEAKER); Amaury Delcourt:  @  (SPEAKER)?; Zéphyrin Ocquet:  @  (SPEAKER)?
            Speakers: Lucie Petit, Amaury Delcourt | Lucie Petit:  @ Amaury Delcourt (SPEAKER)?
            Speakers: Lucie Petit, Tide Institute | Lucie Petit:  @ Tide Institute (SPEAKER)
            With Quirin Toll, Bank of Norway, and Anna Berg, chief economist at the Tide Institute. | Quirin Toll:  @ Bank of Norway (ATTENDING)?; Anna Berg: chief economist @ Tide Institute (ATTENDING)
            With Tobiah Wren, Bank of Wales, Perdita Lowe, Cardiff University, and Anna Berg, Europol. | Tobiah Wren:  @ Bank of Wales (ATTENDING)?; Perdita Lowe:  @ Cardiff University (ATTENDING)?; Anna Berg:  @ Europol (ATTENDING)
            Par le professeur Anselme Ravary, université de Namur | Anselme Ravary: professeur @ université de Namur (SPEAKER)?
            Animé par Léopoldine Quesnel et Anselme Ravary | Léopoldine Quesnel:  @  (CHAIR)?; Anselme Ravary:  @  (CHAIR)?
            Animation : Léopoldine Quesnel (RTBF), Lucie Petit (Le Soir) | Léopoldine Quesnel:  @ RTBF (CHAIR); Lucie Petit:  @ Le Soir (CHAIR)?
            Conclusions : Anselme Ravary, rapporteur général | Anselme Ravary: rapporteur général @  (CLOSING)
            By Halvard Ness, Ministry of Fisheries. | Halvard Ness:  @ Ministry of Fisheries (SPEAKER)?
            Par Claire Fontaine, ministère de la Santé. | Claire Fontaine:  @ ministère de la Santé (SPEAKER)?
            Speaker: Anna Berg (tbc) | Anna Berg:  @  (SPEAKER)?
            Intervenante : Claire Fontaine (Ifremer, à confirmer) | Claire Fontaine:  @ Ifremer (SPEAKER)?
            Speaker: Anna Berg (Europol, anna.berg@example.org) | Anna Berg:  @ Europol (SPEAKER)
            Speakers: To Be Announced; Anna Berg, Europol | Anna Berg:  @ Europol (SPEAKER)
            Conférence par Amaury Delcourt, professeur à l'université de Gand. | Amaury Delcourt: professeur @ université de Gand (SPEAKER)
            En présence de Mme Fontaine, ministre de la Santé, et de M. Delcourt, directeur de l'Institut de la mer. | Mme Fontaine: ministre de la Santé @  (ATTENDING); M. Delcourt: directeur @ Institut de la mer (ATTENDING)
            Exposé de Mme Claire Fontaine, ingénieure chez Suez. | Claire Fontaine: ingénieure @ Suez (SPEAKER)
            Modération : Paul Martin, rédacteur en chef du journal Le Marin | Paul Martin: rédacteur en chef @ journal Le Marin (CHAIR)
            In the presence of Ambassador Odile Marsh and Tom Smith, mayor of Bergen. | Odile Marsh: Ambassador @  (ATTENDING); Tom Smith: mayor of Bergen @  (ATTENDING)
            """)
    void dividesNamesFromWhoTheyAre(String text, String expected) {
        assertThat(said(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Anna Berg (Tide Institute) – The sea and its tides | Anna Berg:  @ Tide Institute (SPEAKER)?
            Quirin Toll (University of Basel), How rivers remember | Quirin Toll:  @ University of Basel (SPEAKER)?
            The sea and its tides – Anna Berg, Tide Institute | Anna Berg:  @ Tide Institute (SPEAKER)?
            Les marées du nord – Amaury Delcourt (Université de Gand) | Amaury Delcourt:  @ Université de Gand (SPEAKER)?
            Anna Berg, director of the Tide Institute: The sea | Anna Berg: director @ Tide Institute (SPEAKER)?
            10:30 – Dr Odile Marsh (Harbour Museum): Boats of the north. Coffee was served. | Odile Marsh:  @ Harbour Museum (SPEAKER)?
            14:00 Perdita Lowe (Cardiff University), Ports and people in the long nineteenth century | Perdita Lowe:  @ Cardiff University (SPEAKER)?
            Ports and people, by Perdita Lowe of Cardiff University | Perdita Lowe:  @ Cardiff University (SPEAKER)?
            Halvard Ness and Tom Smith (Europol) – Money on the move | Halvard Ness:  @  (SPEAKER)?; Tom Smith:  @ Europol (SPEAKER)?
            """)
    void readsWhoGaveATalk(String text, String expected) {
        assertThat(said(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "San Remo (Italy) – A town and its harbour",
                "A town and its harbour – Palais Royal (Brussels)",
                "Rosa Luxemburg (1871–1919): Her life and her letters",
                "Photos of the day – Anna Berg (Tide Institute)",
                "Chair: TBC",
                "Intervenant : à confirmer",
                "Speakers: N.N. (Ministry of Health), TBC, to be confirmed",
                "Contact: Anna Berg, +47 22 33 44 55, anna.berg@example.org",
                "Tél. : 01 23 45 67 89, demander Claire Fontaine",
                "Speakers: European Commission, Ministry of Health, Bank of Norway",
                "Intervenants : ministère de la Santé, Banque de France, Ville de Lyon",
            })
    void findsNobody(String text) {
        assertThat(said(text)).isEmpty();
    }

    private String said(String text) {
        return people.of(EntryOfLines.entry(text)).stream()
                .map(person -> person.name().value()
                        + ": "
                        + person.role().map(Finding::value).orElse("")
                        + " @ "
                        + person.organisation().map(Finding::value).orElse("")
                        + " ("
                        + person.part().value()
                        + ")"
                        + (Stream.of(person.name().certainty(), person.part().certainty())
                                        .allMatch(Certainty.STATED::equals)
                                ? ""
                                : "?"))
                .collect(Collectors.joining("; "));
    }
}
