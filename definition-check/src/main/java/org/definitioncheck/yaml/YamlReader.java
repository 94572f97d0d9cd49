package org.definitioncheck.yaml;

import static org.definitioncheck.problem.Severity.MINOR;
import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.Severity;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.yaml.YamlNode.Entry;
import org.definitioncheck.yaml.YamlNode.Mapping;
import org.definitioncheck.yaml.YamlNode.Scalar;
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
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML files into trees with places, resolving anchors, {@code <<} and {@code !include:} as Magnolia does
 * ({@code MgnlYamlConstructor} and its constructs).
 */
public final class YamlReader {

    /** Those of YAML 1.1 that are read; others would make objects of Java. */
    private static final Set<String> TYPES =
            Set.of("null bool int float binary timestamp omap pairs set str seq map merge".split(" "));

    private static final Pattern INCLUDE = Pattern.compile("!include:([0-9a-zA-Z_/-]+.yaml)");

    private final Resources resources;
    private final Problems problems;
    private final Set<String> valueTags;
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * A file's content.
     *
     * @param tag the prefix of the tag at its top, if it is one of those asked for; else empty
     * @param argument what follows the prefix
     * @param content a map if there is a tag
     */
    public record Document(String tag, String argument, YamlNode content) {}

    /**
     * @param resources where included files are
     * @param problems takes what is wrong in the files
     */
    public YamlReader(Resources resources, Problems problems) {
        this(resources, problems, Set.of());
    }

    /** @param valueTags what may stand before a single value, such as {@code !binary} in content */
    public YamlReader(Resources resources, Problems problems, Set<String> valueTags) {
        this.resources = resources;
        this.problems = problems;
        this.valueTags = valueTags;
    }

    /**
     * @param unreadable how bad it is if the file cannot be understood
     * @param topTags prefixes such as {@code !inherit:} of tags that may stand at the top of the file, and only there
     * @return empty if the file cannot be understood or holds nothing, which has then been reported
     */
    public Optional<Document> read(Resource file, Severity unreadable, Set<String> topTags) {
        Location whole = Location.of(file.path());
        String text = normalised(file.text());
        open.push(file.path());
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
            if (root == null) {
                problems.add(whole, unreadable == SEVERE ? SILENT : unreadable, "is empty; fill it, or delete it");
                return Optional.empty();
            }
            Document document = new Reading(file.path(), topTags).document(root);
            Extent.of(document.content(), new IdentityHashMap<>());
            return Optional.of(document);
        } catch (YamlNode.NameTwiceException e) {
            problems.add(e.location(), SEVERE, e.getMessage());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(new Location(file.path(), line), unreadable, "is no YAML: " + e.getProblem());
        } catch (ReaderException e) {
            long line = text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            problems.add(
                    new Location(file.path(), (int) line),
                    unreadable,
                    "is no YAML: it holds the character U+%04X".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            problems.add(whole, unreadable, "is no YAML: " + e.getMessage());
        } finally {
            open.pop();
        }
        return Optional.empty();
    }

    /** Magnolia reads every kind of space as a plain one ({@code WhiteSpaceNormalisingReader}). */
    private static String normalised(String text) {
        return text.chars()
                .map(c -> Character.isSpaceChar(c) ? ' ' : c)
                .collect(StringBuilder::new, (plain, c) -> plain.append((char) c), StringBuilder::append)
                .toString();
    }

    /** How much a tree unfolds to where each alias is what it stands for: a few lines can stand for billions. */
    private record Extent(long values, int depth) {
        private static final int MOST_VALUES = 100_000;
        private static final int DEEPEST = 100;

