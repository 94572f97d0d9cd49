package org.efcpreview;

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
import org.efcpreview.web.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PreviewTest {
    private final CommandLine command = Preview.commandLine();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    PreviewTest() {
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }

    private Options options(String... line) {
        command.parseArgs(line);
        Preview preview = command.getCommand();
        return preview.options();
    }

    @Test
    void nothing_said_means_the_defaults() {
        assertThat(options()).isEqualTo(Options.DEFAULT);
    }

    @Test
    void every_option_counts() {
        assertThat(options("--port", "0", "--home=/tmp/h", "--fresh", "--module", "m.jar", "--light", "l"))
                .isEqualTo(new Options(0, Path.of("/tmp/h"), true, Path.of("m.jar"), Path.of("l")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/preview.md"})
    void options_that_are_told_of_are_there(String page) throws IOException {
        Set<String> told = Pattern.compile("--[a-z][a-z-]*(?=[` \"])")
                .matcher(Files.readString(Path.of(page)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(command.getCommandSpec().optionsMap()).containsKeys(told.toArray(String[]::new));
        assertThat(told).contains("--fresh");
    }

    @Test
    void another_address_and_another_password_can_be_asked_for() {
        assertThat(options("--host", "0.0.0.0").host()).isEqualTo("0.0.0.0");
        assertThat(options("--behind-proxy").behindProxy()).isTrue();
        assertThat(Options.DEFAULT.behindProxy()).isFalse();
        assertThat(command.parseArgs("--password", "superuser").matchedOptionValue("--password", ""))
                .isEqualTo("superuser");
    }

    @Test
    void the_checkout_is_found_wherever_maven_was_started() {
        String before = System.getProperty("preview.root");
        System.setProperty("preview.root", "/checkout/preview/server/../../");
        try {
            assertThat(new CommandLineOf("--port", "1").options())
                    .isEqualTo(new Options(
                            1,
                            Path.of("/checkout/.preview"),
                            false,
                            Path.of("/checkout/target/classes"),
                            Path.of("/checkout/light-modules")));
        } finally {
            if (before == null) {
                System.clearProperty("preview.root");
            } else {
                System.setProperty("preview.root", before);
            }
        }
    }

    /** A command line that is read with what the system says at this moment. */
    private record CommandLineOf(String... line) {
        Options options() {
            CommandLine command = Preview.commandLine();
            command.parseArgs(line);
            Preview preview = command.getCommand();
            return preview.options();
        }
    }

    @Test
    void help_is_no_start() {
        assertThat(command.execute("--port", "1", "--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("mvn -q -f preview -Dexec.args=\"OPTIONS\"", "Ctrl-C")
                .contains(
                        "--port", "--home", "--fresh", "--module", "--light", "--host", "--behind-proxy", "--password")
                .contains("default 8080", "default 127.0.0.1");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_shell_can_complete_it() {
        assertThat(command.execute("generate-completion")).isZero();
        assertThat(out.toString()).contains("--behind-proxy", "complete -F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--prot 1",
                "8080",
                "--port",
                "--port x",
                "--port 65536",
                "--port -1",
                "--home",
                "--home=",
                "--host=",
                "--password=",
                "-h"
            })
    void a_wrong_command_line_is_told_in_one_line(String line) {
        assertThat(command.execute(line.split(" "))).isEqualTo(2);

        assertThat(err.toString().strip()).isNotBlank().doesNotContain("\n").contains("--help lists the options");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_option_that_is_not_there_is_named_with_those_that_may_be_meant() {
        command.execute("--prot", "1");
        assertThat(err.toString()).contains("--prot");
    }
}
