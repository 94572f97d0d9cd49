package org.efcevents.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a page of the documentation shows: a line with nothing but a path in backquotes and a colon, an empty
 * line, and a fenced block.
 *
 * @param files their texts by path, in the order of the page
 */
record Snippets(Map<String, String> files) {

    private static final Pattern FILE =
            Pattern.compile("^`([\\w.-]+/[\\w./-]+)`:\\n\\n```\\w+\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    static Snippets of(Path page) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher file = FILE.matcher(Files.readString(page));
        while (file.find()) {
            if (files.put(file.group(1), file.group(2)) != null) {
                throw new IllegalArgumentException(page + " shows " + file.group(1) + " twice");
            }
        }
        return new Snippets(files);
    }

    /** Writes them as a folder of light modules. */
    void layDown(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }
}
