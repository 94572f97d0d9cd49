package org.efcevents.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestsTest {

    @Test
    void aSiteThatIsAskedForByManyNamesDoesNotKeepThoseOfEach() {
        Digests.OfAllForms all = new Digests.OfAllForms();
        Object state = new Object();
        Digests first = all.of(state, "https://0.example.org");

        assertThat(all.of(state, "https://0.example.org")).isSameAs(first);
        for (int i = 1; i < 10_000; i++) {
            assertThat(all.of(state, "https://" + i + ".example.org")).isNotNull();
        }
        assertThat(all.of(state, "https://0.example.org")).isNotSameAs(first);
    }
}
