package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efcpreview.authoring.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;

/**
 * HTML that a rich-text field lets in, as Magnolia's {@code SafeHtmlValidatorFactory} tells it: all tags, attributes and
 * addresses must be among those allowed, comments do not count, and an address without a scheme (also a link {@code
 * ${link:…}} to a page) is within the site.
 */
final class SafeHtml {
    private static final List<String> TAGS = List.of(
            ("a abbr address b blockquote br caption cite code col colgroup del dd div dl dt em h1 h2 h3 h4 h5 h6 hr i img"
                            + " li ol p pre q small span strike s strong sub sup table tbody td tfoot th thead tr u ul")
                    .split(" "));
    private static final String[] ANYWHERE = ("accesskey class contenteditable dir draggable hidden id lang spellcheck"
                    + " style tabindex title translate")
            .split(" ");
    private static final Map<String, String> ON_ONE = Map.of(
            "a", "charset download href hreflang name media ping referrerpolicy rel target type",
            "blockquote", "cite",
            "col", "span width",
            "colgroup", "span width",
            "img", "alt crossorigin height ismap loading longdesc referrerpolicy sizes src srcset usemap width",
            "li", "value",
            "ol", "reversed start type",
            "q", "cite");
    private static final Map<String, String> IN_TABLES = Map.of(
            "table", "align border cellpadding cellspacing summary",
            "td", "abbr axis colspan headers rowspan width",
            "th", "abbr axis colspan headers rowspan width scope",
            "ul", "type");

    /** Only there to tell an address within the site from one with a scheme of its own. */
    private static final String ANY_PAGE = "https://site.invalid/";

    /** What a field without a validator of its own lets in: {@code ui-framework-core/config.yaml}. */
    static final SafeHtml DEFAULT = new SafeHtml(safelist());

    private final Safelist safelist;

    private SafeHtml(Safelist safelist) {
        this.safelist = safelist;
    }

    /** What a {@code SafeHtmlValidatorDefinition} lets in; where no addresses are named for an attribute, it may hold anything. */
    static SafeHtml of(Settings validator) {
        Safelist safelist = Safelist.none().preserveRelativeLinks(true);
        for (String tag : validator.texts("allowedTags")) {
            List<String> allowed = new ArrayList<>(validator.texts("globallyAllowedAttributes"));
            validator.objects("allowedAttributes").stream()
                    .filter(some -> some.text("tag").equals(tag))
                    .findFirst()
                    .ifPresent(some -> allowed.addAll(some.texts("attributes")));
            safelist.addTags(tag);
            if (!allowed.isEmpty()) {
                safelist.addAttributes(tag, allowed.toArray(String[]::new));
            }
            validator.objects("allowedProtocols").stream()
                    .filter(some -> some.text("tag").equals(tag) && allowed.contains(some.text("attribute")))
                    .forEach(some -> safelist.addProtocols(
                            tag, some.text("attribute"), some.texts("protocols").toArray(String[]::new)));
        }
        return new SafeHtml(safelist);
    }

    boolean isSafe(String html) {
        Document document = Jsoup.parseBodyFragment(html, ANY_PAGE);
        // But for those that Internet Explorer would have obeyed.
        document.filter((node, depth) -> node instanceof Comment comment
                        && !comment.getData().toLowerCase(Locale.ROOT).contains("[if ")
                ? NodeFilter.FilterResult.REMOVE
                : NodeFilter.FilterResult.CONTINUE);
        return new Cleaner(safelist).isValid(document);
    }

    private static Safelist safelist() {
        Safelist safelist = Safelist.none().preserveRelativeLinks(true);
        for (String tag : TAGS) {
            safelist.addAttributes(tag, ANYWHERE);
        }
        ON_ONE.forEach((tag, attributes) -> safelist.addAttributes(tag, attributes.split(" ")));
        IN_TABLES.forEach((tag, attributes) -> safelist.addAttributes(tag, attributes.split(" ")));
        return safelist.addProtocols("a", "href", "ftp", "http", "https", "mailto", "tel", "news")
                .addProtocols("blockquote", "cite", "http", "https")
                .addProtocols("img", "src", "http", "https")
                .addProtocols("q", "cite", "http", "https");
    }
}
