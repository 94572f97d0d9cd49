package org.efcpreview.authoring.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.nodetype.NodeType;
import org.efcpreview.repository.Stamps;

/**
 * When an action, or a section of the action bar, is there: {@code ConfiguredAvailabilityDefinition}, judged as {@code
 * JcrAvailabilityChecker} does.
 *
 * @param root with nothing selected
 * @param nodes with nodes selected
 * @param multiple with more than one selected
 * @param nodeTypes the types, or supertypes, of what is selected; empty for any
 * @param writePermissionRequired for those only who may write what is selected
 * @param roles for those only who have one of these roles; empty for anyone
 * @param rules all of which hold for each selected node
 */
record Availability(
        boolean root,
        boolean nodes,
        boolean multiple,
        List<String> nodeTypes,
        boolean writePermissionRequired,
        List<String> roles,
        List<Rule> rules) {

    /** {@code ConfiguredAvailabilityDefinition} where nothing is said. */
    static final Availability DEFAULT = new Availability(false, true, false, List.of(), false, List.of(), List.of());

    /** What may stand in the way, each a key of the UI's texts below {@code browser.unfit}. */
    enum Obstacle {
        NOTHING_SELECTED,
        NOT_AT_ROOT,
        NOT_FOR_NODES,
        ONE_ONLY,
        OTHER_TYPE,
        NO_WRITE_PERMISSION,
        NO_ROLE,
        DELETED,
        NOT_DELETED,
        PARENT_NOT_PUBLISHED,
        PARENT_PUBLISHED,
        NOT_PUBLISHED,
        PUBLISHED,
        NO_VERSIONS,
        VERSIONS,
        NO_CHILDREN,
        CHILDREN,
        DEPTH
    }

    /** The kinds of rule, each with what it means that a node does not fit. */
    enum RuleKind {
        IS_DELETED("JcrIsDeletedRuleDefinition", Obstacle.NOT_DELETED, Obstacle.DELETED),
        PUBLISHABLE("JcrPublishableRuleDefinition", Obstacle.PARENT_NOT_PUBLISHED, Obstacle.PARENT_PUBLISHED),
        PUBLISHED("JcrPublishedRuleDefinition", Obstacle.NOT_PUBLISHED, Obstacle.PUBLISHED),
        HAS_VERSIONS("JcrHasVersionsRuleDefinition", Obstacle.NO_VERSIONS, Obstacle.VERSIONS),
        HAS_CHILDREN("JcrHasChildrenRuleDefinition", Obstacle.NO_CHILDREN, Obstacle.CHILDREN),
        DEPTH("JcrDepthRuleDefinition", Obstacle.DEPTH, Obstacle.DEPTH);

        private final String type;
        private final Obstacle unmet;
        private final Obstacle met;

        RuleKind(String type, Obstacle unmet, Obstacle met) {
            this.type = type;
            this.unmet = unmet;
            this.met = met;
        }
    }

    /**
     * A rule.
     *
     * @param negate whether it holds where it would not
     * @param nodeTypes of {@link RuleKind#HAS_CHILDREN}
     * @param least of {@link RuleKind#DEPTH}
     * @param most of {@link RuleKind#DEPTH}
     */
    record Rule(RuleKind kind, boolean negate, List<String> nodeTypes, int least, int most) {
        private boolean holds(Node node) throws RepositoryException {
            return switch (kind) {
                case IS_DELETED -> node.isNodeType("mgnl:deleted");
                case PUBLISHABLE -> isHierarchyPublished(node);
                case PUBLISHED -> Stamps.isPublished(node);
                case HAS_VERSIONS -> node.isNodeType("mgnl:hasVersion");
                case HAS_CHILDREN -> hasChildren(node);
                case DEPTH -> node.getDepth() >= least && node.getDepth() <= most;
            };
        }

        private boolean hasChildren(Node node) throws RepositoryException {
            List<String> types =
                    nodeTypes.isEmpty() ? List.of(node.getPrimaryNodeType().getName()) : nodeTypes;
            for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
                if (types.contains(children.nextNode().getPrimaryNodeType().getName())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code JcrPublishableRule}: every ancestor but the root is public. */
    static boolean isHierarchyPublished(Node node) throws RepositoryException {
        return unpublishedAncestor(node).isEmpty();
    }

    /** The highest ancestor that is not public, but for the root; what may not be read counts as public. */
    static Optional<Node> unpublishedAncestor(Node node) throws RepositoryException {
        Optional<Node> found = Optional.empty();
        try {
            for (Node ancestor = node; ancestor.getDepth() > 1; ) {
                ancestor = ancestor.getParent();
                if (!Stamps.isPublished(ancestor)) {
                    found = Optional.of(ancestor);
                }
            }
        } catch (AccessDeniedException e) {
            return found;
        }
        return found;
    }

    /**
     * Reads a definition's {@code availability}.
     *
     * @param refuse is told of what Magnolia knows and this does not
     */
    static Availability of(Map<?, ?> owner, Consumer<String> refuse) {
        if (!(owner.get("availability") instanceof Map<?, ?> map)) {
            return DEFAULT;
        }
        List<Rule> rules = new ArrayList<>();
        for (Map<?, ?> rule : Values.maps(map, "rules")) {
            Optional<RuleKind> kind = List.of(RuleKind.values()).stream()
                    .filter(known -> known.type.equals(Values.type(rule)))
                    .findFirst();
            if (kind.isEmpty() || rule.containsKey("implementationClass")) {
                refuse.accept("the rule " + Values.type(rule) + " is not supported here");
            } else {
                rules.add(new Rule(
                        kind.get(),
                        Values.flag(rule, "negate", false),
                        Values.texts(rule, "nodeTypes"),
                        number(rule, "minDepth", 0),
                        number(rule, "maxDepth", Integer.MAX_VALUE)));
            }
        }
        Object roles = Values.map(map, "access").get("roles");
        return new Availability(
                Values.flag(map, "root", false),
                Values.flag(map, "nodes", true),
                Values.flag(map, "multiple", false),
                Values.texts(map, "nodeTypes"),
                Values.flag(map, "writePermissionRequired", false),
                roles instanceof Map<?, ?> byName
                        ? byName.values().stream().map(Object::toString).toList()
                        : roles instanceof List<?> list
                                ? list.stream().map(Object::toString).toList()
                                : List.of(),
                List.copyOf(rules));
    }

    private static int number(Map<?, ?> map, String key, int otherwise) {
        return map.get(key) instanceof Number number ? number.intValue() : otherwise;
    }

    /**
     * What stands in the way.
     *
     * @param selected the selected nodes; none means the root of the app
     * @param rootNode the root of the app
     * @param userRoles the user's roles
     * @return empty if nothing does
     */
    Optional<Obstacle> obstacle(List<Node> selected, Node rootNode, Set<String> userRoles) throws RepositoryException {
        if (!roles.isEmpty()
                && !userRoles.contains("superuser")
                && roles.stream().noneMatch(userRoles::contains)) {
            return Optional.of(Obstacle.NO_ROLE);
        }
        if (selected.size() > 1 && !multiple) {
            return Optional.of(Obstacle.ONE_ONLY);
        }
        if (selected.isEmpty()) {
            if (!root) {
                return Optional.of(nodes ? Obstacle.NOTHING_SELECTED : Obstacle.NOT_AT_ROOT);
            }
            return writePermissionRequired && !mayWrite(rootNode)
                    ? Optional.of(Obstacle.NO_WRITE_PERMISSION)
                    : Optional.empty();
        }
        for (Node node : selected) {
            Optional<Obstacle> obstacle = obstacle(node);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    private Optional<Obstacle> obstacle(Node node) throws RepositoryException {
        if (!nodes) {
            return Optional.of(Obstacle.NOT_FOR_NODES);
        }
        for (Rule rule : rules) {
            if (rule.holds(node) == rule.negate()) {
                return Optional.of(rule.negate() ? rule.kind().met : rule.kind().unmet);
            }
        }
        if (!nodeTypes.isEmpty() && nodeTypes.stream().noneMatch(type -> isOf(node, type))) {
            return Optional.of(Obstacle.OTHER_TYPE);
        }
        return writePermissionRequired && !mayWrite(node)
                ? Optional.of(Obstacle.NO_WRITE_PERMISSION)
                : Optional.empty();
    }

    /** {@code NodeUtil.isNodeType}: the primary type and its supertypes, and mixins; an unknown type is no type. */
    private static boolean isOf(Node node, String type) {
        try {
            NodeType primary = node.getPrimaryNodeType();
            return primary.isNodeType(type) || node.isNodeType(type);
        } catch (RepositoryException e) {
            return false;
        }
    }

    /** {@code JcrWritePermissionRule}: read, set and add at the node itself. */
    static boolean mayWrite(Node node) throws RepositoryException {
        return node.getSession().hasPermission(node.getPath(), "read,set_property,add_node");
    }
}
