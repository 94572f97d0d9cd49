package org.efcevents.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody has read the journal (as the sync tokens of RFC 6578, 3.1). It gives no rights, and tells nothing of the
 * content.
 *
 * @param instance the journal: each instance has one of its own
 * @param epoch the run of the instance in which it was given
 * @param change the number of the last change that was read; 0 for none
 * @param from the last change before those that are being read: what is gone since is told. The same as {@code change} once
 *     all have been read
 * @param when when it was given
 * @param rights what tells the rights of the reader from those of others, and the languages of the site from those that it had or
 *     will have: what is read with others is another copy
 */
public record SyncToken(String instance, String epoch, long change, long from, Instant when, String rights) {

    private static final String VERSION = "1";
    private static final int BASE = 36;
    private static final Pattern TEXT = Pattern.compile(VERSION
            + "-([0-9a-f]{16})-([0-9a-f]{16})-([0-9a-z]{1,12})-([0-9a-z]{1,12})-([0-9a-z]{1,9})-([0-9a-f]{16})");

    /** Whether everything had been read when it was given. */
    boolean isOfAll() {
        return change == from;
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<SyncToken> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new SyncToken(
                        parts.group(1),
                        parts.group(2),
                        Long.parseLong(parts.group(3), BASE),
                        Long.parseLong(parts.group(4), BASE),
                        Instant.ofEpochMilli(Long.parseLong(parts.group(5), BASE)),
                        parts.group(6)))
                : Optional.empty();
    }

    /** Of letters, digits and hyphens, as it is in addresses. */
    public String text() {
        return String.join(
                "-",
                VERSION,
                instance,
                epoch,
                Long.toString(change, BASE),
                Long.toString(from, BASE),
                Long.toString(when.toEpochMilli(), BASE),
                rights);
    }
}
