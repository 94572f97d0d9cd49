package org.efcpreview.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.efcpreview.http.Address;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.rest.DeliveryEndpoint;
import org.efcpreview.rest.DeliveryRequest;
import org.efcpreview.site.SiteLocales;

/** Answers the REST endpoints of one instance, as their definitions are now. */
record ServedContent(LiveModules modules, SiteLocales locales, boolean author) {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Endpoints.Found> endpoint = modules.during(request).endpoints().find(Address.decoded(request), author);
        if (endpoint.isEmpty()) {
            DeliveryEndpoint.notFound("Could not find resource for full path: " + request.getRequestURL())
                    .sendTo(response);
            return;
        }
        DeliveryRequest asked = new DeliveryRequest(
                endpoint.get().subPath(), Address.parameters(request.getQueryString()), languages(request));
        OpenSessions sessions = Visitor.of(request).sessions();
        endpoint.get()
                .delivery()
                .answer(asked, locales, request.getContextPath(), sessions::session)
                .sendTo(response);
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
