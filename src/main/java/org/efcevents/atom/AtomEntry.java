package org.efcevents.atom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;

/**
 * What a feed says of one event (RFC 4287, 4.1.2). Its dates are those of the text, never that of the event: readers sort by
 * them, and would hide what is still to come.
 *
 * @param id the node's identifier
 * @param title what the event is called, and when it is where that is known
 * @param published when it was put into the archive
 * @param updated when it was last changed
 * @param address its page; absolute
 * @param language BCP 47 tag of the language of the title
 * @param summary what is known of it in a few words; null where nothing is
 * @param html the text of its page, safe to print; null where there is none
 * @param htmlLanguage BCP 47 tag of the language of that text
 * @param categories its kind and its work packages
 */
public record AtomEntry(
        String id,
        String title,
        Instant published,
        Instant updated,
        String address,
        String language,
        String summary,
        String html,
        String htmlLanguage,
        List<Category> categories) {

    /**
     * What an event belongs to.
     *
     * @param term such as {@code conference} or {@code WP1}
     * @param scheme where such terms come from: an absolute address
     * @param label the term in words
     */
    public record Category(String term, String scheme, String label) {}

    /** Copies the categories. */
    public AtomEntry {
        categories = List.copyOf(categories);
    }

    /** An event in the language of the addresses; {@code kinds} says what each kind of event is called. */
    public static AtomEntry of(Event event, Addresses addresses, Map<String, String> kinds) {
        EventSummary summary = event.summary();
        String language = addresses.language();
        Locale locale = Locale.forLanguageTag(language);
        List<Category> categories = new ArrayList<>();
        if (summary.kind() != null && kinds.containsKey(summary.kind().word())) {
            String kind = summary.kind().word();
            categories.add(new Category(kind, addresses.here("/events.html"), kinds.get(kind)));
        }
        summary.workPackages()
                .forEach(workPackage -> categories.add(
                        new Category(workPackage.code(), addresses.here("/work-packages.html"), workPackage.label())));
        String place = summary.place().inWords(language);
        String about = Stream.of(place, summary.statusText(), summary.teaser())
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return new AtomEntry(
                summary.id(),
                summary.date().isDated()
                        ? summary.title() + ", " + summary.date().inWords(locale)
                        : summary.title(),
                event.publication().created(),
                event.publication().revised(),
                addresses.event(summary.slug(), event.publication().languages()),
                Objects.requireNonNullElse(summary.fallbacks().of("title"), language),
                about.isEmpty() ? null : about,
                event.text() == null ? null : event.text().html(),
                event.text() == null
                        ? language
                        : Objects.requireNonNullElse(event.text().language(), language),
                categories);
    }
}
