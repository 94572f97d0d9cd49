package org.efcevents.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.address.QueryString;
import org.efcevents.archive.Archive;
import org.efcevents.archive.FormerAddresses;
import org.efcevents.date.Phase;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.AskedDate;
import org.efcevents.filter.Facet;
import org.efcevents.filter.Period;
import org.efcevents.search.SearchTerms;
import org.efcevents.workpackage.WorkPackage;

/**
 * The query string of an address that programs read. Unlike pages, which ignore unknown parameters, it rejects whatever it does
 * not understand: nobody would notice if a filter in a program had no effect. Its methods read parameters one by one and collect
 * what is wrong. Blank values are ignored.
 */
public final class StrictQuery {

    /** The parameter of a language, which every address understands. */
    public static final String LANGUAGE = "lang";

    /** The parameters of filters, in the order of addresses. */
    public static final List<String> FILTERS = Stream.concat(
                    Arrays.stream(Facet.values()).map(Facet::parameter),
                    Stream.of(ArchiveFilter.FROM, ArchiveFilter.TO, ArchiveFilter.SPEAKER, ArchiveFilter.WORDS))
            .toList();

    private static final Set<String> REPEATABLE = Stream.concat(
                    Arrays.stream(Facet.values()).map(Facet::parameter), Stream.of(ArchiveFilter.SPEAKER))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, List<String>> parameters;
    private final List<ParameterError> errors = new ArrayList<>();

    /**
     * @param query the query string without its question mark, still encoded
     * @param known the parameters of the address besides {@link #LANGUAGE}
     */
    public StrictQuery(String query, Collection<String> known) {
        QueryString asked = QueryString.parse(query);
        List<String> all = Stream.concat(known.stream(), Stream.of(LANGUAGE)).toList();
        asked.malformed()
                .forEach(part -> errors.add(new ParameterError(
                        part,
                        null,
                        "This part of the address is encoded wrongly (percent-encoding, UTF-8).",
                        List.of())));
        Map<String, List<String>> filled = new LinkedHashMap<>();
        asked.parameters().forEach((name, values) -> {
            if (!all.contains(name)) {
                errors.add(new ParameterError(name, null, "There is no such parameter.", all));
            } else if (values.size() > 1 && !REPEATABLE.contains(name)) {
                errors.add(new ParameterError(name, String.join(", ", values), "Give this parameter once.", List.of()));
            }
            filled.put(
                    name,
                    values.stream()
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .toList());
        });
        this.parameters = filled;
    }

