package org.efcevents.index;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.event.EventKind;
import org.efcevents.event.EventSummary;

/** What is kept of an event, or of the notice of one, in one language. */
public final class IndexedEvent {

    /** As {@link EventDate#NEWEST_FIRST}; total. */
    public static final Comparator<IndexedEvent> NEWEST_FIRST = by(EventDate.NEWEST_FIRST);

    /** As {@link EventDate#SOONEST_FIRST}; total. */
    public static final Comparator<IndexedEvent> SOONEST_FIRST = by(EventDate.SOONEST_FIRST);

    private final String id;
    private final String event;
    private final String path;
    private final String slug;
    private final String title;
    private final EventDate date;
    private final int year;
    private final boolean notice;
    private final boolean closed;
    private final long opens;
    private final long closes;
    private final long revised;
    private final long arrived;
    private final Term<OpenEnum<EventKind>> kind;
    private final Term<Town> town;
    private final List<Term<String>> workPackages;

    private static Comparator<IndexedEvent> by(Comparator<EventDate> date) {
        return Comparator.comparing(IndexedEvent::date, date)
                .thenComparing(event -> event.title)
                .thenComparing(IndexedEvent::slug)
                // Folders may have events of the same name.
                .thenComparing(event -> event.path);
    }

    /**
     * What is kept of a node besides the summary.
     *
     * @param event the identifier of the event, also for a notice
     * @param path the path of the node
     * @param city the town in the default language; null if there is none
     * @param workPackages the identifiers of its work packages
     * @param revised see {@link ContentNode#revised}
     * @param arrived see {@link ContentNode#arrived}
     */
    public record Stored(
            String event, String path, String city, List<String> workPackages, Instant revised, Instant arrived) {

        static Stored of(ContentNode node, String event) {
            return new Stored(
                    event,
                    node.path(),
                    node.rawText("city"),
                    node.values("workPackages"),
                    node.revised(),
                    node.arrived());
        }
    }

    /**
     * @param summary of the event or notice
     * @param siteZone the time zone of dates that have none
     */
    public IndexedEvent(EventSummary summary, Stored stored, ZoneId siteZone, Vocabularies vocabularies) {
        this.id = summary.id();
        this.event = stored.event();
        this.path = stored.path();
        this.slug = summary.slug();
        this.title = summary.title();
        this.date = vocabularies.date(summary.date());
        this.year = date.year().orElse(0);
        this.notice = summary.isListedOnly();
        this.closed = summary.closed();
        this.opens = date.opens(siteZone).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        this.closes = date.closes(siteZone).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        this.revised = stored.revised().toEpochMilli();
        this.arrived = stored.arrived().toEpochMilli();
        this.kind = vocabularies.kinds().of(summary.kind());
        this.town = notice
                ? null
                : vocabularies.towns().of(Town.of(stored.city(), summary.place().city()));
        this.workPackages = stored.workPackages().stream()
                .distinct()
                .map(vocabularies.workPackages()::of)
                .toList();
    }

    /** The identifier of the node: of the event or, for who may not read it, of its notice. */
    public String id() {
        return id;
    }

    /** The identifier of the event, also for a notice. */
    String event() {
        return event;
    }

    /** The path of the node. */
    String path() {
        return path;
    }

    /** The event's name in URLs. */
    public String slug() {
        return slug;
    }

    /** When it takes place. */
    public EventDate date() {
        return date;
    }

    /** {@link EventDate#year}; 0 if there is none. */
    public int year() {
        return year;
    }

    /** What kind of event it is; null if the editor chose none. */
    public OpenEnum<EventKind> kind() {
        return kind == null ? null : kind.value();
    }

    /** Whether only title, date, kind, status and work packages may be known: {@link EventSummary#isListedOnly}. */
    public boolean isListedOnly() {
        return notice;
    }

    /** Whether it was a closed session. */
    public boolean isClosed() {
        return closed;
    }

    /** When the node was last modified, in milliseconds: {@link ContentNode#revised}. */
    public Instant revised() {
        return Instant.ofEpochMilli(revised);
    }

    /** When the node reached this instance, in milliseconds: {@link ContentNode#arrived}. */
    public Instant arrived() {
        return Instant.ofEpochMilli(arrived);
    }

    /** Whether one of its work packages has this identifier. */
    public boolean isHeldBy(String workPackage) {
        return workPackages.stream().anyMatch(held -> held.value().equals(workPackage));
    }

    /** {@link #kind} with its number; null if there is none. */
    public Term<OpenEnum<EventKind>> kindTerm() {
        return kind;
    }

    /** The town by which it is filtered; null if there is none. */
    public Term<Town> town() {
        return town;
    }

    /** The identifiers of its work packages, which not every reader may see. */
    public List<Term<String>> workPackages() {
        return workPackages;
    }

    /** The same as {@link EventDate#phase} of the date at this moment. */
    public Phase phase(Instant now) {
        if (opens == Long.MAX_VALUE) {
            return Phase.UNDATED;
        }
        long moment = now.toEpochMilli();
        return moment < opens ? Phase.UPCOMING : moment < closes ? Phase.ONGOING : Phase.PAST;
    }

    /** The milliseconds until its phase changes, more than zero; {@link Long#MAX_VALUE} if it never will. */
    public long millisUntilNextPhase(Instant now) {
        long moment = now.toEpochMilli();
        long next = moment < opens ? opens : closes;
        return next == Long.MAX_VALUE || next <= moment ? Long.MAX_VALUE : next - moment;
    }
}
