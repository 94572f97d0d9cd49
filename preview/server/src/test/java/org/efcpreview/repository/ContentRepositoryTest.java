package org.efcpreview.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.jcr.NoSuchWorkspaceException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentRepositoryTest {
    private static final String CND =
            """
            <'efc'='https://www.europeanfinancialcoalition.eu/jcr/efc'>
            [efc:event] > mgnl:content
              orderable
            """;

    @TempDir
    Path home;

    @Test
    void keepsContentBetweenRuns() throws Exception {
        Path inside = home.resolve("made/on/first/use");
        try (ContentRepository repository = ContentRepository.open(inside)) {
            repository.createWorkspace("efc-events");
            repository.createWorkspace("efc-events");
            repository.registerNodeTypes("efc-events.cnd", new StringReader(CND));
            Session session = repository.login("efc-events", User.SYSTEM);
            session.getRootNode().addNode("a", "efc:event").setProperty("title", "Été");
            session.save();
            session.logout();
        }
        try (ContentRepository repository = ContentRepository.open(inside)) {
            repository.registerNodeTypes("efc-events.cnd", new StringReader(CND));
            assertThat(repository.workspaces()).contains("efc-events", "users", "userroles", "usergroups");
            Session session = repository.login("efc-events", User.SYSTEM);
            assertThat(session.getNode("/a").getPrimaryNodeType().getName()).isEqualTo("efc:event");
            assertThat(session.getProperty("/a/title").getString()).isEqualTo("Été");
            assertThat(session.getNamespaceURI("mgnl")).isEqualTo(ContentRepository.MGNL);
            session.logout();
        }
    }

    @Test
    void saysWhoeverOpensItTwiceThatItIsInUse() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            assertThat(repository.workspaces()).contains("default");
            assertThatThrownBy(() -> ContentRepository.open(home))
                    .isInstanceOf(RepositoryInUseException.class)
                    .hasMessageContaining(home.toString())
                    .hasMessageContaining("stop the preview server")
                    .message()
                    .doesNotContain("\n");
        }
        ContentRepository.open(home).close();
    }

    @Test
    void opensAgainAfterAProcessThatWasKilled() throws Exception {
        ContentRepository.open(home).close();
        Files.createFile(home.resolve(".lock"));
        ContentRepository.open(home).close();
    }

    @Test
    void namesFileAndLineOfAMistakeInNodeTypes() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            assertThatThrownBy(() -> repository.registerNodeTypes(
                            "efc-events.cnd", new StringReader("[mgnl:a] > mgnl:content\n  ordrable\n")))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("efc-events.cnd")
                    .hasMessageContaining("line 2");
            assertThatThrownBy(() -> repository.registerNodeTypes(
                            "efc-events.cnd", new StringReader("[mgnl:a] > mgnl:nothing\n")))
                    .hasMessageContaining("efc-events.cnd")
                    .hasMessageContaining("mgnl:nothing");
        }
    }

    @Test
    void knowsTheNamespaceOfMagnoliaUnderEveryAddressThatItsFilesUse() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            for (String address : List.of(
                    "https://www.magnolia-cms.com/jcr/mgnl",
                    "http://www.magnolia-cms.com/jcr/mgnl",
                    "http://www.magnolia.info/jcr/mgnl")) {
                repository.registerNodeTypes(
                        "a.cnd", new StringReader("<'mgnl'='" + address + "'>\n[mgnl:mine] > mgnl:content\n"));
            }
            repository.createWorkspace("mine");
            Session session = repository.login("mine", User.SYSTEM);
            session.getRootNode().addNode("a", "mgnl:mine");
            session.logout();
        }
    }

    @Test
    void hasMagnoliasNodeTypes() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            repository.createWorkspace("website");
            Session session = repository.login("website", User.SYSTEM);
            var page = session.getRootNode().addNode("home", "mgnl:page");
            page.setProperty("mgnl:activationStatus", true);
            page.addNode("main", "mgnl:area").addNode("0", "mgnl:component").setProperty("text", "whale");
            session.save();
            assertThat(page.isNodeType("mgnl:versionable")).isTrue();
            // As in Magnolia, a page is found by the words of its components.
            var found = session.getWorkspace()
                    .getQueryManager()
                    .createQuery("SELECT * FROM [mgnl:page] AS p WHERE CONTAINS(p.*, 'whale')", "JCR-SQL2")
                    .execute()
                    .getNodes();
            assertThat(found.nextNode().getPath()).isEqualTo("/home");
            session.logout();
        }
    }

    @Test
    void refusesAnUnknownWorkspace() throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            assertThatThrownBy(() -> repository.login("efc-events", User.SYSTEM))
                    .isInstanceOf(NoSuchWorkspaceException.class);
        }
    }
}
