package org.efcpreview.repository;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The path of an access control entry, in which {@code *} stands for any characters, {@code /} among them, and
 * {@code ?} for one character or none. All else is taken as a regular expression, except the dot, which is a dot. So
 * does {@code info.magnolia.cms.util.SimpleUrlPattern}.
 */
final class PathPattern {
    private final Pattern pattern;
    private final int length;

    /**
     * @param text such as {@code /events/*}
     * @throws PatternSyntaxException if it is no regular expression after the wild cards have been replaced
     */
    PathPattern(String text) {
        StringBuilder expression = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            String wildcard =
                    switch (text.charAt(at)) {
                        case '*' -> ".*";
                        case '?' -> ".?";
                        case '.' -> "\\.";
                        default -> null;
                    };
            if (wildcard == null) {
                plain.append(text.charAt(at));
            } else {
                expression.append("(?:").append(plain).append(')').append(wildcard);
                plain.setLength(0);
            }
        }
        pattern = Pattern.compile(expression.append(plain).toString(), Pattern.DOTALL);
        length = text.endsWith("*") ? text.length() - 1 : text.length();
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** {@return how exact it is: its characters without the star at its end} */
    int length() {
        return length;
    }
}
