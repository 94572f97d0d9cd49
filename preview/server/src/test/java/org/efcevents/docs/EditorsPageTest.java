package org.efcevents.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The officers' guide names buttons, fields and marks as they are on the screen, in both languages. */
class EditorsPageTest {

    private static final List<String> TEXTS = List.of(
            "src/main/resources/efc-events/i18n/app-efc-events-messages",
            "src/main/resources/efc-events/i18n/module-efc-events-messages",
            "src/main/resources/efc-events/i18n/desk-efc-events-messages",
            // What officers pick reads as visitors read it.
            "src/main/resources/efc-events/i18n/site-efc-events-messages",
            "preview/server/src/main/resources/org/efcpreview/authoring/texts",
            "preview/server/src/main/resources/ui-admincentral/i18n/ui-admincentral-messages",
            "preview/server/src/main/resources/dam-app-core/i18n/dam-app-core-messages",
            "preview/server/src/main/resources/pages-app/i18n/pages-app-messages");

    private static Path page(String language) {
        return Path.of(language.equals("en") ? "docs/editors.md" : "docs/editors_" + language + ".md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatIsInBoldIsOnTheScreen(String language) throws IOException {
        Set<String> onScreen = new TreeSet<>();
        for (String file : TEXTS) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(file + "_" + language + ".properties"))) {
                texts.load(reader);
            }
            texts.values().forEach(text -> onScreen.add(text.toString()));
        }
        List<String> bold = Pattern.compile("\\*\\*([^*]+)\\*\\*")
                .matcher(Files.readString(page(language))
                        .replaceAll("\\s+", " ")
                        .replaceFirst("(Words in \\*\\*bold|Les mots en \\*\\*gras)\\*\\*", ""))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(bold).hasSizeGreaterThan(50);
        assertThat(onScreen).containsAll(bold);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void itsPicturesAndSectionsAreThere(String language) throws IOException {
        String page = Files.readString(page(language));
        assertThat(Pattern.compile("\\]\\(pictures/([^)]+)\\)").matcher(page).results())
                .hasSize(5)
                .allSatisfy(picture -> assertThat(page(language).resolveSibling("pictures/" + picture.group(1)))
                        .isRegularFile());
        Set<String> sections = new TreeSet<>();
        Pattern.compile("(?m)^## (.+)$")
                .matcher(page)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[,’]", "")
                        .replace(' ', '-'))
                .forEach(sections::add);
        assertThat(Pattern.compile("\\]\\(#([^)]+)\\)").matcher(page).results().map(link -> link.group(1)))
                .containsExactlyInAnyOrderElementsOf(sections);
    }
}
