package org.efccommand.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.repository.YamlExport;

/**
 * Nodes of a workspace as files that Magnolia bootstraps or imports, one for each that lies in none of the others: as YAML, and as XML where YAML
 * cannot say it. That is binary content, nodes of one name in one node, and whatever is larger than Magnolia's reader of YAML takes in one file.
 *
 * @param wanted which nodes, by their paths, with all that lies in them
 */
public record BootstrapFiles(Session session, Predicate<String> wanted) {

    /** SnakeYAML 1.33, which Magnolia 6.2.45 has, reads so many letters. */
    private static final int MOST_YAML = 3 << 20;

    /**
     * Writes them into a folder.
     *
     * @return their names, and how many nodes are in each
     */
    public Map<String, Integer> write(Path folder) throws RepositoryException, IOException {
        Map<String, Integer> nodes = new TreeMap<>();
        write(session.getRootNode(), folder, nodes);
        return nodes;
    }

    private void write(Node parent, Path folder, Map<String, Integer> nodes) throws RepositoryException, IOException {
        for (Node node : Workspace.children(parent)) {
            if (wanted.test(node.getPath())) {
                nodes.put(file(node, folder), count(node));
            } else {
                write(node, folder, nodes);
            }
        }
    }

    private String file(Node node, Path folder) throws RepositoryException, IOException {
        String name = YamlExport.fileName(node);
        String yaml = isForYaml(node) ? YamlExport.of(node) : "";
        if (!yaml.isEmpty() && yaml.length() < MOST_YAML) {
            Files.writeString(folder.resolve(name), yaml);
            return name;
        }
        String xml = name.replaceFirst("yaml$", "xml");
        try (OutputStream out = Files.newOutputStream(folder.resolve(xml))) {
            session.exportSystemView(node.getPath(), out, false, false);
        }
        return xml;
    }

    private static int count(Node node) throws RepositoryException {
        int nodes = 1;
        for (Node child : Workspace.children(node)) {
            nodes += count(child);
        }
        return nodes;
    }

    private static boolean isForYaml(Node node) throws RepositoryException {
        for (Property property : JcrUtils.getProperties(node)) {
            if (property.getType() == PropertyType.BINARY) {
                return false;
            }
        }
        for (Node child : Workspace.children(node)) {
            // A map has each name once.
            if (child.getIndex() > 1 || !isForYaml(child)) {
                return false;
            }
        }
        return true;
    }
}
