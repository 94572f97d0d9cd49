package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where two long texts differ is shown, and not only how they begin. */
class DifferenceTest {

    private static final String MANY = "one two three four five six ".repeat(30);

    @Test
    void shortOnesAreShownWhole() {
        assertThat(Difference.of("Lyon", "Paris")).isEqualTo(new Difference("Lyon", "Paris"));
    }

    @Test
    void ofLongOnesTheWordsAroundTheDifferenceAreShown() {
        Difference shown = Difference.of(MANY + "in Lyon, and " + MANY, MANY + "in Paris, and " + MANY);

        assertThat(shown.before())
                .contains("six in Lyon, and one")
                .startsWith("…")
                .endsWith("…");
        assertThat(shown.after())
                .contains("six in Paris, and one")
                .startsWith("…")
                .endsWith("…");
        assertThat(shown.before().length()).isLessThan(200);
    }

    @Test
    void whatIsAddedAtTheEndIsShown() {
        Difference shown = Difference.of(MANY, MANY + "seven");

        assertThat(shown.before()).startsWith("…").endsWith("six ");
        assertThat(shown.after()).startsWith("…").endsWith("six seven");
    }

    @Test
    void ofWhatDiffersAltogetherTheBeginningIsShown() {
        Difference shown = Difference.of("A" + MANY, "B" + MANY + "C");

        assertThat(shown.before()).startsWith("Aone two").endsWith("…");
        assertThat(shown.after()).startsWith("Bone two").endsWith("…");
        assertThat(shown.after().length()).isLessThanOrEqualTo(301);
    }
}
