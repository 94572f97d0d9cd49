package org.efcpreview.rendering;

/** Magnolia's HTML escaping of text (rules: {@code info.magnolia.util.EscapeUtil}, {@code HTMLEscapingContentDecorator}). */
final class HtmlText {
    private HtmlText() {}

    /**
     * Escapes the five characters of HTML. What is already escaped is first unescaped, so that escaping twice changes
     * nothing.
     *
     * @param text may be null, which gives null
     */
    static String escape(String text) {
        if (text == null) {
            return null;
        }
        String raw = unescape(text);
        StringBuilder escaped = new StringBuilder(raw.length() + 16);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\'' -> escaped.append("&#039;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * The reverse of {@link #escape}. Like Magnolia's it replaces one entity after the other, {@code &amp;} first.
     *
     * @param text may be null, which gives null
     */
    static String unescape(String text) {
        return text == null
                ? null
                : text.replace("&amp;", "&")
                        .replace("&quot;", "\"")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#039;", "'");
    }

    /** Escapes text of a content node: as {@link #escape}, and line breaks become {@code <br/>}. */
    static String escapeContent(String text) {
        return text == null ? null : escape(text).replace("\n", "<br/>");
    }
}
