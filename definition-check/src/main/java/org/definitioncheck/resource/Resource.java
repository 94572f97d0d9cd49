package org.definitioncheck.resource;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One file of a module, as Magnolia's resource loader sees it.
 *
 * @param path absolute and with slashes, such as {@code /efc-events/templates/pages/archive.ftl}
 * @param file where its bytes are: on disk, or inside a jar's file system
 * @param state what the file was when it was read ({@link Resources#read}); empty if it is looked at anew each time
 */
public record Resource(String path, Path file, Optional<State> state) {

    /**
     * A file at one moment.
     *
     * @param held what was in it; empty if that was too much to keep, and is to be read from the file
     */
    public record State(FileTime lastModified, long size, Optional<byte[]> held) {}

    /** More than that is not kept. */
    private static final long KEPT = 5_000_000;

    Resource(String path, Path file) {
        this(path, file, Optional.empty());
    }

    /** The file as it is now, unless it is as in {@code before}, which may be null; classes are never kept. */
    Resource read(Resource before) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (before != null
                    && before.file.equals(file)
                    && before.lastModified().equals(now.lastModifiedTime())
                    && before.size() == now.size()) {
                return before;
            }
            boolean kept = now.size() <= KEPT && !path.endsWith(".class");
            Optional<byte[]> held = kept ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            return new Resource(path, file, Optional.of(new State(now.lastModifiedTime(), now.size(), held)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + " from " + file, e);
        }
    }

    /** The bytes. @throws UncheckedIOException if the file is gone or unreadable */
    public byte[] bytes() {
        return held().orElseGet(() -> {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path + " from " + file, e);
            }
        });
    }

    /** What the file held when it was read; empty if it is read anew each time. */
    public Optional<byte[]> held() {
        return state.flatMap(State::held);
    }

    /** The number of bytes. @throws UncheckedIOException if the file is gone */
    public long size() {
        try {
            return state.isPresent() ? state.get().size() : Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the size of " + path + " from " + file, e);
        }
    }

    /** The text; always UTF-8, as in Magnolia. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The line of the first byte that is no UTF-8, counted from 1; empty if all are. */
    public OptionalInt lineOfBadEncoding() {
        byte[] bytes = bytes();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (!StandardCharsets.UTF_8
                .newDecoder()
                .decode(in, CharBuffer.allocate(bytes.length), true)
                .isError()) {
            return OptionalInt.empty();
        }
        String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
        return OptionalInt.of(1 + (int) before.chars().filter(c -> c == '\n').count());
    }

    /** A reader over {@link #text()}. */
    public Reader reader() {
        return new StringReader(text());
    }

    /** When the file changed last. @throws UncheckedIOException if the file is gone */
    public FileTime lastModified() {
        try {
            return state.isPresent() ? state.get().lastModified() : Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the time of " + path + " from " + file, e);
        }
    }

    /** The last part of the path, with its extension. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
