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

    /**
     * A piece of an event's text that words are looked for in.
     *
     * @param text plain text, as visitors read it
     * @param language ISO 639 code of the language it is written in, where that is not the page's; else null
     */
    public record SearchableText(String text, String language) {}

    private EventTexts() {}

    /**
     * What the event's own node says: title, teaser, report, description, place. What people said is in nodes of their own.
     *
     * @param locale the language in which countries are named
     */
    public static List<SearchableText> of(ContentNode event, Locale locale) {
        String title = event.text("title");
        return Stream.of(
                        new SearchableText(title == null ? event.name() : title, language(event, "title")),
                        plain(event, "teaser"),
                        formatted(event, "report"),
                        formatted(event, "description"),
                        place(Place.of(event), locale))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What one person said at an event: the talk's title and its summary. */
    public static List<SearchableText> ofTalk(ContentNode participation) {
        return Stream.of(plain(participation, "talkTitle"), formatted(participation, "summary"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** All names of a speaker, the other spellings among them. */
    public static SearchableText namesOf(ContentNode speaker) {
        return new SearchableText(
                Stream.concat(Stream.ofNullable(speaker.rawText("fullName")), speaker.values("otherNames").stream())
                        .collect(Collectors.joining(", ")),
                null);
    }

    private static SearchableText place(Place place, Locale locale) {
        return place.isKnown() ? new SearchableText(place.inWords(locale.getLanguage()), null) : null;
    }

    private static SearchableText plain(ContentNode node, String property) {
        String text = node.text(property);
        return text == null ? null : new SearchableText(text, language(node, property));
    }

    private static SearchableText formatted(ContentNode node, String property) {
        String html = node.text(property);
        if (html == null) {
            return null;
        }
        boolean bare = html.indexOf('<') < 0 && html.indexOf('&') < 0;
        return new SearchableText(bare ? html : Jsoup.parseBodyFragment(html).text(), language(node, property));
    }

    private static String language(ContentNode node, String property) {
        return node.fallbacks(property).of(property);
    }
}
