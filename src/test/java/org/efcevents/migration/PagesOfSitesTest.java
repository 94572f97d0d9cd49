package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What systems that make web sites, and people who write letters, put around events. A question mark is a mark of doubt. */
class PagesOfSitesTest {

    private static List<StatedEvent> events(String page) {
        return PageSource.of(new PageReader().read(page.getBytes(StandardCharsets.UTF_8)), ZoneId.of("Europe/Brussels"))
                .events();
    }

    private static String told(StatedEvent event, EventField field) {
        Optional<Finding<String>> found = event.finding(field);
        return found.map(one -> one.value() + (one.certainty() == Certainty.STATED ? "" : "?"))
                .orElse("");
    }

    private static List<String> dates(String page) {
        return events(page).stream()
                .map(event -> event.title() + " | " + told(event, EventField.DATE))
                .toList();
    }

    @Test
    void theItemsOfATextAreEntriesWhereverTheirDatesStand() {
        assertThat(
                        dates(
                                """
                        Events of the Field Network

                        1. Workshop on soil (Ghent, 12 March 2013). Some fifty farmers came and compared
                           their fields.
                        2. Annual assembly (Lisbon, 23–25 April 2013). The members adopted the plan.
                        3. Study visit (Graz, 3 June 2013). Two farms and a mill were visited in the
                            rain.
                        4. Round table on hedges (Cork, 19 September 2013). What to do with old hedges.
                        """))
                .extracting(told -> told.replaceAll("^.* \\| |\\?$", ""))
                .containsExactly("2013-03-12", "2013-04-23/2013-04-25", "2013-06-03", "2013-09-19");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<tr><td colspan=2>&nbsp;</td></tr>", "</table><table class='ev'>"})
    void rowsThatEachHaveAFactAreNoEntries(String between) {
        assertThat(dates(Stream.of(
                                "Workshop on soil, 12 March 2013",
                                "Study visit, 3 June 2013",
                                "Seed fair, 8 March 2014")
                        .map(event -> event.replaceFirst(
                                "(.*), (.*)",
                                "<tr><th>Event</th><td>$1</td></tr><tr><th>Date</th><td>$2</td></tr>"
                                        + "<tr><th>Place</th><td>Ghent</td></tr>"))
                        .collect(Collectors.joining(between, "<table class='ev'>", "</table>"))))
                .containsExactly("Workshop on soil | 2013-03-12", "Study visit | 2013-06-03", "Seed fair | 2014-03-08");
    }

    /** What is called an event begins none where each row has all of its facts. */
    @Test
    void theDateOfARowStandsBeforeWhatItIsOf() {
        assertThat(
                        dates(
                                """
                        <table><tr><th>#</th><th>When</th><th>What</th></tr>
                        <tr><td>1</td><td>17 January 2019</td><td>Joint session</td></tr>
                        <tr><td>2</td><td>28 March 2019</td><td>Hackathon on words</td></tr>
                        <tr><td>3</td><td>5 July 2019</td><td>Plenary</td></tr></table>"""))
                .containsExactly(
                        "Joint session | 2019-01-17", "Hackathon on words | 2019-03-28", "Plenary | 2019-07-05");
    }

    /** “12 and 19 March” are two dates, whose words overlap. */
    @Test
    void twoDaysThatShareAMonthAreReadInACell() {
        assertThat(
                        dates(
                                """
                        <table><tr><th>Date</th><th>Title</th></tr>
                        <tr><td>12 and 19 March 2013</td><td>Two evenings</td></tr>
                        <tr><td>9 April 2013</td><td>Lecture</td></tr>
                        <tr><td>14 May 2013</td><td>Walk</td></tr></table>"""))
                .containsExactly("Two evenings | 2013-03-12?", "Lecture | 2013-04-09", "Walk | 2013-05-14");
    }

    @Test
    void theDateAboveAHeadingIsOfTheBoxThatBothAreIn() {
        assertThat(
                        dates(
                                """
                        <div class="list"><div class="item"><span class="d">02.11.2012</span><h2>Lecture</h2>
                        <p>The lecture takes place on 20 November 2012 in the great hall.</p></div>
                        <div class="item"><span class="d">14.09.2012</span><h2>Workshop</h2><p>The workshop will take place on 11 and 12 October 2012.</p></div>
                        <div class="item"><span class="d">19.12.2011</span><h2>Colloquium</h2><p>The colloquium takes place on Friday, 27 January 2012.</p></div>
                        <div class="item"><span class="d">10.12.2011</span><h2>Walk</h2><p>A walk round the lake, with a lamp.</p></div>
                        <p>1-5 6-10 and others that are older than these five here</p></div>"""))
                .containsExactly(
                        "Lecture | 2012-11-20",
                        "Workshop | 2012-10-11/2012-10-12",
                        "Colloquium | 2012-01-27",
                        "Walk | ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Postponed because of the ash cloud and held on 14 May. | postponed?",
                "Séance annulée et reportée au 14 mai. | postponed?",
                "The meeting was postponed to 14 May 2010. | postponed?",
                "Was moved to 14 May 2010. | ''",
                "The deadline was postponed to 14 May 2010. | ''"
            })
    void ofWhatWasMovedTheDateAboveIsInDoubt(String sentence, String status) {
        StatedEvent event = events(
                        """
                <h2>2010</h2><ul><li><div>23 April</div><div>Statutory meeting</div><div>%s</div></li>
                <li><div>2 February</div><div>Round table</div><div>We spoke of the weather.</div></li></ul>"""
                                .formatted(sentence))
                .get(0);

        assertThat(told(event, EventField.DATE)).isEqualTo("2010-04-23" + (sentence.contains("deadline") ? "" : "?"));
        assertThat(told(event, EventField.STATUS)).isEqualTo(status);
    }

    @Test
    void whatWasCancelledHasTheDayForWhichItWasPlanned() {
        StatedEvent event = events(
                        """
                <p><b>Quiz night</b></p><p>CANCELLED – was to be on Friday 20 March 2020</p><p>A night of questions.</p>
                <p><b>Walk</b></p><p>13 June 2019</p><p>A walk by the water.</p>""")
                .get(0);

        assertThat(told(event, EventField.DATE)).isEqualTo("2020-03-20?");
        assertThat(told(event, EventField.STATUS)).isEqualTo("cancelled");
    }

    @Test
    void whatOnlyTellsWhenIsNoTitle() {
        assertThat(
                        dates(
                                """
                        <h2>2018</h2><table><tr><th>#</th><th>When</th><th>What</th><th>Where</th></tr>
                        <tr><td>7</td><td>Nov 29-30</td><td>Hackathon</td><td>Ghent</td></tr><tr><td>6</td><td>Jul 5, 14:00</td><td>Plenary</td><td>Rome</td></tr>
                        <tr><td>5</td><td>TBC</td><td>Drafting group</td><td>Vienna</td></tr><tr><td>4</td><td>Q1</td><td>Bilateral talks</td><td>Riga</td></tr></table>"""))
                .containsExactly(
                        "Hackathon | 2018-11-29/2018-11-30",
                        "Plenary | 2018-07-05T14:00",
                        "Drafting group | 2018?",
                        "Bilateral talks | 2018?");
        assertThat(
                        dates(
                                """
                        <p><b>Année 2007</b></p><p><b>25 janvier</b> : table ronde des juges</p><p><b>Automne</b> : séminaire sur les forêts</p>
                        <p><b>Juin (date à confirmer)</b> – <i>journée d’étude</i></p><p><b>14 décembre</b> : remise du prix</p>"""))
                .containsExactly(
                        "table ronde des juges | 2007-01-25",
                        "séminaire sur les forêts | 2007?",
                        "journée d’étude | 2007?",
                        "remise du prix | 2007-12-14");
    }

    @Test
    void paragraphsAroundTheEventsAreNone() {
        assertThat(
                        dates(
                                """
                        <h1>Colloques</h1><div><p>Responsable : le professeur de droit public. Les séances ont lieu de 14h à 17h, salle des Actes.</p>
                        <p><b>9 octobre 2009</b> – <i>Le traité de Lisbonne</i><br>Une discussion.</p><p><b>20 novembre 2009</b> – <i>La politique agricole</i><br>Un exposé.</p>
                        <p><b>15 janvier 2010</b> – <i>La citoyenneté</i><br>Un débat.</p><p>Pour les années précédentes : <a href="a">2008-2009</a>, <a href="b">2007-2008</a>.</p></div>"""))
                .containsExactly(
                        "Le traité de Lisbonne | 2009-10-09",
                        "La politique agricole | 2009-11-20",
                        "La citoyenneté | 2010-01-15");
    }

    @Test
    void theLinesOfALetterThatAreWrappedGoOn() {
        List<StatedEvent> events = events(
                """
                From: Secretariat <news@parliament.example>
                Date: Tue, 3 Mar 2009 08:14:22 +0100
                Subject: Newsletter 14

                Dear friends,

                here are our dates.

                DIARY
                -----

                * 26 March 2009 - Seminar "Broadband", Brussels. Speakers: Peter Backa, rural
                  policy advisor, Village Movement. Registration until
                  20 March.

                * 23-24 April 2009 - Fair in spring. Free entry. For
                  members only.

                * Monday 4 May 2009, 10.00-16.00 - Steering group of the whole
                  movement, by telephone.

                * 11 to 14 June 2009 - Village tour through Saxony.

                * Early 2010 - Conference on the farms

                WHAT HAPPENED
                -------------

                The winter was long and there was much snow on the roads.

                --
                Secretariat, Box 21, since 3 May 2001
                """);

        assertThat(events)
                .extracting(
                        StatedEvent::title,
                        event -> told(event, EventField.DATE),
                        event -> told(event, EventField.CLOSED))
                .containsExactly(
                        tuple("Seminar \"Broadband\", Brussels", "2009-03-26", ""),
                        tuple("Fair in spring", "2009-04-23/2009-04-24", "yes"),
                        tuple("Steering group of the whole movement, by telephone", "2009-05-04T10:00/16:00", ""),
                        tuple("Village tour through Saxony", "2009-06-11/2009-06-14", ""),
                        tuple("Conference on the farms", "2010?", ""));
        assertThat(events.get(0).people()).extracting(StatedPerson::role).containsExactly("rural policy advisor");
        assertThat(events.get(4).text(EventField.REPORT)).doesNotContain("winter");
    }

    @Test
    void theDaysOfAProgrammeAreOfOneEvent() {
        List<StatedEvent> events = events(
                """
                <h1>Rail Safety Days 2016</h1><p>Grand Palais, Lille, 7 – 9 June 2016</p>
                <h2>Day 1 – Tuesday, 7 June</h2><table><tr><td>09:30</td><td><b>Opening</b></td></tr><tr><td>14:00</td><td><b>Meeting of bodies</b> (closed session)</td></tr></table>
                <h2>Day 2 – Wednesday, 8 June</h2><table><tr><td>09:00</td><td><b>Workshop A</b></td></tr></table>
                <h2>Day 3 – Thursday, 9 June</h2><table><tr><td>09:00</td><td><b>Round table</b></td></tr></table>""");

        assertThat(events)
                .extracting(
                        StatedEvent::title,
                        event -> told(event, EventField.DATE),
                        event -> told(event, EventField.CLOSED))
                .containsExactly(tuple("Rail Safety Days 2016", "2016-06-07/2016-06-09", "yes?"));
        assertThat(events.get(0).text(EventField.REPORT)).contains("Day 2 – Wednesday, 8 June", "Workshop A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On Tuesday, 3 May 2012, Prof. Elspeth Guild will speak of borders. | '' | ''",
                "3 May 2012, Champs Libres, Rennes | Champs Libres? | Rennes?",
                "Place: Théâtre Quartier Libre | Théâtre Quartier Libre | ''",
                "Place: Casablanca, Rabat, Tanger | '' | Casablanca, Rabat, Tanger?",
                "Place: Hotel Bloom, Brussels | Hotel Bloom | Brussels",
                "Place: Valletta, Malta | '' | Valletta"
            })
    void whatIsNoTownIsNone(String line, String venue, String city) {
        StatedEvent event = events(
                        "<h3>Forum on water</h3><p>" + line + "</p><p>We spoke of water and of wells, 3 May 2012.</p>"
                                + "<h3>Forum on air</h3><p>24 April 2012, Ghent. We spoke of air and of wind.</p>")
                .get(0);

        assertThat(told(event, EventField.VENUE)).isEqualTo(venue);
        assertThat(told(event, EventField.CITY)).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meeting (partners only) | We met. | yes",
                "Meeting (closed) | We met. | yes",
                "Assemblée (réservée aux adhérents) | Le rapport a été lu. | yes",
                "Meeting | Members only. Nominations had to be sent. | yes",
                "Meeting | Trustees and staff only. | yes",
                "Meeting | Not open to observers | yes",
                "Réunion | Séance non publique. | yes",
                "Réunion | Le 3 mai. Réservé aux bénévoles. | yes",
                "Meeting | We met. Internal event for candidates only. | yes?",
                "Meeting | Held behind closed doors. | yes?",
                "Meeting | We spoke of the closed mines. | ''"
            })
    void whoMayComeIsSaidInManyWays(String title, String words, String closed) {
        StatedEvent event = events("<h3>" + title + "</h3><p>3 May 2012</p><p>" + words
                        + "</p><h3>Forum on air</h3><p>24 April 2012</p><p>We spoke.</p>")
                .get(0);

        assertThat(told(event, EventField.CLOSED)).isEqualTo(closed);
    }

