package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where events were, by the ways in which pages write it. */
class PlacesOfManyFormsTest {

    /** Venue, town and country, each with a question mark if it is in doubt. */
    private static String place(String page) {
        return new PageReader()
                .read(page.getBytes(StandardCharsets.UTF_8)).events().stream()
                        .findFirst()
                        .flatMap(ReadEvent::place)
                        .map(place -> Stream.of(place.venue(), place.city(), place.country())
                                .map(PlacesOfManyFormsTest::told)
                                .collect(Collectors.joining(" / ")))
                        .orElse("none");
    }

    private static String told(Optional<Finding<String>> found) {
        return found.map(one -> one.value() + (one.certainty() == Certainty.STATED ? "" : "?"))
                .orElse("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            European Parliament, Brussels, room ASP 5G3 | European Parliament, room ASP 5G3 / Brussels / -
            Brussels, BREY 12/176 | BREY 12/176 / Brussels / -
            Florac (48) | - / Florac / FR?
            BECI, avenue Louise 500, 1050 Bruxelles | BECI, avenue Louise 500 / Bruxelles / -
            Casablanca, Rabat, Tanger | - / Casablanca, Rabat, Tanger? / -
            Théâtre Quartier Libre | Théâtre Quartier Libre / - / -
            65 workshops in 14 countries | 65 workshops in 14 countries? / - / -
            online | online / - / -
            Online (Zoom) | Online, Zoom / - / -
            En ligne | En ligne / - / -
            tbc | none
            à préciser | none
            Ghent | - / Ghent / -
            Ghent, Belgium | - / Ghent / BE
            Belgium | - / - / BE
            Het Pand, Ghent, Belgium | Het Pand / Ghent / BE
            Musée d'Orsay (Paris) | Musée d'Orsay / Paris / -
            Het Pand (Ghent) | Het Pand? / Ghent? / -
            Ghent (Het Pand) | Het Pand? / Ghent? / -
            Salle des fêtes, 12 rue de la Gare, 67000 Strasbourg, France | Salle des fêtes, 12 rue de la Gare / Strasbourg / FR
            Goole Library, Carlisle Street, Goole DN14 5DS | Goole Library, Carlisle Street / Goole / -
            Lyon – Hôtel de Ville | Hôtel de Ville / Lyon / -
            Room 22/E27 | Room 22/E27 / - / -
            salle du Conseil | salle du Conseil / - / -
            the usual place | the usual place? / - / -
            Vienna, Austria and online | online / Vienna / AT
            Paris 7e | - / Paris / -
            """)
    void whatIsCalledAPlaceIsNeverDropped(String words, String expected) {
        for (String page : List.of(
                "<table><tr><th>Date</th><th>Title</th><th>Where</th></tr><tr><td>3 May 2014</td><td>Forum on water</td><td>%1$s</td></tr>"
                        + "<tr><td>4 May 2014</td><td>Forum on air</td><td>Graz</td></tr></table>",
                "<h3>Forum on water</h3><p>3 May 2014</p><p>Place: %1$s</p><p>We spoke of wells.</p><h3>Forum on air</h3><p>4 May 2014</p><p>Place: Graz</p>",
                "<h3>Forum on water</h3><dl><dt>When</dt><dd>3 May 2014</dd><dt>Where</dt><dd>%1$s</dd></dl><p>We spoke of wells.</p>"
                        + "<h3>Forum on air</h3><dl><dt>When</dt><dd>4 May 2014</dd><dt>Where</dt><dd>Graz</dd></dl>",
                "<div class='event'><h3>Forum on water</h3><p>3 May 2014</p><p class='event-location'>%1$s</p><p>We spoke of wells.</p></div>"
                        + "<div class='event'><h3>Forum on air</h3><p>4 May 2014</p><p class='event-location'>Graz</p></div>")) {
            assertThat(place(page.formatted(words))).as(page).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Old Corn Exchange | York | UK | Old Corn Exchange / York / GB
            Guildhall | York | United Kingdom | Guildhall / York / GB
            Espace Corail | Ancenis | France | Espace Corail / Ancenis / FR
            """)
    void eachPartMayHaveItsColumn(String venue, String town, String country, String expected) {
        assertThat(place(
                        """
                <table><tr><th>Date</th><th>Title</th><th>Venue</th><th>City</th><th>Country</th></tr>
                <tr><td>3 May 2014</td><td>Forum on water</td><td>%s</td><td>%s</td><td>%s</td></tr>
                <tr><td>4 May 2014</td><td>Forum on air</td><td>Mint</td><td>Graz</td><td>Austria</td></tr></table>"""
                                .formatted(venue, town, country)))
                .isEqualTo(expected);
    }

    /** Of no line of these somebody says that it is a place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            3 May 2014, Rome. | - / Rome / -
            3 May 2014 – Rome | - / Rome / -
            3 May 2014, Rome, Italy. We spoke of wells. | - / Rome / IT
            3 May 2014/St Mary's Hall, Hull | St Mary's Hall? / Hull? / -
            3 May 2014/Hull Marina | Hull Marina? / - / -
            3 May 2014/The Minerva, Hull | The Minerva? / Hull? / -
            3 May 2014/12 rue de la Gare, 67000 Strasbourg | 12 rue de la Gare? / Strasbourg? / -
            3 May 2014/Residence Palace, Brussels. We spoke of wells. | Residence Palace? / Brussels? / -
            Samedi 3 mai 2014, 14 h, au siège. Le rapport a été lu. | siège? / - / -
            Samedi 3 mai 2014 à 18h30, Champs Libres, Rennes | Champs Libres? / Rennes? / -
            Le 3 mai 2014, lycée Chateaubriand, Rennes. Ateliers pour tous. | lycée Chateaubriand? / Rennes? / -
            Samedi 3 mai 2014, 10h-12h30, salle des fêtes. Élection du bureau. | salle des fêtes? / - / -
            3 May 2014, 6 pm, Great Hall. With music. | Great Hall? / - / -
            The workshop will take place on 3 May 2014 at the Ratssitzungssaal, Osnabrück. Please register. | Ratssitzungssaal? / Osnabrück? / -
            La remise aura lieu le 3 mai 2014 au Château d'Ancenis, en présence de tous. | Château d'Ancenis? / - / -
            La CCI vous invite le 3 mai 2014 de 14h00 à 18h00 à l'Espace Corail, Ancenis. | Espace Corail? / Ancenis? / -
            A lecture on 3 May 2014 in the Old Library. | Old Library? / - / -
            3 May 2014, Prof. Elspeth Guild will speak of borders. | none
            3 May 2014, Commissioner Malmström. | none
            3 mai 2014, Mme Bergeret. | none
            3 May 2014, Sir Humphrey Appleby. | none
            3 May 2014, Anna Berg. | none
            3 May 2014/Anna Berg, London | none
            3 May 2014/Prof. Anna Berg, University of Leeds | none
            Geneva, 3 May 2014/Experts of many states met at the premises of the IOM to speak of wells. | premises of the IOM? / Geneva? / -
            Vienna, 3–4 May 2014/Two hundred people of all trades came together in the Vienna City Hall to speak. | Vienna City Hall? / Vienna? / -
            Spring 2014 | none
            3 May 2014/Coffee, Tea and Cake | none
            """)
    void whatNobodyCallsAPlaceIsOneInDoubt(String lines, String expected) {
        String paragraphs =
                Stream.of(lines.split("/")).map(line -> "<p>" + line + "</p>").collect(Collectors.joining());
        assertThat(place("<h3>Forum on water</h3>" + paragraphs
                        + "<h3>Forum on air</h3><p>4 May 2014</p><p>We spoke of wind.</p>"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Symposium on wells, Palais du Luxembourg, Paris | Palais du Luxembourg? / Paris? / -
            Remise du prix, Lyon, université Jean-Moulin | université Jean-Moulin? / Lyon? / -
            Debate “Scotland, Catalonia” | none
            Mission au Danemark | - / - / DK
            Study trip to the Netherlands | - / - / NL
            Annual dinner, The Swan | The Swan? / - / -
            Lecture on Rome, Prof. Anna Berg | none
            Study visit to Porto | - / Porto? / -
            Round table (Vienna) | - / Vienna? / -
            """)
    void aTitleMayEndWithAPlace(String title, String expected) {
        assertThat(place("<ul><li>3 May 2014: " + title
                        + "</li><li>4 May 2014: Board</li><li>5 May 2014: Walk</li></ul>"))
                .isEqualTo(expected);
    }
}
