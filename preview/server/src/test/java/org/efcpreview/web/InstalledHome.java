package org.efcpreview.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A home in which the module with its samples has been installed: made once, and copied for each test that does not change what
 * is installed.
 */
public final class InstalledHome {
    private static Path original;

    private InstalledHome() {}

    /**
     * Copies it to a place where there is nothing yet.
     *
     * @return what a server is started with to show it
     */
    public static synchronized Options at(Path home) throws StartException, IOException {
        if (original == null) {
            Path made = Files.createTempDirectory("installed-home");
            PreviewServer.start(options(made)).close();
            files(made).forEach(file -> file.toFile().deleteOnExit());
            original = made;
        }
        for (Path file : files(original)) {
            Path copy = home.resolve(original.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
        return options(home);
    }

    private static Options options(Path home) {
        return new Options(0, home, false, Options.DEFAULT.module(), Options.DEFAULT.light());
    }

    /** Folders before what is in them, which is the order in which they are made and the opposite of that in which they go. */
    private static List<Path> files(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
