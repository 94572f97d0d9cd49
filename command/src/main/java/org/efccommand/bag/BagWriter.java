package org.efccommand.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.io.FileUtils;

/**
 * Writes a package. It is made beside the place where it belongs and moved there when it is whole: what is broken off leaves nothing of
 * its name.
 */
public final class BagWriter implements AutoCloseable {

    private final Path place;
    private final Path folder;

    private BagWriter(Path place, Path folder) {
        this.place = place;
        this.folder = folder;
    }

    /**
     * Begins.
     *
     * @param place where the folder of the package will be; nothing is there
     */
    public static BagWriter at(Path place) throws IOException {
        Path parent = Files.createDirectories(place.toAbsolutePath().getParent());
        return new BagWriter(place, Files.createTempDirectory(parent, "." + place.getFileName() + ".unfinished-"));
    }

    /**
     * Adds a file of the payload.
     *
     * @param path below {@code data/}, with slashes
     * @return what is written to it
     */
    public OutputStream add(String path) throws IOException {
        Path file = folder.resolve("data").resolve(path);
        if (Files.exists(file)) {
            throw new IOException("There would be two files data/" + path + " in the package");
        }
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    }

    /** Adds a file of the payload. */
    public void add(String path, byte[] content) throws IOException {
        try (OutputStream out = add(path)) {
            out.write(content);
        }
    }

    /**
     * Writes what describes the payload, and moves the package to its place.
     *
     * @param info what is said of it besides its size, in this order
     */
    public void finish(Map<String, String> info) throws IOException {
        SortedMap<String, String> payload = new Bag(folder).digests(Bag.files(folder));
        Map<String, String> all = new LinkedHashMap<>(info);
        all.put("Payload-Oxum", Bag.size(folder, payload.keySet()));
        StringBuilder lines = new StringBuilder();
        all.forEach((label, value) -> lines.append(label)
                .append(": ")
                .append(value.replaceAll("\\s+", " ").strip())
                .append('\n'));
        Files.writeString(folder.resolve("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Files.writeString(folder.resolve("bag-info.txt"), lines);
        Files.writeString(folder.resolve(Bag.PAYLOAD), manifest(payload));
        Files.writeString(
                folder.resolve(Bag.TAGS),
                manifest(new Bag(folder).digests(List.of("bagit.txt", "bag-info.txt", Bag.PAYLOAD))));
        Files.move(folder, place);
    }

    /** Paths are written as RFC 8493, 2.1.3, says. */
    private static String manifest(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach((path, digest) -> lines.append(digest)
                .append("  ")
                .append(path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))
                .append('\n'));
        return lines.toString();
    }

    /** Takes away what was not finished. */
    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
    }
}
