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
    private static final String[] ANYWHERE = ("accesskey class contenteditable dir draggable hidden id lang spellcheck"
                    + " style tabindex title translate")
            .split(" ");

    /** What {@code ui-framework-core/config.yaml} has beyond jsoup's own list, which it repeats. */
    private static final Map<String, String> MORE = Map.of(
            "a", "charset download hreflang media name ping referrerpolicy rel target type",
            "img", "crossorigin ismap loading longdesc referrerpolicy sizes srcset usemap",
            "li", "value",
            "ol", "reversed",
            "table", "align border cellpadding cellspacing",
            "td", "headers",
            "th", "headers");

    /** What a field without a validator of its own lets in. */
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
        // The page is only there to tell an address within the site from one with a scheme of its own.
        Document document = Jsoup.parseBodyFragment(html, "https://site.invalid/");
        // But for those that Internet Explorer would have obeyed.
        document.filter((node, depth) -> node instanceof Comment comment
                        && !comment.getData().toLowerCase(Locale.ROOT).contains("[if ")
                ? NodeFilter.FilterResult.REMOVE
                : NodeFilter.FilterResult.CONTINUE);
        return new Cleaner(safelist).isValid(document);
    }

    private static Safelist safelist() {
        Safelist safelist = Safelist.relaxed()
                .preserveRelativeLinks(true)
                .addTags("abbr", "address", "del", "hr", "s")
                .addAttributes(":all", ANYWHERE)
                .removeAttributes("img", "align")
                .removeAttributes("table", "width")
                .addProtocols("a", "href", "tel", "news");
        MORE.forEach((tag, attributes) -> safelist.addAttributes(tag, attributes.split(" ")));
        return safelist;
    }
}
