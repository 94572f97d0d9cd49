package org.efcevents.search;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.event.Place;
import org.jsoup.Jsoup;

/** Which texts a visitor's words are looked for in: those of the page of an event. */
public final class EventTexts {

    private EventTexts() {}

    /**
     * What the event's own node says: title, teaser, report, description, place. What people said is in nodes of their own.
     *
     * @param locale the language in which countries are named
     */
    public static List<Passage> of(ContentNode event, Locale locale) {
        String title = event.text("title");
        return Stream.of(
                        new Passage(title == null ? event.name() : title, language(event, "title")),
                        plain(event, "teaser"),
                        formatted(event, "report"),
                        formatted(event, "description"),
                        place(Place.of(event), locale))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What one person said at an event: the talk's title and its summary. */
    public static List<Passage> ofTalk(ContentNode participation) {
        return Stream.of(plain(participation, "talkTitle"), formatted(participation, "summary"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** All names of a speaker, the other spellings among them. */
    public static Passage namesOf(ContentNode speaker) {
        return new Passage(
                Stream.concat(Stream.ofNullable(speaker.plain("fullName")), speaker.values("otherNames").stream())
                        .collect(Collectors.joining(", ")),
                null);
    }

    private static Passage place(Place place, Locale locale) {
        return place.isKnown() ? new Passage(place.inWords(locale.getLanguage()), null) : null;
    }

    private static Passage plain(ContentNode node, String property) {
        String text = node.text(property);
        return text == null ? null : new Passage(text, language(node, property));
    }

    private static Passage formatted(ContentNode node, String property) {
        String html = node.text(property);
        if (html == null) {
            return null;
        }
        boolean bare = html.indexOf('<') < 0 && html.indexOf('&') < 0;
        return new Passage(bare ? html : Jsoup.parseBodyFragment(html).text(), language(node, property));
    }

    private static String language(ContentNode node, String property) {
        return node.fallbacks(property).of(property);
    }
}
