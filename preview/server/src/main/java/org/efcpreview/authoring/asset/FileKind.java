package org.efcpreview.authoring.asset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.http.Upload;

/**
 * What a file is, by its content alone: neither its name nor what the browser says of it counts.
 *
 * @param mimeType what it is served as
 * @param width of an image, in pixels; 0 for anything else
 * @param height of an image, in pixels; 0 for anything else
 */
record FileKind(String mimeType, int width, int height) {
    /** Of an image; browsers of small machines give up at more. */
    static final long MOST_PIXELS = 50_000_000;

    private static final Tika TIKA = new Tika();

    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_MIMETYPE = 200;

    /** The types of ECMA-376 documents, by the folder that they keep their content in. */
    private static final Map<String, String> OPEN_XML = Map.of(
            "word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    /** What its name ends in, without the dot. */
    String extension() {
        try {
            return MimeTypes.getDefaultMimeTypes()
                    .forName(mimeType)
                    .getExtension()
                    .substring(1);
        } catch (MimeTypeException e) {
            throw new IllegalStateException("Tika does not know " + mimeType, e);
        }
    }

    boolean isImage() {
        return mimeType.startsWith("image/");
    }

    /**
     * Looks at a file.
     *
     * @param name what messages call it
     * @throws Refusal if it is of no kind that is taken, damaged, or a picture of too many pixels
     */
    static FileKind of(Upload upload, String name) throws Refusal, IOException {
        if (upload.size() == 0) {
            throw new Refusal("asset.refused.empty", name);
        }
        String type;
        try (InputStream in = upload.content().open()) {
            type = TIKA.detect(in);
        }
        return switch (type) {
            case "image/png", "image/jpeg", "image/gif" -> image(upload, name, type);
            case "image/webp" -> webp(upload, name);
            case "application/pdf" -> pdf(upload, name);
            case "image/svg+xml" -> throw new Refusal("asset.refused.svg", name);
            case "text/html", "application/xhtml+xml" -> throw new Refusal("asset.refused.html", name);
            default -> {
                if (!MediaTypeRegistry.getDefaultRegistry().isInstanceOf(type, MediaType.APPLICATION_ZIP)) {
                    throw new Refusal("asset.refused.kind", name);
                }
                yield office(upload, name);
            }
        };
    }

    private static FileKind image(Upload upload, String name, String mimeType) throws Refusal, IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(mimeType).next();
        try (InputStream in = upload.content().open();
                ImageInputStream image = ImageIO.createImageInputStream(in)) {
            reader.setInput(image, true, true);
            FileKind sized = sized(name, mimeType, reader.getWidth(0), reader.getHeight(0));
            // To see that it can be decoded, every line is read; about 500 pixels are kept in each direction.
            int step = Math.max(1, Math.min(sized.width(), sized.height()) / 500);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            // Pictures for print, with four inks, have no colours that Java knows, but can be read.
            if (reader.canReadRaster()) {
                reader.readRaster(0, param);
            } else {
                reader.read(0, param);
            }
            return sized;
        } catch (IIOException | EOFException | RuntimeException e) {
            throw new Refusal("asset.refused.damaged", name);
        } finally {
            reader.dispose();
        }
    }

    private static FileKind sized(String name, String mimeType, int width, int height) throws Refusal {
        if (width <= 0 || height <= 0) {
            throw new Refusal("asset.refused.damaged", name);
        }
        if ((long) width * height > MOST_PIXELS) {
            throw new Refusal("asset.refused.pixels", name, width, height, MOST_PIXELS / 1_000_000);
        }
        return new FileKind(mimeType, width, height);
    }

    /** Sizes as RFC 9649, 2.5 to 2.7, writes them, in the first 30 bytes. Java has no decoder for the picture itself. */
    private static FileKind webp(Upload upload, String name) throws Refusal, IOException {
        byte[] head;
        try (InputStream in = upload.content().open()) {
            head = in.readNBytes(30);
        }
        ByteBuffer start = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (head.length < 30 || Integer.toUnsignedLong(start.getInt(4)) + 8 > upload.size()) {
            throw new Refusal("asset.refused.damaged", name);
        }
        String type = "image/webp";
        return switch (new String(head, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> sized(name, type, (start.getInt(24) & 0xffffff) + 1, (start.getInt(26) >>> 8) + 1);
            case "VP8L" -> sized(name, type, (start.getInt(21) & 0x3fff) + 1, (start.getInt(21) >> 14 & 0x3fff) + 1);
            case "VP8 " -> sized(name, type, start.getShort(26) & 0x3fff, start.getShort(28) & 0x3fff);
            default -> throw new Refusal("asset.refused.damaged", name);
        };
    }

    /** A PDF that was cut short lacks its end (ISO 32000-1, 7.5.5; readers look for it in the last 1024 bytes). */
    private static FileKind pdf(Upload upload, String name) throws Refusal, IOException {
        try (InputStream in = upload.content().open()) {
            in.skipNBytes(Math.max(0, upload.size() - 1024));
            if (!new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new Refusal("asset.refused.damaged", name);
            }
        }
        return new FileKind("application/pdf", 0, 0);
    }

    private static FileKind office(Upload upload, String name) throws Refusal, IOException {
        Path copy = Files.createTempFile("asset", ".zip");
        try (InputStream in = upload.content().open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                String type = zip.size() > MOST_ENTRIES ? "" : documentType(zip, name);
                if (type.isEmpty()) {
                    throw new Refusal("asset.refused.archive", name);
                }
                FileKind kind = new FileKind(type, 0, 0);
                if (!name.toLowerCase(Locale.ROOT).endsWith("." + kind.extension())) {
                    // Such as a template or a macro document under another name: nothing to guess at.
                    throw new Refusal("asset.refused.extension", name, kind.extension());
                }
                return kind;
            }
        } catch (ZipException e) {
            throw new Refusal("asset.refused.damaged", name);
        } finally {
            Files.delete(copy);
        }
    }

    /** Empty if it is no document. */
    private static String documentType(ZipFile zip, String name) throws Refusal, IOException {
        Set<String> folders = new HashSet<>();
        for (ZipEntry each : Collections.list(zip.entries())) {
            String entry = each.getName();
            // ECMA-376 documents with macros, and OpenDocument ones with Basic or scripts.
            if (entry.matches(".*vbaProject\\.bin|Basic/[^/]+/.+|Scripts/.+")) {
                throw new Refusal("asset.refused.macros", name);
            }
            folders.add(entry.replaceFirst("/.*", ""));
        }
        // What documents say of themselves (OpenDocument 1.3, part 2, 3.3).
        ZipEntry said = zip.getEntry("mimetype");
        if (said != null && said.getSize() <= MOST_MIMETYPE) {
            try (InputStream in = zip.getInputStream(said)) {
                String type = new String(in.readNBytes(MOST_MIMETYPE), StandardCharsets.US_ASCII).strip();
                return type.matches("application/vnd\\.oasis\\.opendocument\\.(text|spreadsheet|presentation)")
                        ? type
                        : "";
            }
        }
        folders.retainAll(folders.contains("[Content_Types].xml") ? OPEN_XML.keySet() : Set.of());
        return folders.stream().map(OPEN_XML::get).findFirst().orElse("");
    }
}
