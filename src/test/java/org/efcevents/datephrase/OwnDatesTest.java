package org.efcevents.datephrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry says of itself, and what it says of other things. A question mark is a mark of doubt. */
class OwnDatesTest {

    /** An entry of blocks, the first of which is its title. */
    private static final class Page {

        private final StringBuilder text = new StringBuilder();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Block> headings = new ArrayList<>();
        private Passage title;

        Page heading(String words) {
            headings.add(block(Block.Kind.HEADING, words, Set.of(), List.of()));
            return this;
        }

        Page title(String words) {
            blocks.add(block(Block.Kind.HEADING, words, Set.of(), List.of()));
            title = blocks.get(blocks.size() - 1).passage();
            return this;
        }

        Page add(Block.Kind kind, String words, String... labels) {
            blocks.add(block(kind, words, Set.of(labels), List.of()));
            return this;
        }

        Page text(String words) {
            return words == null ? this : add(Block.Kind.PARAGRAPH, words);
        }

        Page time(String words, String value, String... labels) {
            Passage passage = new Passage(text.length(), text.length() + words.length());
            blocks.add(block(
                    Block.Kind.PARAGRAPH, words, Set.of(labels), List.of(new Mark(Mark.Kind.TIME, passage, value))));
            return this;
        }

        private Block block(Block.Kind kind, String words, Set<String> labels, List<Mark> marks) {
            Passage passage = new Passage(text.length(), text.length() + words.length());
            text.append(words).append('\n');
            return new Block(kind, 0, passage, 0, labels, marks);
        }

        OwnDate read() {
            return new OwnDates(DatePhrases.of(text.toString()))
                    .of(new Entry(text.toString(), Optional.ofNullable(title), blocks, headings));
        }

