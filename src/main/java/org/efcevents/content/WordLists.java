package org.efcevents.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes lists of what Word writes for them: paragraphs of a class such as {@code MsoListParagraphCxSpFirst}, that begin with a
 * bullet or a number in an element of its own. Such a class without a mark is an indented paragraph, and stays one.
 */
final class WordLists {
    /** In all HTML that has any. */
    static final String TRACE = "Mso";

    /** Letters are bullets of Word's own fonts, too, but such a letter may also be the first of a text. */
    private static final Pattern BULLET = Pattern.compile("[·•●○◦▪■□–—*\\uF0A7\\uF0B7-]");

    private static final Pattern NUMBER = Pattern.compile("\\(?([0-9]{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)]");
    private static final Pattern LEVEL = Pattern.compile("mso-list:[^;]*\\blevel([1-9])");

    /** What Word puts around a mark; and what it, like anybody, puts between it and the words. */
    private static final String IGNORE = "mso-list:ignore", BLANKS = "[\\s\\u00a0]+";

    /**
     * A paragraph that is an item of a list.
     *
     * @param mark its bullet or number, to be taken out
     * @param number empty for a bullet
     * @param level from 1
     */
    private record Item(Element paragraph, Element mark, Optional<String> number, int level) {
        static Optional<Item> of(Node node) {
            if (!(node instanceof Element paragraph) || !isListed(paragraph)) {
                return Optional.empty();
            }
            Matcher level = LEVEL.matcher(style(paragraph));
            int depth = level.find() ? Integer.parseInt(level.group(1)) : 1;
            return mark(paragraph).map(mark -> {
                Matcher number = NUMBER.matcher(words(mark));
                return new Item(
                        paragraph, mark, number.matches() ? Optional.of(number.group(1)) : Optional.empty(), depth);
            });
        }

        private static boolean isListed(Element element) {
            return element.normalName().equals("p") && element.className().startsWith("MsoList");
        }

        private static Optional<Element> mark(Element paragraph) {
            Element first = paragraph;
            for (Element inner : paragraph.getAllElements()) {
                if (style(inner).contains(IGNORE)) {
                    return Optional.of(inner);
                }
            }
            // The outermost of those that it begins with: what holds the mark alone, with the blanks after it.
            while (first != null) {
                first = first(first);
                if (first != null && isMark(words(first))) {
                    return Optional.of(first);
                }
            }
            return Optional.empty();
        }

        /** The element that another begins with; null if it begins with words. */
        private static Element first(Element within) {
            for (Node node : within.childNodes()) {
                if (node instanceof Element element) {
                    return element;
                }
                if (node instanceof TextNode text && !text.getWholeText().matches("[\\s\\u00a0]*")) {
                    return null;
                }
            }
            return null;
        }

        private static boolean isMark(String words) {
            return BULLET.matcher(words).matches() || NUMBER.matcher(words).matches();
        }

        private static String words(Element element) {
            return element.wholeText().replaceAll("^" + BLANKS + "|" + BLANKS + "$", "");
        }

        private static String style(Element element) {
            return element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s*:\\s*", ":");
        }

        Element list() {
            Element list = new Element(number.isPresent() ? "ol" : "ul");
            number.filter(text -> text.matches("[0-9]+") && Integer.parseInt(text) > 1)
                    .ifPresent(text -> list.attr("start", text));
            return list;
        }

        /** Takes the words out of the paragraph. */
        Element entry() {
            mark.remove();
            Element entry = new Element("li");
            new ArrayList<>(paragraph.childNodes()).forEach(entry::appendChild);
            if (entry.childNodeSize() > 0 && entry.childNode(0) instanceof TextNode text) {
                text.text(text.getWholeText().replaceFirst("^" + BLANKS, ""));
            }
            return entry;
        }
    }

    /** A list that goes on. */
    private record Open(Element list, int level) {
        /** Whether an item is one of it, or of a list within it. */
        boolean holds(Item item) {
            String kind = item.number().isPresent() ? "ol" : "ul";
            return level < item.level()
                    || level == item.level() && list.normalName().equals(kind);
        }
    }

    private WordLists() {}

    /** Changes what lies in an element. */
    static void make(Element body) {
        for (Element first : body.select("p")) {
            if (first.parent() != null && Item.of(first).isPresent()) {
                makeList(first);
            }
        }
    }

    /** Makes lists of a paragraph and of those that follow it without anything between. */
    private static void makeList(Element first) {
        List<Item> items = new ArrayList<>();
        List<Node> between = new ArrayList<>();
        for (Node node = first; node != null; node = node.nextSibling()) {
            Optional<Item> item = Item.of(node);
            if (item.isPresent()) {
                items.add(item.get());
            } else if (node instanceof Comment || node instanceof TextNode text && text.isBlank()) {
                between.add(node);
            } else {
                break;
            }
        }
        Deque<Open> open = new ArrayDeque<>();
        for (Item item : items) {
            while (!open.isEmpty() && !open.getLast().holds(item)) {
                open.removeLast();
            }
            if (open.isEmpty() || open.getLast().level() < item.level()) {
                Element list = item.list();
                if (open.isEmpty()) {
                    first.before(list);
                } else {
                    open.getLast().list().children().last().appendChild(list);
                }
                open.addLast(new Open(list, item.level()));
            }
            open.getLast().list().appendChild(item.entry());
        }
        items.forEach(item -> item.paragraph().remove());
        between.forEach(Node::remove);
    }
}