    @Test
    void aHeadingOfThePageTellsTheYearOfAllDays() {
        assertThat(
                        dates(
                                "<h1>Agenda de l’année 2013</h1><h3>Semaine</h3><p>Du 6 au 12 mai</p><h3>Formation</h3><p>Jeudi 16 mai à 18h30</p>"))
                .containsExactly("Semaine | 2013-05-06/2013-05-12", "Formation | 2013-05-16T18:30");
    }

    @Test
    void twoDaysThatAreMarkedAreFromOneToTheOther() {
        assertThat(
                        dates(
                                """
                        <h3>Mission</h3><p><time datetime="2017-11-26">26</time> – <time datetime="2017-12-01">1er décembre 2017</time></p><p>We went.</p>
                        <h3>Café</h3><p>5th March 2014, 10am–12 noon</p><p>We drank.</p>"""))
                .containsExactly("Mission | 2017-11-26/2017-12-01", "Café | 2014-03-05T10:00/12:00");
    }

    @Test
    void whoseCabinetCameDidNotComeForThat() {
        assertThat(events("<h3>Round table with Commissioner Vassiliou's cabinet</h3><p>3 May 2012</p><p>We spoke.</p>"
                        + "<h3>Lunch with Commissioner Vassiliou</h3><p>4 May 2012</p><p>We ate.</p>"))
                .extracting(event -> event.people().size())
                .containsExactly(0, 1);
    }

