package org.efcevents.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * The events and people that components show on pages, as one reader sees them, in one language, at the time of one
 * request. Access is enforced by the session; nothing here decides about it.
 *
 * <p>However large the archive, hardly more events are read than are shown. The exceptions are events on the same day,
 * which are sorted by title, and those whose stored text proves not to be their date.
 *
 * <p>The number of events is given as the text that dialogs store: {@code 3}, {@code 5} or {@code 10}. Anything else
 * counts as {@code 5}.
 */
public final class Highlights {

    /** The numbers that editors can choose from. */
    private static final Map<String, Integer> CHOICES = Map.of("3", 3, "5", 5, "10", 10);

    private static final int USUAL = 5;

    /** How many events are read at a time: enough for the longest list even if some have to be skipped. */
    private static final int BATCH = 16;

    private static final String ASCENDING = "ascending";
    private static final String DESCENDING = "descending";

    /**
     * Events that are not over yet.
     *
     * @param ongoing ongoing events, soonest first
     * @param upcoming events still to come, soonest first
     */
    public record UpcomingEvents(List<EventSummary> ongoing, List<EventSummary> upcoming) {

        /** Whether there are none. */
        public boolean isEmpty() {
            return ongoing.isEmpty() && upcoming.isEmpty();
        }
    }

    /**
     * Selects events whose dates are stored in the same way and can therefore be sorted as text.
     *
     * @param property the property that holds the date
     * @param length how many characters of the text determine the order
     * @param restriction an XPath condition followed by "and", or nothing
     * @param precisions the precisions that the date must turn out to have: another property may override this one
     */
    private record SortKey(String property, int length, String restriction, Set<Precision> precisions) {

        static final SortKey DAYS = new SortKey("start", 10, "", Set.of(Precision.DAY, Precision.TIME));
        static final SortKey MONTHS =
                new SortKey("partialDate", 7, "jcr:like(@partialDate, '____-__%') and ", Set.of(Precision.MONTH));
        static final SortKey YEARS =
                new SortKey("partialDate", 4, "not(jcr:like(@partialDate, '____-%')) and ", Set.of(Precision.YEAR));
        static final SortKey DAYS_OF_SOME_YEAR = new SortKey("partialDate", 10, "", Set.of(Precision.DAY_AND_MONTH));
        static final SortKey UNKNOWN = new SortKey("title", Integer.MAX_VALUE, "", Set.of(Precision.UNKNOWN));

        /**
         * The part of the stored text that determines the order. Events with the same key are in no particular order.
         */
        String of(ContentNode event) {
            String text = event.rawText(property);
            return text == null
                    ? null
                    : text.substring(0, Math.min(length, text.length())).toLowerCase(Locale.ROOT);
        }

        /**
         * The {@code order by} clause of an XPath query. Jackrabbit compares values of different Java types by the names of
         * those types, and a single node with a multi-valued property of this name changes the type of all values in its
         * index segment ({@code SharedFieldCache}). The function turns every value into a string; without it, results would
         * only be sorted within each segment.
         */
        String order(String direction) {
            return "fn:lower-case(@" + property + ") " + direction;
        }
    }

    private final ArchiveQueries queries;
    private final Instant now;
    private final ZoneId siteZone;

    /**
     * @param session the reader's session of the workspace {@code efc-events}
     * @param languages the language to read and its fallback
     * @param now the time of the request
     * @param siteZone the time zone in which the site's days begin and end
     */
    public Highlights(Session session, ContentLanguages languages, Instant now, ZoneId siteZone) {
        this.queries = new ArchiveQueries(session, languages);
        this.now = now;
        this.siteZone = siteZone;
    }

    /** The ongoing and upcoming events, soonest first. */
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

    /** The latest past events, newest first. */
    public List<EventSummary> latest(String howMany) {
        return latest("", number(howMany));
    }

    /**
     * Events of a work package: first those that are not over, soonest first; then past ones, newest first; then those
     * without a year; until the number is reached.
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

    /** The event with this identifier, or its notice; null if this reader may see neither. */
    public EventSummary event(String id) {
        return queries.referredEvent(id).map(EventSummary::of).orElse(null);
    }

    /** The speaker with this identifier; null if there is none or this reader may not see it. */
    public Speaker speaker(String id) {
        return queries.referred(NodeType.SPEAKER, "/speakers", id)
                .map(Speaker::of)
                .orElse(null);
    }

    /** The work package with this identifier; null if there is none or this reader may not see it. */
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

    /** Events without a year: those with a day and month by date, the others by their title in the default language. */
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
     * The first events that are in one of the phases, in the order of their stored text: as many as are wanted, plus
     * all that have the same key as the last of them.
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
            List<ContentNode> batch =
                    queries.events(type, key.restriction() + condition, key.order(direction), offset, BATCH);
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
