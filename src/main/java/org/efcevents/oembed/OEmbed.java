package org.efcevents.oembed;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.address.QueryString;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.StrictQuery;
import org.efcevents.content.DamFile;
import org.efcevents.event.Event;
import org.efcevents.json.JsonObject;

/**
 * An oEmbed request, by which another site asks for details of a link to an event. The response gives the title, date
 * and picture of the page as a link ({@code type: link}), because the size of a ready-made card could not be known in
 * advance.
 *
 * @param slug the slug of the event; null if the address is not that of an event's page
 * @param elsewhere the address to redirect to because the page is in another language; null if there is no need
 * @param status 200, or an error: 400, 404 or 501
 * @param maxWidth the maximum width of a picture in pixels
 * @param maxHeight the maximum height of a picture in pixels
 */
public record OEmbed(String slug, String elsewhere, int status, int maxWidth, int maxHeight) {

    /** The path of the endpoint, after the language. */
    public static final String PATH = "/oembed.json";

    private static final String MAX_WIDTH = "maxwidth";
    private static final String MAX_HEIGHT = "maxheight";

    /** WordPress sends {@code dnt}, which asks not to be tracked. Nobody is. */
    public static final List<String> PARAMETERS = List.of("url", "format", MAX_WIDTH, MAX_HEIGHT, "dnt");

    private static final Pattern PAGE = Pattern.compile("/events/([^/?#~]+)\\.html(?:[?#].*)?");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    /**
     * Parses a request.
     *
     * @param query the query string, still encoded
     */
    public static OEmbed asked(String query, Addresses addresses) {
        Map<String, List<String>> parameters = QueryString.parse(query).parameters();
        String url = first(parameters, "url");
        if (url.isEmpty()) {
            return none(400);
        }
        String format = first(parameters, "format");
        if (!format.isEmpty() && !format.equals("json")) {
            return none(501);
        }
        // The address of one language may begin with that of another.
        Optional<String> base = Stream.concat(addresses.byLanguage().values().stream(), Stream.of(addresses.own()))
                .distinct()
                .filter(candidate -> url.startsWith(candidate + "/"))
                .max(Comparator.comparing(String::length));
        Matcher page = PAGE.matcher(base.map(own -> url.substring(own.length())).orElse(""));
        if (!page.matches()) {
            return none(404);
        }
        String elsewhere = base.get().equals(addresses.own()) ? null : base.get() + PATH + "?" + query;
        return new OEmbed(page.group(1), elsewhere, 200, number(parameters, MAX_WIDTH), number(parameters, MAX_HEIGHT));
    }

    /** Notes what is wrong with the values of its parameters. */
    public static void check(StrictQuery query) {
        query.number(MAX_WIDTH, 1, Integer.MAX_VALUE, 1);
        query.number(MAX_HEIGHT, 1, Integer.MAX_VALUE, 1);
    }

    private static OEmbed none(int status) {
        return new OEmbed(null, null, status, 0, 0);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0).strip();
    }

    private static int number(Map<String, List<String>> parameters, String name) {
        String value = first(parameters, name);
        return NUMBER.matcher(value).matches() ? Integer.parseInt(value) : Integer.MAX_VALUE;
    }

    /**
     * The response for an event that the reader may see. It reveals nothing about closed sessions.
     *
     * @param title the text of the link
     * @param site the name of the site
     * @param home the absolute address of the site's home page
     * @param picture a picture of the event, used only if its size is known and within the limits
     */
    public ApiResponse answer(Event event, String title, String site, String home, DamFile picture) {
        if (status != 200 || elsewhere != null || event.summary().closed()) {
            return withoutEvent();
        }
        JsonObject answer = new JsonObject()
                .with("version", "1.0")
                .with("type", "link")
                .with("title", title)
                .withKnown("author_name", event.details().hosting().organiser())
                .with("provider_name", site)
                .with("provider_url", home);
        if (picture.size() != null) {
            int width = Integer.parseInt(picture.size().width());
            int height = Integer.parseInt(picture.size().height());
            if (width <= maxWidth && height <= maxHeight) {
                answer.with("thumbnail_url", picture.address())
                        .with("thumbnail_width", width)
                        .with("thumbnail_height", height);
            }
        }
        return ApiResponse.of(answer);
    }

    /** The response if there is no such event. */
    public ApiResponse withoutEvent() {
        if (status == 400) {
            return ApiResponse.problem(
                    400, "The address cannot be understood", "Give the address of an event's page: url=…");
        }
        if (status == 501) {
            return ApiResponse.problem(501, "There is only JSON", "Ask with format=json, or without format.");
        }
        return elsewhere == null
                ? ApiResponse.problem(404, "There is nothing to show", "This is not the address of a public event.")
                : ApiResponse.elsewhere(elsewhere);
    }
}
