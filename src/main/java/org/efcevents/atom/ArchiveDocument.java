package org.efcevents.atom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An archive document of a feed (RFC 5005, 4): the entries that the feed has had since a moment within a span of time, which its
 * address names.
 *
 * <p>Spans are halves of halves … of all time, each as long as its entries fit into a document. Where they are does not depend on how
 * many entries there are before, so that nothing moves into another document when one is removed or added. A document exists only
 * once its time is over: whatever the feed gets later has later moments. So a document gets no entries, and loses those only
 * that the feed no longer has; if two halves would fit into one by then, that one has an address of its own.
 *
 * @param start when the span begins, in milliseconds
 * @param level the span is two to this power of milliseconds long
 */
record ArchiveDocument(long start, int level) {

    /** All time, until the year 2109. */
    private static final ArchiveDocument ALL = new ArchiveDocument(0, 42);

    private static final Pattern ADDRESS = Pattern.compile("([0-9a-f]{1,11})-([0-9]|[1-3][0-9])");
    private static final int HEXADECIMAL = 16;

    /** Reads {@link #address}; empty if it is none. */
    static Optional<ArchiveDocument> parse(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int level = Integer.parseInt(parts.group(2));
        ArchiveDocument document = new ArchiveDocument(Long.parseLong(parts.group(1), HEXADECIMAL) << level, level);
        return Optional.of(document)
                .filter(known -> known.start >= 0
                        && known.end() <= ALL.end()
                        && known.address().equals(address));
    }

    /** The name of the document in addresses. */
    String address() {
        return Long.toHexString(start >> level) + "-" + level;
    }

    /** The first moment after the span. */
    long end() {
        return start + (1L << level);
    }

    /** A moment as it is written here. */
    static long moment(Instant moment) {
        return Math.max(0, Math.min(ALL.end() - 1, moment.toEpochMilli()));
    }

    /**
     * Divides entries into documents, none of them empty, the oldest first.
     *
     * @param moments since when the feed has each of them, sorted
     * @param count how many there are
     * @param most as many entries are in a document; more only of the same millisecond
     */
    static List<ArchiveDocument> of(IntToLongFunction moments, int count, int most) {
        List<ArchiveDocument> documents = new ArrayList<>();
        ALL.divide(moments, 0, count, most, documents);
        return documents;
    }

    private void divide(IntToLongFunction moments, int from, int to, int most, List<ArchiveDocument> documents) {
        if (from == to) {
            return;
        }
        if (to - from <= most || level == 0) {
            documents.add(this);
            return;
        }
        ArchiveDocument first = new ArchiveDocument(start, level - 1);
        ArchiveDocument second = new ArchiveDocument(first.end(), level - 1);
        int middle = position(moments, from, to, second.start);
        first.divide(moments, from, middle, most, documents);
        second.divide(moments, middle, to, most, documents);
    }

    /** The place of the first of some sorted moments that is not before this one. */
    static int position(IntToLongFunction moments, int from, int to, long moment) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments.applyAsLong(middle) < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
