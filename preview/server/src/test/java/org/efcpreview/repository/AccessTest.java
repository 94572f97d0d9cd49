package org.efcpreview.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.jcr.AccessDeniedException;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PathNotFoundException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    @TempDir
    Path home;

    private ContentRepository repository;
    private final List<Session> sessions = new ArrayList<>();
    private String secret;

    @BeforeEach
    void content() throws RepositoryException {
        repository = ContentRepository.open(home);
        repository.createWorkspace("efc-events");
        Session session = session(User.SYSTEM);
        Node events = session.getRootNode().addNode("events", "mgnl:folder");
        events.addNode("open", "mgnl:content").setProperty("title", "whale");
        Node hidden = events.addNode("hidden", "mgnl:folder");
        Node inside = hidden.addNode("secret", "mgnl:content");
        inside.setProperty("title", "whale");
        secret = inside.getIdentifier();
        session.save();
        role("visitor", "/*", 8, "/events/hidden", 0, "/events/hidden/*", 0);
        role("member", "/*", 8);
        role("editor", "/*", 8, "/events/*", 63);
    }

    @AfterEach
    void close() {
        sessions.forEach(Session::logout);
        repository.close();
    }

    private Session session(User user) throws RepositoryException {
        Session session = repository.login("efc-events", user);
        sessions.add(session);
        return session;
    }

    private Session session(String... roles) throws RepositoryException {
        return session(new User("somebody", Set.of(roles)));
    }

    private void role(String name, Object... pathsAndPermissions) throws RepositoryException {
        Session roles = repository.login("userroles", User.SYSTEM);
        Node list = roles.getRootNode().addNode(name, "mgnl:role").addNode("acl_efc-events", "mgnl:contentNode");
        for (int i = 0; i < pathsAndPermissions.length; i += 2) {
            Node entry = list.addNode(String.valueOf(i), "mgnl:contentNode");
            entry.setProperty("path", (String) pathsAndPermissions[i]);
            entry.setProperty("permissions", (int) pathsAndPermissions[i + 1]);
        }
        roles.save();
        roles.logout();
    }

    private static List<String> names(NodeIterator nodes) throws RepositoryException {
        List<String> names = new ArrayList<>();
        while (nodes.hasNext()) {
            names.add(nodes.nextNode().getName());
        }
        return names;
    }

    private static List<String> query(Session session, String condition) throws RepositoryException {
        return names(session.getWorkspace()
                .getQueryManager()
                .createQuery("SELECT * FROM [mgnl:content] AS t WHERE " + condition, "JCR-SQL2")
                .execute()
                .getNodes());
    }

    private static List<String> xpath(Session session, String query) throws RepositoryException {
        @SuppressWarnings("deprecation")
        String language = javax.jcr.query.Query.XPATH;
        return names(session.getWorkspace()
                .getQueryManager()
                .createQuery(query, language)
                .execute()
                .getNodes());
    }

    @Test
    void whatAUserMayNotReadIsNotThere() throws Exception {
        Session visitor = session("visitor");
        assertThat(names(visitor.getNode("/events").getNodes())).containsExactly("open");
        assertThat(visitor.nodeExists("/events/hidden/secret")).isFalse();
        assertThatThrownBy(() -> visitor.getNode("/events/hidden/secret")).isInstanceOf(PathNotFoundException.class);
        assertThatThrownBy(() -> visitor.getProperty("/events/hidden/secret/title"))
                .isInstanceOf(PathNotFoundException.class);
        assertThatThrownBy(() -> visitor.getNodeByIdentifier(secret)).isInstanceOf(ItemNotFoundException.class);
        assertThat(query(visitor, "t.title = 'whale'")).containsExactly("open");
        assertThat(query(visitor, "CONTAINS(t.*, 'whale')")).containsExactly("open");
        assertThat(xpath(visitor, "//element(*, mgnl:content)[jcr:contains(., 'whale')] order by @title"))
                .containsExactly("open");
        Session member = session("member");
        assertThat(query(member, "CONTAINS(t.*, 'whale')")).containsExactlyInAnyOrder("open", "secret");
        assertThat(member.getNodeByIdentifier(secret).getPath()).isEqualTo("/events/hidden/secret");
    }

    @Test
    void withoutAnyEntryForTheWorkspaceOnlyTheRootNodeIsThere() throws Exception {
        Session nobody = session("unknown-role");
        assertThat(nobody.getRootNode().getPath()).isEqualTo("/");
        assertThat(nobody.getRootNode().hasNodes()).isFalse();
        assertThat(nobody.nodeExists("/events")).isFalse();
        assertThat(query(nobody, "t.title = 'whale'")).isEmpty();
    }

    @Test
    void theRootNodeIsThereEvenIfDenied() throws Exception {
        role("denied", "/*", 0);
        Session denied = session("denied");
        assertThat(denied.getRootNode().getPath()).isEqualTo("/");
        assertThat(denied.nodeExists("/events")).isFalse();
    }

    @Test
    void ofTwoPatternsOfOneLengthTheLargerPermissionCounts() throws Exception {
        // The visitor's entry denies what the member's, of the same length, allows.
        role("member-of-hidden", "/events/hidden/*", 8, "/events/hidden", 8);
        assertThat(query(session("visitor", "member-of-hidden"), "t.title = 'whale'"))
                .containsExactlyInAnyOrder("open", "secret");
        // The member's shorter entry does not overrule the visitor's.
        assertThat(query(session("visitor", "member"), "t.title = 'whale'")).containsExactly("open");
    }

    @Test
    void anEntryForANodeAloneShowsItsPropertiesAtTheNodeOnly() throws Exception {
        role("one-node", "/events", 8, "/events/open", 8);
        Session session = session("one-node");
        assertThat(session.getNode("/events/open").getProperty("title").getString())
                .isEqualTo("whale");
        assertThat(session.propertyExists("/events/open/title")).isFalse();
    }

    @Test
    void writingNeedsTheRight() throws Exception {
        Session member = session("member");
        assertThatThrownBy(() -> {
                    member.getNode("/events/open").setProperty("title", "shark");
                    member.save();
                })
                .isInstanceOf(AccessDeniedException.class);
        member.refresh(false);
        assertThatThrownBy(() -> {
                    member.getNode("/events").addNode("new", "mgnl:content");
                    member.save();
                })
                .isInstanceOf(AccessDeniedException.class);
        member.refresh(false);
        assertThatThrownBy(() -> {
                    member.getNode("/events/open").remove();
                    member.save();
                })
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> member.getWorkspace().createWorkspace("other"))
                .isInstanceOf(AccessDeniedException.class);

        Session editor = session("editor");
        editor.getNode("/events/open").setProperty("title", "shark");
        editor.getNode("/events").addNode("new", "mgnl:content").setProperty("title", "eel");
        editor.getNode("/events/hidden").remove();
        editor.save();
        assertThat(names(session(User.SYSTEM).getNode("/events").getNodes())).containsExactly("open", "new");
        assertThatThrownBy(() -> {
                    editor.getRootNode().addNode("elsewhere", "mgnl:content");
                    editor.save();
                })
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aChangedRoleCountsFromTheNextLogin() throws Exception {
        assertThat(session("visitor").nodeExists("/events/open")).isTrue();
        Session roles = repository.login("userroles", User.SYSTEM);
        roles.getNode("/visitor/acl_efc-events").remove();
        roles.save();
        roles.logout();
        assertThat(session("visitor").nodeExists("/events/open")).isFalse();
    }

    @Test
    void aSessionKnowsItsUser() throws Exception {
        assertThat(session("visitor").getUserID()).isEqualTo("somebody");
        assertThat(User.SYSTEM.isSystem()).isTrue();
        assertThat(new User("admin", Set.of()).isSystem()).isFalse();
    }

    @Test
    void patternsAreMagnolias() {
        assertThat(new AccessList(List.of(AccessEntry.of("/x", 8))).permissions("/x/y"))
                .isZero();
        assertThat(new AccessList(List.of(AccessEntry.of("/x/*", 8))).permissions("/x"))
                .isZero();
        assertThat(new AccessList(List.of(AccessEntry.of("/x/*", 8))).permissions("/x/y/z"))
                .isEqualTo(8);
        assertThat(new AccessList(List.of(AccessEntry.of("/?", 8))).permissions("/x"))
                .isEqualTo(8);
        assertThat(new AccessList(List.of(AccessEntry.of("/?", 8))).permissions("/"))
                .isEqualTo(8);
        assertThat(new AccessList(List.of(AccessEntry.of("/?", 8))).permissions("/xy"))
                .isZero();
        assertThat(new AccessList(List.of(AccessEntry.of("/a.b", 8))).permissions("/axb"))
                .isZero();
        assertThat(new AccessList(List.of(AccessEntry.of("/.rest/*", 0), AccessEntry.of("/*", 63)))
                        .grants("/.rest/x", 8))
                .isFalse();
    }
}
