package org.efcevents.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.efcevents.content.NodeType;
import org.efcevents.date.Phase;
import org.efcevents.event.EventSummary;
import org.efcevents.index.EventSelection;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.PageOrder;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * The events and people that components show on pages, as one reader sees them, in one language, at the time of one
 * request. Access is enforced by the session; nothing here decides about it. However large the archive, no more events
 * are read than are shown.
 *
 * <p>The number of events is given as the text that dialogs store: {@code 3}, {@code 5} or {@code 10}. Anything else
 * counts as {@code 5}.
 */
public final class Highlights {

    /** The numbers that editors can choose from. */
    private static final Map<String, Integer> CHOICES = Map.of("3", 3, "5", 5, "10", 10);

    private static final int USUAL = 5;

    private final ArchiveQueries queries;
    private final VisibleEvents visible;
    private final SiteTime moment;

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

    Highlights(ArchiveQueries queries, VisibleEvents visible, SiteTime moment) {
        this.queries = queries;
        this.visible = visible;
        this.moment = moment;
    }

    /** The ongoing and upcoming events, soonest first. */
    public UpcomingEvents upcoming(String howMany) {
        List<EventSummary> soonest = first(howMany, soonest(order().events()));
        return new UpcomingEvents(
                soonest.stream()
                        .filter(event -> moment.phase(event) == Phase.ONGOING)
                        .toList(),
                soonest.stream()
                        .filter(event -> moment.phase(event) == Phase.UPCOMING)
                        .toList());
    }

    /** The latest past events, newest first. */
    public List<EventSummary> latest(String howMany) {
        PageOrder order = order();
        return first(howMany, order.events().where(order::isPast).stream());
    }

    /**
     * Events of a work package: first those that are not over, soonest first; then past ones, newest first; then those
     * without a year; until the number is reached.
     */
    public List<EventSummary> eventsOf(WorkPackage workPackage, String howMany) {
        PageOrder order = order();
        EventSelection held = order.events().ofWorkPackage(workPackage.id());
        return first(howMany, Stream.concat(soonest(held), held.where(row -> !order.isToCome(row)).stream()));
    }

    private PageOrder order() {
        return visible.all().order(moment.now());
    }

    /** Ongoing events among those to come, as an event of some day in this year comes after one of this week. */
    private Stream<IndexedEvent> soonest(EventSelection events) {
        return events.where(order()::isToCome).stream().sorted(IndexedEvent.SOONEST_FIRST);
    }

    private List<EventSummary> first(String howMany, Stream<IndexedEvent> events) {
        return visible.read(events.limit(CHOICES.getOrDefault(howMany, USUAL)).toList());
    }

    /** The event with this identifier, or its notice; null if this reader may see neither. */
    public EventSummary event(String id) {
        return queries.referredEvent(id).map(node -> EventSummary.of(node, id)).orElse(null);
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
}
