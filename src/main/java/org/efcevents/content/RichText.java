package org.efcevents.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Formatted text that can be printed in a page without escaping.
 *
 * <p>Magnolia's rich-text field checks what is typed, but not what is imported or written over REST. Everything is
 * therefore sanitised on output with an allow-list: paragraphs, lists, quotations, headings below the page's own,
 * emphasis, and links that are relative or use {@code http}, {@code https} or {@code mailto}. Other blocks become
 * paragraphs, and tables lists of their rows, so that no words are lost or run together.
 *
 * <p>A link to a Magnolia node has no address at first. The page determines the node's address, and whether this reader
 * may know it, and supplies it through {@link #withAddress}.
 *
 * <p>It is sanitised when it is first asked for: of the texts that a page reads, it prints few.
 */
public final class RichText {

    private static final int BEGINNING = 200;

    private final String typed;
    private final String language;
    private Safe safe;

    /** What may be printed of it. */
    private record Safe(String html, List<NodeLink> links) {

        static Safe of(Document text, List<NodeLink> links) {
            return new Safe(SafeHtml.print(text), links);
        }
    }

    private RichText(String typed, String language, Safe safe) {
        this.typed = typed;
        this.language = language;
        this.safe = safe;
    }

    /** Sanitises an editor's HTML. Plain text becomes a paragraph, null an empty text. */
    public static RichText of(String html) {
        return of(html, null);
    }

    /** Same as {@link #of(String)}, for text in another language than the page's. */
    public static RichText of(String html, String language) {
        return new RichText(html == null ? "" : html, language, null);
    }

    /** Two threads may do it at the same time, and come to the same. */
    private Safe safe() {
        Safe known = safe;
        if (known == null) {
            Document text = SafeHtml.of(typed);
            List<NodeLink> links = takeLinksToNodes(text);
            known = Safe.of(text, links);
            safe = known;
        }
        return known;
    }

    /** What is printed of it, to read or change; not parsed once more where it has never been printed. */
    private Document document() {
        if (safe != null) {
            return SafeHtml.parse(html());
        }
        Document text = SafeHtml.of(typed);
        takeLinksToNodes(text);
        return text;
    }

    /** Valid, sanitised HTML of one or more blocks. */
    public String html() {
        return safe().html();
    }

    /** ISO 639 code of the text's language if it differs from the page's, else null. */
    public String language() {
        return language;
    }

    /** The links to nodes, in document order. */
    public List<NodeLink> links() {
        return safe().links();
    }

    /** Removes the addresses of links to nodes: browsers do not understand Magnolia's notation. */
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
     * Returns this text with an address for one of its links to nodes.
     *
     * @param link one of {@link #links()}
     * @param address the address of the node's page or file; null or blank if there is none for this reader, in which
     *     case only the link text remains
     */
    public RichText withAddress(NodeLink link, String address) {
        if (address == null || address.isBlank()) {
            return this;
        }
        Document text = SafeHtml.parse(html());
        text.select("a").get(link.place()).attr("href", link.from(address));
        return new RichText(typed, language, Safe.of(text, links()));
    }

    /**
     * The plain text: an empty line between paragraphs, a line for each list item, table row and line break, and after
     * the text of a link its address, {@code text (https://…)}, unless the text is the address. Links within the site
     * and links to nodes without an address keep only their text.
     */
    public String text() {
        return text("");
    }

    /**
     * Same as {@link #text()}, but with the addresses of links within the site.
     *
     * @param page the absolute address of a page of the site, used to resolve relative addresses
     */
    public String text(String page) {
        Document text = document();
        text.select("a").forEach(link -> link.setBaseUri(page));
        return PlainText.of(text.body());
    }

    /** The plain text in one line, with blocks, list items and table rows separated by spaces. */
    public String oneLine() {
        return document().text();
    }

    /** The beginning of the plain text: at most 200 characters, cut between words; null if there is no text. */
    public String beginning() {
        String all = oneLine();
        if (all.length() <= BEGINNING) {
            return all.isBlank() ? null : all;
        }
        int blank = all.lastIndexOf(' ', BEGINNING - 1);
        int end = blank > 0 ? blank : BEGINNING - 1;
        return all.substring(0, Character.isHighSurrogate(all.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RichText text && safe().equals(text.safe()) && Objects.equals(language, text.language);
    }

    @Override
    public int hashCode() {
        return html().hashCode();
    }

    @Override
    public String toString() {
        return html();
    }
}
