package org.efcpreview.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest {
    private static final String A = "10000000-0000-4000-8000-00000000000a";
    private static final String B = "10000000-0000-4000-8000-00000000000b";

    @TempDir
    Path home;

    private ContentRepository repository;
    private Session session;

    @BeforeEach
    void open() throws RepositoryException {
        repository = ContentRepository.open(home);
        repository.createWorkspace("efc-events");
        session = repository.login("efc-events", User.SYSTEM);
    }

    @AfterEach
    void close() {
        session.logout();
        repository.close();
    }

    /** Imports pairs of file name and text. */
    private void run(String... files) throws RepositoryException {
        List<Bootstrap.File> list = new ArrayList<>();
        for (int i = 0; i < files.length; i += 2) {
            list.add(new Bootstrap.File(files[i], files[i + 1]));
        }
        Bootstrap.run(repository, list);
        session.refresh(false);
    }

    private static List<String> names(Node node) throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            names.add(nodes.nextNode().getName());
        }
        return names;
    }

    @Test
    void importsValuesWithTheTypesThatYamlGivesThem() throws Exception {
        run(
                "efc-events.events.a.yaml",
                """
                a:
                  jcr:primaryType: mgnl:content
                  jcr:uuid: %s
                  jcr:mixinTypes: [mgnl:hasVersion]
                  title: Hello
                  number: 3
                  share: 1.5
                  closed: true
                  norway: NO
                  empty: ''
                  when: 2015-01-15
                  instant: 2015-01-15T09:30:00.000+01:00
                  tags: [a, '2']
                  none: []
                  home: !path /events
                  friend: !weakreference %s
                  'true': quoted
                  12: number as a name
                  links:
                    0: {url: 'https://x.eu'}
                  nothing:
                """
                        .formatted(A, A));
        Node a = session.getNode("/events/a");
        assertThat(a.getIdentifier()).isEqualTo(A);
        assertThat(a.isNodeType("mgnl:hasVersion")).isTrue();
        assertThat(a.getProperty("title").getType()).isEqualTo(PropertyType.STRING);
        assertThat(a.getProperty("number").getType()).isEqualTo(PropertyType.LONG);
        assertThat(a.getProperty("share").getType()).isEqualTo(PropertyType.DOUBLE);
        assertThat(a.getProperty("closed").getBoolean()).isTrue();
        assertThat(a.getProperty("norway").getType()).isEqualTo(PropertyType.BOOLEAN);
        assertThat(a.getProperty("empty").getString()).isEmpty();
        assertThat(a.getProperty("when").getDate().toInstant()).hasToString("2015-01-15T00:00:00Z");
        assertThat(a.getProperty("instant").getDate().toInstant()).hasToString("2015-01-15T08:30:00Z");
        assertThat(Stream.of(a.getProperty("tags").getValues()).map(v -> v.getType()))
                .containsExactly(PropertyType.STRING, PropertyType.STRING);
        assertThat(a.getProperty("none").getValues()).isEmpty();
        assertThat(a.getProperty("home").getType()).isEqualTo(PropertyType.PATH);
        assertThat(a.getProperty("friend").getNode().getPath()).isEqualTo("/events/a");
        assertThat(a.getProperty("true").getString()).isEqualTo("quoted");
        assertThat(a.getProperty("12").getString()).isEqualTo("number as a name");
        assertThat(names(a)).containsExactly("links", "nothing");
        assertThat(a.getNode("links/0").getPrimaryNodeType().getName()).isEqualTo("mgnl:contentNode");
        assertThat(a.getNode("nothing").getPrimaryNodeType().getName()).isEqualTo("mgnl:contentNode");
        // Magnolia writes no dates where the identifier is given.
        assertThat(a.hasProperty("mgnl:created")).isFalse();
        assertThat(a.hasProperty("links/0/mgnl:created")).isFalse();
        assertThat(session.getNode("/events").getPrimaryNodeType().getName()).isEqualTo("mgnl:content");
        assertThat(session.getProperty("/events/mgnl:createdBy").getString()).isEqualTo("superuser");
    }

    @Test
    void takesTheShortestNameFirstWhateverTheOrderAndReadsTwoDotsAsOne() throws Exception {
        run(
                "/x/efc-events.events.a..b.yaml", "a.b: {title: dotted}",
                "/x/efc-events.events.yaml", "events: {'jcr:primaryType': mgnl:folder}");
        assertThat(session.getNode("/events").getPrimaryNodeType().getName()).isEqualTo("mgnl:folder");
        assertThat(session.getProperty("/events/a.b/title").getString()).isEqualTo("dotted");
    }

    @Test
    void aNodeThatIsThereGivesWayAndKeepsItsPlace() throws Exception {
        run(
                "efc-events.events.yaml",
                "events: {jcr:primaryType: mgnl:folder, a: {old: 1, jcr:uuid: %s}, b: {}, c: {}}".formatted(A));
        run("efc-events.events.a.yaml", "a: {new: 2, jcr:uuid: %s}".formatted(A));
        assertThat(names(session.getNode("/events"))).containsExactly("a", "b", "c");
        assertThat(session.getNode("/events/a").hasProperty("old")).isFalse();
        assertThat(session.getNode("/events/a").getIdentifier()).isEqualTo(A);
    }

    @Test
    void changesNothingIfAnIdentifierIsTaken() throws Exception {
        run("efc-events.a.yaml", "a: {jcr:uuid: %s}".formatted(A));
        assertThatThrownBy(() -> run(
                        "efc-events.b.yaml", "b: {jcr:uuid: %s}".formatted(B),
                        "efc-events.long.yaml", "long:\n  inner:\n    jcr:uuid: %s\n".formatted(A)))
                .isInstanceOf(BootstrapException.class)
                .hasMessageStartingWith("efc-events.long.yaml:3: ")
                .hasMessageContaining("/a");
        assertThat(session.nodeExists("/b")).isFalse();
    }

    @Test
    void errorsNameFileAndLine() {
        assertThatThrownBy(() -> run("efc-events.a.yaml", "a:\n  b: [1\n  c: d\n"))
                .isInstanceOf(BootstrapException.class)
                .hasMessageStartingWith("efc-events.a.yaml:3: not YAML");
        assertThatThrownBy(() -> run("efc-events.a.yaml", "a:\n  x: 1\n  b: [{c: d}]\n"))
                .hasMessage("efc-events.a.yaml:3: a value within a sequence must be a scalar");
        assertThatThrownBy(() -> run("efc-events.a.yaml", "a:\n  b:\n    jcr:primaryType: efc:event\n"))
                .hasMessageStartingWith("efc-events.a.yaml:3: cannot add the node b of type efc:event");
        assertThatThrownBy(() -> run("efc-events.a.yaml", "a:\n  x: !nonsense 1\n"))
                .hasMessageStartingWith("efc-events.a.yaml:2: ");
        assertThatThrownBy(() -> run("efc-events.a.yaml", "just text"))
                .hasMessage("efc-events.a.yaml:1: the file must be a map of a node's name to the node");
        assertThatThrownBy(() -> run("efc-events.a.yaml", ""))
                .hasMessageStartingWith("efc-events.a.yaml: the file must be a map");
        assertThatThrownBy(() -> run("no-such.a.yaml", "a: {}"))
                .hasMessageStartingWith("no-such.a.yaml: there is no workspace no-such");
        assertThatThrownBy(() -> run("efc-events.a.xml", "<a/>")).hasMessageContaining("not a .yaml file");
        assertThatThrownBy(() -> run("efc-events.a b.yaml", "a: {}")).hasMessageContaining("<workspace>.<path");
    }
}
