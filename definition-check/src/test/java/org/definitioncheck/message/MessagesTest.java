package org.definitioncheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.definitioncheck.definition.Fixture;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = Messages.load(Fixture.library().resources());

    @Test
    void the_bundle_whose_path_comes_first_wins() {
        assertThat(messages.get("fixture-books.app.label", Locale.ENGLISH)).isEqualTo("Books");
        assertThat(messages.get("fixture-books.detail.label", Locale.ENGLISH)).isEqualTo("Book");
    }

    @Test
    void text_is_utf_8_and_a_byte_order_mark_is_no_part_of_a_key() {
        assertThat(messages.get("fixture-books.app.label", Locale.FRENCH)).isEqualTo("Livres à lire");
        assertThat(messages.get("no.locale", Locale.ENGLISH)).isEqualTo("Default");
    }

    @Test
    void a_text_that_a_language_lacks_comes_in_english_and_a_key_that_none_has_as_itself() {
        assertThat(messages.get("only.english", Locale.FRENCH)).isEqualTo("Only in English: {0}");
        assertThat(messages.get("only.english", Locale.CANADA_FRENCH)).isEqualTo("Only in English: {0}");
        assertThat(messages.get("fixture-books.app.label", Locale.CANADA_FRENCH))
                .isEqualTo("Livres à lire");
        assertThat(messages.get("no.such.key", Locale.FRENCH)).isEqualTo("no.such.key");
    }

    @Test
    void others_have_the_texts_that_these_lack() {
        Messages none = Messages.of(Map.of());

        assertThat(none.and(messages).get("no.locale", Locale.ENGLISH)).isEqualTo("Default");
        assertThat(messages.and(none).get("no.locale", Locale.ENGLISH)).isEqualTo("Default");
    }

    @Test
    void markup_beyond_the_basics_is_taken_out() {
        assertThat(messages.get("fixture-books.browser.label", Locale.ENGLISH)).isEqualTo("All <b>books</b>");
    }

    @Test
    void arguments_make_a_text_a_pattern_in_the_languages_own_numbers() {
        assertThat(messages.get("greeting", Locale.ENGLISH, List.of("Ada", 1234)))
                .isEqualTo("Ada reader's room, seat 1,234");
        assertThat(messages.get("greeting", Locale.FRENCH, List.of("Ada", 1234)))
                .endsWith(" : Ada");
        assertThat(messages.get("greeting", Locale.ENGLISH)).contains("reader''s");
        assertThat(messages.get("broken", Locale.FRENCH, List.of("Ada"))).isEqualTo("broken={0".substring(7));
        assertThat(messages.in(Locale.ENGLISH).get("only.english", List.of("yes")))
                .isEqualTo("Only in English: yes");
    }

    @Test
    void the_end_of_a_files_name_is_its_locale() {
        assertThat(Messages.locale("app-messages_fr.properties")).isEqualTo(Locale.FRENCH);
        assertThat(Messages.locale("app_messages_fr.properties")).isEqualTo(Locale.FRENCH);
        assertThat(Messages.locale("app_pt_BR.properties")).isEqualTo(new Locale("pt", "BR"));
        assertThat(Messages.locale("app_messages_pt_BR.properties")).isEqualTo(new Locale("pt", "BR"));
        assertThat(Messages.locale("app.properties")).isEqualTo(Locale.ENGLISH);
        assertThat(Messages.locale("app_messages.properties")).isEqualTo(Locale.ENGLISH);
    }
}
