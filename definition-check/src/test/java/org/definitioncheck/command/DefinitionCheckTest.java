package org.definitioncheck.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionCheckTest {

    private static final String UNUSED = "label = Sale\nnobody.reads = this\n";

    @TempDir
    Path temp;

    private void write(String path, String content) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void the_module_and_its_look_have_no_problem() {
        Run run = Run.of(".", "light-modules/efc-site");

        assertThat(run.out()).isEqualToIgnoringNewLines("No problem in efc-events-content, efc-events, efc-site");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void what_a_module_needs_is_read_and_not_checked() throws IOException {
        write("shelf/module.yaml", "version: 1\n");
        write("shelf/templates/macros.ftl", "[#macro broken]");
        write("shop/module.yaml", "version: 1\ndependencies: [{name: shelf, version: '*'}]\n");
        write("shop/templates/page.ftl", "[#import '/shelf/templates/macros.ftl' as macros]");

        assertThat(Run.of(temp.resolve("shop"), "--with", temp.resolve("shelf")).out())
                .isEqualToIgnoringNewLines("No problem in shelf, shop");
        assertThat(Run.of(temp.resolve("shop")).lines(temp))
                .anyMatch(line -> line.startsWith("shop/module.yaml:2: SEVERE: depends on module 'shelf'"));
    }

    @Test
    void a_light_module_needs_no_descriptor() throws IOException {
        write("shop/dialogs/sale.yaml", "colour: red\nlabel: Sale\n");

        assertThat(Run.of(temp.resolve("shop")).lines(temp))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("shop/dialogs/sale.yaml:1: MINOR: 'colour' is no property");
        assertThat(Run.of(temp.resolve("shop")).out()).isEqualTo(Run.of(temp).out());
    }

    @ParameterizedTest
    @CsvSource({
        "SEVERE, 0",
        "severe, 0",
        "MAJOR, 0",
        "MINOR, 1",
        "SILENT, 1",
        "UNCHECKED, 1",
    })
    void it_fails_on_problems_of_a_severity_or_worse(String severity, int exitCode) throws IOException {
        write("shop/module.yaml", "version: 1\n");
        write("shop/dialogs/sale.yaml", "label: Sale\ncolour: red\n");

        assertThat(Run.of("--fail-on", severity, temp).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void what_it_does_not_know_enough_of_does_not_make_it_fail() throws IOException {
        write("shop/module.yaml", "version: 1\n");
        write("shop/i18n/shop_en.properties", UNUSED);

        Run run = Run.of(temp);

        assertThat(run.lines(temp))
                .hasSize(3)
                .element(1)
                .isEqualTo("shop/i18n/shop_en.properties:2: UNCHECKED: nothing here uses the text 'nobody.reads';"
                        + " delete it, unless Java or another module reads it");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void programs_read_json() throws IOException {
        write("shop/module.yaml", "version: 1\n");
        write("shop/dialogs/sale.yaml", "label: Sale\ncolour: red\n");

        JsonNode report =
                new ObjectMapper().readTree(Run.of("--format=json", temp).out());

        assertThat(report.at("/modules/0").asText()).isEqualTo("shop");
        assertThat(report.at("/problems")).hasSize(1);
        JsonNode problem = report.at("/problems/0");
        assertThat(problem.get("file").asText())
                .isEqualTo(temp.resolve("shop/dialogs/sale.yaml").toString());
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("severity").asText()).isEqualTo("MINOR");
        assertThat(problem.get("what").asText())
                .startsWith("'colour' is no property of ConfiguredFormDialogDefinition");
    }

    @Test
    void a_jar_is_checked_like_its_content() throws IOException {
        Path jar = temp.resolve("shop.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Files.createDirectories(zip.getPath("/META-INF/magnolia"));
            Files.createDirectories(zip.getPath("/shop/templates"));
            Files.writeString(
                    zip.getPath("/META-INF/magnolia/shop.xml"),
                    "<module><name>shop</name><version>1.0</version></module>");
            Files.writeString(zip.getPath("/shop/templates/page.ftl"), "\n[#if]");
        }

        assertThat(Run.of(jar).lines(temp))
                .first()
                .asString()
                .startsWith("shop.jar!/shop/templates/page.ftl:2: SILENT: is no FreeMarker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fail-on MAJOR",
                "--colour .",
                "--fail-on worst .",
                "--format xml .",
                "docs",
                "nowhere",
                "pom.xml",
                ". --with nowhere",
                ". --facts pom.xml"
            })
    void wrong_usage_is_told_in_one_line(String arguments) {
        Run run = Run.of((Object[]) arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().endsWith("(--help lists the options)");
    }

    @Test
    void help_and_version_are_printed() {
        assertThat(Run.of("--help").out()).contains("definition-check", "--fail-on=SEVERITY", "Exit codes:");
        assertThat(Run.of("--version").out()).contains("definition-check ", "knows Magnolia 6.2.45");
        assertThat(Run.of("--help").exitCode()).isZero();
    }
}
