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
import java.nio.file.attribute.FileTime;
import java.util.OptionalInt;

/**
 * One file of a module, as Magnolia's resource loader sees it.
 *
 * @param path absolute and with slashes, such as {@code /efc-events/templates/pages/archive.ftl}
 * @param file where its bytes are: on disk, or inside a jar's file system
 */
public record Resource(String path, Path file) {

    /** The bytes as they are now. @throws UncheckedIOException if the file is gone or unreadable */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + " from " + file, e);
        }
    }

    /** The text as it is now; always UTF-8, as in Magnolia. */
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
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the time of " + path + " from " + file, e);
        }
    }

    /** The last part of the path, with its extension. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
