package org.definitioncheck.module;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module's version as Magnolia compares it: three numbers, the classifier does not count
 * ({@code info.magnolia.module.model.Version}).
 */
record Version(int major, int minor, int patch, String text) implements Comparable<Version> {

    static final Version FIRST = new Version(Integer.MIN_VALUE, 0, 0, "*");
    static final Version LAST = new Version(Integer.MAX_VALUE, 0, 0, "*");

    private static final Pattern FORM =
            Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:\\.\\d+)*(?:-([A-Za-z0-9_-]+))?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /** @throws IllegalArgumentException if the text is no version */
    static Version parse(String text) {
        String trimmed = text.trim();
        Matcher matcher = FORM.matcher(trimmed);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + trimmed + "' is no version; one looks like 1.2.3 or 1.2.3-SNAPSHOT");
        }
        boolean snapshot = matcher.group(4) != null && matcher.group(4).startsWith("SNAPSHOT");
        return new Version(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? (snapshot ? 99 : 0) : Integer.parseInt(matcher.group(3)),
                trimmed);
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
