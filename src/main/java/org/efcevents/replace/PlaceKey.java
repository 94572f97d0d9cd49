package org.efcevents.replace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a place where something was found.
 *
 * @param node the identifier of the node that holds the text
 * @param property the property, with its language
 * @param number how many were found before it in this text
 * @param state {@link Passages#state} of the text in which it was found
 */
public record PlaceKey(String node, String property, int number, String state) {

    private static final Pattern TEXT =
            Pattern.compile("([0-9A-Fa-f-]{36})/([A-Za-z][A-Za-z_]{0,60})/([0-9]{1,6})/([0-9a-f]{16})");

    /** Reads what a form has sent; empty if it is none. */
    static Optional<PlaceKey> of(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new PlaceKey(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)), parts.group(4)))
                : Optional.empty();
    }

    /** As a form sends it. */
    public String text() {
        return node + "/" + property + "/" + number + "/" + state;
    }
}
