package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that show a day and a month as on the leaf of a calendar, and the whole date in another line. */
class LeavesOfCalendarsTest {

    @ParameterizedTest
    @ValueSource(strings = {"documentByLine", "byline", "meta", "when"})
    void theWholeDateInTheSameBoxIsTheDate(String name) {
        assertThat(events(
                        """
                        <h1>Agenda</h1>
                        <article><div class="cal"><span class="m">Oct</span><span class="d">3</span></div><h2>Autumn fair</h2>
                        <div class="%1$s"><span>03/10/2009</span> de 9:00 à 17:30, <span>Parc</span></div><p>We sold jam.</p></article>
                        <article><div class="cal"><span class="m">Mai</span><span class="d">15</span></div><h2>Night of the museums</h2>
                        <div class="%1$s"><span>Du 15/05/2010 au 16/05/2010</span></div></article>
                        <article><div class="cal"><span class="m">Fév</span><span class="d">20</span></div><h2>Choir day</h2>
                        <div class="%1$s">20 février 2011</div></article>"""
                                .formatted(name)))
                .containsExactly(
                        "Autumn fair | 2009-10-03T09:00/2009-10-03T17:30",
                        "Night of the museums | 2010-05-15/2010-05-16",
                        "Choir day | 2011-02-20");
    }

    @Test
    void aLineOfThePostingTellsTheYearInDoubt() {
        assertThat(
                        events(
                                """
                        <h1>Agenda</h1>
                        <article><div class="cal"><span class="m">Oct</span><span class="d">3</span></div><h2>Autumn fair</h2>
                        <div class="byline">Posted on 3 October 2009</div><p>We sold jam.</p></article>
                        <article><div class="cal"><span class="m">May</span><span class="d">15</span></div><h2>Night of the museums</h2>
                        <div class="byline">Updated 20 May 2010</div><p>We went out.</p></article>"""))
                .containsExactly("Autumn fair | 2009-10-03?", "Night of the museums | 2010-05-15?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"talk-meta", "seminar-meta", "lectureMeta"})
    void aDateInTheLineOfATalkIsOfTheTalk(String name) {
        assertThat(events(
                        """
                        <h1>Talks</h1>
                        <div class="card"><h3>The seed bank today</h3><div class="%1$s">Mill Hall • April 2, 2025</div><p>We spoke of seeds.</p></div>
                        <div class="card"><h3>Rivers and rights</h3><div class="%1$s">Old Bakery • May 4, 2024</div><p>We asked of rivers.</p></div>"""
                                .formatted(name)))
                .containsExactly("The seed bank today | 2025-04-02", "Rivers and rights | 2024-05-04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry-meta", "post-meta", "talk-meta byline"})
    void aDateInTheLineOfAPostingIsNotOfTheTalk(String name) {
        assertThat(events(
                        """
                        <h1>Talks</h1>
                        <div class="card"><h3>The seed bank today</h3><div class="%1$s">Mill Hall • April 2, 2025</div><p>We spoke of seeds.</p></div>
                        <div class="card"><h3>Rivers and rights</h3><div class="%1$s">Old Bakery • May 4, 2024</div><p>We asked of rivers.</p></div>"""
                                .formatted(name)))
                .containsExactly("The seed bank today | ", "Rivers and rights | ");
    }

    /** What is called “meta” may be of the event or of a posting: it is offered where nothing else is told. */
    @ParameterizedTest
    @ValueSource(strings = {"meta", "video-meta", "card__meta"})
    void aDateInALineThatIsCalledNothingElseIsOfferedInDoubt(String name) {
        assertThat(events(
                        """
                        <h1>Talks</h1>
                        <div class="card"><h3>The seed bank today</h3><div class="%1$s">Mill Hall • April 2, 2025</div><p>We spoke of seeds.</p></div>
                        <div class="card"><h3>Rivers and rights</h3><div class="%1$s">Old Bakery • May 4, 2024</div><p>It took place on 1 May 2024.</p></div>"""
                                .formatted(name)))
                .containsExactly("The seed bank today | 2025-04-02?", "Rivers and rights | 2024-05-01");
    }
}
