package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.migration.PagesOfManyKindsTest.events;

import org.junit.jupiter.api.Test;

/** Lists of one line for each event, with its date at the beginning, in whatever words. */
class LinesThatBeginWithDatesTest {

    @Test
    void aRangeMayBeginWithAWord() {
        assertThat(
                        events(
                                """
                        Past events

                        12 March 2016 - Seed fair (Turin)
                        From 5 to 7 May 2016 - Walk by the lake (Graz)
                        From the 2nd to the 4th of June 2017 - Open days (Turin)
                        3 July 2017 - Prize of the readers (Mons)
                        """))
                .containsExactly(
                        "Seed fair (Turin) | 2016-03-12",
                        "Walk by the lake (Graz) | 2016-05-05/2016-05-07",
                        "Open days (Turin) | 2017-06-02/2017-06-04",
                        "Prize of the readers (Mons) | 2017-07-03");
        assertThat(
                        events(
                                """
                        Événements passés

                        Le 12 mars 2016 - Foire aux graines (Namur)
                        Les 5 et 6 mai 2016 - Promenade (Mons)
                        Les 11 et 12 juin 2017 - Portes ouvertes (Namur)
                        """))
                .containsExactly(
                        "Foire aux graines (Namur) | 2016-03-12",
                        "Promenade (Mons) | 2016-05-05/2016-05-06",
                        "Portes ouvertes (Namur) | 2017-06-11/2017-06-12");
    }

    @Test
    void aYearIsADateOfALineToo() {
        assertThat(
                        events(
                                """
                        Past events

                        12 March 2016 - Seed fair (Turin)
                        2017 - Walk by the lake (Graz)
                        May 2018 - Open days (Turin)
                        3 July 2018 - Prize of the readers (Mons)
                        2019: Harvest (Mons)
                        """))
                .containsExactly(
                        "Seed fair (Turin) | 2016-03-12",
                        "Walk by the lake (Graz) | 2017?",
                        "Open days (Turin) | 2018-05",
                        "Prize of the readers (Mons) | 2018-07-03",
                        "Harvest (Mons) | 2019?");
    }
}
