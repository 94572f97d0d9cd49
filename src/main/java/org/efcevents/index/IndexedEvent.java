package org.efcevents.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.Slugs;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.event.EventKind;
import org.efcevents.event.EventSummary;
import org.efcevents.journal.EventHistory;

/** What is kept of an event, or of the notice of one, in one language. */
public final class IndexedEvent {

    /** As {@link EventDate#NEWEST_FIRST}; total. */
    public static final Comparator<IndexedEvent> NEWEST_FIRST = by(EventDate.NEWEST_FIRST);

    /** As {@link EventDate#SOONEST_FIRST}; total. */
    public static final Comparator<IndexedEvent> SOONEST_FIRST = by(EventDate.SOONEST_FIRST);

    /** Separates the name from the title; neither may contain it. */
    private static final char END = '\0';

    // A hundred thousand of these are kept: what is the same for many is shared, and texts are one array.
    private final int number;
    private final long idHigh;
    private final long idLow;
    private final Notice notice;
    private final Common common;
    private final byte[] nameAndTitle;
    private final Timing timing;
    private final long created;
    private final long revised;
    private final Town town;
    private final List<String> workPackages;

    /** What is kept of a notice only. */
    private record Notice(UUID node, String name, long arrived) {}

    /** What few events have that another one has not. */
    private record Common(
            String folder,
            OpenEnum<EventKind> kind,
            boolean closed,
            boolean namedAsAddress,
            List<String> titleLanguages) {}

    private static Comparator<IndexedEvent> by(Comparator<EventDate> date) {
        return Comparator.comparing(IndexedEvent::date, date)
                .thenComparing(IndexedEvent::title)
                .thenComparing(IndexedEvent::name)
                // Folders may have events of the same name.
                .thenComparing(IndexedEvent::path);
    }

    /**
     * What is kept of a node besides the summary.
     *
     * @param node the identifier of the node, which for a notice is not that of the event
     * @param path the path of the node
     * @param city the town in the default language; null if there is none
     * @param workPackages the identifiers of its work packages
     * @param titleLanguages the languages that its title is written in: {@link ContentNode#languages}
     * @param created see {@link ContentNode#created}
     * @param revised see {@link ContentNode#revised}
     * @param arrived of a notice, see {@link ContentNode#arrived}; null for an event, of which it is asked in its history: it takes
     *     reading all that is below it
     */
    public record Stored(
            String node,
            String path,
            String city,
            List<String> workPackages,
            List<String> titleLanguages,
            Instant created,
            Instant revised,
            Instant arrived) {

        static Stored of(ContentNode node) {
            return new Stored(
                    node.id(),
                    node.path(),
                    node.rawText("city"),
                    node.values("workPackages"),
                    node.languages("title"),
                    node.created(),
                    node.revised(),
                    node.isA(NodeType.NOTICE) ? node.arrived() : null);
        }
    }

    /**
     * @param number for sets of events: see {@link #number}
     * @param summary of the event or notice
     * @param siteZone the time zone of dates that have none
     */
    public IndexedEvent(int number, EventSummary summary, Stored stored, ZoneId siteZone, Vocabulary vocabulary) {
        UUID id = UUID.fromString(summary.id());
        boolean notice = summary.isListedOnly();
        String[] names = stored.path().split("/");
        int depth = names.length - (notice ? 2 : 1);
        this.number = number;
        this.idHigh = id.getMostSignificantBits();
        this.idLow = id.getLeastSignificantBits();
        this.notice = notice
                ? new Notice(
                        UUID.fromString(stored.node()),
                        vocabulary.shared(names[depth + 1]),
                        stored.arrived().toEpochMilli())
                : null;
        this.common = vocabulary.shared(new Common(
                vocabulary.shared(String.join("/", Arrays.copyOf(names, depth))),
                vocabulary.shared(summary.kind()),
                summary.closed(),
                Slugs.isAddress(summary.slug()),
                vocabulary.shared(stored.titleLanguages())));
        this.nameAndTitle = (summary.slug() + END + summary.title()).getBytes(StandardCharsets.UTF_8);
        this.timing = vocabulary.shared(Timing.of(summary.date(), siteZone));
        this.created = stored.created().toEpochMilli();
        this.revised = stored.revised().toEpochMilli();
        this.town = notice
                ? null
                : vocabulary.shared(Town.of(stored.city(), summary.place().city()));
        this.workPackages =
                vocabulary.shared(stored.workPackages().stream().distinct().toList());
    }

