package org.efccommand.rest;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efccommand.Failure;

/**
 * What has been sent to a Magnolia, in a file: a line for each node when it has been accepted. Whoever runs the same command again goes on where
 * it was broken off.
 */
public final class Sent implements AutoCloseable {

    private final Map<String, String> identifiers = new HashMap<>();
    private final Map<String, Boolean> complete = new HashMap<>();
    private final Writer file;

    private Sent(Writer file) {
        this.file = file;
    }

    /**
     * Goes on with a file, or begins it.
     *
     * @param instance the Magnolia, which is the only one that the file is for
     */
    public static Sent in(Path path, URI instance) throws IOException, Failure {
        List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
        if (!lines.isEmpty() && !lines.get(0).equals(instance.toString())) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    path + " tells what was sent to " + lines.get(0) + "; name another file with --journal");
        }
        Sent sent = new Sent(Files.newBufferedWriter(
                path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        if (lines.isEmpty()) {
            sent.line(instance.toString());
        }
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            // The last line may have been broken off.
            if (parts.length == 4) {
                sent.know(parts[0], parts[1], parts[2], parts[3].equals("complete"));
            }
        }
        return sent;
    }

    private void know(String workspace, String path, String identifier, boolean whole) {
        complete.put(workspace + path, whole);
        if (!identifier.isEmpty()) {
            identifiers.put(workspace + path, identifier);
        }
    }

    /** Whether a node has been accepted. */
    boolean has(String workspace, String path) {
        return complete.containsKey(workspace + path);
    }

    /** Whether something of an accepted node waits for the identifier of another. */
    boolean isWaiting(String workspace, String path) {
        return Boolean.FALSE.equals(complete.get(workspace + path));
    }

    /** The identifier that an accepted node has got, if it was asked for. */
    Optional<String> identifier(String workspace, String path) {
        return Optional.ofNullable(identifiers.get(workspace + path));
    }

    /**
     * Notes that a node has been accepted.
     *
     * @param identifier empty if nothing refers to it
     * @param whole whether nothing of it waits for the identifier of another
     */
    void add(String workspace, String path, String identifier, boolean whole) throws IOException {
        know(workspace, path, identifier, whole);
        line(String.join("\t", workspace, path, identifier, whole ? "complete" : "waiting"));
    }

    private void line(String line) throws IOException {
        file.write(line + "\n");
        file.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
