package org.efcevents.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;

/**
 * The last change of every event, speaker and work package that this instance has seen, in the order of the changes. Whoever has
 * read up to a change goes on from there, and is told of everything that has changed since once, as it is now.
 *
 * <p>What is gone is remembered for {@link #REACH}. Thread-safe.
 */
public final class Journal {

    /** How long it is remembered that something is gone, and so for how long a {@link SyncToken} is good. */
    public static final Duration REACH = Duration.ofDays(400);

    /**
     * How much later than one instance another may get the same content, or have the same time. A token of one is read by
     * another as if it were so much older.
     */
    static final Duration MARGIN = Duration.ofMinutes(15);

    private final Map<UUID, JournalEntry> entries = new HashMap<>();
    private final TreeMap<Long, UUID> order = new TreeMap<>();
    private final Map<Address, Set<UUID>> former = new HashMap<>();
    private final Set<UUID> unsaved = new HashSet<>();
    private JournalHead head;
    private JournalHead saved;

    private record Address(NodeType type, String slug) {}

    /** An empty journal of an instance, which begins at a moment. */
    public Journal(Instant now) {
        this(JournalHead.begin(now, identifier()), List.of());
        saved = null;
    }

    /** What was stored of one. */
    Journal(JournalHead head, Collection<JournalEntry> stored) {
        this.head = head;
        this.saved = head;
        stored.forEach(this::keep);
        unsaved.clear();
    }

    private static String identifier() {
        return "%016x".formatted(RandomGenerator.of("SecureRandom").nextLong());
    }

    /**
     * Notes everything that is there when nothing is known yet, in the order in which it reached this instance.
     *
     * @param items everything that is there
     */
    public synchronized void begin(Collection<Item> items) {
        items.stream()
                .sorted(Comparator.comparingLong(Item::arrived).thenComparing(Item::id))
                .forEach(item -> keep(JournalEntry.of(item, next(), Instant.ofEpochMilli(item.arrived()))));
        head = head.asBaseline();
    }

    /**
     * Notes that some things were changed or added, whatever was changed of them.
     *
     * @param items as they are now
     */
    public synchronized void note(Collection<Item> items, Instant now) {
        Set<Address> taken = new HashSet<>();
        for (Item item : items) {
            JournalEntry known = entries.get(item.id());
            if (known == null || !known.isAt(item)) {
                taken.add(new Address(item.type(), item.slug()));
                addressOf(known).ifPresent(taken::add);
            }
            keep(known == null ? JournalEntry.of(item, next(), now) : known.with(item, next(), now));
        }
        touchOthers(taken, items.stream().map(Item::id).collect(Collectors.toSet()), now);
    }

    private static Optional<Address> addressOf(JournalEntry known) {
        return Optional.ofNullable(known)
                .filter(JournalEntry::isThere)
                .map(entry -> new Address(entry.type(), entry.slug()));
    }

    /** Of several things of one name, only one is addressed by it: which of them that is may have changed. */
    private void touchOthers(Set<Address> addresses, Set<UUID> known, Instant now) {
        if (!addresses.isEmpty()) {
            touch(
                    entries.values().stream()
                            .filter(entry -> !known.contains(entry.id()))
                            .filter(entry ->
                                    addressOf(entry).filter(addresses::contains).isPresent())
                            .map(JournalEntry::id)
                            .toList(),
                    now);
        }
    }

    /** Notes that some things are no longer there, of which some may never have been. */
    public synchronized void noteGone(Collection<UUID> ids, Instant now) {
        Set<Address> given = new HashSet<>();
        for (UUID id : ids) {
            JournalEntry known = entries.get(id);
            if (known != null && known.isThere()) {
                addressOf(known).ifPresent(given::add);
                keep(known.gone(next(), now));
            }
        }
        touchOthers(given, Set.of(), now);
    }

    /**
     * Notes what is not as it was.
     *
     * @param items everything that is there
     */
    public synchronized void compare(Collection<Item> items, Instant now) {
        Set<UUID> there = new HashSet<>();
        List<Item> changed = new ArrayList<>();
        for (Item item : items) {
            there.add(item.id());
            JournalEntry known = entries.get(item.id());
            if (known == null || !known.isOf(item)) {
                changed.add(item);
            }
        }
        note(changed, now);
        noteGone(
                entries.values().stream()
                        .filter(entry -> entry.isThere() && !there.contains(entry.id()))
                        .map(JournalEntry::id)
                        .toList(),
                now);
    }

    /** Notes that what some things show of others has changed. */
    public synchronized void touch(Collection<UUID> ids, Instant now) {
        for (UUID id : ids) {
            JournalEntry known = entries.get(id);
            if (known != null && known.isThere()) {
                keep(known.touched(next(), now));
            }
        }
    }

    /**
     * The things that have changed since it was last noted who shows them; {@link #referrersNoted} says that it has been.
     *
     * @param most more of them are not told
     */
    public synchronized List<UUID> withoutReferrersNoted(int most) {
        return order.tailMap(head.referred(), false).values().stream()
                .limit(most)
                .toList();
    }

    /** Says that whoever shows anything that has changed so far has been touched. */
    public synchronized void referrersNoted() {
        head = head.withReferrersNoted();
    }

    /** Lets all tokens end that were given until now. */
    public synchronized void endTokens() {
        head = head.withHorizon(head.last());
    }

    private long next() {
        head = head.withNextChange();
        return head.last();
    }

    private void keep(JournalEntry entry) {
        JournalEntry known = entries.put(entry.id(), entry);
        if (known != null) {
            order.remove(known.last());
        }
        order.put(entry.last(), entry.id());
        for (String slug : entry.formerSlugs()) {
            former.computeIfAbsent(new Address(entry.type(), slug), first -> new HashSet<>())
                    .add(entry.id());
        }
        unsaved.add(entry.id());
    }

