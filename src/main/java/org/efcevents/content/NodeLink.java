package org.efcevents.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link in a rich text to a Magnolia node: it identifies the node, whose address has yet to be determined.
 *
 * <p>Magnolia's rich-text field stores such links in its own notation ({@code info.magnolia.link.LinkUtil}) so that
 * they survive renaming: <code>${link:{uuid:{…},repository:{website},path:{/x},nodeData:{},extension:{html}}}#part?a=b
 * </code>. The path dates from when the link was made. It is ignored, because it may reveal something that the reader
 * may not see.
 *
 * @param place the index of its {@code a} element in the text, from 0
 * @param workspace the workspace of the node, such as {@code website}, {@code dam} or {@code efc-events}
 * @param identifier the node's identifier
 * @param query the query string to append, including its question mark; may be empty
 * @param fragment the fragment to append, including its {@code #}; may be empty
 */
public record NodeLink(int place, String workspace, String identifier, String query, String fragment) {

    private static final String START = "${";
    private static final Pattern NOTATION = Pattern.compile("\\$\\{link:\\{uuid:\\{([0-9A-Fa-f-]{36})},"
            + "repository:\\{([\\w-]*)}(?:,\\w+:\\{[^}]*})*}}(#[^?]*)?(\\?.*)?");

    /** Whether an address is, or begins like, Magnolia's notation, which no browser can follow. */
    static boolean isOne(String href) {
        return href.strip().startsWith(START);
    }

    /**
     * Reads Magnolia's notation.
     *
     * @return empty if it is incomplete or malformed
     */
    static Optional<NodeLink> parse(int place, String href) {
        Matcher notation = NOTATION.matcher(href.strip());
        if (!notation.matches()) {
            return Optional.empty();
        }
        // LinkUtil: a link that names no workspace is one to a page.
        String workspace = notation.group(2).isEmpty() ? "website" : notation.group(2);
        String fragment = notation.group(3) == null ? "" : notation.group(3);
        String query = notation.group(4) == null ? "" : notation.group(4);
        return Optional.of(new NodeLink(place, workspace, notation.group(1), query, fragment));
    }

    /**
     * The full address, given that of the node. Magnolia stores the fragment before the query, browsers want it last.
     */
    String from(String address) {
        return address + query + fragment;
    }
}
