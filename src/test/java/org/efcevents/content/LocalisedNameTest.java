package org.efcevents.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language in names of properties, as Magnolia notes it. */
class LocalisedNameTest {

    @ParameterizedTest
    @CsvSource({
        "title, title, ''",
        "title_fr, title, fr",
        "title_de_CH, title, de-CH",
        "title_zh_Hans_CN, title, zh-Hans-CN",
        "my_title_fr, my_title, fr",
        "my_old_title, my_old_title, ''",
    })
    void aLanguageIsToldFromAName(String property, String field, String language) {
        assertThat(LocalisedName.of(property)).isEqualTo(new LocalisedName(field, language));
    }
}