    @Test
    void aMonthOfATitleIsNotItsDateWhereTheTextNamesADay() {
        assertThat(dates("<h2>Remembering May 1968</h2><p>Film night with introduction. 22 May 2008, 8 pm.</p>"
                        + "<h2>Europe 2020</h2><p>Lecture by Maria Rodrigues on 17 March 2011 in the Old Library.</p>"))
                .containsExactly("Remembering May 1968 | 2008-05-22T20:00?", "Europe 2020 | 2011-03-17?");
    }

    @Test
    void aCardWithOneClassMoreIsACard() {
        assertThat(
                        dates(
                                """
                        <div><article class="evt"><div><span class="d">12</span><span class="m">mars</span><span class="y">2015</span></div><div><h3>Rencontre</h3><p>Un plan a été présenté.</p></div></article>
                        <article class="evt"><div><span class="d">1<sup>er</sup></span><span class="m">juin</span><span class="y">2015</span></div><div><h3>Journée</h3><p>Une journée pour tous.</p></div></article>
                        <article class="evt annule"><div><span class="d">17</span><span class="m">mars</span><span class="y">2016</span></div><div><h3>Formation</h3><p>Une formation de plus.</p></div></article></div>"""))
                .containsExactly("Rencontre | 2015-03-12", "Journée | 2015-06-01", "Formation | 2016-03-17");
    }

