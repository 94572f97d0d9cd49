package org.efcevents.replace;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * A stored text, of which it is known where each character that readers see stands in what is stored. What is stored is HTML or not.
 *
 * <p>Where the text of one element ends and that of another begins, there is a {@linkplain #BREAK break} for elements that begin a
 * line, and nothing for those within one; in either case nothing may be changed across it.
 */
final class SourceText {

    /** Stands where a line ends, or something else that is no text. */
    static final char BREAK = '\n';

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9:-]*)(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>");

    /** What they hold is no text that readers see, or cannot be told apart by tags alone. */
    private static final Set<String> OPAQUE = Set.of(
            "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext", "svg", "math");

    private static final Set<String> WITHIN_LINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
            "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "u", "var", "wbr");

    private final String source;
    private final boolean html;
    private final StringBuilder text = new StringBuilder();

    /** Where each character of the text begins in the source. */
    private final int[] from;

    /** Where it ends there; where it begins, if it stands for no text. */
    private final int[] to;

    /** To which piece of text it belongs, by a number. */
    private final int[] pieces;

    private int piece;

    private SourceText(String source, boolean html) {
        this.source = source;
        this.html = html;
        // No character of a text comes from less than one.
        this.from = new int[source.length()];
        this.to = new int[source.length()];
        this.pieces = new int[source.length()];
    }

    /** A text that is stored as it is read. */
    static SourceText plain(String source) {
        SourceText plain = new SourceText(source, false);
        for (int at = 0; at < source.length(); at++) {
            plain.add(source.charAt(at), at, at + 1);
        }
        return plain;
    }

    /** A text in HTML; empty if it is so far from well-formed that it is not known what it says. */
    static Optional<SourceText> html(String source) {
        SourceText html = new SourceText(source, true);
        return html.read() ? Optional.of(html) : Optional.empty();
    }

    private boolean read() {
        Matcher tag = TAG.matcher(source);
        Matcher entity = ENTITY.matcher(source);
        int at = 0;
        while (at < source.length()) {
            char character = source.charAt(at);
            if (source.startsWith("<!--", at) && source.indexOf("-->", at + 4) > 0) {
                piece++;
                at = source.indexOf("-->", at + 4) + 3;
            } else if (character == '<') {
                if (!tag.region(at, source.length()).lookingAt()
                        || OPAQUE.contains(tag.group(2).toLowerCase(Locale.ROOT))) {
                    return false;
                }
                piece++;
                if (!WITHIN_LINE.contains(tag.group(2).toLowerCase(Locale.ROOT))) {
                    add(BREAK, at, at);
                    piece++;
                }
                at = tag.end();
            } else if (character == '&' && entity.region(at, source.length()).lookingAt()) {
                String decoded = Parser.unescapeEntities(entity.group(), false);
                for (char each : decoded.toCharArray()) {
                    add(each, at, entity.end());
                }
                at = entity.end();
            } else {
                add(character, at, at + 1);
                at++;
            }
        }
        return true;
    }

    private void add(char character, int begin, int end) {
        from[text.length()] = begin;
        to[text.length()] = end;
        pieces[text.length()] = piece;
        text.append(character);
    }

    /** Whether browsers, as jsoup does, read the same characters in it: not always if it is not well-formed. */
    boolean isAsParsed() {
        if (!html) {
            return true;
        }
        StringBuilder parsed = new StringBuilder();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode words) {
                        parsed.append(words.getWholeText());
                    }
                },
                Jsoup.parseBodyFragment(source).body());
        StringBuilder read = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (from[at] < to[at]) {
                read.append(text.charAt(at));
            }
        }
        return withoutSpace(parsed).equals(withoutSpace(read));
    }

    /** Between the rows of a table, for one, a parser drops space. */
    private static String withoutSpace(CharSequence characters) {
        return characters
                .chars()
                .filter(character -> !Character.isWhitespace(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What readers see. */
    String text() {
        return text.toString();
    }

    /** Whether all characters of a part stand in one piece of text. */
    boolean isOnePiece(int first, int end) {
        return pieces[first] == pieces[end - 1]
                && !(first > 0 && isOneEntity(first - 1, first))
                && !(end < text.length() && isOneEntity(end - 1, end));
    }

    /** Whether two characters stand for one entity. */
    private boolean isOneEntity(int one, int other) {
        return from[one] == from[other] && to[one] == to[other] && from[one] < to[one];
    }

    /** Where in the source a character of the text begins. */
    int sourceFrom(int character) {
        return from[character];
    }

    /** Where in the source a part of the text ends. */
    int sourceTo(int end) {
        return to[end - 1];
    }

    /** Some words as they are to be stored. */
    String stored(String words) {
        return html ? words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") : words;
    }
}
