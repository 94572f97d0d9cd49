package org.efcpreview.content;

import java.util.Arrays;
import org.apache.commons.lang3.StringUtils;

/**
 * Magnolia's HTML escaping of text (rules: {@code info.magnolia.util.EscapeUtil}, {@code HTMLEscapingContentDecorator}).
 * Null gives null.
 */
public final class HtmlText {
    private static final String[] CHARACTERS = {"&", "\"", "<", ">", "'"};
    private static final String[] ENTITIES = {"&amp;", "&quot;", "&lt;", "&gt;", "&#039;"};

    private HtmlText() {}

    /**
     * Escapes the five characters of HTML. What is already escaped is first unescaped, so that escaping twice changes
     * nothing.
     */
    public static String escape(String text) {
        return StringUtils.replaceEach(unescape(text), CHARACTERS, ENTITIES);
    }

    /** Escapes each of several texts. */
    public static String[] escape(String[] texts) {
        return texts == null ? null : Arrays.stream(texts).map(HtmlText::escape).toArray(String[]::new);
    }

    /** The reverse of {@link #escape}. Like Magnolia's it replaces one entity after the other, {@code &amp;} first. */
    public static String unescape(String text) {
        String raw = text;
        for (int i = 0; i < ENTITIES.length; i++) {
            raw = StringUtils.replace(raw, ENTITIES[i], CHARACTERS[i]);
        }
        return raw;
    }

    /** Escapes text of a content node: as {@link #escape}, and line breaks become {@code <br/>}. */
    public static String escapeContent(String text) {
        return StringUtils.replace(escape(text), "\n", "<br/>");
    }
}
