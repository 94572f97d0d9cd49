package org.efcevents.event;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.RichText;
import org.efcevents.date.Phase;

/**
 * An event as this reader may read it.
 *
 * @param summary what lists show of it
 * @param phase whether it is still to come, at the time of the visit
 * @param publication who may know of it, since when and in which languages
 * @param details what its own page shows; {@link EventDetails#WITHHELD} where it is only listed for this reader
 */
public record Event(EventSummary summary, Phase phase, Publication publication, EventDetails details) {

    /**
     * What is recorded of an entry as such, whatever it says.
     *
     * @param visibility who may know of the event
     * @param noticed whether it has a notice with a title, which everyone may read where the event is not public
     * @param created when it was made
     * @param revised when it was last changed; the work packages and speakers that it names may have been since
     * @param languages ISO 639 codes of the languages that its title is written in, the default one first
     */
    public record Publication(
            Visibility visibility, boolean noticed, Instant created, Instant revised, List<String> languages) {}

    /**
     * Reads an event.
     *
     * @param node the event or, for readers from whom that is kept, its {@code efc:notice}, which says no more than the summary
     * @param phase what its date means at the time of the visit
     */
    public static Event of(ContentNode node, EventSummary summary, Phase phase) {
        boolean noticed = summary.isListedOnly()
                || node.child("publicNotice")
                        .map(notice -> notice.text("title"))
                        .isPresent();
        Publication publication =
                new Publication(Visibility.of(node), noticed, node.created(), node.revised(), node.languages("title"));
        return new Event(
                summary, phase, publication, summary.isListedOnly() ? EventDetails.WITHHELD : EventDetails.of(node));
    }

    /** Whether {@link #text()} tells what happened, and not what is announced. */
    public boolean isReported() {
        return details.report() != null && (phase == Phase.PAST || phase == Phase.UNDATED);
    }

    /** The report once the event is over and there is one, else the description, else null. */
    public RichText text() {
        return isReported() ? details.report() : details.description();
    }

    /** What it is in one or two sentences: the teaser, else the beginning of its text; null where it has neither. */
    public String brief() {
        return summary.teaser() != null || text() == null ? summary.teaser() : text().beginning();
    }

    /** Every rich text in it that has links to nodes: what these lead to is for the page to say. */
    public List<RichText> linkedTexts() {
        MemberContent members = details.members();
        return Stream.of(
                        Stream.of(details.description(), details.report(), members == null ? null : members.minutes()),
                        details.programme().stream().map(ProgrammeItem::description),
                        details.participations().stream().map(Participation::summary))
                .flatMap(Function.identity())
                .filter(text -> text != null && !text.links().isEmpty())
                .toList();
    }

    /** The DAM keys of its documents and pictures, {@code jcr:<uuid>}. */
    public List<String> assets() {
        MemberContent members = details.members();
        return Stream.of(
                        details.documents().stream().map(Document::asset),
                        details.gallery().pictures().stream().map(Picture::asset),
                        (members == null ? List.<Document>of() : members.documents())
                                .stream().map(Document::asset))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }
}
