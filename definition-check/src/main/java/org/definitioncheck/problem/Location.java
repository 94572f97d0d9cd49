package org.definitioncheck.problem;

import java.util.Objects;

/**
 * Where something is written.
 *
 * @param file the resource path such as {@code /efc-events/apps/events.yaml}, or a file's path; never null
 * @param line counted from 1; 0 when the whole file is meant
 */
public record Location(String file, int line) {

    public Location {
        Objects.requireNonNull(file, "file");
    }

    /** The file as a whole. */
    public static Location of(String file) {
        return new Location(file, 0);
    }
}
