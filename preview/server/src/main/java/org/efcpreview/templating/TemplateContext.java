package org.efcpreview.templating;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.apache.commons.lang3.ObjectUtils;
import org.efcpreview.content.HtmlText;
import org.efcpreview.repository.AccessList;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.User;

/**
 * What templates call {@code ctx} (rules: {@code info.magnolia.context.HTMLEscapingWebContextWrapper}, {@code
 * RequestAttributeStrategy} of 6.2.45). Observed there and kept here: {@code ctx.getParameter("q")}, {@code
 * ctx.parameters.q} and {@code ctx.request} are escaped, but <em>{@code ctx.q} is not</em>.
 */
public final class TemplateContext extends AbstractMap<String, Object> {
    /** The scopes of attributes that live as long as the request and as the session, in which templates can set none here. */
    private static final int LOCAL_SCOPE = 1, SESSION_SCOPE = 2;

    private final HttpServletRequest http;
    private final EscapedRequest request;
    private final PageResponse response;
    private final AggregationState aggregationState;
    private final Visitor user;
    private final OpenSessions sessions;

    /** The context of one request and its answer. */
    public TemplateContext(PageRequest request, PageResponse response, AggregationState aggregationState) {
        this.http = request.http();
        this.request = new EscapedRequest(http);
        this.response = response;
        this.aggregationState = aggregationState;
        this.user = new Visitor(request.visitor());
        this.sessions = request.sessions();
    }

    /** Who visits, as {@code ctx.user} is read. */
    public record Visitor(User user) {
        /** The user's name. */
        public String getName() {
            return user.name();
        }

        /** The names of the user's roles. */
        public Set<String> getAllRoles() {
            return user.roles();
        }

        /** Whether the user has the role. */
        public boolean hasRole(String role) {
            return user.roles().contains(role);
        }

        /** The language of the user interface, always English. */
        public String getLanguage() {
            return "en";
        }
    }

    /** Who visits. */
    public Visitor getUser() {
        return user;
    }

    /** What the visitor may do in a workspace, as an object that has {@code permissionList}. */
    public AccessList getAccessManager(String workspace) throws RepositoryException {
        return AccessList.of(sessions.session(workspace));
    }

    /** The language of the user, not of the page: always English, as Magnolia's default. */
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    /** The request as Magnolia has understood it. */
    public AggregationState getAggregationState() {
        return aggregationState;
    }

    /** The HTTP request, escaped. */
    public HttpServletRequest getRequest() {
        return request;
    }

    /** The HTTP response. */
    public HttpServletResponse getResponse() {
        return response;
    }

    /** Empty, or {@code /author}. */
    public String getContextPath() {
        return http.getContextPath();
    }

    /** The first value of each parameter, names and values escaped. */
    public Map<String, String> getParameters() {
        Map<String, String> first = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> first.put(name, values[0]));
        return first;
    }

    /** The first value of a parameter, escaped; null if there is none. */
    public String getParameter(String name) {
        return request.getParameter(name);
    }

    /** The values of a parameter, escaped; null if there is none. */
    public String[] getParameterValues(String name) {
        return HtmlText.escape(http.getParameterValues(name));
    }

    /** An attribute of the request, or else the first value of the parameter of that name, not escaped. */
    public Object getAttribute(String name) {
        String otherwise =
                switch (name) {
                    case "characterEncoding" -> http.getCharacterEncoding();
                    case "requestURI" -> http.getRequestURI();
                    default -> null;
                };
        return ObjectUtils.firstNonNull(http.getAttribute(name), http.getParameter(name), otherwise);
    }

    /** As {@link #getAttribute(String)}, or an attribute of the session. */
    public Object getAttribute(String name, int scope) {
        HttpSession session = scope == SESSION_SCOPE ? http.getSession(false) : null;
        return session != null ? session.getAttribute(name) : scope == LOCAL_SCOPE ? getAttribute(name) : null;
    }

    /** Sets an attribute for the rest of the request. */
    public void setAttribute(String name, Object value) {
        request.setAttribute(name, value);
    }

    /** Sets an attribute for the rest of the request; sessions of visitors do not exist here. */
    public void setAttribute(String name, Object value, int scope) {
        if (scope != LOCAL_SCOPE) {
            throw new UnsupportedOperationException(
                    "ctx.setAttribute: the preview server keeps attributes in the request's scope (1) only");
        }
        request.setAttribute(name, value);
    }

    /** Removes an attribute; there are none beyond those of the request. */
    public void removeAttribute(String name, int scope) {
        if (scope == LOCAL_SCOPE) {
            request.removeAttribute(name);
        }
    }

    @Override
    public Object get(Object name) {
        return name instanceof String text ? getAttribute(text) : null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        http.getParameterMap().forEach((name, values) -> all.put(name, values[0]));
        Collections.list(http.getAttributeNames()).forEach(name -> all.put(name, http.getAttribute(name)));
        return all.entrySet();
    }
}
