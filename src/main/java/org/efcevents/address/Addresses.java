package org.efcevents.address;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The absolute addresses of the site's pages.
 *
 * @param language ISO 639 code of the language that is spoken here
 * @param own what precedes {@code /events.html} in that language, such as {@code https://www.example.org/fr}
 * @param byLanguage the same for each of the site's languages by its code, the default one first; empty where the site has one
 *     language only
 */
public record Addresses(String language, String own, Map<String, String> byLanguage) {

    /** Copies the map, and keeps its order: what is made of it is the same on every instance. */
    public Addresses {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** The address in the language that is spoken here. */
    public String here(String path) {
        return own + path;
    }

    /**
     * The one address of a page, to be shared: that of the original where the page is not translated.
     *
     * @param path what follows the language, such as {@code /events/some-event.html}
     * @param written ISO 639 codes of the languages that the page is written in, the original one first; empty: all of them
     */
    public String canonical(String path, List<String> written) {
        String original = written.isEmpty() || written.contains(language) ? language : written.get(0);
        return byLanguage.getOrDefault(original, own) + path;
    }

    /**
     * The addresses of a page in each language that it is written in, by BCP 47 tag and in the order of the tags.
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

    /** The one address of an event's page. */
    public String event(String slug, List<String> written) {
        return canonical("/events/" + slug + ".html", written);
    }

    /** The address of a work package's page, in the language that is spoken here. */
    public String workPackage(String slug) {
        return here("/work-packages/" + slug + ".html");
    }
}
