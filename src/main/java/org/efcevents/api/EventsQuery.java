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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.address.QueryString;
import org.efcevents.archive.Archive;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.Pagination;
import org.efcevents.search.SearchTerms;
import org.efcevents.workpackage.WorkPackage;

/**
 * A query for events. Unlike the archive page, which ignores unknown parameters, it rejects them: nobody would notice
 * if a filter in a program had no effect.
 *
 * @param filter the filter as on the archive page, on its first page
 * @param page the number of the page, from 1
 * @param size the number of events per page, from 1 to {@link #MOST}
 * @param expand what to include in full
 * @param modifiedSince leaves out events that had reached their present state on this instance before then; null for
 *     all events
 * @param language ISO 639 code of the requested language; null for that of the address
 */
record EventsQuery(
        ArchiveFilter filter,
        int page,
        int size,
        Sort sort,
        Set<Expansion> expand,
        Instant modifiedSince,
        String language) {

    /** The maximum number of events per page. */
    static final int MOST = 100;

    private static final int USUAL = Pagination.DEFAULT_SIZE;

    private static final String WORDS = "q";
    private static final String PAGE = "page";
    private static final String SIZE = "size";
    private static final String SORT = "sort";
    private static final String EXPAND = "expand";
    private static final String MODIFIED_SINCE = "modifiedSince";
    private static final String LANGUAGE = "lang";

    private static final List<String> PARAMETERS = Stream.concat(
                    Arrays.stream(Facet.values()).map(Facet::parameter),
                    Stream.of(WORDS, SORT, PAGE, SIZE, EXPAND, MODIFIED_SINCE, LANGUAGE))
            .toList();

    /** Makes a defensive copy of the set. */
    EventsQuery {
        expand = Collections.unmodifiableSet(
                expand.isEmpty() ? EnumSet.noneOf(Expansion.class) : EnumSet.copyOf(expand));
    }

    /** Either a valid query or a list of errors. */
    record Parsed(Optional<EventsQuery> query, List<ParameterError> errors) {}

    /**
     * Parses and validates a query string.
     *
     * @param archive determines the valid values
     * @param languages the language codes of the site
     */
    static Parsed parse(QueryString asked, Archive archive, Set<String> languages) {
        List<ParameterError> errors = new ArrayList<>();
        asked.malformed()
                .forEach(part -> errors.add(new ParameterError(
                        part,
                        null,
                        "This part of the address is encoded wrongly (percent-encoding, UTF-8).",
                        List.of())));
        asked.parameters().forEach((name, values) -> {
            if (!PARAMETERS.contains(name)) {
                errors.add(new ParameterError(name, null, "There is no such parameter.", PARAMETERS));
            } else if (values.size() > 1) {
                errors.add(new ParameterError(name, String.join(", ", values), "Give this parameter once.", List.of()));
            }
        });
        Reader reader = new Reader(asked.parameters(), errors);
        ArchiveFilter filter = reader.filter(archive);
        EventsQuery query = new EventsQuery(
                filter,
                reader.number(PAGE, 1, Integer.MAX_VALUE, 1),
                reader.number(SIZE, 1, MOST, USUAL),
                reader.sort(),
                reader.expansions(),
                reader.modifiedSince(),
                reader.oneOf(LANGUAGE, () -> languages.stream().sorted().toList()));
        return errors.isEmpty()
                ? new Parsed(Optional.of(query), List.of())
                : new Parsed(Optional.empty(), List.copyOf(errors));
    }

    /** This query on another page. */
    EventsQuery onPage(int other) {
        return new EventsQuery(filter, other, size, sort, expand, modifiedSince, language);
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

    /** Reads parameters one by one and collects errors. Blank values are ignored. */
    private record Reader(Map<String, List<String>> parameters, List<ParameterError> errors) {

        private String value(String name) {
            return parameters.getOrDefault(name, List.of("")).get(0).strip();
        }

        private void wrong(String name, String detail, List<String> allowed) {
            errors.add(new ParameterError(name, value(name), detail, allowed));
        }

        ArchiveFilter filter(Archive archive) {
            String year = value(Facet.YEAR.parameter());
            if (!year.isEmpty() && !year.equals(Facet.UNDATED) && !year.matches("[0-9]{4}")) {
                wrong(Facet.YEAR.parameter(), "Give a year of four digits, or undated.", List.of());
            }
            oneOf(
                    Facet.WORK_PACKAGE.parameter(),
                    () -> archive.workPackages().stream().map(WorkPackage::slug).toList());
            oneOf(Facet.KIND.parameter(), archive::kinds);
            oneOf(Facet.PLACE.parameter(), () -> archive.values(Facet.PLACE));
            oneOf(Facet.SESSION.parameter(), () -> List.of(Facet.OPEN, Facet.CLOSED));
            String words = value(WORDS);
            if (words.length() > SearchTerms.LONGEST) {
                wrong(WORDS, "Give at most " + SearchTerms.LONGEST + " characters.", List.of());
            }
            return ArchiveFilter.of(parameters).onPage(1);
        }

        /** The value; null if there is none or it is not one of these. */
        String oneOf(String name, Supplier<List<String>> values) {
            String value = value(name);
            if (value.isEmpty()) {
                return null;
            }
            List<String> allowed = values.get();
            if (!allowed.contains(value)) {
                wrong(name, "There is no such value.", allowed);
                return null;
            }
            return value;
        }

        int number(String name, int least, int most, int usual) {
            String value = value(name);
            if (value.isEmpty()) {
                return usual;
            }
            // Nine digits are an int for certain.
            if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                wrong(
                        name,
                        most == Integer.MAX_VALUE
                                ? "Give a whole number from " + least + "."
                                : "Give a whole number from " + least + " to " + most + ".",
                        List.of());
                return usual;
            }
            return Integer.parseInt(value);
        }

        Sort sort() {
            String name = oneOf(
                    SORT,
                    () -> Arrays.stream(Sort.values()).map(Sort::parameter).toList());
            return Arrays.stream(Sort.values())
                    .filter(sort -> sort.parameter().equals(name))
                    .findFirst()
                    .orElse(Sort.PAGE);
        }

        Set<Expansion> expansions() {
            Set<Expansion> chosen = EnumSet.noneOf(Expansion.class);
            String value = value(EXPAND);
            for (String name : value.isEmpty() ? new String[0] : value.split(",", -1)) {
                Optional<Expansion> found = Arrays.stream(Expansion.values())
                        .filter(expansion -> expansion.parameter().equals(name.strip()))
                        .findFirst();
                if (found.isEmpty()) {
                    wrong(
                            EXPAND,
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

        Instant modifiedSince() {
            String value = value(MODIFIED_SINCE);
            if (value.isEmpty()) {
                return null;
            }
            try {
                // The plus sign of an offset stands for a blank in an address, and is often left as it is.
                return value.length() == 10
                        ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                wrong(
                        MODIFIED_SINCE,
                        "Give a day such as 2014-03-24, which begins at midnight UTC, or a moment such as"
                                + " 2014-03-24T09:30:00Z (RFC 3339).",
                        List.of());
                return null;
            }
        }
    }
}
