package org.efcevents.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventKind;

/**
 * The events that readers with equal rights may see, the newest first: a row for each, and a column for each respect in
 * which they are filtered and counted, so that nothing has to be asked of the events themselves. Thread-safe.
 */
public final class EventTable {

    private final List<IndexedEvent> events;
    private final Column<Integer> years;
    private final Column<List<String>> workPackages;
    private final Column<OpenEnum<EventKind>> kinds;
    private final Column<Town> towns;
    private final Column<Boolean> sessions;
    private final BitSet days = new BitSet();

    // Of all columns these alone are compared rather than counted.
    private final int[] firstDays;
    private final int[] lastDays;
    private volatile PageOrder order;
    private final RowOrders orders;
    private volatile EventSelection notices;
    private volatile Map<UUID, UUID> ofNotices;
    private volatile SharedSlugs sharedSlugs;

    /** @param newestFirst in the order of {@link IndexedEvent#NEWEST_FIRST} */
    public EventTable(List<IndexedEvent> newestFirst) {
        this.events = List.copyOf(newestFirst);
        this.years = new Column<>(events, IndexedEvent::year);
        this.workPackages = new Column<>(events, IndexedEvent::workPackages);
        this.kinds = new Column<>(events, IndexedEvent::kind);
        this.towns = new Column<>(events, IndexedEvent::town);
        this.sessions = new Column<>(events, event -> event.isListedOnly() ? null : event.isClosed());
        this.orders = new RowOrders(events);
        this.firstDays = new int[events.size()];
        this.lastDays = new int[events.size()];
        for (int row = 0; row < events.size(); row++) {
            firstDays[row] = events.get(row).firstDay();
            lastDays[row] = events.get(row).lastDay();
            days.set(row, events.get(row).date().isOnACertainDay());
        }
    }

    /** All of them, the newest first. */
    public EventSelection newestFirst() {
        return new EventSelection(this, IntStream.range(0, events.size()).toArray());
    }

    /** The order in which the archive's page shows them at a moment, and for as long as nothing begins or ends. */
    public PageOrder order(Instant now) {
        PageOrder known = order;
        if (known == null || !known.isAt(now)) {
            known = new PageOrder(this, now);
            order = known;
        }
        return known;
    }

    /** Its rows in other orders. */
    RowOrders orders() {
        return orders;
    }

    /** The row of the event with this identifier, or of its notice; empty if there is none here. */
    public OptionalInt row(UUID id) {
        return orders.row(id);
    }

    /** Those with these identifiers, the newest first. */
    public EventSelection having(Collection<UUID> ids) {
        return selection(
                ids.stream().map(this::row).filter(OptionalInt::isPresent).mapToInt(OptionalInt::getAsInt));
    }

    /** Those that are of the same nodes as these, which may be of another state of the archive, the newest first. */
    EventSelection ofNodes(Collection<IndexedEvent> others) {
        return selection(others.stream().flatMapToInt(other -> orders.rows(other.id())
                .filter(row -> events.get(row).node().equals(other.node()))));
    }

    private EventSelection selection(IntStream rows) {
        return new EventSelection(this, rows.sorted().distinct().toArray());
    }

    /** The number of rows. */
    public int size() {
        return events.size();
    }

    /** The event in a row, from 0. */
    public IndexedEvent event(int row) {
        return events.get(row);
    }

    /** The notices among them: the events of which nothing else may be read. */
    public EventSelection notices() {
        EventSelection known = notices;
        if (known == null) {
            known = newestFirst().where(row -> events.get(row).isListedOnly());
            notices = known;
        }
        return known;
    }

    /** The identifier of the event that has this notice; empty if there is no such notice in this table. */
    public Optional<UUID> eventOf(UUID notice) {
        Map<UUID, UUID> known = ofNotices;
        if (known == null) {
            known = notices().stream().collect(Collectors.toUnmodifiableMap(IndexedEvent::node, IndexedEvent::id));
            ofNotices = known;
        }
        return Optional.ofNullable(known.get(notice));
    }

    /** Which of them are addressed by their names. */
    public SharedSlugs sharedSlugs() {
        SharedSlugs known = sharedSlugs;
        if (known == null) {
            known = SharedSlugs.amongEvents(events);
            sharedSlugs = known;
        }
        return known;
    }

    List<IndexedEvent> events() {
        return events;
    }

    boolean isOnACertainDay(int row) {
        return days.get(row);
    }

    /** Tells which rows have a date that may lie within these days: {@link EventDate#mayLieWithin}. */
    public IntPredicate within(LocalDate first, LocalDate last) {
        long from = first.toEpochDay();
        long to = last.toEpochDay();
        return row -> firstDays[row] == Timing.NO_DAY
                ? events.get(row).date().mayLieWithin(first, last)
                : firstDays[row] <= to && lastDays[row] >= from;
    }

    /** {@link IndexedEvent#year}. */
    public Column<Integer> years() {
        return years;
    }

    /** The identifiers of the work packages of an event, which not every reader may see. */
    public Column<List<String>> workPackages() {
        return workPackages;
    }

    /** {@link IndexedEvent#kind}; null for none. */
    public Column<OpenEnum<EventKind>> kinds() {
        return kinds;
    }

    /** {@link IndexedEvent#town}; null for none. */
    public Column<Town> towns() {
        return towns;
    }

    /** {@link IndexedEvent#isClosed}; null if that may not be known. */
    public Column<Boolean> sessions() {
        return sessions;
    }
}
