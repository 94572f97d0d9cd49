package org.efccommand.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.apache.jackrabbit.core.id.NodeId;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Home;
import org.efcpreview.repository.RepositoryInUseException;
import org.efcpreview.repository.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home of two instances with the same event, its picture and its speaker: damaged in many ways, looked at, mended, copied. */
class StoredHomeTest {
    private static final byte[] PICTURE = "p".repeat(5000).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REPORT = "r".repeat(5000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();
    private final Map<String, String> identifiers = new LinkedHashMap<>();
    private Path home;

    @BeforeEach
    void fill() throws Exception {
        home = directory.resolve("home");
        try (Home entered = Home.enter(home)) {
            for (Path instance : List.of(entered.author(), entered.visible())) {
                try (ContentRepository repository = ContentRepository.open(instance)) {
                    repository.createWorkspace("website");
                    Session session = repository.login("website", User.SYSTEM);
                    Node speaker = node(session.getRootNode(), "speaker");
                    Node events = node(session.getRootNode(), "events");
                    Node event = node(events, "forum");
                    node(event, "talk").setProperty("speaker", speaker);
                    event.setProperty("picture", binary(session, PICTURE));
                    if (instance.equals(entered.author())) {
                        event.setProperty("report", binary(session, REPORT));
                        event.addMixin("mix:versionable");
                    }
                    session.save();
                    if (instance.equals(entered.author())) {
                        session.getWorkspace().getVersionManager().checkpoint("/events/forum");
                        for (String path : List.of("/speaker", "/events", "/events/forum", "/events/forum/talk")) {
                            identifiers.put(path, session.getNode(path).getIdentifier());
                        }
                    }
                    session.logout();
                }
            }
        }
    }

    private static Node node(Node parent, String name) throws RepositoryException {
        Node node = parent.addNode(name, "mgnl:contentNode");
        node.addMixin("mix:referenceable");
        return node;
    }

    private static javax.jcr.Binary binary(Session session, byte[] content) throws RepositoryException {
        return session.getValueFactory().createBinary(new ByteArrayInputStream(content));
    }

    private boolean check(boolean repair) throws Exception {
        told.clear();
        return new StoredHome(home).check(repair, told::add);
    }

    private Path file(String instance, byte[] content) {
        String digest = Bytes.from(content).hashSha256().encodeHex();
        return home.resolve(instance)
                .resolve("datastore")
                .resolve(digest.replaceFirst("^(..)(..)(..)", "$1/$2/$3/$1$2$3"));
    }

    private String exported(Path where) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String instance : List.of("author", "public")) {
            try (ContentRepository repository = ContentRepository.open(where.resolve(instance))) {
                Session session = repository.login("website", User.SYSTEM);
                for (Node node : JcrUtils.getChildNodes(session.getRootNode())) {
                    if (!node.getName().equals("jcr:system")) {
                        session.exportSystemView(node.getPath(), all, false, false);
                    }
                }
                if (instance.equals("author")) {
                    session.exportSystemView("/jcr:system/jcr:versionStorage", all, false, false);
                }
                session.logout();
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Changes a database; a question mark is the identifier of a node. */
    private void change(String statement, String path) throws Exception {
        try (Connection database =
                        DriverManager.getConnection("jdbc:h2:" + home.resolve("author/database/content"), "sa", "");
                var sql = database.prepareStatement(statement)) {
            sql.setBytes(1, new NodeId(identifiers.get(path)).getRawBytes());
            assertThat(sql.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void says_what_it_looked_at_where_nothing_is_wrong() throws Exception {
        String before = exported(home);

        assertThat(check(true)).isTrue();

        assertThat(told).hasSize(2);
        assertThat(told.get(0))
                .matches(
                        "author: looked at \\d\\d+ nodes in 5 workspaces and the versions, \\d\\d? references and 2 files");
        assertThat(told.get(1))
                .matches("public: looked at \\d\\d nodes in 5 workspaces and the versions, 1 references and 1 files");
        assertThat(exported(home)).isEqualTo(before);
    }

    @Test
    void a_damaged_file_is_named_and_taken_from_the_other_instance() throws Exception {
        Path picture = file("author", PICTURE);
        Files.writeString(picture, "p".repeat(4999) + "q");

        assertThat(check(false)).isFalse();
        assertThat(told)
                .anyMatch(line -> line.equals(
                        "author: website:/events/forum/picture: its file " + picture.getFileName() + " is damaged"));
        assertThat(check(true)).isTrue();
        assertThat(told).anyMatch(line -> line.endsWith("is damaged (mended)"));
        assertThat(picture).hasBinaryContent(PICTURE);
        assertThat(check(false)).isTrue();
    }

    @Test
    void a_missing_file_that_only_one_instance_had_is_named_and_stays_wrong() throws Exception {
        Files.delete(file("author", REPORT));

        for (boolean repair : new boolean[] {false, true}) {
            assertThat(check(repair)).isFalse();
            assertThat(told)
                    .anyMatch(line ->
                            line.matches("author: website:/events/forum/report: its file [0-9a-f]{64} is missing"));
        }
    }

    @Test
    void a_broken_node_is_named_and_nothing_of_it_is_thrown_away() throws Exception {
        change("update WORKSPACE_WEBSITE_BUNDLE set BUNDLE_DATA = X'03ffff' where NODE_ID = ?", "/events/forum");

        for (boolean repair : new boolean[] {false, true}) {
            assertThat(check(repair)).isFalse();
            assertThat(told).anyMatch(line -> line.startsWith("author: website:/events/forum cannot be read"));
            assertThat(told).noneMatch(line -> line.endsWith("(mended)"));
        }
    }

    @Test
    void a_node_that_is_gone_is_named_with_what_refers_to_it() throws Exception {
        change("delete from WORKSPACE_WEBSITE_BUNDLE where NODE_ID = ?", "/speaker");

        assertThat(check(false)).isFalse();
        assertThat(told)
                .anyMatch(line -> line.startsWith("author: website:/events/forum/talk/speaker refers to"))
                .anyMatch(line -> line.startsWith("author: website:/speaker is listed by its parent and is not there"));
        assertThat(check(true)).as("the reference is still there").isFalse();
        assertThat(told)
                .anyMatch(line -> line.startsWith("author: website:/speaker is listed") && line.endsWith("(mended)"));
        check(false);
        assertThat(told).noneMatch(line -> line.contains("is listed"));
        try (ContentRepository repository = ContentRepository.open(home.resolve("author"))) {
            Session session = repository.login("website", User.SYSTEM);
            assertThat(session.nodeExists("/speaker")).isFalse();
            assertThat(session.nodeExists("/events/forum/talk")).isTrue();
            session.logout();
        }
    }

    @Test
    void a_database_that_is_gone_or_is_none_is_named() throws Exception {
        Files.delete(home.resolve("author/database/content.mv.db"));
        Files.writeString(home.resolve("public/database/content.mv.db"), "x".repeat(10_000));

        assertThat(check(true)).isFalse();

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).contains("author", "there is no database");
        assertThat(told.get(1)).contains("public", "corrupted");
        assertThat(home.resolve("author/database/content.mv.db")).doesNotExist();
    }

    @Test
    void a_copy_is_a_home_with_the_same_content() throws Exception {
        Path copy = directory.resolve("copy");

        new StoredHome(home).copyTo(copy);

        assertThat(exported(copy)).isEqualTo(exported(home)).contains("/events/forum".substring(8), "jcr:frozenNode");
        home = copy;
        assertThat(check(false)).isTrue();
    }

    @Test
    void nothing_is_copied_over_and_nothing_while_a_server_has_it() throws Exception {
        Path copy = Files.createDirectories(directory.resolve("copy"));
        assertThatThrownBy(() -> new StoredHome(home).copyTo(copy)).hasMessageContaining("is there already");
        assertThatThrownBy(() -> new StoredHome(directory.resolve("none")).copyTo(copy.resolve("a")))
                .hasMessageContaining("There is no preview's home");
        assertThatThrownBy(() -> new StoredHome(directory.resolve("none")).check(false, told::add))
                .hasMessageContaining("There is no preview's home");
        assertThat(directory.resolve("none")).doesNotExist();
        try (Home server = Home.enter(home)) {
            assertThatThrownBy(() -> new StoredHome(home).copyTo(copy.resolve("a")))
                    .as("of " + server.author())
                    .isInstanceOf(RepositoryInUseException.class);
            assertThatThrownBy(() -> new StoredHome(home).check(false, told::add))
                    .isInstanceOf(RepositoryInUseException.class);
        }
        try (Stream<Path> files = Files.list(copy)) {
            assertThat(files).isEmpty();
        }
    }
}
