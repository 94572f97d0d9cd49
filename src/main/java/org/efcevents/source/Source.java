package org.efcevents.source;

import java.util.List;

/**
 * Where events come from: an old page, a table, a calendar.
 *
 * @param title what it calls itself; empty if it does not
 * @param text all of its words
 * @param events in its order
 * @param account what became of each of its words
 * @param maybeOne pairs of people whose names are nearly the same, so that they may be one
 * @param language whose fields its events state
 */
public record Source(
        String title,
        String text,
        List<StatedEvent> events,
        List<AccountedPart> account,
        List<List<String>> maybeOne,
        TextLanguage language) {

    /** One that does not say in which language it is: its texts are in that which its events name, or the site's first. */
    public Source(
            String title,
            String text,
            List<StatedEvent> events,
            List<AccountedPart> account,
            List<List<String>> maybeOne) {
        this(title, text, events, account, maybeOne, TextLanguage.NONE);
    }

    /** Makes defensive copies. */
    public Source {
        events = List.copyOf(events);
        account = List.copyOf(account);
        maybeOne = List.copyOf(maybeOne);
    }

    /** The same with its texts in the fields of its language. One that states texts in several languages itself stays as it is. */
    public Source in(TextLanguage written) {
        boolean translated = events.stream().anyMatch(StatedEvent::hasTranslations);
        List<StatedEvent> stated = written.fields().isEmpty() || translated
                ? events
                : events.stream().map(event -> event.in(written.fields().get())).toList();
        return new Source(title, text, stated, account, maybeOne, translated ? TextLanguage.NONE : written);
    }
}
