package org.efcpreview.web;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcpreview.Preview;

/** The real server in a process of its own, with the module's own files; it can be killed at any moment. */
final class PreviewProcess {
    private static final Pattern ADDRESS = Pattern.compile("Events +(http://[^/]+/)");

    private final Process process;
    private final Path log;

    private PreviewProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it, and does not wait until it answers.
     *
     * @param log where it says what goes wrong; what is there already stays
     */
    static PreviewProcess start(Path home, Path log) throws IOException {
        return start(List.of(), home, log);
    }

    /** Starts it by another program, such as one that changes what it may do. */
    static PreviewProcess start(List<String> starter, Path home, Path log) throws IOException {
        List<String> line = new ArrayList<>(starter);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(),
                Preview.class.getName(),
                "--port=0",
                "--home=" + home,
                "--module=target/classes",
                "--light=light-modules"));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // Whatever becomes of the test, it does not outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new PreviewProcess(process, log);
    }

    /** What the server has when Maven runs it, which is not what tests have; as the build has written it down. */
    static String classPath() throws IOException {
        Path target = Path.of("preview/server/target");
        return target.resolve("classes") + File.pathSeparator + Files.readString(target.resolve("run-class-path.txt"));
    }

    /** Waits until it answers. @throws AssertionError with its log, if it ends before */
    URI address() throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group(1));
            }
        }
        throw new AssertionError("The server did not start:\n" + Files.readString(log));
    }

    /** The number by which the operating system knows it. */
    long id() {
        return process.pid();
    }

    /** {@return the exit code, once it has ended by itself} */
    int ended() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it in the middle of whatever it does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
