package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    private String told(String user) {
        return new DeskSubject(new ImportPage(), null, "", progress.of(user))
                .json(null)
                .write(null, null, null)
                .text();
    }

    @Test
    void eachEditorIsToldOfWhatTheyWaitForThemselves() {
        progress.begin("officer", 3);
        progress.step("officer");
        progress.begin("other", 5);

        assertThat(told("officer")).isEqualTo("{\"done\":1,\"all\":3}");
        assertThat(told("other")).isEqualTo("{\"done\":0,\"all\":5}");
        progress.end("officer");
        assertThat(told("officer")).isEqualTo("{\"done\":0,\"all\":0}");
    }
}
