package org.efcevents.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.efcevents.address.Addresses;
import org.junit.jupiter.api.Test;

/** The protocol allows 50,000 addresses in a file, whatever the number of pages. */
class SitemapLimitTest {

    private static final Addresses ADDRESSES = new Addresses(
            "en",
            "https://www.example.org",
            Map.of("en", "https://www.example.org", "fr", "https://www.example.org/fr"));
    private static final Sitemap.Page IN_TWO_LANGUAGES = new Sitemap.Page("/events.html", List.of(), null);
    private static final Sitemap.Page IN_ONE = new Sitemap.Page("/events/one.html", List.of("fr"), null);

    private static int addresses(Sitemap sitemap) {
        return String.join("", sitemap.text()).split("<loc>", -1).length - 1;
    }

    @Test
    void fiftyThousandAddressesAreOneFile() {
        Sitemap full = new Sitemap(Collections.nCopies(25_000, IN_TWO_LANGUAGES), ADDRESSES);

        assertThat(full.parts()).containsExactly(full);
        assertThat(addresses(full)).isEqualTo(50_000);
    }

    @Test
    void moreAreTwoAndNoneIsCut() {
        List<Sitemap.Page> pages = new ArrayList<>(Collections.nCopies(25_000, IN_TWO_LANGUAGES));
        pages.add(IN_ONE);

        assertThat(new Sitemap(pages, ADDRESSES).parts())
                .extracting(SitemapLimitTest::addresses)
                .containsExactly(50_000, 1);
        // A page is in one file with all of its translations.
        Collections.reverse(pages);
        assertThat(new Sitemap(pages, ADDRESSES).parts())
                .extracting(SitemapLimitTest::addresses)
                .containsExactly(49_999, 2);
    }

    @Test
    void anArchiveWithoutAnythingIsOneFileToo() {
        assertThat(new Sitemap(List.of(), ADDRESSES).parts()).hasSize(1);
    }

    @Test
    void anIndexLeadsToTheParts() {
        assertThat(Sitemap.index(List.of("https://www.example.org/sitemap.xml?part=1")))
                .contains("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                        + "<sitemap><loc>https://www.example.org/sitemap.xml?part=1</loc></sitemap></sitemapindex>");
    }
}
