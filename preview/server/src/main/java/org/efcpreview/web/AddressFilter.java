package org.efcpreview.web;

import java.io.IOException;
import java.util.Locale;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.apache.commons.lang3.StringUtils;
import org.eclipse.jetty.util.URIUtil;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.signin.Accounts;
import org.efcpreview.http.Address;
import org.efcpreview.http.Reply;
import org.efcpreview.site.SiteLocales;
import org.efcpreview.virtualuri.VirtualUris;

/**
 * What the address of a request means: its language ({@code I18nContentSupportFilter}), then virtual URIs ({@code
 * VirtualUriFilter}). What is left is for the servlets, which read, and on an author instance take forms.
 */
record AddressFilter(LiveModules modules, SiteLocales locales, boolean author) implements Filter {
    private static final int MOST_FORWARDS = 10;

    /**
     * Where the root of a public instance leads: what an administrator says in config, in {@code toUri} of {@code
     * /modules/ui-admincentral/virtualUriMappings/default}, which on an author instance leads to the authoring UI.
     */
    private static final String START = "/events.html";

    private static final String FORWARDS = AddressFilter.class.getName() + ".forwards";

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answered;
        String uri = Address.decoded(request);
        if (author && Request.path(uri).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        Locale locale = locales.of(uri);
        String current = locales.withoutPrefix(uri, locale);
        if (current.equals("/")) {
            redirect(request, 302, author ? Request.PREFIX : locales.localise(START, locale))
                    .sendTo(response);
            return;
        }
        VirtualUris.Mapping mapping = modules.during(request)
                .virtualUris()
                .map(current, request.getQueryString())
                .orElse(new VirtualUris.Mapping(VirtualUris.Kind.REWRITE, current, ""));
        String target = mapping.target();
        switch (mapping.kind()) {
            case REDIRECT -> redirect(request, 302, target).sendTo(response);
            case PERMANENT -> redirect(request, 301, target).sendTo(response);
            case FORWARD -> {
                Address.of(request, current, locale).keepIn(request);
                forward(request, response, target, mapping.definition());
            }
            case REWRITE -> {
                boolean file = target.startsWith("/.resources/") || target.startsWith("/dam/");
                boolean asksHow = !file && request.getMethod().equals("OPTIONS");
                boolean sends = author && !file && request.getMethod().equals("POST");
                if (sends && !isOfSession(request)) {
                    Reply.error(403, "The form was not sent by a page of this session. Open the page again.")
                            .sendTo(response);
                    return;
                }
                if (!LoginFilter.isReading(request) && !asksHow && !sends) {
                    Reply.error(405, "This address can only be read (GET, HEAD).")
                            .with("Allow", "GET, HEAD")
                            .sendTo(response);
                    return;
                }
                Address.of(request, target, locale).keepIn(request);
                if (file && !target.equals(uri)) {
                    forward(request, response, URIUtil.encodePath(target), target);
                } else {
                    chain.doFilter(request, response);
                }
            }
        }
    }

    /** Whether a form has the token of the session, or there is no session ({@code CsrfSessionTokenFilter}). */
    private static boolean isOfSession(HttpServletRequest request) throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        return session == null
                || SentForm.read(request).text(Accounts.TOKEN).equals(session.getAttribute(Accounts.TOKEN));
    }

    /** @param why what forwards */
    private static void forward(HttpServletRequest request, HttpServletResponse response, String target, String why)
            throws IOException, ServletException {
        int forwards = request.getAttribute(FORWARDS) instanceof Integer before ? before : 0;
        if (forwards >= MOST_FORWARDS) {
            response.sendError(500, why + " and others forward in a circle.");
            return;
        }
        RequestDispatcher dispatcher = request.getRequestDispatcher(target);
        if (dispatcher == null) {
            response.sendError(404);
            return;
        }
        request.setAttribute(FORWARDS, forwards + 1);
        dispatcher.forward(request, response);
    }

    private static Reply redirect(HttpServletRequest request, int status, String target) {
        String context = request.getContextPath();
        String location = target;
        if (!target.startsWith("http://") && !target.startsWith("https://")) {
            // RequestDispatchUtil: a permanent redirect names the whole address.
            location = status == 301
                    ? Address.server(request) + context + target
                    : StringUtils.prependIfMissing(target, context);
        }
        return Reply.empty(status).with("Location", location.replaceAll("[\\r\\n]", ""));
    }
}
