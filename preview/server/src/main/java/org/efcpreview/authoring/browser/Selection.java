package org.efcpreview.authoring.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * What is selected in a browser, and what can be done with it: only actions of the action bar's section for this selection,
 * and the default action, as far as each is available itself.
 *
 * @param root the root of the app
 * @param nodes none for the root of the app
 * @param roles the user's
 */
record Selection(ContentApp app, Node root, List<Node> nodes, Set<String> roles) {
    /** The actions of the action bar, in groups. */
    private List<List<Action>> offered() throws RepositoryException {
        for (ContentApp.Section section : app.sections()) {
            if (section.availability().obstacle(nodes, root, roles).isEmpty()) {
                return section.groups().stream()
                        .map(names -> names.stream()
                                .flatMap(name -> app.action(name).stream())
                                .toList())
                        .toList();
            }
        }
        return List.of();
    }

    /** The actions that can be used, in the groups of the action bar. */
    List<List<Action>> usable() throws RepositoryException {
        List<List<Action>> groups = new ArrayList<>();
        for (List<Action> offered : offered()) {
            List<Action> group = new ArrayList<>();
            for (Action action : offered) {
                if (obstacle(action).isEmpty()) {
                    group.add(action);
                }
            }
            groups.add(group);
        }
        groups.removeIf(List::isEmpty);
        return groups;
    }

    /**
     * Why an action cannot be used.
     *
     * @return as {@link Availability#obstacle}; empty if it can
     */
    Optional<String> obstacle(Action action) throws RepositoryException {
        Optional<String> own = action.availability().obstacle(nodes, root, roles);
        if (own.isPresent()) {
            return own;
        }
        // What a confirmation leads to is reached through it.
        boolean reached =
                !nodes.isEmpty() && app.defaultAction().filter(action::equals).isPresent()
                        || offered().stream()
                                .flatMap(List::stream)
                                .anyMatch(offered -> offered.equals(action)
                                        || offered.successAction().equals(action.name()));
        return reached
                ? Optional.empty()
                : Optional.of(nodes.isEmpty() ? Availability.NOTHING_SELECTED : Availability.OTHER_TYPE);
    }
}
