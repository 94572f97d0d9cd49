package org.efcevents.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Session;
import org.efcevents.address.Addresses;
import org.efcevents.address.PageKind;
import org.efcevents.address.QueryString;
import org.efcevents.http.SentForm;
import org.efcevents.publish.MagnoliaCommands;
import org.efcevents.publish.Publishing;

/**
 * A request for a page, as plain values.
 *
 * @param kind the kind of page requested
 * @param selector the selector of the address, such as an event's slug; may be empty
 * @param extension the extension of the address, such as {@code ics}
 * @param query the query string, still encoded; may be empty
 * @param method the method of the request, such as {@code GET}
 * @param ifNoneMatch the value of that header; empty if it was not sent
 * @param anonymous whether the reader is not signed in
 * @param said the names of the headers that filters have set already
 * @param author whether an author instance is asked, on which editors work
 * @param user the name of the user
 * @param form what was sent with the method {@code POST}
 * @param publishing what an editor can publish with
 * @param addresses the addresses of the site
 * @param base what precedes {@code /events.html} in addresses of the page's language, without scheme and host
 * @param origin scheme and host of the site, such as {@code https://www.example.org}
 * @param contextPath the context path of the web application; empty for the root
 * @param timeZone the time zone in which the site's days begin and end
 * @param policy what browsers may do with pages (Content Security Policy); empty if nothing is to be said
 * @param license the address of the licence of what the archive says; null if the site names none
 * @param sizes how many events are shown
 */
public record PageRequest(
        PageKind kind,
        String selector,
        String extension,
        String query,
        String method,
        String ifNoneMatch,
        boolean anonymous,
        List<String> said,
        boolean author,
        String user,
        SentForm form,
        Publishing publishing,
        Addresses addresses,
        String base,
        String origin,
        String contextPath,
        ZoneId timeZone,
        String policy,
        String license,
        Sizes sizes) {

    /** The default extension. */
    private static final String USUAL_EXTENSION = "html";

    /** In bytes. */
    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    /**
     * How many events are shown in different places.
     *
     * @param page the number of events per page of the archive
     * @param feed the number of events in a document of a feed
     * @param related the maximum number of related events on an event's page
     */
    public record Sizes(int page, int feed, int related) {

        /** @throws IllegalArgumentException if a page or a feed would have no events */
        public Sizes {
            if (page < 1 || feed < 1 || related < 0) {
                throw new IllegalArgumentException("The template parameters pageSize (" + page + ") and feedSize ("
                        + feed + ") are to be 1 or more, relatedEvents (" + related + ") 0 or more");
            }
        }
    }

    /**
     * Creates a request from the facts that a template passes in; {@code templates/includes/answer.ftl} lists them.
     *
     * @throws IllegalArgumentException if a fact is missing or invalid; the message names it
     */
    public static PageRequest of(Map<String, ?> facts) {
        String extension = text(facts, "extension");
        return new PageRequest(
                PageKind.of(text(facts, "page")),
                text(facts, "selector"),
                extension.isEmpty() ? USUAL_EXTENSION : extension,
                text(facts, "query"),
                text(facts, "method"),
                text(facts, "ifNoneMatch"),
                fact(facts, "anonymous", Boolean.class),
                list(facts, "said"),
                fact(facts, "author", Boolean.class),
                text(facts, "user"),
                form(facts),
                publishing(facts),
                fact(facts, "addresses", Addresses.class),
                text(facts, "base"),
                text(facts, "origin"),
                text(facts, "contextPath"),
                zone(text(facts, "timeZone")),
                policy(text(facts, "policy")),
                license(text(facts, "license")),
                new Sizes(number(facts, "pageSize"), number(facts, "feedSize"), number(facts, "relatedEvents")));
    }

    /**
     * The time zone named by a template parameter.
     *
     * @throws IllegalArgumentException if there is no such time zone
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

    /** The names of fields and their values are two lists, because a template would put a map together field by field. */
    private static SentForm form(Map<String, ?> facts) {
        List<String> names = list(facts, "fields");
        List<String> values = list(facts, "values");
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), values.get(i));
        }
        return new SentForm(
                fields,
                file(facts),
                facts.get("sentFileName") instanceof String name ? name : "",
                text(facts, "token"),
                text(facts, "sentFrom"),
                text(facts, "fetchSite"),
                list(facts, "hosts"));
    }

    /** No more of a file is read, so that what is too large can be told from what is not. */
    private static byte[] file(Map<String, ?> facts) {
        if (!(facts.get("sentFile") instanceof InputStream file)) {
            return new byte[0];
        }
        try (file) {
            return file.readNBytes(LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("The file that was sent cannot be read", e);
        }
    }

    /** Of what a template has, which may be nothing. */
    private static Publishing publishing(Map<String, ?> facts) {
        return new Publishing(
                MagnoliaCommands.of(facts.get("commands"), facts.get("receivers")),
                facts.get("files") instanceof Session files ? Optional.of(files) : Optional.empty());
    }

    private static String policy(String policy) {
        if (!policy.matches("[ -~]*")) {
            throw new IllegalArgumentException("The template parameter contentSecurityPolicy is \"" + policy
                    + "\": give one line of printable ASCII, such as default-src 'self', or nothing");
        }
        return policy;
    }

    private static String license(String address) {
        if (address.isBlank()) {
            return null;
        }
        if (!address.matches("https?://[^\\s<>\"]+")) {
            throw new IllegalArgumentException("The template parameter license is \"" + address
                    + "\": give an address such as https://creativecommons.org/licenses/by/4.0/, or nothing");
        }
        return address;
    }

    private static String text(Map<String, ?> facts, String name) {
        return fact(facts, name, String.class);
    }

    private static int number(Map<String, ?> facts, String name) {
        return fact(facts, name, Number.class).intValue();
    }

    private static List<String> list(Map<String, ?> facts, String name) {
        List<String> texts = new ArrayList<>();
        for (Object text : fact(facts, name, List.class)) {
            texts.add(text.toString());
        }
        return texts;
    }

    private static <T> T fact(Map<String, ?> facts, String name, Class<T> type) {
        Object value = facts.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("The template gives no " + name + " (" + type.getSimpleName() + "), but "
                    + value + ": include /efc-events/templates/includes/answer.ftl");
        }
        return type.cast(value);
    }

    /** Whether a page is requested rather than another channel. */
    boolean isForPage() {
        return extension.equals(USUAL_EXTENSION);
    }

    /** Whether only the ways to ask are asked for, as browsers do before scripts of other sites may (preflight). */
    boolean asksHow() {
        return method.equals("OPTIONS");
    }

    /** Whether a filter has set a header already. */
    boolean isSaid(String header) {
        return said.stream().anyMatch(header::equalsIgnoreCase);
    }

    /** Whether a form has been sent to the page. */
    boolean sends() {
        return method.equals("POST");
    }

    /** Whether the reader wants to sign in on the page. */
    boolean asksToSignIn() {
        return anonymous && isForPage() && QueryString.parse(query).parameters().containsKey("signIn");
    }
}
