package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import javax.jcr.AccessDeniedException;
import javax.servlet.http.HttpServletRequest;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.efcpreview.http.Address;
import org.efcpreview.http.Reply;
import org.efcpreview.http.Submission;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.User;

/**
 * A request to the authoring UI by someone who has signed in. One that sends something has been found to carry the token
 * of its session.
 *
 * @param servlet what the browser sent
 * @param path the decoded segments after {@link #PREFIX}, such as {@code app, efc-events, detail}
 * @param user who has signed in
 * @param sessions repository sessions of that user
 * @param submission what the body held; {@link Submission#NONE} for GET and HEAD
 * @param language the language of the user interface
 * @param token what each form has to send back in its field {@link #TOKEN}
 * @param notices what the next page that the user sees is to say first, in the user's language; kept in the session
 * @param services what it is answered with
 */
public record Request(
        HttpServletRequest servlet,
        List<String> path,
        User user,
        OpenSessions sessions,
        Submission submission,
        Locale language,
        String token,
        BlockingQueue<Notice> notices,
        Services services) {
    /** Where the authoring UI is found in the author instance, as in Magnolia. */
    public static final String PREFIX = "/.magnolia/admincentral";

    /** The form field that holds the token. */
    public static final String TOKEN = "_token";

    /** The form field that is there if {@link #again()}. */
    public static final String AGAIN = "_again";

    /** The segments of a decoded address after {@link #PREFIX}; empty for another address. */
    public static Optional<List<String>> path(String uri) {
        return Paths.isWithin(uri, PREFIX)
                ? Optional.of(Arrays.stream(uri.substring(PREFIX.length()).split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .toList())
                : Optional.empty();
    }

    /** The author instance's, such as {@code /author}. */
    public String contextPath() {
        return servlet.getContextPath();
    }

    /** The parameters of the query alone, decoded, in the order in which they came. */
    public Map<String, List<String>> parameters() {
        return Address.parameters(servlet.getQueryString());
    }

    /** Whether something is to be changed: any method but GET and HEAD. */
    public boolean sends() {
        return !servlet.getMethod().equals("GET") && !servlet.getMethod().equals("HEAD");
    }

    /**
     * Whether a form comes in a second time, because the session had ended when it was sent first. A screen with a form
     * shows it with what was typed, unsaved; one that only asks for a confirmation goes on as always.
     */
    public boolean again() {
        return sends() && submission.has(AGAIN);
    }

    /** The segment at an index; empty if the path is shorter. */
    public String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** The first value of a parameter of the query; empty if there is none. */
    public String parameter(String name) {
        return parameters().getOrDefault(name, List.of("")).get(0);
    }

    /** Every value that the form that was sent has of a name; if it has none, those of the query. */
    public List<String> all(String name) {
        return submission.has(name) ? submission.texts(name) : parameters().getOrDefault(name, List.of());
    }

    /** The first of {@link #all}; empty if there is none. */
    public String asked(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** The modules' definitions. */
    public Definitions definitions() {
        return services.definitions().get();
    }

    /**
     * The app that the path names; empty if there is none.
     *
     * @throws AccessDeniedException if the user may not open it
     */
    public Optional<Definition> app() throws AccessDeniedException {
        Optional<Definition> app = definitions().find(DefinitionType.APP, segment(1));
        if (app.isPresent() && !Settings.of(app.get()).object("permissions").opensTo(user.roles())) {
            throw new AccessDeniedException("The user " + user.name() + " may not open " + segment(1));
        }
        return app;
    }

    /** A text of the modules. */
    public String message(String key) {
        return services.messages().get().get(key, language);
    }

    /** As {@link Views#page}. */
    public Reply page(int status, String template, Map<String, ?> model) {
        return services.views().page(this, status, template, model);
    }

    /** The notices, which are told with that. */
    public List<Notice> told() {
        List<Notice> told = new ArrayList<>();
        notices.drainTo(told);
        return told;
    }

    /** A text of the authoring UI. */
    public String say(String key, Object... arguments) {
        return UiTexts.in(language).get(key, arguments);
    }

    /** The address of a screen: {@code address("/app/efc-events")} is {@code /author/.magnolia/admincentral/app/efc-events}. */
    public String address(String screen) {
        return contextPath() + PREFIX + screen;
    }

    /** A step on the way to a screen, as the frame shows it: {@code href} and {@code label}. */
    public Map<String, String> step(String screen, String label) {
        return Map.of("href", address(screen), "label", label);
    }

    /** Its own address, with its query. */
    public String here() {
        return here(servlet);
    }

    /** The address of a request, with its query. */
    public static String here(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /**
     * Where a form that was accepted leads (RFC 9110, 15.4.4), so that reloading sends nothing again.
     *
     * @param screen as for {@link #address}; what stands in it is encoded where it has to be
     */
    public Reply seeOther(String screen) {
        return Reply.empty(303).with("Location", address(screen));
    }

    /** As {@link #seeOther(String)}; the page there says first what has been done, and leads to the screen about it, if there is one. */
    public Reply seeOther(String screen, String notice, String... about) {
        notices.offer(new Notice(notice, about.length == 0 ? "" : address(about[0])));
        return seeOther(screen);
    }
}
