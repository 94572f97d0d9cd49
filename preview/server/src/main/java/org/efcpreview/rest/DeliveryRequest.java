package org.efcpreview.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.efcpreview.site.LocaleNames;
import org.efcpreview.site.SiteLocales;

/**
 * What an endpoint is asked.
 *
 * @param path what follows the endpoint's address, decoded: empty or {@code /} for a list
 * @param parameters the query parameters, decoded, each with its values in order
 * @param acceptLanguages what the header {@code Accept-Language} says, best first; an empty locale stands for {@code *}
 */
public record DeliveryRequest(String path, Map<String, List<String>> parameters, List<Locale> acceptLanguages) {
    private static final Set<String> NO_FILTERS =
            Set.of("nodeTypes", "lang", "q", "orderBy", "offset", "limit", "properties", "excludeProperties");

    /** The first value of a parameter; null if there is none. */
    String text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** What a parameter lists, separated by commas; empty if there is none. */
    List<String> list(String name) {
        String text = text(name);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .filter(part -> !part.isEmpty())
                        .map(String::trim)
                        .toList();
    }

    /** A number; {@code absent} if there is none. */
    long number(String name, long absent) {
        String text = text(name);
        try {
            return text == null ? absent : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw RestError.notFound("Unable to extract parameter from http request: javax.ws.rs.QueryParam(\"" + name
                    + "\") value is '" + text + "'");
        }
    }

    /** The parameters that are none of the endpoint's own. */
    Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>(parameters);
        filters.keySet().removeAll(NO_FILTERS);
        filters.values().removeIf(List::isEmpty);
        filters.computeIfPresent(
                "@name",
                (name, values) -> values.stream().map(DeliveryRequest::nodeName).toList());
        return filters;
    }

    /** A name as Magnolia's {@code NodeNameHelper} makes it fit for a node. */
    private static String nodeName(String name) {
        String valid = name.replaceAll("[ \\[\\]*\":\\\\';/?+%!#@=&{|}~]", "-");
        return name.isEmpty() ? "untitled" : valid.startsWith(".") ? "-" + valid.substring(1) : valid;
    }

    /** Whether every property is wanted as it is called, in whatever language. */
    boolean wantsAllLanguages() {
        return "all".equalsIgnoreCase(text("lang"));
    }

    /** The language of the answer, one of the site's; that of the parameter {@code lang} goes before the header's. */
    Locale language(SiteLocales site) {
        String asked = text("lang");
        if (asked != null && !wantsAllLanguages()) {
            String name = asked.replace('-', '_');
            Locale locale = LocaleNames.parse(name)
                    .orElseThrow(() -> RestError.unforeseen("Language parameter: " + name + " is not allowed"));
            Locale known = Locale.lookup(Locale.LanguageRange.parse(locale.toLanguageTag()), site.locales());
            if (known != null) {
                return known;
            }
        }
        return acceptLanguages.stream()
                .flatMap(wanted -> site.locales().stream().filter(locale -> isAcceptable(locale, wanted)))
                .findFirst()
                .orElse(site.defaultLocale());
    }

    /** As {@code javax.ws.rs.core.Request.selectVariant} takes it. */
    private static boolean isAcceptable(Locale locale, Locale wanted) {
        boolean anyCountry =
                wanted.getCountry().isEmpty() || locale.getCountry().isEmpty();
        return wanted.getLanguage().isEmpty()
                || wanted.equals(locale)
                || anyCountry && wanted.getLanguage().equals(locale.getLanguage());
    }
}
