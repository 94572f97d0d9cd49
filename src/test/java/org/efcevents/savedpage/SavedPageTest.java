package org.efcevents.savedpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.efcevents.savedpage.SavedPage.Limits;
import org.efcevents.savedpage.UnusableZip.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ZIP with a page and its files, however it was made. */
class SavedPageTest {

    private static final String PAGE = "<p>Past events</p>";

    private static void assertRefused(byte[] zip, Limits limits, Reason reason, Object... about) {
        assertThatThrownBy(() -> SavedPage.of(zip, limits)).isInstanceOfSatisfying(UnusableZip.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.about()).isEqualTo(List.of(about));
        });
    }

    private static void assertRefused(byte[] zip, Reason reason, Object... about) {
        assertRefused(zip, Limits.USUAL, reason, about);
    }

    private static Zip page() throws IOException {
        return new Zip().add("Past.html", PAGE);
    }

    @Test
    void aPageAndItsFiles() throws Exception {
        SavedPage saved = SavedPage.of(page().add("Past_files/", "")
                .add("Past_files/a.jpg", "picture")
                .store("minutes.pdf", new byte[] {1, 2, 3})
                .bytes());
        assertThat(saved.path()).isEqualTo("Past.html");
        assertThat(saved.page()).asString().isEqualTo(PAGE);
        assertThat(saved.files()).containsExactly("Past_files/a.jpg", "minutes.pdf");
        assertThat(saved.content("Past_files/a.jpg")).asString().isEqualTo("picture");
        assertThat(saved.content("minutes.pdf")).containsExactly(1, 2, 3);
    }

    /** Sizes stand behind what is packed then, and there is a comment. */
    @Test
    void whatJavaPacks() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setComment("A comment, with PK\u0005\u0006 in it");
            zip.putNextEntry(new ZipEntry("été/page.html"));
            zip.write(PAGE.repeat(10_000).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("été/leer.pdf"));
        }
        SavedPage saved = SavedPage.of(file.toByteArray());
        assertThat(saved.path()).isEqualTo("été/page.html");
        assertThat(saved.page()).asString().isEqualTo(PAGE.repeat(10_000));
        assertThat(saved.content("été/leer.pdf")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, page.html;notes.txt",
        "page.HTM, notes.txt;page.HTM",
        "page.html, page.html;page_files/saved_resource.html",
        "site/page.html, readme.txt;site/page.html",
        "index.html, index.html;other-much-larger.html",
        "longer.html, short.html;longer.html",
        "a.txt, a.txt;a_files/b.jpg",
        "page.html, page.html;__MACOSX/._page.html;.DS_Store;.hidden.html"
    })
    void thePage(String page, String names) throws Exception {
        Zip zip = new Zip();
        for (String name : names.split(";")) {
            zip.add(name, name);
        }
        assertThat(SavedPage.of(zip.bytes()).path()).isEqualTo(page);
    }

    @Test
    void whatOperatingSystemsAddIsNoFile() throws Exception {
        assertThat(SavedPage.of(page().add("__MACOSX/._a.jpg", "x")
                                .add("a/.DS_Store", "x")
                                .add("Thumbs.db", "x")
                                .add("desktop.ini", "x")
                                .bytes())
                        .files())
                .isEmpty();
    }

    @Test
    void namesOfOldAreRead() throws Exception {
        SavedPage saved = SavedPage.of(page().add("d\u00e9jeuner.jpg", Charset.forName("IBM437"), "old")
                .add("\u00fcber.jpg", StandardCharsets.UTF_8, "new, and does not say so")
                .bytes());
        assertThat(saved.files()).containsExactlyInAnyOrder("déjeuner.jpg", "über.jpg");
    }

    @Test
    void aNameThatSaysItIsUtf8AndIsNot() throws Exception {
        assertRefused(
                page().add(new byte[] {'a', (byte) 0xff}, new byte[0], 1 << 11, 8)
                        .bytes(),
                Reason.PATH,
                "a\ufffd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.jpg",
                "a/../../evil.jpg",
                "a/..",
                "..",
                "./a.jpg",
                "a/./b.jpg",
                "/etc/passwd",
                "//server/share/a.jpg",
                "a//b.jpg",
                "C:/a.jpg",
                "c:a.jpg",
                "..\\evil.jpg",
                "a\\b.jpg",
                "../",
                "/",
                ""
            })
    void aPathThatIsNone(String name) throws Exception {
        assertRefused(page().add(name, "x").bytes(), Reason.PATH, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0.jpg", "a\n.jpg", "a\u007f.jpg"})
    void aNameWithLettersThatAreNone(String name) throws Exception {
        assertRefused(page().add(name, "x").bytes(), Reason.PATH, name.replaceAll("\\p{Cc}", "\ufffd"));
    }

    @Test
    void aNameThatTurnsTheMessageRound() throws Exception {
        assertRefused(page().add("../a\u202egpj.exe", "x").bytes(), Reason.PATH, "../a\ufffdgpj.exe");
    }

    @Test
    void aNameThatFillsTheMessage() throws Exception {
        assertRefused(page().add("a".repeat(1001), "x").bytes(), Reason.PATH, "a".repeat(100) + "…");
    }

    @Test
    void dotsWithinNamesAreNoPath() throws Exception {
        assertThat(SavedPage.of(page().add("a..b/c...jpg", "x").bytes()).files())
                .containsExactly("a..b/c...jpg");
    }

    @ParameterizedTest
    @CsvSource({"a.jpg, a.jpg", "a/b.jpg, A/B.JPG", "e\u0301.jpg, \u00c9.jpg"})
    void twoOfOneName(String one, String other) throws Exception {
        assertRefused(page().add(one, "x").add(other, "y").bytes(), Reason.TWICE, other);
    }

    @Test
    void tooDeep() throws Exception {
        SavedPage.of(page().add("d/".repeat(20) + "a.jpg", "x").bytes());
        assertRefused(page().add("d/".repeat(21) + "a.jpg", "x").bytes(), Reason.DEEP, "d/".repeat(21) + "a.jpg", 20);
    }

    @Test
    void tooMany() throws Exception {
        Zip zip = page();
        for (int i = 0; i < 5; i++) {
            zip.add(i + ".jpg", "x");
        }
        Limits limits = new Limits(6, 20, 1000, 1000, 200);
        assertThat(SavedPage.of(zip.bytes(), limits).files()).hasSize(5);
        assertRefused(zip.add("6.jpg", "x").bytes(), limits, Reason.MANY, 7, 6);
    }

    @Test
    void tooLargeAltogether() throws Exception {
        Limits limits = new Limits(10, 20, 1000, 3L * 1024 * 1024, Long.MAX_VALUE / Integer.MAX_VALUE);
        byte[] almost = Zip.zeros(3 * 512 * 1024 - PAGE.length());
        assertThat(SavedPage.of(page().add("a.pdf", almost).add("b.pdf", almost).bytes(), limits)
                        .files())
                .hasSize(2);
        assertRefused(
                page().add("a.pdf", almost)
                        .add("b.pdf", almost)
                        .add("c.pdf", Zip.zeros(PAGE.length() + 1))
                        .bytes(),
                limits,
                Reason.LARGE,
                "c.pdf",
                3L);
    }

    @Test
    void aBombThatSaysWhatItIs() throws Exception {
        assertRefused(page().add("bomb.pdf", Zip.zeros(2 * 1024 * 1024)).bytes(), Reason.BOMB, "bomb.pdf");
    }

    /** It is stopped on the way, not at the size that it tells. */
    @Test
    void aBombThatSaysItIsSmall() throws Exception {
        byte[] content = Zip.zeros(2 * 1024 * 1024);
        assertRefused(
                page().add("bomb.pdf".getBytes(StandardCharsets.UTF_8), Zip.deflated(content), 0, 8, 0, 10)
                        .bytes(),
                Reason.BOMB,
                "bomb.pdf");
    }

    /** Fifield, “A better zip bomb” (2019): the same bytes are unpacked as a part of several entries. */
    @Test
    void twoEntriesOfTheSameBytes() throws Exception {
        assertRefused(page().add("a.pdf", "x").listAgain().bytes(), Reason.BOMB, "a.pdf");
        byte[] inner = new Zip().add("b.pdf", "x").packed();
        Zip zip = page();
        int header = zip.packed().length + 30 + "a.pdf".length();
        byte[] name = "b.pdf".getBytes(StandardCharsets.UTF_8);
        assertRefused(
                zip.store("a.pdf", inner)
                        .list(header, name, Zip.deflated(new byte[] {'x'}).length, 0, 8, 0, 1)
                        .bytes(),
                Reason.BOMB,
                "b.pdf");
    }

    @Test
    void aZipInAZipIsAFileLikeAnother() throws Exception {
        SavedPage saved = SavedPage.of(page().store("inner.zip", page().bytes()).bytes());
        assertThat(saved.files()).containsExactly("inner.zip");
        assertThat(FileKind.of(saved.content("inner.zip"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1 | 1 << 11, 1 | 1 << 6})
    void encrypted(int flags) throws Exception {
        assertRefused(
                page().add("secret.pdf".getBytes(StandardCharsets.UTF_8), new byte[20], flags, 8)
                        .bytes(),
                Reason.ENCRYPTED,
                "secret.pdf");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 12, 14, 93, 99})
    void packedInAnotherWay(int method) throws Exception {
        assertRefused(
                page().add("a.pdf".getBytes(StandardCharsets.UTF_8), new byte[20], 0, method)
                        .bytes(),
                Reason.PACKING,
                "a.pdf");
    }

    @Test
    void whatIsNotWhatIsSaidOfIt() throws Exception {
        byte[] name = "a.pdf".getBytes(StandardCharsets.UTF_8);
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        byte[] data = Zip.deflated(content);
        int crc = 0x8da9eb3f;
        assertRefused(page().add(name, data, 0, 8, 1, content.length).bytes(), Reason.DAMAGED, "a.pdf");
        assertRefused(page().add(name, content, 0, 0, crc, 3).bytes(), Reason.DAMAGED, "a.pdf");
        assertRefused(page().add(name, data, 0, 8, crc, 6).bytes(), Reason.DAMAGED, "a.pdf");
        assertRefused(page().add(name, new byte[] {7, 7, 7}, 0, 8, crc, 7).bytes(), Reason.DAMAGED, "a.pdf");
        byte[] cut = Arrays.copyOf(data, data.length - 2);
        assertRefused(page().add(name, cut, 0, 8, crc, content.length).bytes(), Reason.DAMAGED, "a.pdf");
        byte[] more = Arrays.copyOf(data, data.length + 2);
        assertRefused(page().add(name, more, 0, 8, crc, content.length).bytes(), Reason.DAMAGED, "a.pdf");
    }

    /** Programs that read one of the two see another file than those that read the other. */
    @Test
    void whatIsListedIsNotThere() throws Exception {
        byte[] name = "a.pdf".getBytes(StandardCharsets.UTF_8);
        assertRefused(page().list(0, name, 5, 0, 8, 0, 5).bytes(), Reason.DAMAGED, "a.pdf");
        assertRefused(page().list(1, name, 5, 0, 8, 0, 5).bytes(), Reason.DAMAGED, "a.pdf");
        assertRefused(page().list(1_000_000, name, 5, 0, 8, 0, 5).bytes(), Reason.DAMAGED, "a.pdf");
    }

    @Test
    void cutShortAnywhere() throws Exception {
        byte[] zip = page().add("a.pdf", "content").bytes();
        for (int length = 0; length < zip.length; length++) {
            assertRefused(Arrays.copyOf(zip, length), Reason.BROKEN);
        }
    }

    /** Whatever a byte is, it is read or refused, and nothing else happens. */
    @Test
    void anyByteMayBeAnother() throws Exception {
        byte[] zip = page().add("a.pdf", "content").store("b", new byte[3]).bytes();
        for (int at = 0; at < zip.length; at++) {
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                byte[] other = zip.clone();
                other[at] = (byte) value;
                try {
                    SavedPage saved = SavedPage.of(other);
                    assertThat(saved.page()).asString().isEqualTo(PAGE);
                } catch (UnusableZip refused) {
                    assertThat(refused.about()).isNotNull();
                }
            }
        }
    }

    @Test
    void aZipWithoutAPage() throws Exception {
        assertRefused(new Zip().add("word/document.xml", "x").bytes(), Reason.PAGELESS);
        assertRefused(new Zip().bytes(), Reason.PAGELESS);
    }

    @Test
    void whatBeginsAsOne() throws Exception {
        assertThat(SavedPage.isOne(page().bytes())).isTrue();
        assertThat(SavedPage.isOne(new Zip().bytes())).isTrue();
        assertThat(SavedPage.isOne(PAGE.getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(SavedPage.isOne("PK, the page of the year".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(SavedPage.isOne(new byte[0])).isFalse();
    }
}
