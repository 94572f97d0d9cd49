package org.efccommand.content;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The nodes of a workspace as lines of JSON, a node to a line. The order of the lines is that of the nodes. */
public final class NodeLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NodeLines() {}

    /** What writes them, {@link StoredNode} for {@link StoredNode}. */
    public static SequenceWriter to(OutputStream out) throws IOException {
        return JSON.writerFor(StoredNode.class).withRootValueSeparator("\n").writeValues(out);
    }

    /** Those of a file. */
    public static Nodes of(Path file) {
        return consumer -> {
            try (InputStream in = Files.newInputStream(file);
                    MappingIterator<StoredNode> lines =
                            JSON.readerFor(StoredNode.class).readValues(in)) {
                while (lines.hasNextValue()) {
                    consumer.accept(lines.nextValue());
                }
            }
        };
    }
}
