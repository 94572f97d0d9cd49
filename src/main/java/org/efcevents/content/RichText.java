package org.efcevents.content;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Formatted text that is safe to print in a page without escaping.
 *
 * <p>Magnolia's rich-text field guards what is typed, but not what is imported or written over REST, so everything is
 * reduced to an allow-list on output: paragraphs, lists, quotations, headings below the page's own, emphasis, links with
 * {@code http}, {@code https} or {@code mailto} or within the site. Other blocks become paragraphs, and tables lists of
 * their rows, so that no words are lost or run together.
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

    /** Reduces an editor's HTML to what is allowed; plain text becomes a paragraph. Null gives an empty text. */
    public static RichText of(String html) {
        return of(html, null);
    }

    /** As {@link #of(String)}, for a text that is not in the language of the page. */
    public static RichText of(String html, String language) {
        Document text = SafeHtml.of(html == null ? "" : html);
        List<NodeLink> links = takeLinksToNodes(text);
        return new RichText(SafeHtml.print(text), language, links);
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
        Document text = SafeHtml.parse(html);
        text.select("a").get(link.place()).attr("href", link.from(address));
        return new RichText(SafeHtml.print(text), language, links);
    }

    /**
     * The text alone: an empty line between paragraphs, a line for each item of a list, for each row of a table and after
     * each break, and behind the words of a link its address, {@code words (https://…)}, unless the words are the address.
     * Links within the site, and links to nodes that have no address here, keep their words alone.
     */
    public String text() {
        return text("");
    }

    /**
     * As {@link #text()}, with the addresses of links within the site.
     *
     * @param page the absolute address of a page of the site, which relative addresses follow from
     */
    public String text(String page) {
        return PlainText.of(Jsoup.parseBodyFragment(html, page).body());
    }

    /** The words alone, in one line: blocks, items and rows are kept apart by a space. */
    public String oneLine() {
        return SafeHtml.parse(html).text();
    }

    /** What it begins with, at most 200 characters and whole words; null where there is no word. */
    public String beginning() {
        String all = oneLine();
        if (all.length() <= BEGINNING) {
            return all.isBlank() ? null : all;
        }
        int blank = all.lastIndexOf(' ', BEGINNING - 1);
        int end = blank > 0 ? blank : BEGINNING - 1;
        return all.substring(0, Character.isHighSurrogate(all.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
