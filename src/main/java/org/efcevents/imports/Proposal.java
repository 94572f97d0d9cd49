package org.efcevents.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.efcevents.date.StoredDate;
import org.efcevents.http.Digest;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedPerson;

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
 * @param place where it would take place
 * @param without the names of people whom its source states, and whom it is not to have
 * @param digest of its words
 * @param remarks why it is not sure, or some of it
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
        ProposedPlace place,
        Set<String> without,
        String digest,
        List<Remark> remarks,
        Optional<KnownEvent> known) {

    /** Makes a defensive copy. */
    public Proposal {
        remarks = List.copyOf(remarks);
    }

    /**
     * What is stated, with what an editor says.
     *
     * @param at see {@link Proposal#at}
     * @param zone of times that do not say theirs
     * @param locale in which dates and countries are written for the editor
     * @param more what is to remark besides what its source does
     */
    static Proposal of(
            StatedEvent stated,
            int at,
            Correction correction,
            ZoneId zone,
            Locale locale,
            Countries countries,
            String digest,
            List<Remark> more,
            Optional<KnownEvent> known) {
        List<Remark> remarks = new ArrayList<>(stated.remarks());
        remarks.addAll(more);
        String date = correction.date() == null
                ? DateText.typed(stated.text(EventField.DATE), locale)
                : correction.date().strip();
        return new Proposal(
                stated,
                at,
                isTaken(correction.taken(), stated, remarks, known),
                correction.title() == null ? stated.title() : correction.title().strip(),
                date,
                DateText.parse(date, zone),
                correction.kind() == null ? stated.text(EventField.KIND) : correction.kind(),
                ProposedPlace.of(stated, correction, countries, locale),
                correction.without(),
                digest,
                remarks,
                known);
    }

    /**
     * Nothing is made twice: a tick of before the event was there does not count. What may be there, what may be meant for nobody else, and what may be
     * no event is taken only if an editor says so.
     */
    private static boolean isTaken(Boolean said, StatedEvent stated, List<Remark> remarks, Optional<KnownEvent> known) {
        boolean doubted =
                known.filter(event -> event.how() == KnownEvent.How.PERHAPS).isPresent()
                        || remarks.stream().anyMatch(remark -> remark.type().isLeftOut())
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

    /** Whether anything of it is not sure. */
    public boolean isUnsure() {
        return !isRight() || !remarks.isEmpty() || stated.isUnsure();
    }

    /** Whether it can be imported. What is wrong of an event that is there is left as it is in that. */
    public boolean isRight() {
        return isChange()
                || !title.isEmpty() && stored.isPresent() && place.code().isPresent();
    }

    /** The people whom it would have. */
    public List<StatedPerson> people() {
        return stated.people() == null
                ? List.of()
                : stated.people().stream()
                        .filter(person -> !without.contains(person.name()))
                        .toList();
    }
}
