package org.efccommand.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.Bag;
import org.efccommand.content.NodeLines;
import org.efccommand.content.StoredNode;
import org.efccommand.content.StoredProperty;
import org.efccommand.rest.Magnolia;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagnoliaImportTest {

    private static final String EVENT = "00000000-0000-4000-8000-000000000001";
    private static final String LATER = "00000000-0000-4000-8000-000000000002";
    private static final String SPEAKER = "00000000-0000-4000-8000-000000000003";
    private static final String ELSEWHERE = "00000000-0000-4000-8000-000000000004";

    @TempDir
    Path folder;

    private NodesRest rest;
    private Bag bag;

    @BeforeEach
    void begin() throws IOException {
        rest = new NodesRest();
        bag = new Bag(folder);
        Path lines = bag.file(Contents.path("author", "efc-events"));
        Files.createDirectories(lines.getParent());
        try (SequenceWriter out = NodeLines.to(Files.newOutputStream(lines))) {
            for (StoredNode node : List.of(
                    node("/events", "mgnl:folder", "x", "mgnl:created", "2013-01-01T00:00:00.000Z"),
                    node("/events/one", "efc:event", EVENT, "report", "<a href=\"${" + LATER + "}\">, " + ELSEWHERE),
                    node("/events/one/participations", "mgnl:contentNode", ""),
                    node("/events/one/participations/participations0", "efc:participation", "", "speaker", SPEAKER),
                    node("/events/two", "efc:event", LATER, "title", "Two"),
                    node("/speakers", "mgnl:folder", "y"),
                    node("/speakers/doe", "efc:speaker", SPEAKER, "fullName", "Jane Doe"),
                    node("/deskSteps", "nt:unstructured", ""),
                    node("/deskSteps/step1", "nt:unstructured", ""))) out.write(node);
        }
    }

    private static StoredNode node(String path, String type, String identifier, String... property) {
        return new StoredNode(
                path,
                type,
                identifier,
                List.of(),
                property.length == 0
                        ? List.of()
                        : List.of(new StoredProperty(property[0], "String", false, List.of(property[1]))));
    }

    @AfterEach
    void end() {
        rest.close();
    }

    private MagnoliaImport run(boolean write, String password) throws Exception {
        MagnoliaImport sending = new MagnoliaImport(
                bag,
                new Magnolia(rest.address(), "superuser", password),
                new Progress(new PrintWriter(Writer.nullWriter()), false));
        sending.run(write);
        return sending;
    }

    private void assertAllSent() {
        assertThat(rest.paths())
                .containsExactlyInAnyOrder(
                        "dam/",
                        "efc-events/",
                        "efc-events/events",
                        "efc-events/speakers",
                        "efc-events/speakers/doe",
                        "efc-events/events/one",
                        "efc-events/events/one/participations",
                        "efc-events/events/one/participations/participations0",
                        "efc-events/events/two");
        assertThat(rest.text("efc-events/events/one/participations/participations0", "speaker"))
                .isEqualTo(rest.identifier("efc-events/speakers/doe"));
        assertThat(rest.text("efc-events/events/one", "report"))
                .isEqualTo("<a href=\"${" + rest.identifier("efc-events/events/two") + "}\">, " + ELSEWHERE);
    }

    @Test
    void tellsWhatWouldBeSentAndSendsNothing() throws Exception {
        MagnoliaImport told = run(false, "secret");

        assertThat(told.added()).isEqualTo(5);
        assertThat(told.same()).isEqualTo(2);
        assertThat(rest.paths()).hasSize(4);
    }

    @Test
    void sendsWhatIsNotThereAndLeadsToTheIdentifiersThatMagnoliaGave() throws Exception {
        assertThat(run(true, "secret").added()).isEqualTo(5);

        assertAllSent();
        MagnoliaImport again = run(true, "secret");
        assertThat(again.added()).isZero();
        assertThat(again.differing()).isEmpty();
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws Exception {
        for (int write = 0; write < 6; write++) {
            rest.failAt(0, write % 2 == 0 ? 500 : 403);
            assertThatThrownBy(() -> run(true, "secret"))
                    .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.status())
                            .isEqualTo(3))
                    .hasMessageContaining(rest.address() + ".rest/nodes/v1/efc-events")
                    .hasMessageMatching(write % 2 == 0 ? ".*500.*log.*run the same command again" : ".*403.*role.*");
            rest.failAt(1, 500);
            try {
                run(true, "secret");
            } catch (Failure oneFurther) {
                assertThat(oneFurther).hasMessageContaining("500");
            }
        }
        rest.failAt(-1, 0);
        run(true, "secret");

        assertAllSent();
    }

    @Test
    void leavesWhatIsThereAndNamesIt() throws Exception {
        run(true, "secret");
        Path lines = bag.file(Contents.path("author", "efc-events"));
        Files.writeString(lines, Files.readString(lines).replace("Jane Doe", "John Doe"));

        assertThat(run(true, "secret").differing()).containsExactly("efc-events/speakers/doe");
        assertThat(rest.text("efc-events/speakers/doe", "fullName")).isEqualTo("Jane Doe");
    }

    @Test
    void saysThatItIsRefused() {
        assertThatThrownBy(() -> run(true, "wrong"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.status()).isEqualTo(3))
                .hasMessageContaining("401: user or password are wrong");
    }
}
