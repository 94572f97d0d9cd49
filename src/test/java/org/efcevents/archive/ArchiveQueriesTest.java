package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.content.ContentException;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Slugs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveQueriesTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Node speaker;
    private ArchiveQueries queries;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        speaker = content.speaker("ann", Map.of("fullName", "Ann Ek"));
        queries = new ArchiveQueries(content.session(), new ContentLanguages("en", "en"), Slugs.NAMES);
    }

    @AfterEach
    void close() {
        content.close();
    }

    @Test
    void whatIsRemovedWhileItIsReadIsNotThere() throws Exception {
        assertThat(queries.read(speaker.getIdentifier(), this::nameAfterRemoval))
                .isEmpty();
    }

    private Optional<String> nameAfterRemoval(ContentNode node) {
        try {
            speaker.remove();
            content.session().save();
        } catch (RepositoryException e) {
            throw new IllegalStateException(e);
        }
        return Optional.ofNullable(node.rawText("fullName"));
    }

    @Test
    void whatIsThereAndCannotBeReadFails() {
        assertThatThrownBy(() -> queries.read(speaker.getIdentifier(), node -> {
                    throw new ContentException("the repository is away", null);
                }))
                .hasMessageContaining("away");
    }
}
