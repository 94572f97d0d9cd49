package org.efcevents.page;

import java.util.List;
import org.efcevents.channel.Subject;
import org.efcevents.content.DamFile;

/**
 * The model from which a template prints a page.
 *
 * @param subject what the page is about: one of the records in this package
 * @param notice what to show in place of the page; null if the page can be shown
 * @param alternates the page in other channels
 * @param subscription how visitors can subscribe; null if there is nothing to subscribe to
 * @param address the canonical address of the page; absolute
 * @param data JSON-LD about the page, safe inside a {@code script} element; null for none
 * @param picture the picture to share the page with; null for none
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
     * A picture to share a page with.
     *
     * @param file the picture
     * @param alt its text alternative
     */
    public record SharedPicture(DamFile file, String alt) {}

    static PageModel of(Subject subject, Notice notice) {
        return new PageModel(subject, notice, List.of(), null, null, null, null);
    }
}
