package org.definitioncheck.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * How much content a file of YAML may hold: SnakeYAML bounds the text, not what its aliases stand for.
 *
 * @param most of keys, values, maps and sequences with all aliases written out
 * @param line a text counts for one more each so many characters
 * @param deepest the levels of maps and sequences
 */
public record Weight(int most, int line, int deepest) {

    /** The place where a tree becomes too much, or too deep; empty if it does not. */
    public Optional<Node> excess(Node root) {
        Scales scales = new Scales();
        scales.weigh(root, deepest);
        return Optional.ofNullable(scales.excess);
    }

    private final class Scales {
        private int left = most;
        private Node excess;

        void weigh(Node node, int levels) {
            left -= 1 + (node instanceof ScalarNode text ? text.getValue().length() / line : 0);
            if (excess == null && (left < 0 || levels < 0)) {
                excess = node;
            }
            if (excess != null) {
                return;
            }
            if (node instanceof MappingNode map) {
                for (NodeTuple entry : map.getValue()) {
                    weigh(entry.getKeyNode(), levels - 1);
                    weigh(entry.getValueNode(), levels - 1);
                }
            } else if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(value -> weigh(value, levels - 1));
            }
        }
    }
}
