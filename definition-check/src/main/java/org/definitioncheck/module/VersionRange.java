package org.definitioncheck.module;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What versions of another module a module accepts: {@code 6.2/*}, {@code *}, {@code [6.2,7)}, or a single version, which
 * means exactly that one ({@code info.magnolia.module.model.VersionRange}).
 */
record VersionRange(Version from, boolean fromIncluded, Version to, boolean toIncluded, String text) {

    private static final Pattern BRACKETS = Pattern.compile("([(\\[\\]])([^,]*),([^,]*)([)\\[\\]])");

    /** @throws IllegalArgumentException if the text is no range */
    static VersionRange parse(String text) {
        String trimmed = text.trim();
        Matcher brackets = BRACKETS.matcher(trimmed);
        if (brackets.matches()) {
            return new VersionRange(
                    bound(brackets.group(2), Version.FIRST),
                    brackets.group(1).equals("["),
                    bound(brackets.group(3), Version.LAST),
                    brackets.group(4).equals("]"),
                    trimmed);
        }
        int slash = trimmed.indexOf('/');
        if (trimmed.indexOf(',') >= 0 || trimmed.isEmpty()) {
            throw new IllegalArgumentException("'" + trimmed + "' is no range of versions; write 6.2/*, * or [6.2,7)");
        }
        String low = slash < 0 ? trimmed : trimmed.substring(0, slash);
        String high = slash < 0 ? trimmed : trimmed.substring(slash + 1);
        return new VersionRange(bound(low, Version.FIRST), true, bound(high, Version.LAST), true, trimmed);
    }

    private static Version bound(String text, Version open) {
        return text.isBlank() || text.trim().equals("*") ? open : Version.parse(text);
    }

    boolean contains(Version version) {
        int low = version.compareTo(from);
        int high = version.compareTo(to);
        return (low > 0 || low == 0 && fromIncluded) && (high < 0 || high == 0 && toIncluded);
    }

    @Override
    public String toString() {
        return text;
    }
}
