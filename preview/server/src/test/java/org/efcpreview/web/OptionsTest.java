package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void nothing_said_means_the_defaults() {
        assertThat(Options.parse(List.of())).contains(Options.DEFAULT);
    }

    @Test
    void every_option_counts() {
        assertThat(Options.parse(
                        List.of("--port", "0", "--home=/tmp/h", "--fresh", "--module", "m.jar", "--light", "l")))
                .contains(new Options(0, Path.of("/tmp/h"), true, Path.of("m.jar"), Path.of("l")));
    }

    @Test
    void another_address_and_another_password_can_be_asked_for() {
        assertThat(Options.parse(List.of("--host", "0.0.0.0")).orElseThrow().host())
                .isEqualTo("0.0.0.0");
        assertThat(Options.parse(List.of("--behind-proxy")).orElseThrow().behindProxy())
                .isTrue();
        assertThat(Options.DEFAULT.behindProxy()).isFalse();
        assertThat(Options.parse(List.of("--password", "superuser"))
                        .orElseThrow()
                        .password())
                .contains("superuser");
    }

    @Test
    void help_is_no_start() {
        assertThat(Options.parse(List.of("--port", "1", "--help"))).isEmpty();
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
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank()
                .doesNotContain("\n");
    }
}
