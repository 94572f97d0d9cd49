package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server answers as a Magnolia CE 6.2.45 did with the same module. */
@Tag("server")
class RecordedAnswersTest {
    private static final Set<String> HEADERS = Set.of("content-type", "location", "x-a", "content-disposition");

    @TempDir
    static Path directory;

    private static PreviewServer server;

    @BeforeAll
    static void start() throws StartException {
        server = Fixture.in(directory).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    record Recorded(String path, int status, List<String> headers, String body) {
        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Recorded> recorded() throws IOException {
        try (InputStream file = RecordedAnswersTest.class.getResourceAsStream("recorded-6.2.45.txt")) {
            // The fingerprint of an image is in the time of the server, which was UTC.
            String here = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss")
                    .withZone(ZoneId.systemDefault())
                    .format(Instant.parse("2026-11-23T08:00:00Z"));
            String[] blocks = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("2026-11-23-08-00-00", here)
                    .split("(?m)^>>> ");
            return Arrays.stream(blocks).skip(1).map(block -> {
                String[] parts = block.split("\n\n", 2);
                List<String> head = List.of(parts[0].split("\n"));
                return new Recorded(
                        head.get(0),
                        Integer.parseInt(head.get(1)),
                        head.subList(2, head.size()),
                        parts[1].stripTrailing());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void answers_as_magnolia_did(Recorded recorded) throws Exception {
        HttpResponse<String> answer = Fixture.get(server, recorded.path(), "X-T", "<h>");

        assertThat(answer.statusCode()).isEqualTo(recorded.status());
        if (!recorded.headers().isEmpty()) {
            assertThat(headers(answer)).isEqualTo(recorded.headers());
            assertThat(answer.body().stripTrailing()).isEqualTo(recorded.body());
        }
    }

    private static List<String> headers(HttpResponse<String> answer) {
        List<String> headers = new ArrayList<>();
        answer.headers().map().forEach((name, values) -> {
            if (HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                String proper = Stream.of("Content-Type", "Location", "X-A", "Content-Disposition")
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow();
                values.forEach(value -> headers.add(
                        proper + ": " + value.replace(server.address().getAuthority(), "HOST")));
            }
        });
        headers.sort(null);
        return headers;
    }
}
