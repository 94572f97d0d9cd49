package org.efcpreview.authoring;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.efcpreview.http.Address;
import org.efcpreview.http.Reply;

/** The language of the authoring UI, and of the server's own pages, as long as no user has said otherwise. */
public final class UiLanguage {
    private static final List<String> KNOWN = List.of("en", "fr");
    private static final String COOKIE = "author-language";

    private UiLanguage() {}

    /** A language of the UI; empty if it is none. */
    public static Optional<Locale> known(String language) {
        return KNOWN.contains(language) ? Optional.of(Locale.forLanguageTag(language)) : Optional.empty();
    }

    /** What the address asks for, else what was chosen with this browser before, else what the browser prefers. */
    public static Locale of(HttpServletRequest request) {
        return askedFor(request)
                .or(() -> chosenBefore(request))
                .orElseGet(() -> preferred(request.getHeader("Accept-Language")));
    }

    private static Optional<Locale> askedFor(HttpServletRequest request) {
        try {
            return first(Address.parameters(request.getQueryString()).getOrDefault("language", List.of()).stream());
        } catch (IllegalArgumentException e) {
            // The page that says that the query is broken has a language, too.
            return Optional.empty();
        }
    }

    /**
     * The first of a browser's languages that the UI has, else English.
     *
     * @param header its {@code Accept-Language}, a wish: one that cannot be understood is none; null if it has not sent any
     */
    public static Locale preferred(String header) {
        try {
            return first(Locale.LanguageRange.parse(Objects.toString(header, "*")).stream()
                            .map(range -> range.getRange().split("-")[0]))
                    .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    private static Optional<Locale> first(Stream<String> languages) {
        return languages.flatMap(language -> known(language).stream()).findFirst();
    }

    /** What was chosen with this browser in an earlier session. */
    public static Optional<Locale> chosenBefore(HttpServletRequest request) {
        return first(Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue));
    }

    /**
     * Adds a choice to a reply: it outlives the session, so that who signs in again goes on in that language.
     *
     * @param chosen what is no language of the UI is no choice
     */
    public static Reply remember(Reply reply, HttpServletRequest request, String chosen) {
        // A cookie of the servlet API has no SameSite.
        return known(chosen).isEmpty()
                ? reply
                : reply.with(
                        "Set-Cookie",
                        COOKIE + "=" + chosen + "; Path=" + request.getContextPath()
                                + "; Max-Age=31536000; HttpOnly; SameSite=Lax"
                                + (request.isSecure() ? "; Secure" : ""));
    }
}
