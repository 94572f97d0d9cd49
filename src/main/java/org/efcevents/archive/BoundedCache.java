package org.efcevents.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.efcevents.content.ContentLanguages;

/**
 * A thread-safe cache of values that were read from nodes, for as long as they are current.
 *
 * <p>It knows nothing about access rights. Callers may only ask for the value of a node that they have found in the
 * reader's own session during the same request, and a value may only contain what everyone can read who can read its
 * node.
 *
 * @param <T> an immutable value
 */
final class BoundedCache<T> {

    /**
     * The maximum age of a value. Editing, moving and publishing update a node's stamp, but an import may write new
     * text under an old one. Expiry also removes values of nodes that no longer exist.
     */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final long capacity;
    private final ToLongFunction<T> weight;
    private final ConcurrentMap<Key, Entry<T>> entries = new ConcurrentHashMap<>();
    private final AtomicLong total = new AtomicLong();
    private volatile Instant swept = Instant.EPOCH;

    private record Key(String id, ContentLanguages languages) {}

    private record Entry<T>(T value, Instant since, long weight) {

        boolean isOfUse(Instant now) {
            return !since.isAfter(now) && now.isBefore(since.plus(LONGEST));
        }
    }

    /**
     * @param capacity the maximum total weight; values beyond it are not cached
     * @param weight the weight of a value
     */
    BoundedCache(long capacity, ToLongFunction<T> weight) {
        this.capacity = capacity;
        this.weight = weight;
    }

    /**
     * Returns the value of a node, reading it if necessary.
     *
     * @param id the node's identifier
     * @param languages the languages in which the value is read
     * @param now the time of the request
     * @param isCurrent whether a value reflects the present state of the node; a value for which this is false right
     *     after reading is not cached
     * @param read reads the value. It must read the stamp first: if the node changes meanwhile, old text must not be
     *     cached under the new stamp
     */
    T value(String id, ContentLanguages languages, Instant now, Predicate<T> isCurrent, Supplier<T> read) {
        sweep(now);
        Key key = new Key(id, languages);
        Entry<T> known = entries.get(key);
        if (known != null && known.isOfUse(now) && isCurrent.test(known.value)) {
            return known.value;
        }
        T value = read.get();
        keep(key, value, now, isCurrent.test(value));
        return value;
    }

    private void keep(Key key, T value, Instant now, boolean worthIt) {
        Entry<T> before = entries.remove(key);
        if (before != null) {
            total.addAndGet(-before.weight);
        }
        Entry<T> entry = new Entry<>(value, now, weight.applyAsLong(value));
        if (worthIt && total.get() + entry.weight <= capacity) {
            Entry<T> replaced = entries.put(key, entry);
            total.addAndGet(entry.weight - (replaced == null ? 0 : replaced.weight));
        }
    }

    private void sweep(Instant now) {
        if (now.isBefore(swept.plus(LONGEST)) && !now.isBefore(swept)) {
            return;
        }
        swept = now;
        entries.forEach((key, entry) -> {
            if (!entry.isOfUse(now) && entries.remove(key, entry)) {
                total.addAndGet(-entry.weight);
            }
        });
    }

    /** The total weight of the cached values. */
    long size() {
        return total.get();
    }
}
