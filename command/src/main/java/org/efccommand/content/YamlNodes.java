package org.efccommand.content;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** Writes nodes as Magnolia's own export writes them: names and texts in quotes, other values plain, those that YAML has no type for with a tag. */
final class YamlNodes {

    private static final Set<String> TAGGED = Set.of("Path", "Reference", "WeakReference", "URI");
    private static final Set<String> QUOTED = Set.of("String", "Name");

    private final Emitter out;

    YamlNodes(Writer writer) throws IOException {
        out = new Emitter(writer, new DumperOptions());
        out.emit(new StreamStartEvent(null, null));
        out.emit(new DocumentStartEvent(null, null, false, null, null));
        out.emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    }

    void start(StoredNode node) throws IOException {
        key(node.name());
        out.emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
        property("jcr:primaryType", "Name", false, List.of(node.type()));
        if (!node.identifier().isEmpty()) {
            property("jcr:uuid", "String", false, List.of(node.identifier()));
        }
        if (!node.mixins().isEmpty()) {
            property("jcr:mixinTypes", "Name", true, node.mixins());
        }
        for (StoredProperty property : node.properties()) {
            property(property.name(), property.type(), property.multiple(), property.values());
        }
    }

    void end() throws IOException {
        out.emit(new MappingEndEvent(null, null));
    }

    void finish() throws IOException {
        out.emit(new MappingEndEvent(null, null));
        out.emit(new DocumentEndEvent(null, null, false));
        out.emit(new StreamEndEvent(null, null));
    }

    private void property(String name, String type, boolean multiple, List<String> values) throws IOException {
        key(name);
        if (multiple) {
            out.emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.FLOW));
        }
        for (String value : values) {
            if (QUOTED.contains(type)) {
                scalar(null, value, ScalarStyle.SINGLE_QUOTED);
            } else {
                scalar(TAGGED.contains(type) ? "!" + type.toLowerCase(Locale.ROOT) : null, value, ScalarStyle.PLAIN);
            }
        }
        if (multiple) {
            out.emit(new SequenceEndEvent(null, null));
        }
    }

    private void key(String name) throws IOException {
        scalar(null, name, ScalarStyle.SINGLE_QUOTED);
    }

    private void scalar(String tag, String text, ScalarStyle style) throws IOException {
        out.emit(new ScalarEvent(null, tag, new ImplicitTuple(tag == null, tag == null), text, null, null, style));
    }
}
