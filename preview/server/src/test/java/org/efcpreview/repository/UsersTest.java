package org.efcpreview.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcpreview.repository.SystemContent.Instance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    @TempDir
    Path home;

    @Test
    void onAuthorAVisitorGetsTheDeliveryEndpointsAndNothingElse() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            SystemContent.install(repository, Instance.AUTHOR);
            Users users = new Users(repository);
            User anonymous = users.anonymous();
            assertThat(anonymous.roles()).containsExactlyInAnyOrder("anonymous", "rest-anonymous");
            assertThat(users.may(anonymous, "GET", "/events.html")).isFalse();
            assertThat(users.may(anonymous, "GET", "/.rest/delivery/efc-events/v1"))
                    .isTrue();
            assertThat(users.may(anonymous, "POST", "/.rest/delivery/efc-events/v1"))
                    .isFalse();
            assertThat(users.may(anonymous, "GET", "/.rest/nodes/v1")).isFalse();
        }
    }

    @Test
    void onPublicAVisitorGetsEveryPageButNotTheAdministration() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            SystemContent.install(repository, Instance.PUBLIC);
            Users users = new Users(repository);
            User anonymous = users.anonymous();
            assertThat(users.may(anonymous, "GET", "/events.html")).isTrue();
            assertThat(users.may(anonymous, "POST", "/events.html")).isTrue();
            assertThat(users.may(anonymous, "GET", "/.magnolia/admincentral")).isFalse();
            assertThat(users.may(anonymous, "GET", "/.rest/delivery/efc-events/v1"))
                    .isTrue();
            assertThat(users.may(anonymous, "GET", "/.rest/nodes/v1")).isFalse();
        }
    }

    @Test
    void passwordsAreHashedAndChecked() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            SystemContent.install(repository, Instance.AUTHOR);
            Users users = new Users(repository);
            assertThat(users.authenticate("superuser", "superuser"))
                    .hasValueSatisfying(user -> assertThat(user.roles()).containsExactly("superuser"));
            assertThat(users.authenticate("superuser", "Superuser")).isEmpty();
            assertThat(users.authenticate("superuser", "")).isEmpty();
            assertThat(users.authenticate("anonymous", "anonymous")).isEmpty();
            assertThat(users.authenticate("nobody", "superuser")).isEmpty();
            assertThat(users.authenticate("../superuser", "superuser")).isEmpty();
            Session session = repository.login("users", User.SYSTEM);
            assertThat(session.getProperty("/system/superuser/pswd").getString())
                    .startsWith("$2a$");
            session.getNode("/system/superuser").setProperty("enabled", "false");
            session.save();
            session.logout();
            assertThat(users.authenticate("superuser", "superuser")).isEmpty();
        }
    }

    @Test
    void groupsBringRoles() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            SystemContent.install(repository, Instance.AUTHOR);
            Session roles = repository.login("userroles", User.SYSTEM);
            Node role = roles.getRootNode().addNode("editors-role", "mgnl:role");
            roles.save();
            Session groups = repository.login("usergroups", User.SYSTEM);
            Node group = groups.getRootNode().addNode("editors", "mgnl:group");
            group.addNode("roles", "mgnl:contentNode").setProperty("0", role.getIdentifier());
            group.addNode("groups", "mgnl:contentNode").setProperty("0", group.getIdentifier());
            groups.save();
            Session session = repository.login("users", User.SYSTEM);
            session.getNode("/admin")
                    .addNode("eve", "mgnl:user")
                    .addNode("groups", "mgnl:contentNode")
                    .setProperty("0", group.getIdentifier());
            session.save();
            assertThat(new Users(repository).account("eve").map(Users.Account::user))
                    .hasValueSatisfying(user -> assertThat(user.roles()).containsExactly("editors-role"));
            roles.logout();
            groups.logout();
            session.logout();
        }
    }

    @Test
    void superuserMayDoEverythingInAWorkspaceThatAModuleAdds() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            SystemContent.install(repository, Instance.AUTHOR);
            SystemContent.install(repository, Instance.AUTHOR);
            SystemContent.addWorkspace(repository, "efc-events");
            SystemContent.addWorkspace(repository, "efc-events");
            User superuser =
                    new Users(repository).account("superuser").orElseThrow().user();
            Session session = repository.login("efc-events", superuser);
            session.getRootNode().addNode("events", "mgnl:folder");
            session.save();
            session.logout();
            Session anonymous = repository.login("efc-events", new Users(repository).anonymous());
            assertThat(anonymous.nodeExists("/events")).isFalse();
            anonymous.logout();
        }
    }
}
