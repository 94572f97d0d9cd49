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
 * <p>Values are only ever compared with those in the archive. A value that the archive does not have finds nothing.
 *
 * @param choices the value chosen in each facet; facets without a choice are absent
 * @param terms the words to search for
 * @param page the page of the result, from 1; 0 if the address gives a number that cannot exist
 */
public record ArchiveFilter(Map<Facet, String> choices, SearchTerms terms, int page) {

    private static final String WORDS = "q";
    private static final String PAGE = "page";
    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    /** Makes a defensive copy of the choices. */
    public ArchiveFilter {
        EnumMap<Facet, String> copy = new EnumMap<>(Facet.class);
        copy.putAll(choices);
        choices = Collections.unmodifiableMap(copy);
    }

    /** The first page of everything. */
    public static ArchiveFilter none() {
        return new ArchiveFilter(Map.of(), SearchTerms.of(""), 1);
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
     * Reads query parameters. Blank values are ignored, like empty form fields; of several values, the first that is
     * not blank counts; unknown parameters are ignored.
     *
     * @param parameters the values of each parameter, decoded and without HTML escaping
     */
    public static ArchiveFilter of(Map<String, List<String>> parameters) {
        EnumMap<Facet, String> choices = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String value = value(parameters, facet.parameter());
            if (!value.isEmpty()) {
                choices.put(facet, value);
            }
        }
        String page = value(parameters, PAGE);
        return new ArchiveFilter(
                choices,
                SearchTerms.of(value(parameters, WORDS)),
                page.isEmpty() ? 1 : PAGE_NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 0);
    }

    private static String value(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether nothing is chosen and nothing searched for. */
    public boolean isEmpty() {
        return choices.isEmpty() && terms.isEmpty();
    }

    /**
     * Whether several filters are combined or words searched for. Search engines have better pages to index than these.
     */
    public boolean isNarrow() {
        return choices.size() > 1 || !terms.isEmpty();
    }

    /** The value chosen in a facet; empty if there is none. */
    public String choice(Facet facet) {
        return choices.getOrDefault(facet, "");
    }

    /** This filter with another choice in one facet, on the first page. */
    public ArchiveFilter with(Facet facet, String value) {
        EnumMap<Facet, String> changed = new EnumMap<>(Facet.class);
        changed.putAll(choices);
        changed.put(facet, value);
        return new ArchiveFilter(changed, terms, 1);
    }

    /** This filter without a choice in one facet, on the first page. */
    public ArchiveFilter without(Facet facet) {
        EnumMap<Facet, String> changed = new EnumMap<>(Facet.class);
        changed.putAll(choices);
        changed.remove(facet);
        return new ArchiveFilter(changed, terms, 1);
    }

    /** This filter with other search terms, on the first page. */
    public ArchiveFilter with(SearchTerms others) {
        return new ArchiveFilter(choices, others, 1);
    }

    /** This filter without search terms, on the first page. */
    public ArchiveFilter withoutTerms() {
        return with(SearchTerms.of(""));
    }

    /** Another page of the same result. */
    public ArchiveFilter onPage(int number) {
        return new ArchiveFilter(choices, terms, number);
    }

    /**
     * The filter as a query string including its question mark, or empty if there is nothing to say. Encoded as {@code
     * application/x-www-form-urlencoded} in UTF-8, with parameters in a fixed order and the first page left out.
     */
    public String query() {
        List<String> pairs = new ArrayList<>();
        choices.forEach((facet, value) -> pairs.add(facet.parameter() + "=" + encoded(value)));
        if (!terms.isEmpty()) {
            pairs.add(WORDS + "=" + encoded(terms.typed()));
        }
        if (page != 1) {
            pairs.add(PAGE + "=" + page);
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
