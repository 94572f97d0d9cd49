package org.efcevents.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.efcevents.benchmark.Results.Measured;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the module with archives of different sizes, and writes what was measured into a document. */
@Command(
        name = "benchmark",
        header = "Measures pages, channels and edits with generated archives.",
        synopsisHeading = "%n  mvn -q -f preview -Pbenchmark -Dbenchmark.args=\"OPTIONS\"%n",
        customSynopsis = "",
        sortOptions = false)
public final class Benchmark implements Callable<Integer> {

    /** Keeps all that was read of the largest archive, with room to spare: what is measured is not the garbage collector. */
    private static final String HEAP = "-Xmx2g";

    private static final int STARTS = 3, WARM_UP_SECONDS = 20, LOAD_EVENTS = 10_000;

    /** A part of the benchmark. */
    enum Part {
        PAGES,
        STARTS,
        LOAD
    }

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            defaultValue = "PAGES,STARTS,LOAD",
            description = "what is measured: ${COMPLETION-CANDIDATES} (default: all of it)")
    private Set<Part> parts;

    @Option(
            names = "--events",
            split = ",",
            paramLabel = "N",
            defaultValue = "100,1000,10000,100000",
            description = "how many events the archives have (default ${DEFAULT-VALUE})")
    private List<Integer> sizes;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "which pages, such as FIRST_PAGE|LIMIT; also SAVE, PUBLISH, IMPORT (default: all)")
    private String only;

    @Option(
            names = "--milliseconds",
            paramLabel = "MS",
            defaultValue = "1000",
            description = "how long a round takes; there are two to warm up, and three (default ${DEFAULT-VALUE})")
    private long milliseconds;

    @Option(
            names = "--load-seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "how long the load lasts (default ${DEFAULT-VALUE}; 600 shows whether memory is flat)")
    private int loadSeconds;

    @Option(
            names = "--target",
            paramLabel = "DIR",
            defaultValue = "benchmark/target",
            description = "where archives and results are kept for the next run (default ${DEFAULT-VALUE})")
    private Path target;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "write the results into this document, between its two marks: docs/performance.md")
    private Path document;

    @Option(names = "--help", usageHelp = true, description = "print this and stop")
    private boolean help;

    private Results results;

    /** Measures. Exit codes: 0 when all has been measured, 1 when something failed, 2 when the command line is wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        // The JDK keeps five connections open otherwise.
        System.setProperty("http.maxConnections", Integer.toString(LoadTest.CONNECTIONS));
        Files.createDirectories(target);
        LimitTemplate.write(GeneratedArchive.MODULE);
        results = Results.in(file());
        if (parts.contains(Part.STARTS)) {
            start(0);
        }
        for (int events : sizes) {
            if (parts.contains(Part.STARTS)) {
                start(events);
            }
            if (parts.contains(Part.PAGES)) {
                measure(events);
            }
        }
        if (parts.contains(Part.LOAD)) {
            load();
        }
        Report report = new Report(results);
        System.out.println(report.markdown());
        if (document != null) {
            report.writeInto(document);
        }
        return 0;
    }

    private void start(int events) throws Exception {
        Path home = copy(events);
        double[] times = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (ServerProcess preview = ServerProcess.start(home)) {
                new Visitor(preview.address()).read(Page.FIRST_PAGE.path(events), null);
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        results.put(Report.START, events, Measured.of(times));
    }

    private void measure(int events) throws Exception {
        Process process = new ProcessBuilder(
                        ServerProcess.jdk("java"),
                        HEAP,
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Measurements.class.getName(),
                        copy(events).toString(),
                        Integer.toString(events),
                        file().toString(),
                        Long.toString(milliseconds),
                        only)
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The measurement with " + events + " events failed");
        }
        results = Results.in(file());
    }

    private void load() throws Exception {
        try (ServerProcess preview = ServerProcess.start(copy(LOAD_EVENTS))) {
            new LoadTest(preview, LOAD_EVENTS).run(WARM_UP_SECONDS);
            results.put(Report.HEAP_BEFORE, loadSeconds, Measured.of(new double[] {preview.liveMegabytes()}));
            LoadTest test = new LoadTest(preview, LOAD_EVENTS);
            results.put(Report.LOAD, loadSeconds, test.run(loadSeconds));
            results.put(Report.ERRORS, loadSeconds, Measured.of(new double[] {test.errors()}));
            results.put(Report.HEAP, loadSeconds, Measured.of(new double[] {preview.liveMegabytes()}));
        }
    }

    /** An archive that may be changed. */
    private Path copy(int events) throws Exception {
        Path copy = target.resolve("changed");
        GeneratedArchive.copy(GeneratedArchive.in(target.resolve("archives"), events), copy);
        return copy;
    }

    private Path file() {
        return target.resolve("results.json");
    }
}
