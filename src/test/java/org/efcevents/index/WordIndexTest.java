package org.efcevents.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.efcevents.index.WordIndex.CutText;
import org.efcevents.search.SearchTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the texts are and whatever is typed, the index finds the texts in which {@link SearchTerms#areIn} finds it. */
class WordIndexTest {

    /** Letters, digits, other numbers, marks, signs and blanks, of one and of several characters, and what is none. */
    private static final List<String> CHARACTERS = List.of(
            "a", "b", "A", "é", "e\u0301", "ß", "ﬁ", "İ", "Ω", "ς", "中", "ا", "1", "2", "٣", "½", "²", "Ⅷ", "ↈ", "❶",
            "❷", "৴", "𝒳", "𐐀", "𝟙", "𐄇", "😀", "\u0301", "\u0903", "\u20dd", "\u200d", "-", "&", "+", "€", "’",
            ".", ",", "_", "\u00a8", "\ufdfa", "㌀", " ", "  ", "\n", "\t", "\u00a0", "\u2028", "\u0000", "\ud835",
            "\udcb3", "\uffff", "\ufffd");

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            // Mostly few different ones, so that something is found.
            int from = random.nextInt(4) == 0 ? CHARACTERS.size() : 3 + random.nextInt(6);
            text.append(
                    CHARACTERS.get(random.nextInt(4) == 0 ? random.nextInt(CHARACTERS.size()) : random.nextInt(from)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20140324, 7})
    void findsTheTextsThatTheTermsAreIn(long seed) throws IOException {
        Random random = new Random(seed);
        WordIndex index = new WordIndex();
        List<String> texts = new ArrayList<>();
        int some = 0;
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 20; i++) {
                texts.add(text(random, 60));
                index.add(CutText.of(texts.get(texts.size() - 1)));
            }
            if (round == 10) {
                index.compact();
            }
            index.refresh();
            for (int i = 0; i < 100; i++) {
                SearchTerms terms = SearchTerms.of(typed(random, texts));
                List<Integer> expected = expected(terms, texts);
                some += expected.isEmpty() ? 0 : 1;
                assertThat(found(terms, index, texts.size()))
                        .as("%s (%s) of seed %d", terms, terms.words(), seed)
                        .isEqualTo(expected);
            }
        }
        assertThat(some).as("searches that find something").isGreaterThan(1000);
    }

    private static String typed(Random random, List<String> texts) {
        String some = texts.get(random.nextInt(texts.size()));
        if (random.nextInt(3) == 0 || some.isEmpty()) {
            return text(random, 4);
        }
        int start = random.nextInt(some.length());
        return some.substring(start, Math.min(some.length(), start + 1 + random.nextInt(5)));
    }

    private static List<Integer> expected(SearchTerms terms, List<String> texts) {
        return IntStream.range(0, texts.size())
                .filter(text -> terms.areIn(List.of(SearchTerms.searchable(texts.get(text)))))
                .boxed()
                .toList();
    }

    private static List<Integer> found(SearchTerms terms, WordIndex index, int size) throws IOException {
        BitSet found = new BitSet();
        found.set(0, size);
        for (String word : terms.words()) {
            found.and(index.having(word));
        }
        return found.stream().boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", "❶", "𝒳", "❶a", "\ufdfa", "-_+"})
    void findsInputOfTheGreatestLengthInTextsOfAnyLength(String repeated) throws IOException {
        WordIndex index = new WordIndex();
        List<String> texts = new ArrayList<>();
        for (int length : List.of(1, 199, 200, 201, 3999, 4000, 4001, 8000, 8001, 20_000)) {
            texts.add(repeated.repeat(length));
            texts.add("x" + repeated.repeat(length) + "y");
            texts.add(" " + repeated.repeat(length) + "😀");
            texts.add("😀".repeat(length) + repeated.repeat(200) + "😀".repeat(length));
        }
        for (String text : texts) {
            index.add(CutText.of(text));
        }
        index.refresh();
        for (String typed :
                List.of(repeated, repeated.repeat(200), repeated.repeat(10) + "y", repeated.repeat(198) + "😀")) {
            SearchTerms terms = SearchTerms.of(typed);
            assertThat(found(terms, index, texts.size())).as(typed).isEqualTo(expected(terms, texts));
        }
    }

    /** So many that {@link org.efcevents.search.Words} counts on it. */
    @Test
    void noCharacterBecomesMoreThanEighteen() {
        int most = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .map(letter -> Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                                .length()
                        / Character.charCount(letter))
                .max()
                .orElseThrow();

        assertThat(most).isEqualTo(18);
        assertThat(SearchTerms.searchable("\ufdfa")).hasSizeLessThanOrEqualTo(18);
    }
}
