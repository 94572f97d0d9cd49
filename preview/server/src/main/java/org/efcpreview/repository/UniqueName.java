package org.efcpreview.repository;

import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** How Magnolia names a node that would have the name of another ({@code info.magnolia.jcr.util.NodeNameHelper} of 6.2.45). */
public final class UniqueName {
    /** How many digits at the end are taken for a number. */
    private static final int MOST_DIGITS = 9;

    private UniqueName() {}

    /**
     * The name, or the first after it that nothing in the parent has: {@code 0, 00, 01 … 09, 010} and
     * {@code page, page0, page1} are the orders.
     *
     * @param parent where it is to be unique, among sub-nodes and properties
     * @param name valid as the name of a node
     * @throws RepositoryException if the parent cannot be read
     */
    public static String of(Node parent, String name) throws RepositoryException {
        String unique = name;
        while (parent.hasNode(unique) || parent.hasProperty(unique)) {
            unique = next(unique);
        }
        return unique;
    }

    private static String next(String name) {
        int digits = name.length();
        while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        if (digits == 0) {
            // Digits alone: the first is kept, which makes 00 of 0.
            digits = 1;
        }
        digits = Math.max(digits, name.length() - MOST_DIGITS);
        String number = name.substring(digits);
        return name.substring(0, digits) + (number.isEmpty() ? 0 : Integer.parseInt(number) + 1);
    }
}
