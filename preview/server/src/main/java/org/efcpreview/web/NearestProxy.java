package org.efcpreview.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Leaves of what is said of who asks, and how, what the nearest proxy has said, which is the last: proxies add to what they were
 * sent. {@code Forwarded} is not believed: a proxy that does not know it lets it through from anybody.
 */
final class NearestProxy implements HttpConfiguration.Customizer {
    /** What can be meant; anything else is not said. */
    private static final Map<String, String> MEANT = Map.of(
            "X-Forwarded-For", "[0-9A-Fa-f.:\\[\\]]{2,60}",
            "X-Forwarded-Proto", "https?",
            "X-Forwarded-Port", "\\d{1,5}",
            "X-Forwarded-Host", "([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

    @Override
    public Request customize(Request request, HttpFields.Mutable response) {
        HttpFields.Mutable headers = HttpFields.build(request.getHeaders());
        headers.remove("Forwarded").remove("X-Forwarded-Server").remove("X-Proxied-Https");
        MEANT.forEach((header, form) -> {
            String all = String.join(",", request.getHeaders().getValuesList(header));
            String nearest = all.substring(all.lastIndexOf(',') + 1).strip();
            headers.put(header, nearest.matches(form) ? nearest : null);
        });
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
