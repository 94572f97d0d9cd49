package org.efcpreview.authoring.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What Magnolia's rich-text field lets in: its {@code safeHtml} validator, with the tags and attributes of {@code
 * ui-framework-core/config.yaml}.
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

    private SafeHtml() {}

    static boolean isSafe(String html) {
        Document document = Jsoup.parseBodyFragment(html, ANY_PAGE);
        removeComments(document);
        return new Cleaner(safelist()).isValid(document);
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

    /** But for those that Internet Explorer would have obeyed. */
    private static void removeComments(Node node) {
        for (Node child : List.copyOf(Arrays.asList(node.childNodes().toArray(Node[]::new)))) {
            if (child instanceof Comment comment
                    && !comment.getData().toLowerCase(Locale.ROOT).contains("[if ")) {
                child.remove();
            } else {
                removeComments(child);
            }
        }
    }
}
