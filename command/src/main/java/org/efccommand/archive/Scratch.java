package org.efccommand.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.function.FailableFunction;

/**
 * An archive that nobody else sees, to make something in it.
 *
 * @param module as {@link PreviewHome#module}
 * @param light as {@link PreviewHome#light}
 */
public record Scratch(Path module, Path light) {

    /** Works in a new one, in which the module is installed, and deletes it. */
    public <T> T with(FailableFunction<PreviewHome.Sessions, T, Exception> work) throws Exception {
        Path place = Files.createTempDirectory("archive");
        try {
            PreviewHome home = new PreviewHome(place, module, light);
            home.serve().close();
            return home.read(work);
        } finally {
            FileUtils.deleteDirectory(place.toFile());
        }
    }
}
