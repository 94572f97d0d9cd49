package org.efcpreview.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the scripts of the authoring UI look for in its screens is there. */
class ScriptsTest {
    private static final Path UI = Path.of("preview/server/src/main/resources/org/efcpreview/authoring");

    private static Set<String> attributes(String ending, Pattern... patterns) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(UI)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                String text = Files.readString(file);
                for (Pattern pattern : patterns) {
                    for (Matcher match = pattern.matcher(text); match.find(); ) {
                        found.add(match.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void whatScriptsReadTemplatesSet() throws Exception {
        Set<String> read = attributes(
                ".js", Pattern.compile("dataset\\.([a-zA-Z]+)(?! ?=[^=])"), Pattern.compile("\\[data-([a-z-]+)"));
        Set<String> set = attributes(".ftl", Pattern.compile("\\sdata-([a-z-]+)"));
        assertThat(read).isNotEmpty();
        assertThat(set).containsAll(read);
    }

    @Test
    void wordsThatScriptsSayAreGivenToThem() throws Exception {
        Set<String> said = attributes(
                ".js", Pattern.compile("\\bwords\\.([a-zA-Z]+)"), Pattern.compile("\\bword\\(\"([a-zA-Z]+)\""));
        Set<String> named =
                attributes(".js", Pattern.compile("\\bwords\\.([a-zA-Z]+)"), Pattern.compile("\"([a-zA-Z]+)\""));
        Set<String> given = attributes("form.ftl", Pattern.compile("^ data-([a-z-]+)=", Pattern.MULTILINE));
        assertThat(said).isNotEmpty();
        assertThat(given).containsAll(said);
        assertThat(named).containsAll(given);
    }
}
