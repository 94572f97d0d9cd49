package org.efcevents.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveFilterTest {

    private static final String HOSTILE = "<b>&\"' é=+#?%20/ 東京 𝒳";

    @Test
    void isReadBackFromItsOwnAddress() {
        Map<String, List<String>> parameters = Map.of(
                "year",
                List.of("2013"),
                "workPackage",
                List.of(HOSTILE),
                "kind",
                List.of(HOSTILE),
                "place",
                List.of("the-hague"),
                "session",
                List.of("closed", "open"),
                "phase",
                List.of("past"),
                "from",
                List.of("2013-02"),
                "speaker",
                List.of(HOSTILE, "x"),
                "q",
                List.of(HOSTILE),
                "page",
                List.of("3"));
        ArchiveFilter filter = ArchiveFilter.of(parameters);

        assertThat(parameters(filter.query())).isEqualTo(parameters);
        assertThat(ArchiveFilter.parse(filter.query().substring(1))).isEqualTo(filter);
        assertThat(filter.query()).matches("\\?[A-Za-z0-9%+&=._*-]+");
    }

    @Test
    void hasOneAddressHoweverItWasAskedFor() {
        assertThat(ArchiveFilter.parse("q=+wp5%20&utm_source=newsletter&kind=&page=1&&year&year=2013&year=2014")
                        .query())
                .isEqualTo("?year=2013&year=2014&q=wp5");
        assertThat(ArchiveFilter.parse(
                                "speaker=b&to=2014&kind=training&phase=past&kind=launch&from=&from=2013&kind=training&speaker=a&year=2013&speaker=b")
                        .query())
                .isEqualTo("?year=2013&kind=launch&kind=training&phase=past&from=2013&to=2014&speaker=a&speaker=b");
    }

    @ParameterizedTest
    @CsvSource({
        "2014-03-24,2014-03-24,2014-03-24",
        "2014-02,2014-02-01,2014-02-28",
        "2016-02,2016-02-01,2016-02-29",
        "2014,2014-01-01,2014-12-31",
        "0001,0001-01-01,0001-12-31",
        "9999,9999-01-01,9999-12-31"
    })
    void readsADayAMonthOrAYear(String text, String first, String last) {
        AskedDate date = ArchiveFilter.parse("from=+" + text + "+").period().from();

        assertThat(date.isWrong()).isFalse();
        assertThat(date.first()).hasToString(first);
        assertThat(date.last()).hasToString(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-02-30",
                "2014-13",
                "2014-00",
                "2014-3",
                "2014-03-24T09:00",
                "0000",
                "0000-01",
                "14",
                "10000",
                "-2014",
                "+2014",
                "24.3.2014",
                "٢٠١٤",
                "x"
            })
    void knowsWhatIsNoDate(String text) {
        ArchiveFilter filter = ArchiveFilter.of(Map.of("to", List.of(text)));

        assertThat(filter.period().to().isWrong()).isTrue();
        assertThat(filter.period().isReversed()).isFalse();
        assertThat(filter.isEmpty()).isFalse();
        assertThat(parameters(filter.query())).isEqualTo(Map.of("to", List.of(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "2014,2013,true",
        "2014-03-24,2014-03-23,true",
        "2014-03-24,2014-03,false",
        "2014-03,2014,false",
        "2014,2014-01-01,false"
    })
    void knowsWhatEndsBeforeItBegins(String from, String to, boolean reversed) {
        assertThat(ArchiveFilter.parse("from=" + from + "&to=" + to).period().isReversed())
                .isEqualTo(reversed);
    }

    @ParameterizedTest
    @CsvSource({
        "'',false",
        "year=2013,false",
        "phase=past&page=2,false",
        "kind=a&kind=b,true",
        "kind=a&year=2013,true",
        "from=2014,true",
        "speaker=a,true",
        "q=a,true"
    })
    void isNarrowWhereSearchEnginesHaveBetterPages(String query, boolean narrow) {
        assertThat(ArchiveFilter.parse(query).isNarrow()).isEqualTo(narrow);
    }

    @Test
    void passesOverWhatIsEncodedWrongly() {
        assertThat(ArchiveFilter.parse("q=%zz&year=2013&kind=%").query()).isEqualTo("?year=2013");
    }

    @Test
    void saysNothingWhereNothingIsAsked() {
        assertThat(ArchiveFilter.parse("q=+&year=&lang=fr")).isEqualTo(ArchiveFilter.none());
        assertThat(ArchiveFilter.parse(null)).isEqualTo(ArchiveFilter.none());
        assertThat(ArchiveFilter.parse("")).isEqualTo(ArchiveFilter.none());
        assertThat(ArchiveFilter.none().query()).isEmpty();
        assertThat(ArchiveFilter.none().isEmpty()).isTrue();
    }

    @Test
    void beginsAtItsFirstPageWheneverItChanges() {
        ArchiveFilter filter = ArchiveFilter.parse("year=2013&q=wp5&page=2");

        assertThat(filter.with(Facet.KIND, List.of("launch")).query()).isEqualTo("?year=2013&kind=launch&q=wp5");
        assertThat(filter.without(Facet.YEAR).query()).isEqualTo("?q=wp5");
        assertThat(filter.withoutTerms().query()).isEqualTo("?year=2013");
        assertThat(filter.onPage(3).query()).isEqualTo("?year=2013&q=wp5&page=3");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "12,12", "0,0", "-1,0", "x,0", "1.5,0", "01,0", "99999999999,0", "'',1"})
    void readsThePageNumber(String text, int page) {
        assertThat(ArchiveFilter.parse("page=" + text).page()).isEqualTo(page);
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.substring(1).split("&")) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(parts[0], none -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
