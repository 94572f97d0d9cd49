package org.efcevents.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Magnolia refuses a module whose dependencies it cannot meet: it should refuse what the README does not promise. */
class DescriptorTest {

    private static final Path DESCRIPTORS = Path.of("src/main/resources/META-INF/magnolia");

    @ParameterizedTest
    @ValueSource(strings = {"efc-events.xml", "efc-events-content.xml"})
    void requiresTheMagnoliaThatTheReadmeStates(String descriptor) throws IOException {
        String stated = group("Magnolia CMS\\]\\S+ 6\\.2 from (6\\.2\\.\\d+) on", Path.of("README.md"));
        assertThat(group("<name>core</name>\\s+<version>(.*?)</version>", DESCRIPTORS.resolve(descriptor)))
                .isEqualTo(stated + "/*");
    }

    private static String group(String pattern, Path file) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
        return found.group(1);
    }
}
