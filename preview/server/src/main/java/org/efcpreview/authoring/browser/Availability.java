package org.efcpreview.authoring.browser;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.content.ContentNodes;
import org.efcpreview.repository.Stamps;

/**
 * When an action, or a section of the action bar, is there: {@code ConfiguredAvailabilityDefinition}, judged as {@code
 * JcrAvailabilityChecker} does. What stands in the way is told as the key of a text below {@code browser.unfit}.
 */
record Availability(Settings settings) {
    static final String NOTHING_SELECTED = "NOTHING_SELECTED", OTHER_TYPE = "OTHER_TYPE";

    /** What has to be done first can be told then. */
    static final String PARENT_NOT_PUBLISHED = "PARENT_NOT_PUBLISHED";

    /** Magnolia's rules, each with what stands in the way where it does not hold, and where it does but must not. */
    enum Rule {
        IS_DELETED("NOT_DELETED", "DELETED"),
        PUBLISHABLE(PARENT_NOT_PUBLISHED, "PARENT_PUBLISHED"),
        PUBLISHED("NOT_PUBLISHED", "PUBLISHED"),
        HAS_VERSIONS("NO_VERSIONS", "VERSIONS"),
        HAS_CHILDREN("NO_CHILDREN", "CHILDREN"),
        DEPTH("DEPTH", "DEPTH");

        private final String unmet;
        private final String met;

        Rule(String unmet, String met) {
            this.unmet = unmet;
            this.met = met;
        }

        /** The rule that a definition is of: {@code JcrHasChildrenRuleDefinition} and so on; empty for any other. */
        static Optional<Rule> of(Settings definition) {
            return Arrays.stream(values())
                    .filter(rule -> definition
                            .type()
                            .equalsIgnoreCase("Jcr" + rule.name().replace("_", "") + "RuleDefinition"))
                    .findFirst();
        }

        private boolean holds(Node node, Settings settings) throws RepositoryException {
            return switch (this) {
                case IS_DELETED -> node.isNodeType("mgnl:deleted");
                case PUBLISHABLE -> ContentNodes.unpublishedAncestor(node).isEmpty();
                case PUBLISHED -> Stamps.isPublished(node);
                case HAS_VERSIONS -> node.isNodeType("mgnl:hasVersion");
                case HAS_CHILDREN -> hasChildren(node, settings.texts("nodeTypes"));
                case DEPTH -> node.getDepth() >= settings.number("minDepth", 0)
                        && node.getDepth() <= settings.number("maxDepth", Integer.MAX_VALUE);
            };
        }

        private static boolean hasChildren(Node node, List<String> types) throws RepositoryException {
            String own = node.getPrimaryNodeType().getName();
            for (Node child : JcrUtils.getChildNodes(node)) {
                String type = child.getPrimaryNodeType().getName();
                if (types.isEmpty() ? type.equals(own) : types.contains(type)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether it is for selected nodes at all. */
    boolean forNodes() {
        return settings.flag("nodes", true);
    }

    /** Whether it is for more than one node at once. */
    boolean forSeveral() {
        return settings.flag("multiple", false);
    }

    /**
     * What stands in the way.
     *
     * @param selected the selected nodes; none means the root of the app
     * @param root the root of the app
     * @param roles the user's roles
     * @return empty if nothing does
     */
    Optional<String> obstacle(List<Node> selected, Node root, Set<String> roles) throws RepositoryException {
        if (!settings.object("access").opensTo(roles)) {
            return Optional.of("NO_ROLE");
        }
        if (selected.size() > 1 && !forSeveral()) {
            return Optional.of("ONE_ONLY");
        }
        if (selected.isEmpty()) {
            return settings.flag("root", false)
                    ? unwritable(root)
                    : Optional.of(forNodes() ? NOTHING_SELECTED : "NOT_AT_ROOT");
        }
        for (Node node : selected) {
            Optional<String> obstacle = obstacle(node);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    private Optional<String> obstacle(Node node) throws RepositoryException {
        if (!forNodes()) {
            return Optional.of("NOT_FOR_NODES");
        }
        for (Settings definition : settings.objects("rules")) {
            Rule rule = Rule.of(definition).orElseThrow();
            boolean negate = definition.flag("negate", false);
            if (rule.holds(node, definition) == negate) {
                return Optional.of(negate ? rule.met : rule.unmet);
            }
        }
        return isOf(node, settings.texts("nodeTypes")) ? unwritable(node) : Optional.of(OTHER_TYPE);
    }

    private Optional<String> unwritable(Node node) throws RepositoryException {
        return settings.flag("writePermissionRequired", false) && !ContentNodes.mayWrite(node)
                ? Optional.of("NO_WRITE_PERMISSION")
                : Optional.empty();
    }

    /** {@code NodeUtil.isNodeType}: the primary type and its supertypes, and mixins; no type named means any. */
    private static boolean isOf(Node node, List<String> types) throws RepositoryException {
        for (String type : types) {
            if (node.getSession().getWorkspace().getNodeTypeManager().hasNodeType(type) && node.isNodeType(type)) {
                return true;
            }
        }
        return types.isEmpty();
    }
}