    /** Whether a parameter is in the address, with or without a value. */
    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The first value of a parameter; empty if there is none. */
    public String value(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** Notes what is wrong with a value; {@code allowed} is empty if the right ones cannot be listed. */
    public void wrong(String name, String value, String detail, List<String> allowed) {
        errors.add(new ParameterError(name, value, detail, allowed));
    }

    /** A problem document that names all that is wrong; empty if nothing is. */
    public Optional<ApiResponse> refusal() {
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(ApiResponse.problem(
                        400,
                        "The address cannot be understood",
                        errors.stream()
                                .map(error -> error.parameter() + ": " + error.detail())
                                .collect(Collectors.joining(" ")),
                        errors));
    }

    /** The value; null if there is none or it is not one of these. */
    public String oneOf(String name, Supplier<List<String>> values) {
        String value = value(name);
        return value.isEmpty() || !isOneOf(name, value, values) ? null : value;
    }

    /** Notes which values of a parameter are none of these. */
    public void allOf(String name, Supplier<List<String>> values) {
        allOf(name, parameters.getOrDefault(name, List.of()), values);
    }

    private void allOf(String name, List<String> given, Supplier<List<String>> values) {
        if (!given.isEmpty()) {
            List<String> allowed = values.get();
            given.forEach(value -> isOneOf(name, value, () -> allowed));
        }
    }

    private boolean isOneOf(String name, String value, Supplier<List<String>> values) {
        List<String> allowed = values.get();
        if (!allowed.contains(value)) {
            wrong(name, value, "There is no such value.", allowed);
            return false;
        }
        return true;
    }

    /** A whole number; {@code usual} if there is none or it is not one from {@code least} to {@code most}. */
    public int number(String name, int least, int most, int usual) {
        String value = value(name);
        if (value.isEmpty()) {
            return usual;
        }
        // Nine digits are an int for certain.
        if (!value.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            wrong(
                    name,
                    value,
                    most == Integer.MAX_VALUE
                            ? "Give a whole number from " + least + "."
                            : "Give a whole number from " + least + " to " + most + ".",
                    List.of());
            return usual;
        }
        return Integer.parseInt(value);
    }

    /**
     * What precedes the path in addresses of the language that is asked for ({@link Addresses#own}); empty if none is asked for,
     * or that of the address itself.
     */
    public Optional<String> elsewhere(Addresses addresses) {
        return elsewhere(addresses, List.of());
    }

    /** Same as {@link #elsewhere(Addresses)}, with values in place of a language that lead nowhere else. */
    Optional<String> elsewhere(Addresses addresses, List<String> more) {
        String language = oneOf(LANGUAGE, () -> Stream.concat(
                        addresses.byLanguage().isEmpty()
                                ? Stream.of(addresses.language())
                                : addresses.byLanguage().keySet().stream().sorted(),
                        more.stream())
                .toList());
        return Optional.ofNullable(language)
                .filter(other -> !other.equals(addresses.language()))
                .map(addresses.byLanguage()::get);
    }

    /** The filter on its first page, with present slugs in place of former ones: see {@link FormerAddresses#resolved}. */
    public ArchiveFilter filter(Archive archive) {
        ArchiveFilter filter =
                archive.formerAddresses().resolved(ArchiveFilter.of(parameters)).onPage(1);
        years(filter.choices(Facet.YEAR), archive);
        filter.choices().forEach((facet, values) -> {
            if (facet != Facet.YEAR) {
                allOf(facet.parameter(), values, () -> allowed(facet, archive));
            }
        });
        period(filter.period());
        filter.speakers().stream()
                .filter(slug -> archive.speaker(slug) == null)
                .forEach(slug -> wrong(
                        ArchiveFilter.SPEAKER, slug, "There is no such speaker; /speakers.json has all.", List.of()));
        if (value(ArchiveFilter.WORDS).length() > SearchTerms.LONGEST) {
            wrong(
                    ArchiveFilter.WORDS,
                    value(ArchiveFilter.WORDS),
                    "Give at most " + SearchTerms.LONGEST + " characters.",
                    List.of());
        }
        return filter;
    }

    private static List<String> allowed(Facet facet, Archive archive) {
        return switch (facet) {
            case WORK_PACKAGE -> archive.workPackages().stream()
                    .map(WorkPackage::slug)
                    .toList();
            case KIND -> archive.kinds();
            case SESSION -> List.of(Facet.OPEN, Facet.CLOSED);
            case PHASE -> Phase.words();
            case YEAR, PLACE -> archive.values(facet);
        };
    }

    private void years(List<String> chosen, Archive archive) {
        if (chosen.isEmpty() || chosen.equals(List.of(Facet.UNDATED))) {
            return;
        }
        List<String> there = archive.values(Facet.YEAR);
        List<String> years = there.stream()
                .filter(year -> !year.equals(Facet.UNDATED))
                .sorted()
                .toList();
        for (String year : chosen) {
            if (!year.equals(Facet.UNDATED) && !year.matches("[0-9]{4}")) {
                wrong(Facet.YEAR.parameter(), year, "Give a year of four digits, or undated.", List.of());
            } else if (!year.equals(Facet.UNDATED)
                    && (years.isEmpty()
                            || year.compareTo(years.get(0)) < 0
                            || year.compareTo(years.get(years.size() - 1)) > 0)) {
                wrong(Facet.YEAR.parameter(), year, "The archive does not reach to that year.", there);
            }
        }
    }

    /** Notes what is wrong with a period. */
    public void period(Period period) {
        date(ArchiveFilter.FROM, period.from());
        date(ArchiveFilter.TO, period.to());
        if (period.isReversed()) {
            wrong(
                    ArchiveFilter.TO,
                    period.to().typed(),
                    "This is before " + ArchiveFilter.FROM + ", "
                            + period.from().typed() + ".",
                    List.of());
        }
    }

    private void date(String name, AskedDate date) {
        if (date.isWrong()) {
            wrong(
                    name,
                    date.typed(),
                    "Give a day, a month or a year from 0001 to 9999, such as 2014-03-24, 2014-03 or 2014.",
                    List.of());
        }
    }

    /**
     * What the address is answered with instead of what was asked for, once everything has been read: a refusal, or a redirect to
     * the language that is asked for.
     *
     * @param path the address after its language and without its query string, such as {@code /speakers.json}
     * @return empty if there is nothing to object to
     */
    public Optional<ApiResponse> objection(Addresses addresses, String path) {
        return objection(addresses, path, List.of());
    }

    /** Same as {@link #objection(Addresses, String)}, with values in place of a language that lead nowhere else. */
    Optional<ApiResponse> objection(Addresses addresses, String path, List<String> more) {
        Optional<String> elsewhere = elsewhere(addresses, more);
        return refusal().or(() -> elsewhere.map(base -> ApiResponse.elsewhere(base + path + withoutLanguage())));
    }

    private String withoutLanguage() {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(LANGUAGE))
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .reduce((some, more) -> some + "&" + more)
                .map(all -> "?" + all)
                .orElse("");
    }
}
