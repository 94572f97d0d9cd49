package org.efccommand.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.jcr.RepositoryException;
import org.efccommand.Failure;

/**
 * The nodes of a workspace as lines of JSON, a node to a line, its properties in the form of Magnolia's nodes REST. The order of the lines is
 * that of the nodes.
 */
public final class NodeLines implements NodeConsumer, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonGenerator out;

    /** @param out closed with this */
    public NodeLines(OutputStream out) throws IOException {
        this.out = JSON.getFactory().createGenerator(out);
        this.out.setRootValueSeparator(null);
    }

    @Override
    public void accept(StoredNode node) throws IOException {
        out.writeStartObject();
        out.writeStringField("path", node.path());
        out.writeStringField("type", node.type());
        if (!node.identifier().isEmpty()) {
            out.writeStringField("identifier", node.identifier());
        }
        if (!node.mixins().isEmpty()) {
            strings("mixins", node.mixins());
        }
        out.writeArrayFieldStart("properties");
        for (StoredProperty property : node.properties()) {
            out.writeStartObject();
            out.writeStringField("name", property.name());
            out.writeStringField("type", property.type());
            out.writeBooleanField("multiple", property.multiple());
            strings("values", property.values());
            if (property.isBinary()) {
                strings("sha256", property.digests());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private void strings(String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Reads the lines of a file. */
    public static void read(Path file, NodeConsumer consumer) throws IOException, RepositoryException, Failure {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                consumer.accept(node(JSON.readTree(line)));
            }
        }
    }

    private static StoredNode node(JsonNode line) {
        List<StoredProperty> properties = new ArrayList<>();
        for (JsonNode property : line.path("properties")) {
            properties.add(new StoredProperty(
                    property.path("name").asText(),
                    property.path("type").asText(),
                    property.path("multiple").asBoolean(),
                    strings(property.path("values")),
                    strings(property.path("sha256"))));
        }
        return new StoredNode(
                line.path("path").asText(),
                line.path("type").asText(),
                line.path("identifier").asText(),
                strings(line.path("mixins")),
                properties);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(value -> strings.add(value.asText()));
        return strings;
    }
}
