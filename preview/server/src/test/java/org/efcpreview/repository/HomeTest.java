package org.efcpreview.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path directory;

    /** Adds a node to both instances. */
    private static void write(Home home, String name) throws RepositoryException {
        for (Path instance : new Path[] {home.author(), home.visible()}) {
            try (ContentRepository repository = ContentRepository.open(instance)) {
                repository.createWorkspace("website");
                Session session = repository.login("website", User.SYSTEM);
                session.getRootNode().addNode(name, "mgnl:content").setProperty("title", name);
                session.save();
                session.logout();
            }
        }
    }

    private static boolean has(Path instance, String name) throws RepositoryException {
        try (ContentRepository repository = ContentRepository.open(instance)) {
            Session session = repository.login("website", User.SYSTEM);
            try {
                return session.nodeExists("/" + name);
            } finally {
                session.logout();
            }
        }
    }

    @Test
    void an_installation_that_was_finished_is_there() throws Exception {
        try (Home home = Home.enter(directory)) {
            assertThat(home.isNew()).isTrue();
            home.begin();
            write(home, "a");
            home.finish();
        }
        try (Home home = Home.enter(directory)) {
            assertThat(home.isNew()).isFalse();
            assertThat(has(home.author(), "a")).isTrue();
            assertThat(has(home.visible(), "a")).isTrue();
        }
    }

    @Test
    void a_first_installation_that_was_not_finished_has_not_been() throws Exception {
        try (Home home = Home.enter(directory)) {
            home.begin();
            write(home, "a");
        }
        try (Home home = Home.enter(directory)) {
            assertThat(home.isNew()).isTrue();
            assertThat(home.author()).doesNotExist();
        }
    }

    @Test
    void a_later_installation_that_was_not_finished_leaves_what_was_there() throws Exception {
        try (Home home = Home.enter(directory)) {
            home.begin();
            write(home, "a");
            home.finish();
            home.begin();
            write(home, "b");
        }
        try (Home home = Home.enter(directory)) {
            assertThat(home.isNew()).isFalse();
            for (Path instance : new Path[] {home.author(), home.visible()}) {
                assertThat(has(instance, "a")).isTrue();
                assertThat(has(instance, "b")).isFalse();
            }
        }
    }

    @Test
    void a_home_without_one_of_its_instances_is_not_mended_silently() throws Exception {
        try (Home home = Home.enter(directory)) {
            home.begin();
            write(home, "a");
            home.finish();
        }
        Files.move(directory.resolve("public"), directory.resolve("away"));

        try (Home home = Home.enter(directory)) {
            assertThatThrownBy(home::isNew)
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("has no folder public")
                    .hasMessageContaining("--fresh");
        }
    }

    @Test
    void is_cleared_of_content_of_any_version_and_of_nothing_else() throws Exception {
        Files.createDirectories(directory.resolve("author/repository/meta"));
        Files.writeString(directory.resolve("notes.txt"), "mine");

        try (Home home = Home.enter(directory)) {
            home.clear();
            assertThat(home.isNew()).isTrue();
        }
        assertThat(directory).isDirectoryNotContaining(file -> file.endsWith("author"));
        assertThat(directory.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void has_one_server_at_a_time() throws Exception {
        try (Home home = Home.enter(directory)) {
            assertThat(home.author()).isEqualTo(directory.resolve("author"));
            assertThatThrownBy(() -> Home.enter(directory)).isInstanceOf(RepositoryInUseException.class);
        }
        Home.enter(directory).close();
    }
}
