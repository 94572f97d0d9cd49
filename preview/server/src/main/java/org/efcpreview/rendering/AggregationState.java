package org.efcpreview.rendering;

import java.util.Locale;
import javax.jcr.Node;

/**
 * What templates call {@code state}, {@code aggregationState} and {@code ctx.aggregationState}: the request as Magnolia
 * has understood it, with the texts that a visitor wrote escaped (rules: {@code
 * info.magnolia.cms.core.HTMLEscapingAggregationState}).
 */
public final class AggregationState {
    private final PageRequest request;
    private final String templateName;
    private final Node mainContentNode;
    private Node currentContentNode;
    private Locale locale;

    AggregationState(PageRequest request, String templateName, Node mainContentNode) {
        this.request = request;
        this.templateName = templateName;
        this.mainContentNode = mainContentNode;
        this.currentContentNode = mainContentNode;
        this.locale = request.locale();
    }

    /** Always UTF-8. */
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    /** The decoded path that the browser asked for, escaped. */
    public String getOriginalURI() {
        return HtmlText.escape(PageRequest.decode(withoutParameters(request.originalUri())));
    }

    /** The decoded address that the browser asked for, query string included, escaped. */
    public String getOriginalURL() {
        return HtmlText.escape(PageRequest.decode(request.originalAddress()));
    }

    /** The path that the browser asked for as it was sent, escaped. */
    public String getOriginalBrowserURI() {
        return HtmlText.escape(withoutParameters(request.originalUri()));
    }

    /** The address that the browser asked for as it was sent, query string included, escaped. */
    public String getOriginalBrowserURL() {
        return HtmlText.escape(request.originalAddress());
    }

    /** The decoded path that is shown, after a forward and without the language, escaped. */
    public String getCurrentURI() {
        return HtmlText.escape(request.currentUri());
    }

    /** The query string, after a forward that of its target, escaped; null if there is none. */
    public String getQueryString() {
        return HtmlText.escape(request.http().getQueryString());
    }

    /** The extension that the browser asked for, also after a forward; not escaped, as in Magnolia. */
    public String getExtension() {
        return request.extension();
    }

    /** Always null: a node of this site has no further prefix. */
    public String getUriPrefix() {
        return null;
    }

    /** The path of the page in its workspace; not escaped, as in Magnolia. */
    public String getHandle() {
        return request.handle();
    }

    /** The page's workspace. */
    public String getRepository() {
        return request.workspace();
    }

    /** What stands between the tildes of the address, escaped; empty if nothing. */
    public String getSelector() {
        return HtmlText.escape(request.selector());
    }

    /** The selector's parts, escaped. */
    public String[] getSelectors() {
        if (request.selector().isEmpty()) {
            return new String[0];
        }
        String[] parts = request.selector().split("~");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = HtmlText.escape(parts[i]);
        }
        return parts;
    }

    /** The identifier of the page's template. */
    public String getTemplateName() {
        return templateName;
    }

    /** The page's node; not escaped, as in Magnolia. */
    public Node getMainContentNode() {
        return mainContentNode;
    }

    /** The node that is being rendered; not escaped, as in Magnolia. */
    public Node getCurrentContentNode() {
        return currentContentNode;
    }

    /** The language that is rendered. */
    public Locale getLocale() {
        return locale;
    }

    /** Whether the page is shown as visitors see it; always so on a public instance. */
    public boolean isPreviewMode() {
        return request.previewMode();
    }

    /** Always the channel {@code all}. */
    public Channel getChannel() {
        return new Channel("all");
    }

    void setCurrentContentNode(Node node) {
        this.currentContentNode = node;
    }

    void setLocale(Locale locale) {
        this.locale = locale;
    }

    String rawSelector() {
        return request.selector();
    }

    private static String withoutParameters(String uri) {
        int semicolon = uri.indexOf(';');
        return semicolon < 0 ? uri : uri.substring(0, semicolon);
    }

    /** A channel of Magnolia's; a bean, not a record, because templates read {@code channel.name}. */
    public static final class Channel {
        private final String name;

        private Channel(String name) {
            this.name = name;
        }

        /** The channel's name. */
        public String getName() {
            return name;
        }
    }
}
