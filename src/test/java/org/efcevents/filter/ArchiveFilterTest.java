package org.efcevents.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                List.of("closed"),
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
                .isEqualTo("?year=2013&q=wp5");
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

        assertThat(filter.with(Facet.KIND, "launch").query()).isEqualTo("?year=2013&kind=launch&q=wp5");
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
            parameters.put(parts[0], List.of(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        return parameters;
    }
}
