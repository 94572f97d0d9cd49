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
import org.junit.jupiter.api.Test;

/** The officers' guide names buttons, fields and marks as they are on the screen. */
class EditorsPageTest {

    private static final Path PAGE = Path.of("docs/editors.md");

    private static final List<Path> TEXTS = List.of(
            Path.of("src/main/resources/efc-events/i18n/app-efc-events-messages_en.properties"),
            Path.of("src/main/resources/efc-events/i18n/module-efc-events-messages_en.properties"),
            // What officers pick reads as visitors read it.
            Path.of("src/main/resources/efc-events/i18n/site-efc-events-messages_en.properties"),
            Path.of("preview/server/src/main/resources/org/efcpreview/authoring/texts_en.properties"),
            Path.of("preview/server/src/main/resources/ui-admincentral/i18n/ui-admincentral-messages_en.properties"),
            Path.of("preview/server/src/main/resources/dam-app-core/i18n/dam-app-core-messages_en.properties"),
            Path.of("preview/server/src/main/resources/pages-app/i18n/pages-app-messages_en.properties"));

    @Test
    void whatIsInBoldIsOnTheScreen() throws IOException {
        Set<String> onScreen = new TreeSet<>();
        for (Path file : TEXTS) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
            texts.values().forEach(text -> onScreen.add(text.toString()));
        }
        List<String> bold = Pattern.compile("\\*\\*([^*]+)\\*\\*")
                .matcher(Files.readString(PAGE).replaceAll("\\s+", " ").replace("Words in **bold** are", ""))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(bold).hasSizeGreaterThan(50);
        assertThat(onScreen).containsAll(bold);
    }

    @Test
    void itsPicturesAndSectionsAreThere() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Pattern.compile("\\]\\(pictures/([^)]+)\\)").matcher(page).results())
                .hasSize(2)
                .allSatisfy(picture -> assertThat(PAGE.resolveSibling("pictures/" + picture.group(1)))
                        .isRegularFile());
        Set<String> sections = new TreeSet<>();
        Pattern.compile("(?m)^## (.+)$")
                .matcher(page)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replace(",", "")
                        .replace(' ', '-'))
                .forEach(sections::add);
        assertThat(Pattern.compile("\\]\\(#([^)]+)\\)").matcher(page).results().map(link -> link.group(1)))
                .containsExactlyInAnyOrderElementsOf(sections);
    }
}
