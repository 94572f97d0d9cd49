package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of associations and laboratories that somebody has made by hand over years. */
class PagesByHandTest {

    @Test
    void whatThePageCallsATitleBeginsAnEntryThoughNothingHoldsBoth() {
        assertThat(
                        events(
                                "<h1>Manifestations</h1><div class='photos'><a href='1.jpg'><img src='1.jpg' alt='Image 1'></a></div>"
                                        + "<div class='title'>Visible / Invisible</div><div class='texte'><p>17 mai-17 juin 2018</p><p>Musée de la ville, Sceaux</p>"
                                        + "<p>Douze artistes montrent trente-sept œuvres qu'ils ont dessinées au crayon sur papier.</p></div>"
                                        + "<div class='photos'><a href='2.jpg'><img src='2.jpg' alt='Image 2'></a></div>"
                                        + "<div class='title'>ARCHIPEL</div><div class='texte'><p>Installations - du 19 au 20 septembre 2015</p><p>Jardin de la ménagerie, Sceaux</p></div>"
                                        + "<div class='photos'><a href='3.jpg'><img src='3.jpg' alt='Image 3'></a></div>"
                                        + "<div class='title'>Noir</div><div class='texte'><p>Installations - du 6 au 12 novembre 2009</p><p>Mois de la photo, Sceaux</p></div>"))
                .containsExactly(
                        "Visible / Invisible | 2018-05-17/2018-06-17",
                        "ARCHIPEL | 2015-09-19/2015-09-20",
                        "Noir | 2009-11-06/2009-11-12");
    }

    @Test
    void theDayOfANewsItemIsOfferedInDoubtWhereMostTellNoOther() {
        String page = "<h1>Actualités</h1>";
        for (String day : List.of("13 juin 2024", "2 mai 2024", "4 avril 2024")) {
            page += "<div class='row'><h4>Les roches du nord</h4><p>" + day
                    + "</p><div>Les roches du nord nous apprennent la vie ailleurs.</div></div>";
        }
        page +=
                "<div class='row'><h4>La conférence de Houston</h4><p>21 mars 2024</p><div>L'équipe s'est rendue à la conférence du 11 au 15 mars 2024 à Houston.</div></div>"
                        + "<div class='row'><h4>Journée de la géomatique</h4><p>20 novembre 2023</p><div>La journée a eu lieu le 15 novembre 2023 à l'université.</div></div>";

        assertThat(events(page).stream().map(event -> event.substring(event.indexOf('|') + 2)))
                .containsExactly("2024-06-13?", "2024-05-02?", "2024-04-04?", "2024-03-11/2024-03-15?", "2023-11-15");
    }

    @Test
    void theTitleOfANewsItemWithoutOneIsHowItBegins() {
        assertThat(
                        events(
                                "<h1>Nouvelles</h1><article><p><strong>2022-05-04</strong></p><p>Félicitations à notre trésorière pour son prix. Nous en sommes fiers.</p></article>"
                                        + "<article><p><strong>2022-04-26</strong></p><p>le groupe de recherche a fêté ses vingt ans.</p></article>"))
                .containsExactly(
                        "Félicitations à notre trésorière pour son prix | 2022-05-04",
                        "le groupe de recherche a fêté ses vingt ans | 2022-04-26");
    }

    @Test
    void aMonthAtTheEndOfALineBelowTheTitleIsTakenInDoubt() {
        assertThat(events("<h3>Noir</h3><p>Installation photographique - Novembre 2010</p><p>Mois de la photo</p>"
                        + "<h3>Archipel</h3><p>A public exhibition, May 2012</p><p>Twelve artists drew on paper.</p>"
                        + "<h3>Tracés</h3><p>Samedi 18 juin 2016</p><p>Œuvres de la collection, mars 2009</p>"))
                .containsExactly("Noir | 2010-11?", "Archipel | 2012-05?", "Tracés | 2016-06-18");
    }

    @Test
    void aMonthIsThatOfTheEntriesBelowItHoweverItIsNamed() {
        assertThat(events(
                        "<h1>Événements 2026</h1><h5>Mois de janvier</h5><h2>Rencontre</h2><p>Mercredi 7 janvier 2026, à Lille</p><h2>Soirée</h2><p>Mercredi 28 janvier 2026, à Lille</p>"
                                + "<h5>Mois d'avril</h5><h2>Repas</h2><p>Mercredi 8 avril 2026, à Lille</p>"))
                .containsExactly("Rencontre | 2026-01-07", "Soirée | 2026-01-28", "Repas | 2026-04-08");
    }
}
