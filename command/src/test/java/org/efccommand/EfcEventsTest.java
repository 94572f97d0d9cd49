package org.efccommand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EfcEventsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = EfcEvents.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @Test
    void tellsItsStatuses() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Exit statuses:", "export", "import", "validate", "3  the target");
    }

    @Test
    void theOptionsThatItsPageTellsOfAreThere() throws IOException {
        Set<String> there = EfcEvents.commandLine().getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toSet());
        Set<String> told = Pattern.compile("--[a-z][a-z-]*")
                .matcher(Files.readString(Path.of("docs/command.md")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(there).containsAll(told);
        assertThat(told).contains("--write", "--json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "other",
                "export",
                "export --from ftp://x/ --to y",
                "export --from bootstrap:x --to y",
                "import x",
                "import x --into elsewhere"
            })
    void saysInOneLineWhatCannotBeMeant(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).containsOnlyOnce("\n").contains("--help");
    }

    @Test
    void namesWhatIsNotThere() {
        assertThat(run("validate", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(run("import", folder.resolve("none").toString(), "--into", "preview:" + folder))
                .isEqualTo(1);
        assertThat(run("export", "--from", "preview:" + folder.resolve("none"), "--to", folder + "/bag"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no").contains("no preview's home");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void bringsNoPackageThatWasChanged() throws Exception {
        Files.writeString(folder.resolve("bagit.txt"), "BagIt-Version: 1.0\n");

        assertThat(run("import", folder.toString(), "--into", "preview:" + folder + "/home"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no manifest-sha256.txt", "nothing was written");
    }

    @Test
    void saysThatASiteDoesNotAnswer() {
        // The port of nobody: RFC 863 is long out of use.
        assertThat(run("export", "--from", "http://127.0.0.1:9/", "--to", folder + "/bag"))
                .isEqualTo(4);
        assertThat(err.toString()).contains("does not answer");
        assertThat(folder).isEmptyDirectory();
    }
}
