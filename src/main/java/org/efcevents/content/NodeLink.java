package org.efcevents.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a rich text to a node of Magnolia's: which node, not yet at which address.
 *
 * <p>Magnolia's rich-text field stores such a link in a notation of its own ({@code info.magnolia.link.LinkUtil}), so that
 * it outlives a renaming: <code>${link:{uuid:{…},repository:{website},path:{/x},nodeData:{},extension:{html}}}#part?a=b
 * </code>. The path is the one of the time when the link was made: it is not read, since it may name what the reader may not
 * see.
 *
 * @param place the how manyth {@code a} of the text it is, from 0
 * @param workspace the workspace of the node, such as {@code website}, {@code dam} or {@code efc-events}
 * @param identifier the node's identifier
 * @param query what follows the node's own address, with its question mark; may be empty
 * @param fragment the part of the page, with its {@code #}; may be empty
 */
public record NodeLink(int place, String workspace, String identifier, String query, String fragment) {

    private static final String START = "${";
    private static final Pattern NOTATION = Pattern.compile("\\$\\{link:\\{uuid:\\{([0-9A-Fa-f-]{36})},"
            + "repository:\\{([\\w-]*)}(?:,\\w+:\\{[^}]*})*}}(#[^?]*)?(\\?.*)?");

    /** Whether an address is in Magnolia's notation, or in something that begins like it: no browser could follow it. */
    static boolean isOne(String href) {
        return href.strip().startsWith(START);
    }

    /**
     * Reads Magnolia's notation.
     *
     * @return empty where it is not complete or not as Magnolia writes it
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

    /** The address to follow, given the node's own: Magnolia writes the fragment first, and a browser wants it last. */
    String from(String address) {
        return address + query + fragment;
    }
}
