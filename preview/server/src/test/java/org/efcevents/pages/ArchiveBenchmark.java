package org.efcevents.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Measures how long pages take in a preview server whose public archive has 2,000 events more than the samples. Run by hand:
 * {@code mvn -f preview test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.efcevents.pages.ArchiveBenchmark}.
 */
public final class ArchiveBenchmark {

    private static final List<String> ADDRESSES = List.of(
            "/events.html",
            "/events.html?q=asenius",
            "/events.html?year=2013&kind=training&q=reseaux",
            "/fr/events.html?page=12",
            "/fr/events.html?q=asenius",
            "/events/generated-7.html",
            "/work-packages/group-1.html",
            "/speakers/speaker-1.html",
            "/events.ics",
            "/events.atom",
            "/events.json",
            "/events.json?size=100&expand=speakers,workPackages",
            "/events.json?modifiedSince=2000-01-01&sort=changed",
            "/events/generated-7.json",
            "/sitemap.xml");

    private static final int ROUNDS = 60;

    private ArchiveBenchmark() {}

    /**
     * Prints the first time, the median, what a page costs the processor once it is warm, and its size.
     *
     * @param arguments a directory for the content, which is kept there; none: a temporary one
     */
    public static void main(String[] arguments) throws Exception {
        Path home = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("efc-benchmark");
        try (Site site =
                Files.isDirectory(home.resolve("public")) ? Site.again(home) : Site.withManyEvents(home, 2000)) {
            System.out.printf("%-50s %10s %10s %10s %10s%n", "page", "first ms", "median ms", "cpu ms", "bytes");
            for (String address : ADDRESSES) {
                measure(site.address().resolve(address));
            }
        }
    }

    private static void measure(URI address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        double[] times = new double[ROUNDS];
        int bytes = 0;
        long cpu = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Of the first times much is spent on compiling.
            cpu = round == ROUNDS / 3 ? cpuTime() : cpu;
            long start = System.nanoTime();
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            times[round] = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answers " + answer.statusCode());
            }
            bytes = answer.body().length;
        }
        long busy = (cpuTime() - cpu) / (ROUNDS - ROUNDS / 3);
        double first = times[0];
        Arrays.sort(times);
        String asked = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        System.out.printf("%-50s %10.0f %10.0f %10d %10d%n", asked, first, times[ROUNDS / 2], busy, bytes);
    }

    /** What this process has spent so far, in milliseconds: tells more than the clock where others use the machine too. */
    private static long cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }
}
