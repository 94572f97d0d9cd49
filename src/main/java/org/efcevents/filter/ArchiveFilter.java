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
 * What a visitor asks of the archive; an address's query string says the same.
 *
 * <p>Values are only ever compared with what the archive holds. One that it does not hold finds nothing.
 *
 * @param choices the value chosen in each facet; those without a choice are absent
 * @param terms the words to look for
 * @param page the page of the result, from 1; 0 where the address names none that could exist
 */
public record ArchiveFilter(Map<Facet, String> choices, SearchTerms terms, int page) {

    private static final String WORDS = "q";
    private static final String PAGE = "page";
    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    /** Copies the choices. */
    public ArchiveFilter {
        EnumMap<Facet, String> copy = new EnumMap<>(Facet.class);
        copy.putAll(choices);
        choices = Collections.unmodifiableMap(copy);
    }

    /** No choice, no terms, the first page. */
    public static ArchiveFilter none() {
        return new ArchiveFilter(Map.of(), SearchTerms.of(""), 1);
    }

    /**
     * Reads the query string of an address.
     *
     * @param query without its question mark, encoded as a form is ({@code application/x-www-form-urlencoded}, UTF-8); null
     *     is as good as empty. A part that is encoded wrongly says nothing
     */
    public static ArchiveFilter parse(String query) {
        return of(QueryString.parse(query).parameters());
    }

    /**
     * Reads the parameters of an address. A blank one says nothing, as an empty field of a form; of several values the first
     * counts that is not blank; others than those of {@link #query()} are ignored.
     *
     * @param parameters the values of each parameter, as typed: decoded and without HTML escaping
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

    /** Whether nothing is chosen and no word is looked for. */
    public boolean isEmpty() {
        return choices.isEmpty() && terms.isEmpty();
    }

    /** Whether search engines have better pages than these: they combine filters, or look for terms. */
    public boolean isNarrow() {
        return choices.size() > 1 || !terms.isEmpty();
    }

    /** What is chosen in a facet; empty if nothing is. */
    public String choice(Facet facet) {
        return choices.getOrDefault(facet, "");
    }

    /** This filter with another choice in one facet, on its first page. */
    public ArchiveFilter with(Facet facet, String value) {
        EnumMap<Facet, String> changed = new EnumMap<>(Facet.class);
        changed.putAll(choices);
        changed.put(facet, value);
        return new ArchiveFilter(changed, terms, 1);
    }

    /** This filter without a choice in one facet, on its first page. */
    public ArchiveFilter without(Facet facet) {
        EnumMap<Facet, String> changed = new EnumMap<>(Facet.class);
        changed.putAll(choices);
        changed.remove(facet);
        return new ArchiveFilter(changed, terms, 1);
    }

    /** This filter with other terms, on its first page. */
    public ArchiveFilter with(SearchTerms others) {
        return new ArchiveFilter(choices, others, 1);
    }

    /** This filter without terms, on its first page. */
    public ArchiveFilter withoutTerms() {
        return with(SearchTerms.of(""));
    }

    /** Another page of the same result. */
    public ArchiveFilter onPage(int number) {
        return new ArchiveFilter(choices, terms, number);
    }

    /**
     * The filter as a query string with its question mark, empty where it says nothing; encoded as a form is
     * ({@code application/x-www-form-urlencoded}, UTF-8), always in the same order, the first page unsaid.
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
