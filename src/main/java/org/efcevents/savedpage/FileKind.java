package org.efcevents.savedpage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a picture or a document is, by what it holds alone: its name says nothing of it. What a browser runs (HTML, SVG), what a computer runs,
 * and documents with macros are of no kind.
 *
 * @param mediaType such as {@code image/jpeg}
 * @param extension of names, without the dot
 * @param width of a picture, in pixels; 0 of a document
 * @param height of a picture, in pixels; 0 of a document
 */
public record FileKind(String mediaType, String extension, int width, int height) {

    /** Of a picture; browsers of small machines give up at more. */
    public static final long MOST_PIXELS = 50_000_000;

    private static final int MOST_PARTS = 10_000;

    private static final String MICROSOFT = "application/vnd.openxmlformats-officedocument.";

    /** Of ECMA-376, by the folder that holds the content. */
    private static final List<List<String>> OPEN_XML = List.of(
            List.of("word/", MICROSOFT + "wordprocessingml.document", "docx"),
            List.of("xl/", MICROSOFT + "spreadsheetml.sheet", "xlsx"),
            List.of("ppt/", MICROSOFT + "presentationml.presentation", "pptx"));

    /** Of Office before 2007, by the stream that holds the content ([MS-DOC], [MS-XLS], [MS-PPT]). */
    private static final List<List<String>> COMPOUND = List.of(
            List.of("WordDocument", "application/msword", "doc"),
            List.of("Workbook", "application/vnd.ms-excel", "xls"),
            List.of("PowerPoint Document", "application/vnd.ms-powerpoint", "ppt"));

    /** OpenDocument 1.3, part 2, 3.3: the first part, which is not packed, says what it is. */
    private static final List<List<String>> OPEN_DOCUMENT =
            List.of(List.of("text", "odt"), List.of("spreadsheet", "ods"), List.of("presentation", "odp"));

    private static final Pattern MACROS = Pattern.compile("(?i).*vbaProject\\.bin|Basic/[^/]+/.+|Scripts/.+");

    /** What a file is; empty if it is nothing that is taken, damaged, or a picture of too many pixels. */
    public static Optional<FileKind> of(byte[] file) {
        Optional<FileKind> picture = picture(file);
        if (picture.isPresent()) {
            return picture.filter(kind -> kind.isPicture() && !kind.isTooLarge());
        }
        if (begins(file, "%PDF-")) {
            // One that was cut short lacks its end (ISO 32000-1, 7.5.5: in the last 1024 bytes).
            byte[] end = Arrays.copyOfRange(file, Math.max(0, file.length - 1024), file.length);
            return contains(end, "%%EOF", StandardCharsets.ISO_8859_1)
                    ? Optional.of(document("application/pdf", "pdf"))
                    : Optional.empty();
        }
        if (begins(file, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return compound(file);
        }
        return ZipListing.isOne(file) ? packed(file) : Optional.empty();
    }

    /** What a picture says that it is, which may be more than is taken; of 0 pixels if it is damaged, and empty if it is no picture. */
    public static Optional<FileKind> picture(byte[] file) {
        return PictureHead.of(file);
    }

    /** Whether a page can show it. */
    public boolean isPicture() {
        return width > 0 && height > 0;
    }

    /** Whether it is a picture of more pixels than are taken. */
    public boolean isTooLarge() {
        return isPicture() && (long) width * height > MOST_PIXELS;
    }

    private static FileKind document(String mediaType, String extension) {
        return new FileKind(mediaType, extension, 0, 0);
    }

    private static Optional<FileKind> compound(byte[] file) {
        return contains(file, "_VBA_PROJECT", StandardCharsets.UTF_16LE)
                ? Optional.empty()
                : COMPOUND.stream()
                        .filter(kind -> contains(file, kind.get(0) + "\0", StandardCharsets.UTF_16LE))
                        .map(kind -> document(kind.get(1), kind.get(2)))
                        .findFirst();
    }

    private static Optional<FileKind> packed(byte[] file) {
        List<ZipPart> parts;
        try {
            parts = ZipListing.of(file, MOST_PARTS);
        } catch (UnusableZip noDocument) {
            return Optional.empty();
        }
        if (parts.isEmpty()
                || parts.stream().anyMatch(part -> MACROS.matcher(part.name()).matches())) {
            return Optional.empty();
        }
        ZipPart first = parts.get(0);
        if (first.name().equals("mimetype") && first.method() == ZipPart.STORED) {
            String said = new String(file, first.from(), first.packed(), StandardCharsets.ISO_8859_1);
            return OPEN_DOCUMENT.stream()
                    .filter(kind -> said.equals("application/vnd.oasis.opendocument." + kind.get(0)))
                    .map(kind -> document(said, kind.get(1)))
                    .findFirst();
        }
        return parts.stream().noneMatch(part -> part.name().equals("[Content_Types].xml"))
                ? Optional.empty()
                : OPEN_XML.stream()
                        .filter(kind ->
                                parts.stream().anyMatch(part -> part.name().startsWith(kind.get(0))))
                        .map(kind -> document(kind.get(1), kind.get(2)))
                        .findFirst();
    }

    static boolean begins(byte[] file, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= wanted.length && Arrays.equals(file, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static boolean contains(byte[] file, String words, Charset written) {
        // In a charset in which each byte is a letter, so that bytes can be looked for as a text is.
        return new String(file, StandardCharsets.ISO_8859_1)
                .contains(new String(words.getBytes(written), StandardCharsets.ISO_8859_1));
    }
}
