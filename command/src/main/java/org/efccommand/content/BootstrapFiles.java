package org.efccommand.content;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.jcr.RepositoryException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.efccommand.Failure;
import org.efccommand.bag.Bag;
import org.xml.sax.SAXException;

/**
 * The nodes of a workspace as files that Magnolia bootstraps or imports, one for each node that lies in none of the others: as YAML, and as XML where YAML cannot
 * say it. That is binary content, nodes of one name in one node, and whatever is larger than Magnolia's reader of YAML takes in one file.
 */
public final class BootstrapFiles {

    /** SnakeYAML 1.33, which Magnolia 6.2.45 has, reads 3 MiB of letters; some are written as more than one. */
    private static final long MOST_YAML = 2_000_000;

    private final String workspace;
    private final Path lines;
    private final Bag files;

    /**
     * Begins.
     *
     * @param lines of the workspace, see {@link NodeLines}
     * @param files the package whose files binary values are
     */
    public BootstrapFiles(String workspace, Path lines, Bag files) {
        this.workspace = workspace;
        this.lines = lines;
        this.files = files;
    }

    /** The names of the files, and how many nodes are in each. */
    public Map<String, Integer> names() throws IOException, RepositoryException, Failure {
        Map<String, Integer> nodes = new LinkedHashMap<>();
        Map<String, Boolean> yaml = yaml();
        Tops tops = new Tops();
        NodeLines.read(lines, node -> nodes.merge(fileName(tops.of(node), yaml), 1, Integer::sum));
        return nodes;
    }

    /** Which of these can be said in YAML. */
    private Map<String, Boolean> yaml() throws IOException, RepositoryException, Failure {
        Map<String, Long> letters = new LinkedHashMap<>();
        Tops tops = new Tops();
        NodeLines.read(lines, node -> {
            // A map has each name once.
            long own = node.path().endsWith("]")
                    ? MOST_YAML
                    : 200 + 4L * node.depth() * node.properties().size();
            for (StoredProperty property : node.properties()) {
                for (String value : property.values()) {
                    own += property.isBinary()
                            ? MOST_YAML
                            : value.length() + property.name().length() + 10;
                }
            }
            letters.merge(tops.of(node), own, Long::sum);
        });
        Map<String, Boolean> yaml = new LinkedHashMap<>();
        letters.forEach((top, length) -> yaml.put(top, length < MOST_YAML));
        return yaml;
    }

    /** The uppermost of the nodes that each lies in, as far as they are among the lines. */
    private static final class Tops {
        private String top;

        String of(StoredNode node) {
            if (top == null || !node.path().startsWith(top + "/")) {
                top = node.path();
            }
            return top;
        }
    }

    /** As {@code info.magnolia.importexport.DataTransporter} reads it: a dot in a name is written as two. */
    private String fileName(String top, Map<String, Boolean> yaml) {
        return workspace + "." + top.substring(1).replace(".", "..").replace('/', '.')
                + (yaml.get(top) ? ".yaml" : ".xml");
    }

    /** Writes them into a folder. */
    public void write(Path folder) throws IOException, RepositoryException, Failure {
        Map<String, Boolean> yaml = yaml();
        Output[] open = new Output[1];
        String[] at = new String[1];
        Tops tops = new Tops();
        NodeLines.read(lines, node -> {
            String top = tops.of(node);
            if (!top.equals(at[0])) {
                if (open[0] != null) {
                    open[0].close();
                }
                at[0] = top;
                Path file = folder.resolve(fileName(top, yaml));
                open[0] = yaml.get(top) ? new Yaml(file) : new Xml(file);
            }
            open[0].add(node);
        });
        if (open[0] != null) {
            open[0].close();
        }
    }

    /** A file that nodes are written to. */
    private abstract static class Output {
        private final Deque<Integer> depths = new ArrayDeque<>();

        final void add(StoredNode node) throws IOException {
            up(node.depth());
            depths.push(node.depth());
            start(node);
        }

        private void up(int depth) throws IOException {
            while (!depths.isEmpty() && depths.peek() >= depth) {
                depths.pop();
                end();
            }
        }

        final void close() throws IOException {
            up(0);
            finish();
        }

        abstract void start(StoredNode node) throws IOException;

        abstract void end() throws IOException;

        abstract void finish() throws IOException;
    }

    private static final class Yaml extends Output {
        private final Writer out;
        private final YamlNodes nodes;

        Yaml(Path file) throws IOException {
            out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            nodes = new YamlNodes(out);
        }

        @Override
        void start(StoredNode node) throws IOException {
            nodes.start(node);
        }

        @Override
        void end() throws IOException {
            nodes.end();
        }

        @Override
        void finish() throws IOException {
            nodes.finish();
            out.close();
        }
    }

    private final class Xml extends Output {
        private final OutputStream out;
        private final SystemView view;

        Xml(Path file) throws IOException {
            out = Files.newOutputStream(file);
            try {
                TransformerHandler handler =
                        ((SAXTransformerFactory) SAXTransformerFactory.newInstance()).newTransformerHandler();
                handler.getTransformer().setOutputProperty(OutputKeys.ENCODING, "UTF-8");
                handler.setResult(new StreamResult(out));
                view = new SystemView(handler, files::open);
                view.begin();
            } catch (TransformerConfigurationException | SAXException e) {
                throw new IOException(e);
            }
        }

        @Override
        void start(StoredNode node) throws IOException {
            try {
                view.startNode(node);
            } catch (SAXException e) {
                throw new IOException(e);
            }
        }

        @Override
        void end() throws IOException {
            try {
                view.endNode();
            } catch (SAXException e) {
                throw new IOException(e);
            }
        }

        @Override
        void finish() throws IOException {
            try {
                view.end();
            } catch (SAXException e) {
                throw new IOException(e);
            }
            out.close();
        }
    }
}
