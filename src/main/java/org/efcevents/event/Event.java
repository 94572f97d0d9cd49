package org.efcevents.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.choice.OfferedCodes;
import org.efcevents.choice.OfferedCodes.Unoffered;
import org.efcevents.content.ContentNode;
import org.efcevents.content.RichText;
import org.efcevents.date.Phase;

/**
 * An event, as far as the reader may see it.
 *
 * @param summary what lists show of it
 * @param phase whether it is upcoming, ongoing or past at the time of the request
 * @param publication who may know about it, since when and in which languages
 * @param details what its page shows; {@link EventDetails#WITHHELD} if it is only listed for this reader
 */
public record Event(EventSummary summary, Phase phase, Publication publication, EventDetails details) {

    /**
     * Metadata of the entry, as opposed to the event that it describes.
     *
     * @param visibility who may know about the event
     * @param noticed whether it is listed and has a notice with a title, which everyone may read
     * @param created when the entry was created
     * @param revised when the entry was last modified; work packages and speakers that it refers to may have changed
     *     since
     * @param languages ISO 639 codes of the languages that its title is written in, the default one first
     */
    public record Publication(
            Visibility visibility, boolean noticed, Instant created, Instant revised, List<String> languages) {}

    /**
     * Reads an event.
     *
     * @param node the event or, for readers who may not see it, its {@code efc:notice}, which has no more than the
     *     summary
     * @param phase the phase of its date at the time of the request
     */
    public static Event of(ContentNode node, EventSummary summary, Phase phase) {
        Visibility visibility = Visibility.of(node);
        boolean noticed = summary.isListedOnly()
                || visibility == Visibility.LISTED
                        && node.child("publicNotice")
                                .map(notice -> notice.text("title"))
                                .isPresent();
        Publication publication =
                new Publication(visibility, noticed, node.created(), node.revised(), node.languages("title"));
        return new Event(
                summary,
                phase,
                publication,
                summary.isListedOnly() ? EventDetails.WITHHELD : EventDetails.of(node, summary.date()));
    }

    /** Whether {@link #text()} is the report rather than the announcement. */
    public boolean isReported() {
        return details.report() != null && isReported(phase);
    }

    /** Whether it is told what happened rather than what is announced, if anybody has written that. */
    static boolean isReported(Phase phase) {
        return phase == Phase.PAST || phase == Phase.UNDATED;
    }

    /** The event as feeds tell of it. */
    public EventEntry entry() {
        return new EventEntry(
                summary,
                publication.created(),
                publication.revised(),
                publication.languages(),
                details.hosting(),
                details.particulars().in(phase, summary),
                details.programme(),
                text());
    }

    /** The report if the event is over and has one, else the description; null if it has neither. */
    public RichText text() {
        return isReported() ? details.report() : details.description();
    }

    /** The event in one or two sentences: the teaser, else the beginning of its text; null if it has neither. */
    public String brief() {
        return summary.teaser() != null || text() == null ? summary.teaser() : text().beginning();
    }

    /** All rich texts that contain links to nodes, whose addresses the page has to supply. */
    public List<RichText> linkedTexts() {
        MemberContent members = details.members();
        return Stream.of(
                        Stream.of(details.description(), details.report(), members == null ? null : members.minutes()),
                        details.programme().items().stream().map(ProgrammeItem::description),
                        details.participations().stream().map(Participation::summary))
                .flatMap(Function.identity())
                .filter(text -> text != null && !text.links().isEmpty())
                .toList();
    }

    /** How to register, if that is still possible; else null. */
    public Registration openRegistration(Instant now, ZoneId siteZone) {
        Registration registration = details.particulars().in(phase, summary).registration();
        return registration != null
                        && registration.isOpen(now, summary.date().zone().orElse(siteZone))
                ? registration
                : null;
    }

    /** Those of whom nothing is told that they were at the event, although their own entry tells it of today. */
    public List<Participation> withoutCapacity() {
        return details.participations().stream()
                .filter(part -> part.role() == null && part.organisation() == null)
                .filter(part -> part.speaker() != null
                        && (part.speaker().role() != null || part.speaker().organisation() != null))
                .toList();
    }

    /** Codes of its country, its languages and those of its documents that the form does not offer. */
    public List<Unoffered> unofferedCodes() {
        return Stream.concat(
                        OfferedCodes.COUNTRY.others(Stream.of(summary.place()).map(Place::country)),
                        OfferedCodes.LANGUAGE.others(Stream.concat(
                                details.particulars().languages().stream(),
                                documents().map(Document::language))))
                .toList();
    }

    /** Those for everyone and those for members. */
    private Stream<Document> documents() {
        return Stream.concat(
                details.documents().stream(),
                Stream.ofNullable(details.members()).flatMap(members -> members.documents().stream()));
    }

    /** The DAM keys of all documents and pictures, {@code jcr:<uuid>}. */
    public List<String> assets() {
        return Stream.concat(
                        documents().map(Document::asset),
                        details.gallery().pictures().stream().map(Picture::asset))
                .distinct()
                .toList();
    }
}
