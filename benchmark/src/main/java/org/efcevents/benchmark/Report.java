package org.efcevents.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.benchmark.Results.Measured;

/** The results as tables of a Markdown document, ratios first. */
final class Report {

    /** Names of results that are neither a {@link Page}'s nor an {@link Edit}'s. */
    static final String START = "START", LOAD = "LOAD", ERRORS = "ERRORS", HEAP_BEFORE = "HEAP_BEFORE", HEAP = "HEAP";

    private static final String BEGIN = "<!-- benchmark: written by the benchmark, with --document -->\n";
    private static final String END = "<!-- end of benchmark -->";

    private final Results results;

    Report(Results results) {
        this.results = results;
    }

    /**
     * Writes it into a document, in place of an earlier one.
     *
     * @throws IOException if it cannot be written, or has not the two marks
     */
    void writeInto(Path document) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN), end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(document + " has no lines " + BEGIN.strip() + " and " + END + " to write between");
        }
        Files.writeString(document, text.substring(0, begin + BEGIN.length()) + markdown() + text.substring(end));
    }

    /** All tables. */
    String markdown() {
        return machine() + comparison() + bars() + growth();
    }

    private static String machine() {
        com.sun.management.OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return "\nMeasured on %s, %s, with %d cores (%s), %,d MB of memory and Java %s.\n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        System.getProperty("os.name"),
                        system.getAvailableProcessors(),
                        System.getProperty("os.arch"),
                        system.getTotalMemorySize() >> 20,
                        System.getProperty("java.version"));
    }

    private String comparison() {
        return "\n### Side by side\n\n| | events | times as fast as | |\n|---|---:|---|---:|\n"
                + Stream.of(Page.NAIVE, Page.QUERY, Page.LIMIT)
                        .map(other -> faster(Page.FIRST_PAGE, other))
                        .collect(Collectors.joining())
                + faster(Page.JSON, Page.DELIVERY_NEWEST);
    }

    private String faster(Page page, Page other) {
        return results.sizes().stream()
                .flatMap(events -> results.ratio(other.name(), events, page.name(), events).stream()
                        .map(ratio -> "| %s | %,d | %s | %s |\n"
                                .formatted(page.label(), events, other.label(), number(ratio))))
                .collect(Collectors.joining());
    }

    private String bars() {
        String grown = ": 100,000 against 1,000";
        return "\n### Bars\n\n| | bar | measured | met |\n|---|---:|---:|---|\n"
                + bar(
                        "First page, times as fast as the naive one, 10,000",
                        ratio(Page.NAIVE, Page.FIRST_PAGE),
                        100,
                        true)
                + bar("First page against the limit, 10,000", ratio(Page.FIRST_PAGE, Page.LIMIT), 3, false)
                + bar(
                        "JSON, times as fast as the delivery endpoint, 10,000",
                        ratio(Page.DELIVERY_NEWEST, Page.JSON),
                        100,
                        true)
                + Stream.of(Page.FIRST_PAGE, Page.YEAR, Page.WORK_PACKAGE_FILTER, Page.JSON)
                        .map(page -> bar(page.label() + grown, growth(page.name()), 2, false))
                        .collect(Collectors.joining())
                + Stream.of(Page.DEEP_PAGE, Page.COMBINATION, Page.WORD, Page.COMMON_WORD)
                        .map(page -> bar(page.label() + grown, growth(page.name()), 5, false))
                        .collect(Collectors.joining())
                + bar("A rare word, ms, 100,000", results.median(Page.WORD.name(), 100_000), 100, false)
                + bar("Calendar, whole, ms, 10,000", results.median(Page.CALENDAR.name(), 10_000), 2000, false)
                + bar(
                        "Calendar, not changed, ms, 10,000",
                        results.median(Page.CALENDAR_UNCHANGED.name(), 10_000),
                        10,
                        false)
                + bar("Start with the samples, ms", results.median(START, 0), 5000, false)
                + bar("Start, ms, 10,000", results.median(START, 10_000), 8000, false)
                + bar(
                        "A save, 10,000 against 100",
                        results.ratio(Edit.SAVE.name(), 10_000, Edit.SAVE.name(), 100),
                        1.5,
                        false)
                + results.of(LOAD).keySet().stream().map(this::load).collect(Collectors.joining());
    }

    private Optional<Double> ratio(Page page, Page other) {
        return results.ratio(page.name(), 10_000, other.name(), 10_000);
    }

    private Optional<Double> growth(String name) {
        return results.ratio(name, 100_000, name, 1000);
    }

    private String load(int seconds) {
        String during = "Load of " + seconds + " s: ";
        return bar(during + "errors", results.median(ERRORS, seconds), 0, false)
                + bar(
                        during + "ms of 99 in 100 answers",
                        Optional.of(results.of(LOAD).get(seconds).p99()),
                        250,
                        false)
                + bar(
                        during + "MB of heap in use at the end, against the beginning",
                        results.ratio(HEAP, seconds, HEAP_BEFORE, seconds),
                        1.1,
                        false);
    }

    private static String bar(String what, Optional<Double> value, double bound, boolean atLeast) {
        return "| %s | %s %s | %s | %s |\n"
                .formatted(
                        what,
                        atLeast ? "≥" : "≤",
                        number(bound),
                        value.map(Report::number).orElse("not measured"),
                        value.map(measured -> (atLeast ? measured >= bound : measured <= bound) ? "yes" : "**no**")
                                .orElse(""));
    }

    private String growth() {
        TreeSet<Integer> sizes = results.sizes();
        sizes.removeIf(events -> results.median(Page.FIRST_PAGE.name(), events).isEmpty());
        return "\n### How it grows\n\nMilliseconds: the median / what 99 of 100 took at most; at 10,000 also those of processors, and KB allocated.\n\n| events |"
                + sizes.stream().map(" %,d |"::formatted).collect(Collectors.joining())
                + " 100,000 : 1,000 | processor, 10,000 | KB, 10,000 |\n|---|" + "---:|".repeat(sizes.size() + 3) + "\n"
                + Stream.of(Page.values())
                        .map(page -> line(page.label(), page.name(), sizes))
                        .collect(Collectors.joining())
                + Stream.of(Edit.values())
                        .map(edit -> line(edit.label(), edit.name(), sizes))
                        .collect(Collectors.joining())
                + line("Start, until the first page", START, sizes);
    }

    private String line(String label, String name, TreeSet<Integer> sizes) {
        Measured middle = results.of(name).get(10_000);
        return "| " + label + " |"
                + sizes.stream()
                        .map(events -> cell(results.of(name).get(events)))
                        .collect(Collectors.joining())
                + growth(name).map(Report::number).map(" %s |"::formatted).orElse(" |")
                + (middle == null || middle.kilobytes() == 0
                        ? " | |\n"
                        : " " + number(middle.busy()) + " | " + number(middle.kilobytes()) + " |\n");
    }

    private static String cell(Measured measured) {
        return measured == null ? " |" : " " + number(measured.median()) + " / " + number(measured.p99()) + " |";
    }

    /** Three digits that count. */
    private static String number(double value) {
        boolean whole = value >= 100 || value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
