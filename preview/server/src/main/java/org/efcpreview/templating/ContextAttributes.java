package org.efcpreview.templating;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.definitioncheck.module.ModuleDescriptor;

/**
 * The template functions that modules bring: the nodes {@code
 * /modules/rendering/renderers/<renderer>/contextAttributes/<name>} of the workspace {@code config}, with {@code name}
 * and {@code componentClass}.
 *
 * @param objects the functions by the name that templates call them
 * @param failure why no page can be rendered: a class that no descriptor declares (Magnolia's {@code
 *     NoSuchComponentException}) or that cannot be made; empty if all is well
 */
public record ContextAttributes(Map<String, Object> objects, Optional<String> failure) {
    private static final String RENDERERS = "modules/rendering/renderers";

    /** What Magnolia's core declares, as far as there is something of it here, on author. */
    private static final Set<String> COMMANDS =
            Set.of("info.magnolia.commands.CommandsManager", "info.magnolia.cms.exchange.ActivationManager");

    /**
     * Makes one object of each class that is configured.
     *
     * @param modules the descriptors that must declare the classes, under components {@code main}
     * @param commands Magnolia's own commands
     */
    public static ContextAttributes load(Session config, List<ModuleDescriptor> modules, Optional<?> commands)
            throws RepositoryException {
        Map<String, Object> objects = new LinkedHashMap<>();
        Map<String, Object> made = new HashMap<>();
        try {
            for (Node renderer : children(config.getRootNode(), RENDERERS)) {
                for (Node node : children(renderer, "contextAttributes")) {
                    if (!node.hasProperty("name") || !node.hasProperty("componentClass")) {
                        throw new IllegalArgumentException(node.getPath() + " needs both name and componentClass");
                    }
                    String place = node.getPath();
                    String type = node.getProperty("componentClass").getString();
                    String name = node.getProperty("name").getString();
                    if (COMMANDS.contains(type)) {
                        commands.ifPresent(object -> objects.put(name, object));
                        continue;
                    }
                    String implementation = modules.stream()
                            .flatMap(module -> module.components().stream())
                            .filter(component -> component.container().equals("main"))
                            .filter(component -> component.type().equals(type))
                            .map(ModuleDescriptor.Component::implementation)
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("No component configuration for key [class "
                                    + type + "] found: declare it under <components><id>main</id> in the module"
                                    + " descriptor (" + place + " uses it)"));
                    objects.put(name, made.computeIfAbsent(implementation, ContextAttributes::make));
                }
            }
            return new ContextAttributes(Map.copyOf(objects), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new ContextAttributes(Map.of(), Optional.of(e.getMessage()));
        }
    }

    private static Iterable<Node> children(Node above, String path) throws RepositoryException {
        return above.hasNode(path) ? JcrUtils.getChildNodes(above.getNode(path)) : List.of();
    }

    /** What Magnolia's component provider does with a class that it knows by name only. */
    private static Object make(String implementation) {
        try {
            return Class.forName(implementation).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException(
                    "Cannot make the template functions " + implementation + ": "
                            + (e instanceof InvocationTargetException ? e.getCause() : e)
                            + " (the class needs a public constructor without parameters)",
                    e);
        }
    }
}
