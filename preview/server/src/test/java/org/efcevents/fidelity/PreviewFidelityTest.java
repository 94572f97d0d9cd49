package org.efcevents.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.efcpreview.web.InstalledHome;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The preview server answers what a Magnolia 6.2.45 was recorded to answer, byte for byte; see {@link Recorder}. */
@Tag("server")
class PreviewFidelityTest {

    @TempDir
    static Path home;

    private static PreviewServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        server = PreviewServer.start(InstalledHome.at(home));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Exchange> recorded() {
        return Exchange.readAll(Path.of("src/test/resources/magnolia-6.2.45/answers.txt")).stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void answersAsMagnoliaDoes(Exchange magnolia) {
        Exchange preview = Exchange.with(client, server.address(), magnolia.method(), magnolia.target());

        assertThat(preview.text()).isEqualTo(magnolia.text());
    }
}
