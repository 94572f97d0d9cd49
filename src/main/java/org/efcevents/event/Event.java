package org.efcevents.event;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.Link;
import org.efcevents.content.RichText;
import org.efcevents.date.Phase;

/**
 * Everything that an event's own page shows. Text may be null where the editor gave none; lists are never null.
 *
 * @param summary what lists show of it
 * @param phase whether it is still to come, at the time of reading
 * @param onlineAddress where it is held online
 * @param organiser who holds it
 * @param host whose rooms it is in
 * @param description what is announced
 * @param report what happened
 * @param programme its lines, in order
 * @param participations who did what, in order
 * @param links pages about it
 * @param documents documents that belong to it
 * @param gallery its pictures
 * @param photographCount how many photographs the source showed; 0 where none are known
 * @param credit who wrote or pictured it
 * @param sourceTitle the page that a migrated entry came from
 * @param sourceUrl that page's address
 * @param visibility who may know of it
 * @param noticed whether it has a notice with a title, which everyone may read where the event is not public
 * @param created when it was made
 * @param members what is in it for members; null where there is nothing that this reader may see
 * @param revised when it was last changed; the work packages and speakers that it names may have been since
 * @param languages ISO 639 codes of the languages that its title is written in, the default one first
 * @param fallbacks whether the {@code credit} is in the default language only
 */
public record Event(
        EventSummary summary,
        Phase phase,
        String onlineAddress,
        String organiser,
        String host,
        RichText description,
        RichText report,
        List<ProgrammeItem> programme,
        List<Participation> participations,
        List<Link> links,
        List<Document> documents,
        List<Picture> gallery,
        long photographCount,
        String credit,
        String sourceTitle,
        String sourceUrl,
        Visibility visibility,
        boolean noticed,
        Instant created,
        MemberContent members,
        Instant revised,
        List<String> languages,
        Fallbacks fallbacks) {

    /**
     * Reads an event.
     *
     * @param node the event or, for readers from whom that is kept, its {@code efc:notice}, which says no more than the summary
     * @param phase what its date means at the time of the visit
     */
    public static Event of(ContentNode node, EventSummary summary, Phase phase) {
        return summary.isListedOnly() ? listed(node, summary, phase) : whole(node, summary, phase);
    }

    private static Event listed(ContentNode notice, EventSummary summary, Phase phase) {
        return new Event(
                summary,
                phase,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null,
                null,
                null,
                Visibility.of(notice),
                true,
                notice.created(),
                null,
                notice.revised(),
                notice.languages("title"),
                notice.fallbacks());
    }

    private static Event whole(ContentNode node, EventSummary summary, Phase phase) {
        String onlineAddress = node.rawText("onlineAddress");
        String sourceUrl = node.rawText("sourceUrl");
        return new Event(
                summary,
                phase,
                Link.isSafe(onlineAddress) ? onlineAddress : null,
                node.rawText("organiser"),
                node.rawText("host"),
                node.richText("description"),
                node.richText("report"),
                ProgrammeItem.of(node),
                node.entries("participations").stream().map(Participation::of).toList(),
                Link.of(node, "links"),
                Document.of(node),
                Picture.of(node),
                node.number("photographCount").orElse(0L),
                node.text("credit"),
                node.text("sourceTitle"),
                Link.isSafe(sourceUrl) ? sourceUrl : null,
                Visibility.of(node),
                node.child("publicNotice").map(notice -> notice.text("title")).isPresent(),
                node.created(),
                node.child("members").map(MemberContent::of).orElse(null),
                node.revised(),
                node.languages("title"),
                node.fallbacks("credit"));
    }

    /** Whether {@link #text()} tells what happened, and not what is announced. */
    public boolean isReported() {
        return report != null && (phase == Phase.PAST || phase == Phase.UNDATED);
    }

    /** The report once the event is over and there is one, else the description, else null. */
    public RichText text() {
        return isReported() ? report : description;
    }

    /** What it is in one or two sentences: the teaser, else the beginning of its text; null where it has neither. */
    public String brief() {
        return summary.teaser() != null || text() == null ? summary.teaser() : text().beginning();
    }

    /** Every rich text in it that has links to nodes: what these lead to is for the page to say. */
    public List<RichText> linkedTexts() {
        return Stream.of(
                        Stream.of(description, report, members == null ? null : members.minutes()),
                        programme.stream().map(ProgrammeItem::description),
                        participations.stream().map(Participation::summary))
                .flatMap(Function.identity())
                .filter(text -> text != null && !text.links().isEmpty())
                .toList();
    }

    /** The DAM keys of its documents and pictures, {@code jcr:<uuid>}. */
    public List<String> assets() {
        return Stream.of(
                        documents.stream().map(Document::asset),
                        gallery.stream().map(Picture::asset),
                        (members == null ? List.<Document>of() : members.documents())
                                .stream().map(Document::asset))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }
}
