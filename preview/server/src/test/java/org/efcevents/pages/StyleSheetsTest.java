package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A browser passes over a rule that it cannot read, and all that are caught in it, without a word. */
class StyleSheetsTest {

    static List<Path> styleSheets() throws IOException {
        try (Stream<Path> module = Files.walk(Path.of("src/main"));
                Stream<Path> site = Files.walk(Path.of("light-modules"));
                Stream<Path> preview = Files.walk(Path.of("preview/server/src/main"))) {
            return Stream.concat(Stream.concat(module, site), preview)
                    .filter(file -> file.toString().endsWith(".css"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("styleSheets")
    void noRuleIsCaughtInAnother(Path file) throws IOException {
        String css = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\"[^\"]*\"|'[^']*'", "''");
        Deque<String> open = new ArrayDeque<>();
        StringBuilder before = new StringBuilder();
        for (char character : css.toCharArray()) {
            switch (character) {
                case '{' -> {
                    if (!open.isEmpty()) {
                        assertThat(open.peek()).as(before.toString().strip()).startsWith("@");
                    }
                    open.push(before.toString().strip());
                    before.setLength(0);
                }
                case '}' -> {
                    assertThat(open).as(before.toString().strip()).isNotEmpty();
                    open.pop();
                    before.setLength(0);
                }
                case ';' -> before.setLength(0);
                default -> before.append(character);
            }
        }
        assertThat(open).isEmpty();
    }
}