    @Test
    void thePartsOfThePageOfOneEventAreNone() {
        List<StatedEvent> events = events(
                """
                <h1>Smart Villages Forum</h1><table><tr><th>Date</th><td>21/02/2018 - 22/02/2018</td></tr><tr><th>Venue</th><td>Hotel Red, Brussels</td></tr></table>
                <h2>Background</h2><p>The action was launched on 11 April 2017.</p><h2>Speakers</h2><ul><li>Franc Bogovič, MEP</li></ul>
                <h2>Related events</h2><ul><li>Networking meeting, 23/02/2018</li><li>Seminar, 05/06/2018</li></ul>""");

        assertThat(events)
                .extracting(StatedEvent::title, event -> event.text(EventField.DATE))
                .containsExactly(tuple("Smart Villages Forum", "2018-02-21/2018-02-22"));
    }

    @Test
    void datedItemsBelowHeadingsAreEntries() {
        assertThat(
                        dates(
                                """
                        <h2>General Assembly</h2><ul><li><b>General Assembly, Copenhagen, 26 June 2013</b><br><a href="a.pdf">Agenda</a></li>
                        <li><b>General Assembly, Warsaw, 20 June 2012</b><br><a href="b.pdf">Agenda</a></li></ul>
                        <h2>Committee</h2><ul><li><b>Committee, Stockholm, 13-14 May 2013</b><br>A letter was sent.</li><li><b>Committee, Helsinki, 1 February 2013</b></li></ul>"""))
                .extracting(event -> event.replaceFirst(".*\\| ", ""))
                .containsExactly("2013-06-26", "2012-06-20", "2013-05-13/2013-05-14", "2013-02-01");
    }

