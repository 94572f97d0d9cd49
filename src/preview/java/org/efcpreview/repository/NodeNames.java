package org.efcpreview.repository;

import java.text.Normalizer;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** How nodes are named (rules: {@code info.magnolia.jcr.util.NodeNameHelper} of 6.2.45). */
public final class NodeNames {
    private static final String UNTITLED = "untitled";

    /** How many digits at the end are taken for a number. */
    private static final int MOST_DIGITS = 9;

    private NodeNames() {}

    /**
     * The name as Magnolia stores it: each character but letters and digits of ASCII, hyphen, dot and underscore becomes a
     * hyphen, and so does a dot at the beginning.
     *
     * @param name as it was typed; {@code untitled} if it is empty
     */
    public static String valid(String name) {
        if (name.isEmpty()) {
            return UNTITLED;
        }
        String valid = name.replaceAll("[^A-Za-z0-9._-]", "-");
        return valid.startsWith(".") ? "-" + valid.substring(1) : valid;
    }

    /**
     * A name for something that has a title: lower case, without accents, words joined by hyphens.
     *
     * @param title any text; {@code untitled} if it has no letter or digit
     */
    public static String of(String title) {
        String slug = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? UNTITLED : slug;
    }

    /**
     * The name, made {@link #valid}, or the first after it that nothing in the parent has: {@code 0, 00, 01 … 09, 010} and
     * {@code page, page0, page1} are the orders.
     *
     * @param parent where it is to be unique, among sub-nodes and properties
     * @param name as it was typed
     * @throws RepositoryException if the parent cannot be read
     */
    public static String unique(Node parent, String name) throws RepositoryException {
        String unique = valid(name);
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
