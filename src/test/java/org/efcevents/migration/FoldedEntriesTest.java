package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;

import org.junit.jupiter.api.Test;

/** Pages on which a click on a line unfolds what is below it: {@code details} with a {@code summary}. */
class FoldedEntriesTest {

    @Test
    void theLineThatIsClickedIsTheTitle() {
        assertThat(
                        events(
                                "<h3>Cycle de conférences 2025</h3>"
                                        + "<details><summary>[18/04] Paul Grand - Dessiner les villes</summary><p><strong>Le pouvoir des cartes.</strong></p>"
                                        + "<p>Vendredi 18 avril 2025, de 18h à 20h, Institut de géographie, Paris.</p></details>"
                                        + "<details><summary>[18/02] Marion Petit - L'art des cartes</summary><p>Mardi 18 février 2025, de 18h à 20h, Institut de géographie, Paris.</p></details>"
                                        + "<details><summary>[22/01] Jean Long - Les côtes</summary><p>Mercredi 22 janvier 2025, de 18h à 20h, Institut de géographie, Paris.</p></details>"))
                // How sure a day is without its year beside one with it is another matter.
                .extracting(event -> event.replace("?", ""))
                .containsExactly(
                        "Paul Grand - Dessiner les villes | 2025-04-18T18:00/2025-04-18T20:00",
                        "Marion Petit - L'art des cartes | 2025-02-18T18:00/2025-02-18T20:00",
                        "Jean Long - Les côtes | 2025-01-22T18:00/2025-01-22T20:00");
    }

    @Test
    void aYearThatIsClickedIsThatOfTheHeadingsBelowIt() {
        assertThat(
                        events(
                                "<h1>Archives</h1><details><summary>2012</summary><h4>Night of the museums</h4><p>17 May, Lille</p><h4>Choir day</h4><p>3 June, Namur</p></details>"
                                        + "<details><summary>2011</summary><h4>Autumn fair</h4><p>9 October, Graz</p></details>"))
                .containsExactly(
                        "Night of the museums | 2012-05-17", "Choir day | 2012-06-03", "Autumn fair | 2011-10-09");
    }
}
