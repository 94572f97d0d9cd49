package org.efcevents.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.efcevents.archive.Archive;
import org.efcevents.archive.TestArchive;
import org.efcevents.content.ContentException;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.http.Representation;
import org.efcevents.index.IndexedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsDocumentTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Archive archive;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        for (String slug : List.of("a", "b", "c")) {
            content.event(slug, Map.of("title", slug, "start", "2014-03-04"));
        }
        archive = content.read("en", "2015-01-01");
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Representation written(Function<IndexedEvent, String> writer) {
        return new EventsDocument(
                        archive.entries(),
                        "<",
                        archive.find(ArchiveFilter.none()).all(),
                        writer,
                        ">")
                .representation("form");
    }

    @Test
    void anEventThatCannotBeWrittenDoesNotKeepTheOthersFromReaders() {
        boolean[] broken = {true};
        Function<IndexedEvent, String> writer = event -> {
            if (broken[0] && event.name().equals("b")) {
                throw new IllegalStateException("a bug that only one event meets");
            }
            return event.name();
        };
        Representation without = written(writer);
        assertThat(String.join("", without.parts())).isEqualTo("<ac>");

        broken[0] = false;
        assertThat(String.join("", written(writer).parts())).isEqualTo("<abc>");
        assertThat(written(writer).etag()).isNotEqualTo(without.etag());
    }

    @Test
    void aRepositoryThatFailsIsNoShorterDocument() {
        assertThatThrownBy(() -> written(event -> {
                    throw new ContentException("the repository is away", null);
                }))
                .hasMessageContaining("away");
    }

    @Test
    void whatHasNotChangedIsNotWrittenAgain() {
        Representation first = written(IndexedEvent::name);

        Representation again = written(event -> {
            throw new AssertionError("written again: " + event.name());
        });
        assertThat(again.etag()).isEqualTo(first.etag());
    }
}
