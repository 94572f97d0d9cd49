package org.efcevents.event;

import java.util.List;
import java.util.Optional;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.NodeType;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.workpackage.WorkPackage;

/**
 * What lists show of an event. Texts are null if the editor entered none.
 *
 * @param id the identifier of the event for life, also where only its notice may be read
 * @param slug its name in URLs
 * @param title its title, or its slug if it has none
 * @param kind what kind of event it is; null if the editor chose none
 * @param date when it takes place, as precisely as is known
 * @param place where it takes place
 * @param teaser one or two sentences
 * @param closed whether it was a closed session
 * @param attendance who could attend, in words
 * @param status whether it takes place as announced; never null
 * @param statusText a remark about the status
 * @param workPackages the work packages that hold it, as far as this reader may see them
 * @param listedOnly whether this reader may know only title, date, kind, status and work packages; everything else is
 *     then empty, which does not mean that the event has none
 * @param fallbacks which of {@code title}, {@code teaser}, {@code attendance} and {@code statusText} are in another
 *     language
 */
public record EventSummary(
        String id,
        String slug,
        String title,
        OpenEnum<EventKind> kind,
        EventDate date,
        Place place,
        String teaser,
        boolean closed,
        String attendance,
        OpenEnum<EventStatus> status,
        String statusText,
        List<WorkPackage> workPackages,
        boolean listedOnly,
        Fallbacks fallbacks) {

    /** Reads the summary of an event with its work packages. For the parameters see {@link #alone}. */
    public static EventSummary of(ContentNode node, String event) {
        return alone(node, event)
                .with(node.values("workPackages").stream()
                        .map(id -> node.byId(NodeType.WORK_PACKAGE, id))
                        .flatMap(Optional::stream)
                        .map(WorkPackage::of)
                        .toList());
    }

    /**
     * Reads the summary of an event without its work packages.
     *
     * @param node the event or, for readers who may not see it, its {@code efc:notice}
     * @param event the identifier of the event, which a reader of its notice cannot ask the repository for
     */
    public static EventSummary alone(ContentNode node, String event) {
        return node.isA(NodeType.NOTICE) ? ofNotice(node, event) : ofEvent(node);
    }

    /** Reads only what everyone may know, whatever else the notice may contain. */
    private static EventSummary ofNotice(ContentNode notice, String event) {
        String slug = notice.slug();
        String title = notice.text("title");
        return new EventSummary(
                event,
                slug,
                title == null ? slug : title,
                kindOf(notice),
                dateOf(notice),
                new Place(null, null, null, notice.fallbacks()),
                null,
                false,
                null,
                statusOf(notice),
                null,
                List.of(),
                true,
                notice.fallbacks("title"));
    }

    /** Whether this reader may know only title, date, kind, status and work packages. */
    public boolean isListedOnly() {
        return listedOnly;
    }

    private static EventSummary ofEvent(ContentNode node) {
        return new EventSummary(
                node.id(),
                node.slug(),
                titleOf(node),
                kindOf(node),
                dateOf(node),
                Place.of(node),
                node.text("teaser"),
                node.flag("closed"),
                node.text("attendance"),
                statusOf(node),
                node.text("statusText"),
                List.of(),
                false,
                node.fallbacks("title", "teaser", "attendance", "statusText"));
    }

    /** This summary with other work packages. */
    public EventSummary with(List<WorkPackage> others) {
        return new EventSummary(
                id,
                slug,
                title,
                kind,
                date,
                place,
                teaser,
                closed,
                attendance,
                status,
                statusText,
                others,
                listedOnly,
                fallbacks);
    }

    private static OpenEnum<EventKind> kindOf(ContentNode node) {
        return OpenEnum.of(EventKind.class, node.rawText("kind"));
    }

    private static OpenEnum<EventStatus> statusOf(ContentNode node) {
        String status = node.rawText("status");
        return status == null ? OpenEnum.of(EventStatus.SCHEDULED) : OpenEnum.of(EventStatus.class, status);
    }

    private static String titleOf(ContentNode node) {
        String title = node.text("title");
        return title == null ? node.name() : title;
    }

    /** Reads only the date of an event. */
    public static EventDate dateOf(ContentNode node) {
        return EventDate.of(DateProperties.read(node));
    }
}
