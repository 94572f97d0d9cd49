package org.efcevents.calendarfile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.SamePeople;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedPerson;
import org.efcevents.source.UnreadableSource;
import org.efcevents.source.WordAccount;

/**
 * Reads a calendar: an event for each event that it has and for each instance of what recurs. Tasks, journals and free time are none. The same file
 * is always read in the same way, on every machine and day.
 */
public final class CalendarReader {

    /** So many events are read in a few seconds, and nobody looks over more. */
    static final int MOST = 50_000;

    private static final int MOST_SERIES = 5000;

    private static final Pattern BEGINNING = Pattern.compile(
            "(?:.{0,2000}?[\\r\\n])?\\s{0,100}BEGIN:VCALENDAR.*+", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** What is about the entry in the calendar, or only for programs. */
    private static final Pattern FURNITURE = Pattern.compile(
            "DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE|TRANSP|PRIORITY|GEO|RELATED-TO|REQUEST-STATUS|CLASS|COLOR|REFID|LINK|CONCEPT"
                    + "|X-(?:APPLE|MICROSOFT|MS|MOZ|GOOGLE|EVOLUTION|LIC|CALENDARSERVER|ALT|NEXTCLOUD|OWNER|RADICALE|SYNTH|KDE|PROPS|YAHOO|ZIMBRA)-.*");

    private static final Pattern OF_CALENDAR = Pattern.compile(
            "VERSION|PRODID|CALSCALE|METHOD|NAME|SOURCE|UID|URL|COLOR|IMAGE|LAST-MODIFIED|REFRESH-INTERVAL|TIMEZONE-ID|X-.*");

    private static final Pattern OF_DATE = Pattern.compile("DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID");

    private static final String OWN = "-//efc-events//";

    private final ZoneId site;
    private final EventTexts texts;
    private final EventPlace place = new EventPlace(new Countries());

    /**
     * Readies it.
     *
     * @param site the time zone of times that have none
     * @param languages of the site, its first one first
     */
    public CalendarReader(ZoneId site, List<Locale> languages) {
        this.site = site;
        this.texts = new EventTexts(languages);
    }

    /** Whether a file is a calendar, by what it holds. */
    public static boolean isCalendar(byte[] file) {
        byte[] beginning = Arrays.copyOf(file, Math.min(file.length, 3000));
        boolean wide = file.length > 1
                && (file[0] == 0 || file[1] == 0 || (file[0] & 0xFE) == 0xFE && (file[1] & 0xFE) == 0xFE);
        String text = wide ? CalendarText.of(beginning) : new String(beginning, StandardCharsets.ISO_8859_1);
        return BEGINNING
                .matcher(text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text)
                .matches();
    }

    /**
     * Reads a calendar.
     *
     * @param file as it was saved
     * @throws UnreadableSource if it has more events than anybody looks over
     */
    public Source read(byte[] file) throws UnreadableSource {
        return new Reading(CalendarText.of(file)).read();
    }

    /**
     * A calendar as it is kept: without the e-mail addresses of who was invited, and without what is no text. What is read of it is the same.
     *
     * @param file as it was saved
     */
    public static byte[] kept(byte[] file) {
        return CalendarText.of(file).getBytes(StandardCharsets.UTF_8);
    }

    private static UnreadableSource tooLarge(int most) {
        return new UnreadableSource("efc.desk.import.calendar.large", List.of(most), null);
    }

    /** Of one file. */
    private final class Reading {

        private final String text;
        private final WordAccount account;
        private final List<StatedEvent> events = new ArrayList<>();
        private LocalDate horizon;

        Reading(String text) {
            this.text = text;
            this.account = new WordAccount(text);
        }

        Source read() throws UnreadableSource {
            List<CalendarComponent> calendars = Components.of(text).calendars();
            long count = calendars.stream()
                    .flatMap(calendar -> calendar.within().stream())
                    .filter(component -> component.name().equals("VEVENT"))
                    .count();
            long series = calendars.stream()
                    .flatMap(calendar -> calendar.within().stream())
                    .filter(component -> component.line("RRULE").isPresent())
                    .count();
            if (count > MOST || series > MOST_SERIES) {
                throw tooLarge(count > MOST ? MOST : MOST_SERIES);
            }
            horizon = horizon(calendars);
            Map<String, EventVersions> byUid = new LinkedHashMap<>();
            for (CalendarComponent calendar : calendars) {
                furniture(calendar);
                Zones zones = Zones.of(calendar, text, site);
                for (CalendarComponent component : calendar.within()) {
                    if (component.name().equals("VEVENT")) {
                        String uid = component.text("UID", text);
                        byUid.computeIfAbsent(
                                        uid.isEmpty() || uid.length() > 1000
                                                ? "\n" + component.words().from()
                                                : uid,
                                        EventVersions::new)
                                .add(new EventVersions.Version(component, calendar, zones), text);
                    }
                }
            }
            for (EventVersions versions : byUid.values()) {
                add(versions);
            }
            String title = calendars.stream()
                    .flatMap(calendar -> Stream.of("NAME", "X-WR-CALNAME").map(name -> calendar.text(name, text)))
                    .filter(name -> !name.isEmpty() && name.length() <= 300)
                    .findFirst()
                    .orElse("");
            return new Source(
                    title,
                    text,
                    events,
                    account.parts(),
                    SamePeople.namesThatMayBeOne(events.stream()
                            .flatMap(event -> Stream.ofNullable(event.people()).flatMap(List::stream))
                            .map(StatedPerson::name)));
        }

        /** A year after the calendar was written, or, if it does not say when, after its last event begins. */
        private LocalDate horizon(List<CalendarComponent> calendars) {
            List<CalendarComponent> all = calendars.stream()
                    .flatMap(calendar -> calendar.within().stream())
                    .toList();
            return last(all, "DTSTAMP", "LAST-MODIFIED", "CREATED")
                    .or(() -> last(all, "DTSTART"))
                    .orElse(LocalDate.of(2000, 1, 1))
                    .plusYears(1);
        }

        private Optional<LocalDate> last(List<CalendarComponent> all, String... properties) {
            return all.stream()
                    .filter(component -> component.name().equals("VEVENT"))
                    .flatMap(component -> Stream.of(properties).flatMap(component::lines))
                    .filter(line -> line.value().length() < 40)
                    .flatMap(line -> CalendarTime.of(line.value().in(text)).stream())
                    .map(time -> time.local().toLocalDate())
                    .filter(day -> day.getYear() < 2200)
                    .max(Comparator.naturalOrder());
        }

        private void furniture(CalendarComponent calendar) {
            ends(calendar, 0);
            calendar.lines().stream()
                    .filter(line -> OF_CALENDAR.matcher(line.name()).matches())
                    .forEach(line -> account.mark(line.words(), Use.FURNITURE, 0));
            for (CalendarComponent component : calendar.within()) {
                if (component.name().equals("VTIMEZONE") || component.name().equals("VFREEBUSY")) {
                    account.mark(component.words(), Use.FURNITURE, 0);
                }
            }
        }

        /** Its first and its last line. */
        private void ends(CalendarComponent component, int event) {
            int from = component.words().from();
            int to = component.words().to();
            account.mark(new Passage(from, Math.min(to, end(from))), Use.FURNITURE, event);
            if (component.ended()) {
                account.mark(new Passage(text.lastIndexOf('\n', to - 1) + 1, to), Use.FURNITURE, event);
            }
        }

        private int end(int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end;
        }

        private void add(EventVersions versions) throws UnreadableSource {
            for (EventVersions.Planned planned : versions.planned(text, horizon)) {
                if (planned.instances().isEmpty()) {
                    continue;
                }
                int position = events.size() + 1;
                EventFields fields = fields(planned, position);
                CalendarEvent event = CalendarEvent.of(fields, texts, place);
                lines(fields, planned);
                for (EventVersions.Instance instance : planned.instances()) {
                    if (events.size() >= MOST) {
                        throw tooLarge(MOST);
                    }
                    events.add(event.stated(events.size() + 1, instance, text, site));
                }
            }
        }

        private EventFields fields(EventVersions.Planned planned, int position) {
            CalendarComponent component = planned.version().component();
            boolean own = planned.version().calendar().text("PRODID", text).startsWith(OWN);
            account.mark(component.words(), Use.UNREAD, position);
            ends(component, position);
            for (CalendarComponent part : component.within()) {
                if (part.name().equals("VALARM")) {
                    account.mark(part.words(), Use.FURNITURE, position);
                }
            }
            for (CalendarLine line : component.lines()) {
                if (FURNITURE.matcher(line.name()).matches()) {
                    account.mark(line.words(), Use.FURNITURE, position);
                }
            }
            return new EventFields(text, component, own, account, position);
        }

        /** What says when it is, as far as it was understood. */
        private void lines(EventFields fields, EventVersions.Planned planned) {
            for (CalendarLine line : planned.version().component().lines()) {
                boolean recurrence = line.name().equals("RRULE");
                boolean read = planned.isDated() && (planned.understood() || !recurrence);
                if (read && OF_DATE.matcher(line.name()).matches()) {
                    fields.mark(line, Use.DATE);
                }
            }
        }
    }
}
