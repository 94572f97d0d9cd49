package org.efcevents.imports;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.efcevents.date.StoredDate;
import org.efcevents.http.Digest;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;

/**
 * An event as it would be imported: what its source states, or what an editor says instead.
 *
 * @param stated what its source states
 * @param at what tells it from the others of its source: where its words begin, or, of what recurs there, a number behind the text
 * @param taken whether it is to be imported
 * @param title its title; never empty if it can be imported
 * @param date as typed; empty for none
 * @param stored its date as it is stored; empty if what is typed is no date
 * @param kind its kind as stored; empty for none
 * @param digest of its words
 * @param known the event that it is, or may be; empty if there is none
 */
public record Proposal(
        StatedEvent stated,
        int at,
        boolean taken,
        String title,
        String date,
        Optional<StoredDate> stored,
        String kind,
        String digest,
        Optional<KnownEvent> known) {

    /**
     * What is stated, with what an editor says.
     *
     * @param at see {@link Proposal#at}
     * @param zone of times that do not say theirs
     * @param locale in which dates are written for the editor
     */
    static Proposal of(
            StatedEvent stated,
            int at,
            Correction correction,
            ZoneId zone,
            Locale locale,
            String digest,
            Optional<KnownEvent> known) {
        String date = correction.date() == null
                ? DateText.typed(stated.text(EventField.DATE), locale)
                : correction.date().strip();
        return new Proposal(
                stated,
                at,
                isTaken(correction.taken(), stated, known),
                correction.title() == null
                        ? stated.text(EventField.TITLE)
                        : correction.title().strip(),
                date,
                DateText.parse(date, zone),
                correction.kind() == null ? stated.text(EventField.KIND) : correction.kind(),
                digest,
                known);
    }

    /**
     * Nothing is made twice: a tick of before the event was there does not count. What may be there, and what may be meant for nobody else, is taken
     * only if an editor says so.
     */
    private static boolean isTaken(Boolean said, StatedEvent stated, Optional<KnownEvent> known) {
        boolean doubted =
                known.filter(event -> event.how() == KnownEvent.How.PERHAPS).isPresent()
                        || stated.finding(EventField.CLOSED)
                                .filter(found -> found.certainty() != Certainty.STATED)
                                .isPresent();
        boolean open = known.filter(event -> event.how() != KnownEvent.How.PERHAPS && !event.isChanged())
                .isEmpty();
        return open && (said == null ? !doubted : said);
    }

    static String digest(StatedEvent stated, Source source) {
        String words = stated.words().in(source.text()).replaceAll("\\s+", " ");
        return Digest.of(stated.key().isEmpty() ? words : words + "\n" + stated.key())
                .text();
    }

    /** Its number in its source, from 1. */
    public int position() {
        return stated.position();
    }

    /** Whether an event that is there would be changed, rather than another one made. */
    public boolean isChange() {
        return known.filter(KnownEvent::isChanged).isPresent();
    }

    /** Whether it can be imported. */
    public boolean isRight() {
        return !title.isEmpty() && stored.isPresent();
    }
}
