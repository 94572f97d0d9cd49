package org.efcevents.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.efcevents.address.QueryString;

/**
 * What a visitor asks of the archive; an address's query string says the same.
 *
 * <p>Values are only ever compared with what the archive holds. One that it does not hold finds nothing.
 *
 * @param choices the value chosen in each dimension; those without a choice are absent
 * @param words the words to look for
 * @param page the page of the result, from 1; 0 where the address names none that could exist
 */
public record ArchiveFilter(Map<Dimension, String> choices, Words words, int page) {

    private static final String WORDS = "q";
    private static final String PAGE = "page";
    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    /** Copies the choices. */
    public ArchiveFilter {
        EnumMap<Dimension, String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(choices);
        choices = Collections.unmodifiableMap(copy);
    }

    /** No choice, no words, the first page. */
    public static ArchiveFilter none() {
        return new ArchiveFilter(Map.of(), Words.of(""), 1);
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
        EnumMap<Dimension, String> choices = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            String value = value(parameters, dimension.parameter());
            if (!value.isEmpty()) {
                choices.put(dimension, value);
            }
        }
        String page = value(parameters, PAGE);
        return new ArchiveFilter(
                choices,
                Words.of(value(parameters, WORDS)),
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
        return choices.isEmpty() && words.isEmpty();
    }

    /** Whether search engines have better pages than these: they combine filters, or look for words. */
    public boolean isNarrow() {
        return choices.size() > 1 || !words.isEmpty();
    }

    /** What is chosen in a dimension; empty if nothing is. */
    public String choice(Dimension dimension) {
        return choices.getOrDefault(dimension, "");
    }

    /** This filter with another choice in one dimension, on its first page. */
    public ArchiveFilter with(Dimension dimension, String value) {
        EnumMap<Dimension, String> changed = new EnumMap<>(Dimension.class);
        changed.putAll(choices);
        changed.put(dimension, value);
        return new ArchiveFilter(changed, words, 1);
    }

    /** This filter without a choice in one dimension, on its first page. */
    public ArchiveFilter without(Dimension dimension) {
        EnumMap<Dimension, String> changed = new EnumMap<>(Dimension.class);
        changed.putAll(choices);
        changed.remove(dimension);
        return new ArchiveFilter(changed, words, 1);
    }

    /** This filter with other words, on its first page. */
    public ArchiveFilter with(Words others) {
        return new ArchiveFilter(choices, others, 1);
    }

    /** This filter without words, on its first page. */
    public ArchiveFilter withoutWords() {
        return with(Words.of(""));
    }

    /** Another page of the same result. */
    public ArchiveFilter onPage(int number) {
        return new ArchiveFilter(choices, words, number);
    }

    /**
     * The filter as a query string with its question mark, empty where it says nothing; encoded as a form is
     * ({@code application/x-www-form-urlencoded}, UTF-8), always in the same order, the first page unsaid.
     */
    public String query() {
        List<String> pairs = new ArrayList<>();
        choices.forEach((dimension, value) -> pairs.add(dimension.parameter() + "=" + encoded(value)));
        if (!words.isEmpty()) {
            pairs.add(WORDS + "=" + encoded(words.typed()));
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
