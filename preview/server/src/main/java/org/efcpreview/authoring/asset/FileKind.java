package org.efcpreview.authoring.asset;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.efcpreview.http.Upload;

/**
 * What a file is, by its content alone: neither its name nor what the browser says of it counts.
 *
 * @param mimeType what it is served as
 * @param extension what its name ends in, without the dot
 * @param width of an image, in pixels; 0 for anything else
 * @param height of an image, in pixels; 0 for anything else
 */
record FileKind(String mimeType, String extension, int width, int height) {
    /** Of a file, in bytes. */
    static final long MOST_BYTES = 20L * 1024 * 1024;

    /** Of an image; browsers of small machines give up at more. */
    static final long MOST_PIXELS = 50_000_000;

    /** Enough to know a file by, and to find the root element of a text. */
    private static final int HEAD = 4096;

    /** Images are decoded, to see that they can be, at about this many pixels in each direction. */
    private static final int TRIAL = 500;

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_MIMETYPE = 200;

    /** By the folder that ECMA-376 documents keep their content in. */
    private static final Map<String, FileKind> OPEN_XML = Map.of(
            "word/", of("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            "xl/", of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            "ppt/", of("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"));

    /** By what OpenDocument files say of themselves in their entry {@code mimetype} (OpenDocument 1.3, part 2, 3.3). */
    private static final Map<String, FileKind> OPEN_DOCUMENT = List.of(
                    of("application/vnd.oasis.opendocument.text", "odt"),
                    of("application/vnd.oasis.opendocument.spreadsheet", "ods"),
                    of("application/vnd.oasis.opendocument.presentation", "odp"))
            .stream()
            .collect(Collectors.toMap(FileKind::mimeType, kind -> kind));

    private static FileKind of(String mimeType, String extension) {
        return new FileKind(mimeType, extension, 0, 0);
    }

    boolean isImage() {
        return mimeType.startsWith("image/");
    }

    /**
     * Looks at a file.
     *
     * @param name what messages call it
     * @throws RefusedFile if it is of no kind that is taken, damaged or too large
     */
    static FileKind of(Upload upload, String name) throws RefusedFile, IOException {
        if (upload.size() == 0) {
            throw new RefusedFile("asset.refused.empty", name);
        }
        if (upload.size() > MOST_BYTES) {
            throw new RefusedFile("asset.refused.large", name, MOST_BYTES / 1024 / 1024);
        }
        byte[] head;
        try (InputStream in = upload.content().open()) {
            head = in.readNBytes(HEAD);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return image(upload, name, "png", "image/png", "png");
        } else if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return image(upload, name, "jpeg", "image/jpeg", "jpg");
        } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return image(upload, name, "gif", "image/gif", "gif");
        } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return webp(upload, name, head);
        } else if (start.startsWith("%PDF-")) {
            return pdf(upload, name);
        } else if (start.startsWith("PK\u0003\u0004")) {
            return office(upload, name);
        }
        String text = text(head);
        if (text.contains("<svg") || text.contains(":svg")) {
            throw new RefusedFile("asset.refused.svg", name);
        } else if (text.contains("<html") || text.contains("<!doctype html") || text.contains("<script")) {
            throw new RefusedFile("asset.refused.html", name);
        }
        throw new RefusedFile("asset.refused.kind", name);
    }

    private static FileKind image(Upload upload, String name, String format, String mimeType, String extension)
            throws RefusedFile, IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (InputStream in = upload.content().open();
                ImageInputStream image = ImageIO.createImageInputStream(in)) {
            reader.setInput(image, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            FileKind kind = sized(name, mimeType, extension, width, height);
            // Every line is read; only a few of the pixels are kept.
            int step = Math.max(1, Math.min(width, height) / TRIAL);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(width, height));
            param.setSourceSubsampling(step, step, 0, 0);
            // Pictures for print, with four inks, have no colours that Java knows, but can be read.
            if (reader.canReadRaster()) {
                reader.readRaster(0, param);
            } else {
                reader.read(0, param);
            }
            return kind;
        } catch (IIOException | RuntimeException e) {
            throw damaged(name, e);
        } catch (java.io.EOFException e) {
            throw damaged(name, e);
        } finally {
            reader.dispose();
        }
    }

    private static FileKind sized(String name, String mimeType, String extension, int width, int height)
            throws RefusedFile {
        if (width <= 0 || height <= 0) {
            throw new RefusedFile("asset.refused.damaged", name);
        }
        if ((long) width * height > MOST_PIXELS) {
            throw new RefusedFile("asset.refused.pixels", name, width, height, MOST_PIXELS / 1_000_000);
        }
        return new FileKind(mimeType, extension, width, height);
    }

    /** Sizes as RFC 9649, 2.5 to 2.7, writes them. Java has no decoder for the picture itself. */
    private static FileKind webp(Upload upload, String name, byte[] head) throws RefusedFile {
        if (head.length < 30 || little(head, 4, 4) + 8 > upload.size()) {
            throw new RefusedFile("asset.refused.damaged", name);
        }
        long width;
        long height;
        switch (new String(head, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> {
                width = little(head, 24, 3) + 1;
                height = little(head, 27, 3) + 1;
            }
            case "VP8L" -> {
                long bits = little(head, 21, 4);
                width = (bits & 0x3fff) + 1;
                height = (bits >> 14 & 0x3fff) + 1;
            }
            case "VP8 " -> {
                width = little(head, 26, 2) & 0x3fff;
                height = little(head, 28, 2) & 0x3fff;
            }
            default -> throw new RefusedFile("asset.refused.damaged", name);
        }
        return sized(name, "image/webp", "webp", (int) width, (int) height);
    }

    private static long little(byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    /** A PDF that was cut short lacks its end (ISO 32000-1, 7.5.5; readers look for it in the last 1024 bytes). */
    private static FileKind pdf(Upload upload, String name) throws RefusedFile, IOException {
        try (InputStream in = upload.content().open()) {
            in.skipNBytes(Math.max(0, upload.size() - 1024));
            if (!new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new RefusedFile("asset.refused.damaged", name);
            }
        }
        return of("application/pdf", "pdf");
    }

    private static FileKind office(Upload upload, String name) throws RefusedFile, IOException {
        Path copy = Files.createTempFile("asset", ".zip");
        try {
            try (InputStream in = upload.content().open()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                FileKind kind = zip.size() > MOST_ENTRIES ? null : document(zip, name);
                if (kind == null) {
                    throw new RefusedFile("asset.refused.archive", name);
                }
                if (!name.toLowerCase(Locale.ROOT).endsWith("." + kind.extension())) {
                    // Such as a template or a macro document under another name: nothing to guess at.
                    throw new RefusedFile("asset.refused.extension", name, kind.extension());
                }
                return kind;
            }
        } catch (ZipException e) {
            throw damaged(name, e);
        } finally {
            Files.delete(copy);
        }
    }

    private static FileKind document(ZipFile zip, String name) throws RefusedFile, IOException {
        List<String> entries = zip.stream().map(ZipEntry::getName).toList();
        // ECMA-376 documents with macros, and OpenDocument ones with Basic or scripts.
        if (entries.stream()
                .anyMatch(entry -> entry.endsWith("vbaProject.bin")
                        || entry.matches("Basic/[^/]+/.+")
                        || entry.matches("Scripts/.+"))) {
            throw new RefusedFile("asset.refused.macros", name);
        }
        ZipEntry said = zip.getEntry("mimetype");
        if (said != null && said.getSize() <= MOST_MIMETYPE) {
            try (InputStream in = zip.getInputStream(said)) {
                return OPEN_DOCUMENT.get(
                        new String(in.readNBytes((int) MOST_MIMETYPE), StandardCharsets.US_ASCII).strip());
            }
        }
        if (!entries.contains("[Content_Types].xml")) {
            return null;
        }
        return OPEN_XML.entrySet().stream()
                .filter(kind -> entries.stream().anyMatch(entry -> entry.startsWith(kind.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What browsers could read as markup, in whichever encoding. */
    private static String text(byte[] head) {
        boolean wide = head.length > 1
                && (head[0] == 0 || head[1] == 0 || (head[0] & 0xff) >= 0xfe && (head[1] & 0xff) >= 0xfe);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return (wide ? text.replace("\0", "") : text).toLowerCase(Locale.ROOT);
    }

    private static RefusedFile damaged(String name, Exception cause) {
        RefusedFile refused = new RefusedFile("asset.refused.damaged", name);
        refused.initCause(cause);
        return refused;
    }
}
