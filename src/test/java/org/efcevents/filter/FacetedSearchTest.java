package org.efcevents.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventKind;
import org.efcevents.event.EventStatus;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Place;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.index.EventTable;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.Vocabulary;
import org.efcevents.search.SearchTerms;
import org.efcevents.workpackage.WorkPackage;
import org.junit.jupiter.api.Test;

class FacetedSearchTest {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final Collator ALPHABET = Collator.getInstance(Locale.ENGLISH);
    private static final Map<String, WorkPackage> GROUPS =
            Map.of("1", group("1", "wp1", 9), "5", group("5", "wp5", 5), "9", group("9", "wp9", 1));
    private static final List<String> WORDS = List.of("network", "réunion network");
    private static final Instant NOW = Instant.parse("2014-06-15T12:00:00Z");

    private static final Map<String, NavigableSet<LocalDate>> DAYS = new HashMap<>();

    /** Those by which every combination is tried. */
    private static final List<Facet> COMBINED =
            List.of(Facet.YEAR, Facet.WORK_PACKAGE, Facet.KIND, Facet.PLACE, Facet.SESSION);

    /** An event, with what it is to be found by. */
    private record Sample(
            IndexedEvent event, Map<Facet, List<String>> values, List<String> texts, List<String> speakers) {}

    private static WorkPackage group(String id, String slug, long position) {
        return new WorkPackage(
                id, slug, slug, null, null, null, null, null, position, Instant.EPOCH, Instant.EPOCH, Fallbacks.NONE);
    }

    private static FacetedSearch search(List<Sample> samples, ArchiveFilter filter) {
        Map<IndexedEvent, List<String>> texts =
                samples.stream().collect(Collectors.toMap(Sample::event, Sample::texts));
        EventTable table = new EventTable(samples.stream().map(Sample::event).toList());
        return new FacetedSearch(
                table.order(NOW),
                filter,
                row -> filter.terms().areIn(texts.get(table.event(row))),
                filter.speakers().stream()
                        .map(slug -> new ChosenSpeaker(slug, "Name of " + slug, row -> samples.get(row)
                                .speakers()
                                .contains(slug)))
                        .toList(),
                // One that the reader may not see counts nowhere.
                GROUPS::get,
                ALPHABET);
    }

    @Test
    void everyCombinationOfFiltersOverTwoThousandEventsCountsAsABruteForceCount() {
        List<Sample> events = generated(2000);
        Map<List<String>, Integer> expected = countOfEveryCombination(events);
        List<List<String>> options = new ArrayList<>();
        for (Facet facet : COMBINED) {
            TreeSet<String> names = new TreeSet<>(List.of(""));
            events.forEach(event -> names.addAll(event.values().get(facet)));
            options.add(List.copyOf(names));
        }
        options.add(List.of("", WORDS.get(0), WORDS.get(1)));

        List<List<String>> combinations = combinations(options);
        assertThat(combinations).hasSize(6 * 4 * 4 * 4 * 3 * 3);
        for (List<String> combination : combinations) {
            FacetedSearch search = search(events, filter(combination));
            check(search.found().size(), expected, combination);
            for (ActiveFilter used : search.activeFilters()) {
                int place = used.parameter().equals("q")
                        ? 5
                        : Facet.of(used.parameter()).orElseThrow().ordinal();
                check(used.count(), expected, changed(combination, place, ""));
            }
            for (Facet facet : COMBINED) {
                FacetCounts counts = search.facet(facet);
                check(counts.count(), expected, changed(combination, facet.ordinal(), ""));
                if (counts.choices().size() != options.get(facet.ordinal()).size() - 1) {
                    throw new AssertionError(facet + " of " + combination + ": " + counts.choices());
                }
                for (Choice choice : counts.choices()) {
                    check(choice.count(), expected, changed(combination, facet.ordinal(), choice.name()));
                }
            }
        }
    }

