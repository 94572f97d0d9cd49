package org.efcpreview.templating;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.content.HtmlText;

/**
 * What templates call {@code state}, {@code aggregationState} and {@code ctx.aggregationState}: the request as Magnolia
 * has understood it, with the texts that a visitor wrote escaped (rules: {@code
 * info.magnolia.cms.core.HTMLEscapingAggregationState}).
 */
public final class AggregationState {
    private final PageRequest request;
    private final String templateName;
    private Node currentContentNode;

    /** @param templateName the identifier of the page's template */
    public AggregationState(PageRequest request, String templateName) {
        this.request = request;
        this.templateName = templateName;
        this.currentContentNode = request.node();
    }

    /** Always UTF-8. */
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    /** The decoded path that the browser asked for, escaped. */
    public String getOriginalURI() {
        return HtmlText.escape(URLDecoder.decode(uri(), StandardCharsets.UTF_8));
    }

    /** The decoded address that the browser asked for, query string included, escaped. */
    public String getOriginalURL() {
        return HtmlText.escape(URLDecoder.decode(address(), StandardCharsets.UTF_8));
    }

    /** The path that the browser asked for as it was sent, escaped. */
    public String getOriginalBrowserURI() {
        return HtmlText.escape(uri());
    }

    /** The address that the browser asked for as it was sent, query string included, escaped. */
    public String getOriginalBrowserURL() {
        return HtmlText.escape(address());
    }

    /** The decoded path that is shown, after a forward and without the language, escaped. */
    public String getCurrentURI() {
        return HtmlText.escape(request.address().currentUri());
    }

    /** The query string, after a forward that of its target, escaped; null if there is none. */
    public String getQueryString() {
        return HtmlText.escape(request.http().getQueryString());
    }

    /** The extension that the browser asked for, also after a forward; not escaped, as in Magnolia. */
    public String getExtension() {
        return request.extension();
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
        return request.selector().isEmpty()
                ? new String[0]
                : HtmlText.escape(request.selector().split("~"));
    }

    /** The identifier of the page's template. */
    public String getTemplateName() {
        return templateName;
    }

    /** The page's node; not escaped, as in Magnolia. */
    public Node getMainContentNode() {
        return request.node();
    }

    /** The node that is being rendered; not escaped, as in Magnolia. */
    public Node getCurrentContentNode() {
        return currentContentNode;
    }

    /** The language that is rendered. */
    public Locale getLocale() {
        return request.address().locale();
    }

    /** Whether the page is shown as visitors see it; always so on a public instance. */
    public boolean isPreviewMode() {
        return request.previewMode();
    }

    /** Always the channel {@code all}; of a channel templates read the {@code name}. */
    public Map<String, String> getChannel() {
        return Map.of("name", "all");
    }

    /** Says which node is being rendered. */
    public void setCurrentContentNode(Node node) {
        this.currentContentNode = node;
    }

    private String uri() {
        return StringUtils.substringBefore(request.address().originalUri(), ";");
    }

    private String address() {
        return request.address().originalUrl()
                + (request.address().originalQuery() == null
                        ? ""
                        : "?" + request.address().originalQuery());
    }
}
