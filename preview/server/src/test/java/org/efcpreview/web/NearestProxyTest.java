package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is believed of what a proxy says, and what not. */
@Tag("server")
class NearestProxyTest {
    private static PreviewServer server;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        Fixture fixture = Fixture.in(directory);
        Options behind = new Options(
                "127.0.0.1", 0, fixture.home(), false, fixture.module(), fixture.light(), Optional.empty(), true);
        PreviewServer.setPassword(behind, "superuser", "Ein längeres Wort");
        PreviewServer.setPassword(behind, "member", "Noch ein Wort");
        server = PreviewServer.start(behind);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The page says what it knows of who asks: scheme, host and address. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Host | cms.example | server=cms.example",
                "X-Forwarded-Host | evil.example, cms.example | server=cms.example",
                "X-Forwarded-Host | evil.example/x | server=127.0.0.1",
                "X-Forwarded-Host | \"><script> | server=127.0.0.1",
                "X-Forwarded-Proto | https | scheme=https",
                "X-Forwarded-Proto | https, http | scheme=http|",
                "X-Forwarded-Proto | javascript | scheme=http|",
                "X-Forwarded-For | 192.0.2.1 | remote=192.0.2.1",
                "X-Forwarded-For | 192.0.2.1, 192.0.2.7 | remote=192.0.2.7",
                "X-Forwarded-For | 127.0.0.1, unknown | remote=127.0.0.1",
                "X-Forwarded-For | [2001:db8::1] | remote=[2001:db8::1]",
                "Forwarded | for=192.0.2.1;host=evil.example;proto=https | server=127.0.0.1",
                "X-Proxied-Https | on | secure=false"
            })
    void the_nearest_proxy_is_believed(String header, String said, String shown) throws Exception {
        HttpResponse<String> page = Fixture.get(server, "/p.html", header, said);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(shown);
    }
}
