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
 * What was read of nodes of one sort, for as long as it is current; may be used by many threads.
 *
 * <p>Nothing here knows who may read what. Whoever asks for a node's value must have found that node in a session of the
 * reader's own, in this very request, and the value may tell only what everybody can read who can read that node.
 *
 * @param <T> an immutable value
 */
final class BoundedCache<T> {

    /**
     * How long a value is kept. Magnolia renews the stamp of whatever is edited, moved or published, so it is not for their
     * sake; but an import may write other text under an old stamp. And what nobody can find any more goes with time.
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
     * @param capacity how much is kept at most; what comes on top is read each time
     * @param weight how much of the capacity a value takes
     */
    BoundedCache(long capacity, ToLongFunction<T> weight) {
        this.capacity = capacity;
        this.weight = weight;
    }

    /**
     * The value of a node.
     *
     * @param id the node's identifier
     * @param languages the languages that the value is in
     * @param now the time of the visit
     * @param isCurrent whether a value tells the node's present state; one that is not current when it has just been read
     *     is not kept
     * @param read reads the value, its stamp first: should the node change meanwhile, old text must not be kept under
     *     the new stamp
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

    /** How much is kept now. */
    long size() {
        return total.get();
    }
}
