package org.efcevents.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.date.Precision;
import org.efcevents.event.EventSummary;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * The few of the archive's events and people that a component shows on a page, as one reader sees them, in one language,
 * at one moment. What the reader may not see is out of reach of the session, so nothing here decides about access.
 *
 * <p>However large the archive, no more of it is read than is shown, but for a few: events on the same day, of which the
 * title decides, and those that were sorted by a date that proves to be another.
 *
 * <p>How many are wanted comes as the text that the dialogs store, {@code 3}, {@code 5} or {@code 10}; anything else
 * counts as {@code 5}.
 */
public final class Highlights {

    /** What an editor can choose, and what it comes to. */
    private static final Map<String, Integer> CHOICES = Map.of("3", 3, "5", 5, "10", 10);

    private static final int USUAL = 5;

    /** How many events are read at a time: enough for the longest list with some to skip. */
    private static final int BATCH = 16;

    private static final String ASCENDING = "ascending";
    private static final String DESCENDING = "descending";

    /**
     * Events that are not over.
     *
     * @param ongoing going on now, soonest first
     * @param upcoming still to come, soonest first
     */
    public record UpcomingEvents(List<EventSummary> ongoing, List<EventSummary> upcoming) {

        /** Whether there are none. */
        public boolean isEmpty() {
            return ongoing.isEmpty() && upcoming.isEmpty();
        }
    }

    /**
     * Events whose dates are stored in the same way, and can so be sorted by their text.
     *
     * @param property where the date is stored
     * @param length how much of that text is the date's place in time
     * @param restriction an XPath condition with "and" behind it, or nothing
     * @param precisions what the date has to be when it is read: another property may say that it is not this one
     */
    private record SortKey(String property, int length, String restriction, Set<Precision> precisions) {

        static final SortKey DAYS = new SortKey("start", 10, "", Set.of(Precision.DAY, Precision.TIME));
        static final SortKey MONTHS =
                new SortKey("partialDate", 7, "jcr:like(@partialDate, '____-__%') and ", Set.of(Precision.MONTH));
        static final SortKey YEARS =
                new SortKey("partialDate", 4, "not(jcr:like(@partialDate, '____-%')) and ", Set.of(Precision.YEAR));
        static final SortKey DAYS_OF_SOME_YEAR = new SortKey("partialDate", 10, "", Set.of(Precision.DAY_AND_MONTH));
        static final SortKey UNKNOWN = new SortKey("title", Integer.MAX_VALUE, "", Set.of(Precision.UNKNOWN));

        /** Events for which this is the same may be in any order. */
        String of(ContentNode event) {
            String text = event.rawText(property);
            return text == null || text.length() <= length ? text : text.substring(0, length);
        }
    }

    private final ArchiveQueries queries;
    private final Instant now;
    private final ZoneId siteZone;

    /**
     * @param session the reader's session of the workspace {@code efc-events}
     * @param languages the language to read, and the one that stands in for it
     * @param now the time of the visit
     * @param siteZone the zone in which a day of the site begins and ends
     */
    public Highlights(Session session, ContentLanguages languages, Instant now, ZoneId siteZone) {
        this.queries = new ArchiveQueries(session, languages);
        this.now = now;
        this.siteZone = siteZone;
    }

    /** The events that are not over yet and end or come first. */
    public UpcomingEvents upcoming(String howMany) {
        List<EventSummary> soonest = upcoming("", number(howMany));
        return new UpcomingEvents(
                soonest.stream()
                        .filter(event -> phase(event.date()) == Phase.ONGOING)
                        .toList(),
                soonest.stream()
                        .filter(event -> phase(event.date()) == Phase.UPCOMING)
                        .toList());
    }

    /** The events that were last, newest first. */
    public List<EventSummary> latest(String howMany) {
        return latest("", number(howMany));
    }

    /**
     * Events of a work package: those that are not over, soonest first, then those that were last, newest first, then
     * those without a date that has a year, as long as there is room.
     */
    public List<EventSummary> eventsOf(WorkPackage workPackage, String howMany) {
        String held = "@workPackages = '" + workPackage.id() + "' and ";
        int most = number(howMany);
        List<EventSummary> events = new ArrayList<>(upcoming(held, most));
        if (events.size() < most) {
            events.addAll(latest(held, most - events.size()));
        }
        if (events.size() < most) {
            events.addAll(undated(held, most - events.size()));
        }
        return List.copyOf(events);
    }

