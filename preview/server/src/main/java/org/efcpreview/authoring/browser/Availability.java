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
    /** Of an action or a section. */
    static Availability of(Settings part) {
        return new Availability(part.object("availability"));
    }

    static final String NOTHING_SELECTED = "NOTHING_SELECTED", OTHER_TYPE = "OTHER_TYPE";

    /** Magnolia's rules. One that does not hold stands in the way by its name, one that does but must not by that after NOT_. */
    enum Rule {
        IS_DELETED,
        PUBLISHABLE,
        PUBLISHED,
        HAS_VERSIONS,
        HAS_CHILDREN;

        /** The rule that a definition is of: {@code JcrHasVersionsRuleDefinition} and so on; empty for any other. */
        static Optional<Rule> of(Settings definition) {
            String type = definition.type();
            return Arrays.stream(values())
                    .filter(rule -> type.equalsIgnoreCase("Jcr" + rule.name().replace("_", "") + "RuleDefinition"))
                    .findFirst();
        }

        private boolean holds(Node node, Settings settings) throws RepositoryException {
            return switch (this) {
                case IS_DELETED -> node.isNodeType("mgnl:deleted");
                case PUBLISHABLE -> ContentNodes.unpublishedAncestor(node).isEmpty();
                case PUBLISHED -> Stamps.isPublished(node);
                case HAS_VERSIONS -> node.isNodeType("mgnl:hasVersion");
                case HAS_CHILDREN -> hasChildren(node, settings.texts("nodeTypes"));
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
        if (selected.size() > 1 && !settings.flag("multiple", false)) {
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
                return Optional.of(negate ? "NOT_" + rule.name() : rule.name());
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
