package org.efcevents.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcpreview.Preview;

/** A preview server in a process of its own with 512 MB of heap. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Events +(http://[^/]+/)");
    private static final Pattern LIVE = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it answers. */
    static ServerProcess start(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        jdk("java"),
                        "-Xmx512m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Preview.class.getName(),
                        "--port=0",
                        "--home=" + home,
                        "--module=" + GeneratedArchive.MODULE,
                        "--light=" + GeneratedArchive.LIGHT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new ServerProcess(process, URI.create(address.group(1)));
            }
        }
        throw new IOException("The preview server did not start");
    }

    /** The path of a command of the JDK that runs this. */
    static String jdk(String command) {
        return Path.of(System.getProperty("java.home"), "bin", command).toString();
    }

    URI address() {
        return address;
    }

    /** How much of its heap is in use after a full garbage collection. */
    double liveMegabytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(jdk("jcmd"), Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = LIVE.matcher(text);
        if (histogram.waitFor() != 0 || !total.find()) {
            throw new IOException("jcmd does not tell how much of the heap is in use: " + text);
        }
        return Long.parseLong(total.group(1)) / 1048576.0;
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
