package org.efcpreview.authoring.browser;

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

    Optional<ContentApp.Section> section() throws RepositoryException {
        return app.section(nodes, root, roles);
    }

    /**
     * Why an action cannot be used.
     *
     * @return empty if it can
     */
    Optional<Availability.Obstacle> obstacle(Action action) throws RepositoryException {
        Optional<Availability.Obstacle> own = action.availability().obstacle(nodes, root, roles);
        if (own.isPresent()) {
            return own;
        }
        boolean offered = !nodes.isEmpty() && action.name().equals(app.defaultAction());
        Optional<ContentApp.Section> section = section();
        if (section.isPresent()) {
            for (String name : section.get().actions()) {
                Action shown = app.actions().get(name);
                // What a confirmation leads to is reached through it.
                offered |= name.equals(action.name())
                        || shown != null && shown.successAction().equals(action.name());
            }
        }
        return offered
                ? Optional.empty()
                : Optional.of(
                        nodes.isEmpty() ? Availability.Obstacle.NOTHING_SELECTED : Availability.Obstacle.OTHER_TYPE);
    }

    boolean allows(Action action) throws RepositoryException {
        return obstacle(action).isEmpty();
    }
}
