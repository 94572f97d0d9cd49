package org.efcevents.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcevents.migration.PageReader;
import org.efcevents.migration.ReadEvent;
import org.efcevents.migration.ReadPage;

/**
 * The events of a page that was brought in.
 *
 * @param page the page
 * @param read all that was read of it
 * @param all in the order of the page
 */
public record Proposals(KeptPage page, ReadPage read, List<Proposal> all) {

    /**
     * Reads a page again: the same page is always read in the same way.
     *
     * @param zone of times that the page tells
     * @param locale in which dates are written for the editor
     */
    public static Proposals of(KeptPage page, KeptPages pages, ZoneId zone, Locale locale) throws RepositoryException {
        ReadPage read = new PageReader().read(pages.content(page));
        Map<String, String> made = pages.madeByDigest();
        List<Proposal> all = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ReadEvent event : read.events()) {
            String digest = Proposal.digest(event);
            // Entries of one page may say the same and still be two.
            int times = seen.merge(digest, 1, Integer::sum);
            String own = times == 1 ? digest : digest + "." + times;
            all.add(Proposal.of(
                    event, page.correction(event.position()), zone, locale, own, Optional.ofNullable(made.get(own))));
        }
        return new Proposals(page, read, List.copyOf(all));
    }

    /** Those that are to be imported. */
    public List<Proposal> taken() {
        return all.stream().filter(Proposal::taken).toList();
    }
}
