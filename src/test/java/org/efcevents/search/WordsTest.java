package org.efcevents.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    /** Signs, each another than those near it, and every third of two halves. */
    private static String signs(int characters) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; signs.length() < characters; i++) {
            signs.appendCodePoint(i % 3 == 0 && signs.length() + 2 <= characters ? 0x1F600 + i % 64 : 0x2500 + i % 97);
        }
        return signs.toString();
    }

    private static List<String> stretches(String text) {
        List<String> stretches = new ArrayList<>();
        Words.cut(text, word -> {}, stretches::add);
        return stretches;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1,
                Words.LONGEST,
                2 * Words.LONGEST - 1,
                2 * Words.LONGEST,
                2 * Words.LONGEST + 1,
                3 * Words.LONGEST,
                5 * Words.LONGEST + 7
            })
    void whatever_can_be_typed_of_a_long_stretch_is_in_one_of_its_pieces(int length) {
        String signs = signs(length);

        List<String> pieces = stretches("before " + signs + " after");

        int typed = Math.min(Words.LONGEST - 1, length);
        for (int at = 0; at + typed <= length; at++) {
            String sought = signs.substring(at, at + typed);
            assertThat(pieces).as("from %d", at).anyMatch(piece -> piece.contains(sought));
        }
        assertThat(pieces).hasSize(Math.max(1, (length - 1) / Words.LONGEST)).allSatisfy(piece -> {
            assertThat(piece).hasSizeLessThanOrEqualTo(2 * Words.LONGEST + 1);
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1)))
                    .isFalse();
        });
    }
}
