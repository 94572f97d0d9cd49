package org.efcevents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that was saved in an encoding without some of its letters. */
class LostLettersTest {

    @ParameterizedTest
    @CsvSource({
        "Brașov, Bra?ov",
        "Ștefan Băsescu spoke, ?tefan B?sescu spoke",
        "会議, ??",
        "'The members met in Brașov, and left', 'The members met in Bra?ov, and stayed on'",
        "Who pays – and who gains, Who pays ? and who gains",
    })
    void lettersAreLost(String before, String after) {
        assertThat(LostLetters.areLost(before, after)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Brașov, Brasov",
        "Who pays, Who pays?",
        "Who pays – and who gains, Qui paie – et qui gagne ?",
        "Brașov?, Brașov",
        "'', What now?",
        "Brașov, Sibiu?",
    })
    void somethingElseWasWritten(String before, String after) {
        assertThat(LostLetters.areLost(before, after)).isFalse();
    }
}
