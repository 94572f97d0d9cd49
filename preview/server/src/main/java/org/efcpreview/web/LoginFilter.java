package org.efcpreview.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee8.nested.Request;
import org.eclipse.jetty.util.Fields;
import org.efcpreview.authoring.signin.Accounts;
import org.efcpreview.authoring.signin.FormLogin;
import org.efcpreview.authoring.signin.Passwords;
import org.efcpreview.http.Address;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.User;
import org.efcpreview.repository.Users;

/**
 * Who asks, and whether the address is allowed (Magnolia: {@code LoginFilter}, {@code LogoutFilter}, {@code
 * URISecurityFilter}). The authoring UI says itself who may come in.
 *
 * @param formLogin how members sign in; empty on an author instance
 */
record LoginFilter(
        ContentRepository repository, Accounts accounts, Credentials credentials, Optional<FormLogin> formLogin)
        implements Filter {
    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answered;
        if (request.getCharacterEncoding() == null) {
            // As ContentTypeFilter does.
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        String uri;
        try {
            uri = Address.decoded(request);
            Fields query = new Fields(true);
            Address.parameters(request.getQueryString())
                    .forEach((name, values) -> query.put(new Fields.Field(name, values)));
            Request.getBaseRequest(request).setQueryFields(query);
        } catch (IllegalArgumentException e) {
            response.sendError(400);
            return;
        }
        try {
            if (formLogin.isEmpty()
                    && org.efcpreview.authoring.Request.path(uri).isPresent()) {
                chain.doFilter(request, response);
                return;
            }
            Optional<Reply> door = formLogin.isPresent() ? formLogin.get().answer(request) : Optional.empty();
            if (door.isPresent()) {
                door.get().sendTo(response);
                return;
            }
            Optional<Passwords.Attempt> attempt = credentials.check(request);
            if (attempt.isPresent() && attempt.get().user().isEmpty()) {
                refused(attempt.get()).sendTo(response);
                return;
            }
            Optional<User> known = attempt.isPresent()
                    ? attempt.get().user()
                    : accounts.account(request).map(Users.Account::user);
            User user = known.isPresent() ? known.get() : accounts.users().anonymous();
            if (!accounts.users().may(user, request.getMethod(), uri)) {
                Reply refused = Reply.error(403, "The user " + user.name() + " may not open this address.");
                (user.name().equals(Users.ANONYMOUS) ? unauthorised() : refused).sendTo(response);
                return;
            }
            try (OpenSessions opened = new OpenSessions(repository, user)) {
                new Visitor(user, opened).keepIn(request);
                chain.doFilter(request, response);
            }
        } catch (RepositoryException e) {
            throw new ServletException(e);
        }
    }

    static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static Reply refused(Passwords.Attempt attempt) {
        return switch (attempt.outcome()) {
            case TOO_MANY -> Reply.error(
                            429,
                            "Too many attempts to log in have failed. Try again in " + attempt.seconds() + " seconds.")
                    .with("Retry-After", Long.toString(attempt.seconds()));
            case DEFAULT_FROM_AFAR -> Reply.error(
                    403,
                    "The default password is good only on the machine on which the server runs. Choose another one.");
            default -> unauthorised();
        };
    }

    private static Reply unauthorised() {
        return Reply.error(401, "").with("WWW-Authenticate", "Basic realm=\"Magnolia preview\", charset=\"UTF-8\"");
    }
}
