package org.efcevents.content;

import java.util.List;
import java.util.Locale;

/**
 * A link that an editor typed.
 *
 * @param url an {@code http}, {@code https} or {@code mailto} address
 * @param title what it leads to; the address itself where the editor gave no title
 * @param fallbacks whether the {@code title} is in the default language only
 */
public record Link(String url, String title, Fallbacks fallbacks) {

    private static final List<String> SCHEMES = List.of("https:", "http:", "mailto:");

    /** The links of a multi-field, without those whose address a browser should not follow, such as {@code javascript:}. */
    public static List<Link> of(ContentNode owner, String multiField) {
        return owner.entries(multiField).stream()
                .filter(entry -> isSafe(entry.rawText("url")))
                .map(entry -> {
                    String title = entry.text("title");
                    return new Link(
                            entry.rawText("url"),
                            title == null ? entry.rawText("url") : title,
                            entry.fallbacks("title"));
                })
                .toList();
    }

    /** Whether an address may be printed into {@code href}. */
    public static boolean isSafe(String url) {
        return url != null && SCHEMES.stream().anyMatch(url.strip().toLowerCase(Locale.ROOT)::startsWith);
    }
}
