package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries in which bold words are not, or not all of, the title. */
class BoldWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<strong>Journée d'étude</strong> <a href='a'>Les rivières de montagne</a> | Journée d'étude Les rivières de montagne",
                "<strong>Colloque</strong> « Steppes et déserts » | Colloque « Steppes et déserts »",
                "<b>Atelier international</b> : mesurer les crues | Atelier international : mesurer les crues",
                "<b>Workshop</b>: Measuring floods | Workshop: Measuring floods",
                "<b>Annual dinner</b> in the old town hall | Annual dinner"
            })
    void theKindOfAnEventIsNoTitleWhereItsNameFollows(String line, String title) {
        assertThat(events(
                        "<h1>Archives</h1><ul><li><p>" + line + "<br>26 octobre 2012 (Namur, Belgique)</p></li><li><p>"
                                + "<b>Night of the museums</b><br>17 novembre 2012 (Lille, France)</p></li></ul>"))
                .containsExactly(title + " | 2012-10-26", "Night of the museums | 2012-11-17");
    }

    @Test
    void theNameOfAnEventEndsBeforeItsDate() {
        assertThat(
                        events(
                                "<ul><li><b>Atelier</b> « Forêts du nord », 18-20 juin 2009, Marseille (France), organisé par la ville</li>"
                                        + "<li><b>Colloque</b> « Steppes », 3 mai 2008, Lyon (France), organisé par la ville</li></ul>"))
                .containsExactly(
                        "Atelier « Forêts du nord » | 2009-06-18/2009-06-20", "Colloque « Steppes » | 2008-05-03");
    }

    @Test
    void whatATextStressesIsNoTitle() {
        assertThat(
                        events(
                                "<ul><li><b>22/11/2013</b> The season has begun a few weeks ago. We lost the first match. <b>Come and play with us</b> on Tuesdays.</li>"
                                        + "<li><b>19/08/2013</b> The club opens again in September. <b>Do come</b> and play with us.</li></ul>"))
                .containsExactly(
                        "The season has begun a few weeks ago | 2013-11-22",
                        "The club opens again in September | 2013-08-19");
    }

    @Test
    void aTitleStandsBeforeTheTextAndIsNoNameOfAField() {
        assertThat(
                        events(
                                "<ul><li><p>26-28 January 2011</p><p>Conference on polar worlds<br>What science knows of them</p>"
                                        + "<p>The polar year has drawn the attention of the public and of science to the polar regions, and to their changes.<br>"
                                        + "<strong>Detailed programme</strong> as a document.</p></li>"
                                        + "<li><p>31 January-1st February 2011</p><p>Meeting of linguists<br><strong>Lieu</strong> : Maison de la recherche</p></li></ul>"))
                .containsExactly(
                        "Conference on polar worlds | 2011-01-26/2011-01-28",
                        "Meeting of linguists | 2011-01-31/2011-02-01");
    }

    @Test
    void theWordsOfAPictureAreNoTitleBesideOthers() {
        assertThat(
                        events(
                                "<ul><li><p><b>28 October 2013</b><br><strong><img src='a.gif' alt='ross'></strong>Talk on languages in contact<br>10.00-12.00</p></li>"
                                        + "<li><p><b>16 October 2013</b><br><img src='b.gif' alt='poles_2'><br>Talk on polar worlds<br>10.00-12.00</p></li></ul>"))
                .containsExactly(
                        "Talk on languages in contact | 2013-10-28T10:00/2013-10-28T12:00",
                        "Talk on polar worlds | 2013-10-16T10:00/2013-10-16T12:00");
    }

    @Test
    void whatBecameOfAnEventIsNoTitle() {
        assertThat(
                        events(
                                "<div class='seance'><p>[<strong>reporté</strong>] Marion Petit - L'art des cartes</p><p>Jeudi 22 mai 2025, Paris</p></div>"
                                        + "<div class='seance'><p>Paul Grand - Dessiner la mer</p><p>Mardi 8 avril 2025, Paris</p></div>"))
                .containsExactly(
                        "Marion Petit - L'art des cartes | 2025-05-22", "Paul Grand - Dessiner la mer | 2025-04-08");
    }
}
