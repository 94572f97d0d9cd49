package org.efcevents.search;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.Place;
import org.jsoup.Jsoup;

/**
 * The texts of an event that are searched: title, teaser, topics, description, report, place, organiser and host, the programme, who did
 * what, and the names of speakers.
 */
public final class EventTexts {

    /**
     * A searchable text of an event.
     *
     * @param text plain text as visitors read it
     * @param language ISO 639 code of its language if that differs from the page's, else null
     */
    public record SearchableText(String text, String language) {}

    private EventTexts() {}

    /**
     * The texts in the event's own node: title, teaser, topics, report, description, place, organiser and host.
     *
     * @param locale the language for names of countries
     */
    public static List<SearchableText> of(ContentNode event, Locale locale) {
        String title = event.text("title");
        return Stream.of(
                        new SearchableText(title == null ? event.name() : title, language(event, "title")),
                        plain(event, "teaser"),
                        plain(event, "topics"),
                        formatted(event, "report"),
                        formatted(event, "description"),
                        place(Place.of(event), locale),
                        name(event, "organiser"),
                        name(event, "host"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The nodes below an event that are searched: items of the programme and participations, as far as they can be read. */
    public static List<ContentNode> parts(ContentNode event) {
        return Stream.concat(
                        event.entries("programme").stream(),
                        event.entries("participations").stream().filter(part -> part.isA(NodeType.PARTICIPATION)))
                .filter(part -> !part.isDeleted())
                .toList();
    }

    /**
     * The texts of one of the {@link #parts}: title and description of an item of the programme; title and summary of a talk with
     * its panel, and role and organisation as at the event.
     */
    public static List<SearchableText> ofPart(ContentNode part) {
        return (part.isA(NodeType.PARTICIPATION)
                        ? Stream.of(
                                plain(part, "talkTitle"),
                                formatted(part, "summary"),
                                plain(part, "panel"),
                                plain(part, "role"),
                                plain(part, "organisation"))
                        : Stream.of(plain(part, "title"), formatted(part, "description")))
                .filter(Objects::nonNull)
                .toList();
    }

    /** All names of a speaker, including other spellings. */
    public static SearchableText namesOf(ContentNode speaker) {
        return new SearchableText(
                Stream.concat(Stream.ofNullable(speaker.rawText("fullName")), speaker.values("otherNames").stream())
                        .collect(Collectors.joining(", ")),
                null);
    }

    private static SearchableText place(Place place, Locale locale) {
        return place.isKnown() ? new SearchableText(place.inWords(locale.toLanguageTag()), null) : null;
    }

    /** A name, which is the same in all languages. */
    private static SearchableText name(ContentNode node, String property) {
        String name = node.rawText(property);
        return name == null ? null : new SearchableText(name, null);
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
