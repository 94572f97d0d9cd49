package org.efcpreview.templating;

import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/**
 * What templates call {@code ctx.response}.
 *
 * <p>A page of a public Magnolia that is asked for without parameters goes through the cache, and there the media type
 * that was set first stays, which is {@code text/html}, and of headers of one name the last is sent ({@code
 * info.magnolia.module.cache.filter.CacheResponseWrapper} of 6.2.45: {@code setContentType} adds, {@code getContentType}
 * takes the first). It is so here, too; a template that sends something else says {@code
 * ctx.response.setHeader("Content-Type", …)}, which replaces.
 */
public final class PageResponse extends HttpServletResponseWrapper {
    private final boolean cached;

    /** @param cached whether Magnolia would put the page into its cache */
    public PageResponse(HttpServletResponse response, boolean cached) {
        super(response);
        this.cached = cached;
    }

    @Override
    public void setContentType(String type) {
        if (!cached || getContentType() == null) {
            super.setContentType(type);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (cached) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }
}
