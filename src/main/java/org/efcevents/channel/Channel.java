package org.efcevents.channel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.efcevents.address.PageKind;
import org.efcevents.api.StrictQuery;
import org.efcevents.calendar.CalendarEntry;

/**
 * The channels through which the archive is read, each with its own extension in addresses. Which extensions a page
 * has, what it offers to feed readers and visitors, and what crawlers are kept from all follow from this list.
 */
public enum Channel {
    /** Pages for visitors, printed by templates. */
    PAGE("html", "text/html", EnumSet.allOf(PageKind.class), null, null, subject -> true, null),

    /** Calendars (RFC 5545). */
    CALENDAR(
            "ics",
            "text/calendar",
            EnumSet.of(PageKind.ARCHIVE, PageKind.EVENT, PageKind.SPEAKER, PageKind.WORK_PACKAGE),
            "efc.feeds.ics.of",
            "efc.feeds.ics",
            Channel::hasCalendarDate,
            new CalendarChannel()),

    /** Feeds of additions and modifications (RFC 4287). */
    ATOM(
            "atom",
            "application/atom+xml",
            EnumSet.of(PageKind.ARCHIVE, PageKind.SPEAKER, PageKind.WORK_PACKAGE),
            "efc.feeds.atom.of",
            "efc.feeds.atom",
            subject -> !subject.followed().isEmpty(),
            new AtomChannel()),

    /** The same in JSON (jsonfeed.org, version 1.1). */
    JSON_FEED(
            "jsonfeed",
            "application/feed+json",
            EnumSet.of(PageKind.ARCHIVE, PageKind.SPEAKER, PageKind.WORK_PACKAGE),
            "efc.feeds.atom.of",
            null,
            subject -> !subject.followed().isEmpty(),
            new JsonFeedChannel()),

    /** JSON for programs (RFC 8259). */
    JSON(
            "json",
            "application/json",
            EnumSet.complementOf(EnumSet.of(PageKind.PAGE)),
            "efc.feeds.json.of",
            null,
            subject -> true,
            new JsonChannel()),

    /** Tables for spreadsheets (RFC 4180). */
    CSV(
            "csv",
            "text/csv",
            EnumSet.of(PageKind.ARCHIVE, PageKind.SPEAKER, PageKind.WORK_PACKAGE),
            "efc.feeds.csv.of",
            "efc.feeds.csv",
            subject -> !subject.followed().isEmpty(),
            new CsvChannel());

    /** Writes a channel. */
    interface Writer {

        /** Writes a subject; empty if the channel has nothing to say about it. */
        Optional<ChannelResponse> write(Subject subject, ChannelContext context);

        /** The parameters that addresses of the channel have for a kind of page, besides filters and the language. */
        default List<String> parameters(PageKind page) {
            return List.of();
        }

        /** Notes what is wrong with the values of {@link #parameters}. */
        default void check(StrictQuery query) {}
    }

    private final String ending;
    private final String mediaType;
    private final Set<PageKind> pages;
    private final String name;
    private final String offer;
    private final Predicate<Subject> worthReading;
    private final Writer writer;

    /**
     * @param ending the extension of the address
     * @param mediaType the media type, without parameters
     * @param pages the kinds of page that have this channel
     * @param name the message key of its name in {@code <link>} elements, with the name of the subject as argument;
     *     null for none
     * @param offer the message key of its link for visitors who want to subscribe; null for none
     * @param worthReading tells whether it has anything to say about a subject
     * @param writer null for pages, which templates print
     */
    Channel(
            String ending,
            String mediaType,
            Set<PageKind> pages,
            String name,
            String offer,
            Predicate<Subject> worthReading,
            Writer writer) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.pages = pages;
        this.name = name;
        this.offer = offer;
        this.worthReading = worthReading;
        this.writer = writer;
    }

    private static boolean hasCalendarDate(Subject subject) {
        return subject.event()
                .map(event -> CalendarEntry.hasCalendarDate(event.summary().date()))
                .orElseGet(() -> subject.followed().onACertainDay() > 0);
    }

    /** The channel with this extension for a kind of page; empty if there is none. */
    public static Optional<Channel> of(String ending, PageKind page) {
        return of(page).stream()
                .filter(channel -> channel.ending.equals(ending))
                .findFirst();
    }

    /** The channels of a kind of page. */
    public static List<Channel> of(PageKind page) {
        return Arrays.stream(values())
                .filter(channel -> channel.pages.contains(page))
                .toList();
    }

    /** The channel for programs with this extension, whatever it is asked about; empty if there is none. */
    public static Optional<Channel> forPrograms(String ending) {
        return Arrays.stream(values())
                .filter(channel -> channel != PAGE && channel.ending.equals(ending))
                .findFirst();
    }

    /** The extension of addresses. */
    public String ending() {
        return ending;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The message key of its name in {@code <link>} elements; null for the page itself. */
    public String messageOfName() {
        return name;
    }

    /** The message key of its link for visitors who want to subscribe; null for channels that are for programs only. */
    public String messageOfOffer() {
        return offer;
    }

    /** Whether a subject has this channel and there is anything to say about it. */
    public boolean offers(Subject subject) {
        return pages.contains(subject.kind()) && worthReading.test(subject);
    }

    /**
     * Writes a subject.
     *
     * @return empty if there is nothing to say about it, and for {@link #PAGE}, which templates print
     */
    public Optional<ChannelResponse> write(Subject subject, ChannelContext context) {
        return writer == null ? Optional.empty() : writer.write(subject, context);
    }

    /**
     * What a request is answered with instead of what it asks for, because its query string is not understood or asks for another
     * language; empty if there is nothing to object to. JSON sees to that itself.
     */
    public Optional<ChannelResponse> objection(Subject subject, ChannelContext context) {
        if (writer == null || this == JSON) {
            return Optional.empty();
        }
        boolean filtered = subject.kind() == PageKind.ARCHIVE;
        List<String> own = writer.parameters(subject.kind());
        StrictQuery query = new StrictQuery(
                context.query(),
                filtered
                        ? Stream.concat(StrictQuery.FILTERS.stream(), own.stream())
                                .toList()
                        : own);
        if (filtered) {
            query.filter(context.archive());
        }
        writer.check(query);
        return query.objection(context.addresses(), subject.path() + "." + ending)
                .map(ChannelResponse::of);
    }

    /** The value of the header {@code Content-Type}: {@link #mediaType()} in UTF-8. */
    String contentType() {
        return mediaType + ";charset=UTF-8";
    }
}
