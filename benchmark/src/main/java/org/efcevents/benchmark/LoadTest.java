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

    /** How many readers, and how many requests a second they make together. */
    static final int CONNECTIONS = 50, RATE = 200;

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

    private final ServerProcess preview;
    private final int events;
    private final AtomicInteger errors = new AtomicInteger();

    /**
     * @param events how many were generated in the archive that the server shows
     */
    LoadTest(ServerProcess preview, int events) {
        this.preview = preview;
        this.events = events;
    }

    /** How many requests were not answered, or with an error. */
    int errors() {
        return errors.get();
    }

    /** Asks for so many seconds. */
    Measured run(int seconds) throws IOException, InterruptedException, ExecutionException {
        double[] times = new double[RATE * seconds];
        String etag = new Visitor(preview.address()).etag(Page.CALENDAR_UNCHANGED.path(events));
        ExecutorService readers = Executors.newFixedThreadPool(CONNECTIONS);
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int reader = 0; reader < CONNECTIONS; reader++) {
            int first = reader;
            running.add(readers.submit(() -> {
                Visitor visitor = new Visitor(preview.address());
                SplittableRandom random = new SplittableRandom(first);
                for (int i = first; i < times.length; i += CONNECTIONS) {
                    long due = start + i * 1_000_000_000L / RATE;
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    Page page = MIX.get(random.nextInt(MIX.size()));
                    try {
                        visitor.read(page.path(events), page.isConditional() ? etag : null);
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
