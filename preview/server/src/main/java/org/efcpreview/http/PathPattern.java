package org.efcpreview.http;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of paths, of nodes or of addresses, in which {@code *} stands for any characters, {@code /} among them, and
 * {@code ?} for one character or none. All else is taken as a regular expression, except the dot, which is a dot. So
 * does {@code info.magnolia.cms.util.SimpleUrlPattern}.
 */
public final class PathPattern {
    private static final Pattern PART = Pattern.compile("([^*?.]*)([*?.])");
    private static final Map<String, String> EXPRESSIONS = Map.of("*", ".*", "?", ".?", ".", "\\.");

    private final String text;
    private final Pattern pattern;
    private final int length;

    /**
     * @param text such as {@code /events/*}
     * @throws PatternSyntaxException if it is no regular expression after the wild cards have been replaced
     */
    public PathPattern(String text) {
        this.text = text;
        String expression = PART.matcher(text)
                .replaceAll(
                        part -> Matcher.quoteReplacement("(?:" + part.group(1) + ")" + EXPRESSIONS.get(part.group(2))));
        pattern = Pattern.compile(expression, Pattern.DOTALL);
        length = text.endsWith("*") ? text.length() - 1 : text.length();
    }

    /** What was written, such as {@code /events/*}. */
    public String getPatternString() {
        return text;
    }

    /** Whether a path, all of it, is such a one. */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** {@return how exact it is: its characters without the star at its end} */
    public int length() {
        return length;
    }
}
