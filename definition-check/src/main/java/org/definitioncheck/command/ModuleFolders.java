package org.definitioncheck.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.definitioncheck.resource.Resources;

/** The folders and jars that the command is given, by what they hold. */
final class ModuleFolders {

    private final List<Path> light = new ArrayList<>();
    private final List<Path> contents = new ArrayList<>();
    private final List<Path> code = new ArrayList<>();

    /** @throws IllegalArgumentException if one holds no module */
    ModuleFolders withModules(List<Path> given) {
        given.forEach(path -> {
            if (!add(path)) {
                throw new IllegalArgumentException(path
                        + " holds no module: no src/main/resources, no META-INF/magnolia and no light module is in it");
            }
        });
        return this;
    }

    /** @throws IllegalArgumentException if one is neither a folder nor a jar */
    ModuleFolders withLibraries(List<Path> given) {
        given.forEach(path -> {
            if (!add(path)) {
                contents.add(path);
            }
        });
        return this;
    }

    private boolean add(Path given) {
        Path sources = given.resolve("src/main/resources");
        if (Files.isDirectory(sources)) {
            contents.add(sources);
            // Of what is built the classes only: the rest may be older than its source.
            Stream.of("src/main/java", "target/classes")
                    .map(given::resolve)
                    .filter(Files::isDirectory)
                    .forEach(code::add);
        } else if (Files.isRegularFile(given) || Files.isDirectory(given.resolve("META-INF/magnolia"))) {
            contents.add(given);
        } else if (holdsLightModules(given)) {
            light.add(given);
        } else {
            return false;
        }
        return true;
    }

    private static boolean holdsLightModules(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return Stream.concat(Stream.of(folder), inside).anyMatch(Resources::isLightModule);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /** The files of the modules, light ones first. */
    Resources resources() {
        return new Resources(light, contents);
    }

    /** Java of modules whose sources are among {@link #resources}. */
    Resources code() {
        return new Resources(List.of(), code);
    }
}
