package org.efcevents.filter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.efcevents.address.QueryString;
import org.efcevents.search.SearchTerms;

/**
 * What a visitor has chosen and searched for. It corresponds to the query string of an address.
 *
 * <p>Values are only ever compared with those in the archive. A value that the archive does not have finds nothing. Of several
 * values of a facet, or several speakers, an event needs to have one; of different facets, all.
 *
 * @param choices the values chosen in each facet, in alphabetical order; facets without a choice are absent
 * @param period the time within which the events may lie
 * @param speakers the slugs of the speakers of whom at least one took part, in alphabetical order
 * @param terms the words to search for
 * @param page the page of the result, from 1; 0 if the address gives a number that cannot exist
 */
public record ArchiveFilter(
        Map<Facet, List<String>> choices, Period period, List<String> speakers, SearchTerms terms, int page) {

    /** The parameter of the beginning of {@link #period}. */
    public static final String FROM = "from";

    /** The parameter of the end of {@link #period}. */
    public static final String TO = "to";

    /** The parameter of {@link #speakers}, which may be repeated. */
    public static final String SPEAKER = "speaker";

    /** The parameter of {@link #terms}. */
    public static final String WORDS = "q";

    private static final String PAGE = "page";
    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    /** Makes defensive copies, without what is there twice. */
    public ArchiveFilter {
        EnumMap<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        choices.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, inOrder(values));
            }
        });
        choices = Collections.unmodifiableMap(copy);
        speakers = inOrder(speakers);
    }

    private static List<String> inOrder(List<String> values) {
        return values.stream().distinct().sorted().toList();
    }

    /** The first page of everything. */
    public static ArchiveFilter none() {
        return new ArchiveFilter(Map.of(), Period.ALWAYS, List.of(), SearchTerms.of(""), 1);
    }

    /**
     * Parses a query string.
     *
     * @param query the query string without its question mark, encoded as {@code application/x-www-form-urlencoded} in
     *     UTF-8; null counts as empty. Malformed parts are ignored
     */
    public static ArchiveFilter parse(String query) {
        return of(QueryString.parse(query).parameters());
    }

    /**
     * Reads query parameters. Blank values are ignored, like empty form fields; of several words, dates or pages, the first
     * that is not blank counts; unknown parameters are ignored.
     *
     * @param parameters the values of each parameter, decoded and without HTML escaping
     */
    public static ArchiveFilter of(Map<String, List<String>> parameters) {
        EnumMap<Facet, List<String>> choices = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            choices.put(facet, values(parameters, facet.parameter()));
        }
        String page = value(parameters, PAGE);
        return new ArchiveFilter(
                choices,
                Period.of(value(parameters, FROM), value(parameters, TO)),
                values(parameters, SPEAKER),
                SearchTerms.of(value(parameters, WORDS)),
                page.isEmpty() ? 1 : PAGE_NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 0);
    }

    private static List<String> values(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String value(Map<String, List<String>> parameters, String name) {
        return values(parameters, name).stream().findFirst().orElse("");
    }

    /** Whether nothing is chosen and nothing searched for. */
    public boolean isEmpty() {
        return choices.isEmpty() && period.isEmpty() && speakers.isEmpty() && terms.isEmpty();
    }

    /**
     * Whether it is more than one choice in one facet. Search engines have better pages to index than these.
     */
    public boolean isNarrow() {
        return choices.values().stream().mapToInt(List::size).sum() > 1
                || !period.isEmpty()
                || !speakers.isEmpty()
                || !terms.isEmpty();
    }

    /** The values chosen in a facet. */
    public List<String> choices(Facet facet) {
        return choices.getOrDefault(facet, List.of());
    }

    /** This filter with other choices in one facet, on the first page. */
    public ArchiveFilter with(Facet facet, List<String> values) {
        EnumMap<Facet, List<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(choices);
        changed.put(facet, values);
        return new ArchiveFilter(changed, period, speakers, terms, 1);
    }

    /** This filter without any choice in one facet, on the first page. */
    public ArchiveFilter without(Facet facet) {
        return with(facet, List.of());
    }

    /** This filter without one of the choices in a facet, on the first page. */
    public ArchiveFilter without(Facet facet, String value) {
        return with(facet, others(choices(facet), value));
    }

    /** This filter within another period, on the first page. */
    ArchiveFilter with(Period other) {
        return new ArchiveFilter(choices, other, speakers, terms, 1);
    }

    /** This filter with other speakers, on the first page. */
    public ArchiveFilter withSpeakers(List<String> others) {
        return new ArchiveFilter(choices, period, others, terms, 1);
    }

    /** This filter without one of the speakers, on the first page. */
    ArchiveFilter withoutSpeaker(String slug) {
        return withSpeakers(others(speakers, slug));
    }

    private static List<String> others(List<String> values, String one) {
        return values.stream().filter(value -> !value.equals(one)).toList();
    }

    /** This filter with other search terms, on the first page. */
    public ArchiveFilter with(SearchTerms others) {
        return new ArchiveFilter(choices, period, speakers, others, 1);
    }

    /** This filter without search terms, on the first page. */
    public ArchiveFilter withoutTerms() {
        return with(SearchTerms.of(""));
    }

    /** Another page of the same result. */
    public ArchiveFilter onPage(int number) {
        return new ArchiveFilter(choices, period, speakers, terms, number);
    }

    /**
     * The filter as a query string including its question mark, or empty if there is nothing to say. Encoded as {@code
     * application/x-www-form-urlencoded} in UTF-8, with parameters and their values in a fixed order and the first page left
     * out.
     */
    public String query() {
        List<String> pairs = new ArrayList<>();
        choices.forEach((facet, values) -> values.forEach(value -> add(pairs, facet.parameter(), value)));
        add(pairs, FROM, period.from().typed());
        add(pairs, TO, period.to().typed());
        speakers.forEach(slug -> add(pairs, SPEAKER, slug));
        if (!terms.isEmpty()) {
            add(pairs, WORDS, terms.typed());
        }
        if (page != 1) {
            pairs.add(PAGE + "=" + page);
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static void add(List<String> pairs, String parameter, String value) {
        if (!value.isEmpty()) {
            pairs.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
