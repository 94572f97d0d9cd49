package org.efcevents.content;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Formatted text that is safe to print in a page without escaping.
 *
 * <p>Magnolia's rich-text field guards what is typed, but not what is imported or written over REST, so everything is
 * reduced to an allow-list on output: paragraphs, lists, quotations, headings below the page's own, emphasis, links with
 * {@code http}, {@code https} or {@code mailto} or within the site.
 *
 * <p>A link to a node of Magnolia's has no address at first, only its words: which address a node has, and whether this
 * reader may know it, is for the page to say ({@link #withAddress}).
 *
 * @param html valid, sanitised HTML of one or more blocks
 * @param language ISO 639 code of the language it is written in, where that is not the page's; else null
 * @param links the links to nodes, in their order
 */
public record RichText(String html, String language, List<NodeLink> links) {

    private static final int BEGINNING = 200;

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
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        List<NodeLink> links = takeLinksToNodes(clean);
        String body = print(clean);
        boolean bare = !body.isEmpty() && clean.body().children().stream().noneMatch(element -> element.isBlock());
        return new RichText(bare ? "<p>" + body + "</p>" : body, language, links);
    }

    /** Magnolia's own notation for a link to one of its nodes means nothing to a browser. */
    private static List<NodeLink> takeLinksToNodes(Document text) {
        List<NodeLink> links = new ArrayList<>();
        List<Element> all = text.select("a");
        for (int place = 0; place < all.size(); place++) {
            String href = all.get(place).attr("href");
            if (NodeLink.isOne(href)) {
                NodeLink.parse(place, href).ifPresent(links::add);
                all.get(place).removeAttr("href");
            }
        }
        return List.copyOf(links);
    }

    /**
     * This text with the address of one of its links to nodes.
     *
     * @param link one of {@link #links()}
     * @param address where the node's page or file is, as the reader's browser is to ask for it; blank or null where there is
     *     none for this reader: then the link keeps its words and stays without an address
     */
    public RichText withAddress(NodeLink link, String address) {
        if (address == null || address.isBlank()) {
            return this;
        }
        Document text = Jsoup.parseBodyFragment(html, ANY_PAGE);
        text.select("a").get(link.place()).attr("href", link.from(address));
        return new RichText(print(text), language, links);
    }

    private static String print(Document text) {
        text.outputSettings().prettyPrint(false);
        return text.body().html().strip();
    }

    /** The text alone, blocks separated by a space. */
    public String text() {
        return Jsoup.parseBodyFragment(html).text();
    }

    /** What it begins with, at most 200 characters and whole words; null where there is no word. */
    public String beginning() {
        String all = text();
        if (all.length() <= BEGINNING) {
            return all.isBlank() ? null : all;
        }
        int blank = all.lastIndexOf(' ', BEGINNING - 1);
        int end = blank > 0 ? blank : BEGINNING - 1;
        return all.substring(0, Character.isHighSurrogate(all.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