    /** Its number among the events and notices of the same language, which no other ever has there. */
    int number() {
        return number;
    }

    /** The identifier of the event, also where this is its notice: the same for all readers, and for life. */
    public UUID id() {
        return new UUID(idHigh, idLow);
    }

    /** Whether this is the identifier of the event. */
    public boolean is(UUID id) {
        return idHigh == id.getMostSignificantBits() && idLow == id.getLeastSignificantBits();
    }

    /** As {@link UUID#compareTo} of the identifiers. */
    int compareId(IndexedEvent other) {
        return idHigh == other.idHigh ? Long.compare(idLow, other.idLow) : Long.compare(idHigh, other.idHigh);
    }

    /** As the identifiers in words, which a UUID's own order is not. */
    int compareIdInWords(IndexedEvent other) {
        return idHigh == other.idHigh
                ? Long.compareUnsigned(idLow, other.idLow)
                : Long.compareUnsigned(idHigh, other.idHigh);
    }

    /** The identifier of the node: of the event or, for who may not read it, of its notice. */
    public UUID node() {
        return notice == null ? id() : notice.node();
    }

    /** The path of the event, also for a notice. */
    String eventPath() {
        return common.folder() + "/" + name();
    }

    /** The path of the node. */
    String path() {
        return notice == null ? eventPath() : eventPath() + "/" + notice.name();
    }

    /** The name of the event. */
    public String name() {
        return new String(nameAndTitle, 0, end(), StandardCharsets.UTF_8);
    }

    /** Whether its name can stand in an address: {@link Slugs#isAddress}. */
    boolean isNamedAsAddress() {
        return common.namedAsAddress();
    }

    /** The same for equal names. */
    int nameHash() {
        int hash = 0;
        for (int i = 0; nameAndTitle[i] != END; i++) {
            hash = 31 * hash + nameAndTitle[i];
        }
        return hash;
    }

    private String title() {
        int start = end() + 1;
        return new String(nameAndTitle, start, nameAndTitle.length - start, StandardCharsets.UTF_8);
    }

    private int end() {
        int end = 0;
        while (nameAndTitle[end] != END) {
            end++;
        }
        return end;
    }

    /** When it takes place. */
    public EventDate date() {
        return timing.date();
    }

    /** The first possible day, counted from 1970-01-01; {@link Timing#NO_DAY} without a year. */
    int firstDay() {
        return timing.firstDay();
    }

    /** The last possible day, counted likewise. */
    int lastDay() {
        return timing.lastDay();
    }

    /** {@link EventDate#year}; 0 if there is none. */
    public int year() {
        return timing.year();
    }

    /** What kind of event it is; null if the editor chose none. */
    public OpenEnum<EventKind> kind() {
        return common.kind();
    }

    /** Whether only title, date, kind, status and work packages may be known: {@link EventSummary#isListedOnly}. */
    public boolean isListedOnly() {
        return notice != null;
    }

    /** Whether it was a closed session. */
    public boolean isClosed() {
        return common.closed();
    }

    /** The languages that its title is written in, as BCP 47 tags, the default one first. */
    public List<String> titleLanguages() {
        return common.titleLanguages();
    }

    /** When the node was created, in milliseconds: {@link ContentNode#created}. */
    public Instant created() {
        return Instant.ofEpochMilli(created);
    }

    /** When the node was last modified, in milliseconds: {@link ContentNode#revised}. */
    public Instant revised() {
        return Instant.ofEpochMilli(revised);
    }

    /** When it reached its present state on this instance, in milliseconds: {@link ContentNode#arrived}. */
    public Instant arrived(EventHistory history) {
        return notice == null ? history.arrived(id()).orElseGet(this::revised) : Instant.ofEpochMilli(notice.arrived());
    }

    long revisedMillis() {
        return revised;
    }

    /** Since when the reader may have known of it. */
    public Instant since(EventHistory history) {
        return history.since(id()).orElseGet(this::created);
    }

    /** The town by which it is filtered; null if there is none. */
    public Town town() {
        return town;
    }

    /** The identifiers of its work packages, which not every reader may see. */
    public List<String> workPackages() {
        return workPackages;
    }

    /** The same as {@link EventDate#phase} of the date at this moment. */
    public Phase phase(Instant now) {
        return timing.phase(now.toEpochMilli());
    }

    /** The milliseconds until its phase changes, more than zero; {@link Long#MAX_VALUE} if it never will. */
    public long millisUntilNextPhase(Instant now) {
        return timing.untilNextPhase(now.toEpochMilli());
    }
}
