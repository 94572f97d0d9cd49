package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The module in a fresh public instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicInstanceIT {

    private final Magnolia magnolia = Magnolia.visible();

    @BeforeAll
    void start() {
        magnolia.start(Magnolia.JAR, "");
    }

    @AfterAll
    void stop() {
        magnolia.stop();
    }

    @Test
    void installsWithoutAWord() {
        InsideMagnolia.Installation installation = magnolia.inside().installation();
        assertThat(installation.status()).isEqualTo("installDone");
        assertThat(installation.messages()).noneMatch(message -> message.contains("efc"));
        assertThat(magnolia.logged())
                .anyMatch(line -> line.startsWith("INFO") && line.contains("efc-events"))
                .noneMatch(line -> line.matches("(WARN|ERROR|FATAL).*efc.*"));
    }

    @Test
    void hasNoDefinitionProblem() {
        assertThat(magnolia.inside().definitions("efc-events")).hasSizeGreaterThan(20);
        assertThat(magnolia.inside().problems("efc-events")).isEmpty();
        assertThat(magnolia.inside().problems("efc-site")).isEmpty();
    }
}