        static Extent of(YamlNode node, Map<YamlNode, Extent> measured) {
            Extent known = measured.get(node);
            if (known != null) {
                return known;
            }
            List<YamlNode> parts = List.of();
            if (node instanceof YamlNode.Sequence list) {
                parts = list.items();
            } else if (node instanceof Mapping map) {
                parts = map.entries().values().stream().map(Entry::value).toList();
            }
            long values = 1;
            int depth = 0;
            for (YamlNode part : parts) {
                Extent below = of(part, measured);
                values += below.values;
                depth = Math.max(depth, below.depth);
            }
            Extent extent = new Extent(values, depth + 1);
            if (values > MOST_VALUES || extent.depth > DEEPEST) {
                throw new YAMLException("its aliases unfold to more than " + MOST_VALUES + " values, or deeper than "
                        + DEEPEST + " levels");
            }
            measured.put(node, extent);
            return extent;
        }
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
        private static final List<NodeTuple> UNFINISHED = new ArrayList<>();

        private final String file;
        private final Set<String> topTags;
        private final Scalars scalars = new Scalars();
        private final Map<Node, YamlNode> converted = new IdentityHashMap<>();
        private final Map<Node, List<NodeTuple>> flattened = new IdentityHashMap<>();
        private final Set<Node> path = Collections.newSetFromMap(new IdentityHashMap<>());

        Reading(String file, Set<String> topTags) {
            this.file = file;
            this.topTags = topTags;
        }

        private Location location(Node node) {
            return new Location(file, node.getStartMark().getLine() + 1);
        }

        private void problem(Node node, Severity severity, String what) {
            problems.add(location(node), severity, what);
        }

        Document document(Node root) {
            String tag = root.getTag().getValue();
            return topTags.stream()
                    .filter(tag::startsWith)
                    .findFirst()
                    .map(top -> new Document(top, tag.substring(top.length()), YamlNode.toMap(untagged(root))))
                    .orElseGet(() -> new Document("", "", convert(root)));
        }

        /** An alias gives the very tree of its anchor, as it gives the very map in Magnolia. */
        private YamlNode convert(Node node) {
            YamlNode known = converted.get(node);
            if (known != null) {
                return known;
            }
            if (!path.add(node)) {
                problem(node, MINOR, "contains itself through an alias; write out what it stands for");
                return new Scalar(location(node), null);
            }
            try {
                YamlNode tree = tagged(node);
                converted.put(node, tree);
                return tree;
            } finally {
                path.remove(node);
            }
        }

        private YamlNode tagged(Node node) {
            String tag = node.getTag().getValue();
            if (tag.startsWith(Tag.PREFIX)) {
                if (!TYPES.contains(tag.substring(Tag.PREFIX.length()))) {
                    problem(node, SEVERE, "!!" + tag.substring(Tag.PREFIX.length()) + " is no type of YAML");
                    return new Scalar(location(node), null);
                }
                return untagged(node);
            }
            if (tag.equals("!override")) {
                Mapping map = YamlNode.toMap(untagged(node));
                return new Mapping(map.location(), map.entries(), true);
            }
            if (tag.startsWith("!include:")) {
                return include(node, tag);
            }
            if (valueTags.contains(tag) && node instanceof ScalarNode scalar) {
                return new Scalar(location(node), scalar.getValue());
            }
            if (tag.equals("!env") && node instanceof ScalarNode scalar) {
                // Without -Dmagnolia.yaml.envsubst, which is off by default, the text stays as it is.
                return new Scalar(location(node), scalar.getValue());
            }
            if (tag.equals("!include") && node instanceof ScalarNode scalar) {
                problem(node, SILENT, "'!include /path' is deprecated; write !include:/path");
                return included(node, scalar.getValue().trim(), Mapping.empty(location(node)));
            }
            if (topTags.stream().anyMatch(tag::startsWith)) {
                problem(node, MINOR, tag + " may stand at the top of a definition only");
                return new Scalar(location(node), null);
            }
            Set<String> known = new HashSet<>(topTags);
            known.addAll(Set.of("!include:", "!override", "!env"));
            problem(node, SEVERE, tag + " is unknown here" + Problems.known(known));
            return untagged(node);
        }

        private YamlNode include(Node node, String tag) {
            Mapping written = YamlNode.toMap(untagged(node));
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                problem(node, MINOR, "'" + scalar.getValue() + "' after " + tag + " has no effect; delete it");
            }
            Matcher matcher = INCLUDE.matcher(tag);
            if (!matcher.matches()) {
                problem(
                        node,
                        SEVERE,
                        tag + " is no include: write !include:/module/includes/name.yaml, with letters, digits,"
                                + " _ and - in the path");
                return written;
            }
            return included(node, matcher.group(1), written);
        }

