package org.efcevents.replace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in a stored text, and what becomes of it. */
class PassagesTest {

    private static Wanted wanted(String words) {
        return new Wanted(words, false, false, null);
    }

    private static Wanted whole(String words) {
        return new Wanted(words, true, true, null);
    }

    private static String replaced(String stored, Wanted wanted, String words) {
        Passages passages = Passages.of(stored, true, wanted.pattern());
        Set<Integer> all = IntStream.range(0, passages.count())
                .filter(passages::isChangeable)
                .boxed()
                .collect(Collectors.toSet());
        return passages.with(all, words);
    }

    @ParameterizedTest
    @CsvSource({
        "a cat and a Cat, dog, a dog and a dog",
        "<p>cat</p>, dog, <p>dog</p>",
        "<p class=\"cat\">a cat</p>, dog, <p class=\"dog\">a dog</p>",
    })
    void isPutInItsPlace(String stored, String words, String changed) {
        assertThat(replaced(stored, wanted("cat"), words)).isEqualTo(changed.replace("class=\"dog\"", "class=\"cat\""));
    }

    @Test
    void everythingElseStaysByteForByte() {
        String stored =
                "<P  class='x > cat'>Caf&eacute;&nbsp;cat &amp; <br/>\r\n<!-- cat --><a href=\"/cat?a=1&b=cat\" title=cat >\u00e9cat</a\n>&#x63;at</P>\n\n";

        assertThat(replaced(stored, wanted("cat"), "A&B <c>"))
                .isEqualTo(stored.replace("&nbsp;cat", "&nbsp;A&amp;B &lt;c&gt;")
                        .replace("\u00e9cat", "\u00e9A&amp;B &lt;c&gt;")
                        .replace("&#x63;at", "A&amp;B &lt;c&gt;"));
    }

    @Test
    void isFoundBehindEntitiesAndAnySpace() {
        assertThat(Passages.of(
                                "<p>R&eacute;union&nbsp;pl\u00e9ni&egrave;re</p>",
                                true,
                                wanted("R\u00c9UNION PL\u00c9NI\u00c8RE").pattern())
                        .count())
                .isEqualTo(1);
        assertThat(replaced("<p>the European\n  Coalition</p>", wanted("european coalition"), "EFC"))
                .isEqualTo("<p>the EFC</p>");
    }

    @Test
    void isNotChangedAcrossElements() {
        Passages passages = Passages.of(
                "<p>the <b>Euro</b>pean and European</p>",
                true,
                wanted("european").pattern());

        assertThat(passages.count()).isEqualTo(2);
        assertThat(passages.isChangeable(0)).isFalse();
        assertThat(passages.isChangeable(1)).isTrue();
        assertThat(passages.before(0)).isEqualTo("the ");
        assertThat(Passages.of(
                                "<p>Euro</p><p>pean</p>",
                                true,
                                wanted("european").pattern())
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"WP1, 1", "WP, 0", "wp1, 0", "met, 1", "\u00e9t\u00e9, 0", "2014, 1"})
    void wholeWordsAreNoPartsOfOthers(String words, int count) {
        assertThat(Passages.of(
                                "<p>WP1: <i>met</i>, apr\u00e8s-\u00e9t\u00e9s 2014 met2</p>",
                                true,
                                whole(words).pattern())
                        .count())
                .isEqualTo(count);
    }

    /** What an inline element ends is no end of a word. */
    @Test
    void aWordThatIsPartlyBoldIsOneWord() {
        assertThat(Passages.of("<p><b>E</b>FC</p>", true, whole("FC").pattern()).count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "a < cat",
        "<p>cat",
        "<p>a &eacutecat</p>",
        "<table>cat<tr><td>x</td></tr></table>",
        "<svg><text>cat</text></svg>"
    })
    void whatIsNotWellFormedIsFoundOrReadAsBrowsersDo(String stored) {
        Passages passages = Passages.of(stored, true, wanted("cat").pattern());

        assertThat(passages.count()).isEqualTo(1);
        assertThat(passages.with(passages.isChangeable(0) ? Set.of(0) : Set.of(), "dog"))
                .isEqualTo(passages.isChangeable(0) ? stored.replace("cat", "dog") : stored);
    }

    @Test
    void scriptsAreNoText() {
        assertThat(Passages.of("<script>cat</script>", true, wanted("cat").pattern())
                        .count())
                .isZero();
    }

    @Test
    void whatOneEntityStandsForIsNotCutInTwo() {
        // One entity, two characters.
        Passages passages =
                Passages.of("<p>a&NotEqualTilde;b</p>", true, wanted("\u0338").pattern());

        assertThat(passages.count()).isEqualTo(1);
        assertThat(passages.isChangeable(0)).isFalse();
    }

    @Test
    void longTagsAreRead() {
        String tag = "<img alt=\"x\" " + "y ".repeat(20_000) + ">";

        assertThat(replaced("<p>" + tag + "cat</p>", wanted("cat"), "dog")).isEqualTo("<p>" + tag + "dog</p>");
    }

    @Test
    void plainTextIsNoHtml() {
        Passages passages = Passages.of("R&D <cat>\ncat", false, wanted("cat").pattern());

        assertThat(passages.with(Set.of(0, 1), "a<b")).isEqualTo("R&D <a<b>\na<b");
        assertThat(passages.after(0)).isEqualTo("> cat");
    }

    /** An accent may be a character of its own, and stays with its letter. */
    @Test
    void ofALetterWithAnAccentNoPartIsFound() {
        assertThat(replaced("un cafe\u0301, un cafe", wanted("cafe"), "bar")).isEqualTo("un cafe\u0301, un bar");
        assertThat(replaced("un cafe\u0301, un cafe", wanted("cafe\u0301"), "bar"))
                .isEqualTo("un bar, un cafe");
    }
}
