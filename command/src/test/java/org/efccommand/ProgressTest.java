package org.efccommand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter out = new StringWriter();

    private void work(boolean terminal) {
        Progress progress = new Progress(new PrintWriter(out), terminal);
        progress.begin("Pages");
        for (int i = 0; i < 2500; i++) {
            progress.step();
        }
        progress.begin("Manifests");
        progress.clear();
    }

    @Test
    void saysPlainLinesInAPipe() {
        work(false);

        assertThat(out.toString().lines()).containsExactly("Pages", "Pages: 1000", "Pages: 2000", "Manifests");
        assertThat(out.toString()).doesNotContain("\r");
    }

    @Test
    void rewritesOneLineOnATerminalAndTakesItAway() {
        work(true);

        assertThat(out.toString()).startsWith("\rPages: ").doesNotContain("\n").endsWith("\r");
    }
}
