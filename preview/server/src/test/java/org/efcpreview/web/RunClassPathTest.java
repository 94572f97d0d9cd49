package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** With what the server runs, by {@code mvn -f preview} and in the tests that start one of its own. */
class RunClassPathTest {
    /** What libraries for tests bring along. */
    private static final String OF_TESTS =
            "(junit|selenium|mockito|assertj|opentest4j|apiguardian|hamcrest|byte-buddy|test-classes).*";

    @Test
    void has_no_library_that_is_for_tests() throws Exception {
        List<String> entries = List.of(PreviewProcess.classPath().split(File.pathSeparator));
        List<String> names = entries.stream()
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();
        List<String> forTests = Jsoup.parse(Files.readString(Path.of("preview/server/pom.xml")), Parser.xmlParser())
                .select("dependency:has(scope:containsOwn(test)) > artifactId")
                .eachText();

        assertThat(forTests).contains("junit-jupiter", "selenium-chrome-driver");
        assertThat(names)
                .noneMatch(name -> name.matches(OF_TESTS))
                .noneMatch(name -> forTests.stream().anyMatch(library -> name.startsWith(library + "-")))
                .anyMatch(name -> name.startsWith("jackrabbit-core-"));
        assertThat(entries).allMatch(entry -> Files.exists(Path.of(entry)));
    }
}
