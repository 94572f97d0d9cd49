package org.efccommand.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a package. It is made beside the place where it belongs and moved there when it is whole: what is broken off leaves nothing of
 * its name.
 */
public final class BagWriter implements AutoCloseable {

    private final Path place;
    private final Path folder;
    private final SortedMap<String, String> payload = new TreeMap<>();
    private final SortedMap<String, String> tags = new TreeMap<>();
    private long octets;

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
        Path parent = place.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        String unfinished = "." + place.getFileName() + ".unfinished-"
                + ProcessHandle.current().pid();
        return new BagWriter(place, Files.createDirectory(parent.resolve(unfinished)));
    }

    /**
     * Adds a file of the payload.
     *
     * @param path below {@code data/}, with slashes
     * @return what is written to it; it is in the package when it is closed
     */
    public OutputStream add(String path) throws IOException {
        return open("data/" + path, payload, true);
    }

    /**
     * Adds a file of the payload.
     *
     * @return its SHA-256
     */
    public String add(String path, byte[] content) throws IOException {
        try (OutputStream out = add(path)) {
            out.write(content);
        }
        return payload.get("data/" + path);
    }

    /**
     * Adds a file of the payload.
     *
     * @return its SHA-256
     */
    public String add(String path, InputStream content) throws IOException {
        try (OutputStream out = add(path)) {
            content.transferTo(out);
        }
        return payload.get("data/" + path);
    }

    private OutputStream open(String path, Map<String, String> digests, boolean counted) throws IOException {
        Path file = folder.resolve(path);
        if (Files.exists(file)) {
            throw new IOException("There would be two files " + path + " in the package");
        }
        Files.createDirectories(file.getParent());
        MessageDigest digest = Sha256.digest();
        return new DigestOutputStream(Files.newOutputStream(file), digest) {
            private boolean closed;

            @Override
            public void close() throws IOException {
                super.close();
                if (!closed) {
                    closed = true;
                    digests.put(path, HexFormat.of().formatHex(digest.digest()));
                    octets += counted ? Files.size(file) : 0;
                }
            }
        };
    }

    /**
     * Writes what describes the payload, and moves the package to its place.
     *
     * @param info what is said of it besides its size, in this order
     */
    public void finish(Map<String, String> info) throws IOException {
        write("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Map<String, String> all = new LinkedHashMap<>(info);
        all.put("Payload-Oxum", octets + "." + payload.size());
        StringBuilder lines = new StringBuilder();
        all.forEach((label, value) -> lines.append(label)
                .append(": ")
                .append(value.replaceAll("\\s+", " ").strip())
                .append('\n'));
        write("bag-info.txt", lines.toString());
        write("manifest-sha256.txt", manifest(payload));
        try (OutputStream out = open("tagmanifest-sha256.txt", new TreeMap<>(), false)) {
            out.write(manifest(tags).getBytes(StandardCharsets.UTF_8));
        }
        Files.move(folder, place);
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = open(name, tags, false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String manifest(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach((path, digest) ->
                lines.append(digest).append("  ").append(Sha256.written(path)).append('\n'));
        return lines.toString();
    }

    /** Takes away what was not finished. */
    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
