package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.efcevents.archive.ManyEvents.Facts;
import org.efcevents.content.ContentLanguages;
import org.efcevents.filter.ActiveFilter;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.index.ArchiveIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Filters over 2,000 events in a repository, against a count that asks each event. Every combination is counted in {@link
 * org.efcevents.filter.FacetedSearchTest}; here some of them are, from stored nodes to totals, facets and pages.
 */
class ManyEventsTest {

    private static final int COMBINATIONS = 40;
    private static final List<String> YEARS = List.of("", "", "1999", "2013", "undated");
    private static final List<String> GROUPS = List.of("", "", "group-1", "group-4");
    private static final List<String> KINDS = List.of("", "training", "conference");
    private static final List<String> PLACES = List.of("", "", "the-hague", "lodz");
    private static final List<String> SESSIONS = List.of("", "open", "closed");
    private static final List<String> WORDS = List.of("", "reseaux", "ASENIUS", "payments malmstrom", "lodz police");

    @TempDir
    Path home;

    private List<Facts> events;

    @Test
    void everyCountIsThatOfABruteForceCount() throws Exception {
        try (TestArchive content = new TestArchive(home)) {
            events = ManyEvents.addTo(content.session(), 2000);
            ArchiveIndex memory = new ArchiveIndex();
            Random random = new Random(7);
            for (int i = 0; i < COMBINATIONS; i++) {
                List<String> asked = List.of(
                        pick(YEARS, random),
                        pick(GROUPS, random),
                        pick(KINDS, random),
                        pick(PLACES, random),
                        pick(SESSIONS, random),
                        pick(WORDS, random));
                check(
                        new Archive(
                                content.session(),
                                new ContentLanguages("en", "en"),
                                Instant.parse("2010-06-10T12:00:00Z"),
                                ZoneId.of("Europe/Brussels"),
                                TestArchive.RIGHTS,
                                memory),
                        asked);
            }
        }
    }

    private void check(Archive archive, List<String> asked) {
        SearchResult found = archive.find(filter(asked, 1));

        assertThat(found.total()).as("%s", asked).isEqualTo(count(asked));
        List<String> paged = new ArrayList<>();
        found.listing().all().forEach(event -> paged.add(event.slug()));
        if (found.pages().count() > 1) {
            Listing last = archive.find(filter(asked, found.pages().count())).listing();
            last.all().forEach(event -> paged.add(event.slug()));
        }
        assertThat(paged).doesNotHaveDuplicates().allMatch(slug -> matches(named(slug), asked));
        for (Facet facet : EnumSet.complementOf(EnumSet.of(Facet.PHASE))) {
            FacetCounts counts = found.facet(facet.parameter());
            assertThat(counts.count()).as("%s of %s", facet, asked).isEqualTo(count(with(asked, facet.ordinal(), "")));
            for (Choice choice : counts.choices()) {
                assertThat(choice.count())
                        .as("%s %s of %s", facet, choice.name(), asked)
                        .isEqualTo(count(with(asked, facet.ordinal(), choice.name())));
            }
        }
        for (ActiveFilter used : found.activeFilters()) {
            int place = Facet.of(used.parameter()).map(Enum::ordinal).orElse(5);
            assertThat(used.count()).as("%s without %s", asked, used).isEqualTo(count(with(asked, place, "")));
        }
    }

    private Facts named(String slug) {
        return events.get(Integer.parseInt(slug.substring("generated-".length())));
    }

    private int count(List<String> asked) {
        return (int) events.stream().filter(event -> matches(event, asked)).count();
    }

    private static boolean matches(Facts event, List<String> asked) {
        return is(asked.get(0), event.year())
                && (asked.get(1).isEmpty() || event.workPackages().contains(asked.get(1)))
                && is(asked.get(2), event.kind())
                && is(asked.get(3), event.place())
                && is(asked.get(4), event.closed() ? "closed" : "open")
                && (asked.get(5).isEmpty()
                        || Arrays.stream(asked.get(5).split(" ")).allMatch(word -> has(event, word)));
    }

    private static boolean is(String asked, String value) {
        return asked.isEmpty() || asked.equals(value);
    }

    private static boolean has(Facts event, String word) {
        String original =
                switch (word) {
                    case "reseaux" -> "réseaux sociaux";
                    case "ASENIUS" -> "Åsenius";
                    case "malmstrom" -> "Malmström";
                    case "lodz" -> "Łódź";
                    case "police" -> "training of police";
                    default -> word;
                };
        return event.words().contains(original);
    }

    private static ArchiveFilter filter(List<String> asked, int page) {
        return ArchiveFilter.parse("year=%s&workPackage=%s&kind=%s&place=%s&session=%s&q=%s&page=%d"
                .formatted(
                        asked.get(0),
                        asked.get(1),
                        asked.get(2),
                        asked.get(3),
                        asked.get(4),
                        URLEncoder.encode(asked.get(5), StandardCharsets.UTF_8),
                        page));
    }

    private static List<String> with(List<String> asked, int place, String value) {
        List<String> changed = new ArrayList<>(asked);
        changed.set(place, value);
        return changed;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
