package org.efcevents.content;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Turns rich text into plain text. Blocks are separated by an empty line, list items and the paragraphs in them by a
 * line break. A link is followed by its address in brackets, unless its text is the address.
 */
final class PlainText implements NodeVisitor {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?|mailto):.*");
    private static final Pattern AROUND_NAME = Pattern.compile("(?i)^(https?://|mailto:)|/$");

    private final StringBuilder text = new StringBuilder();
    private int lines;
    private boolean blank;
    private int items;
    private int linkStart;

    private PlainText() {}

    /** @param body as printed by {@link SafeHtml}; relative links are left out if it has no base address */
    static String of(Element body) {
        PlainText plain = new PlainText();
        NodeTraversor.traverse(plain, body);
        return plain.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            words.getWholeText().codePoints().forEach(this::add);
            return;
        }
        switch (node.nodeName()) {
            case "br" -> lines = Math.min(2, lines + 1);
            case "a" -> linkStart = text.length();
            default -> separate(node);
        }
        items += node.nodeName().equals("li") ? 1 : 0;
    }

    @Override
    public void tail(Node node, int depth) {
        items -= node.nodeName().equals("li") ? 1 : 0;
        if (node instanceof Element element && element.normalName().equals("a")) {
            addAddress(element);
        } else {
            separate(node);
        }
    }

    private void separate(Node node) {
        switch (node.nodeName()) {
            case "li" -> lines = Math.max(lines, 1);
            case "p", "h3", "h4", "blockquote", "ul", "ol" -> lines = Math.max(lines, items > 0 ? 1 : 2);
            default -> {
                // within a line
            }
        }
    }

    private void add(int character) {
        // A paragraph of a no-break space alone is how editors of rich text leave an empty line.
        if (character == ' ' || character == 0xA0 || character >= '\t' && character <= '\r') {
            blank = true;
            return;
        }
        if (!text.isEmpty()) {
            text.append(lines > 0 ? "\n".repeat(lines) : blank ? " " : "");
        }
        lines = 0;
        blank = false;
        text.appendCodePoint(character);
    }

    private void addAddress(Element link) {
        String href = link.attr("href").strip();
        String address = ABSOLUTE.matcher(href).matches() || href.isEmpty() ? href : link.absUrl("href");
        String words = text.substring(linkStart).strip();
        if (!address.isEmpty() && !words.isEmpty() && !name(words).equals(name(address))) {
            text.append(" (").append(address).append(')');
        }
    }

    private static String name(String address) {
        return AROUND_NAME.matcher(address).replaceAll("");
    }
}
