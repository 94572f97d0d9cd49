package org.efcpreview.authoring.signin;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import org.efcpreview.authoring.UiLanguage;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.http.Reply;

/**
 * Signing in to the public instance, for members: what Magnolia's {@code FormLogin}, {@code LogoutFilter} and {@code
 * FormClientCallback} do. A page that answers 403 to somebody who has not signed in is followed by the form, which is sent to the
 * page's own address; who has signed in is led back there. The parameter {@code mgnlLogout} signs out, on any page.
 *
 * <p>Otherwise than there, a form from another origin is refused by its origin and not by a token, and a page that is asked for
 * with a wrong password is not made once more: the form alone comes again.
 *
 * @param accounts of the public instance
 * @param views prints the form
 */
public record FormLogin(Accounts accounts, Views views) {
    /** Lets a member in or out if the request says so, and leads back to the page; empty if it does not say so. */
    public Optional<Reply> answer(HttpServletRequest request) throws RepositoryException {
        if (request.getParameter("mgnlLogout") != null) {
            Accounts.end(request);
            return Optional.of(back(request, ""));
        }
        String name = request.getParameter("mgnlUserId");
        if (!request.getMethod().equals("POST") || name == null || name.isEmpty()) {
            return Optional.empty();
        }
        if (Authentication.isFromElsewhere(request)) {
            return Optional.of(
                    Reply.error(403, "This form was sent by a page of another server, so nothing was done."));
        }
        String password = Objects.toString(request.getParameter("mgnlUserPSWD"), "");
        Passwords.Attempt attempt = accounts.signIn(request, name, password);
        if (attempt.user().isPresent()) {
            return Optional.of(back(request, Objects.toString(request.getParameter("mgnlReturnTo"), "")));
        }
        String problem = attempt.problem(UiTexts.in(UiLanguage.of(request)));
        return Optional.of(attempt.timed(form(request, attempt.status(403), problem, name)));
    }

    /** The form, for a page that answers 403 to somebody who has not signed in; empty for somebody who has. */
    public Optional<Reply> form(HttpServletRequest request) {
        return accounts.session(request).isPresent() ? Optional.empty() : Optional.of(form(request, 403, "", ""));
    }

    private Reply form(HttpServletRequest request, int status, String problem, String name) {
        return views.open(
                request, UiLanguage.of(request), status, "signin/member.ftl", Map.of("problem", problem, "name", name));
    }

    /** To where somebody wanted to be, if that is on this server, else to the page itself; without its parameters. */
    private static Reply back(HttpServletRequest request, String wanted) {
        return Reply.empty(302)
                .with("Location", Authentication.leadsHere(request, wanted) ? wanted : request.getRequestURI())
                .with("Cache-Control", "no-store");
    }
}
