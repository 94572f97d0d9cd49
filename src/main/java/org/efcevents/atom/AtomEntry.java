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
import org.efcevents.event.EventEntry;
import org.efcevents.event.EventSummary;
import org.efcevents.xml.XmlText;

/**
 * An event as an entry of a feed (RFC 4287, 4.1.2). The dates are those of the entry, never that of the event: feed
 * readers sort by them and would hide events that are still to come.
 *
 * @param id the node's identifier
 * @param title the title of the event, and its date if known
 * @param published when the event was added to the archive
 * @param updated when it was last modified
 * @param address the absolute address of its page
 * @param language BCP 47 tag of the language of the title
 * @param summary a short summary; null if there is nothing to say
 * @param html the text of its page, sanitised; null if there is none
 * @param htmlLanguage BCP 47 tag of the language of that text
 * @param categories its kind, its work packages and its topics
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
     * A category of an event.
     *
     * @param term such as {@code conference} or {@code WP1}
     * @param scheme an absolute address that identifies the vocabulary; null for topics, which are of none
     * @param label the term in words
     */
    public record Category(String term, String scheme, String label) {}

    /** Makes a defensive copy of the categories. */
    public AtomEntry {
        categories = List.copyOf(categories);
    }

    /** Describes an event in the language of the addresses; {@code kinds} has the labels of kinds. */
    public static AtomEntry of(EventEntry event, Addresses addresses, Map<String, String> kinds) {
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
        event.particulars().topics().forEach(topic -> categories.add(new Category(topic, null, topic)));
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
                event.created(),
                event.revised(),
                addresses.event(summary.slug(), event.languages()),
                Objects.requireNonNullElse(summary.fallbacks().of("title"), language),
                about.isEmpty() ? null : about,
                event.text() == null ? null : event.text().html(),
                event.text() == null
                        ? language
                        : Objects.requireNonNullElse(event.text().language(), language),
                categories);
    }

    /** The entry as part of an {@link AtomFeed}. */
    public String text() {
        XmlText xml = XmlText.fragment("entry")
                .element("id", AtomFeed.urn(id))
                .begin("title")
                .attribute("xml:lang", language)
                .content(title)
                .end()
                .element("published", AtomFeed.moment(published))
                .element("updated", AtomFeed.moment(updated));
        AtomFeed.link(xml, "alternate", "text/html", address);
        for (Category category : categories) {
            xml.empty("category").attribute("term", category.term());
            if (category.scheme() != null) {
                xml.attribute("scheme", category.scheme());
            }
            xml.attribute("label", category.label());
        }
        if (summary != null) {
            xml.element("summary", summary);
        }
        if (html != null) {
            xml.begin("content")
                    .attribute("type", "html")
                    .attribute("xml:lang", htmlLanguage)
                    .content(html)
                    .end();
        }
        return xml.end().part();
    }
}
