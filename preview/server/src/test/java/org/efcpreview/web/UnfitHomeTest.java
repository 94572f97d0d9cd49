package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server on a home that it cannot use: it says so in one line that names the home, ends, and leaves it as it is. */
@Tag("server")
class UnfitHomeTest {
    /** Mounts a folder on itself so that nobody can write in it, and runs the rest of the line. */
    private static final String READ_ONLY =
            "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"";

    @TempDir
    Path directory;

    private Path home;
    private Path log;

    @BeforeEach
    void install() throws Exception {
        home = directory.resolve("home");
        log = directory.resolve("log");
        InstalledHome.at(home);
    }

    private Map<String, Integer> content() throws IOException {
        Map<String, Integer> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(home.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    private void isRefused(PreviewProcess server, Map<String, Integer> before, String... words) throws Exception {
        assertThat(server.ended()).isEqualTo(1);
        assertThat(Files.readAllLines(log))
                .singleElement()
                .asString()
                .contains(home.toString())
                .contains(words);
        Map<String, Integer> after = content();
        after.keySet().retainAll(before.keySet());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void one_that_is_read_only() throws Exception {
        List<String> starter = List.of("unshare", "--map-root-user", "--mount", "sh", "-c", READ_ONLY, home.toString());
        assumeTrue(worksHere(starter), "needs unshare of util-linux, and leave to use it");

        isRefused(PreviewProcess.start(starter, home, log), content(), "Cannot write", "Read-only file system");
    }

    private static boolean worksHere(List<String> starter) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(starter.stream(), Stream.of("true"))
                                    .toList())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void one_of_a_newer_version() throws Exception {
        try (RandomAccessFile database = new RandomAccessFile(
                home.resolve("author/database/content.mv.db").toFile(), "rw")) {
            for (long block : List.of(0L, 4096L)) {
                byte[] header = new byte[4096];
                database.seek(block);
                database.readFully(header);
                String text = new String(header, StandardCharsets.ISO_8859_1).replaceFirst("(?s),fletcher:.*", "");
                assertThat(text).contains(",format:3,");
                String newer = text.replace(",format:3,", ",format:9,");
                byte[] written = newer.getBytes(StandardCharsets.ISO_8859_1);
                int sum = org.h2.mvstore.DataUtils.getFletcher32(written, 0, written.length);
                database.seek(block);
                database.write("%s,fletcher:%x\n".formatted(newer, sum).getBytes(StandardCharsets.ISO_8859_1));
            }
        }

        isRefused(
                PreviewProcess.start(home, log),
                content(),
                "author/database/content.mv.db was written by a newer version of the preview",
                "Start it with that version, put it back from a backup, or name another home with --home");
    }
}