        private YamlNode included(Node node, String path, Mapping written) {
            if (open.contains(path)) {
                problem(
                        node,
                        SEVERE,
                        "includes itself, " + path + " from " + String.join(" from ", open) + "; leave one out");
                return written;
            }
            Optional<Resource> included = resources.find(path);
            if (included.isEmpty()) {
                problem(node, SEVERE, "includes " + path + ", which does not exist; a path begins with /module/");
            }
            return included.flatMap(resource -> read(resource, SEVERE, Set.of()))
                    .map(base -> new MapOverlay(problems).lay(YamlNode.toMap(base.content()), written, "/"))
                    .orElse(written);
        }

        private YamlNode untagged(Node node) {
            if (node instanceof MappingNode map) {
                Map<String, Entry> entries = new LinkedHashMap<>();
                for (NodeTuple tuple : flat(map)) {
                    Node key = tuple.getKeyNode();
                    entries.put(key(key), new Entry(location(key), convert(tuple.getValueNode())));
                }
                return new Mapping(location(map), entries, false);
            }
            if (node instanceof SequenceNode list) {
                return new YamlNode.Sequence(
                        location(node),
                        list.getValue().stream().map(this::convert).toList());
            }
            ScalarNode scalar = (ScalarNode) node;
            return new Scalar(
                    location(node),
                    node.getTag().getValue().startsWith(Tag.PREFIX) ? scalars.value(scalar) : scalar.getValue());
        }

        private String key(Node node) {
            if (!(node instanceof ScalarNode scalar)) {
                problem(node, SEVERE, "a key must be plain text");
                return "?";
            }
            Tag tag = node.getTag();
            if (!tag.equals(Tag.STR) && !tag.equals(Tag.INT)) {
                problem(
                        node,
                        SILENT,
                        "the key " + scalar.getValue() + " is a "
                                + tag.getValue().replace(Tag.PREFIX, "") + " to YAML; put it in quotes");
            }
            return scalar.getValue();
        }

        /** The entries with {@code <<} resolved: an own key wins, of several merged maps the first. */
        private List<NodeTuple> flat(MappingNode map) {
            List<NodeTuple> known = flattened.get(map);
            if (known != null) {
                return known;
            }
            flattened.put(map, UNFINISHED);
            Map<String, NodeTuple> entries = new LinkedHashMap<>();
            Set<String> own = new HashSet<>();
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                    for (MappingNode merged : merged(tuple.getValueNode())) {
                        if (flattened.get(merged) == UNFINISHED) {
                            problem(map, SEVERE, "merges itself through an alias; write out what it stands for");
                        }
                        flat(merged).forEach(inherited -> entries.putIfAbsent(raw(inherited.getKeyNode()), inherited));
                    }
                    continue;
                }
                String key = raw(tuple.getKeyNode());
                if (!own.add(key)) {
                    problem(
                            tuple.getKeyNode(),
                            SILENT,
                            "'" + key + "' stands twice in one map; delete one, Magnolia takes the later");
                }
                entries.put(key, tuple);
            }
            List<NodeTuple> flat = List.copyOf(entries.values());
            flattened.put(map, flat);
            return flat;
        }

        private List<MappingNode> merged(Node node) {
            if (node instanceof MappingNode map) {
                return List.of(map);
            }
            if (node instanceof SequenceNode list && list.getValue().stream().allMatch(MappingNode.class::isInstance)) {
                return list.getValue().stream().map(MappingNode.class::cast).toList();
            }
            problem(node, SEVERE, "<< merges maps only: an alias of one, or a list of such");
            return List.of();
        }

        private static String raw(Node node) {
            return node instanceof ScalarNode scalar
                    ? scalar.getValue()
                    : String.valueOf(node.getStartMark().getIndex());
        }
    }
}
