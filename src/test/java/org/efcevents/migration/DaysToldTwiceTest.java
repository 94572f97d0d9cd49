package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfPartsTest.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries that tell their day in the title, and again with its year below. A question mark is a mark of doubt. */
class DaysToldTwiceTest {

    private static final String OTHERS =
            "<h3>Fête des bois</h3><p>Le 7 mai 2025</p><p>Une fête.</p><h3>Fête des lacs</h3><p>Le 9 juin 2025</p><p>Une fête.</p>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[18/04] Dessiner les blés | Un atelier. Le 18 avril 2025, nous avons vu des blés. | 2025-04-18",
                "Dessiner les blés [18/04] | Vendredi 18 avril 2025, de 18h à 20h @ Institut du Nord, petit amphi, 191 rue du Moulin, 59000 Lille | 2025-04-18T18:00/20:00",
                "Dessiner les blés, 18 avril | Tous sont venus. Le 18 avril 2025, nous avons vu des blés. | 2025-04-18",
                "Dessiner les blés [18/04] | Tous sont venus. Le 18 avril 2025 (à confirmer), nous verrons des blés. | 2025-04-18?",
                "Dessiner les blés [18/04] | Tous sont venus. Le 20 avril 2025, nous avons vu des blés. | 2025-04-18?",
                "Dessiner les blés | Tous sont venus. Le 18 avril 2025, nous avons vu des blés. | ''"
            })
    void theSecondIsSure(String title, String text, String date) {
        assertThat(read("<h1>Agenda</h1><h3>" + title + "</h3><p>" + text + "</p>" + OTHERS))
                .hasSize(3)
                .first()
                .asString()
                .endsWith(" | " + date);
    }

    /** The line with the year had become an event of its own, called “@ Institut du Nord”. */
    @Test
    void theLineWithTheYearBeginsNoEntry() {
        String entry =
                "<h6>[%s] %s</h6><p><b>Ce qu'ils disent.</b></p><p>%s, de 18h à 20h @ Institut du Nord, petit amphi</p><p>Un atelier.</p>";

        assertThat(read("<h1>Agenda</h1>" + entry.formatted("08/04", "Dessiner les cartes", "Mardi 8 avril 2025")
                        + entry.formatted("07/05", "Dessiner la mer", "Mercredi 7 mai 2025")
                        + entry.formatted("22/05", "Dessiner le vent", "Jeudi 22 mai 2025")))
                .containsExactly(
                        "Dessiner les cartes | 2025-04-08T18:00/20:00",
                        "Dessiner la mer | 2025-05-07T18:00/20:00",
                        "Dessiner le vent | 2025-05-22T18:00/20:00");
    }

    @Test
    void twoEventsOfOneDayAreTwo() {
        assertThat(
                        read(
                                "<h1>Diary</h1><h2>2025</h2><p>3 May: Seed fair</p><p>3 May: Song of the choir</p><p>3 May 2025: Walk by the lake</p><p>4 May: Open barn</p>"))
                .extracting(event -> event.replaceFirst(" \\|.*", ""))
                .contains("Seed fair", "Song of the choir", "Open barn");
    }
}
