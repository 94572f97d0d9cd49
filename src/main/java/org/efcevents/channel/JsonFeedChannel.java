package org.efcevents.channel;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.efcevents.address.Addresses;
import org.efcevents.address.PageKind;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.StrictQuery;
import org.efcevents.archive.EventEntries;
import org.efcevents.atom.AtomEntry;
import org.efcevents.index.IndexedEvent;
import org.efcevents.json.JsonObject;
import org.efcevents.message.Messages;

/**
 * Writes the feed of additions and modifications as JSON Feed 1.1 (jsonfeed.org), page by page: what reached this instance last
 * comes first, so that subscribers see what was published long after it was written.
 */
final class JsonFeedChannel implements Channel.Writer {

    private static final String PAGE = "page";

    @Override
    public List<String> parameters(PageKind page) {
        return List.of(PAGE);
    }

    @Override
    public void check(StrictQuery query) {
        page(query);
    }

    private static int page(StrictQuery query) {
        return query.number(PAGE, 1, Integer.MAX_VALUE, 1);
    }

    @Override
    public Optional<ChannelResponse> write(Subject subject, ChannelContext context) {
        int page = page(new StrictQuery(context.query(), List.of(PAGE)));
        int size = context.feedSize();
        long first = (page - 1L) * size;
        List<IndexedEvent> all = context.archive().entries().lastArrivedFirst(subject.followed());
        if (page > 1 && first >= all.size()) {
            return Optional.of(ChannelResponse.of(ApiResponse.missing()));
        }
        // What a page has is a matter of when it reached this instance; in which order is not, so that instances answer
        // the same.
        List<IndexedEvent> shown = all.stream()
                .skip(first)
                .limit(size)
                .sorted(Comparator.comparing(IndexedEvent::revised).reversed().thenComparing(IndexedEvent::id))
                .toList();
        boolean last = first + size >= all.size();
        return Optional.of(ChannelResponse.of(
                Channel.JSON_FEED.contentType(),
                feed(subject, shown, page, last, context).text()));
    }

    private static JsonObject feed(
            Subject subject, List<IndexedEvent> shown, int page, boolean last, ChannelContext context) {
        Messages messages = context.messages();
        Addresses addresses = context.addresses();
        String site = messages.text(Messages.SITE);
        String part = subject.part(messages);
        EventEntries entries = context.archive().entries();
        return new JsonObject()
                .with("version", "https://jsonfeed.org/version/1.1")
                .with("title", site + (part.isEmpty() ? "" : " – " + part))
                .with("home_page_url", addresses.here(subject.path() + ".html" + subject.query()))
                .with("feed_url", address(subject, page, addresses))
                .withKnown("next_url", last ? null : address(subject, page + 1, addresses))
                .with(
                        "authors",
                        List.of(new JsonObject().with("name", site).with("url", addresses.here("/events.html"))))
                .with("language", addresses.language())
                .with(
                        "items",
                        shown.stream()
                                .flatMap(event -> entries.entry(event).stream())
                                .map(entry -> item(AtomEntry.of(entry, addresses, messages.kinds())))
                                .toList());
    }

    private static String address(Subject subject, int page, Addresses addresses) {
        String filter = subject.query();
        return addresses.here(subject.path() + "." + Channel.JSON_FEED.ending() + filter
                + (page == 1 ? "" : (filter.isEmpty() ? "?" : "&") + PAGE + "=" + page));
    }

    /** What the other feed says of it. An item needs a text, so that its title stands in where there is none. */
    private static JsonObject item(AtomEntry entry) {
        JsonObject item = new JsonObject()
                .with("id", entry.id())
                .with("url", entry.address())
                .with("title", entry.title());
        if (entry.html() == null) {
            item.with("content_text", Objects.requireNonNullElse(entry.summary(), entry.title()));
        } else {
            item.with("content_html", entry.html()).withKnown("summary", entry.summary());
        }
        return item.with("date_published", entry.published().toString())
                .with("date_modified", entry.updated().toString())
                .with("language", entry.html() == null ? entry.language() : entry.htmlLanguage())
                .withKnown(
                        "tags",
                        entry.categories().stream()
                                .map(AtomEntry.Category::label)
                                .toList());
    }
}
