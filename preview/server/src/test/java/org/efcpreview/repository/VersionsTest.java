package org.efcpreview.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Session;
import javax.jcr.version.VersionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
    private static final User EVE = new User("eve", Set.of());

    @TempDir
    Path home;

    @Test
    void addsOneToANodeWhoseLastWasInterruptedByAKill() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            repository.createWorkspace("website");
            Versions versions = new Versions(repository, 10);
            Session session = repository.login("website", User.SYSTEM);
            Node page = session.getRootNode().addNode("a", "mgnl:page");
            page.setProperty("title", "first");
            session.save();
            versions.add("website", "/a", EVE, "");
            // As it was left between a checkin and a checkout.
            Session store = repository.login(Versions.WORKSPACE, User.SYSTEM);
            VersionManager manager = store.getWorkspace().getVersionManager();
            manager.checkin(store.getNodeByIdentifier(page.getIdentifier()).getPath());
            store.logout();
            page.setProperty("title", "second");
            session.save();

            versions.add("website", "/a", EVE, "");
            versions.add("website", "/a", EVE, "");

            assertThat(versions.of(page)).hasSize(4);
            String newest = versions.of(page).get(0).name();
            assertThat(versions.read(
                            page, newest, frozen -> frozen.getProperty("title").getString()))
                    .contains("second");
            session.logout();
        }
    }

    @Test
    void keepsAnOldOneThatSomethingStillRefersTo() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            repository.createWorkspace("website");
            Versions versions = new Versions(repository, 2);
            Session session = repository.login("website", User.SYSTEM);
            Node page = session.getRootNode().addNode("a", "mgnl:page");
            session.save();
            versions.add("website", "/a", EVE, "");
            Session store = repository.login(Versions.WORKSPACE, User.SYSTEM);
            String copy = store.getNodeByIdentifier(page.getIdentifier()).getPath();
            Node referrer = store.getRootNode().addNode("referrer", "mgnl:contentNode");
            referrer.setProperty(
                    "version", store.getWorkspace().getVersionManager().getBaseVersion(copy));
            store.save();

            for (int i = 0; i < 3; i++) {
                versions.add("website", "/a", EVE, "");
            }
            assertThat(versions.of(page)).extracting(Versions.Version::name).containsExactly("1.3", "1.2", "1.0");

            referrer.remove();
            store.save();
            versions.add("website", "/a", EVE, "");
            assertThat(versions.of(page)).extracting(Versions.Version::name).containsExactly("1.4", "1.3");
            store.logout();
            session.logout();
        }
    }
}
