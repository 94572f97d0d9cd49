package org.efcevents.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.date.EventDate;

/**
 * An event's programme, with those who take part in its items.
 *
 * <p>An item has a day, or that of the item before it, and people who name it, if it has a kind or a day. One that has neither was
 * stored before there were such, and is shown as it was.
 *
 * @param items all items, in the editor's order
 * @param participations of all who take part in the event, in the editor's order
 */
public record Programme(List<ProgrammeItem> items, List<Participation> participations) {

    /** That of an event of which nothing may be known. */
    static final Programme NONE = new Programme(List.of(), List.of());

    private static final Comparator<ProgrammeDay> IN_TIME = Comparator.comparing(
                    ProgrammeDay::number, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ProgrammeDay::date, Comparator.nullsLast(Comparator.naturalOrder()));

    /**
     * Items of one day.
     *
     * @param day null for items before the first that has a day, and if the event has one day only
     * @param items in the editor's order
     */
    public record Day(ProgrammeDay day, List<ProgrammeItem> items) {}

    /** Makes defensive copies of the lists. */
    public Programme {
        items = List.copyOf(items);
        participations = List.copyOf(participations);
    }

    /** Reads the programme of an event that takes place on this date, with the people. */
    static Programme of(ContentNode event, EventDate date) {
        return read(event, date, Participation::of);
    }

    /** The same if there are any items; else nothing is read. */
    static Programme ifAny(ContentNode event, EventDate date) {
        return event.entries("programme").isEmpty() ? NONE : of(event, date);
    }

    /** What in an event's programme is not what it should be: its {@link #misfits} and {@link #unplaced}, as they were typed. */
    public static List<String> unclear(ContentNode event, EventDate date) {
        if (event.entries("programme").isEmpty()) {
            return List.of();
        }
        Programme programme = read(event, date, part -> Participation.of(part, null));
        return Stream.concat(
                        programme.misfits().stream(),
                        programme.unplaced().stream().map(Participation::panel))
                .distinct()
                .toList();
    }

    private static Programme read(ContentNode event, EventDate date, Function<ContentNode, Participation> reading) {
        List<ContentNode> items = event.entries("programme");
        List<String> days = days(items);
        List<ContentNode> named = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            ContentNode item = items.get(place);
            named.add(days.get(place) != null || item.rawText("kind") != null ? item : null);
        }
        Map<Integer, List<Participation>> people = new LinkedHashMap<>();
        List<Participation> participations = new ArrayList<>();
        NamedItems names = new NamedItems(named);
        for (ContentNode part : event.entries("participations")) {
            Participation participation = reading.apply(part);
            participations.add(participation);
            Optional<Integer> place = items.isEmpty() ? Optional.empty() : names.of(part);
            place.ifPresent(
                    at -> people.computeIfAbsent(at, first -> new ArrayList<>()).add(participation));
        }
        List<ProgrammeItem> read = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            ProgrammeDay day = days.get(place) == null ? null : ProgrammeDay.of(days.get(place), date);
            read.add(ProgrammeItem.of(items.get(place), day, people.getOrDefault(place, List.of())));
        }
        return new Programme(read, participations);
    }

    /** The day of each item as it was typed, there or at an item before it; null if at none. */
    private static List<String> days(List<ContentNode> items) {
        List<String> days = new ArrayList<>();
        String day = null;
        for (ContentNode item : items) {
            String own = item.rawText("day");
            day = own == null ? day : own;
            days.add(day);
        }
        return days;
    }

    /** The items by their days, in the order of time. */
    public List<Day> days() {
        Map<Optional<ProgrammeDay>, List<ProgrammeItem>> days = new LinkedHashMap<>();
        items.forEach(item -> days.computeIfAbsent(
                        Optional.ofNullable(item.day()).filter(day -> !day.only()), first -> new ArrayList<>())
                .add(item));
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey().orElse(null), List.copyOf(day.getValue())))
                .sorted(Comparator.comparing(Day::day, Comparator.nullsFirst(IN_TIME)))
                .toList();
    }

    /** The participations in the event that are in none of its items. */
    public List<Participation> others() {
        return participations.stream().filter(part -> placeOf(part) == null).toList();
    }

    /**
     * The place of the item that somebody takes part in, from 0; null if in none.
     *
     * @param participation one of {@link #participations}
     */
    public Integer placeOf(Participation participation) {
        for (int place = 0; place < items.size(); place++) {
            // Two may say the same in the language of the reader, and not in others.
            if (items.get(place).people().stream().anyMatch(one -> one == participation)) {
                return place;
            }
        }
        return null;
    }

    /** What was typed for days, and is none of the event's. */
    public List<String> misfits() {
        return items.stream()
                .map(ProgrammeItem::day)
                .filter(Objects::nonNull)
                .map(ProgrammeDay::misfit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * The participations that name an item, and none is found, or more than one. In an event none of whose items can be named, they are
     * free text, and nothing is wrong with it.
     */
    public List<Participation> unplaced() {
        return items.stream().noneMatch(ProgrammeItem::isNamed)
                ? List.of()
                : others().stream().filter(part -> part.panel() != null).toList();
    }
}
