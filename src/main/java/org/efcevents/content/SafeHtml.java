package org.efcevents.content;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reduces HTML to the elements that pages print, without losing words or running them together: other blocks become
 * paragraphs, a table becomes a list with an item for each row, and what Word writes for a list becomes one.
 */
final class SafeHtml {

    /** Lets jsoup recognise relative addresses; never printed. */
    private static final String ANY_PAGE = "https://site.invalid/";

    /**
     * The maximum nesting depth; only the text of deeper elements is kept. No editor nests this deep, and jsoup's
     * cleaner takes time proportional to the square of the depth.
     */
    private static final int DEEPEST = 100;

    private static final Set<String> HEADINGS = Set.of("h3", "h4");

    /** The other blocks that pages print. */
    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "li", "blockquote");

    /** The elements that may contain blocks. */
    private static final Set<String> CONTAINERS = Set.of("body", "ul", "ol", "li", "blockquote");

    /**
     * Blocks that pages do not print but whose text they keep. Must never include elements whose content is not text,
     * such as {@code script}.
     */
    private static final Set<String> REPLACED = Set.of(
            "address",
            "article",
            "aside",
            "caption",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "main",
            "menu",
            "nav",
            "option",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr");

    private static final Safelist KNOWN = new Safelist()
            .addTags(HEADINGS.toArray(String[]::new))
            .addTags(BLOCKS.toArray(String[]::new))
            .addTags(REPLACED.toArray(String[]::new))
            .addTags("br", "strong", "b", "em", "i", "sub", "sup", "a")
            .addAttributes("a", "href", "lang", "hreflang")
            .addAttributes("p", "lang")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto")
            .preserveRelativeLinks(true);

    /** The elements that contain blocks, at any depth. */
    private final Set<Element> containers = Collections.newSetFromMap(new IdentityHashMap<>());

    private SafeHtml(Element body) {
        for (Element element : body.getAllElements()) {
            if (isBlock(element)) {
                Element around = element.parent();
                while (around != null && containers.add(around)) {
                    around = around.parent();
                }
            }
        }
    }

    /** Returns a document whose body contains only blocks that pages print. */
    static Document of(String html) {
        Document dirty = parse(html);
        flatten(dirty.body());
        if (html.contains(WordLists.TRACE)) {
            WordLists.make(dirty.body());
        }
        Document clean = new Cleaner(KNOWN).clean(dirty);
        Document printed = clean;
        if (!isPrinted(clean.body())) {
            printed = Document.createShell(ANY_PAGE);
            new SafeHtml(clean.body()).copy(clean.body(), printed.body(), true);
        }
        printed.select("a").forEach(SafeHtml::unwrapInLink);
        return printed;
    }

    /** Parses the output of {@link #print}. */
    static Document parse(String html) {
        return Jsoup.parseBodyFragment(html, ANY_PAGE);
    }

    static String print(Document text) {
        text.outputSettings().prettyPrint(false);
        return text.body().html().strip();
    }

    /** Links cannot be nested: a browser would close the outer one at the start of the inner one. */
    private static void unwrapInLink(Element link) {
        for (Element around = link.parent(); around != null; around = around.parent()) {
            if (around.normalName().equals("a")) {
                link.unwrap();
                return;
            }
        }
    }

    private static void flatten(Element body) {
        NodeTraversor.filter(
                (node, depth) -> {
                    if (depth == DEEPEST && node instanceof Element element && element.childrenSize() > 0) {
                        String words = element.text();
                        element.empty().appendText(words);
                    }
                    return NodeFilter.FilterResult.CONTINUE;
                },
                body);
    }

    /** Whether the body contains nothing but printed blocks, correctly nested, which is what the forms produce. */
    private static boolean isPrinted(Element body) {
        for (Node child : body.childNodes()) {
            if (!(child instanceof Element element ? isBlock(element) : isBlank(child))) {
                return false;
            }
        }
        for (Element element : body.getAllElements()) {
            if (REPLACED.contains(element.normalName())
                    || isBlock(element) && !CONTAINERS.contains(element.parent().normalName())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlock(Element element) {
        String name = element.normalName();
        return BLOCKS.contains(name) || HEADINGS.contains(name) || REPLACED.contains(name);
    }

    /**
     * Copies the content of an element.
     *
     * @param paragraphs whether to wrap text outside any block in paragraphs
     */
    private void copy(Element source, Element target, boolean paragraphs) {
        Element paragraph = null;
        for (Node child : source.childNodes()) {
            if (child instanceof Element element && (isBlock(element) || containers.contains(element))) {
                end(paragraph);
                paragraph = null;
                copyBlock(element, target);
            } else if (paragraph != null) {
                copyWords(child, paragraph);
            } else if (!paragraphs || isBlank(child)) {
                copyWords(child, target);
            } else {
                paragraph = target.appendElement("p");
                copyWords(child, paragraph);
                begin(paragraph);
            }
        }
        end(paragraph);
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text ? text.isBlank() : node.nodeName().equals("br");
    }

    private static void begin(Element paragraph) {
        if (paragraph.childNode(0) instanceof TextNode text) {
            text.text(text.getWholeText().stripLeading());
        }
    }

    private static void end(Element paragraph) {
        if (paragraph != null && paragraph.childNode(paragraph.childNodeSize() - 1) instanceof TextNode text) {
            text.text(text.getWholeText().stripTrailing());
        }
    }

    /** Copies a block, or an inline element that contains blocks. */
    private void copyBlock(Element source, Element target) {
        String name = source.normalName();
        if (name.equals("table")) {
            copyTable(source, target);
        } else if (REPLACED.contains(name) || name.equals("p") && containers.contains(source)) {
            copy(source, target, true);
        } else {
            Element block = source.shallowClone();
            target.appendChild(block);
            if (HEADINGS.contains(name)) {
                source.childNodes().forEach(child -> copyWords(child, block));
            } else {
                copy(source, block, false);
            }
        }
    }

    /** Copies a node into an element that must not contain blocks. */
    private static void copyWords(Node source, Element target) {
        if (source instanceof TextNode text) {
            target.appendChild(new TextNode(text.getWholeText()));
        } else if (source instanceof Element element && isBlock(element)) {
            target.appendText(" ");
            element.childNodes().forEach(child -> copyWords(child, target));
            target.appendText(" ");
        } else if (source instanceof Element element) {
            Element copy = element.shallowClone();
            target.appendChild(copy);
            element.childNodes().forEach(child -> copyWords(child, copy));
        }
    }

    private void copyTable(Element table, Element target) {
        Element list = new Element("ul");
        for (Element part : table.children()) {
            switch (part.normalName()) {
                case "thead", "tbody", "tfoot" -> part.children().forEach(row -> copyRow(row, list));
                case "tr" -> copyRow(part, list);
                default -> copy(part, target, true);
            }
        }
        if (list.childrenSize() > 0) {
            target.appendChild(list);
        }
    }

    private void copyRow(Element row, Element list) {
        Element item = new Element("li");
        for (Element cell : row.children()) {
            if (item.childNodeSize() > 0) {
                item.appendText(" ");
            }
            // Word processors put what is in a cell into a paragraph.
            Element only = cell.childrenSize() == 1 && cell.ownText().isBlank() ? cell.child(0) : cell;
            boolean inLine = isBlock(only) && !containers.contains(only);
            copy(inLine ? only : cell, item, !inLine && containers.contains(cell));
        }
        if (item.hasText()) {
            list.appendChild(item);
        }
    }
}
