package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.jcr.Session;
import org.efcevents.archive.BrokenValue;
import org.efcevents.archive.ContentModel;
import org.efcevents.archive.ContentModel.Place;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.web.InstalledHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events, speakers and work packages of which every property has a value that it should not have, beside the samples: each page and
 * each feed is there. What the feeds say is a matter of {@code org.efcevents.page.BrokenContentTest}.
 */
@Tag("server")
class BrokenContentOnPagesTest {

    private static final List<BrokenValue> VALUES =
            List.copyOf(BrokenValue.all().values());

    @TempDir
    static Path home;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        InstalledHome.at(home);
        try (ContentRepository repository = ContentRepository.open(home.resolve("public"))) {
            Session session = repository.login("efc-events", User.SYSTEM);
            List<Place> places = ContentModel.places().toList();
            for (int copy = 0; copy < VALUES.size(); copy++) {
                for (int i = 0; i < places.size(); i++) {
                    places.get(i).put(VALUES.get((copy + i) % VALUES.size()), session, "bad-" + copy);
                }
            }
            session.save();
            session.logout();
        }
        site = Site.again(home);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static Stream<String> addresses() {
        Stream<String> lists = Stream.of(
                "/events.html",
                "/events.html?page=2",
                "/events.html?page=3",
                "/events.html?q=efc",
                "/events.html?year=undated",
                "/events.ics",
                "/events.atom",
                "/events.csv",
                "/events.json?size=100",
                "/speakers.html",
                "/work-packages.html",
                "/speakers.json",
                "/work-packages.json");
        Stream<String> single = IntStream.range(0, VALUES.size())
                .mapToObj(copy -> Stream.of(
                        "/events/bad-" + copy + ".html",
                        "/events/bad-" + copy + ".json",
                        "/speakers/bad-" + copy + ".html",
                        "/work-packages/bad-" + copy + ".html"))
                .flatMap(addresses -> addresses);
        return Stream.concat(
                Stream.concat(lists, single).flatMap(address -> Stream.of(address, "/fr" + address)),
                Stream.of("/sitemap.xml"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void isThere(String address) throws Exception {
        HttpResponse<String> answer = site.get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        if (address.contains(".html")) {
            assertThat(answer.body()).contains("</main>", "</html>").doesNotContain("FreeMarker template error");
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theSamplesAreInTheLists(String address, String sample) throws Exception {
        assertThat(site.source(address).replace("\r\n ", "")).contains(sample);
    }

    static Stream<Arguments> lists() {
        String slug = "/events/first-efc-training-session-march-2014.html";
        return Stream.of(
                Arguments.of("/events.html?year=2014", slug),
                Arguments.of("/events.ics", slug),
                // The feed of all has what arrived last, and that is what is broken.
                Arguments.of("/events.atom?year=2014", slug),
                Arguments.of("/events.csv", slug),
                Arguments.of("/sitemap.xml", slug),
                Arguments.of("/speakers.html", "/speakers/troels-oerting.html"),
                Arguments.of("/work-packages.html", "/work-packages/wp1.html"));
    }
}
