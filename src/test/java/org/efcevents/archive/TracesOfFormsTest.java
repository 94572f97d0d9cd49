package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.efcevents.fidelity.FilledForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Magnolia's form of an event stores beside what was typed: marks, and nodes with nothing in them. Nobody is told of those. */
class TracesOfFormsTest {

    private static final Pattern VALUE =
            Pattern.compile("(?<node>[^@]*)@(?<name>[^ \\[]+)(?<multiple>\\[])? (?<type>\\w+) ?(?<text>.*)");

    @TempDir
    Path home;

    private TestArchive content;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
    }

    @AfterEach
    void close() {
        content.close();
    }

    @Test
    void showsNothingOfWhatTheFormLeaves() throws Exception {
        for (FilledForm.Step step : FilledForm.of("efc-events").steps()) {
            List<String> stored = step.stored();
            List<String> typed = FilledForm.withoutWhatIsEmpty(stored);
            assertThat(typed).hasSizeLessThan(stored.size());

            assertThat(told(stored)).contains("title=Launch").isEqualTo(told(typed));
        }
    }

    /** All that is told of an event that has been stored so, and what the desk finds wrong with it. */
    private String told(List<String> lines) throws RepositoryException {
        Node event = content.session().getNode("/events").addNode("filled", "efc:event");
        for (String line : lines.subList(1, lines.size())) {
            Matcher value = VALUE.matcher(line);
            if (value.matches()) {
                write(value.group("node").isEmpty() ? event : event.getNode(value.group("node")), value);
            } else {
                String[] node = line.split(" ");
                int slash = node[0].lastIndexOf('/');
                (slash < 0 ? event : event.getNode(node[0].substring(0, slash)))
                        .addNode(node[0].substring(slash + 1), node[1]);
            }
        }
        content.session().save();
        Archive archive = content.read("en", "2014-01-01");
        String told = archive.event("filled") + "\n" + archive.desk().findings(List.of("en", "fr"));
        event.remove();
        content.session().save();
        return told.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id");
    }

    private static void write(Node node, Matcher value) throws RepositoryException {
        String name = value.group("name");
        if (name.equals("mgnl:removeIfEmpty")) {
            node.setProperty(name, true);
        } else if (!name.startsWith("mgnl:") && value.group("multiple") != null) {
            List<String> values = new ArrayList<>();
            if (node.hasProperty(name)) {
                for (Value before : node.getProperty(name).getValues()) {
                    values.add(before.getString());
                }
            }
            values.add(value.group("text"));
            node.setProperty(name, values.toArray(String[]::new));
        } else if (!name.startsWith("mgnl:")) {
            node.setProperty(name, value.group("text"), PropertyType.valueFromName(value.group("type")));
        }
    }
}
