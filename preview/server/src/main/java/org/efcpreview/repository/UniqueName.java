package org.efcpreview.repository;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** How Magnolia names a node that would have the name of another ({@code info.magnolia.jcr.util.NodeNameHelper} of 6.2.45). */
public final class UniqueName {
    /** Up to nine digits at the end are a number. Of digits alone the first is kept, which makes 00 of 0. */
    private static final Pattern NUMBERED = Pattern.compile("(.+?)(\\d{0,9})");

    private UniqueName() {}

    /**
     * The name, or the first after it that nothing in the parent has: {@code 0, 00, 01 … 09, 010} and
     * {@code page, page0, page1} are the orders.
     *
     * @param parent where it is to be unique, among sub-nodes and properties
     * @param name valid as the name of a node
     */
    public static String of(Node parent, String name) throws RepositoryException {
        String unique = name;
        while (parent.hasNode(unique) || parent.hasProperty(unique)) {
            Matcher parts = NUMBERED.matcher(unique);
            parts.matches();
            String number = parts.group(2);
            unique = parts.group(1) + (number.isEmpty() ? 0 : Integer.parseInt(number) + 1);
        }
        return unique;
    }
}
