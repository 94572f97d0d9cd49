package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An author instance, an officer who sends the desk's forms in it, and what was there when the officer left it. */
final class AuthorInstance {

    private static final List<String> ROLES = List.of("efc-events-visitor", "efc-events-member", "efc-events-editor");

    private final Magnolia magnolia = Magnolia.author();
    private List<String> left = List.of();

    /** Not started at first. */
    Magnolia magnolia() {
        return magnolia;
    }

    /** Who worked in it goes: what is there now is what must be there later. */
    void leave() {
        left = content();
    }

    /** What was there when somebody last {@linkplain #leave() left}. */
    List<String> asLeft() {
        return left;
    }

    /** Sends a form of the desk as an officer; its answer leads to the page that is returned. */
    String carriedOut(String page, Map<String, String> form) {
        return carriedOut("officer", page, form);
    }

    /** The same as somebody else. */
    String carriedOut(String user, String page, Map<String, String> form) {
        return next(magnolia.post(user, page, form, magnolia.origin()));
    }

    Map<String, String> filledIn(String page) {
        return filledIn("officer", page);
    }

    Map<String, String> filledIn(String user, String page) {
        return Magnolia.filledIn(magnolia.open(user, page));
    }

    /**
     * Brings a file in.
     *
     * @param title what it is called
     * @return the page on which it is looked over
     */
    String broughtIn(String user, String title, Upload file) {
        Map<String, String> form = filledIn(user, "/desk/import.html");
        // The last form there takes the latest import back.
        form.remove("takeBack");
        form.put("title", title);
        return next(magnolia.post(user, "/desk/import.html", form, "file", file));
    }

    private static String next(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/author", "");
    }

    /** What editors keep, without what was done with it. */
    List<String> archive() {
        return magnolia.inside().in("efc-events", archive -> Stream.concat(
                        Content.of(archive.getNode("/events")).stream(),
                        Content.of(archive.getNode("/speakers")).stream())
                .toList());
    }

    static Map<String, String> without(Map<String, String> fields, String field) {
        Map<String, String> others = new LinkedHashMap<>(fields);
        others.remove(field);
        return others;
    }

    /** All that may not be lost: events, pages, files and roles. */
    List<String> content() {
        List<String> lines = new ArrayList<>();
        lines.addAll(magnolia.inside().in("efc-events", archive -> Content.of(archive.getRootNode())));
        lines.addAll(magnolia.inside().in("website", pages -> Content.of(pages.getRootNode())));
        lines.addAll(magnolia.inside().in("dam", assets -> Content.of(assets.getNode("/efc-events-members"))));
        for (String role : ROLES) {
            lines.addAll(magnolia.inside().in("userroles", roles -> Content.of(roles.getNode("/" + role))));
        }
        return lines;
    }
}
