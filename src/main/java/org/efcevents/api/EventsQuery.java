package org.efcevents.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Pagination;

/**
 * A query for events.
 *
 * @param filter the filter as on the archive page, on its first page
 * @param cursor where a walk through all events has come to; null for pages
 * @param page the number of the page, from 1
 * @param size the number of events per page, from 1 to {@link #MOST}
 * @param form how events are written
 * @param modifiedSince leaves out events that had reached their present state on this instance before then; null for
 *     all events
 * @param elsewhere what precedes the path in addresses of the requested language; null for that of the address itself
 */
record EventsQuery(
        ArchiveFilter filter,
        Cursor cursor,
        int page,
        int size,
        Sort sort,
        Form form,
        Instant modifiedSince,
        String elsewhere) {

    /** The maximum number of events per page. */
    static final int MOST = 100;

    private static final int USUAL = Pagination.DEFAULT_SIZE;

    private static final String PAGE = "page";
    private static final String SIZE = "size";
    private static final String SORT = "sort";
    private static final String MODIFIED_SINCE = "modifiedSince";

    private static final List<String> PARAMETERS = Stream.concat(
                    StrictQuery.FILTERS.stream(),
                    Stream.of(SORT, PAGE, Cursor.PARAMETER, SIZE, Form.EXPAND, Form.FIELDS, MODIFIED_SINCE))
            .toList();

    /** Either a valid query, or the response that refuses it. */
    record Parsed(Optional<EventsQuery> query, Optional<ApiResponse> refusal) {}

    /**
     * Parses and validates a query string.
     *
     * @param query without its question mark, still encoded
     * @param archive determines the valid values
     * @param addresses the languages of the site
     */
    static Parsed parse(String query, Archive archive, Addresses addresses) {
        StrictQuery asked = new StrictQuery(query, PARAMETERS);
        EventsQuery read = new EventsQuery(
                asked.filter(archive),
                cursor(asked),
                asked.number(PAGE, 1, Integer.MAX_VALUE, 1),
                asked.number(SIZE, 1, MOST, USUAL),
                sort(asked),
                Form.of(asked, List.of(Expansion.values()), EntryKind.EVENT),
                modifiedSince(asked),
                asked.elsewhere(addresses, List.of(Form.EACH)).orElse(null));
        Optional<ApiResponse> refusal = asked.refusal();
        return new Parsed(refusal.isEmpty() ? Optional.of(read) : Optional.empty(), refusal);
    }

    /** This query on another page. */
    EventsQuery onPage(int other) {
        return new EventsQuery(filter, null, other, size, sort, form, modifiedSince, elsewhere);
    }

    /** This query after an event. */
    EventsQuery after(UUID event) {
        return new EventsQuery(filter, new Cursor(event), 1, size, sort, form, modifiedSince, elsewhere);
    }

    /** The query string including its question mark, without the language and default values. */
    String text() {
        List<String> pairs = new ArrayList<>();
        String filters = filter.query();
        if (!filters.isEmpty()) {
            pairs.add(filters.substring(1));
        }
        if (sort != Sort.PAGE) {
            pairs.add(SORT + "=" + sort.parameter());
        }
        if (size != USUAL) {
            pairs.add(SIZE + "=" + size);
        }
        pairs.addAll(form.pairs());
        if (modifiedSince != null) {
            pairs.add(MODIFIED_SINCE + "=" + URLEncoder.encode(modifiedSince.toString(), StandardCharsets.UTF_8));
        }
        if (cursor != null) {
            pairs.add(Cursor.PARAMETER + "=" + cursor.text());
        }
        if (page > 1) {
            pairs.add(PAGE + "=" + page);
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static Sort sort(StrictQuery asked) {
        String name = asked.oneOf(
                SORT, () -> Arrays.stream(Sort.values()).map(Sort::parameter).toList());
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.parameter().equals(name))
                .findFirst()
                .orElse(Sort.PAGE);
    }

    private static Cursor cursor(StrictQuery asked) {
        if (!asked.has(Cursor.PARAMETER)) {
            return null;
        }
        for (String other : List.of(PAGE, SORT)) {
            if (!asked.value(other).isEmpty()) {
                asked.wrong(
                        other,
                        asked.value(other),
                        "With a cursor there are no pages, and the order is one that no change of an event changes.",
                        List.of());
            }
        }
        Optional<Cursor> cursor = Cursor.parse(asked.value(Cursor.PARAMETER));
        if (cursor.isEmpty()) {
            asked.wrong(
                    Cursor.PARAMETER,
                    asked.value(Cursor.PARAMETER),
                    "Give none to begin, and then what the last answer gives as next.",
                    List.of());
        }
        return cursor.orElse(null);
    }

    private static Instant modifiedSince(StrictQuery asked) {
        String value = asked.value(MODIFIED_SINCE);
        if (value.isEmpty()) {
            return null;
        }
        try {
            // The plus sign of an offset stands for a blank in an address, and is often left as it is.
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            asked.wrong(
                    MODIFIED_SINCE,
                    value,
                    "Give a day such as 2014-03-24, which begins at midnight UTC, or a moment such as"
                            + " 2014-03-24T09:30:00Z (RFC 3339).",
                    List.of());
            return null;
        }
    }
}
