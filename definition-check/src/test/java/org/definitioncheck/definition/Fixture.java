package org.definitioncheck.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.resource.Resources;

/** Small modules to read: those that lie beside this class, or written by a test. */
public final class Fixture {

    private static final MagnoliaFacts FACTS = MagnoliaFacts.read();

    private final Path root;

    private Fixture(Path root) {
        this.root = root;
    }

    /** The library and its reading room, and patches that are no module. */
    public static Fixture library() {
        return new Fixture(Path.of("definition-check/src/test/resources/org/definitioncheck/definition/modules"));
    }

    /** A folder of light modules that the test fills. */
    public static Fixture in(Path folder) {
        return new Fixture(folder);
    }

    /** Writes a file, such as {@code shop/dialogs/sale.yaml}. */
    public Fixture with(String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Resources resources() {
        return new Resources(List.of(root), List.of());
    }

    public static MagnoliaFacts facts() {
        return FACTS;
    }

    public Definitions definitions() {
        Resources resources = resources();
        return Definitions.load(resources, Modules.load(resources, FACTS.modules()), FACTS);
    }

    /** As texts, {@code file:line: what}. */
    public List<String> problems() {
        Resources resources = resources();
        return Definitions.problems(resources, Modules.load(resources, FACTS.modules()), FACTS).stream()
                .map(Problem::toString)
                .toList();
    }
}
