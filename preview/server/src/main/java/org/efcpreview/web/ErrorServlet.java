package org.efcpreview.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.Views;
import org.efcpreview.http.Reply;

/** The page of whatever an instance answers with an error and without a page of its own. */
final class ErrorServlet extends HttpServlet {
    static final String PATH = "/.error";
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'";

    private static final long serialVersionUID = 1L;

    private final transient Views views;
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

    ErrorServlet(Views views, Own own) {
        this.views = views;
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
                .orElseGet(() -> plain(request, status, detail))
                .sendTo(response);
    }

    private Reply plain(HttpServletRequest request, int status, String detail) {
        String page = views.error(UiLanguage.of(request), status, detail);
        return Reply.of(status, "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", POLICY);
    }

    /** Neither the status in words nor how Java calls a failure. */
    static String detail(int status, String message, Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof ServletException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause == null || cause instanceof HttpException ? message : cause.getMessage();
        return text == null || text.equals(HttpStatus.getMessage(status)) ? "" : text;
    }
}
