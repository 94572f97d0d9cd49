package org.efcevents.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.efcevents.search.SearchTerms.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    reseau              | Réunion des Réseaux
                    RÉSEAU              | les reseaux
                    asenius malmstrom   | Cecilia Malmström, Maria Åsenius
                    work meet           | Meeting of Work Package 1
                    l'exploitation      | contre l’exploitation
                    strasse oeuvre lodz | Straße, Œuvre, Łódź
                    ΟΔΟΣ                | οδος
                    "wp-5"              | WP 5
                    R&D                 | R&D
                    &                   | R&D
                    <b>                 | <b>bold</b>
                    """)
    void areFoundWhateverTheAccentsAndTheCase(String typed, String text) {
        assertThat(SearchTerms.of(typed).areIn(List.of(SearchTerms.searchable(text))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    operation    | cooperation
                    meeting wp3  | Meeting of WP4
                    &            | R and D
                    .*           | anything
                    """)
    void areNotFoundInsideAWordOrWhereOneIsMissing(String typed, String text) {
        assertThat(SearchTerms.of(typed).areIn(List.of(SearchTerms.searchable(text))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void areNoneInABlankText(String typed) {
        assertThat(SearchTerms.of(typed).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    resea meeting | Réseaux: Meeting, cooperation | [Résea]ux: [Meeting], cooperation
                    resea         | Re\u0301seaux                 | [Re\u0301sea]ux
                    strass        | die Straße                    | die [Straß]e
                    wp wp5        | WP5 and WP4                   | [WP5] and [WP]4
                    nothing       | a & <b>                       | a & <b>
                    b             | a & <b>                       | a & <[b]>
                    """)
    void areMarkedAsTheyStandInTheText(String typed, String text, String marked) {
        assertThat(SearchTerms.of(typed).pieces(text).stream()
                        .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                        .collect(Collectors.joining()))
                .isEqualTo(marked);
        assertThat(SearchTerms.of(typed).pieces(text).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void ofALongTextAreThoseOfItsBeginning() {
        assertThat(SearchTerms.of("𝒳 ".repeat(5000))
                        .typed()
                        .codePointCount(
                                0, SearchTerms.of("𝒳 ".repeat(5000)).typed().length()))
                .isLessThan(SearchTerms.LONGEST);
    }

    @Test
    void mayBeInSeveralTextsTogether() {
        SearchTerms words = SearchTerms.of("réseau paris");

        assertThat(words.areIn(List.of("les reseaux", "a paris"))).isTrue();
        assertThat(words.areIn(List.of("les reseaux", "a rome"))).isFalse();
        assertThat(words.without(List.of("Les Réseaux")).areIn(List.of("a paris")))
                .isTrue();
        assertThat(words.without(List.of("Les Réseaux", "Paris")).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0    | 0    | [Réseaux]
                    3    | 3    | aaaaaaaaa aaaaaaaaa aaaaaaaaa [Réseaux] bbbbbbbbb bbbbbbbbb bbbbbbbbb
                    """)
    void areShownInTheMiddleOfAFewOthers(int before, int after, String excerpt) {
        String text = "aaaaaaaaa ".repeat(before) + "Réseaux" + " bbbbbbbbb".repeat(after);

        assertThat(marked(SearchTerms.of("reseaux").excerpt(text))).isEqualTo(excerpt);
    }

    @Test
    void areShownWithoutCuttingWordsOfALongText() {
        String text = "before ".repeat(500) + "Réseaux" + " after".repeat(500);

        assertThat(marked(SearchTerms.of("reseaux").excerpt(text)))
                .matches("… (before )+\\[Réseaux\\]( after)+ …")
                .hasSizeLessThan(300);
        assertThat(SearchTerms.of("nothing").excerpt(text)).isEmpty();
        assertThat(marked(SearchTerms.of("xx").excerpt("a".repeat(1000) + " xx" + "b".repeat(1000))))
                .startsWith("… [xx]b");
    }

    private static String marked(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void areEqualIfTheSameWasTypedAndTheSameIsLookedFor() {
        SearchTerms terms = SearchTerms.of(" Réseau paris ");

        assertThat(terms)
                .isEqualTo(SearchTerms.of("Réseau paris"))
                .hasSameHashCodeAs(SearchTerms.of("Réseau paris"))
                .isNotEqualTo(SearchTerms.of("reseau paris"))
                .isNotEqualTo(SearchTerms.of("Réseau"))
                .isNotEqualTo("Réseau paris")
                .isNotEqualTo(null);
        assertThat(terms.without(List.of("Paris"))).isNotEqualTo(terms);
        assertThat(terms.without(List.of("Rome"))).isEqualTo(terms);
    }
}
