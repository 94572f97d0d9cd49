package org.efcevents.content;

import java.util.regex.Pattern;

/** Gives nodes their slugs: the names by which their pages are addressed. */
public interface Slugs {

    /** The names of the nodes, without regard to others of the same name. */
    Slugs NAMES = node -> node.isA(NodeType.NOTICE) ? nameOfEvent(node) : node.name();

    /** Names that stand as they are in addresses, headers, names of files and queries. */
    Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    /** Whether a node of this name can be addressed by it: not if that might be the identifier of another. */
    static boolean isAddress(String name) {
        return PLAIN.matcher(name).matches() && !ContentNode.isIdentifier(name);
    }

    /**
     * The slug of a node.
     *
     * @param node an event, a notice of one, a speaker or a work package
     */
    String of(ContentNode node);

    /**
     * The name of the event that a notice belongs to, taken from the path because the reader may not be able to read the
     * event.
     */
    static String nameOfEvent(ContentNode notice) {
        String[] names = notice.path().split("/");
        return names[names.length - 2];
    }
}
