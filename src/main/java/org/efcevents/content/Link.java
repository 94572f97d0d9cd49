package org.efcevents.content;

import java.util.List;
import java.util.Locale;

/**
 * A link that an editor entered.
 *
 * @param url an {@code http}, {@code https} or {@code mailto} address
 * @param title the link text; the address itself if the editor gave none
 * @param fallbacks whether the {@code title} is in another language
 */
public record Link(String url, String title, Fallbacks fallbacks) {

    private static final List<String> SCHEMES = List.of("https:", "http:", "mailto:");

    /** Reads the links of a multi-field. Those that are unsafe to follow, such as {@code javascript:}, are left out. */
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

    /** Whether an address may be used in {@code href}. */
    public static boolean isSafe(String url) {
        return url != null && SCHEMES.stream().anyMatch(url.strip().toLowerCase(Locale.ROOT)::startsWith);
    }
}
