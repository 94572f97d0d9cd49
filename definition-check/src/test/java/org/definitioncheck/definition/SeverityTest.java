package org.definitioncheck.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.Severity;
import org.definitioncheck.resource.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Severities against those of a Magnolia 6.2.45 that had the same files. */
class SeverityTest {

    private static final Path RECORDED = Path.of(
            "definition-check/src/test/resources/org/definitioncheck/definition/mistakes-in-magnolia-6.2.45.txt");

    /** What Magnolia passes over at startup and the checker does too. */
    private static final List<String> NOT_LOOKED_AT = List.of(
            "/mistakes/apps/mistakes-no-app-class.yaml",
            "/mistakes/dialogs/abstract-class.yaml",
            "/mistakes/dialogs/include-of-unnamed-module.yaml",
            "/mistakes/templates/pages/no-render-type.yaml",
            "/mistakes/templates/pages/no-script.yaml");

    @TempDir
    Path temp;

    @Test
    void are_those_of_magnolia_where_it_reports_a_mistake_and_silent_where_it_does_not() throws IOException {
        Map<String, String> magnolias = unpack();
        Problems problems = new Problems();
        Resources resources = new Resources(List.of(temp), List.of());
        MagnoliaFacts facts = Fixture.facts();
        Definitions.read(resources, Modules.read(resources, facts.modules(), problems), facts, problems);

        Map<String, String> ours = new TreeMap<>();
        magnolias.forEach((file, verdict) -> ours.put(
                file,
                problems.all().stream()
                        .filter(problem -> problem.file().equals(file))
                        .map(Problem::severity)
                        .min(Comparator.naturalOrder())
                        .map(severity -> severity == Severity.SILENT ? "NONE" : severity.name())
                        .orElse("WELL")));
        NOT_LOOKED_AT.forEach(file -> assertThat(ours.put(file, "NONE")).isEqualTo("WELL"));

        assertThat(ours.entrySet())
                .filteredOn(entry -> !entry.getValue().equals(magnolias.get(entry.getKey())))
                .as(() -> problems.all().stream()
                        .map(problem -> problem.severity() + " " + problem)
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    private Map<String, String> unpack() throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        List<String> content = new ArrayList<>();
        Path file = null;
        for (String line : Files.readAllLines(RECORDED)) {
            if (line.startsWith("==> ")) {
                write(file, content);
                String[] parts = line.substring("==> ".length()).split(" (?=[A-Z]+$)");
                file = temp.resolve(parts[0]);
                verdicts.put("/" + parts[0], parts[1]);
            } else {
                content.add(line);
            }
        }
        write(file, content);
        return verdicts;
    }

    private static void write(Path file, List<String> content) throws IOException {
        if (file != null) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
        content.clear();
    }
}
