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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An anchor that holds itself, and one that is merged into itself.
                "a: &a {b: *a}",
                "a: &a {b: {<<: *a}}",
                // Ten times ten times ten …
                "a: &a {x: 1}\nb: &b {c: *a, d: *a, e: *a, f: *a, g: *a, h: *a, i: *a, j: *a, k: *a, l: *a}\n"
                        + "m: &m {c: *b, d: *b, e: *b, f: *b, g: *b, h: *b, i: *b, j: *b, k: *b, l: *b}\n"
                        + "n: &n {c: *m, d: *m, e: *m, f: *m, g: *m, h: *m, i: *m, j: *m, k: *m, l: *m}\n"
                        + "o: &o {c: *n, d: *n, e: *n, f: *n, g: *n, h: *n, i: *n, j: *n, k: *n, l: *n}\n"
                        + "p: {c: *o, d: *o, e: *o, f: *o, g: *o, h: *o, i: *o, j: *o, k: *o, l: *o}\n",
            })
    void refusesWhatHasNoEndBeforeItBuildsAnything(String text) throws Exception {
        assertThatThrownBy(() -> run("efc-events.yaml", text))
                .isInstanceOf(BootstrapException.class)
                .hasMessageContaining("too much");
        assertThat(names(session.getRootNode())).containsExactly("jcr:system");
    }

    @Test
    void refusesTooManyValuesAndTooMuchTextOfAliases() {
        assertThatThrownBy(() -> run("efc-events.yaml", "a: [" + "x,".repeat(100_000) + "]"))
                .hasMessageContaining("too much");
        String text = "a: {x: &x " + "y".repeat(300_000) + ", z: [" + "*x , ".repeat(20) + "]}";
        assertThatThrownBy(() -> run("efc-events.yaml", text)).hasMessageContaining("too much");
    }

    @Test
    void writesAliasesOut() throws Exception {
        run("efc-events.yaml", "a: &a {x: &x 1, y: *x}\nb: *a\nc: {<<: *a, z: 2}");
        assertThat(session.getProperty("/b/y").getLong()).isEqualTo(1);
        assertThat(session.getProperty("/c/x").getLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/c", "../a", "/a", "'a[2]'", "a|b", ".", "..", "''"})
    void takesNoPathForAName(String name) throws Exception {
        run("efc-events.yaml", "a: {x: 1}");
        for (String text : List.of("b: {%s: {}}", "b: {%s: 1}", "%s: {}")) {
            assertThatThrownBy(() -> run("efc-events.yaml", text.formatted(name)))
                    .as(text)
                    .isInstanceOf(BootstrapException.class)
                    .hasMessageContaining("no name: ");
        }
        assertThat(names(session.getNode("/a"))).isEmpty();
    }
}
