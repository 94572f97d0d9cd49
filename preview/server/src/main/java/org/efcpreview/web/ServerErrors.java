package org.efcpreview.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.Views;

/** The page of what goes wrong before it is known which instance is asked. */
final class ServerErrors extends ErrorHandler {
    private final Views views;

    ServerErrors(Views views) {
        this.views = views;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable failure, Callback callback) {
        Locale language = UiLanguage.preferred(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        // Jetty makes a message of a failure that has none.
        String said = failure instanceof HttpException http ? http.getReason() : message;
        String page = views.error(language, status, ErrorPages.detail(status, said, failure));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=UTF-8");
        response.getHeaders().put("Content-Security-Policy", Views.POLICY);
        response.getHeaders().put("Referrer-Policy", "same-origin");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
