package org.efcpreview.repository;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.jcr.RepositoryException;

/**
 * What is to be published or taken back in one go. It is written down before the first of the two instances is changed, so
 * that it is known after a kill what the other one lacks.
 *
 * @param workspace the workspace of all steps
 * @param when the time that is recorded, in milliseconds since 1970
 */
record PublicationOrder(String workspace, String user, long when, List<Step> steps) {
    private static final String FILE = "publication-under-way.json";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A node that is published or taken back.
     *
     * @param path its path on author
     * @param publish false if it is taken back, with everything below it
     * @param version the version that is published; null if none was made
     * @param versionMade when that was made, in milliseconds since 1970
     */
    record Step(String path, boolean publish, String version, long versionMade) {
        /** To publish a node. */
        static Step of(Publication.Item item) {
            return item.version()
                    .map(version -> new Step(
                            item.path(), true, version.name(), version.made().toEpochMilli()))
                    .orElse(new Step(item.path(), true, null, 0));
        }
    }

    /**
     * The order that has been written down and not crossed out.
     *
     * @param directory of the author instance
     */
    static Optional<PublicationOrder> underWay(Path directory) throws RepositoryException {
        Path file = directory.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), PublicationOrder.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new RepositoryException("Cannot read what was being published: " + e.getMessage(), e);
        }
    }

    /** Writes the order down. */
    void begin(Path directory) throws RepositoryException {
        Path unfinished = directory.resolve(FILE + ".unfinished");
        try {
            Files.write(unfinished, JSON.writeValueAsBytes(this));
            Disk.force(unfinished);
            Disk.rename(unfinished, directory.resolve(FILE));
        } catch (IOException e) {
            throw new RepositoryException("Cannot note what is being published: " + e.getMessage(), e);
        }
    }

    /** Crosses out whatever is written down. */
    static void end(Path directory) throws RepositoryException {
        try {
            Files.delete(directory.resolve(FILE));
            Disk.force(directory);
        } catch (IOException e) {
            throw new RepositoryException("Cannot note what has been published: " + e.getMessage(), e);
        }
    }
}
