package org.efcevents.sitemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The protocol allows 50,000 addresses in a file, whatever the number of pages. */
class SitemapLimitTest {

    private static final Sitemap.Page IN_TWO_LANGUAGES = new Sitemap.Page(
            List.of(
                    new Sitemap.Translation("en", "https://www.example.org/events.html"),
                    new Sitemap.Translation("fr", "https://www.example.org/fr/events.html")),
            null);

    @Test
    void fiftyThousandAddressesAreWritten() {
        assertThat(new Sitemap(Collections.nCopies(25_000, IN_TWO_LANGUAGES))
                        .text()
                        .split("<loc>", -1))
                .hasSize(50_001);
    }

    @Test
    void moreAreRefusedAndNotCut() {
        List<Sitemap.Page> pages = new ArrayList<>(Collections.nCopies(25_000, IN_TWO_LANGUAGES));
        pages.add(new Sitemap.Page(IN_TWO_LANGUAGES.translations().subList(0, 1), null));
        Sitemap tooLong = new Sitemap(pages);

        assertThatThrownBy(tooLong::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("50001 addresses");
    }
}
