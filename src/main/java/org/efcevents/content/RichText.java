package org.efcevents.content;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Formatted text that is safe to print in a page without escaping.
 *
 * <p>Magnolia's rich-text field guards what is typed, but not what is imported or written over REST, so everything is
 * reduced to an allow-list on output: paragraphs, lists, quotations, headings below the page's own, emphasis, links with
 * {@code http}, {@code https} or {@code mailto} or within the site.
 *
 * @param html valid, sanitised HTML of one or more blocks
 * @param language ISO 639 code of the language it is written in, where that is not the page's; else null
 */
public record RichText(String html, String language) {

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "ul", "ol", "li", "blockquote", "h3", "h4", "strong", "b", "em", "i", "sub", "sup", "a")
            .addAttributes("a", "href", "lang", "hreflang")
            .addAttributes("p", "lang")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto")
            .preserveRelativeLinks(true);

    /** Only there to tell an address within the site from one with a scheme of its own; it is never printed. */
    private static final String ANY_PAGE = "https://site.invalid/";

    /** Reduces an editor's HTML to what is allowed; plain text becomes a paragraph. Null gives an empty text. */
    public static RichText of(String html) {
        return of(html, null);
    }

    /** As {@link #of(String)}, for a text that is not in the language of the page. */
    public static RichText of(String html, String language) {
        Document dirty = Jsoup.parseBodyFragment(html == null ? "" : html, ANY_PAGE);
        // Magnolia's own notation for a link to one of its nodes means nothing to a browser.
        dirty.select("a[href^=${]").removeAttr("href");
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        String body = clean.body().html().strip();
        boolean bare = !body.isEmpty() && clean.body().children().stream().noneMatch(element -> element.isBlock());
        return new RichText(bare ? "<p>" + body + "</p>" : body, language);
    }

    /** The text alone, blocks separated by a space. */
    public String text() {
        return Jsoup.parseBodyFragment(html).text();
    }
}
