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
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Pagination;

/**
 * A query for events.
 *
 * @param filter the filter as on the archive page, on its first page
 * @param page the number of the page, from 1
 * @param size the number of events per page, from 1 to {@link #MOST}
 * @param expand what to include in full
 * @param modifiedSince leaves out events that had reached their present state on this instance before then; null for
 *     all events
 * @param elsewhere what precedes the path in addresses of the requested language; null for that of the address itself
 */
record EventsQuery(
        ArchiveFilter filter,
        int page,
        int size,
        Sort sort,
        Set<Expansion> expand,
        Instant modifiedSince,
        String elsewhere) {

    /** The maximum number of events per page. */
    static final int MOST = 100;

    private static final int USUAL = Pagination.DEFAULT_SIZE;

    private static final String PAGE = "page";
    private static final String SIZE = "size";
    private static final String SORT = "sort";
    private static final String EXPAND = "expand";
    private static final String MODIFIED_SINCE = "modifiedSince";

    private static final List<String> PARAMETERS = Stream.concat(
                    StrictQuery.FILTERS.stream(), Stream.of(SORT, PAGE, SIZE, EXPAND, MODIFIED_SINCE))
            .toList();

    /** Makes a defensive copy of the set. */
    EventsQuery {
        expand = Collections.unmodifiableSet(
                expand.isEmpty() ? EnumSet.noneOf(Expansion.class) : EnumSet.copyOf(expand));
    }

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
                asked.number(PAGE, 1, Integer.MAX_VALUE, 1),
                asked.number(SIZE, 1, MOST, USUAL),
                sort(asked),
                expansions(asked),
                modifiedSince(asked),
                asked.elsewhere(addresses).orElse(null));
        Optional<ApiResponse> refusal = asked.refusal();
        return new Parsed(refusal.isEmpty() ? Optional.of(read) : Optional.empty(), refusal);
    }

    /** This query on another page. */
    EventsQuery onPage(int other) {
        return new EventsQuery(filter, other, size, sort, expand, modifiedSince, elsewhere);
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
        if (!expand.isEmpty()) {
            pairs.add(EXPAND + "=" + expand.stream().map(Expansion::parameter).collect(Collectors.joining(",")));
        }
        if (modifiedSince != null) {
            pairs.add(MODIFIED_SINCE + "=" + URLEncoder.encode(modifiedSince.toString(), StandardCharsets.UTF_8));
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

    private static Set<Expansion> expansions(StrictQuery asked) {
        Set<Expansion> chosen = EnumSet.noneOf(Expansion.class);
        String value = asked.value(EXPAND);
        for (String name : value.isEmpty() ? new String[0] : value.split(",", -1)) {
            Optional<Expansion> found = Arrays.stream(Expansion.values())
                    .filter(expansion -> expansion.parameter().equals(name.strip()))
                    .findFirst();
            if (found.isEmpty()) {
                asked.wrong(
                        EXPAND,
                        value,
                        "Give one or more of these, with commas between them.",
                        Arrays.stream(Expansion.values())
                                .map(Expansion::parameter)
                                .toList());
                break;
            }
            chosen.add(found.get());
        }
        return chosen;
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
