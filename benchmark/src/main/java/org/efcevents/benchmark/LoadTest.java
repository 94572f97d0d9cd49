package org.efcevents.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.efcevents.benchmark.Results.Measured;

/**
 * Many readers at once, each over a connection of its own, who ask at a fixed rate whether or not the server keeps up with it. A
 * time counts from when the request was due, so that waiting for an earlier one is not left out.
 */
final class LoadTest {

    /** A hundred requests. */
    private static final List<Page> MIX = Stream.of(
                    Collections.nCopies(25, Page.FIRST_PAGE),
                    Collections.nCopies(20, Page.EVENT),
                    Collections.nCopies(10, Page.YEAR),
                    Collections.nCopies(8, Page.WORK_PACKAGE_FILTER),
                    Collections.nCopies(5, Page.COMBINATION),
                    Collections.nCopies(5, Page.DEEP_PAGE),
                    Collections.nCopies(4, Page.WORD),
                    Collections.nCopies(8, Page.SPEAKER),
                    Collections.nCopies(3, Page.WORK_PACKAGE),
                    Collections.nCopies(4, Page.JSON),
                    Collections.nCopies(2, Page.JSON_CHANGES),
                    Collections.nCopies(5, Page.CALENDAR_UNCHANGED),
                    Collections.nCopies(1, Page.ATOM))
            .flatMap(List::stream)
            .toList();

    private final PreviewProcess preview;
    private final int events;
    private final int connections;
    private final int rate;
    private final AtomicInteger errors = new AtomicInteger();

    /**
     * @param events how many were generated in the archive that the server shows
     * @param connections how many readers there are
     * @param rate requests a second, of all readers together
     */
    LoadTest(PreviewProcess preview, int events, int connections, int rate) {
        this.preview = preview;
        this.events = events;
        this.connections = connections;
        this.rate = rate;
        // One for each thread: otherwise the JDK keeps five.
        System.setProperty("http.maxConnections", Integer.toString(connections));
    }

    /** How many requests were not answered, or with an error. */
    int errors() {
        return errors.get();
    }

    /** Asks for so many seconds. */
    Measured run(int seconds) throws IOException, InterruptedException, ExecutionException {
        double[] times = new double[rate * seconds];
        String etag = new Connection(preview.address()).etag(Page.CALENDAR_UNCHANGED.path(events));
        ExecutorService readers = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int reader = 0; reader < connections; reader++) {
            int first = reader;
            running.add(readers.submit(() -> {
                Connection connection = new Connection(preview.address());
                SplittableRandom random = new SplittableRandom(first);
                for (int i = first; i < times.length; i += connections) {
                    long due = start + i * 1_000_000_000L / rate;
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    Page page = MIX.get(random.nextInt(MIX.size()));
                    try {
                        connection.read(page.path(events), page.isConditional() ? etag : null);
                    } catch (IOException e) {
                        errors.incrementAndGet();
                        System.err.println(e.getMessage());
                    }
                    times[i] = (System.nanoTime() - due) / 1e6;
                }
                return null;
            }));
        }
        for (Future<?> reader : running) {
            reader.get();
        }
        readers.shutdown();
        return Measured.of(times);
    }
}
