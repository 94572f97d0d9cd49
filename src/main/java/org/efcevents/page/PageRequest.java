package org.efcevents.page;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import org.efcevents.address.Addresses;
import org.efcevents.address.PageKind;
import org.efcevents.address.QueryString;

/**
 * A request for a page, as plain values.
 *
 * @param kind which of the archive's pages it is
 * @param selector what the address names, such as an event's slug; empty where it names nothing
 * @param extension the ending of the address, such as {@code ics}
 * @param query the query string, encoded as it came; empty where there is none
 * @param ifNoneMatch the header of that name, as it was sent; empty where it was not
 * @param anonymous whether nobody has signed in
 * @param addresses of the site
 * @param base what precedes {@code /events.html} in the page's language, without scheme and host
 * @param origin what addresses to share begin with, such as {@code https://www.example.org}
 * @param contextPath of the web application; empty for the root
 * @param timeZone the zone in which the site's days begin and end
 * @param sizes how much is shown at a time
 */
public record PageRequest(
        PageKind kind,
        String selector,
        String extension,
        String query,
        String ifNoneMatch,
        boolean anonymous,
        Addresses addresses,
        String base,
        String origin,
        String contextPath,
        ZoneId timeZone,
        Sizes sizes) {

    /** The ending of an address that names none. */
    private static final String USUAL_EXTENSION = "html";

    /**
     * How much is shown at a time.
     *
     * @param page events on a page of the archive
     * @param feed events in one document of a feed
     * @param related events that an event's page leads on to
     */
    public record Sizes(int page, int feed, int related) {

        /** @throws IllegalArgumentException if a page or a feed would have no event */
        public Sizes {
            if (page < 1 || feed < 1 || related < 0) {
                throw new IllegalArgumentException("The template parameters pageSize (" + page + ") and feedSize ("
                        + feed + ") are to be 1 or more, relatedEvents (" + related + ") 0 or more");
            }
        }
    }

    /**
     * Takes the facts that a template gives; {@code templates/includes/answer.ftl} says which there are.
     *
     * @throws IllegalArgumentException if one is missing or is no such thing; it names the fact
     */
    public static PageRequest of(Map<String, ?> facts) {
        String extension = text(facts, "extension");
        return new PageRequest(
                PageKind.of(text(facts, "page")),
                text(facts, "selector"),
                extension.isEmpty() ? USUAL_EXTENSION : extension,
                text(facts, "query"),
                text(facts, "ifNoneMatch"),
                Boolean.TRUE.equals(fact(facts, "anonymous", Boolean.class)),
                fact(facts, "addresses", Addresses.class),
                text(facts, "base"),
                text(facts, "origin"),
                text(facts, "contextPath"),
                zone(text(facts, "timeZone")),
                new Sizes(number(facts, "pageSize"), number(facts, "feedSize"), number(facts, "relatedEvents")));
    }

    /**
     * The zone that a template parameter names.
     *
     * @throws IllegalArgumentException if there is no such zone
     */
    public static ZoneId zone(String timeZone) {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The template parameter timeZone is \"" + timeZone
                            + "\": give an IANA name such as Europe/Brussels",
                    e);
        }
    }

    private static String text(Map<String, ?> facts, String name) {
        return fact(facts, name, String.class);
    }

    private static int number(Map<String, ?> facts, String name) {
        return fact(facts, name, Number.class).intValue();
    }

    private static <T> T fact(Map<String, ?> facts, String name, Class<T> type) {
        Object value = facts.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("The template gives no " + name + " (" + type.getSimpleName() + "), but "
                    + value + ": include /efc-events/templates/includes/answer.ftl");
        }
        return type.cast(value);
    }

    /** Whether a page is asked for, and no other channel. */
    boolean isForPage() {
        return extension.equals(USUAL_EXTENSION);
    }

    /** Whether the reader wants to sign in on the page. */
    boolean asksToSignIn() {
        return anonymous && isForPage() && QueryString.parse(query).parameters().containsKey("signIn");
    }
}
