package org.efcpreview.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcpreview.http.Reply;

/** The authoring UI as a whole: hands each visit to the screen that its first segment names. */
public final class AdminCentral {
    /** Where it is found in the author instance, as in Magnolia. */
    public static final String PREFIX = "/.magnolia/admincentral";

    private final Map<String, Screen> screens;

    /** @param premises what the screens work with */
    public AdminCentral(Premises premises) {
        Views views = new Views();
        this.screens = Map.of("", new Launcher(premises, views));
    }

    /** The segments of a decoded address after {@link #PREFIX}; empty for another address. */
    public static Optional<List<String>> path(String uri) {
        if (uri.equals(PREFIX)) {
            return Optional.of(List.of());
        }
        return uri.startsWith(PREFIX + "/")
                ? Optional.of(java.util.Arrays.stream(
                                uri.substring(PREFIX.length() + 1).split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .toList())
                : Optional.empty();
    }

    /** Answers a visit; what no screen answers is not found. */
    public Reply answer(Visit visit) throws RepositoryException {
        Screen screen = screens.get(visit.segment(0));
        return screen == null ? Reply.notFound() : screen.answer(visit).orElseGet(Reply::notFound);
    }
}