    /** The event with this identifier, or what its notice says of it; null where there is neither for this reader. */
    public EventSummary event(String id) {
        return queries.referredEvent(id).map(EventSummary::of).orElse(null);
    }

    /** The speaker with this identifier; null where there is none for this reader. */
    public Speaker speaker(String id) {
        return queries.referred(NodeType.SPEAKER, "/speakers", id)
                .map(Speaker::of)
                .orElse(null);
    }

    /** The work package with this identifier; null where there is none for this reader. */
    public WorkPackage workPackage(String id) {
        return queries.referred(NodeType.WORK_PACKAGE, "/work-packages", id)
                .map(WorkPackage::of)
                .orElse(null);
    }

    private static int number(String howMany) {
        return CHOICES.getOrDefault(howMany, USUAL);
    }

    // Which day it is depends on the event's zone: what is asked for is a day wider, and each event is asked again.

    private List<EventSummary> upcoming(String held, int most) {
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        Set<Phase> notOver = Set.of(Phase.ONGOING, Phase.UPCOMING);
        return Stream.of(
                        first(
                                most,
                                SortKey.DAYS,
                                held + "(@start >= '" + from + "' or @end >= '" + from + "')",
                                ASCENDING,
                                notOver),
                        first(
                                most,
                                SortKey.MONTHS,
                                held + "@partialDate >= '" + YearMonth.from(from) + "'",
                                ASCENDING,
                                notOver),
                        first(
                                most,
                                SortKey.YEARS,
                                held + "@partialDate >= '" + Year.from(from) + "'",
                                ASCENDING,
                                notOver))
                .flatMap(List::stream)
                .sorted(EventOrder.SOONEST_FIRST)
                .limit(most)
                .toList();
    }

    private List<EventSummary> latest(String held, int most) {
        LocalDate until = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        Set<Phase> over = Set.of(Phase.PAST);
        return Stream.of(
                        first(most, SortKey.DAYS, held + "@start <= '" + until + "'", DESCENDING, over),
                        first(most, SortKey.MONTHS, held + "@partialDate <= '" + until + "'", DESCENDING, over),
                        first(most, SortKey.YEARS, held + "@partialDate <= '" + until + "'", DESCENDING, over))
                .flatMap(List::stream)
                .sorted(EventOrder.NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    /** Of those without any date, the first by the title of the default language. */
    private List<EventSummary> undated(String held, int most) {
        Set<Phase> undated = Set.of(Phase.UNDATED);
        return Stream.of(
                        first(
                                most,
                                SortKey.DAYS_OF_SOME_YEAR,
                                held + "jcr:like(@partialDate, 'XXXX-%')",
                                ASCENDING,
                                undated),
                        first(
                                most,
                                SortKey.UNKNOWN,
                                held + "(@precision = 'unknown' or not(@start) and not(@partialDate))",
                                ASCENDING,
                                undated))
                .flatMap(List::stream)
                .sorted(EventOrder.NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    /**
     * The first events of a kind that are in one of the phases, in the order of their stored text: as many as are wanted and
     * all that have the same place as the last of them.
     */
    private List<EventSummary> first(int most, SortKey key, String condition, String direction, Set<Phase> phases) {
        return Stream.of(NodeType.EVENT, NodeType.NOTICE)
                .flatMap(type -> first(type, most, key, condition, direction, phases).stream())
                .toList();
    }

    private List<EventSummary> first(
            NodeType type, int most, SortKey key, String condition, String direction, Set<Phase> phases) {
        List<EventSummary> found = new ArrayList<>();
        String last = null;
        for (long offset = 0; ; offset += BATCH) {
            List<ContentNode> batch = queries.events(
                    type, key.restriction() + condition, "@" + key.property() + " " + direction, offset, BATCH);
            for (ContentNode node : batch) {
                String place = key.of(node);
                if (found.size() >= most && !Objects.equals(place, last)) {
                    return found;
                }
                EventDate date = EventSummary.dateOf(node);
                if (!node.isDeleted()
                        && queries.isShown(node)
                        && key.precisions().contains(date.precision())
                        && phases.contains(phase(date))) {
                    found.add(EventSummary.of(node));
                    last = place;
                }
            }
            if (batch.size() < BATCH) {
                return found;
            }
        }
    }

    private Phase phase(EventDate date) {
        return date.phase(now, siteZone);
    }
}
