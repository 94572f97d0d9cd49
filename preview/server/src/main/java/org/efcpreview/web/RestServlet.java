package org.efcpreview.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.definitioncheck.definition.Definitions;
import org.efcpreview.http.Forms;
import org.efcpreview.http.Reply;
import org.efcpreview.rest.DeliveryEndpoint;
import org.efcpreview.rest.DeliveryRequest;

/** Answers the REST endpoints of one instance, as their definitions are now. */
final class RestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient LiveModules modules;
    private final transient Function<Definitions, Endpoints> read;
    private transient Endpoints endpoints;

    /** @param read makes the endpoints of definitions */
    RestServlet(LiveModules modules, Function<Definitions, Endpoints> read) {
        this.modules = modules;
        this.read = read;
        this.endpoints = read.apply(modules.current().definitions());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Endpoints.Found> found = current().find(Address.decoded(request));
        if (found.isEmpty()) {
            String message = "Could not find resource for full path: " + request.getRequestURL();
            Reply.of(
                            404,
                            "application/json;charset=UTF-8",
                            ("{\"error\":{\"code\":\"notFound\",\"message\":\""
                                            + message.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}}")
                                    .getBytes(StandardCharsets.UTF_8))
                    .sendTo(response);
            return;
        }
        DeliveryEndpoint.Answer answer = found.get()
                .delivery()
                .answer(
                        new DeliveryRequest(
                                found.get().subPath(), Forms.parse(request.getQueryString()), languages(request)),
                        Visitor.of(request).sessions()::session);
        answer.headers().forEach(response::setHeader);
        Reply.of(answer.status(), answer.contentType(), answer.body()).sendTo(response);
    }

    private synchronized Endpoints current() {
        Definitions definitions = modules.current().definitions();
        if (!endpoints.areOf(definitions)) {
            endpoints = read.apply(definitions);
        }
        return endpoints;
    }

    private static List<Locale> languages(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> range.getRange().equals("*") ? Locale.ROOT : Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException e) {
            // RFC 9110, 12.5.4: the header is a wish; one that cannot be understood is none.
            return List.of();
        }
    }
}
