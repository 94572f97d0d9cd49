package org.efcevents.imports;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.efcevents.date.StoredDate;
import org.efcevents.http.Digest;
import org.efcevents.migration.ReadEvent;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.DateText;

/**
 * An event as it would be imported: what was read of the page, or what an editor says instead.
 *
 * @param read what was read
 * @param taken whether it is to be imported
 * @param title its title; never empty if it can be imported
 * @param date as typed; empty for none
 * @param stored its date as it is stored; empty if what is typed is no date
 * @param kind its kind as stored; empty for none
 * @param digest of the entry's words
 * @param made the identifier of the event that was made of the same words before; empty if there is none
 */
public record Proposal(
        ReadEvent read,
        boolean taken,
        String title,
        String date,
        Optional<StoredDate> stored,
        String kind,
        String digest,
        Optional<String> made) {

    /**
     * What was read, with what an editor says.
     *
     * @param zone of times that the page tells
     * @param locale in which dates are written for the editor
     * @param made see {@link Proposal#made}
     */
    static Proposal of(
            ReadEvent read, Correction correction, ZoneId zone, Locale locale, String digest, Optional<String> made) {
        String title = correction.title() == null
                ? read.title().value()
                : correction.title().strip();
        String date = correction.date() == null
                ? read.date()
                        .date()
                        .filter(found -> found.certainty() != Certainty.INFERRED)
                        .map(found -> DateText.of(found.value(), locale))
                        .orElse("")
                : correction.date().strip();
        return new Proposal(
                read,
                correction.taken() == null ? made.isEmpty() : correction.taken(),
                title,
                date,
                DateText.parse(date, zone),
                correction.kind() == null
                        ? read.kind().map(found -> found.value()).orElse("")
                        : correction.kind(),
                digest,
                made);
    }

    static String digest(ReadEvent read) {
        return Digest.of(read.entry().passage().in(read.entry().text()).replaceAll("\\s+", " "))
                .text();
    }

    /** The position of its entry on the page, from 1. */
    public int position() {
        return read.position();
    }

    /** Whether it can be imported. */
    public boolean isRight() {
        return !title.isEmpty() && stored.isPresent();
    }
}
