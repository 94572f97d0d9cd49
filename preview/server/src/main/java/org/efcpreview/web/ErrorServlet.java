package org.efcpreview.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.http.Reply;
import org.jsoup.nodes.Entities;

/** The page of whatever an instance answers with an error and without a page of its own. */
final class ErrorServlet extends HttpServlet {
    static final String PATH = "/.error";

    private static final long serialVersionUID = 1L;
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'";

    private final transient Own own;

    /** An error page that an instance has in place of the plain one. */
    interface Own {
        /**
         * @param path what was asked for, raw, without the context path
         * @param detail what went wrong, beyond what the status says; empty if nothing
         * @return empty for the plain one
         */
        Optional<Reply> page(HttpServletRequest request, String path, int status, String detail);
    }

    ErrorServlet(Own own) {
        this.own = own;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            // Somebody has asked for this very address.
            response.sendError(404);
            return;
        }
        String detail = detail(status, (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        String uri = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        own.page(request, uri.substring(request.getContextPath().length()), status, detail)
                .orElseGet(
                        () -> Reply.of(status, "text/html;charset=UTF-8", html(status, UiLanguage.of(request), detail))
                                .with("Content-Security-Policy", POLICY))
                .sendTo(response);
    }

    /** For what goes wrong before it is known which instance is asked. */
    static ErrorHandler ofServer() {
        ErrorHandler handler = new ErrorHandler() {
            @Override
            protected void generateResponse(
                    org.eclipse.jetty.server.Request request,
                    org.eclipse.jetty.server.Response response,
                    int status,
                    String message,
                    Throwable failure,
                    org.eclipse.jetty.util.Callback callback) {
                Locale language = UiLanguage.preferred(
                        request.getHeaders().contains(HttpHeader.ACCEPT_LANGUAGE)
                                ? org.eclipse.jetty.server.Request.getLocales(request)
                                : java.util.List.of());
                byte[] page = html(status, language, detail(status, message, failure));
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=UTF-8");
                response.getHeaders().put("Content-Security-Policy", POLICY);
                response.write(true, java.nio.ByteBuffer.wrap(page), callback);
            }

            @Override
            public boolean errorPageForMethod(String method) {
                return true;
            }
        };
        return handler;
    }

    /** Neither the status in words nor how Java calls a failure. */
    private static String detail(int status, String message, Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof ServletException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text =
                cause == null ? message : cause instanceof HttpException http ? http.getReason() : cause.getMessage();
        return text == null || text.equals(HttpStatus.getMessage(status)) ? "" : text;
    }

    private static byte[] html(int status, Locale language, String detail) {
        UiTexts.ErrorText text = UiTexts.in(language).error(status);
        return """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s</title>
                <style>:root{color-scheme:light dark}body{font:1.1em/1.5 system-ui,sans-serif;max-width:50em;margin:3em auto;\
                padding:0 1em}pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;padding:1em}</style></head>
                <body><main><h1>%2$s</h1>
                <p>%3$s</p>
                %4$s</main></body>
                </html>
                """
                .formatted(
                        language.getLanguage(),
                        Entities.escape(text.title()),
                        Entities.escape(text.text()),
                        detail.isEmpty() ? "" : "<pre>" + Entities.escape(detail) + "</pre>\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
