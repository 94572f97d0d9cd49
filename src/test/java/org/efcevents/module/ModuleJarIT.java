package org.efcevents.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** What is in the jar that a Magnolia gets. */
class ModuleJarIT {

    private static final String JAR = System.getProperty("module.jar");

    @Test
    void holdsTheModuleAndNothingOfThePreviewServerOrTheTests() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            List<String> entries = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> !name.endsWith("/"))
                    .toList();
            assertThat(entries)
                    .contains(
                            "META-INF/magnolia/efc-events.xml",
                            "mgnl-nodetypes/efc-events.cnd",
                            "efc-events/templates/pages/archive.ftl",
                            "org/efcevents/templating/EventTemplatingFunctions.class");
            assertThat(entries)
                    .allMatch(name -> name.matches("(META-INF|mgnl-nodetypes|mgnl-bootstrap|mgnl-bootstrap-samples"
                            + "|info/magnolia/jackrabbit|efc-events|org/efcevents)/.*"))
                    .noneMatch(name -> name.contains("preview") || name.endsWith("Test.class"));
        }
    }

    @Test
    void refersToNothingThatAMagnoliaOfOneGenerationLacks() {
        StringWriter report = new StringWriter();
        int exit = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(report), new PrintWriter(report), "-verbose:class", "--ignore-missing-deps", JAR);
        assertThat(exit).as(report.toString()).isZero();

        List<String> targets = Pattern.compile("-> (\\S+)")
                .matcher(report.toString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> name.contains(".") && !name.endsWith(".jar") && !name.matches("java\\.(base|xml)"))
                .distinct()
                .toList();
        assertThat(targets)
                .contains("javax.jcr.Session")
                // Two are the JDK's own; no generation of Magnolia brings or renames them. Of Jackrabbit, which all of
                // them have, there are two types without which nobody is told of a change before the save returns;
                // Lucene is
                // the one that Jackrabbit 2 searches with. Spreadsheets are read with what Magnolia brings, or not at
                // all.
                .allMatch(name -> name.matches("(java|javax\\.xml\\.stream|javax\\.security\\.auth|javax\\.jcr"
                        + "|org\\.jsoup|org\\.slf4j|org\\.apache\\.lucene|org\\.apache\\.commons\\.csv|org\\.apache\\.poi|org\\.efcevents)\\..*"
                        + "|org\\.apache\\.jackrabbit\\.core\\.observation\\.SynchronousEventListener"
                        + "|org\\.apache\\.jackrabbit\\.core\\.security\\.principal\\.AdminPrincipal"));
    }

    @Test
    void tellsMagnoliaItsVersion() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            String descriptor = new String(
                    jar.getInputStream(jar.getEntry("META-INF/magnolia/efc-events.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(descriptor).containsPattern("<version>\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?</version>");
        }
    }
}