    @Test
    void severalValuesDatesSpeakersAndWordsFindAndCountAsAskingEachEventDoes() {
        Random random = new Random(20140325);
        List<Sample> events = generated(300);
        Map<Facet, List<String>> names = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            TreeSet<String> known = new TreeSet<>(List.of("nothing-like-it"));
            events.forEach(event -> known.addAll(event.values().get(facet)));
            names.put(facet, List.copyOf(known));
        }
        List<String> dates = List.of(
                "2013",
                "2014",
                "2015",
                "2014-03",
                "2014-03-24",
                "2014-03-25",
                "2016-02",
                "2014-02-28",
                "2014-02-30",
                "x");
        int several = 0;
        for (int round = 0; round < 400; round++) {
            Map<String, List<String>> asked = new HashMap<>();
            for (Facet facet : Facet.values()) {
                asked.put(facet.parameter(), some(random, names.get(facet)));
            }
            asked.put("speaker", some(random, List.of("ann", "bob", "carla", "nobody")));
            for (String parameter : List.of("from", "to", "q")) {
                List<String> values = parameter.equals("q") ? WORDS : dates;
                asked.put(
                        parameter,
                        random.nextInt(4) == 0 ? List.of(values.get(random.nextInt(values.size()))) : List.of());
            }
            ArchiveFilter filter = ArchiveFilter.of(asked);
            several += filter.choices().values().stream().anyMatch(chosen -> chosen.size() > 1) ? 1 : 0;
            FacetedSearch search = search(events, filter);

            assertThat(Set.copyOf(search.found()))
                    .as(filter.query())
                    .isEqualTo(events.stream()
                            .filter(event -> isFound(event, filter))
                            .map(Sample::event)
                            .collect(Collectors.toSet()));
            for (ActiveFilter used : search.activeFilters()) {
                checkCount(used.count(), events, ArchiveFilter.parse(tail(used.query())), used);
            }
            assertThat(search.activeFilters())
                    .hasSize(filter.query().isEmpty() ? 0 : filter.query().split("&").length);
            for (Facet facet : Facet.values()) {
                FacetCounts counts = search.facet(facet);
                checkCount(counts.count(), events, ArchiveFilter.parse(tail(counts.query())), facet);
                assertThat(counts.chosen()).isEqualTo(filter.choices(facet));
                for (Choice choice : counts.choices()) {
                    checkCount(choice.count(), events, ArchiveFilter.parse(tail(choice.query())), choice);
                    assertThat(choice.chosen()).isEqualTo(filter.choices(facet).contains(choice.name()));
                }
            }
        }
        assertThat(several).isGreaterThan(80);
    }

    private static List<String> some(Random random, List<String> values) {
        return random.nextInt(3) > 0
                ? List.of()
                : random.ints(1 + random.nextInt(3), 0, values.size())
                        .mapToObj(values::get)
                        .toList();
    }

    private static String tail(String query) {
        return query.isEmpty() ? "" : query.substring(1);
    }

    private static void checkCount(int count, List<Sample> events, ArchiveFilter filter, Object what) {
        long expected = events.stream().filter(event -> isFound(event, filter)).count();
        if (count != expected) {
            throw new AssertionError(what + ": " + count + " instead of " + expected + " by " + filter.query());
        }
    }

    private static boolean isFound(Sample sample, ArchiveFilter filter) {
        return filter.choices().entrySet().stream().allMatch(choice -> sample.values().get(choice.getKey()).stream()
                        .anyMatch(choice.getValue()::contains))
                && (filter.speakers().isEmpty() || sample.speakers().stream().anyMatch(filter.speakers()::contains))
                && (filter.terms().isEmpty() || filter.terms().areIn(sample.texts()))
                && isWithin(sample.event().date(), filter.period());
    }

    private static boolean isWithin(EventDate date, Period period) {
        if (period.isEmpty()) {
            return true;
        }
        LocalDate from = period.from().isEmpty() ? LocalDate.MIN : period.from().first();
        LocalDate to = period.to().isEmpty() ? LocalDate.MAX : period.to().last();
        return from != null
                && to != null
                && !from.isAfter(to)
                && !DAYS.computeIfAbsent(date.edtfText(), edtf -> possibleDays(date))
                        .subSet(from, true, to, true)
                        .isEmpty();
    }

    /** Asks each day from 2012 to 2017, beyond which no sample goes. */
    private static NavigableSet<LocalDate> possibleDays(EventDate date) {
        String edtf = date.edtfText();
        return LocalDate.of(2012, 1, 1)
                .datesUntil(LocalDate.of(2018, 1, 1))
                .filter(day -> edtf.startsWith("XXXX-")
                        ? day.toString().endsWith(edtf.substring(4))
                        : date.isDated()
                                && !day.isBefore(date.earliest().orElseThrow())
                                && !day.isAfter(date.latest().orElseThrow()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void listsValuesInTheirOwnOrder() {
        FacetedSearch search = search(generated(2000), ArchiveFilter.none());

        assertThat(search.facet(Facet.YEAR).choices())
                .extracting(Choice::name)
                .containsExactly("2016", "2015", "2014", "2013", "undated");
        assertThat(search.facet(Facet.WORK_PACKAGE).choices())
                .extracting(Choice::name)
                .containsExactly("wp9", "wp5", "wp1");
        assertThat(search.facet(Facet.KIND).choices())
                .extracting(Choice::count)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(search.facet(Facet.PLACE).choices())
                .extracting(Choice::label)
                .containsExactly("Århus", "Brussels", "Zürich");
        assertThat(search.facet(Facet.SESSION).choices())
                .extracting(Choice::name)
                .containsExactly("open", "closed");
        assertThat(search.facet(Facet.PHASE).choices())
                .extracting(Choice::name)
                .containsExactly("ongoing", "upcoming", "past", "undated");
    }

    @Test
    void aSpeakerIsCalledByName() {
        FacetedSearch search = search(generated(50), ArchiveFilter.parse("speaker=bob&speaker=ann&from=2014&q=x"));

        assertThat(search.activeFilters())
                .extracting(ActiveFilter::label)
                .containsExactly("2014", "Name of ann", "Name of bob", "x");
        assertThat(search.activeFilters())
                .extracting(ActiveFilter::query)
                .containsExactly(
                        "?speaker=ann&speaker=bob&q=x",
                        "?from=2014&speaker=bob&q=x",
                        "?from=2014&speaker=ann&q=x",
                        "?from=2014&speaker=ann&speaker=bob");
    }

    @Test
    void aValueThatTheArchiveDoesNotHaveFindsNothingAndCanBeTakenAway() {
        FacetedSearch search = search(generated(50), ArchiveFilter.parse("kind=%3Cb%3E&session=closed"));

        assertThat(search.found()).isEmpty();
        assertThat(search.facet(Facet.KIND).choices())
                .filteredOn(Choice::chosen)
                .containsExactly(new Choice("<b>", "<b>", 0, true, "?kind=%3Cb%3E&session=closed"));
        assertThat(search.activeFilters())
                .extracting(ActiveFilter::query)
                .containsExactly("?session=closed", "?kind=%3Cb%3E");
        assertThat(search.activeFilters().get(0).count()).isPositive();
    }

    @Test
    void knowsWhichYearsTheArchiveReachesTo() {
        List<Sample> gap = List.of(
                event("a", "2013", List.of(), null, null, false, "", List.of()),
                event("b", "2015", List.of(), null, null, false, "", List.of()));

        for (String year : List.of("", "2013", "2014", "2015", "undated")) {
            assertThat(isWithinYears(gap, year)).as(year).isTrue();
        }
        for (String year : List.of("2012", "2016", "0", "x", "02014", "20145", "-2014", "٢٠١٤")) {
            assertThat(isWithinYears(gap, year)).as(year).isFalse();
        }
        assertThat(search(gap, ArchiveFilter.parse("year=2012&year=2014")).isWithinYears())
                .as("one of several")
                .isTrue();
        assertThat(search(gap, ArchiveFilter.parse("year=2012&year=2016")).isWithinYears())
                .isFalse();
        assertThat(isWithinYears(List.of(), "2014")).isFalse();
        assertThat(isWithinYears(List.of(), "undated")).isTrue();
    }

    @Test
    void pagesHoldEveryEventOnce() {
        List<Integer> all =
                IntStream.range(0, 2 * Pagination.DEFAULT_SIZE + 1).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            seen.addAll(Pagination.of(ArchiveFilter.none().onPage(page), Pagination.DEFAULT_SIZE, all.size())
                    .cut(all));
        }

        assertThat(seen).isEqualTo(all);
        assertThat(Pagination.of(ArchiveFilter.none().onPage(3), Pagination.DEFAULT_SIZE, all.size())
                        .exists())
                .isTrue();
        assertThat(Pagination.of(ArchiveFilter.none().onPage(4), Pagination.DEFAULT_SIZE, all.size())
                        .exists())
                .isFalse();
        assertThat(Pagination.of(ArchiveFilter.none().onPage(0), Pagination.DEFAULT_SIZE, all.size())
                        .exists())
                .isFalse();
        assertThat(Pagination.of(ArchiveFilter.none(), Pagination.DEFAULT_SIZE, 2 * Pagination.DEFAULT_SIZE)
                        .count())
                .isEqualTo(2);
        assertThat(Pagination.of(ArchiveFilter.none(), Pagination.DEFAULT_SIZE, 0)
                        .exists())
                .isTrue();
    }

    @Test
    void linksToThePagesAboutTheShownOne() {
        Pagination pages = Pagination.of(
                ArchiveFilter.parse("q=wp&page=20"), Pagination.DEFAULT_SIZE, 40 * Pagination.DEFAULT_SIZE);

        assertThat(pages.links()).extracting(Pagination.PageLink::number).containsExactly(1, 18, 19, 20, 21, 22, 40);
        assertThat(pages.links())
                .filteredOn(Pagination.PageLink::afterGap)
                .extracting(Pagination.PageLink::number)
                .containsExactly(18, 40);
        assertThat(pages.links())
                .filteredOn(Pagination.PageLink::current)
                .extracting(Pagination.PageLink::number)
                .containsExactly(20);
        assertThat(pages.previous()).isEqualTo("?q=wp&page=19");
        assertThat(pages.next()).isEqualTo("?q=wp&page=21");
        assertThat(pages.links().get(0).query()).isEqualTo("?q=wp");
    }

    private static boolean isWithinYears(List<Sample> events, String year) {
        return search(events, ArchiveFilter.of(Map.of("year", List.of(year)))).isWithinYears();
    }

    /** Counts for each combination of filters the events that it leaves, by asking each event what it is left by. */
    private static Map<List<String>, Integer> countOfEveryCombination(List<Sample> events) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (Sample event : events) {
            List<List<String>> leftBy = new ArrayList<>();
            for (Facet facet : COMBINED) {
                List<String> names = new ArrayList<>(List.of(""));
                names.addAll(event.values().get(facet));
                leftBy.add(names);
            }
            // The texts are generated, so that whether they have the words needs no search.
            String text = String.join("", event.texts());
            leftBy.add(
                    text.contains("reunion") && text.contains("networks")
                            ? List.of("", WORDS.get(0), WORDS.get(1))
                            : text.contains("networks") ? List.of("", WORDS.get(0)) : List.of(""));
            combinations(leftBy).forEach(combination -> counts.merge(combination, 1, Integer::sum));
        }
        return counts;
    }

    private static List<List<String>> combinations(List<List<String>> options) {
        List<List<String>> combinations = List.of(List.of());
        for (List<String> option : options) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> combination : combinations) {
                for (String value : option) {
                    List<String> next = new ArrayList<>(combination);
                    next.add(value);
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static ArchiveFilter filter(List<String> combination) {
        Map<String, List<String>> parameters = new HashMap<>(Map.of("q", List.of(combination.get(5))));
        for (Facet facet : COMBINED) {
            parameters.put(facet.parameter(), List.of(combination.get(facet.ordinal())));
        }
        return ArchiveFilter.of(parameters);
    }

    private static List<String> changed(List<String> combination, int place, String value) {
        List<String> changed = new ArrayList<>(combination);
        changed.set(place, value);
        return changed;
    }

    private static void check(int count, Map<List<String>, Integer> expected, List<String> combination) {
        if (count != expected.getOrDefault(combination, 0)) {
            throw new AssertionError(combination + ": " + count + " instead of " + expected.get(combination));
        }
    }

    /** Every value in many combinations, some of them never; events with several work packages and with no place. */
    private static List<Sample> generated(int count) {
        Random random = new Random(20140324);
        List<String> dates = List.of(
                "2013",
                "2013-05-01",
                "2014",
                "2014-03",
                "2014-03-24/2014-03-26",
                "2015",
                "2016-02-29",
                "",
                "XXXX-02-29",
                "XXXX-06-04");
        List<List<String>> people = List.of(List.of(), List.of("ann"), List.of("bob", "ann"), List.of("carla"));
        List<List<String>> groups = List.of(List.of(), List.of("1"), List.of("5", "1"), List.of("9", "hidden", "5"));
        List<String> kinds = List.of("conference", "training", "training", "launch");
        List<String> towns = List.of("Brussels", "Århus", "Zürich", "");
        List<String> texts = List.of("une réunion", "Networks", "La RÉUNION des networks", "");
        return IntStream.range(0, count)
                .mapToObj(i -> event(
                        "event-" + i,
                        dates.get(random.nextInt(dates.size())),
                        groups.get(random.nextInt(4)),
                        random.nextInt(9) == 0 ? null : kinds.get(random.nextInt(4)),
                        towns.get(random.nextInt(4)),
                        random.nextBoolean(),
                        texts.get(random.nextInt(4)),
                        people.get(random.nextInt(4))))
                .toList();
    }

    private static Sample event(
            String slug,
            String edtf,
            List<String> groups,
            String kind,
            String town,
            boolean closed,
            String text,
            List<String> speakers) {
        EventDate date = EventDate.parseEdtf(edtf);
        String id =
                UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8)).toString();
        EventSummary event = new EventSummary(
                id,
                slug,
                slug,
                OpenEnum.of(EventKind.class, kind),
                date,
                new Place(null, town, null, Fallbacks.NONE),
                null,
                closed,
                null,
                OpenEnum.of(EventStatus.SCHEDULED),
                null,
                List.of(),
                false,
                Fallbacks.NONE);
        Map<Facet, List<String>> values = Map.of(
                Facet.YEAR,
                List.of(date.isDated() ? date.yearText() : "undated"),
                Facet.WORK_PACKAGE,
                groups.stream()
                        .filter(GROUPS::containsKey)
                        .map(group -> GROUPS.get(group).slug())
                        .toList(),
                Facet.KIND,
                kind == null ? List.of() : List.of(kind),
                Facet.PLACE,
                town == null || town.isEmpty() ? List.of() : List.of(SearchTerms.searchable(town)),
                Facet.SESSION,
                List.of(closed ? "closed" : "open"),
                Facet.PHASE,
                List.of(date.phase(NOW, ZoneOffset.UTC).word()));
        // As an event's own text and what was said there: words may be found in one or the other.
        int half = text.length() / 2;
        int cut = text.indexOf(' ', half) < 0 ? text.length() : text.indexOf(' ', half);
        IndexedEvent indexed = new IndexedEvent(
                0,
                event,
                new IndexedEvent.Stored(
                        id,
                        "/events/" + slug,
                        town,
                        groups,
                        List.of("en"),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH),
                ZoneOffset.UTC,
                VOCABULARY);
        return new Sample(
                indexed,
                values,
                List.of(SearchTerms.searchable(text.substring(0, cut)), SearchTerms.searchable(text.substring(cut))),
                speakers);
    }
}
