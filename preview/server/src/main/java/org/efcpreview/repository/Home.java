package org.efcpreview.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.function.FailableRunnable;

/**
 * The directory that keeps the content of both instances, while one server has it. An installation in it is done or not done:
 * what was begun and not finished, because the process was killed or something failed, is undone when the home is entered again.
 */
public final class Home implements AutoCloseable {
    private static final List<String> INSTANCES = List.of("author", "public");

    /** There while an installation has begun and is not finished, with the databases as they were before. */
    private static final String BEFORE = "before-installation";
    /** The same, while it is made or deleted; never anything that is needed. */
    private static final String WASTE = "before-installation.waste";

    private final Path directory;
    private final DirectoryLock lock;

    private Home(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Enters a home, which is made if it is not there.
     *
     * @throws RepositoryInUseException if another server has it
     */
    public static Home enter(Path directory) throws RepositoryException {
        Home home = new Home(directory, DirectoryLock.take(directory));
        try {
            home.undo();
            return home;
        } catch (IOException | RuntimeException e) {
            home.close();
            throw new RepositoryException("Cannot use the home " + directory + ": " + e.getMessage(), e);
        }
    }

    /** {@return the directory of the author instance's repository} */
    public Path author() {
        return directory.resolve("author");
    }

    /** {@return the directory of the public instance's repository} */
    public Path visible() {
        return directory.resolve("public");
    }

    /**
     * Whether nothing has been installed here yet.
     *
     * @throws RepositoryException if only one of the instances is there
     */
    public boolean isNew() throws RepositoryException {
        boolean author = Files.exists(author());
        if (author != Files.exists(visible())) {
            throw new RepositoryException("The home " + directory + " has no folder " + (author ? "public" : "author")
                    + " any more. Nothing was changed. Put it back from a backup, or install anew with --fresh");
        }
        return !author;
    }

    /** Deletes the content of both instances, of whatever version, and nothing else that may lie here. */
    public void clear() throws RepositoryException {
        attempt("delete the content of", () -> {
            // So that what is deleted in part is not taken for content that has been lost.
            Files.createDirectories(directory.resolve(BEFORE));
            undo();
        });
    }

    /**
     * Called before anything is installed, with both repositories closed.
     *
     * @throws RepositoryException if the disk has no room for a copy of the databases
     */
    public void begin() throws RepositoryException {
        attempt("install in", () -> {
            Path copies = Files.createDirectories(directory.resolve(WASTE));
            for (String instance : INSTANCES) {
                Path database = directory.resolve(instance).resolve(StoredContent.FILE);
                if (Files.exists(database)) {
                    Files.copy(database, copies.resolve(instance));
                }
            }
            Disk.forceAll(copies);
            Disk.rename(copies, directory.resolve(BEFORE));
        });
    }

    /** Called when everything has been installed, with both repositories closed. */
    public void finish() throws RepositoryException {
        attempt("install in", () -> {
            for (String instance : INSTANCES) {
                Disk.forceAll(directory.resolve(instance));
            }
            forget();
        });
    }

    private void attempt(String what, FailableRunnable<IOException> work) throws RepositoryException {
        try {
            work.run();
        } catch (IOException e) {
            throw new RepositoryException("Cannot " + what + " " + directory + ": " + e.getMessage(), e);
        }
    }

    private void forget() throws IOException {
        Disk.rename(directory.resolve(BEFORE), directory.resolve(WASTE));
        Disk.delete(directory.resolve(WASTE));
    }

    /** Takes both instances back to what they were when an installation began that was not finished. */
    private void undo() throws IOException {
        Disk.delete(directory.resolve(WASTE));
        Path before = directory.resolve(BEFORE);
        if (Files.notExists(before)) {
            return;
        }
        for (String instance : INSTANCES) {
            Path copy = before.resolve(instance);
            Path content = directory.resolve(instance);
            if (Files.exists(copy)) {
                Path database = content.resolve(StoredContent.FILE);
                Files.copy(copy, database, StandardCopyOption.REPLACE_EXISTING);
                Disk.force(database);
                Disk.delete(content.resolve(StoredContent.INDEXES));
            } else {
                Disk.delete(content);
            }
        }
        forget();
    }

    /** Lets others have it. The repositories are to be closed before. */
    @Override
    public void close() {
        lock.close();
    }
}
