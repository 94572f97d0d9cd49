package org.efccommand.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.domain.Metadata;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagTest {

    @TempDir
    Path folder;

    private Path written() throws IOException {
        Path place = folder.resolve("archive");
        try (BagWriter bag = BagWriter.at(place)) {
            bag.add("events.json", bytes("{}"));
            bag.add("html/événement du 3 mai.html", bytes("<p>"));
            bag.add("empty", new byte[0]);
            bag.finish(Map.of("Source-Organization", "A\nB"));
        }
        return place;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Opened by the Library of Congress's tool, which knows nothing of ours. */
    static void assertValidForOthers(Path place) {
        assertThatCode(() -> {
                    try (BagVerifier verifier = new BagVerifier()) {
                        verifier.isValid(new BagReader().read(place), false);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void isValidForItselfAndForOthers() throws Exception {
        Path place = written();

        assertThat(new Bag(place).problems()).isEmpty();
        assertValidForOthers(place);
        Metadata info = new BagReader().read(place).getMetadata();
        assertThat(info.get("Source-Organization")).containsExactly("A B");
        assertThat(info.get("Payload-Oxum")).containsExactly("5.3");
    }

    @Test
    void namesWhatIsMissingChangedAndUnlisted() throws IOException {
        Path place = written();
        Files.delete(place.resolve("data/empty"));
        Files.writeString(place.resolve("data/events.json"), "[]");
        Files.writeString(place.resolve("data/more"), "");

        assertThat(new Bag(place).problems())
                .containsExactly(
                        "data/empty is missing",
                        "data/events.json has been changed: its SHA-256 is another",
                        "data/more is in no manifest");
    }

    @Test
    void seesThatAManifestWasChanged() throws IOException {
        Path place = written();
        Files.delete(place.resolve("data/empty"));
        Path manifest = place.resolve("manifest-sha256.txt");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst(".*data/empty\n", ""));

        assertThat(new Bag(place).problems())
                .containsExactly(
                        "manifest-sha256.txt has been changed: its SHA-256 is another",
                        "bag-info.txt says Payload-Oxum 5.3, and there are 5.2");
    }

    @Test
    void readsNothingOutsideOfThePackage() throws IOException {
        Path place = written();
        Files.writeString(folder.resolve("secret"), "x");
        Files.writeString(
                place.resolve("manifest-sha256.txt"), "0".repeat(64) + "  data/../../secret\n", StandardCharsets.UTF_8);

        assertThat(new Bag(place).problems())
                .contains("manifest-sha256.txt leads out of the package: data/../../secret");
        assertThatThrownBy(() -> new Bag(place).open("../../secret")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesNothingOfWhatIsNotFinished() throws IOException {
        try (BagWriter bag = BagWriter.at(folder.resolve("archive"))) {
            bag.add("events.json", bytes("{}"));
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void hasNoTwoFilesOfOnePath() throws IOException {
        try (BagWriter bag = BagWriter.at(folder.resolve("archive"))) {
            bag.add("events.json", bytes("{}"));

            assertThatThrownBy(() -> bag.add("events.json", bytes("{}")))
                    .hasMessageContaining("two files data/events.json");
        }
    }

    @Test
    void isTheSameZipFileForTheSamePackage() throws Exception {
        Path place = written();
        Packages.pack(place, folder.resolve("one.zip"));
        Packages.pack(place, folder.resolve("two.zip"));

        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
        assertThat(Packages.with(folder.resolve("one.zip"), bag -> {
                    assertThat(bag.folder()).hasToString("/archive");
                    return bag.problems();
                }))
                .contains(List.of());
    }

    @Test
    void opensNoZipFileThatLeadsOut() throws Exception {
        Path zip = folder.resolve("hostile.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("bag/bagit.txt"));
            out.putNextEntry(new ZipEntry("../outside"));
            out.closeEntry();
        }

        assertThat(Packages.with(zip, Bag::problems)).isEmpty();
        assertThat(folder).isDirectoryContaining(zip::equals).isDirectoryNotContaining("glob:**outside");
    }
}
