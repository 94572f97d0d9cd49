package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells entries and their dates on pages of one kind or another, a few lines of each. */
class PagesOfManyKindsTest {

    static ReadPage read(String page) {
        return new PageReader().read(page.getBytes(StandardCharsets.UTF_8));
    }

    /** Title and date of each event; a date that is not sure with a question mark. */
    static List<String> events(String page) {
        return read(page).events().stream()
                .map(event -> event.title().value() + " | "
                        + ExpectedPage.edtf(event.date().date()).replaceAll("(T\\d\\d:\\d\\d):00", "$1")
                        + event.date()
                                .date()
                                .map(Finding::certainty)
                                .filter(certainty -> certainty != Certainty.STATED)
                                .map(doubt -> "?")
                                .orElse(""))
                .toList();
    }

    @Test
    void shortListsUnderYearsAreOneEntryAnItem() {
        assertThat(
                        events(
                                """
                        <h3>2012</h3><ul><li>14 Nov: Round table, Vienna</li><li>2-4 Oct: Summer school (Ljubljana)</li>
                        <li>May: Petition handed over</li></ul>
                        <h3>2011</h3><ul><li>9 Dec: Launch of the charter</li><li>17/18 Sept: Network meeting</li></ul>"""))
                .containsExactly(
                        "Round table, Vienna | 2012-11-14",
                        "Summer school (Ljubljana) | 2012-10-02/2012-10-04",
                        "Petition handed over | 2012-05",
                        "Launch of the charter | 2011-12-09",
                        "Network meeting | 2011-09-17/2011-09-18");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tbc",
                "Mon 3/4",
                "Q2",
                "1st week of March",
                "Easter",
                "Summer",
                "Late May",
                "May/June",
                "Week 23",
                "date unknown",
                "date à confirmer",
                "1ère semaine de mars",
                "Fin mai"
            })
    void anItemWhoseDateCannotBeReadIsAnEntryOfItsOwn(String when) {
        for (String page : List.of(
                "<h2>2014</h2><ul><li>20 Dec: Winter fair</li><li>%s: Donor dinner</li><li>1 Dec: Board</li></ul>",
                "<h2>2014</h2><p>20 Dec: Winter fair</p><p>%s: Donor dinner</p><p>1 Dec: Board</p>",
                "<h2>2014</h2><ul><li>%s: Donor dinner</li><li>20 Dec: Winter fair</li><li>1 Dec: Board</li></ul>")) {
            ReadPage read = read(String.format(page, when));

            assertThat(read.events())
                    .extracting(event -> event.title().value())
                    .containsExactlyInAnyOrder("Winter fair", "Donor dinner", "Board");
            assertThat(read.events()).allSatisfy(event -> {
                boolean dinner = event.title().value().equals("Donor dinner");
                boolean sure = event.date()
                        .date()
                        .filter(date -> date.certainty() == Certainty.STATED)
                        .isPresent();
                assertThat(sure).isEqualTo(!dinner);
                assertThat(event.entry().passage().in(read.text()).contains(when))
                        .isEqualTo(dinner);
            });
        }
    }

    @Test
    void anItemBetweenEntriesIsOneThoughNothingTellsWhenItWas() {
        assertThat(
                        events(
                                """
                        <h2>2014</h2><ul><li>20 Dec: Winter fair</li><li>6 Dec: Concert</li><li>Donor dinner with the guests of honour</li>
                        <li>1 Dec: Board</li><li>2 Nov: Walk</li></ul>"""))
                .hasSize(5)
                .contains("Winter fair | 2014-12-20", "Concert | 2014-12-06", "Board | 2014-12-01")
                .anyMatch(event -> event.startsWith("Donor dinner"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            CANCELLED: Winter fair; cancelled
            Winter fair – POSTPONED; postponed
            Winter fair (annulé); cancelled
            Winter fair (reporté); postponed
            Winter fair [cancelled]; cancelled
            Winter fair; ''
            """)
    void whatIsMarkedAsCancelledOrPostponedIsThat(String title, String status) {
        for (String page : List.of(
                "<h3>%s</h3><p>3 May 2014</p><p>We dance.</p><h3>Board</h3><p>4 May 2014</p><p>We sit.</p>",
                "<ul><li>3 May 2014: %s</li><li>4 May 2014: Board</li></ul>",
                "<table><tr><th>Date</th><th>Title</th></tr><tr><td>3 May 2014</td><td>%s</td></tr><tr><td>4 May 2014</td><td>Board</td></tr></table>")) {
            ReadEvent event = read(String.format(page, title)).events().get(0);

            assertThat(event.title().value()).as(page).isEqualTo("Winter fair");
            assertThat(event.status().map(Finding::value).orElse("")).as(page).isEqualTo(status);
            assertThat(event.place()).isEmpty();
            assertThat(event.body().html()).doesNotContainIgnoringCase("cancelled");
        }
    }

    @Test
    void aSentenceThatSaysSoIsNotSure() {
        ReadPage page = read(
                "<h3>Winter fair</h3><p>3 May 2014</p><p>The event has been postponed.</p><h3>Board</h3><p>4 May 2014</p>"
                        + "<p>Cancelled</p><h3>Walk</h3><p>5 May 2014</p><p>The vote on the law was postponed to June.</p>");

        assertThat(page.events().get(0).status()).hasValueSatisfying(status -> {
            assertThat(status.value()).isEqualTo("postponed");
            assertThat(status.certainty()).isEqualTo(Certainty.DOUBTFUL);
        });
        assertThat(page.events().get(1).status().map(Finding::value)).contains("cancelled");
        assertThat(page.events().get(2).status()).isEmpty();
    }

    @Test
    void aTownBehindATitleIsAPlaceInDoubt() {
        assertThat(read("<ul><li>14 Nov 2012: Round table, Vienna</li><li>2 Oct 2012: Board</li></ul>")
                        .events()
                        .get(0)
                        .place()
                        .flatMap(FoundPlace::city))
                .hasValueSatisfying(city -> {
                    assertThat(city.value()).isEqualTo("Vienna");
                    assertThat(city.certainty()).isEqualTo(Certainty.DOUBTFUL);
                });
    }

    @Test
    void whatNamesADateIsNoTown() {
        assertThat(
                        read("<h3>Meeting</h3><p>Termin: 3 May 2014 in the morning</p><h3>Walk</h3><p>Termin: 4 May 2014 in the evening</p>")
                                .events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.place()).isEmpty());
    }

    @Test
    void aShortTitleBesideItsDateIsATitle() {
        assertThat(
                        events(
                                "<h3>Gala - 4 May 2017</h3><p>We danced.</p><h3>Study visit, 3 May 2017</h3><p>We saw depots.</p>"))
                .containsExactly("Gala - 4 May 2017 | 2017-05-04", "Study visit, 3 May 2017 | 2017-05-03");
    }

    @Test
    void microdataStatesTheDateOfItsEvent() {
        assertThat(
                        events(
                                """
                        <div itemscope itemtype="http://schema.org/Event"><span itemprop="name">Day of the clock</span>
                        <meta itemprop="startDate" content="2016-09-03T09:00"><meta itemprop="endDate" content="2016-09-03T17:00">
                        <p>3 Sep</p></div>
                        <div itemscope itemtype="http://schema.org/Event"><span itemprop="name">Excursion</span>
                        <meta itemprop="startDate" content="2015-10-09"><meta itemprop="endDate" content="2015-10-11"><p>We saw Besançon.</p></div>"""))
                .containsExactly(
                        "Day of the clock | 2016-09-03T09:00/2016-09-03T17:00", "Excursion | 2015-10-09/2015-10-11");
    }

    @Test
    void jsonStatesTheDateOfTheEventThatIsCalledSo() {
        assertThat(
                        events(
                                """
                        <script type="application/ld+json">[{"@type":"Event","name":"Ringers&#8217; day","startDate":"2018-12-08T10:00:00+01:00",
                        "endDate":"2018-12-08T16:00:00+01:00","location":{"@type":"Place","name":"Tower"}},
                        {"@type":["Event"],"name":"Course","startDate":"2018-05-01T00:00:00+02:00"}, broken</script>
                        <article><h3>Ringers’ day</h3><p>Forty climbed.</p></article><article><h3>Course</h3><p>Five mornings.</p></article>"""))
                .containsExactly("Ringers’ day | 2018-12-08T10:00/2018-12-08T16:00", "Course | 2018-05-01");
    }

    @Test
    void twoEventsOfOneNameHaveNoDateOfTheOther() {
        assertThat(
                        events(
                                """
                        <script type="application/ld+json">[{"@type":"Event","name":"Meeting","startDate":"2018-12-08"},
                        {"@type":"Event","name":"Meeting","startDate":"2017-12-09"},{"@type":"Event","name":"Walk","startDate":"2016-05-01"}]</script>
                        <article><h3>Meeting</h3><p>Forty came.</p></article><article><h3>Walk</h3><p>It rained.</p></article>"""))
                .containsExactly("Meeting | ", "Walk | 2016-05-01");
    }

    @Test
    void datesOfPostingAreNoDatesOfEvents() {
        assertThat(
                        events(
                                """
                        <div class="n"><p>03.10.2014</p><h2>Exhibition</h2><p>The exhibition took place on 27 September 2014.</p></div>
                        <div class="n"><p>30.06.2014</p><h2>Meeting</h2><p>The partners met from 24 to 26 June 2014.</p></div>
                        <div class="n"><p>12.12.2013</p><h2>Press trip</h2><p>Seven journalists came.</p></div>"""))
                .containsExactly("Exhibition | 2014-09-27", "Meeting | 2014-06-24/2014-06-26", "Press trip | ");
    }

    @Test
    void thePageOfOneEventMayHaveParts() {
        assertThat(
                        events(
                                """
                        <h1>Conference on dew ponds</h1><p>22 September 2015, Winchester</p><p>Sixty people came.</p>
                        <h2>Programme</h2><p>9:30 Welcome</p><p>10:00 The pond as a mirror</p><h2>Outcome</h2><p>A map by 1 March 2016.</p>"""))
                .containsExactly("Conference on dew ponds | 2015-09-22");
    }

    @Test
    void austriansHaveTheirOwnNamesOfMonths() {
        assertThat(events("<h3>Workshop</h3><p>12.-14. Jänner 2012</p><h3>Feldtag</h3><p>3. Feber 2011</p>"))
                .containsExactly("Workshop | 2012-01-12/2012-01-14", "Feldtag | 2011-02-03");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2012-09",
        "<tr><td>No.</td><td>Date</td><td>Event</td></tr>, 2012-09",
        "<tr><th>N°</th><th>Mois</th><th>Manifestation</th></tr>, 2012-09",
        "<tr><th>Day</th><th>Month</th><th>Event</th></tr>, 2012-09-03"
    })
    void theNumberOfARowIsNoDayOfTheMonthBesideIt(String headings, String date) {
        assertThat(events(
                        """
                        <table>%s
                        <tr><td>1</td><td>29-31 May 2012</td><td>Bioenergy congress</td></tr>
                        <tr><td>2</td><td>18 June 2012</td><td>Biomass conference</td></tr>
                        <tr><td>3</td><td>Sept. 2012</td><td>Regional energy fair</td></tr></table>"""
                                .formatted(headings)))
                .contains("Regional energy fair | " + date);
    }

    @Test
    void dayMonthAndYearInCellsOfTheirOwnAreOneDate() {
        assertThat(
                        events(
                                """
                        <table><tr><td>3</td><td>Sept.</td><td>2012</td><td>Regional energy fair</td></tr>
                        <tr><td>14</td><td>Oct.</td><td>2012</td><td>Biomass conference</td></tr></table>"""))
                .containsExactly("Regional energy fair | 2012-09-03", "Biomass conference | 2012-10-14");
    }

    @ParameterizedTest
    @CsvSource({
        "Reporté de novembre 2006., 2007-01-12",
        "Moved from 3 November., 2007-01-12",
        "Verschoben vom 3. November 2006., 2007-01-12"
    })
    void theDayFromWhichAnEntryWasMovedIsNotItsOwn(String moved, String date) {
        assertThat(events(
                        """
                        2007

                        14 juin - Réunion du bureau
                        Lieu : Plymouth

                        12 janvier - Atelier de catalogage
                        Lieu : Vigo
                        %s

                        8 janvier - Assemblée générale
                        Lieu : Brest
                        """
                                .formatted(moved)))
                .anySatisfy(event -> assertThat(event).startsWith("Atelier de catalogage | " + date));
    }

    @Test
    void linesThatBeginInSmallLettersWithADateAreEntriesTooAndTheHeadOfTheTextIsNone() {
        assertThat(
                        events(
                                """
                        ASSOCIATION DES BIBLIOTHÈQUES EUROPÉENNES EN SCIENCES DE LA MER
                        Réunions et journées d'étude - archives 2006-2008
                        (texte établi par le secrétariat le 15 janvier 2009)

                        =====================================================

                        2008

                        13-14 novembre - Journées d'étude "Archives ouvertes et océanographie"
                        Lieu : Ifremer, Brest
                        47 participants. Les actes paraîtront en mars 2009.

                        12 juin - Réunion du bureau (réservée aux membres du bureau)
                        Lieu : Paris, Muséum national d'histoire naturelle

                        4 avril - Assemblée générale
                        Lieu : Ostende, Institut flamand de la mer (VLIZ)
                        Le rapport moral 2007 a été adopté à l'unanimité.

                        -----------------------------------------------------

                        2007

                        du 27 septembre au 2 octobre - Voyage d'étude à Naples et Palerme
                        Organisé par le secrétariat.
                        14 participants

                        14 juin - Réunion du bureau (réservée aux membres du bureau)
                        Lieu : Plymouth

                        22 mars - Assemblée générale
                        Lieu : Boulogne-sur-Mer, Nausicaá

                        janvier - Atelier de catalogage "Plans et cartes marines"
                        Lieu : Vigo
                        Reporté de novembre 2006.

                        -----------------------------------------------------

                        2006

                        19-20 octobre - Journées d'étude "Thésaurus multilingues"
                        Lieu : Concarneau, Station de biologie marine

                        6 avril - Assemblée générale constitutive
                        Lieu : Paris
                        Dépôt des statuts à la préfecture : 28 avril 2006.
                        """))
                .extracting(event -> event.replaceFirst(" [\"(].*[\")] \\|", " |"))
                .containsExactly(
                        "Journées d'étude | 2008-11-13/2008-11-14",
                        "Réunion du bureau | 2008-06-12",
                        "Assemblée générale | 2008-04-04",
                        "Voyage d'étude à Naples et Palerme | 2007-09-27/2007-10-02",
                        "Réunion du bureau | 2007-06-14",
                        "Assemblée générale | 2007-03-22",
                        "Atelier de catalogage | 2007-01",
                        "Journées d'étude | 2006-10-19/2006-10-20",
                        "Assemblée générale constitutive | 2006-04-06?");
    }

    @Test
    void aRowWhoseYearIsToBeConfirmedIsAnEntryInDoubt() {
        assertThat(
                        events(
                                """
                        <table><tr><th>Date</th><th>Meeting</th></tr>
                        <tr><td>22/03/2012</td><td>Extraordinary assembly</td></tr>
                        <tr><td>tbc 2011</td><td>Joint seminar</td></tr>
                        <tr><td>28/09/2011</td><td>General assembly</td></tr></table>"""))
                .containsExactly(
                        "Extraordinary assembly | 2012-03-22",
                        "Joint seminar | 2011?",
                        "General assembly | 2011-09-28");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='contentheading'><a href='#'>%s</a></div><p class='createdate'>%s 09:41</p><p>%s</p>",
                "<table class='contentpaneopen'><tr><td class='contentheading'>%s</td></tr></table>"
                        + "<table class='contentpaneopen'><tr><td class='createdate'>%s 09:41</td></tr><tr><td>%s</td></tr></table>"
            })
    void theArticlesOfAnOldJoomlaAreEntriesAndTheirPostingIsNoDateOfThem(String article) {
        assertThat(events("<h1>Ministère des forêts</h1><div class='componentheading'>Actualités</div><div>"
                        + article.formatted(
                                "Atelier sur les zones humides",
                                "Mardi, 04 Décembre 2012",
                                "L'atelier s'est tenu les 28 et 29 novembre 2012 à Yamoussoukro devant soixante personnes.")
                        + article.formatted(
                                "Journée de l'ozone",
                                "Jeudi, 20 Septembre 2012",
                                "Le ministère a célébré la journée au lycée technique avec des élèves de la ville.")
                        + article.formatted(
                                "Réunion du comité",
                                "Vendredi, 11 Mai 2012",
                                "Le comité s'est réuni le 9 mai 2012 dans les locaux du ministère, au Plateau.")
                        + "</div>"))
                .containsExactly(
                        "Atelier sur les zones humides | 2012-11-28/2012-11-29",
                        "Journée de l'ozone | ",
                        "Réunion du comité | 2012-05-09");
    }

    @Test
    void theTermsOfAListBelowAnIntroductionAreEntries() {
        assertThat(
                        events(
                                """
                        <div><h1>EUROSAND</h1></div>
                        <div><h2>Previous conferences</h2>
                        <p>EUROSAND has been held every two years since 1999. The proceedings of all conferences are available.</p>
                        <dl><dt>EUROSAND 9, Gdańsk, Poland, 7–11 September 2015</dt><dd>212 participants, 140 papers.</dd>
                        <dt>EUROSAND 8, Aveiro, Portugal, 2–6 September 2013</dt><dd>198 participants.</dd>
                        <dt>EUROSAND 7, Delft, The Netherlands, 29 August – 2 September 2011</dt><dd>240 participants.</dd>
                        <dt>EUROSAND 5, Varna, Bulgaria, 27–31 August 2007</dt><dd>The abstracts are on paper.</dd>
                        <dt>EUROSAND 3, Santander, Spain, 2003</dt><dd>The proceedings are out of print.</dd></dl>
                        <p>The first two conferences were held as national meetings and are not documented here.</p></div>
                        <div>EUROSAND 10 will be announced in due time.</div>"""))
                .extracting(event -> event.replaceAll(".*\\| ", ""))
                .containsExactly(
                        "2015-09-07/2015-09-11",
                        "2013-09-02/2013-09-06",
                        "2011-08-29/2011-09-02",
                        "2007-08-27/2007-08-31",
                        "2003?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"field field-name-body", "field field--name-body", "field field-name-field-text"})
    void theNameOfAFieldIsNoTitle(String field) {
        String event =
                "<article class='node'><h2><a href='#'>%s</a></h2><div class='field-name-field-date'>%s</div><div class='%s'><p>Hundreds of people came.</p></div></article>";

        assertThat(events(event.formatted("River summit", "17 October 2018", field)
                        + event.formatted("Webinar on dams", "5 June 2018", field)))
                .containsExactly("River summit | 2018-10-17", "Webinar on dams | 2018-06-05");
    }
}
