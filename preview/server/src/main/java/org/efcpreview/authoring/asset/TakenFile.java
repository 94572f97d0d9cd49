package org.efcpreview.authoring.asset;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.efcevents.savedpage.FileKind;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.http.Upload;

/** Which files are taken: neither their names nor what the browser says of them counts. */
final class TakenFile {
    private static final Tika TIKA = new Tika();

    /** In the names of parts, which are not packed. */
    private static final Pattern MACROS = Pattern.compile("vbaProject\\.bin|Basic/[^/]+/|Scripts/");

    private TakenFile() {}

    /**
     * Looks at a file.
     *
     * @param name what messages call it
     * @return what it is
     * @throws Refusal if it is of no kind that is taken, damaged, or a picture of too many pixels
     */
    static FileKind kind(Upload upload, String name) throws Refusal, IOException {
        byte[] file;
        try (InputStream in = upload.content().open()) {
            file = in.readAllBytes();
        }
        Optional<FileKind> large = FileKind.picture(file).filter(FileKind::isTooLarge);
        if (large.isPresent()) {
            long millions = FileKind.MOST_PIXELS / 1_000_000;
            throw new Refusal(
                    "asset.refused.pixels",
                    name,
                    large.get().width(),
                    large.get().height(),
                    millions);
        }
        FileKind kind = FileKind.of(file).orElseThrow(() -> new Refusal("asset.refused." + reason(file), name));
        if (kind.isPicture()) {
            decode(file, kind, name);
        } else if (!kind.extension().equals("pdf")
                && !name.toLowerCase(Locale.ROOT).endsWith("." + kind.extension())) {
            // Such as a template or a macro document under another name: nothing to guess at.
            throw new Refusal("asset.refused.extension", name, kind.extension());
        }
        return kind;
    }

    private static String reason(byte[] file) {
        String type = TIKA.detect(file);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return switch (type) {
            case "image/svg+xml" -> "svg";
            case "text/html", "application/xhtml+xml" -> "html";
            case "image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf" -> "damaged";
            default -> file.length == 0
                    ? "empty"
                    : !MediaTypeRegistry.getDefaultRegistry().isInstanceOf(type, MediaType.APPLICATION_ZIP)
                            ? "kind"
                            // The listing comes last.
                            : !text.contains("PK\5\6")
                                    ? "damaged"
                                    : MACROS.matcher(text).find() ? "macros" : "archive";
        };
    }

    /** To see that it can be decoded, every line is read; about 500 pixels are kept in each direction. Java has nothing for WebP. */
    private static void decode(byte[] file, FileKind kind, String name) throws Refusal, IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.mediaType());
        if (!readers.hasNext()) {
            return;
        }
        ImageReader reader = readers.next();
        try (ImageInputStream image = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(image, true, true);
            int step = Math.max(1, Math.min(kind.width(), kind.height()) / 500);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            // Pictures for print, with four inks, have no colours that Java knows, but can be read.
            if (reader.canReadRaster()) {
                reader.readRaster(0, param);
            } else {
                reader.read(0, param);
            }
        } catch (IIOException | EOFException | RuntimeException e) {
            throw new Refusal("asset.refused.damaged", name);
        } finally {
            reader.dispose();
        }
    }
}