    @Test
    void yearsOfATermAreOfEachOfItsDefinitions() {
        assertThat(
                        dates(
                                """
                        <dl><dt>1998</dt><dd>Founding meeting in Plön, 14 February. Twelve people signed.</dd><dd>Excursion to the sea, 5 to 7 June.</dd>
                        <dt>1999</dt><dd>Conference in Rostock, 23–26 September. Fifty people came.</dd></dl>"""))
                .extracting(event -> event.replaceFirst(".*\\| ", ""))
                .containsExactly("1998-02-14?", "1998-06-05/1998-06-07?", "1999-09-23/1999-09-26");
    }

    @Test
    void boldDaysBelowAMonthAreNoTitles() {
        assertThat(
                        dates(
                                """
                        <h1>Diary 2011</h1><h2>October</h2><p><b>3-4</b> Street festival, Market Square.</p><p><b>Fri 14</b> Annual dinner, The Swan. Tickets by 30 September.</p>
                        <h2>November</h2><p><b>11</b> Act of Remembrance</p><p><b>Late November</b> Christmas lights</p>"""))
                .containsExactly(
                        "Street festival, Market Square | 2011-10-03/2011-10-04",
                        "Annual dinner, The Swan | 2011-10-14",
                        "Act of Remembrance | 2011-11-11",
                        "Christmas lights | 2011-11?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<del>19 March 2020</del> 24 September 2020 | 2020-09-24 | ''",
                "<s>19 March 2020</s> | 2020-03-19? | ''",
                "2 April 2020 – POSTPONED, new date to be announced | 2020-04-02? | postponed",
                "14–16 May 2020 (cancelled) | 2020-05-14/2020-05-16 | cancelled",
                "rescheduled from 28 April to 3 November 2020 | 2020-11-03 | ''",
                "Saturday 10 October 2020 (originally 16 May 2020) | 2020-10-10 | ''"
            })
    void ofDatesOfBeforeAndNowTheOneThatHoldsIsTaken(String words, String date, String status) {
        StatedEvent event = events("<h3>Training</h3><p><b>Date:</b> " + words
                        + "</p><p>A day for all.</p><h3>Walk</h3><p>Date: 3 May 2020</p><p>A walk.</p>")
                .get(0);

        assertThat(told(event, EventField.DATE)).isEqualTo(date);
        assertThat(told(event, EventField.STATUS)).isEqualTo(status);
        assertThat(event.text(EventField.REPORT)).doesNotContain("19 March");
    }