        String told() {
            return read().date()
                    .map(date -> date.value().edtf().replaceAll("(T\\d\\d:\\d\\d):00", "$1")
                            + (date.certainty() == Certainty.STATED ? "" : "?"))
                    .orElse("none");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WP3 workshop | The workshop took place in Rome on 3 and 4 May 2011. | 2011-05-03/2011-05-04",
                "WP3 workshop | The workshop will be held on 3 May 2011. Registration is open until 20 April 2011. | 2011-05-03",
                "WP3 workshop | The workshop was held from 3 to 5 May 2011 in Rome. | 2011-05-03/2011-05-05",
                "Workshop | The workshop, originally planned for 3 May 2011, was held on 10 May 2011 in Rome. | 2011-05-10",
                "WP1 | On Monday, 2 May 2011, WP1 met in Rome. | 2011-05-02",
                "WP1 | WP1 members met in Rome on 2 May. | XXXX-05-02",
                "Séminaire | Le séminaire aura lieu le 3 mai 2011 à Paris. | 2011-05-03",
                "Séminaire | Le séminaire, qui devait avoir lieu le 3 mai 2011, est reporté au 10 juin 2011. | 2011-06-10",
                "Réunion | La réunion s'est tenue les 3 et 4 mai 2011 à Paris. | 2011-05-03/2011-05-04",
                "Réunion | Le GT2 s’est réuni à Liège le 12 février 2013 pour choisir les dates. | 2013-02-12",
                "Réunion | Elles ont eu lieu à Sedan, en octobre 2011. | 2011-10",
                "Treffen | Das Treffen fand am 3. Mai 2011 in Berlin statt. | 2011-05-03",
                "Bijeenkomst | De bijeenkomst vond plaats op 3 mei 2011. | 2011-05-03",
                "Conference | The conference has been postponed from 3 May 2011 to 5 June 2011. | 2011-06-05",
                "Conference | The conference was moved to 5 June 2011. | 2011-06-05",
                "Conference | The conference is scheduled to take place on 5 June 2011. | 2011-06-05",
                "Launch of the portal | The portal was launched on 1 March 2012 in Lille. | 2012-03-01",
                "WP5 meeting | The next meeting of WP5 will take place on July the 3rd, 2014. | 2014-07-03",
                "Conference | The conference gathered 200 people. It took place on 3 May 2014 in Paris. | 2014-05-03",
                "Third meeting | (Closed session) The group met on 3 May 2014. | 2014-05-03"
            })
    void whatASentenceSaysOfTheEvent(String title, String words, String told) {
        assertThat(new Page().title(title).text(words).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Steering Group | The group met to prepare the conference of 5 June 2012.",
                "Steering Group | The group met to prepare the conference on 5 June 2012.",
                "WP2 meeting | WP2 met in Oslo. The next meeting will be held on 4 June 2012.",
                "WP2 meeting | WP2 met in Oslo and agreed that the next meeting will be held on 4 June 2012.",
                "WP2 meeting | Its next meeting is planned for 16.04.2013 in Vienna.",
                "WP2 meeting | WP2 met in Oslo. The following meeting takes place on 4 June 2012.",
                "Meeting | Following the conference held on 3 May 2011, members met to discuss the results.",
                "Meeting | A second meeting is expected to take place in June 2014.",
                "Meeting | The training is expected to take place on 4 June 2014.",
                "Meeting | The training, due to take place on 4 June 2014, was discussed.",
                "Meeting | WP5 met for a session on the event which will take place on 15 October 2013.",
                "Directive | The Directive, adopted on 13 December 2011, was presented to members.",
                "Newsletter | The newsletter was published on 3 May 2011.",
                "Guest lecture | Professor Smith, born on 3 May 1950, gave a lecture.",
                "Launch | On 3 May 2011, the Commission published its proposal. WP1 met to discuss it.",
                "Meeting | The meeting will not take place on 3 May 2011.",
                "Meeting | Since 3 May 2011 the group has met twice.",
                "Meeting | The group has met regularly since its foundation on 3 May 2011.",
                "Meeting | The group met in the presence of the minister, who had taken office on 3 May 2011.",
                "Meeting | WP4 met in Paris on the margins of the summit of 3 May 2011.",
                "Meeting | The report on the 2010 activities was adopted in 2011.",
                "Meeting | The discussion will resume via conference call in January 2015.",
                "Meeting | WP1 met in Brussels to review the actions undertaken in 2014.",
                "Meeting | The deadline for corrections is 15 December 2014.",
                "Meeting | The project runs from 1 September 2012 to 31 August 2015.",
                "Conférence | Le GT2 a fait le point ; la prochaine conférence aura lieu le 8 janvier 2013.",
                "Réunion | L’appel sera publié dans le Bulletin n° 7 (avril 2010).",
                "Réunion | Les inscriptions sont ouvertes jusqu’au 1er mai 2012.",
                "EU Strategy 2020 | The strategy was presented.",
                "Towards the 2014 elections | A debate.",
                "Preparing the conference of 3 May 2014 | A debate.",
                "WP1 | WP1 will meet next on 3 May 2014.",
                "WP1 | Next meeting: 3 May 2014",
                "WP1 | The deadline was postponed to 6 June 2011 by the members who met in Rome.",
                "WP1 | The meeting was cancelled on 3 May 2011.",
                "WP1 | More information will be available from 3 May 2011."
            })
    void whatItSaysOfOtherThings(String title, String words) {
        assertThat(new Page().title(title).text(words).told()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Workshop | Register by 20 April 2011. The workshop takes place on 3 May 2011. | 2011-05-03?",
                "Webinar | Please join us on 3 May 2011 for a webinar. | 2011-05-03?",
                "Kick-off | The project started on 1 January 2011. The kick-off took place on 15 January 2011. | 2011-01-15?",
                "Forum | Save the date! 3 May 2011 | 2011-05-03?",
                "Award | The prize was awarded on 3 May 2011 in Rome. | 2011-05-03?",
                "Exhibition | The exhibition runs from 3 May to 5 June 2011. | 2011-05-03/2011-06-05?",
                "Summer school | The summer school, which should have taken place from 8 to 12 July 2013, had to be cancelled. | 2013-07-08/2013-07-12?",
                "Festival 1997 | A festival. | 1997?",
                "Meeting | In the spring of 2011, nine people met. | 2011?",
                "Meeting | WP1 met on 03/04/2014. | 2014-04-03?",
                "Course | Three afternoons, on 4, 11 and 18 February 2014. | 2014-02-04?",
                "Conference, 3 May 2011 | The conference took place on 4 May 2011. | 2011-05-03?",
                "Course | WP1 met on Monday 3 May 2011 | 2011-05-03?",
                "Course | The group met on 24-26 June in Rome | XXXX-06-24?"
            })
    void whatIsDoubtful(String title, String words, String told) {
        assertThat(new Page().title(title).text(words).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Debriefing | The climate summit took place from 30 November to 12 December 2015 in Paris. Our debriefing followed on 20 January 2016 in Lyon. | 2016-01-20?",
                "Débriefing | Le sommet sur le climat a eu lieu du 30 novembre au 12 décembre 2015 à Paris. Notre débriefing a suivi le 20 janvier 2016 à Lyon. | 2016-01-20?",
                "Prize giving | The jury met on 2 April 2011. The prizes were handed over in Ghent on 9 May 2011. | 2011-04-02?",
                "Remise des prix | Le jury s'est réuni le 2 avril 2011. Les prix ont été remis à Gand le 9 mai 2011. | 2011-05-09?",
                "Hearing | The conference of ministers was held on 4 March 2010 in Sofia; on 25 March 2010, our members were heard. | 2010-03-25?",
                "Audition | La conférence des ministres s'est tenue le 4 mars 2010 à Sofia ; le 25 mars 2010, nos membres ont été entendus. | 2010-03-25?",
                "Round table | The next round table will be held on 3 October 2018 in Graz; this one took place on 3 October 2017. | 2017-10-03",
                "Table ronde | La prochaine table ronde aura lieu le 3 octobre 2018 à Graz ; celle-ci a eu lieu le 3 octobre 2017. | 2017-10-03",
                "WP1 meeting | WP1 met on 3 May 2011 in Rome. Our report came out on 9 June 2011. | 2011-05-03?"
            })
    void aDayThatAnotherSentenceNamesMayBeItsOwn(String title, String words, String told) {
        assertThat(new Page().title(title).text(words).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WP1 meeting | WP1 met on 3 May 2011. The minutes were published on 9 June 2011. | 2011-05-03",
                "WP1 meeting | WP1 met on 3 May 2011. Registration closes on 1 May 2011. | 2011-05-03",
                "WP1 meeting | WP1 met on 3 May 2011. It spoke of the Directive of 13 December 2010. | 2011-05-03",
                "WP1 meeting | WP1 met on 3 May 2011. It spoke of Directive 2011/93/EU (13 December 2010). | 2011-05-03",
                "WP1 meeting | WP1 met on 3 May 2011. The next meeting is on 9 June 2011. | 2011-05-03",
                "Réunion | Le GT1 s'est réuni le 3 mai 2011. La prochaine réunion aura lieu le 9 juin 2011. | 2011-05-03"
            })
    void aDayOfSomethingElseLeavesItSure(String title, String words, String told) {
        assertThat(new Page().title(title).text(words).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meeting with the networks - 17 June 2014 | It will take place on June the 17th 2014 in Brussels. | 2014-06-17",
                "First Training Session March 2014 | The session will take place on 24, 25 and 26 March 2014. | 2014-03-24/2014-03-26",
                "First Training Session March 2014 | A training session. | 2014-03",
                "First Training Session March 2014 | The session took place on 24 March. | 2014-03-24",
                "WP4 meeting of 3 May 2014 | A meeting. | 2014-05-03",
                "WP4 meeting (Brussels, 3 May 2014) | A meeting. | 2014-05-03",
                "3 May 2014: WP4 meeting | A meeting. | 2014-05-03",
                "Follow-up to the webinar of 12 May 2014 | The speakers answered on Thursday 10 July 2014 from 14:00 to 15:30. | 2014-07-10T14:00/2014-07-10T15:30?"
            })
    void theTitle(String title, String words, String told) {
        assertThat(new Page().title(title).text(words).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thursday 27 September 2012, Mulhouse (France) | 2012-09-27",
                "Date: 20 September 2016 | 2016-09-20",
                "Date: 20 September 2016 – Place: Berlin, Germany | 2016-09-20",
                "When: 3 May 2011 at 14:00 | 2011-05-03T14:00",
                "Brussels, 3 May 2011 | 2011-05-03",
                "3 May 2011, 9.30-12.00, Room 4, Brussels | 2011-05-03T09:30/2011-05-03T12:00",
                "24 June | XXXX-06-24",
                "June 2016 | 2016-06",
                "Autumn 2009 | 2009?",
                "Posted on 3 May 2011 | none",
                "Last updated: 3 May 2011 | none",
                "Published 3 May 2011 | none",
                "Publié le 3 mai 2011 | none",
                "Deadline: 3 May 2011 | none",
                "Registration until 3 May 2011 | none",
                "Next meeting: 3 May 2011 | none",
                "Date de publication : 3 mai 2011 | none"
            })
    void aLine(String line, String told) {
        assertThat(new Page()
                        .title("WP1")
                        .text(line)
                        .text("WP1 spoke of a leaflet.")
                        .told())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 September 2014, 15:00 BST | 2014-09-08T15:00",
                "8 September 2014, 15:00 EST | 2014-09-08T15:00",
                "8 September 2014, 3 pm UTC | 2014-09-08T15:00",
                "8 September 2014, 15:00 (GMT+2) | 2014-09-08T15:00",
                "8 September 2014, 15:00 IST | 2014-09-08T15:00?",
                "8 September 2014, 15:00 London time | 2014-09-08T15:00?",
                "8 September 2014, 15:00 US Eastern Time | 2014-09-08T15:00?",
                "8 September 2014, 15:00 GMT - 17:00 GMT | 2014-09-08T15:00/2014-09-08T17:00",
                "8 septembre 2014, 9h à 12h (heure de Montréal) | 2014-09-08T09:00/2014-09-08T12:00?",
                "8 September 2014, 15:00 CEST | 2014-09-08T15:00",
                "8 September 2014, 15:00 (local time) | 2014-09-08T15:00",
                "8 septembre 2014, 15h (heure de Bruxelles) | 2014-09-08T15:00",
                "8 septembre 2014, 15h (heure locale) | 2014-09-08T15:00",
                "8 September 2014, 15:00 Central European Summer Time | 2014-09-08T15:00"
            })
    void aTimeWhoseZoneIsNotKnownIsInDoubt(String line, String told) {
        assertThat(new Page().title("WP1").text(line).told()).isEqualTo(told);
    }

    @Test
    void aTimeAloneWhoseZoneIsNotKnownIsInDoubt() {
        assertThat(new Page().title("WP1, 13 October 2016").text("15:00 IST").told())
                .isEqualTo("2016-10-13T15:00?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le 5 mai 2014 (sous réserve) | 2014-05-05?",
                "5 May 2014 to be confirmed | 2014-05-05?",
                "5 May 2014 (tbc) | 2014-05-05?",
                "5 mai 2014 (à confirmer) | 2014-05-05?",
                "5–3 October 2014 | 2014-10-03?",
                "~10 May 2014 | 2014-05-10~",
                "2014-11-24/25 | 2014-11-24/2014-11-25",
                "Dec 31 2014-Jan 2 2015 | 2014-12-31/2015-01-02"
            })
    void signsAndWordsBesideADate(String line, String told) {
        assertThat(new Page().title("WP1").text(line).told()).isEqualTo(told);
    }

    @Test
    void headingsTellTheYearOfMonths() {
        assertThat(new Page().heading("2012").text("May–June: Exhibition").told())
                .isEqualTo("2012-05/2012-06");
    }

    @Test
    void aTermAndItsDefinition() {
        assertThat(new Page()
                        .add(Block.Kind.TERM, "11 November")
                        .title("A minute of ships")
                        .told())
                .isEqualTo("XXXX-11-11");
        assertThat(new Page()
                        .title("WP1")
                        .add(Block.Kind.TERM, "When")
                        .add(Block.Kind.DEFINITION, "3/5/2011, 24/5/2011")
                        .told())
                .isEqualTo("2011-05-03?");
        assertThat(new Page()
                        .title("WP1")
                        .add(Block.Kind.TERM, "Deadline")
                        .add(Block.Kind.DEFINITION, "3 May 2011")
                        .told())
                .isEqualTo("none");
    }

    @Test
    void theCellOfAColumnOfDates() {
        assertThat(new Page()
                        .add(Block.Kind.CELL, "20.11.2012", "date")
                        .title("WP1")
                        .text("Its next meeting is planned for 16.04.2013.")
                        .told())
                .isEqualTo("2012-11-20");
        assertThat(new Page().add(Block.Kind.CELL, "2009", "date").title("WP1").told())
                .isEqualTo("2009");
        assertThat(new Page()
                        .title("WP1")
                        .add(Block.Kind.CELL, "20.11.2012", "deadline")
                        .told())
                .isEqualTo("none");
        assertThat(new Page()
                        .add(Block.Kind.CELL, "24 March 2014", "start")
                        .add(Block.Kind.CELL, "26 March 2014", "end")
                        .title("WP1")
                        .told())
                .isEqualTo("2014-03-24/2014-03-26");
    }

    @Test
    void piecesOfADate() {
        assertThat(new Page().text("23").text("NOV").text("2017").title("WP1").told())
                .isEqualTo("2017-11-23");
        assertThat(new Page()
                        .text("29.09.2011")
                        .text("10:00–12:30")
                        .title("WP1")
                        .told())
                .isEqualTo("2011-09-29T10:00/2011-09-29T12:30");
        assertThat(new Page()
                        .title("WP1, 13 October 2016")
                        .text("At 3 pm (CET) Anna Berg will show how a climbing net is checked and repaired.")
                        .told())
                .isEqualTo("2016-10-13T15:00");
    }

    @Test
    void whatTheMarkupOfATimeSays() {
        assertThat(new Page().title("WP1").time("24 June", "2014-06-24").told()).isEqualTo("2014-06-24");
        assertThat(new Page()
                        .title("WP1")
                        .time("Nov 11, 2016", "2016-11-11T16:40:12+00:00", "published")
                        .told())
                .isEqualTo("none");
        assertThat(new Page().title("WP1").time("24 June 2014", "2014-06-25").told())
                .isEqualTo("2014-06-24?");
    }

    @Test
    void headingsTellTheYear() {
        assertThat(new Page().heading("2012").title("WP1").text("24 June").told())
                .isEqualTo("2012-06-24");
        assertThat(new Page()
                        .heading("Events in 2012")
                        .title("WP1")
                        .text("WP1 met on 24–26 June.")
                        .told())
                .isEqualTo("2012-06-24/2012-06-26");
        assertThat(new Page()
                        .heading("2008 and 2009")
                        .title("WP1")
                        .text("24 June")
                        .told())
                .isEqualTo("XXXX-06-24");
        assertThat(new Page()
                        .heading("Before 1997")
                        .title("WP1")
                        .text("WP1 met.")
                        .told())
                .isEqualTo("none");
        assertThat(new Page()
                        .heading("2012")
                        .title("WP1")
                        .text("WP1 met on 24 June 2013.")
                        .told())
                .isEqualTo("2013-06-24?");
        assertThat(new Page().heading("2012").title("WP1").text("WP1 met.").told())
                .isEqualTo("2012?");
        assertThat(new Page()
                        .heading("17 June 2014")
                        .title("WP1")
                        .text("WP1 met.")
                        .told())
                .isEqualTo("2014-06-17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22-24 - | 2012-11-22/2012-11-24",
                "6 - | 2012-11-06",
                "14–15 | 2012-11-14/2012-11-15",
                "Sat 3 - | 2012-11-03",
                "3rd | 2012-11-03",
                "31 - | 2012-11?",
                "3 people | 2012-11?"
            })
    void headingsTellTheMonthOfADay(String day, String told) {
        assertThat(new Page()
                        .heading("2012")
                        .heading("November")
                        .text(day)
                        .title("WP1")
                        .told())
                .isEqualTo(told);
    }

    @Test
    void itTellsTheWordsTheRuleAndTheOthers() {
        Page page = new Page().title("WP1").text("WP1 met on 24 June 2014. The next meeting is on 3 July 2014.");
        OwnDate read = page.read();
        Finding<NamedDate> date = read.date().orElseThrow();
        assertThat(date.words())
                .extracting(words -> words.in(page.text.toString()))
                .containsExactly("24 June 2014");
        assertThat(date.rule()).isEqualTo("date.sentence");
        assertThat(read.others()).extracting(other -> other.date().edtf()).containsExactly("2014-07-03");
    }

    /** It would not end if it took the square of the time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 May 2011, ",
                "1-2-3, 4 ",
                "3 to 4 and 5 to ",
                "from May to May ",
                "met on ",
                "(((",
                "1. ",
                "\n3 May 2011"
            })
    void aVeryLongEntryIsRead(String words) {
        assertThat(new Page()
                        .title("WP1")
                        .text("WP1 met on 24 June 2014. " + words.repeat(50_000))
                        .told())
                .isEqualTo("2014-06-24");
    }

    @Test
    void neighboursLeaveOneYear() {
        List<OwnDate> dates = List.of(
                new Page().title("WP1").text("17 June 2014").read(),
                new Page().title("WP1").text("4 June").read(),
                new Page().title("WP1").text("24 March 2014").read(),
                new Page().title("WP1").text("4 June").read(),
                new Page().title("WP1").text("24 March 2011").read(),
                new Page().title("WP1").text("4 June").read());
        YearsOfNeighbours years = new YearsOfNeighbours(dates);
        assertThat(years.of(1)).hasValueSatisfying(offered -> {
            assertThat(offered.value().edtf()).isEqualTo("2014-06-04");
            assertThat(offered.certainty()).isEqualTo(Certainty.INFERRED);
        });
        assertThat(years.of(0)).as("has a year").isEmpty();
        assertThat(years.of(3)).as("2011, 2012 or 2013").isEmpty();
        assertThat(years.of(5)).as("nothing after it").isEmpty();
    }
}
