package org.efcpreview.templating;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.efcpreview.content.HtmlText;

/**
 * What templates call {@code ctx.request}: the request, with what a visitor wrote escaped (rules: {@code
 * info.magnolia.context.HTMLEscapingHttpServletRequest}: parameters, headers and the query string are; the address is not).
 */
public final class EscapedRequest extends HttpServletRequestWrapper {
    EscapedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getParameter(String name) {
        return HtmlText.escape(super.getParameter(name));
    }

    /** As in Magnolia 6.2.45 it fails where there is no such parameter. */
    @Override
    public String[] getParameterValues(String name) {
        return HtmlText.escape(
                Objects.requireNonNull(
                        super.getParameterValues(name),
                        () -> name
                                + ": there is no such parameter, which Magnolia 6.2.45 answers so; use ctx.getParameterValues"));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> map = new HashMap<>();
        super.getParameterMap().forEach((name, values) -> map.put(HtmlText.escape(name), HtmlText.escape(values)));
        return map;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return escaped(super.getParameterNames());
    }

    @Override
    public String getHeader(String name) {
        return HtmlText.escape(super.getHeader(name));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return escaped(super.getHeaders(name));
    }

    @Override
    public String getQueryString() {
        return HtmlText.escape(super.getQueryString());
    }

    private static Enumeration<String> escaped(Enumeration<String> texts) {
        return Collections.enumeration(
                Collections.list(texts).stream().map(HtmlText::escape).toList());
    }
}