    @Test
    void anEmptyCellBelowAYearIsOfThatYear() {
        assertThat(
                        dates(
                                """
                        <table><tr><th>Année</th><th>Date</th><th>Objet</th></tr><tr><td>2011</td><td>12 janvier</td><td>Réforme</td></tr>
                        <tr><td></td><td>26 janvier</td><td>Avis</td></tr><tr><td>2012</td><td>18 janvier</td><td>Emploi</td></tr><tr><td>&nbsp;</td><td>7 février</td><td>Visite</td></tr></table>"""))
                .extracting(event -> event.replace("?", ""))
                .containsExactly(
                        "Réforme | 2011-01-12", "Avis | 2011-01-26", "Emploi | 2012-01-18", "Visite | 2012-02-07");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<time class='published' datetime='2014-04-30'>30 April 2014</time> | The event took place on 29 May 2014 in Malmö. | 2014-05-29",
                "<span class='news-date'>30.04.2014</span> | The event took place on 29 May 2014 in Malmö. | 2014-05-29",
                "30 April 2014 | You are invited to Graz on 29 May 2014. | 2014-04-30?",
                "30 April 2014 | We met in the great hall. | 2014-04-30"
            })
    void theDayOfThePostingIsNotThatOfTheEvent(String line, String sentence, String date) {
        StatedEvent event = events("<article><h2>Lecture</h2><p>" + line + "</p><p>" + sentence + "</p></article>"
                        + "<article><h2>Walk</h2><p>3 May 2014</p><p>A walk by the water.</p></article>")
                .get(0);

        assertThat(told(event, EventField.DATE)).isEqualTo(date);
    }

    @Test
    void oneOfSeveralPlacesForADayIsNoneForOthers() {
        assertThat(
                        dates(
                                "<h2>Forum</h2><p>Vendredi 7 juin 2013</p><p>Une deuxième rencontre est prévue en juillet 2018.</p><h2>Walk</h2><p>3 May 2014</p><p>A walk.</p>"))
                .contains("Forum | 2013-06-07");
    }

    /** Facts of one event, and a table that names no columns. */
    @Test
    void aRowOfFewWordsIsNotTheHeadingOfATable() {
        StatedEvent event = events(
                        """
                <h1>Seed fair</h1><table><tr><th>Date</th><td>12 March 2013</td></tr><tr><th>Place</th><td>Ghent, Belgium</td></tr>
                <tr><th>Organiser</th><td>Seed savers</td></tr></table><p>Seeds were swapped all day.</p>""")
                .get(0);
        assertThat(event.title()).isEqualTo("Seed fair");
        assertThat(event.text(EventField.CITY)).isEqualTo("Ghent");
        assertThat(
                        dates(
                                """
                        <table><tr><td>Early summer</td><td>Study visit</td><td>Graz</td></tr><tr><td>3 May 2013</td><td>Board meeting</td><td>Rome</td></tr>
                        <tr><td>4 June 2013</td><td>Seed fair</td><td>Ghent</td></tr></table>"""))
                .containsExactly("Study visit | ", "Board meeting | 2013-05-03", "Seed fair | 2013-06-04");
    }

    @Test
    void whatAnEntryIsAboutDoesNotMakeFurnitureOfIt() {
        assertThat(
                        dates(
                                """
                        <div class="post category-newsletter"><h2>Board</h2><p>3 May 2013</p><p>We sat.</p></div>
                        <div class="post category-events"><h2>Fair</h2><p>4 June 2013</p><p>We danced.</p></div>
                        <div class="event social"><h2>Party</h2><p>5 June 2013</p><p>We ate.</p></div>"""))
                .containsExactlyInAnyOrder("Board | 2013-05-03", "Fair | 2013-06-04", "Party | 2013-06-05");
        assertThat(
                        dates(
                                """
                        <article><h2>Board</h2><aside>3 May 2013</aside><p>We sat.</p></article><article><h2>Fair</h2><aside>4 June 2013</aside><p>We danced.</p></article>
                        <footer>Printed on 3 May 2015</footer>"""))
                .containsExactly("Board | 2013-05-03", "Fair | 2013-06-04");
    }

    @Test
    void noEntryGoesOnIntoTheNextBoxOfItsKind() {
        assertThat(
                        dates(
                                """
                        <h2>Upcoming events</h2><div class="up"><h3>Seed fair</h3><div>8 March 2014</div><p>More than two hundred came to it.</p></div>
                        <div class="up"><h3>Board meeting</h3><div>20 May 2014</div><p>The board will sit for a day.</p></div>
                        <h2>Past events</h2><ul><li>1 May 2013: Walk round the lake</li><li>2 April 2013: Talk on apples</li><li>3 March 2013: Visit of a farm</li>
                        <li>4 February 2013: Dinner of members</li><li>5 January 2013: New year's swim</li></ul>"""))
                .doesNotContain("Board meeting | 2014-03-08");
    }

    @Test
    void aTitleGoesOnBehindAColon() {
        assertThat(
                        dates(
                                "<ul><li>12 March 2013: Workshop: measuring the quality of rivers</li><li>3 May 2013: Board meeting</li></ul>"))
                .containsExactly(
                        "Workshop: measuring the quality of rivers | 2013-03-12", "Board meeting | 2013-05-03");
    }

    /** As clocks in Brussels show it. The name of a zone that is not that of its clocks on that day is written loosely. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13 January 2014, 10:00 CET | 2014-01-13T10:00",
                "13 July 2014, 10:00 CET | 2014-07-13T10:00?",
                "13 July 2014, 10:00–12:00 CEST | 2014-07-13T10:00/12:00",
                "13 July 2014, 14.00 BST | 2014-07-13T15:00",
                "13 January 2014, 9 am EST | 2014-01-13T15:00",
                "13 January 2014, 8 pm EST | 2014-01-14T02:00",
                "13 July 2014, 9 am ET | 2014-07-13T15:00",
                "13 July 2014, 15:00 UTC | 2014-07-13T17:00",
                "13 July 2014, 15:00-16:30 (GMT+1) | 2014-07-13T16:00/17:30",
                "13 July 2014, 15:00 GMT | 2014-07-13T16:00?",
                "13 July 2014, 15:00 (local time) | 2014-07-13T15:00",
                "13 July 2014, 15:00 IST | 2014-07-13T15:00?"
            })
    void aTimeIsAsTheArchivesClocksShowIt(String line, String date) {
        StatedEvent event = events("<h3>Webinar</h3><p>" + line
                        + "</p><p>We spoke of rain.</p><h3>Walk</h3><p>3 May 2014</p><p>A walk.</p>")
                .get(0);

        assertThat(told(event, EventField.DATE)).isEqualTo(date);
    }

    @Test
    void whenTheNextWillBeDoesNotMakeALineOfDateAndPlaceOneOfThePosting() {
        assertThat(
                        dates(
                                """
                        <div><h3>Conference</h3><p>20.09.2008, Rotterdam, The Netherlands</p><p>The next meeting will be held on 23 November 2008 in Malmö.</p></div>
                        <div><h3>Info day</h3><p>Turin, 19 November 2009</p><p>The next meeting will be held on 27 January 2010 in Vilnius.</p></div>
                        <div><h3>Visit</h3><p>15.06.2004, Cork</p><p>The next meeting will be held on 9 September 2004.</p></div>"""))
                .containsExactly("Conference | 2008-09-20?", "Info day | 2009-11-19?", "Visit | 2004-06-15?");
    }
}
