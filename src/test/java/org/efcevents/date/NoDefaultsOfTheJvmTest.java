package org.efcevents.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module's code takes its zone, language and clock from its callers, never from the JVM. */
class NoDefaultsOfTheJvmTest {

    private static final Pattern DEFAULTS = Pattern.compile("(?:ZoneId\\.systemDefault|TimeZone\\.getDefault"
            + "|Locale\\.getDefault|Calendar\\.getInstance|new GregorianCalendar|new SimpleDateFormat"
            + "|Clock\\.systemDefaultZone|(?:Local|Zoned|Offset)\\w*\\.now|Year\\w*\\.now)\\(");

    @Test
    void noneIsRead() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(source);
                for (int i = 0; i < lines.size(); i++) {
                    if (DEFAULTS.matcher(lines.get(i)).find()) {
                        found.add(source + ":" + (i + 1) + ": " + lines.get(i).strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
