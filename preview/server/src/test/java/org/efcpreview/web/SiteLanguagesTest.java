package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site in Portuguese as Brazil writes it, and in German as Switzerland does: languages with a country. */
@Tag("server")
class SiteLanguagesTest {
    private static final String EVENT = "first-efc-training-session-march-2014";

    @TempDir
    static Path directory;

    private static PreviewServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Options options = InstalledHome.at(directory.resolve("home"));
        for (String instance : List.of("author", "public")) {
            try (ContentRepository repository =
                    ContentRepository.open(options.home().resolve(instance))) {
                Session session = repository.login("efc-events", User.SYSTEM);
                Node event = session.getNode("/events/" + EVENT);
                event.setProperty("title", "Primeira formação");
                event.setProperty("title_de_CH", "Erste Schulung");
                session.save();
                session.logout();
            }
        }
        PreviewServer.start(configured(options, "pt_BR", "pt_BR", "de_CH")).close();
        // What was imported stays.
        server = PreviewServer.start(options);
        browser = new Browser(server);
        browser.signIn("superuser", "superuser");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** With a file such as an administrator imports into Magnolia's configuration. */
    private static Options configured(Options options, String fallback, String... locales) throws Exception {
        StringBuilder text = new StringBuilder("i18n:\n  class: info.magnolia.cms.i18n.DefaultI18nContentSupport\n"
                + "  enabled: true\n  fallbackLocale: " + fallback + "\n  locales:\n");
        for (String locale : locales) {
            text.append("    %s:%n      language: %s%n      country: %s%n      enabled: true%n"
                    .formatted(locale, locale.substring(0, 2), locale.substring(3)));
        }
        Path file = Files.writeString(directory.resolve("config.modules.site.config.site.i18n.yaml"), text);
        return new Options(
                options.host(),
                options.port(),
                options.home(),
                false,
                options.module(),
                options.light(),
                Optional.of(file),
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "'',     pt-BR, Primeira formação, 24 de março de 2014",
        "/de_CH, de-CH, Erste Schulung,    24. März 2014",
    })
    void a_page_is_in_the_language_of_its_address(String prefix, String tag, String title, String day)
            throws Exception {
        Document page = Browser.page(browser.get(prefix + "/events/" + EVENT + ".html"));

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(tag);
        assertThat(page.selectFirst("h1 .title").text()).isEqualTo(title);
        assertThat(page.select("nav.languages li").eachText()).containsExactly("Português", "Deutsch");
        assertThat(page.selectFirst("nav.languages [aria-current]").text())
                .isEqualTo(tag.equals("pt-BR") ? "Português" : "Deutsch");
        assertThat(page.select("main time").eachText()).anyMatch(text -> text.contains(day));
        assertThat(page.select("script[type=application/ld+json]").html()).contains("\"name\":\"" + title + "\"");
    }

    @ParameterizedTest
    @CsvSource({"'', pt-BR, Primeira formação", "/de_CH, de-CH, Erste Schulung"})
    void feeds_name_it_as_programs_do(String prefix, String tag, String title) throws Exception {
        assertThat(browser.get(prefix + "/events.atom").body()).contains("xml:lang=\"" + tag + "\"", title);
        assertThat(browser.get(prefix + "/events/" + EVENT + ".ics").body().replace("\r\n ", ""))
                .contains("SUMMARY;LANGUAGE=" + tag + ":" + title);
    }

    @Test
    void an_address_in_a_language_that_the_site_does_not_have_is_not_found() throws Exception {
        assertThat(browser.get("/fr/events.html").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"pt_BR, pt-br, Primeira formação", "de_CH, de-ch, Erste Schulung"})
    void the_delivery_endpoint_answers_in_it_as_magnolia_does(String language, String name, String title)
            throws Exception {
        HttpResponse<String> answer = browser.get("/.rest/delivery/efc-events/v1/" + EVENT + "?lang=" + language);

        assertThat(answer.body()).contains("\"title\":\"" + title + "\"");
        assertThat(answer.headers().firstValue("Content-Language")).contains(name);
    }

    @Test
    void an_editor_writes_a_text_in_each_of_them() throws Exception {
        Document form = Browser.page(browser.get(Browser.UI + "/app/efc-events/detail?path=/events/" + EVENT));

        assertThat(form.select("[name^=title]").eachAttr("value"))
                .as(form.html())
                .containsExactly("Primeira formação", "Erste Schulung");
    }

    @Test
    void the_page_editor_offers_the_page_in_each_of_them() throws Exception {
        Document editor = Browser.page(browser.get(Browser.UI + "/page?path=/events&language=de_CH"));

        assertThat(editor.select("nav.tools a[hreflang]").eachText())
                .containsExactly("Português (Brasil)", "Deutsch (Schweiz)");
        assertThat(editor.select("nav.tools a[aria-current]").eachAttr("lang")).containsExactly("de-CH");
    }

    @Test
    void a_site_that_falls_back_to_a_language_it_does_not_have_is_refused() throws Exception {
        Options refused = configured(InstalledHome.at(directory.resolve("refused")), "en", "pt_BR");

        assertThatThrownBy(() -> PreviewServer.start(refused))
                .hasMessageContaining("config:/modules/site/config/site/i18n: fallbackLocale en");
    }
}
