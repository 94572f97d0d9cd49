package org.efcevents.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventEntry;
import org.efcevents.event.EventStatus;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.event.Particulars;
import org.efcevents.event.Programme;
import org.efcevents.event.ProgrammeItem;
import org.efcevents.event.Registration;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * An event in a calendar: a {@code VEVENT} (RFC 5545, 3.6.1).
 *
 * @param uid the node's identifier, which is the same on every instance and never changes (and contains no host: RFC
 *     7986, 5.3)
 * @param created when the entry was added to the archive; null if the reader may not know
 * @param revised when it was last modified, which is the same on every instance; used instead of the time of the request
 *     so that an unmodified event gives the same bytes
 * @param date its date, for which {@link #hasCalendarDate} must be true
 * @param siteZone the time zone of dates that have none of their own
 * @param language BCP 47 tag of the language of the texts
 * @param title its title
 * @param description plain text, or null
 * @param place where it takes place, in words; or null
 * @param contact whom to ask, in words: the contact, else the organiser; or null. There is no {@code ORGANIZER}, which needs an
 *     address that calendars answer to
 * @param address the absolute address of its page
 * @param onlineAddress where to take part online; or null
 * @param status whether it takes place as announced
 * @param categories the label of its kind, its topics and the labels of its work packages
 * @param files its pictures and documents
 */
public record CalendarEntry(
        String uid,
        Instant created,
        Instant revised,
        EventDate date,
        ZoneId siteZone,
        String language,
        String title,
        String description,
        String place,
        String contact,
        String address,
        String onlineAddress,
        OpenEnum<EventStatus> status,
        List<String> categories,
        List<File> files) {

    /**
     * A picture or a document that the reader may download.
     *
     * @param address its absolute address
     * @param mediaType null if unknown
     */
    public record File(String address, String mediaType, boolean picture) {}

    /**
     * What precedes things in a description.
     *
     * @param organiser such as "Organiser:"
     * @param registration such as "Registration:"
     * @param deadline such as "Registration until {0}:"
     * @param programme what stands above the programme
     * @param programmeDay what a day of it is called whose date is not known, such as "Day {0}"
     * @param kinds of items of programmes
     */
    public record Words(
            String organiser,
            String registration,
            String deadline,
            String programme,
            String programmeDay,
            Map<String, String> kinds) {

        /** A line for each item below one for its day: its times, what it is, and who takes part. */
        private String programme(Programme all, String language) {
            if (all.items().isEmpty()) {
                return null;
            }
            List<String> lines = new ArrayList<>(List.of(programme));
            for (Programme.Day day : all.days()) {
                if (day.day() != null) {
                    lines.add(day.day().inWords(Locale.forLanguageTag(language), programmeDay));
                }
                day.items().stream()
                        .map(this::line)
                        .filter(line -> !line.isEmpty())
                        .forEach(lines::add);
            }
            return lines.size() == 1 ? null : String.join("\n", lines);
        }

        private String line(ProgrammeItem item) {
            String kind = item.isOfToldKind()
                    ? kinds.getOrDefault(item.kind().word(), item.kind().word())
                    : null;
            String what = item.title() == null || kind == null
                    ? Objects.toString(item.title(), Objects.toString(kind, ""))
                    : item.title() + " (" + kind + ")";
            String people = Participation.people(item.people()).stream()
                    .map(Speaker::fullName)
                    .collect(Collectors.joining(", "));
            return Stream.of((item.times() + " " + what).strip(), people)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" – "));
        }

        private String registration(Registration registration, String language) {
            if (registration == null) {
                return null;
            }
            EventDate day = registration.date();
            String before = day == null
                    ? registration()
                    : deadline.replace("{0}", day.inWords(Locale.forLanguageTag(language)));
            return before + " " + registration.address();
        }
    }

    private static final int LAST_YEAR = 9999;
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59Z");

    /** An entry of whole days, or with nights in it, would otherwise show the reader as busy all the time. */
    private static final ContentLine FREE = ContentLine.plain("TRANSP", "TRANSPARENT");

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    /** What increases with every modification is counted from here: what was modified before has been for years. */
    private static final Instant FIRST_SEQUENCE = Instant.parse("2010-01-01T00:00:00Z");

    /** RFC 6838, 4.2. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}");

    /** Makes defensive copies of the lists. */
    public CalendarEntry {
        categories = List.copyOf(categories);
        files = List.copyOf(files);
    }

    /**
     * Whether a calendar can represent a date: only if the day is certain. For a month, a year, a day without a year or about
     * a day, one would have to make up a day.
     */
    public static boolean hasCalendarDate(EventDate date) {
        return date.isOnACertainDay();
    }

    /**
     * Describes an event in a language. For the other parameters see the components.
     *
     * @param kind the label of its kind; empty for none
     * @param words what precedes things in the description
     */
    public static CalendarEntry of(
            EventEntry event,
            String language,
            ZoneId siteZone,
            String address,
            String kind,
            Words words,
            List<File> files) {
        EventSummary summary = event.summary();
        String place = summary.place().inWords(language);
        String about = event.text() == null ? summary.teaser() : event.text().text(address);
        String organiser = event.hosting().organiser();
        Particulars particulars = event.particulars();
        return new CalendarEntry(
                summary.id(),
                summary.isListedOnly() || event.created().equals(Instant.EPOCH) ? null : event.created(),
                event.revised(),
                summary.date(),
                siteZone,
                language,
                summary.title(),
                Stream.of(
                                summary.statusText(),
                                about,
                                words.programme(event.programme(), language),
                                words.registration(particulars.registration(), language),
                                organiser == null ? null : words.organiser() + " " + organiser)
                        .filter(Objects::nonNull)
                        .reduce((text, next) -> text + "\n\n" + next)
                        .orElse(null),
                place.isEmpty() ? null : place,
                particulars.contact() == null ? organiser : particulars.contact(),
                address,
                event.hosting().onlineAddress(),
                summary.status(),
                Stream.of(
                                Stream.of(kind).filter(label -> !label.isEmpty()),
                                particulars.topics().stream(),
                                summary.workPackages().stream().map(WorkPackage::label))
                        .flatMap(labels -> labels)
                        .toList(),
                files);
    }

    /**
     * What increases with every modification (RFC 5545, 3.8.7.4) and never falls, also when other readers are told of the event
     * by another node. Limited to the range of iCalendar integers (RFC 5545, 3.3.8), which is 68 years.
     */
    private long sequence() {
        return Math.max(
                0,
                Math.min(
                        Integer.MAX_VALUE,
                        Duration.between(FIRST_SEQUENCE, revised).toSeconds()));
    }

    /** The entry as part of an {@link EventCalendar}; every line ends with CR LF. */
    public String text() {
        List<ContentLine> lines = new ArrayList<>();
        String stamp = moment(revised);
        lines.add(ContentLine.plain("BEGIN", "VEVENT"));
        lines.add(ContentLine.text("UID", uid));
        // Without a METHOD it says when the event was last revised (RFC 5545, 3.8.7.2).
        lines.add(ContentLine.plain("DTSTAMP", stamp));
        if (created != null) {
            lines.add(ContentLine.plain("CREATED", moment(created)));
        }
        lines.add(ContentLine.plain("LAST-MODIFIED", stamp));
        lines.add(ContentLine.plain("SEQUENCE", Long.toString(sequence())));
        when(lines);
        lines.add(ContentLine.text("SUMMARY;LANGUAGE=" + language, title));
        if (description != null) {
            lines.add(ContentLine.text("DESCRIPTION;LANGUAGE=" + language, description));
        }
        if (place != null) {
            lines.add(ContentLine.text("LOCATION;LANGUAGE=" + language, place));
        }
        if (contact != null) {
            lines.add(ContentLine.text("CONTACT", contact));
        }
        ContentLine.uri("URL", address).ifPresent(lines::add);
        if (onlineAddress != null) {
            // RFC 7986, 5.11
            ContentLine.uri("CONFERENCE;VALUE=URI", onlineAddress).ifPresent(lines::add);
        }
        if (!categories.isEmpty()) {
            lines.add(ContentLine.texts("CATEGORIES", categories));
        }
        files.forEach(file -> line(file).ifPresent(lines::add));
        lines.add(ContentLine.plain("STATUS", statusValue()));
        lines.add(ContentLine.plain("END", "VEVENT"));
        return ContentLine.folded(lines);
    }

    /** RFC 7986, 5.10, and RFC 5545, 3.8.1.1. */
    private static Optional<ContentLine> line(File file) {
        String type =
                file.mediaType() != null && MEDIA_TYPE.matcher(file.mediaType()).matches()
                        ? ";FMTTYPE=" + file.mediaType()
                        : "";
        return ContentLine.uri((file.picture() ? "IMAGE;VALUE=URI" : "ATTACH") + type, file.address());
    }

    /** RFC 5545, 3.8.1.11. */
    private String statusValue() {
        if (status.is(EventStatus.CANCELLED)) {
            return "CANCELLED";
        }
        return status.is(EventStatus.POSTPONED) ? "TENTATIVE" : "CONFIRMED";
    }

    private void when(List<ContentLine> lines) {
        LocalDate first = date.earliest().orElseThrow();
        LocalDate last = date.latest().orElseThrow();
        Optional<Instant> begin = date.begins(siteZone).map(OffsetDateTime::toInstant);
        Optional<Instant> end = date.ends(siteZone).map(OffsetDateTime::toInstant);
        Optional<Instant> over = date.closes(siteZone).filter(moment -> !moment.isAfter(LAST_MOMENT));
        if (begin.isPresent() && (end.isPresent() || first.equals(last))) {
            lines.add(ContentLine.plain("DTSTART", moment(begin.get())));
            end.ifPresent(moment -> lines.add(ContentLine.plain("DTEND", moment(moment))));
        } else if (begin.isPresent() && over.isPresent()) {
            // The end is to be of the type of the beginning and is exclusive (RFC 5545, 3.8.2.2): the beginning of the
            // day after
            // says that it goes on into the last day and no more, as DTEND;VALUE=DATE would.
            lines.add(ContentLine.plain("DTSTART", moment(begin.get())));
            lines.add(ContentLine.plain("DTEND", moment(over.get())));
            lines.add(FREE);
        } else {
            lines.add(ContentLine.plain("DTSTART;VALUE=DATE", DAY.format(first)));
            lines.add(end(first, last));
            lines.add(FREE);
        }
    }

    /** The end, which is exclusive (RFC 5545, 3.6.1). The day after 9999-12-31 cannot be written, hence the duration. */
    private static ContentLine end(LocalDate first, LocalDate last) {
        LocalDate end = last.plusDays(1);
        return end.getYear() > LAST_YEAR
                ? ContentLine.plain("DURATION", "P" + ChronoUnit.DAYS.between(first, end) + "D")
                : ContentLine.plain("DTEND;VALUE=DATE", DAY.format(end));
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
    }
}
