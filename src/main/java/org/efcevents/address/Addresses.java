package org.efcevents.address;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The absolute addresses of the site's pages.
 *
 * @param language ISO 639 code of the language of the page
 * @param own what precedes {@code /events.html} in addresses of that language, such as {@code
 *     https://www.example.org/fr}
 * @param byLanguage the same for each language of the site, by its code and with the default language first; empty if
 *     the site has only one language
 */
public record Addresses(String language, String own, Map<String, String> byLanguage) {

    /** Makes a defensive copy of the map that keeps its order, so that results are the same on every instance. */
    public Addresses {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** The same from a page in another language of the site. */
    public Addresses in(String other) {
        return new Addresses(other, byLanguage.getOrDefault(other, own), byLanguage);
    }

    /** The absolute address of a path in the language of the page. */
    public String here(String path) {
        return own + path;
    }

    /**
     * The canonical address of a page, for sharing: that of the original if the page has not been translated.
     *
     * @param path what follows the language, such as {@code /events/some-event.html}
     * @param written ISO 639 codes of the languages that the page is written in, the original language first; empty for
     *     all languages of the site
     */
    public String canonical(String path, List<String> written) {
        return byLanguage.getOrDefault(written(written), own) + path;
    }

    /**
     * The addresses of a page in all languages that it is written in, by BCP 47 tag and sorted by it.
     *
     * @param written as in {@link #canonical}
     */
    public Map<String, String> translations(String path, List<String> written) {
        Map<String, String> translations = new TreeMap<>();
        byLanguage.forEach((code, base) -> {
            if (written.isEmpty() || written.contains(code)) {
                translations.put(code.replace('_', '-'), base + path);
            }
        });
        return translations.isEmpty() ? Map.of(language, own + path) : translations;
    }

    /**
     * The address of something that stays the same for life, whatever its page is called, and in all languages: it leads to its
     * page. {@code path} is such as {@code /events/} with its identifier.
     */
    public String lasting(String path) {
        return byLanguage.values().stream().findFirst().orElse(own) + path;
    }

    /** The language of the page at its {@link #canonical} address. */
    public String written(List<String> written) {
        return written.isEmpty() || written.contains(language) ? language : written.get(0);
    }

    /** The canonical address of an event's page. */
    public String event(String slug, List<String> written) {
        return canonical("/events/" + slug + ".html", written);
    }

    /** The address of a work package's page in the language of the page. */
    public String workPackage(String slug) {
        return here("/work-packages/" + slug + ".html");
    }
}
