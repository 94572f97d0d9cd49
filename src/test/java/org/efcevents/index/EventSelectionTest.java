package org.efcevents.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.NodeType;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventStatus;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Place;
import org.efcevents.event.Visibility;
import org.efcevents.journal.EventHistory;
import org.efcevents.journal.JournalEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The orders in which events are taken from a table are those that sorting them would give, of all as of some. */
class EventSelectionTest {

    private static final int EVENTS = 300;
    private static final List<String> DATES =
            List.of("2014", "2014-03", "2013-05-06", "XXXX-03-24", "2015~", "2016-01-01");

    private final Random random = new Random(20140324);
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<UUID, JournalEntry> known = new HashMap<>();
    private EventTable table;

    @BeforeEach
    void make() {
        List<IndexedEvent> events = new ArrayList<>();
        for (int number = 0; number < EVENTS; number++) {
            IndexedEvent event = event(number);
            events.add(event);
            if (random.nextInt(3) > 0) {
                known.put(event.id(), entry(event));
            }
        }
        events.sort(IndexedEvent.NEWEST_FIRST);
        table = new EventTable(events);
    }

    /** One of few, so that many have the same. */
    private Instant moment() {
        return Instant.ofEpochMilli(random.nextInt(20));
    }

    private JournalEntry entry(IndexedEvent event) {
        return new JournalEntry(
                event.id(),
                NodeType.EVENT,
                event.path(),
                random.nextInt(20),
                Visibility.PUBLIC,
                true,
                1,
                1,
                // Of some it is not known since when.
                random.nextInt(2),
                0,
                1,
                moment(),
                moment(),
                List.of());
    }

    private IndexedEvent event(int number) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        EventSummary summary = new EventSummary(
                id.toString(),
                "event-" + number,
                "Event",
                null,
                EventDate.parseEdtf(DATES.get(random.nextInt(DATES.size()))),
                new Place(null, null, null, Fallbacks.NONE),
                null,
                false,
                null,
                OpenEnum.of(EventStatus.SCHEDULED),
                null,
                List.of(),
                false,
                Fallbacks.NONE);
        IndexedEvent.Stored stored = new IndexedEvent.Stored(
                id.toString(), "/events/event-" + number % 150, null, List.of(), List.of(), moment(), moment(), null);
        return new IndexedEvent(number, summary, stored, ZoneOffset.UTC, vocabulary);
    }

    private static List<IndexedEvent> sorted(EventSelection events, Comparator<IndexedEvent> order) {
        return events.stream().sorted(order).toList();
    }

    private static Comparator<IndexedEvent> inWords() {
        return Comparator.comparing(event -> event.id().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, EVENTS})
    void givesTheSameOrderAsSorting(int some) {
        List<Integer> chosen =
                new Random(some).ints(0, EVENTS).distinct().limit(some).boxed().toList();
        EventSelection events =
                table.order(Instant.parse("2014-06-10T12:00:00Z")).events().where(Set.copyOf(chosen)::contains);
        EventHistory history = new EventHistory(known, List.of());

        assertThat(events).hasSize(some);
        assertThat(events.newestFirst()).isEqualTo(sorted(events, IndexedEvent.NEWEST_FIRST));
        assertThat(events.oldestFirst())
                .isEqualTo(sorted(
                        events,
                        Comparator.comparing(
                                        (IndexedEvent event) -> !event.date().isDated())
                                .thenComparing(IndexedEvent.NEWEST_FIRST.reversed())));
        assertThat(events.lastArrivedFirst(history))
                .isEqualTo(sorted(
                        events,
                        Comparator.comparing((IndexedEvent event) -> event.arrived(history))
                                .reversed()
                                .thenComparing(inWords())));
        assertThat(events.lastRevisedFirst())
                .extracting(event -> event.revised() + " " + event.name())
                .isEqualTo(sorted(
                                events,
                                Comparator.comparing(IndexedEvent::revised)
                                        .reversed()
                                        .thenComparing(IndexedEvent::name))
                        .stream()
                        .map(event -> event.revised() + " " + event.name())
                        .toList());
        assertThat(events.lastShownFirst(history))
                .isEqualTo(sorted(
                        events,
                        Comparator.comparing((IndexedEvent event) -> event.since(history))
                                .reversed()
                                .thenComparing(inWords())));
        for (int moment = -1; moment <= 20; moment++) {
            Instant since = Instant.ofEpochMilli(moment);
            assertThat(events.arrivedSince(since, history))
                    .isEqualTo(events.stream()
                            .filter(event -> !event.arrived(history).isBefore(since))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, EVENTS})
    void aColumnHasAnyNumberOfValues(int values) {
        Column<Integer> column = new Column<>(table.events(), event -> event.number() % values);

        assertThat(column.size()).isEqualTo(values);
        for (int row = 0; row < EVENTS; row++) {
            assertThat(column.value(column.number(row)))
                    .isEqualTo(table.event(row).number() % values);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, EVENTS})
    void findsEventsByTheirIdentifiers(int some) {
        List<UUID> ids = new ArrayList<>(
                IntStream.range(0, some).mapToObj(row -> table.event(row).id()).toList());
        Collections.shuffle(ids, random);
        ids.add(new UUID(0, 0));

        assertThat(table.having(ids)).isEqualTo(table.newestFirst().subList(0, some));
        for (int row = 0; row < some; row++) {
            assertThat(table.row(table.event(row).id())).hasValue(row);
        }
        assertThat(table.row(new UUID(0, 0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 77, EVENTS})
    void anotherHistoryIsAnotherOrder(int some) {
        EventSelection events = table.newestFirst().where(row -> row < some);
        EventHistory other = new EventHistory(Map.of(), List.of());

        assertThat(events.lastShownFirst(new EventHistory(known, List.of()))).hasSize(some);
        assertThat(events.lastShownFirst(other))
                .isEqualTo(sorted(
                        events,
                        Comparator.comparing(IndexedEvent::created).reversed().thenComparing(inWords())));
    }
}
