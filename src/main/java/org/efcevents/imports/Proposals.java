package org.efcevents.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.pagetext.Countries;
import org.efcevents.source.Remark;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;

/**
 * The events of a source that was brought in.
 *
 * @param page the source as it is kept
 * @param source all that it states
 * @param files what came with it
 * @param all in its order
 * @param gone the identifiers of events that were made of it before, and that it does not state any more
 */
public record Proposals(KeptPage page, Source source, SavedFiles files, List<Proposal> all, List<String> gone) {

    /**
     * Compares what a source states with what is there.
     *
     * @param files what came with it
     * @param contents what is there
     * @param zone of times that do not say theirs
     * @param locale in which dates and countries are written for the editor
     */
    public static Proposals of(
            KeptPage page,
            Source source,
            SavedFiles files,
            KeptPages pages,
            Contents contents,
            ZoneId zone,
            Locale locale)
            throws RepositoryException {
        Map<Integer, String> digests = digests(source);
        KnownEvents events =
                new KnownEvents(pages.session(), page, pages.all(), files, contents, zone, source.language());
        Map<Integer, KnownEvent> known = events.among(source.events(), digests);
        Set<Integer> deleted = events.deleted(source.events());
        List<Proposal> all = new ArrayList<>();
        Set<Integer> begun = new HashSet<>();
        Countries countries = new Countries();
        Twins twins = new Twins();
        for (StatedEvent event : source.events()) {
            int from = event.words().from();
            int at = begun.add(from) ? from : source.text().length() + event.position();
            Correction correction = page.correction(at);
            List<Remark> more = new ArrayList<>();
            if (deleted.contains(event.position())) {
                more.add(new Remark(Remark.Type.DELETED, event.key()));
            }
            // One that was imported nevertheless is no doubt any more.
            if (twins.isSecond(event, correction) && !known.containsKey(event.position())) {
                more.add(new Remark(Remark.Type.TWICE, event.title()));
            }
            all.add(Proposal.of(
                    event,
                    at,
                    correction,
                    zone,
                    locale,
                    countries,
                    digests.get(event.position()),
                    more,
                    Optional.ofNullable(known.get(event.position()))));
        }
        return new Proposals(page, source, files, List.copyOf(all), events.gone());
    }

    /** Events of one source may say the same and still be two. */
    private static Map<Integer, String> digests(Source source) {
        Map<Integer, String> digests = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (StatedEvent event : source.events()) {
            String digest = Proposal.digest(event, source);
            int times = seen.merge(digest, 1, Integer::sum);
            digests.put(event.position(), times == 1 ? digest : digest + "." + times);
        }
        return digests;
    }

    /**
     * Those of them for which there is something to do.
     *
     * @param withFiles whether events get files
     */
    public List<Proposal> taken(boolean withFiles) {
        return taken().stream()
                .filter(proposal -> withFiles
                        || proposal.known()
                                .filter(known -> known.isChanged() && !known.isChangedWithoutFiles())
                                .isEmpty())
                .toList();
    }

    /** Those that are to be imported. */
    public List<Proposal> taken() {
        return all.stream().filter(Proposal::taken).toList();
    }
}
