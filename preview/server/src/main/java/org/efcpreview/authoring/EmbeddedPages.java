package org.efcpreview.authoring;

import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import org.efcpreview.http.Reply;

/** The apps that show a page of the author instance in a frame ({@code EmbeddedPageSubApp}). */
public final class EmbeddedPages {
    private EmbeddedPages() {}

    /** As {@link Screen#answer}. */
    public static Optional<Reply> answer(Request request) throws AccessDeniedException {
        return request.path().size() != 2 || request.sends()
                ? Optional.empty()
                : request.app().flatMap(app -> Settings.of(app).objects("subApps").stream()
                        .filter(subApp -> subApp.type().equals("EmbeddedPageSubAppDescriptor"))
                        .findFirst()
                        .map(subApp -> request.page(
                                200,
                                "embedded.ftl",
                                Map.of(
                                        "label",
                                        request.message(app.name() + ".app.label"),
                                        "url",
                                        request.contextPath() + subApp.text("url")))));
    }
}
