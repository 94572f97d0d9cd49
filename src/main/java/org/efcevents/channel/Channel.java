package org.efcevents.channel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.efcevents.address.PageKind;
import org.efcevents.calendar.CalendarEntry;

/**
 * The channels in which the archive is read, each by an ending of the address. What a page offers to feed readers, what it offers
 * to visitors, what crawlers are kept from, and which endings a page answers follow from this list.
 */
public enum Channel {
    /** What visitors read; templates print it. */
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

    /** What was added and changed (RFC 4287). */
    ATOM(
            "atom",
            "application/atom+xml",
            EnumSet.of(PageKind.ARCHIVE, PageKind.SPEAKER, PageKind.WORK_PACKAGE),
            "efc.feeds.atom.of",
            "efc.feeds.atom",
            subject -> !subject.followed().isEmpty(),
            new AtomChannel()),

    /** What programs read (RFC 8259). */
    JSON(
            "json",
            "application/json",
            EnumSet.complementOf(EnumSet.of(PageKind.PAGE)),
            "efc.feeds.json.of",
            null,
            subject -> true,
            new JsonChannel()),

    /** What spreadsheets read (RFC 4180). */
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

        /** The text of a subject; empty where the channel has nothing to say of it. */
        Optional<Document> write(Subject subject, ChannelContext context);
    }

    private final String ending;
    private final String mediaType;
    private final Set<PageKind> pages;
    private final String name;
    private final String offer;
    private final Predicate<Subject> worthReading;
    private final Writer writer;

    /**
     * @param ending of the address
     * @param mediaType of what is sent
     * @param pages the kinds of page that have it
     * @param name the key of the message that names it to programs, with the subject's name as its argument; null where none is
     * @param offer the key of the message that offers it to visitors who want to follow the subject; null where none does
     * @param worthReading whether it has something to say of a subject
     * @param writer null for what templates print
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
                .orElseGet(() ->
                        subject.followed().stream().anyMatch(event -> CalendarEntry.hasCalendarDate(event.date())));
    }

    /** The channel of an ending that a kind of page has; empty where it has none of that ending. */
    public static Optional<Channel> of(String ending, PageKind page) {
        return of(page).stream()
                .filter(channel -> channel.ending.equals(ending))
                .findFirst();
    }

    /** The channels that a kind of page has. */
    public static List<Channel> of(PageKind page) {
        return Arrays.stream(values())
                .filter(channel -> channel.pages.contains(page))
                .toList();
    }

    /** What the address ends with, after its last dot. */
    public String ending() {
        return ending;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The key of the message that names the channel of a subject; null where the subject's own page is meant. */
    public String messageOfName() {
        return name;
    }

    /** The key of the message that offers visitors to follow a subject in it; null where it is for programs. */
    public String messageOfOffer() {
        return offer;
    }

    /** Whether a subject has it, and it has something to say of the subject. */
    public boolean offers(Subject subject) {
        return pages.contains(subject.kind()) && worthReading.test(subject);
    }

    /**
     * Writes a subject.
     *
     * @return empty where there is nothing to say of it, and for {@link #PAGE}, which templates print
     */
    public Optional<Document> write(Subject subject, ChannelContext context) {
        return writer == null ? Optional.empty() : writer.write(subject, context);
    }

    /** {@link #mediaType()} of a text in UTF-8, as the header {@code Content-Type} names it. */
    String contentType() {
        return mediaType + ";charset=UTF-8";
    }
}
