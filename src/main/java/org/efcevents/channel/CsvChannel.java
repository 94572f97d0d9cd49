package org.efcevents.channel;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.archive.EventEntries;
import org.efcevents.date.EventDate;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.event.Particulars;
import org.efcevents.event.Registration;
import org.efcevents.speaker.Speaker;
import org.efcevents.spreadsheet.Formulas;
import org.efcevents.workpackage.WorkPackage;

/**
 * Writes events as a table for spreadsheets, one per row (RFC 4180, in UTF-8 with a byte order mark, without which
 * Excel assumes another encoding). Columns have the same names as in JSON.
 */
public final class CsvChannel implements Channel.Writer {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /** Separates several values in one cell. */
    private static final String BETWEEN = "; ";

    /** The names of the columns. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "date",
            "earliest",
            "latest",
            "timeZone",
            "dateInWords",
            "phase",
            "status",
            "kind",
            "kindLabel",
            "closed",
            "attendance",
            "venue",
            "city",
            "country",
            "organiser",
            "host",
            "workPackages",
            "speakers",
            "participantCount",
            "inLanguage",
            "topics",
            "registration",
            "registrationDeadline",
            "contact",
            "recording",
            "teaser",
            "url");

    @Override
    public Optional<ChannelResponse> write(Subject subject, ChannelContext context) {
        Map<String, String> kinds = context.messages().kinds();
        EventEntries entries = context.archive().entries();
        EventsDocument table = new EventsDocument(
                entries,
                BYTE_ORDER_MARK + line(COLUMNS),
                subject.followed(),
                event -> entries.event(event)
                        .map(whole -> line(row(whole, context.addresses(), kinds)))
                        .orElse(""),
                "");
        String name = subject.path().substring(subject.path().lastIndexOf('/') + 1) + ".csv";
        return Optional.of(ChannelResponse.of(
                        Channel.CSV.contentType(),
                        table.representation(List.of(Channel.CSV, context.addresses(), kinds)))
                .asFile(name));
    }

    /** Rows of cells, of which the first names the columns, to save under a name. */
    public static ChannelResponse table(String fileName, List<List<String>> rows) {
        return ChannelResponse.of(Channel.CSV.contentType(), text(rows)).asFile(fileName);
    }

    /** The text of a table. */
    public static String text(List<List<String>> rows) {
        return rows.stream().map(CsvChannel::line).collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private static String line(List<String> row) {
        return row.stream().map(CsvChannel::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static List<String> row(Event event, Addresses addresses, Map<String, String> kinds) {
        EventSummary summary = event.summary();
        EventDate date = summary.date();
        Particulars particulars = event.details().particulars();
        Registration registration = particulars.registration();
        Locale locale = Locale.forLanguageTag(addresses.language());
        return Stream.of(
                        summary.id(),
                        summary.title(),
                        date.edtf().orElse(null),
                        date.earliest().orElse(null),
                        date.latest().orElse(null),
                        date.zone().map(ZoneId::getId).orElse(null),
                        date.inWords(locale),
                        event.phase().name().toLowerCase(Locale.ROOT),
                        summary.status(),
                        summary.kind(),
                        summary.kind() == null ? null : kinds.get(summary.kind().word()),
                        summary.isListedOnly() ? null : summary.closed(),
                        summary.attendance(),
                        summary.place().venue(),
                        summary.place().city(),
                        summary.place().country(),
                        event.details().hosting().organiser(),
                        event.details().hosting().host(),
                        joined(summary.workPackages().stream().map(WorkPackage::code)),
                        joined(event.details().participations().stream()
                                .map(Participation::speaker)
                                .filter(Objects::nonNull)
                                .map(Speaker::fullName)
                                .distinct()),
                        particulars.participants(),
                        joined(particulars.languages().stream()),
                        joined(particulars.topics().stream()),
                        registration == null ? null : registration.address(),
                        registration == null ? null : registration.deadline(),
                        particulars.contact(),
                        particulars.recording(),
                        summary.teaser(),
                        addresses.event(summary.slug(), event.publication().languages()))
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining(BETWEEN));
    }

    /** Quotes a value if necessary. An apostrophe turns what would be a formula into text. */
    private static String cell(String value) {
        String text = Formulas.guarded(value);
        return text.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
