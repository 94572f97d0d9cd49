package org.efcpreview.authoring;

import java.util.List;
import java.util.Locale;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Submission;
import org.efcpreview.rendering.PageRequest;
import org.efcpreview.rendering.PageSessions;
import org.efcpreview.repository.User;

/**
 * A request to the authoring UI by someone who has signed in. A visit that sends something has been found to carry the
 * token of its session.
 *
 * @param http what the browser sent
 * @param path the decoded segments after {@link AdminCentral#PREFIX}, such as {@code app, efc-events, detail}
 * @param user who has signed in
 * @param sessions repository sessions of that user
 * @param submission what the body held; {@link Submission#NONE} for GET and HEAD
 * @param language the language of the user interface
 * @param token what each form has to send back in its field {@link #TOKEN}
 */
public record Visit(
        PageRequest.Http http,
        List<String> path,
        User user,
        PageSessions sessions,
        Submission submission,
        Locale language,
        String token) {
    /** The form field that holds the token. */
    public static final String TOKEN = "_token";

    /** Copies the path. */
    public Visit {
        path = List.copyOf(path);
    }

    /** Whether something is to be changed: any method but GET and HEAD. */
    public boolean sends() {
        return !http.method().equals("GET") && !http.method().equals("HEAD");
    }

    /** The segment at an index; empty if the path is shorter. */
    public String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** The first value of a parameter of the query; empty if there is none. */
    public String parameter(String name) {
        return http.parameters().getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("");
    }

    /** The address of a screen: {@code address("/app/efc-events")} is {@code /author/.magnolia/admincentral/app/efc-events}. */
    public String address(String screen) {
        return http.contextPath() + AdminCentral.PREFIX + screen;
    }

    /** Where a form that was accepted leads (RFC 9110, 15.4.4), so that reloading sends nothing again. */
    public Reply seeOther(String screen) {
        return Reply.empty(303).with("Location", address(screen));
    }
}
