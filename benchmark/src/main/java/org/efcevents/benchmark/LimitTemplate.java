package org.efcevents.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The script of the page that shows the limit: that of the archive page itself, with values that are in memory already. */
final class LimitTemplate {

    private static final String ANSWER = "[#include \"/efc-events/templates/includes/answer.ftl\"]";
    private static final String HELD = "[#include \"/efc-benchmark/templates/includes/held.ftl\"]";

    private LimitTemplate() {}

    /**
     * Writes it anew, so that it is always that of the present archive page.
     *
     * @param module the folder of the modules' files
     * @throws IllegalStateException if the archive page does not begin as it did when this was written
     */
    static void write(Path module) throws IOException {
        Path page = module.resolve("efc-events/templates/pages/archive.ftl");
        String script = Files.readString(page);
        if (!script.contains(ANSWER)) {
            throw new IllegalStateException(page + " has no " + ANSWER + ": say in LimitTemplate what it has instead");
        }
        Files.writeString(module.resolve("efc-benchmark/templates/pages/limit.ftl"), script.replace(ANSWER, HELD));
    }
}
