package org.efcevents.savedpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, by what it holds. */
class FileKindTest {

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, file);
        return file.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "gif, image/gif", "jpg, image/jpeg"})
    void aPicture(String format, String mediaType) throws IOException {
        assertThat(FileKind.of(picture(format))).contains(new FileKind(mediaType, format, 30, 20));
    }

    @ParameterizedTest
    @CsvSource({
        // Of libwebp 1.3: simple, lossless, and with an animation.
        "524946461a000000574542505650382018000000300100 9d012a 1e00 1400 0000000000000000, 30, 20",
        "524946461a000000574542505650384c0e000000 2f 1dc00400 00000000000000000000, 30, 20",
        "524946461a0000005745425056503858 0a000000 02000000 1d0000 130000 00000000, 30, 20"
    })
    void aWebPicture(String hex, int width, int height) {
        byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(FileKind.of(Arrays.copyOf(file, 34))).contains(new FileKind("image/webp", "webp", width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpg"})
    void aPictureThatWasCutShort(String format) throws IOException {
        byte[] picture = picture(format);
        for (int length = 0; length < 8; length++) {
            assertThat(FileKind.of(Arrays.copyOf(picture, length))).isEmpty();
        }
    }

    @Test
    void aPictureThatFillsAMachine() throws IOException {
        byte[] picture = picture("png");
        picture[17] = 1;
        picture[21] = 1;
        assertThat(FileKind.of(picture)).isEmpty();
    }

    @Test
    void aPdf() {
        assertThat(FileKind.of(latin("%PDF-1.4\n…\n%%EOF\n"))).contains(new FileKind("application/pdf", "pdf", 0, 0));
        assertThat(FileKind.of(latin("%PDF-1.4\n cut"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"word/document.xml, docx", "xl/workbook.xml, xlsx", "ppt/presentation.xml, pptx"})
    void anOfficeDocument(String part, String extension) throws IOException {
        Zip zip = new Zip().add("[Content_Types].xml", "<Types/>").add(part, "x");
        assertThat(FileKind.of(zip.bytes()))
                .hasValueSatisfying(kind -> assertThat(kind.extension()).isEqualTo(extension));
        assertThat(FileKind.of(zip.add(part.replaceFirst("/.*", "/vbaProject.bin"), "x")
                        .bytes()))
                .as("with macros")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text, odt", "spreadsheet, ods", "presentation, odp"})
    void anOpenDocument(String type, String extension) throws IOException {
        Zip zip = new Zip()
                .store("mimetype", latin("application/vnd.oasis.opendocument." + type))
                .add("content.xml", "x");
        assertThat(FileKind.of(zip.bytes()))
                .contains(new FileKind("application/vnd.oasis.opendocument." + type, extension, 0, 0));
        assertThat(FileKind.of(zip.add("Basic/Standard/Module1.xml", "x").bytes()))
                .as("with macros")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WordDocument, doc", "Workbook, xls", "PowerPoint Document, ppt"})
    void aDocumentOfOld(String stream, String extension) throws IOException {
        String start = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
        String streams = new String((stream + "\0").getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        String macros = new String("_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        assertThat(FileKind.of(latin(start + streams)))
                .hasValueSatisfying(kind -> assertThat(kind.extension()).isEqualTo(extension));
        assertThat(FileKind.of(latin(start + streams + macros)))
                .as("with macros")
                .isEmpty();
        assertThat(FileKind.of(latin(start + "an installer"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><svg/>",
                "<!doctype html><script>alert(1)</script>",
                " %PDF-1.4 %%EOF",
                "MZ\u0090\0 a program",
                "\u007fELF",
                "#!/bin/sh",
                "PK\u0003\u0004 an archive",
                "{\\rtf1 a document with objects}",
                "a text"
            })
    void whatIsNotTaken(String file) {
        assertThat(FileKind.of(latin(file))).isEmpty();
    }

    @Test
    void anArchiveIsNoDocument() throws IOException {
        assertThat(FileKind.of(new Zip().bytes())).isEmpty();
        assertThat(FileKind.of(new Zip().add("a.exe", "x").bytes())).isEmpty();
        assertThat(FileKind.of(new Zip()
                        .store("mimetype", latin("application/java-archive"))
                        .bytes()))
                .isEmpty();
    }
}
