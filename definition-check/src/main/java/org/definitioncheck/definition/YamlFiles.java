package org.definitioncheck.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML files into trees with places, resolving anchors, {@code <<} and {@code !include:} as Magnolia does
 * ({@code MgnlYamlConstructor} and its constructs).
 */
final class YamlFiles {

    private static final Pattern INCLUDE = Pattern.compile("!include:([0-9a-zA-Z_/-]+.yaml)");

    private final Resources resources;
    private final List<Problem> problems;
    private final Deque<String> open = new ArrayDeque<>();

    /** A {@code !tag:argument} that stands at the top of a definition and says what it builds on. */
    interface TopTag {
        /** What the definition is in full; empty if it cannot be said, which has then been reported. */
        Optional<Tree.Branch> build(String argument, Tree.Branch written);
    }

    YamlFiles(Resources resources, List<Problem> problems) {
        this.resources = resources;
        this.problems = problems;
    }

    /**
     * @param topTags by prefix such as {@code !inherit:}; allowed at the top of the file only
     * @return empty if the file cannot be understood, which has then been reported
     */
    Optional<Tree> read(Resource file, Map<String, TopTag> topTags) {
        if (open.contains(file.path())) {
            problems.add(new Problem(file.path(), 0, "includes itself: " + String.join(" from ", open)));
            return Optional.empty();
        }
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(normalised(file.text())));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(file.path(), line, "is no YAML: " + e.getProblem()));
            return Optional.empty();
        } catch (YAMLException e) {
            problems.add(new Problem(file.path(), 0, "is no YAML: " + e.getMessage()));
            return Optional.empty();
        }
        if (root == null) {
            problems.add(new Problem(file.path(), 0, "is empty"));
            return Optional.empty();
        }
        open.push(file.path());
        try {
            return Optional.of(new Reading(file.path(), topTags).top(root));
        } catch (Tree.TwiceNamed e) {
            problems.add(e.place().problem(e.getMessage()));
            return Optional.empty();
        } catch (YAMLException e) {
            problems.add(new Problem(file.path(), 0, "is no YAML: " + e.getMessage()));
            return Optional.empty();
        } finally {
            open.pop();
        }
    }

    /** Magnolia reads every kind of space as a plain one ({@code WhiteSpaceNormalisingReader}). */
    private static String normalised(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isSpaceChar(plain.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    /** What YAML 1.1 makes of a scalar. */
    private static final class Scalars extends SafeConstructor {
        Scalars() {
            super(new LoaderOptions());
        }

        Object value(ScalarNode node) {
            return getConstructor(node).construct(node);
        }
    }

    private final class Reading {
        private final String file;
        private final Map<String, TopTag> topTags;
        private final Scalars scalars = new Scalars();
        private final Map<Node, Tree> converted = new IdentityHashMap<>();
        private final Set<Node> path = Collections.newSetFromMap(new IdentityHashMap<>());

        Reading(String file, Map<String, TopTag> topTags) {
            this.file = file;
            this.topTags = topTags;
        }

        private Place place(Node node) {
            return new Place(file, node.getStartMark().getLine() + 1);
        }

        Tree top(Node root) {
            String tag = root.getTag().getValue();
            for (Map.Entry<String, TopTag> known : topTags.entrySet()) {
                if (tag.startsWith(known.getKey())) {
                    Tree.Branch written = Tree.toMap(untagged(root));
                    return known.getValue()
                            .build(tag.substring(known.getKey().length()), written)
                            .orElse(written);
                }
            }
            return convert(root);
        }

        /** An alias gives the very tree of its anchor, as it gives the very map in Magnolia. */
        private Tree convert(Node node) {
            Tree known = converted.get(node);
            if (known != null) {
                return known;
            }
            if (!path.add(node)) {
                problems.add(place(node).problem("contains itself through an alias"));
                return new Tree.Leaf(place(node), null);
            }
            try {
                Tree tree = tagged(node);
                converted.put(node, tree);
                return tree;
            } finally {
                path.remove(node);
            }
        }

        private Tree tagged(Node node) {
            String tag = node.getTag().getValue();
            if (tag.startsWith("tag:yaml.org,2002:")) {
                return untagged(node);
            }
            if (tag.equals("!override")) {
                Tree.Branch map = Tree.toMap(untagged(node));
                return new Tree.Branch(map.place(), map.entries(), true);
            }
            if (tag.startsWith("!include:")) {
                return include(node, tag);
            }
            if (tag.equals("!env") && node instanceof ScalarNode scalar) {
                // Without -Dmagnolia.yaml.envsubst, which is off by default, the text stays as it is.
                return new Tree.Leaf(place(node), scalar.getValue());
            }
            if (tag.equals("!include")) {
                problems.add(place(node).problem("'!include /path' is deprecated; write !include:/path"));
            } else if (topTags.keySet().stream().anyMatch(tag::startsWith)) {
                problems.add(place(node).problem(tag + " may stand at the top of a definition only"));
            } else {
                problems.add(place(node)
                        .problem(tag + " is unknown here; known: !include:, !override, !env"
                                + topTags.keySet().stream().map(t -> ", " + t).collect(Collectors.joining())));
            }
            return untagged(node);
        }

        private Tree include(Node node, String tag) {
            Tree.Branch written = Tree.toMap(untagged(node));
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                problems.add(place(node).problem("'" + scalar.getValue() + "' after " + tag + " has no effect"));
            }
            Matcher matcher = INCLUDE.matcher(tag);
            if (!matcher.matches()) {
                problems.add(place(node)
                        .problem(
                                tag + " is no include: write !include:/module/includes/name.yaml, with letters, digits,"
                                        + " _ and - in the path"));
                return written;
            }
            Optional<Resource> included = resources.find(matcher.group(1));
            if (included.isEmpty()) {
                problems.add(place(node).problem("includes " + matcher.group(1) + ", which does not exist"));
                return written;
            }
            Optional<Tree> content = read(included.get(), Map.of());
            return content.map(tree -> (Tree) new Overlay(problems).lay(Tree.toMap(tree), written, "/"))
                    .orElse(written);
        }

        private Tree untagged(Node node) {
            if (node instanceof MappingNode map) {
                return branch(map);
            }
            if (node instanceof SequenceNode list) {
                List<Tree> items = new ArrayList<>();
                for (Node item : list.getValue()) {
                    items.add(convert(item));
                }
                return new Tree.Items(place(node), items);
            }
            ScalarNode scalar = (ScalarNode) node;
            if (!node.getTag().getValue().startsWith("tag:yaml.org,2002:")) {
                return new Tree.Leaf(place(node), scalar.getValue());
            }
            return new Tree.Leaf(place(node), scalars.value(scalar));
        }

        private Tree.Branch branch(MappingNode map) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : flat(map, new ArrayList<>())) {
                Place key = place(tuple.getKeyNode());
                entries.put(key(tuple.getKeyNode()), new Tree.Entry(key, convert(tuple.getValueNode())));
            }
            return new Tree.Branch(place(map), entries, false);
        }

        private String key(Node node) {
            if (!(node instanceof ScalarNode scalar)) {
                problems.add(place(node).problem("a key must be plain text"));
                return "?";
            }
            Tag tag = node.getTag();
            if (!tag.equals(Tag.STR) && !tag.equals(Tag.INT)) {
                problems.add(place(node)
                        .problem("the key " + scalar.getValue() + " is a "
                                + tag.getValue().replace("tag:yaml.org,2002:", "") + " to YAML; put it in quotes"));
            }
            return scalar.getValue();
        }

        /** The entries with {@code <<} resolved: an own key wins, of several merged maps the first. */
        private List<NodeTuple> flat(MappingNode map, List<MappingNode> within) {
            Map<String, Integer> places = new LinkedHashMap<>();
            List<NodeTuple> values = new ArrayList<>();
            Set<String> own = new java.util.HashSet<>();
            if (within.contains(map)) {
                problems.add(place(map).problem("merges itself through an alias"));
                return values;
            }
            List<MappingNode> deeper = new ArrayList<>(within);
            deeper.add(map);
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                    for (MappingNode merged : merged(tuple.getValueNode())) {
                        for (NodeTuple inherited : flat(merged, deeper)) {
                            String key = raw(inherited.getKeyNode());
                            if (!places.containsKey(key)) {
                                places.put(key, values.size());
                                values.add(inherited);
                            }
                        }
                    }
                    continue;
                }
                String key = raw(tuple.getKeyNode());
                if (!own.add(key)) {
                    problems.add(place(tuple.getKeyNode()).problem("'" + key + "' stands twice in one map"));
                }
                if (places.containsKey(key)) {
                    values.set(places.get(key), tuple);
                } else {
                    places.put(key, values.size());
                    values.add(tuple);
                }
            }
            return values;
        }

        private List<MappingNode> merged(Node node) {
            if (node instanceof MappingNode map) {
                return List.of(map);
            }
            if (node instanceof SequenceNode list && list.getValue().stream().allMatch(MappingNode.class::isInstance)) {
                return list.getValue().stream().map(MappingNode.class::cast).toList();
            }
            problems.add(place(node).problem("<< merges maps only: an alias of one, or a list of such"));
            return List.of();
        }

        private static String raw(Node node) {
            return node instanceof ScalarNode scalar
                    ? scalar.getValue()
                    : String.valueOf(node.getStartMark().getIndex());
        }
    }
}
