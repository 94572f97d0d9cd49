package org.efcpreview.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.signin.FormLogin;
import org.efcpreview.http.Reply;

/**
 * The page of whatever an instance answers with an error and without a page of its own: that of an authoring UI, or the form
 * by which members sign in, where it has one.
 */
record ErrorPages(Views views, Optional<AdminCentral> adminCentral, Optional<FormLogin> formLogin) {
    static final String PATH = "/.error";

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            // Somebody has asked for this very address.
            response.sendError(404);
            return;
        }
        String detail = detail(status, (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        String uri = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        own(request, uri.substring(request.getContextPath().length()), status, detail)
                .orElseGet(() -> plain(request, status, detail))
                .sendTo(response);
    }

    /** What an instance has in place of the plain page; empty if nothing. */
    private Optional<Reply> own(HttpServletRequest request, String path, int status, String detail) {
        if (adminCentral.isPresent() && Request.path(path).isPresent()) {
            return Optional.of(adminCentral.get().error(request, status, detail));
        }
        // SecurityCallbackFilter writes the form below any such page; here those have it that say nothing themselves.
        return status == 403 && detail.isEmpty() ? formLogin.flatMap(login -> login.form(request)) : Optional.empty();
    }

    private Reply plain(HttpServletRequest request, int status, String detail) {
        String page = views.error(UiLanguage.of(request), status, detail);
        return Reply.of(status, "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", Views.POLICY)
                .with("Referrer-Policy", "same-origin");
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
