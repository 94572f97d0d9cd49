package org.efcevents.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.benchmark.Results.Measured;
import org.efcpreview.web.PreviewServer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.WarmupMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures with one archive, in a process of its own. All that is measured shares the process's preview server, as all requests to
 * a real server do: if each page had one of its own, it would be measured cold, and take hours.
 */
public final class Measurements {

    private static final int ROUNDS = 3;

    private static URI address;
    private static int events;

    private Measurements() {}

    /** The address of the preview server of this process. */
    static URI address() {
        return address;
    }

    /** How many events were generated in it. */
    static int events() {
        return events;
    }

    /**
     * Adds to a file of results.
     *
     * @param arguments the home of a preview server, the number of events in it, the file, how many milliseconds a round
     *     takes, and a regular expression of what is measured
     */
    public static void main(String[] arguments) throws Exception {
        try (PreviewServer server = PreviewServer.start(GeneratedArchive.options(Path.of(arguments[0])))) {
            address = server.address();
            events = Integer.parseInt(arguments[1]);
            Results results = Results.in(Path.of(arguments[2]));
            Pattern wanted = Pattern.compile(arguments[4]);
            pages(results, wanted, TimeValue.milliseconds(Long.parseLong(arguments[3])));
            for (Edit edit : Edit.values()) {
                if (wanted.matcher(edit.name()).matches()) {
                    results.put(edit.name(), events, edit.measure(server));
                }
            }
        }
    }

    @SuppressWarnings("rawtypes") // JMH's own
    private static void pages(Results results, Pattern wanted, TimeValue round) throws RunnerException, IOException {
        String[] pages = Stream.of(Page.values())
                .map(Page::name)
                .filter(wanted.asMatchPredicate())
                .toArray(String[]::new);
        if (pages.length == 0) {
            return;
        }
        OptionsBuilder options = new OptionsBuilder();
        options.include(Pages.class.getName() + "\\.")
                .param("page", pages)
                .forks(0)
                // The first of them is to find the process as warm as the last does.
                .warmupMode(WarmupMode.BULK_INDI)
                .warmupIterations(1)
                .warmupTime(round)
                .measurementIterations(ROUNDS)
                .measurementTime(round)
                .timeout(TimeValue.minutes(30))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class);
        for (RunResult result : new Runner(options.build()).run()) {
            Statistics times = result.getPrimaryResult().getStatistics();
            Map<String, Result> more = result.getSecondaryResults();
            results.put(
                    result.getParams().getParam("page"),
                    events,
                    new Measured(
                            times.getPercentile(50),
                            times.getPercentile(99),
                            more.get(ProcessorTime.NAME).getScore(),
                            more.get("gc.alloc.rate.norm").getScore() / 1024));
        }
    }
}
