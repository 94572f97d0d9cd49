package org.efcevents.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.efcevents.channel.Subject;
import org.efcevents.content.DamFile;
import org.efcevents.speaker.Speaker;

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
    public record SharedPicture(DamFile file, String alt) {

        /** The portrait of a speaker, the first picture of an event that the reader may see, or null. */
        static SharedPicture of(Subject subject, Map<String, DamFile> files) {
            if (subject instanceof SpeakerPage page
                    && page.speaker().portrait() != null
                    && files.containsKey(page.speaker().portrait())) {
                Speaker speaker = page.speaker();
                return new SharedPicture(
                        files.get(speaker.portrait()),
                        Objects.requireNonNullElse(speaker.portraitAlt(), speaker.fullName()));
            }
            return subject.event().stream()
                    .flatMap(event -> event.details().gallery().pictures().stream())
                    .filter(picture -> files.containsKey(picture.asset()))
                    .findFirst()
                    .map(picture -> new SharedPicture(files.get(picture.asset()), picture.alt()))
                    .orElse(null);
        }
    }

    static PageModel of(Subject subject, Notice notice) {
        return new PageModel(subject, notice, List.of(), null, null, null, null);
    }
}
