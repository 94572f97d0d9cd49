package org.efcevents.page;

import java.util.List;
import org.efcevents.channel.Subject;
import org.efcevents.content.DamFile;

/**
 * What a template prints a page from.
 *
 * @param subject what the page is about: one of the records of this package
 * @param notice what stands in place of the page; null where the page can be shown
 * @param alternates the same in other channels
 * @param subscription how to follow what is shown; null where there is nothing to follow
 * @param address the one address of the page, to be shared; absolute
 * @param data what the page is about, for machines (JSON-LD, ready for a script element); null where nothing is told
 * @param picture what the page is shared with; null for none
 */
public record PageModel(
        Subject subject,
        Notice notice,
        List<Alternate> alternates,
        Subscription subscription,
        String address,
        String data,
        SharedPicture picture) {

    /**
     * A picture as a page is shared with it.
     *
     * @param file the picture
     * @param alt its text alternative
     */
    public record SharedPicture(DamFile file, String alt) {}

    static PageModel of(Subject subject, Notice notice) {
        return new PageModel(subject, notice, List.of(), null, null, null, null);
    }
}
