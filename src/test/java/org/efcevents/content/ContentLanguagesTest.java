package org.efcevents.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javax.jcr.Node;
import org.efcevents.archive.Archive;
import org.efcevents.archive.TestArchive;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which text a reader is given in a language of a country, and how it is told to be in another. */
class ContentLanguagesTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Node event;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        event = content.session().getNode("/events").addNode("event", "efc:event");
    }

    @AfterEach
    void close() {
        content.close();
    }

    private ContentNode read(String language, String... properties) throws Exception {
        for (String property : properties) {
            event.setProperty(property, property);
        }
        content.session().save();
        return new ContentNode(event, new ContentLanguages(language, "en"));
    }

    @ParameterizedTest
    @CsvSource({
        "de_CH, title_de_CH title_de title_en title, title_de_CH,",
        "de-CH, title_de_CH title_de title_en title, title_de_CH,",
        "de_CH, title_de title_en title, title_de,",
        "de_CH, title_en title, title_en, en",
        "de_CH, title_de_AT title, title, en",
        "de, title_de_CH title, title, en",
        "en, title_fr, title_fr, fr",
        "en, title_pt_BR title_fr, title_fr, fr",
        "fr, title_pt_BR, title_pt_BR, pt-BR",
        "en, title_kind, ,",
        "en_GB, title_en_GB title, title_en_GB,",
        "en_GB, title, title,",
        "en, title_en title, title_en,",
        "pt_BR, title_pt_BR title, title_pt_BR,",
        "zh-Hant-TW, title_zh title, title_zh,"
    })
    void aTextIsTheClosestThatThereIs(String language, String stored, String shown, String inAnother) throws Exception {
        ContentNode node = read(language, stored.split(" "));

        assertThat(node.text("title")).isEqualTo(shown);
        assertThat(node.fallbacks("title").of("title")).isEqualTo(inAnother);
    }

    @Test
    void theLanguagesOfATextAreTags() throws Exception {
        assertThat(read("en", "title_pt_BR", "title_en", "title_de_CH", "title_fr")
                        .languages("title"))
                .containsExactly("en", "de-CH", "fr", "pt-BR");
        assertThat(read("en", "title").languages("title")).containsExactly("en", "de-CH", "fr", "pt-BR");
    }

    @Test
    void anEventInAnotherLanguageAloneIsToldAndFoundInThat() throws Exception {
        event.setProperty("title_fr", "Réunion d’été");
        content.session().save();
        Archive archive = content.read("en", "2015-01-01");

        EventSummary summary = archive.event("event").summary();
        assertThat(summary.title()).isEqualTo("Réunion d’été");
        assertThat(summary.fallbacks().of("title")).isEqualTo("fr");
        assertThat(archive.find(ArchiveFilter.parse("q=reunion"), 30).listing().all())
                .containsExactly(summary);
    }

    @ParameterizedTest
    @CsvSource({"pt_BR, Vietnã", "pt-PT, Vietname", "de_CH, Vietnam"})
    void aCountryIsNamedAsItIsThere(String language, String name) throws Exception {
        event.setProperty("country", "VN");
        event.setProperty("title", "Title");
        content.session().save();
        Archive archive = content.read(language, "2015-01-01");

        EventSummary summary = archive.event("event").summary();
        assertThat(summary.place().inWords(ContentLanguages.tag(language))).isEqualTo(name);
        assertThat(archive.find(ArchiveFilter.parse("q=" + name), 30).listing().all())
                .containsExactly(summary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de_CH", "de-CH"})
    void aNameOfMagnoliasIsALocale(String language) {
        assertThat(Locale.forLanguageTag(ContentLanguages.tag(language))).isEqualTo(new Locale("de", "CH"));
    }
}