    /** Forgets what has been gone for too long. */
    synchronized void forget(Instant now) {
        Instant limit = now.minus(REACH);
        for (JournalEntry entry : List.copyOf(entries.values())) {
            if (!entry.isThere() && entry.when().isBefore(limit)) {
                entries.remove(entry.id());
                order.remove(entry.last());
                former.values().forEach(ids -> ids.remove(entry.id()));
                unsaved.add(entry.id());
                head = head.withHorizon(Math.max(head.horizon(), entry.last()));
            }
        }
    }

    /** What is known of a thing; empty if it was never seen. */
    public synchronized Optional<JournalEntry> entry(UUID id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * The things of a type that formerly had a slug and have another one now, or are gone; the latest to be given another one last.
     */
    public synchronized List<JournalEntry> formerlyAt(NodeType type, String slug) {
        return former.getOrDefault(new Address(type, slug), Set.of()).stream()
                .map(entries::get)
                .filter(entry -> entry.formerSlugs().contains(slug))
                .sorted(Comparator.comparingLong(JournalEntry::renamed))
                .toList();
    }

    /** What has changed after a change, in this order. */
    public synchronized List<JournalEntry> after(long change, int most) {
        return order.tailMap(change, false).values().stream()
                .limit(most)
                .map(entries::get)
                .toList();
    }

    /** What has gone, or been hidden, since a moment. */
    public synchronized List<JournalEntry> goneSince(Instant moment) {
        return order.descendingMap().values().stream()
                .map(entries::get)
                .takeWhile(entry -> !entry.when().isBefore(moment))
                .filter(entry -> entry.visibility() != Visibility.PUBLIC
                        && !entry.shownWhen().isBefore(moment))
                .toList();
    }

    /** What feeds tell of events. */
    public synchronized EventHistory events() {
        Map<UUID, JournalEntry> there = new HashMap<>();
        List<JournalEntry> gone = new ArrayList<>();
        for (JournalEntry entry : entries.values()) {
            if (entry.type() == NodeType.EVENT) {
                if (entry.isThere()) {
                    there.put(entry.id(), entry);
                }
                if (entry.wasOpen() && !entry.isOpen()) {
                    gone.add(entry);
                }
            }
        }
        gone.sort(Comparator.comparing(JournalEntry::shownWhen).reversed().thenComparing(JournalEntry::id));
        return new EventHistory(there, List.copyOf(gone));
    }

    /** The number of the last change; 0 if there was none. */
    public synchronized long last() {
        return head.last();
    }

    /** Whether somebody has been given a token. */
    public synchronized boolean isFollowed() {
        return !head.epochs().isEmpty();
    }

    /** Says that tokens will be given in this run of the instance. Nothing if they are already. */
    public synchronized void beginEpoch(String own, Instant now) {
        head = head.withEpoch(own, now);
    }

    /**
     * A token for whoever has read up to a change. Somebody has to have said that tokens are given: {@link #beginEpoch}.
     *
     * @param position what has been read
     * @param rights {@link SyncToken#rights}
     */
    public synchronized SyncToken token(Position position, String rights, Instant now) {
        return new SyncToken(head.instance(), head.epoch(), position.change(), position.from(), now, rights);
    }

    /**
     * How far somebody has read.
     *
     * @param change the last change that they have read
     * @param from {@link SyncToken#from}
     */
    public record Position(long change, long from) {}

    /** Where somebody begins who has nothing: what was gone before that is of no interest to them. */
    public synchronized Position beginning() {
        return new Position(0, head.last());
    }

    /** Where somebody begins who wants to know what changes from now on. */
    public synchronized Position end() {
        return new Position(head.last(), head.last());
    }

    /**
     * What the bearer of a token has read.
     *
     * @param rights {@link SyncToken#rights} of the reader
     * @return empty if they have to begin anew: after {@link #REACH}, with other rights, or where the instance, or the
     *     repository, is another and does not reach back so far
     */
    public synchronized Optional<Position> position(SyncToken token, String rights, Instant now) {
        if (!token.rights().equals(rights) || token.when().isBefore(now.minus(REACH))) {
            return Optional.empty();
        }
        if (token.instance().equals(head.instance())) {
            return token.change() >= head.horizon() && token.from() >= head.horizon() && head.gave(token)
                    ? Optional.of(new Position(token.change(), token.from()))
                    : Optional.empty();
        }
        return token.isOfAll() ? positionAt(token.when().minus(MARGIN)) : Optional.empty();
    }

    private Optional<Position> positionAt(Instant moment) {
        if (moment.isBefore(head.began())) {
            return Optional.empty();
        }
        long position = head.baseline();
        for (UUID id : order.tailMap(head.baseline(), false).values()) {
            JournalEntry entry = entries.get(id);
            if (!entry.when().isBefore(moment)) {
                break;
            }
            position = entry.last();
        }
        return position >= head.horizon() ? Optional.of(new Position(position, position)) : Optional.empty();
    }

    /** What has to be stored. */
    synchronized JournalHead head() {
        return head;
    }

    /** The things of which something is not stored yet. */
    synchronized Set<UUID> unsaved() {
        return Set.copyOf(unsaved);
    }

    synchronized Collection<JournalEntry> all() {
        return List.copyOf(entries.values());
    }

    /** Whether something has not been stored yet. */
    public synchronized boolean isUnsaved() {
        return head != saved || !unsaved.isEmpty();
    }

    synchronized void saved() {
        unsaved.clear();
        saved = head;
    }
}
