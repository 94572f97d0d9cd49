package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.efcevents.pagetext.PageRefused;
import org.junit.jupiter.api.Test;

/** Pages that hold too much, or too little, or are built as nobody would. */
class PageLimitsTest {

    private static final String TWO = "<h3>Meeting A</h3><p>1 May 2014</p><h3>Meeting B</h3><p>2 May 2014</p>";

    private static ReadPage read(String page) {
        return new PageReader().read(page.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void elementsInOneAnotherAreReadHoweverManyThereAre() {
        assertThat(read(TWO + "<p>" + "<b>".repeat(50_000) + "x").events()).hasSize(2);
        assertThat(read("<div>".repeat(20_000) + TWO).events()).hasSize(2);
        assertThat(read("<table><tr><td>a<td>".repeat(5_000) + TWO).events()).isNotEmpty();
    }

    @Test
    void aPageOfManyEntriesIsRead() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            page.append("<li><b>Meeting ")
                    .append(i)
                    .append(" in Ghent</b><br>")
                    .append(1 + i % 28)
                    .append(" May</li>");
        }

        // No entry states a year, so that each looks for one among its neighbours.
        assertThat(read("<ul>" + page + "</ul>").events()).hasSize(20_000);
    }

    @Test
    void aPageOfTooManyPartsIsRefused() {
        assertThatThrownBy(() -> read("<p>x".repeat(300_000))).isInstanceOfSatisfying(PageRefused.class, refused -> {
            assertThat(refused.message()).isEqualTo("efc.desk.import.parts");
            assertThat(refused.about()).containsExactly(250_000);
        });
        assertThatThrownBy(() -> read("x\n".repeat(300_000))).isInstanceOf(PageRefused.class);
        assertThatThrownBy(() -> read("<p>" + "<i></i>".repeat(600_000))).isInstanceOf(PageRefused.class);
    }

    @Test
    void wordsWithoutAnyDateAreNoEvents() {
        assertThat(read("<p>x".repeat(1_000)).events()).isEmpty();
        assertThat(read("A line\n\n".repeat(1_000)).events()).isEmpty();
    }
}
