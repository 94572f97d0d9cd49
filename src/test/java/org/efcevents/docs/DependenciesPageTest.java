package org.efcevents.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The page on dependencies names those of the poms, no others, and those that a Magnolia would get: none. */
class DependenciesPageTest {

    private static final List<String> PROJECTS = List.of(
            "pom.xml", "preview/server/pom.xml", "command/pom.xml", "definition-check/pom.xml", "benchmark/pom.xml");

    private static List<Element> dependencies(String pom) throws IOException {
        return Jsoup.parse(Files.readString(Path.of(pom)), Parser.xmlParser())
                .select("project > dependencies > dependency");
    }

    private static String name(Element dependency) {
        return dependency.select("> groupId").text() + ":"
                + dependency.select("> artifactId").text();
    }

    @Test
    void namesThoseOfThePoms() throws Exception {
        Set<String> declared = new TreeSet<>();
        for (String pom : PROJECTS) {
            dependencies(pom).stream()
                    .map(DependenciesPageTest::name)
                    .filter(name -> !name.startsWith("org.efcevents:"))
                    .map(name -> name.replaceFirst("prosemirror-.*", "prosemirror-*"))
                    .forEach(declared::add);
        }

        Set<String> named = Pattern.compile("(?m)^\\| `([^`]+:[^`]+)` \\| [^|]+ \\| [^|]+ \\|$")
                .matcher(Files.readString(Path.of("docs/dependencies.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(declared);
    }

    @Test
    void aMagnoliaGetsNothingButTheJar() throws Exception {
        assertThat(dependencies("pom.xml")).isNotEmpty().allSatisfy(dependency -> assertThat(
                        dependency.select("> scope").text())
                .as(name(dependency))
                .isIn("provided", "test"));
    }
}
