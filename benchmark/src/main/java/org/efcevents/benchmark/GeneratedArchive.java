package org.efcevents.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.efcpreview.web.StartException;

/** Homes of preview servers with generated events beside the samples, made once and kept for later runs. */
final class GeneratedArchive {

    /** The module's own files and those that it is compared with. */
    static final Path MODULE = Path.of("benchmark/target/classes");

    static final Path LIGHT = Path.of("light-modules");

    private GeneratedArchive() {}

    /**
     * A home with so many events, which nothing must change: see {@link #copy}.
     *
     * @param archives where all of them are kept
     */
    static Path in(Path archives, int events) throws IOException, StartException {
        Path home = archives.resolve(Integer.toString(events));
        if (Files.isDirectory(home)) {
            return home;
        }
        long start = System.nanoTime();
        Path unfinished = Files.createDirectories(archives).resolve(events + ".unfinished");
        delete(unfinished);
        PreviewServer.start(options(unfinished)).close();
        CompletableFuture.allOf(Stream.of("author", "public")
                        .map(instance -> CompletableFuture.runAsync(() -> write(unfinished.resolve(instance), events)))
                        .toArray(CompletableFuture[]::new))
                .join();
        Files.move(unfinished, home);
        System.out.printf("%,d events generated in %d s%n", events, (System.nanoTime() - start) / 1_000_000_000);
        return home;
    }

    private static void write(Path directory, int events) {
        try (ContentRepository repository = ContentRepository.open(directory)) {
            ArchiveWriter.write(repository, events);
        } catch (RepositoryException e) {
            throw new IllegalStateException("Cannot generate events in " + directory, e);
        }
    }

    /** What a preview server is started with to show a home. */
    static Options options(Path home) {
        return new Options(0, home, false, MODULE, LIGHT);
    }

    /** Copies a home to a place where whatever is there may be deleted. */
    static void copy(Path home, Path copy) throws IOException {
        delete(copy);
        for (Path file : files(home)) {
            Files.copy(file, copy.resolve(home.relativize(file).toString()));
        }
    }

    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            for (Path file :
                    files(directory).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Folders before what is in them. */
    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted().toList();
        }
    }
}
