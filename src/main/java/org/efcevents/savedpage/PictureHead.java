package org.efcevents.savedpage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a picture says of itself before its pixels, which are not read. */
final class PictureHead {

    private static final int PNG_WIDTH = 16;
    private static final int GIF_WIDTH = 6;
    private static final int WEBP_HEAD = 30;

    private PictureHead() {}

    /** What kind of picture it is; of 0 pixels if that is damaged, and empty if it is no picture. */
    static Optional<FileKind> of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            if (FileKind.begins(file, "\u0089PNG\r\n\u001a\n")) {
                return kind("png", bytes.getInt(PNG_WIDTH), bytes.getInt(PNG_WIDTH + 4));
            }
            if (FileKind.begins(file, "GIF87a") || FileKind.begins(file, "GIF89a")) {
                bytes.order(ByteOrder.LITTLE_ENDIAN);
                return kind("gif", number(bytes, GIF_WIDTH), number(bytes, GIF_WIDTH + 2));
            }
            if (FileKind.begins(file, "\u00ff\u00d8\u00ff")) {
                return jpeg(bytes);
            }
            if (FileKind.begins(file, "RIFF") && file.length >= WEBP_HEAD && "WEBP".equals(letters(file, 8))) {
                return webp(file, bytes.order(ByteOrder.LITTLE_ENDIAN));
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException cutShort) {
            return kind("", 0, 0);
        }
    }

    private static Optional<FileKind> kind(String extension, int width, int height) {
        String type = extension.equals("jpg") ? "jpeg" : extension;
        return Optional.of(new FileKind("image/" + type, extension, width, height));
    }

    private static int number(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static String letters(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** The frame header comes behind segments of which each tells its length (ITU-T T.81, B.1 and B.2.2). */
    private static Optional<FileKind> jpeg(ByteBuffer bytes) {
        int at = 2;
        while (bytes.get(at) == (byte) 0xff) {
            int marker = Byte.toUnsignedInt(bytes.get(at + 1));
            if (marker == 0xff) {
                at++;
                continue;
            }
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return kind("jpg", number(bytes, at + 7), number(bytes, at + 5));
            }
            at += 2 + Math.max(2, number(bytes, at + 2));
        }
        return kind("jpg", 0, 0);
    }

    /** RFC 9649, 2.5 to 2.7. */
    private static Optional<FileKind> webp(byte[] file, ByteBuffer start) {
        if (Integer.toUnsignedLong(start.getInt(4)) + 8 > file.length) {
            return kind("webp", 0, 0);
        }
        return switch (letters(file, 12)) {
            case "VP8X" -> kind("webp", (start.getInt(24) & 0xffffff) + 1, (start.getInt(26) >>> 8) + 1);
            case "VP8L" -> kind("webp", (start.getInt(21) & 0x3fff) + 1, (start.getInt(21) >> 14 & 0x3fff) + 1);
            case "VP8 " -> kind("webp", start.getShort(26) & 0x3fff, start.getShort(28) & 0x3fff);
            default -> kind("webp", 0, 0);
        };
    }
}
