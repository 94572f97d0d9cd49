package org.efcpreview.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a directory holds after a crash, and what is done about it when something is missing. */
class StoredContentTest {
    @TempDir
    Path directory;

    private Path home() {
        return directory.resolve("home");
    }

    private interface Work {
        void run(Session session) throws Exception;
    }

    /** Does something in a workspace, and leaves a copy of what a kill at the end of it would leave. */
    private Path killedAfter(Work work) throws Exception {
        Path left = directory.resolve("left");
        try (ContentRepository repository = ContentRepository.open(home())) {
            repository.createWorkspace("website");
            in(repository, work);
            copy(home(), left);
        }
        return left;
    }

    private static void in(ContentRepository repository, Work work) throws Exception {
        Session session = repository.login("website", User.SYSTEM);
        try {
            work.run(session);
        } finally {
            session.logout();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static List<String> found(Session session, String word) throws RepositoryException {
        NodeIterator nodes = session.getWorkspace()
                .getQueryManager()
                .createQuery("SELECT * FROM [nt:base] AS n WHERE CONTAINS(n.*, '" + word + "')", "JCR-SQL2")
                .execute()
                .getNodes();
        return Stream.generate(nodes::nextNode)
                .limit(nodes.getSize())
                .map(node -> {
                    try {
                        return node.getPath();
                    } catch (RepositoryException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void has_after_a_kill_what_was_saved_and_finds_it() throws Exception {
        byte[] picture = "p".repeat(5000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Path left = killedAfter(session -> {
            Node node = session.getRootNode().addNode("a", "mgnl:content");
            node.setProperty("title", "whale");
            node.setProperty("picture", session.getValueFactory().createBinary(new ByteArrayInputStream(picture)));
            session.save();
            node.setProperty("title", "dolphin");
            session.save();
        });

        try (ContentRepository repository = ContentRepository.open(left)) {
            in(repository, session -> {
                assertThat(session.getProperty("/a/title").getString()).isEqualTo("dolphin");
                assertThat(session.getProperty("/a/picture").getBinary().getStream())
                        .hasBinaryContent(picture);
                assertThat(found(session, "dolphin")).containsExactly("/a");
                assertThat(found(session, "whale")).isEmpty();
            });
        }
    }

    @Test
    void finds_what_a_kill_kept_from_the_index() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home())) {
            repository.createWorkspace("website");
            in(repository, session -> {
                session.getRootNode().addNode("a", "mgnl:content").setProperty("title", "whale");
                session.save();
            });
        }
        Path left = killedAfter(session -> {
            copy(home().resolve("workspaces"), directory.resolve("earlier"));
            session.getNode("/a").setProperty("title", "dolphin");
            session.save();
        });
        Disk.delete(left.resolve("workspaces"));
        Files.move(directory.resolve("earlier"), left.resolve("workspaces"));

        try (ContentRepository repository = ContentRepository.open(left)) {
            in(repository, session -> {
                assertThat(found(session, "dolphin")).containsExactly("/a");
                assertThat(found(session, "whale")).isEmpty();
            });
        }
    }

    @Test
    void keeps_the_index_that_was_closed_in_good_order() throws Exception {
        ContentRepository.open(home()).close();
        Path index = home().resolve("workspaces/default/index");
        // What an index that is made anew would not have.
        Path witness = Files.createFile(index.resolve("witness"));

        ContentRepository.open(home()).close();

        assertThat(witness).exists();
        Files.delete(home().resolve("workspaces/default/index-complete"));
        ContentRepository.open(home()).close();
        assertThat(witness).doesNotExist();
    }

    @Test
    void a_save_that_fails_leaves_nothing() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home())) {
            repository.createWorkspace("website");
        }
        execute("alter table WORKSPACE_WEBSITE_BUNDLE alter column BUNDLE_DATA varbinary(3000)");
        try (ContentRepository repository = ContentRepository.open(home())) {
            in(repository, session -> {
                Node node = session.getRootNode().addNode("a", "mgnl:content");
                node.setProperty("title", "whale");
                session.save();
                // More than the database takes now, in a property of a name that has never been used.
                node.setProperty("neverUsed", "x".repeat(3500));
                node.setProperty("title", "dolphin");
                assertThatThrownBy(session::save).isInstanceOf(RepositoryException.class);
            });
            in(repository, session -> {
                Node node = session.getNode("/a");
                assertThat(node.getProperty("title").getString()).isEqualTo("whale");
                assertThat(node.hasProperty("neverUsed")).isFalse();
                node.setProperty("neverUsed", "x");
                session.save();
            });
        }
        try (ContentRepository repository = ContentRepository.open(home())) {
            in(repository, session -> {
                assertThat(session.getProperty("/a/neverUsed").getString()).isEqualTo("x");
                assertThat(session.getProperty("/a/title").getString()).isEqualTo("whale");
            });
        }
    }

    @Test
    void takes_away_the_file_that_a_kill_has_cut_short() throws Exception {
        ContentRepository.open(home()).close();
        Path unfinished = Files.createFile(home().resolve("datastore/unfinished-1.tmp"));

        ContentRepository.open(home()).close();

        assertThat(unfinished).doesNotExist();
    }

    @Test
    void says_that_content_is_of_an_earlier_version() throws Exception {
        Files.createDirectories(home().resolve("repository/meta"));

        assertThatThrownBy(() -> ContentRepository.open(home()))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(home().toString())
                .hasMessageContaining("an earlier version")
                .hasMessageContaining("--fresh");
        assertThat(home().resolve("repository/meta")).exists();
    }

    @Test
    void makes_no_database_anew() throws Exception {
        ContentRepository.open(home()).close();
        Files.delete(home().resolve(StoredContent.FILE));

        assertThatThrownBy(() -> ContentRepository.open(home()))
                .hasMessageContaining("there is no database/content.mv.db")
                .hasMessageContaining("Nothing was changed");
        assertThat(home().resolve(StoredContent.FILE)).doesNotExist();
    }

    @Test
    void makes_no_files_anew() throws Exception {
        ContentRepository.open(home()).close();
        Files.delete(home().resolve("datastore"));

        assertThatThrownBy(() -> ContentRepository.open(home())).hasMessageContaining("there is no folder datastore");
        assertThat(home().resolve("datastore")).doesNotExist();
    }

    @Test
    void makes_no_root_anew() throws Exception {
        for (String statement : List.of(
                "delete from WORKSPACE_WEBSITE_BUNDLE where NODE_ID = X'cafebabecafebabecafebabecafebabe'",
                "drop table WORKSPACE_WEBSITE_BUNDLE")) {
            Disk.delete(home());
            try (ContentRepository repository = ContentRepository.open(home())) {
                repository.createWorkspace("website");
            }
            execute(statement);

            assertThatThrownBy(() -> ContentRepository.open(home()))
                    .as(statement)
                    .hasMessageContaining("the workspace website has no root");
        }
    }

    @Test
    void makes_no_versions_anew() throws Exception {
        ContentRepository.open(home()).close();
        execute("delete from VERSION_BUNDLE");

        assertThatThrownBy(() -> ContentRepository.open(home())).hasMessageContaining("the versions have no root");
    }

    private void execute(String statement) throws Exception {
        try (Connection database =
                        DriverManager.getConnection("jdbc:h2:" + home().resolve("database/content"), "sa", "");
                var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }
}
