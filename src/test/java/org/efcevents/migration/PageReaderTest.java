package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efcevents.migration.ExpectedPage.Pair;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads pages that are as different as real ones are, and compares what was read with what a careful person reads. */
class PageReaderTest {

    private static final String PAST_EVENTS = "past-events.txt";

    static List<String> withoutHarm() {
        return List.of(
                PAST_EVENTS,
                "tables.html",
                "definition-list.html",
                "headings.html",
                "one-paragraph.html",
                "french.html",
                "wordpress.html",
                "nested-years.html",
                "builder.html",
                "events-calendar.html",
                "mail.txt",
                "shared-list.html",
                "news-list.html");
    }

    static List<String> all() {
        return Stream.concat(withoutHarm().stream(), Stream.of("hostile.html")).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void entriesAreFoundAndNoOther(String file) {
        ExpectedPage page = ExpectedPage.of(file);

        assertThat(page.read().events())
                .extracting(event -> WordForms.letters(event.title().value()))
                .isEqualTo(page.entries().stream()
                        .map(entry -> WordForms.letters(entry.path("title").asText()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noDateIsWrongWithoutDoubt(String file) {
        ExpectedPage page = ExpectedPage.of(file);

        assertThat(page.pairs().stream()
                        .filter(pair -> isSure(pair)
                                && ExpectedPage.difference("date", pair).isPresent())
                        .map(pair -> pair.read().title().value() + " " + ExpectedPage.difference("date", pair)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withoutHarm")
    void nineOfTenDatesAreRight(String file) {
        ExpectedPage page = ExpectedPage.of(file);
        List<String> different = page.differences("date").toList();

        assertThat(different.size())
                .as("%s", different)
                .isLessThanOrEqualTo(page.entries().size() / 10);
    }

    private static boolean isSure(Pair pair) {
        return pair.read()
                .date()
                .date()
                .filter(date -> date.certainty() == Certainty.STATED)
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCharacterIsAccountedForOnce(String file) {
        ReadPage page = ExpectedPage.of(file).read();

        assertThat(page.account().stream()
                        .map(part -> part.passage().in(page.text()))
                        .collect(Collectors.joining())
                        .replaceAll("[\\s\\p{Z}]", ""))
                .isEqualTo(page.text().replaceAll("[\\s\\p{Z}]", ""));
        assertThat(page.account())
                .extracting(AccountedPart::passage)
                .isSortedAccordingTo(Comparator.comparingInt(Passage::from))
                .satisfies(PageReaderTest::noneOverlapsTheNext);
        assertThat(page.account()).allSatisfy(part -> assertThat(letters(part.passage(), page.text()))
                .allSatisfy(letter -> assertThat(eventsAt(letter, page)).contains(part.event())));
    }

    /** Each for itself, since words that belong together can stand in two cells, the day in one and above it the month. */
    private static List<Passage> letters(Passage words, String text) {
        return IntStream.range(words.from(), words.to())
                .filter(i -> !WordForms.isSpace(text.charAt(i)))
                .mapToObj(i -> new Passage(i, i + 1))
                .toList();
    }

    private static void noneOverlapsTheNext(List<? extends Passage> parts) {
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i - 1).to()).isLessThanOrEqualTo(parts.get(i).from());
        }
    }

    /**
     * The positions of the events that a letter can be of: of the entry that it lies in, and of those that it stands above in a
     * heading, as in a cell that spans rows; 0, which is of none, if it is of a heading or lies in no entry.
     */
    private static Set<Integer> eventsAt(Passage letter, ReadPage page) {
        Set<Integer> positions = new HashSet<>();
        boolean inAnEntry = false;
        boolean above = false;
        for (ReadEvent event : page.events()) {
            boolean inThis = event.entry().passage().contains(letter);
            boolean aboveThis = event.entry().headings().stream()
                    .anyMatch(heading -> heading.passage().contains(letter));
            if (inThis || aboveThis) {
                positions.add(event.position());
            }
            inAnEntry |= event.entry().passage().overlaps(letter);
            above |= aboveThis;
        }
        if (above || !inAnEntry) {
            positions.add(0);
        }
        return positions;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tables.html",
                "definition-list.html",
                "headings.html",
                "one-paragraph.html",
                "french.html",
                "nested-years.html",
                "builder.html"
            })
    void nothingThatAReaderSeesIsMissing(String file) throws IOException {
        ReadPage page = ExpectedPage.of(file).read();
        String seen = ExpectedPage.seen(ExpectedPage.bytes(file));

        assertThat(List.of(WordForms.letters(page.text()).split(" ")))
                .containsAll(List.of(WordForms.letters(seen).split(" ")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingOfThePageIsInAnEntry(String file) {
        ExpectedPage page = ExpectedPage.of(file);

        assertThat(page.read().events()).allSatisfy(event -> {
            String words = " " + WordForms.letters(event.title().value() + " " + ExpectedPage.prose(event)) + " ";
            assertThat(page.furniture().stream().map(WordForms::letters).filter(phrase -> !phrase.isEmpty()))
                    .noneMatch(phrase -> words.contains(" " + phrase + " "));
        });
    }

    @ParameterizedTest
    @MethodSource("withoutHarm")
    void noWordsOfAnEntryAreLost(String file) {
        ExpectedPage page = ExpectedPage.of(file);

        assertThat(Stream.concat(page.differences("begins"), page.differences("ends")))
                .hasSizeLessThanOrEqualTo(page.entries().size() / 10);
        for (String field :
                List.of("workPackages", "closed", "credit", "documents", "kind", "announcement", "photographs")) {
            List<String> different = page.differences(field).toList();
            assertThat(different.size())
                    .as("%s", different)
                    .isLessThanOrEqualTo(page.entries().size() / 10);
        }
    }

    @Test
    void coalitionsPageIsReadAsItIs() {
        ExpectedPage page = ExpectedPage.of(PAST_EVENTS);

        for (String field : List.of(
                "date",
                "closed",
                "kind",
                "city",
                "country",
                "credit",
                "announcement",
                "workPackages",
                "photographs",
                "people",
                "begins",
                "ends")) {
            assertThat(page.differences(field)).as(field).isEmpty();
        }
        assertThat(page.read().events()).hasSize(29);
        assertThat(dates(page, "\\d{4}-.*")).isEqualTo(17);
        assertThat(dates(page, "XXXX-.*")).isEqualTo(3);
        assertThat(dates(page, "")).isEqualTo(9);
        assertThat(page.read().events().stream().filter(event -> event.closed().isPresent()))
                .hasSize(12);
        assertThat(page.read().events().stream()
                        .filter(event -> !event.workPackages().isEmpty()))
                .hasSize(18);
        assertThat(page.read().events().stream()
                        .mapToLong(event -> event.workPackages().size())
                        .sum())
                .isEqualTo(19);
        assertThat(page.read().events().stream()
                        .mapToInt(event -> event.attachments().photographs())
                        .sum())
                .isEqualTo(26);
        assertThat(page.read().events().stream()
                        .filter(event -> event.announcement().isPresent()))
                .hasSize(10);
        assertThat(page.read().events().stream().flatMap(event -> event.people().stream()))
                .hasSize(23)
                .allSatisfy(person -> {
                    assertThat(person.role()).isPresent();
                    assertThat(person.organisation()).isPresent();
                })
                .extracting(person -> WordForms.letters(person.name().value()))
                .satisfies(names -> assertThat(Set.copyOf(names)).hasSize(22));
        assertThat(page.read().events().stream()
                        .flatMap(event -> event.talks().stream())
                        .filter(talk -> !talk.html().isEmpty()))
                .hasSize(13);
    }

    private static long dates(ExpectedPage page, String form) {
        return page.read().events().stream()
                .map(event -> ExpectedPage.edtf(event.date().date()))
                .filter(date -> date.matches(form))
                .count();
    }

    private static List<String> titles(String page) {
        return titles(page.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> titles(byte[] page) {
        return new PageReader()
                .read(page).events().stream()
                        .map(event -> event.title().value())
                        .toList();
    }

    @Test
    void rowsAreTheSameWhateverNumberTheyHave() {
        assertThat(
                        titles(
                                """
                        <div class="views-row views-row-1 odd first"><div>Swim across the Meuse</div><div>July 12, 2014</div>
                        <p>Sixty people swam.</p></div>
                        <div class="views-row views-row-2 even"><div>Hearing on bathing water</div><div>March 4, 2014</div>
                        <p>The committee heard three experts.</p></div>
                        <div class="views-row views-row-3 odd last"><div>Walk along the canal</div><div>May 1, 2013</div>
                        <p>It rained.</p></div>"""))
                .containsExactly("Swim across the Meuse", "Hearing on bathing water", "Walk along the canal");
    }

    @Test
    void theFirstEntryOfATextNeedsNothingAboveIt() {
        assertThat(titles("Meeting A\n1 May 2014\nWe met.\n\nMeeting B\n2 May 2014\nWe met again.\n"))
                .containsExactly("Meeting A", "Meeting B");
    }

    @Test
    void anApostropheThatIsALetterIsReadAsOne() {
        assertThat(
                        titles(
                                "<h3>Meeting A</h3><p>1 May 2014</p><p>Gerard \u02bct Hooft spoke.</p><h3>Meeting B</h3><p>2 May 2014</p>"))
                .containsExactly("Meeting A", "Meeting B");
    }

    @Test
    void aByteOrderMarkTellsTheEncoding() {
        String page = "<h3>R\u00e9union A</h3><p>1 May 2014</p><h3>Meeting B</h3><p>2 May 2014</p>";

        assertThat(titles(page.getBytes(StandardCharsets.UTF_16))).containsExactly("R\u00e9union A", "Meeting B");
    }

    @Test
    void aPageOfOneEventIsOneEvent() {
        ReadPage page = new PageReader()
                .read("<h1>Conference on dew ponds</h1><p>22 September 2015, Winchester</p><p>Sixty people came.</p>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(page.events()).singleElement().satisfies(event -> {
            assertThat(event.title().value()).isEqualTo("Conference on dew ponds");
            assertThat(ExpectedPage.edtf(event.date().date())).isEqualTo("2015-09-22");
            assertThat(event.body().html()).contains("Sixty people came.");
        });
    }

    @Test
    void markdownHasHeadings() {
        ReadPage page = new PageReader()
                .read(
                        """
                        # Past events

                        ## 20 January 2013 - Annual meeting
                        The members met in Ghent.

                        ## 3-5 October 2013 - Autumn school
                        Three days of lessons.
                        """
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(page.events())
                .extracting(event -> event.title().value())
                .containsExactly("Annual meeting", "Autumn school");
        assertThat(page.events())
                .extracting(event -> ExpectedPage.edtf(event.date().date()))
                .containsExactly("2013-01-20", "2013-10-03/2013-10-05");
    }

    @Test
    void aTitleBeginsBehindItsDateAndEndsBehindNoAbbreviation() {
        assertThat(titles("2014-05-12; Seminar on rain gauges; Brussels\n2014-03-03; Board meeting; Namur\n"))
                .containsExactly("Seminar on rain gauges", "Board meeting");
        assertThat(titles("<p>1 December 2014: Conférence de M. Aurélien Boutroux. Il a parlé des sources.</p>"
                        + "<p>28 September 2014: Nettoyage du lavoir. Douze personnes sont venues.</p>"))
                .containsExactly("Conférence de M. Aurélien Boutroux", "Nettoyage du lavoir");
    }

    @Test
    void aTitleBeginsBehindAllThatIsOfItsDate() {
        assertThat(titles("<h1>2014</h1><p>8 Sep 2014, 15:00 BST: Webinar on rain. Six people came.</p>"
                        + "<p>11 Feb 2014 (CANCELLED): Visit to the mill. Nobody came.</p>"
                        + "<p>Dec 31 2014-Jan 2 2015: Winter camp. It snowed.</p>"))
                .containsExactly("Webinar on rain", "Visit to the mill", "Winter camp");
        assertThat(titles("<h2>2014</h2><p>September: Walk</p><p>May–June: Exhibition of nets</p><p>March: Talk</p>"))
                .containsExactly("Walk", "Exhibition of nets", "Talk");
    }
}
