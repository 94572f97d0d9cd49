package org.efcevents.archive;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.efcevents.content.ContentNode;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.speaker.Speaker;

/**
 * A speaker's part in an event.
 *
 * @param event the event
 * @param participation what they did
 */
public record SpeakerAppearance(EventSummary event, Participation participation) {

    /**
     * What a speaker did in an event: nothing, one part or several, in the editor's order.
     *
     * @param id the identifier of the speaker
     * @param speaker who that is, as the reader may see them; null if not
     */
    static List<SpeakerAppearance> in(ContentNode event, EventSummary summary, String id, Speaker speaker) {
        return event.entries("participations").stream()
                .filter(entry -> id.equals(entry.rawTextAlone("speaker")))
                .map(entry -> new SpeakerAppearance(summary, Participation.of(entry, speaker)))
                .toList();
    }

    /** Same as {@link Archive#years}. */
    static EventDate years(List<SpeakerAppearance> appearances) {
        IntSummaryStatistics years = appearances.stream()
                .flatMapToInt(appearance -> appearance.event().date().year().stream())
                .summaryStatistics();
        if (years.getCount() == 0) {
            return null;
        }
        String first = fourDigits(years.getMin());
        return EventDate.parseEdtf(years.getMin() == years.getMax() ? first : first + "/" + fourDigits(years.getMax()));
    }

    private static String fourDigits(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }
}
