package org.efccommand.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.jcr.RepositoryException;
import org.apache.commons.io.file.PathUtils;
import org.efccommand.Failure;
import org.efcpreview.repository.Disk;
import org.efcpreview.repository.Home;
import org.efcpreview.repository.RepositoryInUseException;
import org.efcpreview.repository.StoredContent;

/** A preview's home, as it lies on the disk while no server has it. An installation that was not finished is undone before. */
public record StoredHome(Path directory) {

    /**
     * Looks at everything that is stored.
     *
     * @param repair whether to mend what can be mended without losing anything
     * @param told is told in one line each what was looked at, what is wrong, and what has been mended
     * @return whether nothing is wrong, or nothing any more
     * @throws RepositoryInUseException if a server has it
     */
    public boolean check(boolean repair, Consumer<String> told) throws Failure, RepositoryException, IOException {
        try (Home home = enter()) {
            boolean whole = new ConsistencyCheck(home.author(), home.visible(), repair, told).passes();
            return new ConsistencyCheck(home.visible(), home.author(), repair, told).passes() && whole;
        }
    }

    /**
     * Copies it: all of it, or nothing. The copy is a home that a server starts on; search indexes are made anew then.
     *
     * @param copy a folder that is not there yet
     * @throws RepositoryInUseException if a server has it
     */
    public void copyTo(Path copy) throws Failure, RepositoryException, IOException {
        if (Files.exists(copy)) {
            throw new Failure(Failure.NOT_RIGHT, copy + " is there already; name a folder that is not there yet");
        }
        Path target = copy.toAbsolutePath();
        try (Home home = enter()) {
            Files.createDirectories(target.getParent());
            Path unfinished = Files.createTempDirectory(target.getParent(), target.getFileName() + ".unfinished-");
            try {
                for (Path instance : new Path[] {home.author(), home.visible()}) {
                    Path content = unfinished.resolve(instance.getFileName());
                    PathUtils.copyDirectory(instance, content);
                    Disk.delete(content.resolve(StoredContent.INDEXES));
                }
                Disk.forceAll(unfinished);
                Disk.rename(unfinished, target);
            } finally {
                Disk.delete(unfinished);
            }
        }
    }

    private Home enter() throws Failure, RepositoryException {
        if (Files.notExists(directory.resolve("author")) && Files.notExists(directory.resolve("public"))) {
            throw new Failure(Failure.NOT_RIGHT, "There is no preview's home at " + directory);
        }
        return Home.enter(directory);
    }
}
